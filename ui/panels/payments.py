"""The payments of one contract: a bar with its four amounts, and the grid in which they are typed."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from models import kinds
from models.figures import FactSet
from models.records import Records
from services.workspace import Change
from ui.context import Context
from ui.grid.columns import Bar, Cell, Column
from ui.grid.grid import Grid
from ui.look import Look
from ui.painting import paint_payment_bar


def money_cell(records: Records, value: Fraction | None, *, blank_zero: bool = False, tone: str = "") -> Cell:
    """A computed amount of 万元 as a cell in the project's unit; empty where it is not known."""
    if value is None or (blank_zero and value == 0):
        return Cell()
    fen = value * kinds.FEN_PER_WAN
    text = kinds.show_money(fen, records.money_unit, records.thousands)
    return Cell(text, fen / kinds.FEN_PER[records.money_unit], tone)


def payment_bar(facts: FactSet) -> Cell:
    """What is paid of a contract or a group, earlier and this year, as a bar."""
    whole, prior, part = (facts[name].value for name in ("合同金额", "以前年度已付", "本年已付"))
    if not whole and not prior and not part:
        return Cell()
    paid = (prior or Fraction(0)) + (part or Fraction(0))
    sort = paid / whole if whole else None
    return Cell("", sort, bar=Bar(whole or Fraction(0), part or Fraction(0), prior or Fraction(0)))


class PaidBar(QWidget):
    """One payment bar."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._facts: FactSet | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(look.px(16))

    def show_facts(self, facts: FactSet | None) -> None:
        """Show what is paid of this contract."""
        self._facts = facts
        self.update()

    def sizeHint(self) -> QSize:
        """A line."""
        return QSize(self._look.px(160), self._look.px(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar over the whole width."""
        if self._facts is None:
            return
        whole, prior, part = (self._facts[name].value for name in ("合同金额", "以前年度已付", "本年已付"))
        painter = QPainter(self)
        rect = QRectF(self.rect())
        paint_payment_bar(painter, rect, whole, prior or Fraction(0), part or Fraction(0), self._look)
        painter.end()


class PaymentsPage(QWidget):
    """Bar, amounts and grid; the grid takes the height that is left."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._contract = ""
        look = context.look
        self.bar = PaidBar(look, self)
        self.amounts = QLabel(self)
        self.amounts.setProperty("role", "note")
        self.amounts.setWordWrap(True)
        self.grid = Grid(
            context,
            "payment",
            [
                Column("paid_on", width=92),
                Column("amount", width=84, total=True),
                Column("term", width=104),
                Column("voucher", width=80),
                Column("payee", width=120),
                Column("fund", width=90),
                Column("remark", width=120),
            ],
            scope={"contract": ""},
            entry_hint=self.tr("新付款"),
            total_label=self.tr("合计"),
            parent=self,
        )
        head = QVBoxLayout()
        head.setContentsMargins(look.px(16), look.px(10), look.px(16), look.px(8))
        head.setSpacing(look.px(4))
        head.addWidget(self.bar)
        head.addWidget(self.amounts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.grid, 1)

    def show_contract(self, contract: str) -> None:
        """Show the payments of a contract."""
        if contract != self._contract:
            self._contract = contract
            self.grid.set_scope({"contract": contract})
        self.refresh(None)

    def refresh(self, change: Change | None) -> None:
        """Bar and amounts as they stand."""
        facts = self.context.evaluation.facts.contracts.get(self._contract)
        self.bar.show_facts(facts)
        if facts is None:
            self.amounts.setText("")
            return
        records = self.context.records
        year = records.project["year"]
        named = (
            (self.tr("合同"), "合同金额"),
            (self.tr("以前年度付"), "以前年度已付"),
            (self.tr("{0}年付").format(year) if year else self.tr("本年付"), "本年已付"),
            (self.tr("未付"), "未付"),
        )
        words = []
        for word, name in named:
            cell = money_cell(records, facts[name].value)
            words.append(f"{word} {cell.text or '—'}")
        self.amounts.setText("　".join(words))
        self.bar.setAccessibleName(self.amounts.text())
