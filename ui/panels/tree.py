"""The indicator tree: weights and values typed in place, scores beside them, 要点 judged by 1, 2 and 3."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QVBoxLayout, QWidget

from models.evaluation import Node, Role
from models.fields import Value
from ui.context import Context
from ui.grid.strip import Strip
from ui.panels.tree_block import paste, typed_text
from ui.panels.tree_model import TreeModel
from ui.panels.tree_total import TreeTotal
from ui.panels.tree_view import TreeDelegate, TreeView
from ui.panels.weights import Weights
from ui.words import told

FULFILMENTS = {Qt.Key.Key_1: "符合", Qt.Key.Key_2: "部分符合", Qt.Key.Key_3: "不符合"}


class IndicatorTree(QWidget):
    """The tree with its total row; what is refused gets a sentence under its cell."""

    rowSelected = Signal(str)
    activated = Signal(str, str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.model = TreeModel(context, self)
        self.weights = Weights(context, self.model, self)
        self.view = TreeView(context.look, self.model, self)
        self.view.setAccessibleName(self.tr("指标"))
        self.delegate = TreeDelegate(self.model, context.look, self._commit)
        self.view.setItemDelegate(self.delegate)
        self.total = TreeTotal(self.view, self.model, context.look)
        self.strip = Strip(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(self.total)
        self._toggled: dict[str, bool] = {}
        self._kept: tuple[str, int] = ("", 0)
        self._connect()
        self._open_lines()

    def _connect(self) -> None:
        self.weights.lockChanged.connect(self.view.viewport().update)
        self.delegate.refused.connect(self._refused)
        self.delegate.accepted.connect(self.strip.hide)
        self.delegate.moved.connect(self._move)
        self.delegate.stepped.connect(self._move)
        self.delegate.spread.connect(self._keep_typed)
        self.view.keyed.connect(self._keyed)
        self.view.doubleClicked.connect(self._activate)
        self.view.clicked.connect(self._clicked)
        self.view.expanded.connect(lambda index: self._remember(index, True))
        self.view.collapsed.connect(lambda index: self._remember(index, False))
        self.view.installEventFilter(self)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._menu)
        self.model.modelAboutToBeReset.connect(self._keep)
        self.model.modelReset.connect(self._restore)
        self.model.dataChanged.connect(lambda *_: self._fit_scores())
        self.view.selectionModel().currentChanged.connect(self._current_changed)
        self.context.look.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.view.restyle()
        self._fit_scores()

    # Lines

    def _remember(self, index: QModelIndex, is_open: bool) -> None:
        if not self.model.is_filtered:
            self._toggled[self.model.entry(index).node.id] = is_open

    def _open_lines(self) -> None:
        self._fit_scores()
        for entry in self.model.entries:
            if entry.children:
                usual = entry.node.role is Role.BRANCH
                is_open = self.model.is_filtered and usual or self._toggled.get(entry.node.id, usual)
                self.view.setExpanded(self.model.index_of(entry.node.id), is_open)

    def _fit_scores(self) -> None:
        """More room for the scores while one of them stands beside another one."""
        names = [column.key for column in self.model.columns]
        wide = self.model.shows_two_scores
        width = self.context.look.px(104 if wide else self.model.columns[names.index("score")].width)
        if self.view.header().sectionSize(names.index("score")) != width:
            self.view.header().resizeSection(names.index("score"), width)

    def expand_all(self, is_open: bool) -> None:
        """Open or close every branch; 要点 stay as they are."""
        for entry in self.model.entries:
            if entry.node.role is Role.BRANCH:
                self.view.setExpanded(self.model.index_of(entry.node.id), is_open)

    def _keep(self) -> None:
        index = self.view.currentIndex()
        self._kept = (self.model.entry(index).node.id, index.column()) if index.isValid() else ("", 0)

    def _restore(self) -> None:
        self._open_lines()
        row_id, column = self._kept
        index = self.model.index_of(row_id, column)
        if index.isValid():
            self.view.setCurrentIndex(index)
        else:
            self.rowSelected.emit("")

    # Where one is

    def current(self) -> Node | None:
        """The indicator one is on."""
        index = self.view.currentIndex()
        return self.model.entry(index).node if index.isValid() else None

    def select(self, row_id: str, field: str = "") -> bool:
        """Make that indicator current; False when it is not shown."""
        columns = [(at, self.model.columns[at]) for at in self.view.columns_shown()]
        marks = [at for at, column in columns if field and field in column.marks]
        index = self.model.index_of(row_id, marks[0] if marks else 0)
        if not index.isValid():
            return False
        above = index.parent()
        while above.isValid():
            self.view.expand(above)
            above = above.parent()
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index)
        return True

    def cell(self, row_id: str, key: str) -> str:
        """The text shown in a cell."""
        names = [column.key for column in self.model.columns]
        return self.model.cell(self.model.index_of(row_id, names.index(key))).text

    def _current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        self.view.viewport().update()
        self.rowSelected.emit(self.model.entry(current).node.id if current.isValid() else "")
        problems = self.model.problems_at(current) if current.isValid() else ()
        self.context.say(told(problems[0].message) if problems else "")

    def _move(self, columns: int, rows: int) -> None:
        index = self.view.currentIndex()
        if columns:
            shown = self.view.columns_shown()
            at = shown.index(index.column()) if index.column() in shown else 0
            index = index.siblingAtColumn(shown[min(max(at + columns, 0), len(shown) - 1)])
        else:
            other = self.view.indexBelow(index) if rows > 0 else self.view.indexAbove(index)
            index = other.siblingAtColumn(index.column()) if other.isValid() else index
        self.view.setCurrentIndex(index)
        self.view.setFocus()

    # What one types

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """1, 2 and 3 judge a 要点; the frame of the current cell comes and goes with the focus."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.view.viewport().update()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            word = FULFILMENTS.get(Qt.Key(event.key()))
            node = self.current()
            if word and node is not None and node.role is Role.POINT and not node.row["rule"]:
                self._say(self.context.typed("indicator", node.id, "fulfilment", word))
                return True
        return False

    def _commit(self, index: QModelIndex, text: str) -> str | None:
        declared = self.model.field(index) if index.isValid() else None
        if declared is None:
            return None
        row = self.model.entry(index).node.row
        return self.context.typed("indicator", row["id"], declared.name, typed_text(declared, row, text))

    def _keep_typed(self, index: QModelIndex, text: str) -> None:
        """Ctrl+Enter: what is typed is kept, and one stays."""
        self._say(self._commit(index, text))
        self.view.setFocus()

    def _refused(self, index: QModelIndex, sentence: str) -> None:
        rect = self.view.visualRect(index)
        at = self.view.viewport().mapTo(self, rect.bottomLeft()) + QPoint(0, 2)
        self.strip.say(sentence, at)
        self.context.say(sentence)

    def _say(self, sentence: str | None) -> None:
        if sentence:
            self._refused(self.view.currentIndex(), sentence)

    # What keys, clicks and the menu do

    def _keyed(self, word: str) -> None:
        index = self.view.currentIndex()
        if not index.isValid():
            return
        match word:
            case "enter" if self.model.can_edit(index):
                self._move(0, 1)
            case "enter":
                self._activate(index)
            case "next" | "previous":
                self._move(1 if word == "next" else -1, 0)
            case "clear" if self.model.can_edit(index) and index.column():
                self._say(self._commit(index, ""))
            case "copy":
                QApplication.clipboard().setText(self.model.edit_text(index) or self.model.cell(index).text)
            case "paste":
                self._say(paste(self.context, self.view, self.model))
            case "delete":
                self.delete_current()
            case "lock":
                self.toggle_lock()
            case "choose" if self.model.can_edit(index):
                self.view.edit(index)
                combo = QApplication.focusWidget()
                if isinstance(combo, QComboBox):
                    combo.showPopup()
            case "problem":
                problems = self.model.problems_at(index)
                self._say(told(problems[0].message) if problems else None)

    def _clicked(self, index: QModelIndex) -> None:
        if self.model.columns[index.column()].key == "findings":
            self._activate(index)

    def _activate(self, index: QModelIndex) -> None:
        if not self.model.can_edit(index):
            self.activated.emit(self.model.entry(index).node.id, self.model.columns[index.column()].key)

    def insert(self, *, below: bool = False) -> str:
        """Make an indicator beside the current one, or under it, and go there."""
        node = self.current()
        values: dict[str, Value] = {}
        after = None
        if node is not None:
            inside = below or node.role is Role.BRANCH
            values = {"parent": node.id if inside else node.row["parent"]}
            after = None if inside else node.id
        with self.context.workspace.edit(self.tr("新增指标")) as edit:
            made = edit.insert("indicator", values, after=after)
        self.context.settle()
        self.select(made)
        self.view.setFocus()
        return made

    def delete_current(self) -> None:
        """Delete the current indicator and all under it; it can be taken back."""
        node = self.current()
        gone = node is None or self.context.records.get("indicator", node.id) is None
        if node is None or gone or self.context.workspace.project.read_only:
            return
        label = self.tr("删除指标“{0}”").format(self.context.records.title("indicator", node.id))
        with self.context.workspace.edit(label) as edit:
            edit.delete("indicator", node.id)
        self.context.settle()
        self.context.toast(label, self.tr("撤销"), self.context.workspace.undo)

    def toggle_lock(self) -> None:
        """Lock the current weight, or those below, against spreading; or let them go."""
        node = self.current()
        if node is not None:
            self.weights.toggle_lock(node)

    def _spread(self) -> None:
        node = self.current()
        self.weights.spread(node.id if node is not None and node.role is Role.BRANCH else "")

    def current_field(self) -> str:
        """The field that the current cell is typed into; "" for a computed one."""
        index = self.view.currentIndex()
        field = self.model.field(index) if index.isValid() else None
        return field.name if field is not None else ""

    def _show_history(self) -> None:
        node = self.current()
        if node is not None:
            self.context.show_history("indicator", node.id, self.current_field())

    def _menu(self, at: QPoint) -> None:
        node = self.current()
        is_branch = node is not None and node.role is Role.BRANCH
        is_locked = node is not None and self.weights.is_locked(node)
        lock = self.tr("解除分值锁定") if is_locked else self.tr("锁定分值")
        menu = QMenu(self)
        entries = (
            (self.tr("新增同级"), "add", self.insert),
            (self.tr("新增下级"), "add", lambda: self.insert(below=True)),
            (lock + "\tCtrl+L", "lock", self.toggle_lock),
            (self.tr("分摊到下级") if is_branch else self.tr("分摊差额"), "fill-down", self._spread),
            (self.tr("全部展开"), "expand", lambda: self.expand_all(True)),
            (self.tr("全部折叠"), "collapse", lambda: self.expand_all(False)),
            (self.tr("删除指标") + "\tCtrl+-", "delete", self.delete_current),
            (self.tr("此格的修改历史"), "history", self._show_history),
        )
        for text, icon, run in entries:
            action = QAction(self.context.look.icon(icon), text, menu)
            action.triggered.connect(lambda _checked=False, run=run: run())
            menu.addAction(action)
        menu.popup(self.view.viewport().mapToGlobal(at))
