"""The right end of the menu bar: when the last edit was saved, and the find field."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.look import Look

if TYPE_CHECKING:
    from ui.find import FindField

SAVED_WIDTH, FIND_WIDTH = 170, 236


class Corner(QWidget):
    """Says "已保存 14:03" (or that nothing can be changed) and finds rows."""

    chosen = Signal(str, str, str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._picture, self.words = QLabel(self), QLabel(self)
        self.words.setProperty("role", "done")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self._find: FindField | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, look.px(3), look.px(8), look.px(2))
        row.setSpacing(0)
        row.addStretch(1)
        row.addWidget(self._picture)
        row.addSpacing(look.px(3))
        row.addWidget(self.words)
        row.addSpacing(look.px(14))
        self._row = row
        self._icon, self._role = "done", "done"
        look.changed.connect(self._restyle)
        self._restyle()

    @property
    def find(self) -> FindField:
        """The find field, made with the first project: without one there is nothing to find."""
        if self._find is None:
            from ui.find import FindField

            self._find = FindField(self._look, self)
            self._find.chosen.connect(self.chosen)
            self._find.search_in(None)
            self._row.addWidget(self._find)
        return self._find

    def saved(self, iso: str, *, read_only: bool = False) -> None:
        """The time of the newest edit (with the day if it was another one); empty without a project."""
        self._icon, self._role = ("lock", "text2") if read_only else ("done", "done")
        self.words.setProperty("role", "note" if read_only else "done")
        self.words.style().polish(self.words)
        words = ""
        if iso:
            words = self.tr("只读") if read_only else self.tr("已保存 {0}").format(shown_moment(iso))
        self.words.setText(words)
        self.words.setToolTip(self.tr("每次修改都在离开单元格时存盘") if words and not read_only else "")
        self._restyle()

    def sizeHint(self) -> QSize:
        """Room for the longest words and the field; the bar places its corner by this."""
        return QSize(self._look.px(FIND_WIDTH) + self._look.px(SAVED_WIDTH), self._look.px(30))

    def _restyle(self) -> None:
        # A menu bar does not ask again how wide its corner is: the width is the same with and without words.
        self.setFixedWidth(self.sizeHint().width())
        side = self._look.icon_size.width()
        if self.words.text():
            picture = self._look.icon_pixmap(self._icon, side - 2, self._role, self.devicePixelRatioF())
            self._picture.setPixmap(picture)
        self._picture.setVisible(bool(self.words.text()))


def shown_moment(iso: str) -> str:
    """14:03 for today, 11-20 14:03 for another day."""
    when = datetime.fromisoformat(iso).astimezone()
    return f"{when:%H:%M}" if when.date() == date.today() else f"{when:%m-%d %H:%M}"
