"""The total row: one row under a grid, as wide as its columns and scrolling with them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from models import kinds
from models.fields import Kind
from ui.grid.columns import Cell
from ui.grid.delegate import TONES, CellPainter
from ui.grid.lines import ROW, Line
from ui.grid.model import GridModel
from ui.grid.selecting import shown_columns
from ui.grid.view import GridView
from ui.look import Look


class TotalRow(QWidget):
    """Sums of the rows shown, painted under the grid's columns."""

    def __init__(self, view: GridView, model: GridModel, look: Look, label: str) -> None:
        super().__init__(view.parentWidget())
        self._view, self._model, self._look, self._label = view, model, look, label
        self._painter = CellPainter(look)
        self._age, self._lines = -1, model.lines
        self._cells: list[Cell] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._restyle()
        view.titles.sectionResized.connect(lambda *_: self.update())
        view.titles.sectionMoved.connect(lambda *_: self.forget())
        view.horizontalScrollBar().valueChanged.connect(lambda *_: self.update())
        for signal in (model.modelReset, model.dataChanged):
            signal.connect(lambda *_: self._follow())
        look.changed.connect(self._restyle)
        self._follow()

    def _restyle(self) -> None:
        self._painter.prepare()
        self.setFixedHeight(self._look.px(28))
        self.update()

    def forget(self) -> None:
        """The label goes to the first column that is shown."""
        self._age = -1
        self.update()

    def _follow(self) -> None:
        self.setAccessibleName("　".join(cell.text for cell in self.cells() if cell.text))
        self.update()

    def cells(self) -> list[Cell]:
        """The total of every column, added up once for each state of the rows."""
        if self._age != self._model.age or self._lines is not self._model.lines:
            self._age, self._lines = self._model.age, self._model.lines
            lines = [line for line in self._lines if line.kind == ROW]
            self._cells = [self._cell(at, lines) for at in range(len(self._model.columns))]
        return self._cells

    def _given(self, at: int, lines: list[Line]) -> list[Any]:
        """What the rows add to a total; of a declared field without preparing their cells."""
        field = self._model.fields[at]
        if field is None:
            found = [self._model.cells(line)[at].sort for line in lines]
        else:
            found = [line.row[field.name] for line in lines if line.row is not None]
        return [value for value in found if value is not None]

    def _cell(self, at: int, lines: list[Line]) -> Cell:
        column, field = self._model.columns[at], self._model.fields[at]
        context = self._model.context
        if column.total_cell is not None:
            return column.total_cell(context.records, context.workspace.evaluation)
        if at == next(iter(shown_columns(self._view)), 0):
            return Cell(f"{self._label}　{len(lines)}")
        if not column.total:
            return Cell()
        given = self._given(at, lines)
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
