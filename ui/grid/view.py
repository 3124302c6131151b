"""The table view with Excel's hands: row numbers, keys, mouse, and the frame of the current cell."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView, QWidget

from ui.grid.choices import ChoiceBox
from ui.grid.editing import EditingDelegate
from ui.grid.header import ColumnHeader
from ui.grid.keys import COMMANDS, JUMPS, MOVES
from ui.grid.model import GridModel
from ui.grid.page_painter import PagePainter
from ui.grid.row_header import RowHeader
from ui.grid.walking import Walker
from ui.look import Look

Index = QModelIndex | QPersistentModelIndex
_Modifier = Qt.KeyboardModifier
_Trigger = QAbstractItemView.EditTrigger


class GridView(QTableView):
    """A table view that moves as Excel does and leaves every key with a meaning of its own to the grid."""

    keyed = Signal(str)

    def __init__(self, look: Look, model: GridModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._model = look, model
        self.page = PagePainter(model, look)
        self._pressed = QPersistentModelIndex()
        self._frozen_width = 0
        self._was_shown = False
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(_Trigger.DoubleClicked | _Trigger.EditKeyPressed | _Trigger.AnyKeyPressed)
        self.rows, self.titles = RowHeader(look, self), ColumnHeader(look, self)
        self.setVerticalHeader(self.rows)
        self.setHorizontalHeader(self.titles)
        self.setModel(model)
        self.walker = Walker(self, model)
        self.selectionModel().currentChanged.connect(lambda *_: self.walker.moved_by_others())

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that act on cells go to the grid, those that move are Excel's; all others type."""
        key, plain = Qt.Key(event.key()), event.modifiers() & ~_Modifier.KeypadModifier
        word = COMMANDS.get((key, plain))
        far, reaching = bool(plain & _Modifier.ControlModifier), bool(plain & _Modifier.ShiftModifier)
        if word is not None:
            self.keyed.emit(word)
        elif key in MOVES and not plain & _Modifier.AltModifier:
            self.walker.step(*MOVES[key], far=far, reaching=reaching)
        elif key in JUMPS and not plain & _Modifier.AltModifier:
            self.walker.jump(JUMPS[key], far=far, reaching=reaching)
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """A composition opens the editor and goes on in it; what comes composed (，) is its first letter.

        Qt keeps the focus here until the composition ends: moving it would break the composition off.
        """
        index, comes_composed = self.currentIndex(), bool(event.commitString()) and not event.preeditString()
        if not comes_composed or self.state() == QAbstractItemView.State.EditingState:
            super().inputMethodEvent(event)
            editor = QApplication.focusWidget()
            if event.commitString() and isinstance(editor, ChoiceBox):
                editor.offer()
        elif index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
            editor = QApplication.focusWidget()
            if editor is not None and editor is not self:
                QCoreApplication.sendEvent(editor, event)

    def edit(  # type: ignore[override]
        self, index: Index, trigger: _Trigger | None = None, event: QEvent | None = None
    ) -> bool:
        """Open the editor, a frozen cell where it really stands; F2 and a double click come to correct."""
        if trigger is None:
            super().edit(index)  # type: ignore[arg-type]
            return True
        if self._frozen_width and self.titles.is_frozen(index.column()) and self._opens(trigger):
            self.horizontalScrollBar().setValue(0)
        opened = bool(super().edit(index, trigger, event))  # type: ignore[arg-type, call-overload]
        if not opened and (
            trigger == _Trigger.EditKeyPressed or trigger == _Trigger.AnyKeyPressed and _types(event)
        ):
            self.keyed.emit("shut")
        delegate = self.itemDelegate()
        corrects = trigger in (_Trigger.EditKeyPressed, _Trigger.DoubleClicked)
        if opened and corrects and isinstance(delegate, EditingDelegate):
            delegate.correct()
        return opened

    def keyboardSearch(self, search: str) -> None:
        """Nothing: what is typed where nobody can type moves no cursor."""

    def _opens(self, trigger: _Trigger) -> bool:
        return trigger == _Trigger.AllEditTriggers or bool(trigger & self.editTriggers())

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Shift reaches from the current cell; a plain press remembers where a drawn selection begins."""
        index = self.indexAt(event.position().toPoint())
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and event.modifiers() == _Modifier.ShiftModifier and self._may_reach(index):
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.walker.extend(index.row(), index.column())
            self._pressed = QPersistentModelIndex()
            return
        self._pressed = QPersistentModelIndex(index) if is_left else QPersistentModelIndex()
        if event.button() == Qt.MouseButton.RightButton and self.selectionModel().isSelected(index):
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            return
        super().mousePressEvent(event)

    def _may_reach(self, index: QModelIndex) -> bool:
        return index.isValid() and self.currentIndex().isValid()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """After a selection was drawn the cell where it began is the current one."""
        super().mouseReleaseEvent(event)
        current = self.currentIndex()
        if self._pressed.isValid() and current.isValid() and QModelIndex(self._pressed) != current:
            self.walker.drawn(QModelIndex(self._pressed), current)
        self._pressed = QPersistentModelIndex()

    # What is in view

    def set_frozen_width(self, width: int) -> None:
        """How much of the left side is covered by frozen columns."""
        self._frozen_width = width

    def scrollTo(  # type: ignore[override]
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a cell into view, beside the frozen columns and not under them."""
        bar, covered = self.horizontalScrollBar(), self._frozen_width
        before = bar.value()
        if covered and index.isValid() and self.titles.is_frozen(index.column()):
            bar.blockSignals(True)
            super().scrollTo(index, hint)  # type: ignore[arg-type]
            bar.setValue(before)
            bar.blockSignals(False)
            return
        super().scrollTo(index, hint)  # type: ignore[arg-type]
        left = self.columnViewportPosition(index.column()) if index.isValid() else covered
        if left < self._frozen_width:
            bar.setValue(bar.value() - (self._frozen_width - left))

    def showEvent(self, event: QShowEvent) -> None:
        """What was scrolled to before there was any room is scrolled to anew."""
        super().showEvent(event)
        if not self._was_shown:
            self._was_shown = True
            QTimer.singleShot(0, self, self._begin_at_left)

    def _begin_at_left(self) -> None:
        self.horizontalScrollBar().setValue(0)
        self.scrollTo(self.currentIndex())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cells that came into view, and what lies over them."""
        self.page.paint(self, self, event.rect())
        if self.said_when_empty:
            self._paint_empty()

    @property
    def said_when_empty(self) -> str:
        """The words in place of rows where the filters let none through."""
        return (
            ""
            if self._model.lines or not self._model.arrangement.is_filtered
            else self.tr("没有符合筛选的行")
        )

    def _paint_empty(self) -> None:
        painter = QPainter(self.viewport())
        painter.setFont(self._look.font(13))
        painter.setPen(self._look.color("text2"))
        room = self.viewport().rect().adjusted(0, self._look.row_height, 0, 0)
        painter.drawText(
            room, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), self.said_when_empty
        )
        painter.end()

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        """Paint both rows with their numbers again."""
        super().currentChanged(current, previous)
        for row in {current.row(), previous.row()} - {-1}:
            top, height = self.rowViewportPosition(row), self.rowHeight(row)
            for part in (self.viewport(), self.rows.viewport()):
                part.update(0, top, part.width(), height)


def _types(event: QEvent | None) -> bool:
    """Whether a key would have written something."""
    return isinstance(event, QKeyEvent) and event.text().isprintable() and bool(event.text())
