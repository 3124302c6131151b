"""The list of versions: the report as it stands first, then what was frozen, the newest first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from models.fields import Row, Value
from models.schema import SCHEMA
from services import versions
from services.workspace import Workspace
from ui.look import Look
from ui.words import told, worded

COLUMNS = {"title": 220, "stage": 100, "frozen_on": 100, "frozen_by": 100, "score": 130, "remark": 120}
_ROW = Qt.ItemDataRole.UserRole


class VersionList(QTreeWidget):
    """Chooses one version or two."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setHeaderLabels([worded(SCHEMA[versions.TABLE].field(name).label) for name in COLUMNS])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAccessibleName(self.tr("报告版本"))
        for at, width in enumerate(COLUMNS.values()):
            self.setColumnWidth(at, look.px(width))
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def fill(self, workspace: Workspace) -> None:
        """List the versions of a project anew; what was chosen stays chosen, else the newest is."""
        chosen = {row["id"] for row in self.chosen if row is not None}
        records = workspace.records
        self.blockSignals(True)
        self.clear()
        now = {"title": versions.NOW, "stage": records.project["stage"]}
        now["score"] = versions.score_words(workspace.evaluation)
        self._add(now, None)
        for row in reversed(versions.listed(records)):
            self._add(row, row).setSelected(row["id"] in chosen)
        if not self.selectedItems() and (first := self.topLevelItem(1) or self.topLevelItem(0)) is not None:
            first.setSelected(True)
        self.blockSignals(False)

    def _add(self, words: Row, row: Row | None) -> QTreeWidgetItem:
        said = [_said(name, words.get(name), is_kept=row is not None) for name in COLUMNS]
        item = QTreeWidgetItem(said)
        item.setData(0, _ROW, row)
        item.setIcon(0, self._look.icon("frozen" if row is not None else "report"))
        for at, text in enumerate(said):
            item.setToolTip(at, text)
        self.addTopLevelItem(item)
        return item

    def choose(self, *ids: str) -> None:
        """Choose versions by their rows' ids, "" for the report as it stands."""
        for at in range(self.topLevelItemCount()):
            item = self.topLevelItem(at)
            row = item.data(0, _ROW)
            item.setSelected((row["id"] if row is not None else "") in ids)

    @property
    def chosen(self) -> list[Row | None]:
        """The chosen versions' rows, the oldest first; None is the report as it stands."""
        items = sorted(self.selectedItems(), key=self.indexOfTopLevelItem, reverse=True)
        return [item.data(0, _ROW) for item in items]


def _said(name: str, text: Value, *, is_kept: bool) -> str:
    """What a cell shows: declared words, a score with its grade behind it, and what was typed as it is."""
    if name == "score" and is_kept:
        return "　".join(map(worded, str(text or "").split("　")))
    if name == "score" and isinstance(text, str):
        return told(text)
    return worded(str(text or "")) if name == "stage" or not is_kept else str(text or "")
