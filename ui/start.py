"""What stands in the window without a project: begin a new one, open one, see the sample, or go on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListView, QPushButton, QVBoxLayout, QWidget

from ui.look import Look

_PATH = Qt.ItemDataRole.UserRole


class StartPage(QFrame):
    """Three ways to begin, and the projects opened last."""

    newAsked = Signal()
    openAsked = Signal()
    sampleAsked = Signal()
    recentAsked = Signal(Path)
    tourAsked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("kind", "surface")
        self._picture = QLabel(self)
        title = QLabel(self.tr("绩衡"), self)
        title.setProperty("role", "score")
        sentence = QLabel(self.tr("一个项目文件就是一次绩效评价：数据、得分、问题和报告都在里面。"), self)
        sentence.setProperty("role", "muted")
        inner = QVBoxLayout()
        inner.setSpacing(0)
        for widget, gap in ((self._picture, 8), (title, 4), (sentence, 16)):
            inner.addWidget(widget)
            inner.addSpacing(look.px(gap))
        inner.addLayout(self._buttons())
        inner.addSpacing(look.px(12))
        inner.addWidget(self._tour_line())
        inner.addSpacing(look.px(24))
        self._heading = QLabel(self.tr("最近打开"), self)
        self._heading.setProperty("role", "section")
        inner.addWidget(self._heading)
        inner.addSpacing(look.px(6))
        self.recent = self._recent_list()
        inner.addWidget(self.recent, 4)
        inner.addStretch(1)
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addLayout(inner, 3)
        row.addStretch(1)
        row.setContentsMargins(look.px(24), look.px(72), look.px(24), look.px(24))
        look.changed.connect(self._restyle)
        self._restyle()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.px(8))
        for text, asked, primary in (
            (self.tr("新建项目…"), self.newAsked, True),
            (self.tr("打开…"), self.openAsked, False),
            (self.tr("打开样例…"), self.sampleAsked, False),
        ):
            button = QPushButton(text, self)
            button.setProperty("primary", primary)
            button.clicked.connect(asked)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _tour_line(self) -> QFrame:
        """What somebody new is offered; hidden once the tour has been gone through."""
        self.tour_frame = frame = QFrame(self)
        frame.setProperty("kind", "hint")
        self.tour = QPushButton(frame)
        self.tour.clicked.connect(self.tourAsked)
        words = QLabel(self.tr("第一次用？在样例的副本上做十二步，从改一笔付款到导出报告。"), frame)
        row = QHBoxLayout(frame)
        row.setContentsMargins(*[self._look.px(10)] * 4)
        row.addWidget(words, 1)
        row.addWidget(self.tour)
        return frame

    def offer_tour(self, words: str) -> None:
        """Offer the tour in these words; none hides it."""
        self.tour.setText(words)
        self.tour_frame.setVisible(bool(words))

    def _recent_list(self) -> QListView:
        self._model = QStandardItemModel(self)
        view = QListView(self)
        view.setModel(self._model)
        view.setAccessibleName(self.tr("最近打开"))
        view.setUniformItemSizes(True)
        view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        view.activated.connect(self._open)
        view.clicked.connect(self._open)
        return view

    def _open(self, index: QModelIndex) -> None:
        self.recentAsked.emit(index.data(_PATH))

    def show_recent(self, paths: Sequence[Path]) -> None:
        """The projects opened last, newest first."""
        self._model.clear()
        for path in paths:
            when = datetime.fromtimestamp(path.stat().st_mtime)
            item = QStandardItem(f"{path.stem}　　{when:%Y-%m-%d %H:%M}　　{path.parent}")
            item.setData(path, _PATH)
            item.setToolTip(str(path))
            item.setSizeHint(QSize(0, self._look.px(30)))
            self._model.appendRow(item)
        self._heading.setVisible(bool(paths))
        self.recent.setVisible(bool(paths))

    def _restyle(self) -> None:
        side, ratio = self._look.px(40), self.devicePixelRatioF()
        self._picture.setPixmap(self._look.icon_pixmap("report", side, "border-strong", ratio))
