"""The course of the tour: opens a copy of the sample, follows what is done, remembers how far it is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from services import tour
from services.errors import UserProblem
from services.tour import STEPS, Step
from services.tour_progress import Progress, can_resume, keep, kept, new_path
from ui.help.keys import help_pages
from ui.tour.outline import Outline
from ui.tour.panel import TourPanel
from ui.tour.targets import PLACES, TARGETS
from ui.words import told_of

if TYPE_CHECKING:
    from ui.context import Context
    from ui.window import MainWindow
    from ui.workbench import Workbench


class Tour(QObject):
    """One tour in one window, from start or resume until it is ended or the project is put away."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.progress = Progress(Path())
        self.panel: TourPanel | None = None
        self.outline: Outline | None = None
        self._context: Context | None = None
        self._done: frozenset[str] = frozenset()
        self._words = dict(enumerate(help_pages()[tour.PAGE].parts()))

    @property
    def is_running(self) -> bool:
        """Whether its panel is in the window."""
        return self._context is not None

    @property
    def step(self) -> Step:
        """The step shown."""
        return STEPS[self.progress.at]

    @property
    def done(self) -> frozenset[str]:
        """The keys of the steps that have been done."""
        return self._done

    # Begin and end

    def start(self) -> None:
        """Make a new copy of the sample and begin with the first step."""
        path = new_path(self._window.files.ask.folder)
        self._window.files.make_sample(path)
        self._begin(Progress(path))

    def go_on(self) -> None:
        """Go on where it was left, or begin it."""
        progress = kept(self._window.settings)
        if progress is None or not can_resume(progress):
            self.start()
        elif self.panel is not None:
            self.panel.next.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._window.files.open_path(progress.path)
            self._begin(progress)

    def _begin(self, progress: Progress) -> None:
        """Put the panel under the project, if the window could open it."""
        self._leave()
        context, bench = self._window.context, self._window.workbench
        if context is None or bench is None or context.file.project.path.resolve() != progress.path.resolve():
            return
        self.progress, self._context = replace(progress, at=min(progress.at, len(STEPS) - 1)), context
        self._done = frozenset()
        self.panel = TourPanel(self._window.look, self._window.centralWidget())
        self.outline = Outline(self._window.look, self._window)
        self.panel.moved.connect(self._move)
        self.panel.ended.connect(self.end)
        self.panel.wayAsked.connect(self.show_way)
        self._window.centralWidget().layout().addWidget(self.panel)
        self._window.toasts.stand_on(self.panel)
        self._connect(context, bench)
        bench.show_key(self.step.page)
        self._mark(tour.looked(bench.tab.key))
        self._show()
        self.panel.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self, context: Context, bench: Workbench) -> None:
        context.changed.connect(self._follow)
        context.tried.connect(self._tried)
        context.left.connect(self._leave)
        bench.tabShown.connect(self._turned)
        bench.status.connect(self._looked)
        self._window.files.written.connect(self._written)

    def end(self) -> None:
        """Put the tour away; it can be gone on with later, unless the last step has been left."""
        self._leave()
        self._window.toast(self.tr("导览可以从“帮助”菜单再打开"))

    def _leave(self) -> None:
        context, self._context = self._context, None
        if context is None:
            return
        bench = self._window.workbench
        context.changed.disconnect(self._follow)
        context.tried.disconnect(self._tried)
        context.left.disconnect(self._leave)
        if bench is not None and bench.context is context:
            bench.tabShown.disconnect(self._turned)
            bench.status.disconnect(self._looked)
        self._window.files.written.disconnect(self._written)
        self._window.toasts.stand_on(None)
        if self.outline is not None:
            self.outline.surround(None)
        for widget in (self.panel, self.outline):
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.panel = self.outline = None

    def _keep(self, progress: Progress) -> None:
        self.progress = progress
        keep(self._window.settings, progress)

    # Going through the steps

    def _move(self, by: int) -> None:
        at = self.progress.at + by
        if at >= len(STEPS):
            self._keep(replace(self.progress, is_over=True))
            self.end()
        elif at >= 0:
            self._keep(replace(self.progress, at=at))
            self._show()

    def show_way(self) -> None:
        """Turn to the page of the step, and to the row that it is about."""
        bench, context = self._window.workbench, self._context
        if bench is None or context is None:
            return
        bench.show_key(self.step.page)
        find = PLACES.get(self.step.key)
        place = find(context.records) if find is not None else None
        if place is not None:
            bench.show_row(*place)
        target = TARGETS[self.step.key](bench)
        if target is not None and not target.isVisible() and bench.tab.panel_action is not None:
            bench.tab.panel_action.toggle()  # one side may stand in the place of the other
        self._point()

    def _show(self) -> None:
        """Words and mark of the step; the frame comes when the page has been laid out."""
        assert self.panel is not None
        title, words = self._words[self.progress.at]
        self.panel.show_step(self.progress.at, len(STEPS), title, words)
        self._keep(self.progress)
        self._follow()
        QTimer.singleShot(0, self._point)

    def _point(self) -> None:
        """Frame what the step is about, or the tab on which it is."""
        bench, outline = self._window.workbench, self.outline
        if bench is None or outline is None:
            return
        if bench.tab.key == self.step.page:
            outline.surround(TARGETS[self.step.key](bench))
            return
        at = next(at for at, tab in enumerate(bench.tabs) if tab.key == self.step.page)
        tabs: QWidget = bench.band.tabs
        outline.surround(tabs, bench.band.tabs.tabRect(at))

    # What is done

    def _mark(self, mark: str) -> None:
        if self.is_running and mark not in self.progress.marks and tour.is_awaited(mark):
            self._keep(replace(self.progress, marks=self.progress.marks | {mark}))
            self._follow()

    def _turned(self, _at: int) -> None:
        bench = self._window.workbench
        if bench is not None:
            self._mark(tour.looked(bench.tab.key))
        QTimer.singleShot(0, self._point)

    def _looked(self, _left: str, right: str) -> None:
        """The right of the status line names the row one is at, where a page has one."""
        bench = self._window.workbench
        if bench is not None:
            self._mark(tour.looked(bench.tab.key, right))

    def _tried(self) -> None:
        if self._context is not None and self._context.trial is None:
            self._mark(tour.TRIED)

    def _written(self, path: Path) -> None:
        self._mark(tour.written(path))

    def _follow(self, _change: object = None) -> None:
        """Look again which steps have been done."""
        context, panel = self._context, self.panel
        if context is None or panel is None:
            return
        try:
            entries = context.file.project.history()[:-1]
            self._done |= tour.done_steps(tour.Trace(entries, self.progress.marks))
        except UserProblem as problem:
            self._window.complain(told_of(problem))
        panel.show_done(self.step.key in self._done, len(self._done), len(STEPS))
