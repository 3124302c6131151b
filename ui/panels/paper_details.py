"""The panels of the papers page: requests, evidence, sign-in lists and surveys with what belongs to them."""

from __future__ import annotations

from fractions import Fraction
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from models import kinds
from models.fields import Row
from models.schema import SCHEMA
from services.workspace import Change
from ui.context import Context
from ui.panels.detail import Heading
from ui.panels.evidence_list import EvidenceList
from ui.panels.links import LinkText, Part
from ui.panels.row_pages import RowForm
from ui.words import calculated, told, worded


class BackedForm(RowForm):
    """A row's form with its evidence below."""

    def __init__(self, context: Context, table: str, parent: QWidget | None = None) -> None:
        heading = Heading(context.look, "")
        self.evidence = EvidenceList(context, table)
        super().__init__(context, table, below=(12, heading, 4, self.evidence), parent=parent)
        heading.title.setText(self.tr("佐证"))

    def show_row(self, row_id: str) -> None:
        """Show that row and what backs it."""
        super().show_row(row_id)
        self.evidence.show_row(row_id)


class EvidenceForm(RowForm):
    """A piece of evidence and the rows it backs."""

    def __init__(self, context: Context, table: str, parent: QWidget | None = None) -> None:
        heading = Heading(context.look, "")
        self.links = LinkText(context.look)
        super().__init__(context, table, below=(12, heading, 4, self.links), parent=parent)
        heading.title.setText(self.tr("佐证了"))
        context.committed.connect(self._follow_links)

    def show_row(self, row_id: str) -> None:
        """Show that piece of evidence."""
        super().show_row(row_id)
        self._write_links()

    def _follow_links(self, _change: Change) -> None:
        self._write_links()

    def _write_links(self) -> None:
        records = self._context.records
        parts: list[Part] = []
        for link in records.of("evidence_link", "evidence", self.form.row_id) if self.form.row_id else ():
            table = SCHEMA.get(link["on_table"] or "")
            if table is None:
                continue
            title = told(records.title(table.name, link["on_row"]))
            run = partial(self._context.show_row, table.name, link["on_row"] or "", link["on_field"] or "")
            parts += [Part(f"{worded(table.label)}　{title}", run), Part("\n")]
        self.links.say(*(parts or [Part(self.tr("还没有关联到任何一行"), role="text2")]))


class Counts(QWidget):
    """A band of numbers under their words."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(context.look.px(8))
        self._look = context.look
        self.shown: dict[str, str] = {}

    def show_counts(self, counts: dict[str, str], doubtful: frozenset[str] = frozenset()) -> None:
        """Show words and numbers; the doubtful ones in the doubt colour."""
        while self._grid.count():
            old = self._grid.takeAt(0).widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.shown = counts
        for at, (words, number) in enumerate(counts.items()):
            name, value = QLabel(words, self), LinkText(self._look, self)
            name.setProperty("role", "note")
            value.setWordWrap(False)
            value.say(Part(number, role="doubt" if words in doubtful else "text", bold=True))
            for row, label in enumerate((name, value)):
                label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
                self._grid.addWidget(label, row, at)


class RosterForm(BackedForm):
    """A sign-in list: planned and signed, with and without a telephone number."""

    def __init__(self, context: Context, table: str, parent: QWidget | None = None) -> None:
        self.counts = Counts(context)
        super().__init__(context, table, parent)
        column = self.layout()
        assert column is not None
        self.counts.setContentsMargins(*[context.look.px(12)] * 4)
        column.addWidget(self.counts)
        context.committed.connect(self._follow_entries)

    def show_row(self, row_id: str) -> None:
        """Show that list."""
        super().show_row(row_id)
        self._count()

    def _follow_entries(self, _change: Change) -> None:
        self._count()

    def _count(self) -> None:
        row = self._context.records.get("roster", self.form.row_id)
        self.counts.setVisible(row is not None)
        if row is not None:
            self.counts.show_counts(*self._figures(row))

    def _figures(self, row: Row) -> tuple[dict[str, str], frozenset[str]]:
        entries = self._context.records.of("roster_entry", "roster", row["id"])
        silent = sum(not entry["phone"] for entry in entries)
        proxies = sum(bool(entry["signed_by_proxy"]) for entry in entries)
        planned = row["planned_count"]
        share = kinds.show_rate(Fraction(100 * silent, len(entries))) if entries else "—"
        words = {
            self.tr("计划"): "" if planned is None else str(planned),
            self.tr("签到"): str(len(entries)),
            self.tr("有电话"): str(len(entries) - silent),
            self.tr("无电话"): str(silent),
            self.tr("无电话占比"): share,
            self.tr("疑似代签"): str(proxies),
        }
        doubtful = {self.tr("签到")} if planned is not None and len(entries) > planned else set()
        if silent:
            doubtful |= {self.tr("无电话"), self.tr("无电话占比")}
        if proxies:
            doubtful.add(self.tr("疑似代签"))
        return words, frozenset(doubtful)


class SurveyForm(RowForm):
    """A survey and its satisfaction."""

    def __init__(self, context: Context, table: str, parent: QWidget | None = None) -> None:
        heading = Heading(context.look, "")
        self.result = LinkText(context.look)
        super().__init__(context, table, below=(12, heading, 4, self.result), parent=parent)
        heading.title.setText(self.tr("满意度"))
        context.changed.connect(self._follow_answers)

    def show_row(self, row_id: str) -> None:
        """Show that survey."""
        super().show_row(row_id)
        self._compute()

    def _follow_answers(self, _change: Change) -> None:
        self._compute()

    def _compute(self) -> None:
        fact = self._context.evaluation.facts.surveys.get(self.form.row_id)
        if fact is None:
            self.result.say("")
        else:
            why = calculated(fact.calculation if fact.value is not None else fact.reason)
            self.result.say(Part(fact.shown, bold=True), Part(f"　{why}", role="text2"))
