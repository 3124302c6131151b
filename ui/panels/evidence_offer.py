"""Putting evidence to a row: what there is already, or a file that becomes evidence."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from models.fields import Row
from models.records import Records
from models.sources import Pair
from services.errors import UserProblem
from services.evidence import keep_files
from ui.context import Context
from ui.panels.links import offer
from ui.words import told_of

OFFERED = 20


def links_of(records: Records, place: Pair) -> list[Row]:
    """The live links of evidence to a row."""
    table, row_id = place
    found = records.of("evidence_link", "on_row", row_id) if row_id else ()
    return [link for link in found if link["on_table"] == table]


class EvidenceOffer(QObject):
    """Asks what backs a row, and puts it there as one edit that can be taken back."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._widget = context, parent

    def ask(self, place: Pair) -> None:
        """Offer the evidence there is, and a new one from a file."""
        records = self._context.records
        linked = {link["evidence"] for link in links_of(records, place)}
        there = [row for row in records.live("evidence") if row["id"] not in linked]
        choices = [
            (records.title("evidence", row["id"]), partial(self.attach, place, row["id"]))
            for row in there[:OFFERED]
        ]
        offer(self._widget, [(self.tr("选择文件…"), partial(self._ask_file, place)), *choices])

    def _ask_file(self, place: Pair) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self._widget, self.tr("选择佐证文件"))
        if chosen:
            self.add_file(place, Path(chosen))

    def add_file(self, place: Pair, path: Path) -> None:
        """Keep a file as an attachment, make it a piece of evidence, and link it to the row."""
        label = self.tr("附佐证“{0}”").format(path.name)
        try:
            keep_files(self._context.workspace, (path,), label, place)
        except UserProblem as problem:
            self._context.say(told_of(problem))
            return
        self._context.toast(label, self.tr("撤销"), self._context.workspace.undo)

    def attach(self, place: Pair, evidence_id: str) -> None:
        """Link a piece of evidence to the row."""
        label = self.tr("附佐证“{0}”").format(self._context.records.title("evidence", evidence_id))
        with self._context.workspace.edit(label) as edit:
            edit.insert("evidence_link", {"evidence": evidence_id, "on_table": place[0], "on_row": place[1]})
        self._context.toast(label, self.tr("撤销"), self._context.workspace.undo)
