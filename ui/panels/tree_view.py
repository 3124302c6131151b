"""How the indicator tree is painted and moved in: one delegate, one view."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import cast

from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from models.evaluation import Role
from ui.grid.cell_painter import TONES, CellPainter
from ui.grid.columns import Cell
from ui.grid.editing import EditingDelegate, Index
from ui.look import Look
from ui.painting import paint_bar, paint_mark, paint_outline
from ui.panels.tree_model import TreeModel

ROLES = {**TONES, "link": "accent"}
INDENT = 16
NAMES = 200
"""The least room for the names."""
GIVING_WAY = ("measure", "evidence", "bar", "findings", "value")
"""The columns that are left out where there is less."""


class TreeDelegate(EditingDelegate):
    """Paints one cell of the tree."""

    def __init__(
        self, model: TreeModel, look: Look, commit: Callable[[QModelIndex, str], str | None]
    ) -> None:
        super().__init__(look, commit, model)
        self._model = model
        self.painter = CellPainter(look)
        look.changed.connect(self.painter.prepare)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One row's height."""
        return QSize(self._model.columns[index.column()].width, self._look.row_height)

    def ground(self, index: Index, selected: bool) -> str:
        """The token of a cell's ground."""
        cell = self._model.cell(index)
        if cell.tone == "doubt" and self._model.columns[index.column()].key == "score":
            return "doubt-bg"
        if selected:
            return "selection"
        if self._model.entry(index).node.level == 1:
            return "group"
        return "computed" if self._model.is_computed(index) else "surface"

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, words or bar, mark, lines; the view paints the frame of the current cell."""
        rect, cell = QRectF(option.rect), self._model.cell(index)
        key = self._model.columns[index.column()].key
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, self._look.color(self.ground(index, selected)))
        if key == "name":
            self._name(painter, rect, index, cell)
        elif key == "bar":
            self._bar(painter, rect, index, cell)
        else:
            self._words(painter, rect, index, cell)
        if self._model.shows_lock(index):
            self._lock(painter, rect)
        if key == "score" and self._is_open(index):
            self._dot(painter, rect)
        self.painter.lines(painter, rect)
        if key == "name":
            edge = QRectF(rect.right() - 2, rect.top(), 2, rect.height())
            painter.fillRect(edge, self._look.color("border"))
        if problems := self._model.problems_at(index):
            paint_mark(painter, rect, problems[0].severity, self._look)
        painter.restore()

    def _is_open(self, index: Index) -> bool:
        node = self._model.entry(index).node
        return node.score is None and not node.absent and node.role is Role.LEAF

    def _name(self, painter: QPainter, rect: QRectF, index: Index, cell: Cell) -> None:
        node = self._model.entry(index).node
        code, room = str(node.row["code"] or ""), rect
        if code:
            self.painter.text(painter, rect, Cell(code), Qt.AlignmentFlag.AlignLeft, bold=False, role="text2")
            taken = self.painter.metrics[False].horizontalAdvance(code) + self._look.px(13)
            room = rect.adjusted(taken, 0, 0, 0)
        role = "text2" if node.absent else "text"
        align = Qt.AlignmentFlag.AlignLeft
        self.painter.text(painter, room, cell, align, bold=node.role is Role.BRANCH, role=role)

    def _words(self, painter: QPainter, rect: QRectF, index: Index, cell: Cell) -> None:
        node, column = self._model.entry(index).node, self._model.columns[index.column()]
        bold = column.key == "score" and node.role is not Role.POINT
        bold = bold or (node.level == 1 and column.key in ("weight", "lost"))
        role = "text2" if node.absent else ROLES.get(cell.tone, "text")
        if node.role is Role.POINT and column.key in ("weight", "score"):
            role = "text2"
        self.painter.text(painter, rect, cell, column.align, bold=bold, role=role)

    def _bar(self, painter: QPainter, rect: QRectF, index: Index, cell: Cell) -> None:
        node = self._model.entry(index).node
        if cell.bar is None:
            return
        inside = rect.adjusted(self.painter.padding + 1, 0, -self.painter.padding - 1, 0)
        heaviest = self._model.heaviest.get(node.level, Decimal(0))
        branch = node.role is Role.BRANCH
        paint_bar(painter, inside, cell.bar.whole, node.score, heaviest, self._look, is_branch=branch)

    def _lock(self, painter: QPainter, rect: QRectF) -> None:
        side = self._look.px(12)
        picture = self._look.icon_pixmap("lock", side, "text2", painter.device().devicePixelRatioF())
        at = QPointF(rect.left() + self._look.px(4), rect.center().y() - side / 2)
        painter.drawPixmap(at.toPoint(), picture)

    def _dot(self, painter: QPainter, rect: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color("doubt"))
        radius = self._look.px(5) / 2
        painter.drawEllipse(
            QPointF(rect.right() - self.painter.padding - radius, rect.center().y()), radius, radius
        )

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The editor of the field's kind."""
        declared = self._model.field(index)
        assert declared is not None
        row = self._model.entry(index).node.row
        return self.open_editor(declared, self._model.context.records, row, parent, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """What stands in the cell, as one would type it; only when the editor opens."""
        self.fill(editor, self._model.edit_text(index))


class TreeView(QTreeView):
    """A tree with the grid's hands: cells are walked by arrows and Tab, typing replaces."""

    keyed = Signal(str)

    def __init__(self, look: Look, model: TreeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._model = look, model
        self.setModel(model)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setTabKeyNavigation(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(look.px(36))
        self.restyle()

    def restyle(self) -> None:
        """Indent, header and column widths of the present look."""
        look, header = self._look, self.header()
        self.setIndentation(look.px(INDENT))
        header.setFixedHeight(look.px(30))
        for at, column in enumerate(self._model.columns):
            header.setSectionResizeMode(
                at, QHeaderView.ResizeMode.Stretch if at == 0 else QHeaderView.ResizeMode.Interactive
            )
            if at:
                header.resizeSection(at, look.px(column.width))

    def columns_shown(self) -> list[int]:
        """The columns that have room."""
        return [at for at in range(len(self._model.columns)) if not self.isColumnHidden(at)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the names would be cut to nothing, other columns give way to them, one after another."""
        super().resizeEvent(event)
        columns, px = self._model.columns, self._look.px
        keys = [column.key for column in columns]
        widths = [max(px(column.width), self.columnWidth(at)) for at, column in enumerate(columns)]
        room = self.viewport().width() - px(NAMES) - sum(widths[1:])
        for at in map(keys.index, GIVING_WAY):
            self.setColumnHidden(at, room < 0)
            room += widths[at] if room < 0 else 0

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """The ground left of the name, and ⌄ or › where something is below."""
        delegate = cast(TreeDelegate, self.itemDelegate())
        selected = self.selectionModel().isSelected(cast(QModelIndex, index))
        painter.save()
        painter.fillRect(rect, self._look.color(delegate.ground(index, selected)))
        delegate.painter.lines(painter, QRectF(rect).adjusted(0, 0, 1, 0))
        painter.fillRect(
            QRectF(rect.right(), rect.top(), 1, rect.height() - 1),
            self._look.color(delegate.ground(index, selected)),
        )
        if self._model.rowCount(index):
            self._chevron(painter, QRectF(rect), self.isExpanded(cast(QModelIndex, index)))
        painter.restore()

    def _chevron(self, painter: QPainter, rect: QRectF, is_open: bool) -> None:
        half = self._look.px(4)
        middle = QPointF(rect.right() - self._look.px(3), rect.center().y())
        long, short = float(half), half / 2
        points = (
            [QPointF(-long, -short), QPointF(0, short), QPointF(long, -short)]
            if is_open
            else [QPointF(-short, -long), QPointF(short, 0), QPointF(-short, long)]
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.color("text2"), 1.4))
        painter.drawPolyline(QPolygonF([middle + point for point in points]))

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The row, then the frame of the current cell, which covers the indent too."""
        super().drawRow(painter, option, index)
        current = self.currentIndex()
        if (
            not self.hasFocus()
            or not current.isValid()
            or current.siblingAtColumn(0) != index.siblingAtColumn(0)
        ):
            return
        column = current.column()
        left, width = self.columnViewportPosition(column), self.columnWidth(column)
        rect = QRectF(left, option.rect.top(), width - 1, option.rect.height())
        paint_outline(painter, rect, self._look.color("accent"), 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that act on cells; all others move or type."""
        key, plain = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        word = _KEYS.get((Qt.Key(key), plain))
        if word is not None:
            self.keyed.emit(word)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and plain == Qt.KeyboardModifier.NoModifier:
            self._sideways(1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and plain == Qt.KeyboardModifier.NoModifier:
            last = len(self._model.columns) - 1
            self.setCurrentIndex(self.currentIndex().siblingAtColumn(last if key == Qt.Key.Key_End else 0))
        else:
            super().keyPressEvent(event)

    def _sideways(self, step: int) -> None:
        """Right opens a closed line, then walks the cells; Left comes back, closes, and goes up."""
        index = self.currentIndex()
        if not index.isValid():
            return
        if index.column() == 0 and step > 0 and self._model.rowCount(index) and not self.isExpanded(index):
            self.expand(index)
        elif index.column() == 0 and step < 0:
            if self.isExpanded(index):
                self.collapse(index)
            elif index.parent().isValid():
                self.setCurrentIndex(index.parent())
        else:
            target = min(max(index.column() + step, 0), len(self._model.columns) - 1)
            self.setCurrentIndex(index.siblingAtColumn(target))


_NONE, _CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
_ALT, _SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
_KEYS = {
    (Qt.Key.Key_Return, _NONE): "enter",
    (Qt.Key.Key_Enter, _NONE): "enter",
    (Qt.Key.Key_Return, _ALT): "problem",
    (Qt.Key.Key_Tab, _NONE): "next",
    (Qt.Key.Key_Backtab, _SHIFT): "previous",
    (Qt.Key.Key_Delete, _NONE): "clear",
    (Qt.Key.Key_C, _CTRL): "copy",
    (Qt.Key.Key_V, _CTRL): "paste",
    (Qt.Key.Key_Minus, _CTRL): "delete",
    (Qt.Key.Key_L, _CTRL): "lock",
    (Qt.Key.Key_Down, _ALT): "choose",
    (Qt.Key.Key_F4, _NONE): "choose",
}
