"""Who changed what and when, day by day; back to any point, and forward again."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListView, QPushButton, QSplitter, QWidget

from services.errors import UserProblem
from services.project import Entry, Wanted
from ui.context import Context
from ui.dialogs import Frame
from ui.panels.history_changes import ChangeList, shown_time, tables_touched
from ui.panels.history_filter import HistoryFilter
from ui.panels.history_model import HistoryDelegate, HistoryModel
from ui.words import told_of

SIZE = (900, 600)


class StepButton(QPushButton):
    """Undo or redo in one word; what it concerns stands in the tool tip."""

    def __init__(self, action: QAction, words: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self._action = action
        self.setAutoDefault(False)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setIcon(self._action.icon())
        self.setEnabled(self._action.isEnabled())
        self.setToolTip(self._action.toolTip())


class HistoryDialog(Frame):
    """Stays open beside the work and follows every edit; takes back and does again by name."""

    def __init__(self, context: Context, undo: QAction, redo: QAction, parent: QWidget | None = None) -> None:
        super().__init__(context.look, "", parent=parent)
        self.setWindowTitle(self.tr("修改历史"))
        self.context = context
        self.filter = HistoryFilter(context, self)
        self.model = HistoryModel(context, self)
        self.entries = self._list()
        self.changes = ChangeList(context, self)
        self.body.addWidget(self.filter)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.setChildrenCollapsible(False)
        split.addWidget(self.entries)
        split.addWidget(self.changes)
        split.setSizes([340, 180])
        self.body.addWidget(split, 1)
        self._going: Entry | None = None
        self.question = self._question()
        self.body.addWidget(self.question)
        self._add_buttons(undo, redo)
        self._connect()
        self.open_at_size(*SIZE)
        self._read()

    def _list(self) -> QListView:
        made = QListView(self)
        made.setModel(self.model)
        made.setItemDelegate(HistoryDelegate(self.model, self.look, made))
        made.setUniformItemSizes(True)
        made.setLayoutMode(QListView.LayoutMode.Batched)
        made.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setAccessibleName(self.tr("修改"))
        return made

    def _question(self) -> QFrame:
        """What going back would do, and the two answers."""
        box = QFrame(self)
        box.setProperty("kind", "doubt")
        row = QHBoxLayout(box)
        look = self.look
        row.setContentsMargins(look.px(12), look.px(6), look.px(8), look.px(6))
        self.told = QLabel(box)
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        row.addWidget(self.told, 1)
        self.do_it, self.do_not = QPushButton(box), QPushButton(self.tr("不回去"), box)
        self.do_it.setProperty("primary", True)
        for button, run in ((self.do_it, self._go_back), (self.do_not, self._stay)):
            button.setAutoDefault(False)
            button.clicked.connect(run)
            row.addWidget(button)
        box.hide()
        return box

    def _add_buttons(self, undo: QAction, redo: QAction) -> None:
        self.back = QPushButton(self.tr("回到这里…"), self)
        self.back.setAutoDefault(False)
        self.back.clicked.connect(self.ask_back)
        for action, words in ((undo, self.tr("撤销")), (redo, self.tr("重做"))):
            self.foot.insertWidget(self.foot.indexOf(self.main), StepButton(action, words, self))
        self.foot.insertWidget(self.foot.indexOf(self.main), self.back)

    def _connect(self) -> None:
        self.filter.changed.connect(self._read)
        self.model.progressed.connect(self._count)
        self.entries.selectionModel().currentChanged.connect(self._choose)
        self.context.changed.connect(self._follow)
        self.context.tried.connect(self._read)

    def show_only(self, table: str, row_id: str, field: str = "") -> None:
        """Show the history of one row, or of one cell of it."""
        self.filter.show_only(table, row_id, field)

    # What is shown

    def _read(self) -> None:
        self._stay()
        self.model.read(self.filter.wanted())
        self._choose_first()

    def _follow(self, _change: object) -> None:
        self._stay()
        first = self._line_of_first()
        at_top = self.entries.currentIndex().row() in (-1, first)
        if self.model.follow() and at_top:
            self._choose_first()
        self._allow()

    def _line_of_first(self) -> int:
        return 1 if len(self.model.lines) > 1 else -1

    def _choose_first(self) -> None:
        at = self._line_of_first()
        if at > 0:
            self.entries.setCurrentIndex(self.model.index(at))
            self.entries.scrollToTop()
        else:
            self.changes.show_changes(())
        self._allow()

    def _count(self, count: int, is_whole: bool) -> None:
        words = self.tr("{0} 次修改") if is_whole else self.tr("{0} 次修改，还在读取…")
        if not count and is_whole:
            words = self.tr("没有这样的修改")
        self.outcome.setText(words.format(f"{count:,}"))

    @property
    def entry(self) -> Entry | None:
        """The chosen entry."""
        return self.model.entry(self.entries.currentIndex())

    def _choose(self, _now: QModelIndex | None = None, _before: QModelIndex | None = None) -> None:
        self._stay()
        entry = self.entry
        wanted = self.model.wanted
        self.changes.name_sides(self.tr("原来"), self.tr("改为"))
        if entry is None:
            self.changes.show_changes(())
        elif wanted.table:
            only = Wanted(table=wanted.table, row=wanted.row, field=wanted.field)
            self.changes.show_changes(self.context.workspace.project.changes(entry, only))
        else:
            self.changes.show_changes(entry.changes)
        self._allow()

    # Back and forth

    def _allow(self) -> None:
        why = self._why_not()
        self.back.setEnabled(not why)
        self.back.setToolTip(why or self.tr("撤回这次修改以后的所有修改；先看会改变什么"))

    def _why_not(self) -> str:
        project, entry = self.context.workspace.project, self.entry
        if self.context.trial is not None:
            return self.tr("正在假设，请先保留改动或退出假设")
        if project.read_only:
            return self.tr("这个项目现在只能看，不能改")
        if entry is None:
            return self.tr("先选一次修改")
        if entry.id == project.history(1)[0].id:
            return self.tr("这已经是最近一次修改")
        return ""

    def ask_back(self) -> None:
        """Show what going back to the chosen entry would change."""
        entry, project = self.entry, self.context.workspace.project
        if entry is None or self._why_not():
            return
        try:
            changes = project.going_back(entry)
        except UserProblem as problem:
            self.outcome.setText(told_of(problem))
            return
        count = len(project.history(None, Wanted(after=entry.number)))
        self._going = entry
        self.model.mark_back(entry)
        self.changes.name_sides(self.tr("现在"), self.tr("那时"))
        self.changes.show_changes(changes)
        when = shown_time(entry.time)
        told = self.tr("回到 {0} 之后的样子：撤回此后的 {1} 次修改，改变 {2}。随时可以撤销，再回到现在。")
        if not changes:
            told = self.tr("各行和 {0} 之后一样，没有什么要撤回。")
        self.told.setText(told.format(when, f"{count:,}", tables_touched(changes)))
        self.do_it.setText(self.tr("撤回 {0} 次修改").format(f"{count:,}"))
        self.do_it.setEnabled(bool(changes))
        self.question.show()
        self.do_it.setFocus()

    def _go_back(self) -> None:
        entry = self._going
        if entry is None:
            return
        try:
            made = self.context.workspace.project.go_back(entry)
        except UserProblem as problem:
            self._stay()
            self.outcome.setText(told_of(problem))
            return
        self._stay()
        if made is not None:
            undo = self.context.workspace.undo
            self.context.toast(
                self.tr("已回到 {0} 之后").format(shown_time(entry.time)), self.tr("撤销"), undo
            )

    def _stay(self) -> None:
        """Put the question away."""
        if self._going is None:
            return
        self._going = None
        self.question.hide()
        self.model.mark_back(None)
        self._choose()
