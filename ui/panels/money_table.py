"""项目资金 on the self-evaluation form: planned, granted, paid, and the execution rate with its score."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from models import kinds
from models.fields import Kind
from models.figures import shown
from models.self_evaluation import EXECUTION_WEIGHT, FundLine
from models.self_evaluation import Form as Sheet
from ui.context import Context
from ui.panels.payments import money_cell
from ui.words import worded

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def points(value: Decimal) -> str:
    """Points at two decimals."""
    return kinds.show_number(kinds.round_half_up(value))


class MoneyTable(QTreeWidget):
    """项目资金: what was planned, granted and paid, and what the execution rate is worth."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("项目资金"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        titles = [
            "", self.tr("年初预算"), self.tr("全年预算"), self.tr("全年执行"), self.tr("执行率"),
            self.tr("得分"),
        ]  # fmt: skip
        self.setHeaderLabels(titles)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, len(titles)):
            self.headerItem().setTextAlignment(column, RIGHT)
        context.look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        look = self._context.look
        for column, width in enumerate((66, 66, 66, 60, 44), start=1):
            self.header().resizeSection(column, look.px(width))
        self.setFixedHeight(look.px(30) + 4 * look.px(25) + look.px(2))

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Show the money of a form."""
        self.clear()
        for at, line in enumerate(sheet.money if sheet is not None else ()):
            score = ""
            if at == 0 and sheet is not None:
                score = "—" if sheet.execution is None else points(sheet.execution)
            self._add(line, score, is_total=at == 0)

    def _add(self, line: FundLine, score: str, *, is_total: bool) -> None:
        rate = "—" if line.rate is None else shown(line.rate, Kind.PERCENT)
        amounts = [self._amount(each) for each in (line.initial, line.budget, line.paid)]
        item = QTreeWidgetItem([worded(line.name), *amounts, rate, score])
        for column in range(1, 6):
            item.setTextAlignment(column, RIGHT)
        if is_total:
            for column in range(6):
                item.setFont(column, self._context.look.font(13, 600))
            item.setToolTip(5, self.tr("执行率×{0}，最高 {0} 分").format(EXECUTION_WEIGHT))
        self.addTopLevelItem(item)

    def _amount(self, value: Fraction | None) -> str:
        return "—" if value is None else money_cell(self._context.records, value).text

    def texts(self) -> list[list[str]]:
        """The lines of the table as they are read."""
        items = (self.topLevelItem(at) for at in range(self.topLevelItemCount()))
        return [[item.text(column) for column in range(6)] for item in items if item is not None]
