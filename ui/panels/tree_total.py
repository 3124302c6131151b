"""The total row under the indicator tree, as wide as its columns."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from models import kinds
from services.workspace import Change
from ui.grid.cell_painter import CellPainter
from ui.grid.columns import Cell
from ui.look import Look
from ui.painting import paint_bar
from ui.panels.tree_cells import RIGHT
from ui.panels.tree_model import TreeModel
from ui.panels.tree_view import TreeView


class TreeTotal(QWidget):
    """The total row under the tree, as wide as its columns."""

    def __init__(self, view: TreeView, model: TreeModel, look: Look) -> None:
        super().__init__(view.parentWidget())
        self._view, self._model, self._look = view, model, look
        self._painter = CellPainter(look)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        view.header().sectionResized.connect(lambda *_: self.update())
        view.horizontalScrollBar().valueChanged.connect(lambda *_: self.update())
        look.changed.connect(self._restyle)
        model.context.changed.connect(self._hear)
        self._restyle()

    def _restyle(self) -> None:
        self._painter.prepare()
        self.setFixedHeight(self._look.px(28))
        self.follow()

    def _hear(self, _change: Change) -> None:
        self.follow()

    def follow(self) -> None:
        """Show the sums as they stand."""
        self.setAccessibleName("　".join(text for text in self.texts().values() if text))
        self.update()

    def texts(self) -> dict[str, str]:
        """The sums by column."""
        found = self._model.context.evaluation
        leaves = sum(1 for _ in found.leaves())
        lost = sum((root.lost for root in found.roots), Decimal(0))
        return {
            "name": self.tr("合计　{0} 项").format(leaves),
            "weight": kinds.show_number(found.weight),
            "score": self._score(),
            "lost": kinds.show_number(-lost) if lost else "",
        }

    def _score(self) -> str:
        context = self._model.context
        now = kinds.show_number(context.evaluation.total)
        old = "" if context.trial is None else kinds.show_number(context.trial.base.evaluation.total)
        return now if old in ("", now) else f"{now} ⟵ {old}"

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sums under their columns."""
        painter, look, texts = QPainter(self), self._look, self.texts()
        found = self._model.context.evaluation
        painter.fillRect(self.rect(), look.color("total"))
        for at, column in enumerate(self._model.columns):
            if self._view.isColumnHidden(at):
                continue
            left = self._view.columnViewportPosition(at)
            rect = QRectF(left, 0, self._view.columnWidth(at), self.height())
            if column.key == "name":
                rect.adjust(look.px(3), 0, 0, 0)
            align = RIGHT if column.key != "name" else Qt.AlignmentFlag.AlignLeft
            self._painter.text(painter, rect, Cell(texts.get(column.key, "")), align, bold=True, role="text")
            if column.key == "bar" and found.weight > 0:
                inside = rect.adjusted(self._painter.padding + 1, 0, -self._painter.padding - 1, 0)
                paint_bar(painter, inside, found.weight, found.total, found.weight, look, is_branch=True)
        painter.setPen(QPen(look.color("border-strong"), 1))
        painter.drawLine(QLineF(0, 0.5, self.width(), 0.5))
        painter.end()
