"""The total row: one row under a grid, as wide as its columns and scrolling with them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from operator import itemgetter
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QLineF, QRectF, Qt, QTimer
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from models import kinds
from models.fields import Kind, Row
from ui.grid.cell_painter import TONES, CellPainter
from ui.grid.columns import Cell
from ui.grid.model import GridModel
from ui.grid.selecting import shown_columns
from ui.grid.view import GridView
from ui.look import Look

AT_ONCE, REST_MILLISECONDS = 5_000, 80
"""From so many rows on the totals follow when the typing rests."""


class TotalRow(QWidget):
    """Sums of the rows shown, painted under the grid's columns."""

    def __init__(self, view: GridView, model: GridModel, look: Look, label: str) -> None:
        super().__init__(view.parentWidget())
        self._view, self._model, self._look, self._label = view, model, look, label
        self._painter = CellPainter(look)
        self._lines, self._first, self._is_old = model.lines, 0, False
        self._cells: list[Cell] = [Cell()] * len(model.columns)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MILLISECONDS)
        self._timer.timeout.connect(self._add_up)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._restyle()
        view.titles.sectionResized.connect(lambda *_: self.update())
        view.horizontalScrollBar().valueChanged.connect(lambda *_: self.update())
        for signal in (model.modelReset, model.dataChanged):
            signal.connect(lambda *_: self._follow())
        look.changed.connect(self._restyle)
        self._follow()

    def _restyle(self) -> None:
        self._painter.prepare()
        self.setFixedHeight(self._look.px(28))
        self.update()

    def follow_columns(self) -> None:
        """The label goes to the first column that is shown."""
        first = next(iter(shown_columns(self._view)), 0)
        if first != self._first:
            self._first = first
            self._follow()
        self.update()

    def _follow(self) -> None:
        """Add up again; many rows only when nothing else is to be done."""
        if len(self._model.lines) > AT_ONCE:
            self._timer.start()
        else:
            self._add_up()

    def _add_up(self) -> None:
        self._timer.stop()
        self._lines, self._is_old = self._model.lines, True
        self.setAccessibleName("　".join(cell.text for cell in self.cells() if cell.text))
        self.update()

    def cells(self) -> list[Cell]:
        """The total of every column, added up once for each state of the rows."""
        if self._is_old:
            self._is_old, rows = False, self._counted()
            self._cells = [self._cell(at, rows) for at in range(len(self._model.columns))]
        return self._cells

    def _counted(self) -> Sequence[Row]:
        """The rows that count: void ones are only looked at."""
        rows = self._lines.rows()
        if self._model.arrangement.shows_void:
            rows = [row for row in rows if row["void_reason"] is None]
        return rows

    def _given(self, at: int, rows: Sequence[Row]) -> list[Any]:
        """What the rows add to a total; of a declared field without preparing their cells."""
        field = self._model.fields[at]
        if field is None:
            found = [cell.sort for cell in self._model.computed(rows, at)]
        else:
            found = list(map(itemgetter(field.name), rows))
        return [value for value in found if value is not None]

    def _cell(self, at: int, rows: Sequence[Row]) -> Cell:
        column, field = self._model.columns[at], self._model.fields[at]
        context = self._model.context
        is_part = self._model.arrangement.is_filtered
        if at == self._first and is_part:
            shown, whole = self._model.row_counts
            return Cell(QCoreApplication.translate("TotalRow", "筛选出 {0} / {1}").format(shown, whole))
        if column.total_cell is not None and not is_part:
            return column.total_cell(context.records, context.evaluation)
        if at == self._first:
            return Cell(f"{self._label}　{len(rows)}")
        if not column.total:  # what is known of the whole project would stand beside sums of a part of it
            return Cell()
        given = self._given(at, rows)
        if field is None:
            return Cell(
                kinds.show_number(kinds.round_half_up(sum(given)), context.records.thousands) if given else ""
            )
        if not given:
            return Cell()
        total = sum(given) if field.kind in (Kind.MONEY, Kind.INTEGER) else sum(given, Decimal(0))
        return Cell(
            kinds.show(
                field, total, money_unit=context.records.money_unit, thousands=context.records.thousands
            )
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sums under their columns."""
        painter, look = QPainter(self), self._look
        painter.fillRect(self.rect(), look.color("total"))
        rows, titles = self._view.rows, self._view.titles
        offset = rows.width() if not rows.isHidden() else 0
        shown = shown_columns(self._view)
        frozen = [at for at in shown if titles.is_frozen(at)]
        edge = offset + sum(self._view.columnWidth(at) for at in frozen)
        painter.setClipRect(QRectF(edge, 0, self.width() - edge, self.height()))
        for at in shown:
            if at not in frozen:
                self._paint_cell(painter, at, offset + self._view.columnViewportPosition(at))
        painter.setClipRect(QRectF(offset, 0, edge - offset, self.height()))
        left = offset
        for at in frozen:
            self._paint_cell(painter, at, left)
            left += self._view.columnWidth(at)
        if frozen:
            painter.fillRect(QRectF(edge - 2, 0, 2, self.height()), look.color("border"))
        painter.setClipping(False)
        painter.setPen(QPen(look.color("border-strong"), 1))
        painter.drawLine(QLineF(0, 0.5, self.width(), 0.5))
        painter.end()

    def event(self, event: QEvent) -> bool:
        """A sum that is wider than its column can be read on hover."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            rows = self._view.rows
            at = self._view.columnAt(event.pos().x() - (rows.width() if not rows.isHidden() else 0))
            QToolTip.showText(event.globalPos(), self.cells()[at].text if at >= 0 else "", self)
            return True
        return super().event(event)

    def _paint_cell(self, painter: QPainter, at: int, left: int) -> None:
        cell = self.cells()[at]
        rect = QRectF(left, 0, self._view.columnWidth(at), self.height())
        align = self._model.columns[at].align or Qt.AlignmentFlag.AlignLeft
        self._painter.text(painter, rect, cell, align, bold=True, role=TONES.get(cell.tone, "text"))
        if cell.bar is not None:
            self._painter.bar(painter, rect, cell.bar)

    def cell_text(self, name: str) -> str:
        """The total under a column, for tests and screen readers."""
        at = [column.name for column in self._model.columns].index(name)
        return self.cells()[at].text
