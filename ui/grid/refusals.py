"""What was pasted and could not be taken, cell by cell, each leading to its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListView, QPushButton, QVBoxLayout, QWidget

from services.project import Entry
from ui.look import Look
from ui.words import told

SHOWN = 4


@dataclass(frozen=True, slots=True)
class Refusal:
    """A cell that kept its old value: where it is (row id, field), what was pasted, and the sentence."""

    row_id: str
    field: str
    text: str
    sentence: str


class RefusalList(QListView):
    """A list that Enter and a click lead on from, and Esc leaves."""

    chosen = Signal(int)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the cell, Esc puts the list away."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class RefusalPanel(QFrame):
    """Stands under a grid while something of what was pasted is not yet put right."""

    chosen = Signal(object)
    undone = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._refusals: list[Refusal] = []
        self._step: Entry | None = None
        self.setProperty("kind", "error")
        self._head = QLabel(self)
        self._head.setProperty("role", "section")
        self._undo, self._close = QPushButton(self.tr("撤销"), self), QPushButton(self.tr("关闭"), self)
        for button in (self._undo, self._close):
            button.setProperty("small", True)
        self._undo.clicked.connect(self._take_back)
        self._model = QStringListModel(self)
        self.list = RefusalList(self)
        self.list.setModel(self._model)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(self.tr("没有读懂的格"))
        top = QHBoxLayout()
        top.addWidget(self._head, 1)
        top.addWidget(self._undo)
        top.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(10), look.px(6), look.px(10), look.px(6))
        column.setSpacing(look.px(4))
        column.addLayout(top)
        column.addWidget(self.list)
        self.list.clicked.connect(lambda index: self._choose(index.row()))
        self.list.chosen.connect(self._choose)
        self.list.left.connect(self.put_away)
        self._close.clicked.connect(self.put_away)
        self.hide()

    @property
    def refusals(self) -> Sequence[Refusal]:
        """What is listed."""
        return tuple(self._refusals)

    def show_refusals(
        self, refusals: Sequence[Refusal], places: Sequence[str], done: str, step: Entry | None
    ) -> None:
        """List them: `places` says where each is, `done` what was written, `step` is what undo takes back."""
        self._refusals, self._step = list(refusals), step
        said = self.tr("{0} 格没有读懂，保留原值。点一行到那一格改正").format(len(refusals))
        self._head.setText(f"{done}，{said}")
        self._undo.setVisible(step is not None)
        lines = (f"{place}：{told(one.sentence)}" for place, one in zip(places, refusals, strict=True))
        self._model.setStringList([" ".join(each.split()) for each in lines])
        rows = min(len(refusals), SHOWN)
        self.list.setFixedHeight(rows * max(self.list.sizeHintForRow(0), self._look.px(20)) + 2)
        self.setAccessibleName(self._head.text())
        self.show()

    def follow(self, can_undo: Entry | None, can_redo: Entry | None) -> None:
        """Undo is offered only while it takes back what was pasted; once that is undone all is forgotten."""
        if self._step is None:
            return
        if can_redo is not None and can_redo.id == self._step.id:
            self.put_away()
        else:
            self._undo.setVisible(can_undo is not None and can_undo.id == self._step.id)

    def put_right(self, row_id: str, field: str) -> None:
        """That cell has been typed anew: it is no longer listed."""
        kept = [at for at, one in enumerate(self._refusals) if (one.row_id, one.field) != (row_id, field)]
        if len(kept) == len(self._refusals):
            return
        lines = self._model.stringList()
        self._refusals = [self._refusals[at] for at in kept]
        self._model.setStringList([lines[at] for at in kept])
        self._head.setText(self.tr("还有 {0} 格没有读懂").format(len(kept)))
        if not kept:
            self.hide()

    def _take_back(self) -> None:
        self.put_away()
        self.undone.emit()

    def put_away(self) -> None:
        """Forget them."""
        self._refusals, self._step = [], None
        self.hide()

    def _choose(self, at: int) -> None:
        if 0 <= at < len(self._refusals):
            self.list.setCurrentIndex(self._model.index(at, 0))
            self.chosen.emit(self._refusals[at])
