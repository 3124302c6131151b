"""What all tabs share: a tool bar, a left and a right side with a splitter, and a word to the status line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QSplitter, QToolBar, QToolButton, QVBoxLayout, QWidget

from models.sources import Pair
from services.workspace import Change
from ui.context import Context
from ui.current_place import row_to_back
from ui.grid.filter_field import FilterField
from ui.grid.grid import Grid
from ui.panels.evidence_offer import EvidenceOffer
from ui.tool_bar import ToolBar

USUAL, LARGE = 1366, 1920
"""The widths of the window, px of the design, for which the shares of the sides are given."""
ONE_SIDE = 1000
"""Pages narrower than this show one side at a time."""

PANELS = "panels"
"""The person's choices which pages show their right side; where there is little room it is closed anyway."""


@dataclass(frozen=True, slots=True)
class Tool:
    """One button of a tab's tool bar: icon name, words, what it does, and its tip with the key."""

    icon: str
    text: str
    run: Callable[[], object]
    tip: str = ""
    shortcut: str = ""
    checkable: bool = False
    checked: bool = False


class Tab(QWidget):
    """One tab. It is built when first shown, hears of every change, and can show a row of its tables."""

    key = ""
    tables: tuple[str, ...] = ()
    has_project_figures = False
    status = Signal(str, str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setObjectName(f"tab-{self.key}")
        self._is_built = False
        self.toolbar: QToolBar | None = None
        self.filter_field: FilterField | None = None
        self.splitter: QSplitter | None = None
        self._panel_action: QAction | None = None
        self._shares: tuple[int, int] = (2, 1)
        self._wide: tuple[int, int] | None = None
        self._icons: list[tuple[QAction, str]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        context.changed.connect(self._on_change)
        context.look.changed.connect(self._restyle_toolbar)

    @property
    def title(self) -> str:
        """The words on the tab."""
        raise NotImplementedError

    def build(self) -> None:
        """Make the widgets; called once, before the tab is first shown."""
        raise NotImplementedError

    def refresh(self, change: Change | None) -> None:
        """Bring what is not a grid or a form up to date; grids and forms follow by themselves."""

    def show_row(self, table: str, row_id: str, field: str = "") -> None:
        """Bring a row of one of `tables` into view."""

    def status_words(self) -> tuple[str, str]:
        """What the status line says while this tab is in front: what can be done, and what is selected."""
        return "", ""

    def is_busy(self) -> bool:
        """Whether something of the page is still being made in a thread, e.g. a preview."""
        return False

    def ensure_built(self) -> None:
        """Build on first use."""
        if not self._is_built:
            self._is_built = True
            self.build()
            self.refresh(None)

    def _on_change(self, change: Change) -> None:
        if self._is_built:
            self.refresh(change)

    def add_toolbar(self, tools: list[Tool | None], *, filter_hint: str = "") -> QToolBar:
        """A tool bar with these buttons (None = a parting line), then a filter field at the right."""
        bar = ToolBar(self)
        bar.setFixedHeight(self.context.look.px(40))
        bar.setIconSize(self.context.look.icon_size)
        for tool in tools:
            if tool is None:
                bar.addSeparator()
            else:
                bar.addAction(self._action(tool))
        room = QWidget(bar)
        room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(room)
        if filter_hint:
            self.filter_field = FilterField(self.context.look, bar)
            self.filter_field.setAccessibleName(filter_hint)
            bar.addWidget(self.filter_field)
        self.toolbar = bar
        self._column.addWidget(bar)
        return bar

    def evidence_tool(self) -> Tool:
        """The button that puts evidence to the current row, the same on every tab."""
        tip = self.tr("给当前的行附上佐证：已有的材料，或一个文件")
        return Tool("evidence", self.tr("附佐证…"), self.ask_evidence, tip)

    def ask_evidence(self) -> None:
        """Ask what backs the row where the cursor is, else the one that the tab shows."""
        focus = self.focusWidget()
        place = row_to_back(focus) if focus is not None and focus.isVisible() else None
        place = place or self.row_shown()
        if place is None or not place[1]:
            self.context.say(self.tr("先选中要附佐证的行"))
        else:
            EvidenceOffer(self.context, self).ask(place)

    def row_shown(self) -> Pair | None:
        """The row that the tab's right side shows; None on a tab without one."""
        return None

    def attach_grid(self, grid: Callable[[], Grid | None]) -> None:
        """Let the filter field filter the grid that this gives, and 列 choose its columns."""
        if self.filter_field is not None:
            self.filter_field.attach(grid)
        if self.toolbar is None:
            return
        action = self.with_icon(QAction(self.tr("列"), self), "columns")
        action.setToolTip(self.tr("选择显示的列；拖动列名改变次序，拖动边线改变宽度"))
        self.toolbar.addAction(action)
        button, menu = self.toolbar.widgetForAction(action), QMenu(self)
        menu.aboutToShow.connect(lambda: _fill(menu, grid()))
        action.triggered.connect(lambda: menu.popup(button.mapToGlobal(button.rect().bottomLeft())))

    def _action(self, tool: Tool) -> QAction:
        action = self.with_icon(QAction(tool.text, self), tool.icon)
        action.setToolTip(f"{tool.tip or tool.text}　{tool.shortcut}".strip())
        action.setCheckable(tool.checkable)
        action.setChecked(tool.checked)
        if tool.shortcut:
            action.setShortcut(QKeySequence(tool.shortcut))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.addAction(action)
        action.triggered.connect(lambda _checked=False: tool.run())
        return action

    def with_icon(self, action: QAction, icon: str) -> QAction:
        """The action with an icon that follows the look."""
        action.setIcon(self.context.look.icon(icon))
        if action.text():
            action.setIconText(f" {action.text()}")
        self._icons.append((action, icon))
        return action

    def _restyle_toolbar(self) -> None:
        look = self.context.look
        for action, icon in self._icons:
            action.setIcon(look.icon(icon))
        if self.toolbar is not None:
            self.toolbar.setFixedHeight(look.px(40))
            self.toolbar.setIconSize(look.icon_size)

    def add_body(self, widget: QWidget) -> None:
        """The tab's one body below the tool bar."""
        self._column.addWidget(widget, 1)

    def add_panes(
        self, left: QWidget, right: QWidget, shares: tuple[int, int], wide: tuple[int, int] | None = None
    ) -> QSplitter:
        """Left and right side with the remembered shares of the width and the panel switch (Ctrl+\\).

        `shares` are those in a window of the usual width, `wide` those in a large one; between the two they
        change evenly, until a person decides.
        """
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 0)
        kept = self.context.settings.mapping("panes").get(self.key)
        good = isinstance(kept, list) and len(kept) == 2 and all(isinstance(n, int) and n > 0 for n in kept)
        splitter.setSizes(kept if good else list(shares))
        splitter.splitterMoved.connect(lambda _pos, _index: self._keep_panes())
        splitter.handle(1).installEventFilter(self)
        self.splitter, self._shares = splitter, shares
        self._wide = None if good else wide
        self.add_body(splitter)
        if self.toolbar is not None:
            self._add_panel_switch(self.toolbar)
        return splitter

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A large window has room for both sides, a very small one for one at a time."""
        super().resizeEvent(event)
        self._share_room()
        part = (self.width() - self.context.look.px(USUAL)) / self.context.look.px(LARGE - USUAL)
        if self.splitter is not None and self._wide is not None and part > 0:
            pairs = zip(self._shares, self._wide, strict=True)
            self.splitter.setSizes([round(one + (other - one) * min(part, 1.0)) for one, other in pairs])

    def _keep_panes(self) -> None:
        assert self.splitter is not None
        self._wide = None
        kept = {**self.context.settings.mapping("panes"), self.key: self.splitter.sizes()}
        self.context.settings.set("panes", kept)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A double click on the grip brings the first shares back."""
        if event.type() == QEvent.Type.MouseButtonDblClick and self.splitter is not None:
            self.splitter.setSizes(list(self._shares))
            self._keep_panes()
            return True
        return False

    def _keep_panel(self, is_open: bool) -> None:
        kept = {**self.context.settings.mapping(PANELS), self.key: is_open}
        self.context.settings.set(PANELS, kept)

    @property
    def panel_action(self) -> QAction | None:
        """Shows or hides the right side; None on a tab without one."""
        return self._panel_action

    def toggle_panel(self) -> None:
        """Show or hide the right side (Ctrl+\\)."""
        if self._panel_action is not None:
            self._panel_action.trigger()

    def enter_panel(self, grid: Grid | None) -> None:
        """Put the focus into a grid of the right side, which opens for it; None is a row of the left one."""
        if self._panel_action is not None and (grid is not None or self._is_narrow):
            self._panel_action.setChecked(grid is not None)
        if grid is not None:
            grid.view.setFocus()

    @property
    def _is_narrow(self) -> bool:
        return self.width() < self.context.look.px(ONE_SIDE)

    def _turn_panel(self, is_open: bool) -> None:
        """What comes is there before what goes, so that the keyboard has somewhere to go."""
        assert self.splitter is not None
        if is_open:
            self.splitter.widget(1).setVisible(True)
        self._share_room()
        self.splitter.widget(1).setVisible(is_open)

    def _share_room(self) -> None:
        if self.splitter is not None and self._panel_action is not None:
            covers = self._is_narrow and self._panel_action.isChecked()
            self.splitter.widget(0).setVisible(not covers)

    def _add_panel_switch(self, bar: QToolBar) -> None:
        action = self.with_icon(QAction(self), "panel")
        action.setToolTip(self.tr("右侧面板　Ctrl+\\"))
        action.setCheckable(True)
        action.setChecked(True)
        action.toggled.connect(self._turn_panel)
        action.setChecked(self.context.settings.mapping(PANELS).get(self.key) is not False)
        action.triggered.connect(self._keep_panel)
        bar.addAction(action)
        button = bar.widgetForAction(action)
        if isinstance(button, QToolButton):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            button.setAccessibleName(self.tr("右侧面板"))
        self._panel_action = action


def _fill(menu: QMenu, grid: Grid | None) -> None:
    menu.clear()
    if grid is not None:
        grid.fill_column_menu(menu)
