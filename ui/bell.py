"""Who hears of a change, and when: those on the screen at once or in turn, those behind a page when shown."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from weakref import WeakMethod

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget, QWidget
from shiboken6 import isValid

from services.workspace import Change

Hear = Callable[[Change], object]


@dataclass(slots=True)
class _Hearer:
    """One method of one object, with what it has not been told yet."""

    method: WeakMethod[Hear]
    untold: Change | None = None

    @property
    def owner(self) -> QObject | None:
        """The object; None when it is gone."""
        owner = getattr(self.method(), "__self__", None)
        return owner if owner is not None and isValid(owner) else None

    @property
    def widget(self) -> QWidget | None:
        """The widget by which one sees whether somebody looks: the object, or what it belongs to."""
        at = self.owner
        while at is not None and not isinstance(at, QWidget):
            at = QObject.parent(at)  # a model's own `parent` is about its rows
        return at

    def tell(self) -> None:
        """Let it hear what it has missed; a fault in it is reported, and the others hear all the same."""
        hear, change = self.method(), self.untold
        self.untold = None
        if hear is None or change is None:
            return
        try:
            hear(change)
        except Exception:
            sys.excepthook(*sys.exc_info())


class Bell:
    """Calls methods of widgets, and of objects that belong to widgets, with what has changed.

    What stands behind another page hears when that page is turned to, of everything at once: pages that
    nobody looks at cost nothing.
    """

    def __init__(self) -> None:
        self._hearers: list[_Hearer] = []
        self._stacks: list[QStackedWidget] = []

    def connect(self, hear: Hear) -> None:
        """Tell this method, as long as its object exists."""
        self._hearers.append(_Hearer(WeakMethod(hear)))

    def disconnect(self, hear: Hear) -> None:
        """Tell this method no more."""
        self._hearers = [each for each in self._hearers if each.method() != hear]

    def ring(self, change: Change) -> None:
        """Tell of a change now."""
        self.note(change)
        for _step in self.steps():
            pass

    def note(self, change: Change) -> None:
        """Remember a change for everybody; `steps` tells it."""
        for each in self._hearers:
            each.untold = change if each.untold is None else each.untold + change

    def steps(self) -> Iterator[None]:
        """Tell those in sight what they have not been told, one after another; the others when shown."""
        self._hearers = [each for each in self._hearers if each.owner is not None]
        for each in tuple(self._hearers):
            if each.untold is None or each.owner is None:
                continue
            stack = _stack_before(each.widget)
            if stack is None:
                each.tell()
                yield
            elif stack not in self._stacks:
                self._stacks = [one for one in self._stacks if isValid(one)] + [stack]
                stack.currentChanged.connect(self._turned)

    def _turned(self, _at: int) -> None:
        """Another page is in front: it hears what it has missed, before it is painted."""
        for _step in self.steps():
            pass


def _stack_before(widget: QWidget | None) -> QStackedWidget | None:
    """The pages behind one of which the widget stands; None where it would be seen in its window."""
    at = widget if widget is not None and widget.window().isVisible() else None
    while at is not None and not at.isWindow():
        above = at.parentWidget()
        if isinstance(above, QStackedWidget) and above.currentWidget() is not at:
            return above
        at = above
    return None
