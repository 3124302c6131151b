"""The evidence behind a row: what backs it, and how more is put to it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.fields import Row
from models.replacing import place
from models.schema import SCHEMA
from models.sources import Pair
from services.workspace import Change
from ui.context import Context
from ui.panels.evidence_offer import EvidenceOffer, links_of
from ui.panels.links import GAP, LinkText, Part
from ui.words import clauses, told, worded


class EvidenceList(QWidget):
    """Titles of the evidence linked to a row; each leads to it and can be taken off again.

    Evidence of the row's own rows in the tables `below` follows, with the row that it backs.
    """

    def __init__(
        self, context: Context, table: str, below: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._table, self._below, self.row_id = context, table, tuple(below), ""
        self._offer = EvidenceOffer(context, self)
        self.text = LinkText(context.look, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text)
        context.committed.connect(self._follow)

    @property
    def place(self) -> Pair:
        """The row whose evidence is shown."""
        return self._table, self.row_id

    def show_row(self, row_id: str) -> None:
        """Show the evidence of that row."""
        self.row_id = row_id
        self._write()

    def _follow(self, change: Change) -> None:
        if change.touches("evidence", "evidence_link", self._table, *self._below):
            self._write()

    def links(self) -> list[Row]:
        """The live links of the row, then those of its own rows."""
        records = self._context.records
        linked = {(link["on_table"], link["on_row"]) for link in records.live("evidence_link")}
        own = [
            (name, row)
            for name in self._below
            for table, row_id in linked
            if table == name and (row := records.get(name, row_id)) and row[self._table] == self.row_id
        ]
        own.sort(key=lambda each: (self._below.index(each[0]), place(each[1])))
        places = [self.place, *((name, str(row["id"])) for name, row in own if records.is_live(name, row))]
        return [link for each in places for link in links_of(records, each)]

    def _write(self) -> None:
        parts: list[Part] = []
        for link in self.links():
            row = self._context.records.get("evidence", link["evidence"])
            if row is None:
                continue
            title = self._context.records.title("evidence", row["id"])
            parts.append(Part(title, partial(self._context.show_row, "evidence", row["id"])))
            about = clauses(word for word in (self._backed(link), row["source"], row["page"]) if word)
            parts.append(Part(f"{GAP}{about}{GAP}" if about else GAP, role="text2"))
            parts.append(Part(self.tr("移除"), partial(self.detach, link["id"]), role="text2"))
            parts.append(Part("\n"))
        if self.row_id and not self._context.workspace.project.read_only:
            parts.append(Part(self.tr("＋ 附佐证…"), self.ask))
        self.text.say(*parts)

    def _backed(self, link: Row) -> str:
        """Which of the row's own rows a link is for; nothing for the row itself."""
        table, row_id = str(link["on_table"]), link["on_row"]
        if (table, row_id) == self.place:
            return ""
        return f"{worded(SCHEMA[table].label)} {told(self._context.records.title(table, row_id))}"

    def ask(self) -> None:
        """Offer the evidence there is, and a new one from a file."""
        self._offer.ask(self.place)

    def add_file(self, path: Path) -> None:
        """Keep a file as an attachment, make it a piece of evidence, and link it to the row."""
        self._offer.add_file(self.place, path)

    def attach(self, evidence_id: str) -> None:
        """Link a piece of evidence to the row."""
        self._offer.attach(self.place, evidence_id)

    def detach(self, link_id: str) -> None:
        """Take a piece of evidence off the row; the evidence itself stays."""
        label = self.tr("移除佐证")
        with self._context.workspace.edit(label) as edit:
            edit.delete("evidence_link", link_id)
        self._context.toast(label, self.tr("撤销"), self._context.workspace.undo)
