"""The look as one project on the screen has it: what listens to it is forgotten with the project."""

from __future__ import annotations

from PySide6.QtCore import QObject, SignalInstance

from ui.look import Look


class LentLook(Look):
    """The same look, whose `changed` ends with its parent.

    A page may connect a plain function; on the program's one look it would go on being called for
    widgets that were closed with their project.
    """

    def __init__(self, source: Look, parent: QObject) -> None:
        QObject.__init__(self, parent)
        self._source = source
        self._take()
        source.changed.connect(self._follow)

    def _take(self) -> None:
        for name, value in vars(self._source).items():
            if not isinstance(value, SignalInstance):
                setattr(self, name, value)

    def _follow(self) -> None:
        self._take()
        self.changed.emit()

    def give_back(self) -> None:
        """Hear no more of the program's look: the project is closed."""
        self._source.changed.disconnect(self._follow)

    def choose(self, *, theme: str | None = None, font_size: int | None = None) -> None:
        """Change the program's look; this one follows."""
        self._source.choose(theme=theme, font_size=font_size)
