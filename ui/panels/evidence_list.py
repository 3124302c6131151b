"""The evidence behind a row: what backs it, and how more is put to it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from models.fields import Row
from services.errors import UserProblem
from services.evidence import keep_files
from services.workspace import Change
from ui.context import Context
from ui.panels.links import LinkText, Part, offer
from ui.words import clauses

OFFERED = 20


class EvidenceList(QWidget):
    """Titles of the evidence linked to a row; each leads to it and can be taken off again."""

    def __init__(self, context: Context, table: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._table, self.row_id = context, table, ""
        self.text = LinkText(context.look, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text)
        context.changed.connect(self._follow)

    def show_row(self, row_id: str) -> None:
        """Show the evidence of that row."""
        self.row_id = row_id
        self._write()

    def _follow(self, change: Change) -> None:
        if change.touches("evidence", "evidence_link", self._table):
            self._write()

    def links(self) -> list[Row]:
        """The live links of the row."""
        if not self.row_id:
            return []
        found = self._context.records.of("evidence_link", "on_row", self.row_id)
        return [link for link in found if link["on_table"] == self._table]

    def _write(self) -> None:
        parts: list[Part] = []
        for link in self.links():
            row = self._context.records.get("evidence", link["evidence"])
            if row is None:
                continue
            title = self._context.records.title("evidence", row["id"])
            parts.append(Part(title, partial(self._context.show_row, "evidence", row["id"])))
            about = clauses(word for word in (row["source"], row["page"]) if word)
            parts.append(Part(f"　{about}　", role="text2"))
            parts.append(Part(self.tr("移除"), partial(self.detach, link["id"]), role="text2"))
            parts.append(Part("\n"))
        if self.row_id and not self._context.workspace.project.read_only:
            parts.append(Part(self.tr("＋ 附佐证…"), self.ask))
        self.text.say(*parts)

    def ask(self) -> None:
        """Offer the evidence there is, and a new one from a file."""
        records = self._context.records
        linked = {link["evidence"] for link in self.links()}
        there = [row for row in records.live("evidence") if row["id"] not in linked]
        choices = [
            (records.title("evidence", row["id"]), partial(self.attach, row["id"])) for row in there[:OFFERED]
        ]
        offer(self, [(self.tr("选择文件…"), self._ask_file), *choices])

    def _ask_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("选择佐证文件"))
        if chosen:
            self.add_file(Path(chosen))

    def add_file(self, path: Path) -> None:
        """Keep a file as an attachment, make it a piece of evidence, and link it to the row."""
        label = self.tr("附佐证“{0}”").format(path.name)
        try:
            keep_files(self._context.workspace, (path,), label, (self._table, self.row_id))
        except UserProblem as problem:
            self._context.say(str(problem))
            return
        self._context.toast(label, self.tr("撤销"), self._context.workspace.undo)

    def attach(self, evidence_id: str) -> None:
        """Link a piece of evidence to the row."""
        label = self.tr("附佐证“{0}”").format(self._context.records.title("evidence", evidence_id))
        with self._context.workspace.edit(label) as edit:
            link = {"evidence": evidence_id, "on_table": self._table, "on_row": self.row_id}
            edit.insert("evidence_link", link)

    def detach(self, link_id: str) -> None:
        """Take a piece of evidence off the row; the evidence itself stays."""
        label = self.tr("移除佐证")
        with self._context.workspace.edit(label) as edit:
            edit.delete("evidence_link", link_id)
        self._context.toast(label, self.tr("撤销"), self._context.workspace.undo)
