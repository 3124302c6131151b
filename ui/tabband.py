"""The row under the menu: the tabs with their counters at the left, the score bar at the right."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QTabBar, QWidget

from ui.look import Look
from ui.painting import paint_outline, severity_role

HEIGHT = 44
_TOP, _PADDING, _GAP = 6, 12, 6
_CLOSE_PADDING, _CLOSE_GAP = 4, 3


@dataclass(frozen=True)
class Counter:
    """Problems of a tab: how many, and the gravest severity among them ("error" or "doubt")."""

    count: int
    severity: str


class CounterTabs(QTabBar):
    """Tabs that paint a small counter after their text; the active one joins the page below."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """No tabs yet."""
        super().__init__(parent)
        self._look = look
        self._counters: dict[int, Counter] = {}
        self._is_close = self._is_bare = False
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setMouseTracking(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("页面"))
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFont(self._look.font(14))
        self.setFixedHeight(self._look.px(HEIGHT))
        self.updateGeometry()
        self.update()

    @property
    def _padding(self) -> int:
        return self._look.px(_CLOSE_PADDING if self._is_close else _PADDING)

    @property
    def _gap(self) -> int:
        return self._look.px(_CLOSE_GAP if self._is_close else _GAP)

    def fit(self, room: int) -> None:
        """Stand closer together where there would be no room for all; in the end without counters."""
        self._is_close = self._is_bare = False
        self._is_close = self._whole_width() > room
        self._is_bare = self._whole_width() > room
        if self.width() != self._whole_width():
            self._lay_out()

    def _whole_width(self) -> int:
        return sum(self.tabSizeHint(index).width() for index in range(self.count()))

    def _lay_out(self) -> None:
        for index in range(self.count()):
            self.setTabText(index, self.tabText(index))
        self.resize(self.sizeHint())
        self.updateGeometry()
        self.update()

    def set_counter(self, index: int, count: int, severity: str = "doubt") -> None:
        """Show a number of problems after the tab's text: red for errors, else ochre, none if zero."""
        counter = Counter(count, severity_role(severity)) if count > 0 else None
        if counter == self._counters.get(index):
            return
        if counter is None:
            del self._counters[index]
        else:
            self._counters[index] = counter
        spoken = (
            self.tr("{0}，{1} 个问题").format(self.tabText(index), count) if counter else self.tabText(index)
        )
        self.setAccessibleTabName(index, spoken)
        self.setTabText(index, self.tabText(index))
        self.resize(self.sizeHint())
        self.updateGeometry()
        self.update()

    def counter(self, index: int) -> Counter | None:
        """The counter of a tab, if it shows one."""
        return self._counters.get(index)

    def tabSizeHint(self, index: int) -> QSize:
        """As wide as the text when active, with its counter."""
        width = 2 * self._padding + 2 + self._text_width(index)
        if index in self._counters and not self._is_bare:
            width += self._gap + self._badge_width(index)
        return QSize(width, self._look.px(HEIGHT))

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Tabs do not shrink; those without room are reached by scrolling."""
        return self.tabSizeHint(index)

    def _text_width(self, index: int) -> int:
        return QFontMetrics(self._look.font(14, 600)).horizontalAdvance(self.tabText(index))

    def _badge_width(self, index: int) -> int:
        text = QFontMetrics(self._look.font(11, 600)).horizontalAdvance(str(self._counters[index].count))
        return max(self._look.px(18), text + 2 * self._look.px(4))

    def counter_rect(self, index: int) -> QRect:
        """Where the counter of a tab is painted; empty without one."""
        if index not in self._counters or self._is_bare:
            return QRect()
        height = self._look.px(16)
        left = self.tabRect(index).left() + 1 + self._padding + self._text_width(index) + self._gap
        top = self._look.px(_TOP) + (self.height() - self._look.px(_TOP) - height) // 2
        return QRect(left, top, self._badge_width(index), height)

    def event(self, event: QEvent) -> bool:
        """Repaint the tab under the mouse."""
        if event.type() in (QEvent.Type.HoverMove, QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Every tab, its counter, and the frame of the focus."""
        painter = QPainter(self)
        for index in range(self.count()):
            self._paint_tab(painter, index)
            if index in self._counters and not self._is_bare:
                self._paint_counter(painter, index)
        painter.end()

    def _paint_tab(self, painter: QPainter, index: int) -> None:
        is_active, look, top = index == self.currentIndex(), self._look, self._look.px(_TOP)
        box = self.tabRect(index).adjusted(0, top, 0, 0)
        is_hovered = self.underMouse() and self.tabRect(index).contains(
            self.mapFromGlobal(self.cursor().pos())
        )
        if is_active:
            painter.fillRect(box, look.color("border"))
            painter.fillRect(box.adjusted(1, 0, -1, 0), look.color("surface"))
            painter.fillRect(QRect(box.left(), box.top(), box.width(), look.px(3)), look.color("accent"))
        elif is_hovered and self.isTabEnabled(index):
            painter.fillRect(box.adjusted(0, 0, 0, -1), look.color("hover"))
        painter.setFont(look.font(14, 600 if is_active else 400))
        role = "text" if is_active else "text2"
        painter.setPen(look.color(role if self.isTabEnabled(index) else "disabled"))
        words = box.adjusted(1 + self._padding, 0, 0, 0)
        painter.drawText(
            words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.tabText(index)
        )
        if is_active and self.hasFocus():
            paint_outline(
                painter, QRectF(box.adjusted(4, look.px(3) + 3, -4, -4)), look.color("accent"), lines=2
            )

    def _paint_counter(self, painter: QPainter, index: int) -> None:
        counter, rect = self._counters[index], self.counter_rect(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color(f"{counter.severity}-bg"))
        painter.drawRoundedRect(rect, 3, 3)
        painter.setFont(self._look.font(11, 600))
        painter.setPen(self._look.color(counter.severity))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(counter.count))
        painter.restore()


class TabBand(QWidget):
    """Tabs left, score bar right, a line below that is open under the active tab."""

    currentChanged = Signal(int)

    def __init__(self, look: Look, score_bar: QWidget, parent: QWidget | None = None) -> None:
        """The score bar takes all the room that the tabs leave."""
        super().__init__(parent)
        self._look, self._score_bar = look, score_bar
        self.tabs = CounterTabs(look, self)
        self.tabs.currentChanged.connect(self.currentChanged)
        self._layout = QHBoxLayout(self)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.tabs)
        self._layout.addWidget(score_bar, 1)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self._layout.setContentsMargins(self._look.px(8), 0, self._look.px(8), 0)
        self.setFixedHeight(self._look.px(HEIGHT))
        self.update()

    def add_tab(self, text: str) -> int:
        """Append a tab; its index."""
        return self.tabs.addTab(text)

    def set_counter(self, index: int, count: int, severity: str = "doubt") -> None:
        """Show a tab's number of problems and the gravest severity among them."""
        self.tabs.set_counter(index, count, severity)
        self._fit()

    def _fit(self) -> None:
        sides = self._layout.contentsMargins()
        score = self._score_bar.minimumSizeHint().width()
        self.tabs.fit(self.width() - sides.left() - sides.right() - score)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tabs before the least form of the score bar."""
        super().resizeEvent(event)
        self._fit()

    def count(self) -> int:
        """How many tabs there are."""
        return self.tabs.count()

    def currentIndex(self) -> int:
        """The active tab."""
        return self.tabs.currentIndex()

    def setCurrentIndex(self, index: int) -> None:
        """Activate a tab."""
        self.tabs.setCurrentIndex(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line under the band; the active tab covers its part of it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("window"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._look.color("border"))
        painter.end()
