"""A pasted block in the indicator tree: which cells of which lines it goes into."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QModelIndex
from PySide6.QtWidgets import QApplication, QTreeView

from models.dates import BadValue
from models.fields import Field, Row
from services.blocks import TypedRow, set_block
from services.errors import UserProblem
from ui.context import Context
from ui.grid.clipboard import Texts, from_text
from ui.panels.tree_model import TreeModel
from ui.words import told_of

YES_NO = {"是": "1", "否": "0"}


def typed_text(declared: Field, row: Row, text: str) -> str:
    """What one types into a cell as it is kept: 是 and 否 are the values of what is only fulfilled or not."""
    is_answer = declared.name == "value" and row["rule"] == "yesno"
    return YES_NO.get(text.strip(), text) if is_answer else text


def paste(context: Context, view: QTreeView, model: TreeModel) -> str | None:
    """Write the clipboard's block from the current cell downwards; the sentence where it cannot be taken."""
    rows = pasted(view, model, from_text(QApplication.clipboard().text()))
    if not rows or context.workspace.project.read_only:
        return None
    label = QCoreApplication.translate("IndicatorTree", "粘贴 {0} 行指标").format(len(rows))
    try:
        set_block(context.edit, context.records, "indicator", rows, label)
    except (BadValue, UserProblem) as wrong:
        return told_of(wrong)
    undo = QCoreApplication.translate("IndicatorTree", "撤销")
    context.toast(label, undo, context.workspace.undo)
    return None


def pasted(view: QTreeView, model: TreeModel, block: Texts) -> list[TypedRow]:
    """The block from the current cell on, over the lines as they are shown; what is computed is left out."""
    start = view.currentIndex()
    rows = []
    for index, texts in zip(_downwards(view, start), block, strict=False):
        row = model.entry(index).node.row
        found = {}
        for at, text in enumerate(texts, start=start.column()):
            declared = model.field(index.siblingAtColumn(at)) if at < len(model.columns) else None
            if declared is not None:
                found[declared.name] = typed_text(declared, row, text)
        if found:
            rows.append(TypedRow(found, row["id"]))
    return rows


def _downwards(view: QTreeView, index: QModelIndex) -> Iterator[QModelIndex]:
    while index.isValid():
        yield index
        index = view.indexBelow(index)
