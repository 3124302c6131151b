"""分值: what is off about the weights, said above the tree; locking weights and spreading a difference."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models import kinds, weights
from models.evaluation import Node, Role
from models.figures import decimal
from models.weights import Branch, Weighing
from services.errors import UserProblem
from services.workspace import Change
from ui.context import Context
from ui.messages import Choice, InlineMessage
from ui.panels.tree_model import TreeModel
from ui.words import told, told_of

Note = tuple[str, tuple[Choice, ...]]


class Weights(QObject):
    """Spreads differences over the weights that are not locked.

    Locks last while the project is open: they say what should stay while somebody balances the table, which
    is nobody else's matter, so no file and no setting keeps them.
    """

    lockChanged = Signal()
    refused = Signal(str)

    def __init__(self, context: Context, model: TreeModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._model = context, model

    def toggle_lock(self, node: Node) -> None:
        """Lock a weight, or all below a branch, against spreading; locked ones are let go."""
        leaves = {each.id for each in _leaves(node)}
        locked = self._model.locked
        if leaves <= locked:
            locked -= leaves
        else:
            locked |= leaves
        self.lockChanged.emit()

    def is_locked(self, node: Node) -> bool:
        """Whether the weight, or every weight below, is locked."""
        leaves = {each.id for each in _leaves(node)}
        return bool(leaves) and leaves <= self._model.locked

    def spread(self, branch: str = "") -> None:
        """Spread the difference by share: over all to make 100, or below a branch to make its own figure."""
        context = self._context
        found = weights.spread(context.records, self._model.locked, branch=branch or None)
        if found.reason:
            self.refused.emit(told(found.reason))
            return
        if not found.weights:
            self.refused.emit(self.tr("没有差额可以分摊"))
            return
        label = self.tr("分摊分值差额（{0} 项）").format(len(found.weights))
        try:
            with context.edit(label) as edit:
                for row_id, weight in found.weights.items():
                    edit.update("indicator", row_id, {"weight": weight})
        except UserProblem as problem:
            self.refused.emit(told_of(problem))
            return
        context.toast(label, self.tr("撤销"), context.workspace.undo)

    def take_sum(self, branch: Branch) -> None:
        """Let a branch weigh what is below it."""
        label = self.tr("“{0}”的分值改为下级合计").format(branch.name)
        with self._context.edit(label) as edit:
            edit.update("indicator", branch.indicator, {"weight": decimal(branch.total)})
        self._context.toast(label, self.tr("撤销"), self._context.workspace.undo)


class WeightNotes(QWidget):
    """One message for each thing that is off: the total, a branch's own figure, weights not filled in."""

    def __init__(self, context: Context, weights: Weights, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._weights = context, weights
        self.messages: list[InlineMessage] = []
        self._shown: list[tuple[str, tuple[str, ...]]] = []
        self._refusal = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        context.committed.connect(self._follow)
        weights.refused.connect(self._refuse)
        self.hide()
        self._write()

    def _follow(self, _change: Change) -> None:
        self._refusal = ""
        self._write()

    def _refuse(self, sentence: str) -> None:
        self._refusal = sentence
        self._write()

    def _write(self) -> None:
        notes = list(self._notes(weights.weighing(self._context.records)))
        if self._context.workspace.project.read_only:
            notes = [(text, ()) for text, _choices in notes]
        shown = [(text, tuple(choice.text for choice in choices)) for text, choices in notes]
        if shown == self._shown:
            return
        self._shown = shown
        for old in self.messages:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.messages = [
            InlineMessage(self._context.look, "doubt", text, choices, parent=self) for text, choices in notes
        ]
        for message in self.messages:
            self._column.addWidget(message)
        self.setVisible(bool(notes))

    def _notes(self, found: Weighing) -> Iterator[Note]:
        if self._refusal:
            yield self._refusal, (Choice(self.tr("知道了"), partial(self._refuse, "")),)
        said = list(found.notices)
        if said and said[0].startswith(weights.TOTAL):
            jumps = () if found.off else self._roots(found)
            yield told(said.pop(0)), (Choice(self.tr("分摊差额"), self._weights.spread), *jumps)
        for branch, text in zip(found.off, said, strict=False):
            yield told(text), self._branch_choices(branch)
        if found.empty:
            yield (
                told(said[len(found.off)]),
                (Choice(self.tr("到第一项"), partial(self._go, found.empty[0])),),
            )

    def _roots(self, found: Weighing) -> Iterator[Choice]:
        """The branches at the top; where none has a figure of its own, nobody knows which of them is off."""
        roots = {root.id for root in self._context.evaluation.roots}
        for branch in found.branches:
            if branch.indicator in roots:
                yield Choice(branch.name, partial(self._go, branch.indicator))

    def _branch_choices(self, branch: Branch) -> tuple[Choice, ...]:
        total = kinds.show_number(kinds.round_half_up(branch.total))
        return (
            Choice(self.tr("到“{0}”").format(branch.name), partial(self._go, branch.indicator)),
            Choice(self.tr("分摊到下级"), partial(self._weights.spread, branch.indicator)),
            Choice(self.tr("改为下级合计 {0}").format(total), partial(self._weights.take_sum, branch)),
        )

    def _go(self, row_id: str) -> None:
        self._context.show_row("indicator", row_id, "weight")


def _leaves(node: Node) -> Iterator[Node]:
    if node.role is Role.LEAF:
        yield node
    elif node.role is Role.BRANCH:
        for child in node.children:
            yield from _leaves(child)
