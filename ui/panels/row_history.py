"""Who changed a row and when, newest first."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.schema import SCHEMA
from services.project import Change as FieldChange
from services.project import Entry, Wanted
from services.workspace import Change
from ui.context import Context
from ui.edit_labels import said_label
from ui.panels.history_changes import shown_time, shown_value
from ui.panels.links import LinkText, Part
from ui.words import headed, worded

SHOWN = 40


class RowHistory(QWidget):
    """The entries of the history that touch one row; read when the page is looked at."""

    def __init__(self, context: Context, table: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._table, self._row_id = context, table, ""
        self.text = LinkText(context.look, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text)
        column.addStretch(1)
        context.changed.connect(self._follow)

    def show_row(self, row_id: str) -> None:
        """Show the changes of that row."""
        self._row_id = row_id
        self._write()

    def _follow(self, change: Change) -> None:
        self._write()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the history now that somebody looks."""
        super().showEvent(event)
        self._write()

    def _write(self) -> None:
        if not self.isVisible() or not self._row_id:
            return
        parts: list[Part] = []
        for entry, changes in self._entries():
            parts.append(
                Part(f"{shown_time(entry.time)}　{entry.person}　{said_label(entry.label)}\n", role="text2")
            )
            parts += [Part(f"{self._line(change)}\n") for change in changes if change.field]
            parts.append(Part("\n"))
        self.text.say(*(parts or [Part(self.tr("还没有修改过"), role="text2")]))

    def _entries(self) -> list[tuple[Entry, list[FieldChange]]]:
        project = self._context.workspace.project
        wanted = Wanted(table=self._table, row=self._row_id)
        entries = (entry for entry in project.history(SHOWN + 1, wanted) if entry.kind != "new")
        return [(entry, list(project.changes(entry, wanted))) for entry in entries][:SHOWN]

    def _line(self, change: FieldChange) -> str:
        table, records = SCHEMA[self._table], self._context.records
        field = table.field(change.field) if table.has(change.field) else None
        before, after = (shown_value(records, field, value) for value in (change.before, change.after))
        empty = self.tr("（空）")
        return headed(worded(field.label) if field else change.field, f"{before or empty} → {after or empty}")
