"""The menus of the editor: at the caret, on an insert, and the findings that can be quoted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence, QTextCursor
from PySide6.QtWidgets import QMenu, QWidget

from models.report.blocks import Table
from models.report.document import Report
from models.report.live.inserting import WrongInsert
from models.report.live.syntax import Field, Insert, Line, Words, read
from ui.context import Context
from ui.panels.chapter_editor import ChapterEditor
from ui.panels.field_box import way_to
from ui.panels.live_formats import BODY, HEADING2, HEADING3, NOTE
from ui.words import headed

MOST = 40


def _tr(text: str) -> str:
    return QCoreApplication.translate("ChapterMenus", text)


def style_actions(editor: ChapterEditor) -> list[QAction]:
    """What makes a paragraph a heading, small print or plain, with their keys."""
    made = []
    for words, style, key in (
        (_tr("正文段落"), BODY, "Alt+0"),
        (_tr("二级标题（一）"), HEADING2, "Alt+2"),
        (_tr("三级标题 1."), HEADING3, "Alt+3"),
        (_tr("小字"), NOTE, "Alt+4"),
    ):
        action = QAction(words, editor)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(partial(editor.set_style, style))
        made.append(action)
    editor.addActions(made)
    return made


def caret_menu(editor: ChapterEditor, styles: Sequence[QAction], ask: QAction) -> QMenu:
    """Cut, copy, paste, the styles of a paragraph, and what can be inserted."""
    menu, selected = QMenu(editor), editor.textCursor().hasSelection()
    can_edit = not editor.isReadOnly()
    for words, run, can in (
        (_tr("剪切　Ctrl+X"), editor.cut, selected and can_edit),
        (_tr("复制　Ctrl+C"), editor.copy, selected),
        (_tr("粘贴　Ctrl+V"), editor.paste, can_edit and editor.canPaste()),
        (_tr("全选　Ctrl+A"), editor.selectAll, True),
    ):
        action = menu.addAction(words)
        action.setEnabled(can)
        action.triggered.connect(run)
    menu.addSeparator()
    menu.addActions(list(styles))
    menu.addSeparator()
    menu.addAction(ask)
    return menu


def insert_menu(editor: ChapterEditor, insert: Insert, report: Report, context: Context) -> QMenu:
    """What can be done with an insert: to its source, written out, away."""
    menu, can_edit = QMenu(editor), not editor.isReadOnly()
    menu.addSection(headed(_tr(insert.kind), insert.name))
    try:
        made = report.renderer.inserts.make(insert)
    except WrongInsert:
        made = None
    lines: list[tuple[str, Callable[[], object] | None]] = [
        (_tr("打开来源"), _source(made, context, editor) if isinstance(made, Table) else None)
    ]
    if isinstance(made, tuple):
        lines.append(
            (
                _tr("展开成可改的文字"),
                partial(_replace, editor, list(read("\n".join(made)))) if can_edit else None,
            )
        )
    lines.append((_tr("删除　Delete"), partial(_replace, editor, []) if can_edit else None))
    for words, run in lines:
        action = menu.addAction(words)
        action.setEnabled(run is not None)
        if run is not None:
            action.triggered.connect(lambda _checked=False, run=run: run())
    return menu


def _source(table: Table, context: Context, parent: QWidget) -> Callable[[], object] | None:
    """The way to the first row of the table that comes from the data."""
    cells = (row.cell(at) for row in table.rows for at in range(len(table.columns)))
    source = next((cell.source for cell in cells if isinstance(cell.source, tuple)), None)
    return way_to(context, source, parent)


def _replace(editor: ChapterEditor, lines: Sequence[Line | Insert]) -> None:
    caret = editor.textCursor()
    caret.movePosition(QTextCursor.MoveOperation.StartOfBlock)
    caret.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    editor.put(lines, caret)


def findings_menu(editor: ChapterEditor, report: Report) -> QMenu:
    """The findings of the report; what is chosen is quoted by its number, title and fact, all live."""
    menu = QMenu(editor)
    material = report.renderer.quoter.material
    rows = material.records.live("finding")
    for row in rows[:MOST]:
        place = material.scope.written("finding", row)
        title = str(row["title"] or _tr("未命名"))
        action = menu.addAction(f"{row['code'] or ''}　{title}".strip("　").replace("&", "&&"))
        action.triggered.connect(partial(_quote, editor, place))
    if not rows:
        menu.addAction(_tr("还没有录入问题")).setEnabled(False)
    return menu


def _quote(editor: ChapterEditor, place: str) -> None:
    said = ("问题", Field(f"{place}.编号"), "“", Field(f"{place}.问题标题"), "”：", Field(f"{place}.事实"))
    editor.put([Line(tuple(Words(each) if isinstance(each, str) else each for each in said))])
    editor.setFocus()
