"""指标体系: choose a standard, look through it, compare, apply it, keep one's own, exchange as workbooks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from models.standard import Standard
from services import standard_choice, standards
from services.errors import UserProblem
from services.standards import Listed
from ui.context import Context
from ui.dialogs import Frame, file_name
from ui.messages import Choice, InlineMessage
from ui.panels.detail import rule
from ui.panels.side_list import Entry
from ui.standards.differences import Differences
from ui.standards.library_side import LibrarySide
from ui.standards.preview import Preview
from ui.standards.words import weight_words
from ui.words import told_of, worded

PROJECT, OWN = "project", "own:"
WIDTH, HEIGHT = 1200, 660
SUFFIX = ".xlsx"


class Places(Protocol):
    """Which files the person chooses."""

    def table_to_import(self) -> Path | None:
        """Which workbook to read."""

    def place(self, title: str, name: str, words: str, suffix: str) -> Path | None:
        """Where to write a file."""


class StandardsDialog(Frame):
    """The library of standards beside the project that is open."""

    def __init__(self, context: Context, places: Places, parent: QWidget | None = None) -> None:
        super().__init__(context.look, "", parent=parent)
        self.setWindowTitle(self.tr("指标体系"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.context, self._places = context, places
        self.made: list[str] = []
        self._listed: dict[str, Listed] = {}
        self._loaded: dict[str, Standard] = {}
        self._message: QWidget | None = None
        self.body.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._build_left())
        row.addWidget(_upright(self))
        row.addLayout(self._build_right(), 1)
        self.body.addLayout(row, 1)
        self._build_foot()
        self.list.chosen.connect(self._show)
        self.preview.ticked.connect(self._say_outcome)
        self.replacing.toggled.connect(self._say_outcome)
        self.tabs.currentChanged.connect(self._turn)
        self._fill(next(iter(standards.catalogue())).id)
        self.open_at_size(WIDTH, HEIGHT)

    # Building

    def _build_left(self) -> QWidget:
        side = LibrarySide(self.look, str(self.context.records.project.get("title") or ""), self)
        self.list, self.name, self.fault = side.list, side.name, side.fault
        self.keep_button, self.discard_button = side.keep_button, side.discard_button
        for button, run in (
            (side.keep_button, self.keep),
            (side.import_button, self.bring_in),
            (side.export_button, self.write_out),
            (side.discard_button, self.discard),
        ):
            button.clicked.connect(partial(_run, run))
        return side

    def _build_right(self) -> QVBoxLayout:
        look = self.look
        column = QVBoxLayout()
        column.setSpacing(0)
        self.head = QVBoxLayout()
        self.head.setContentsMargins(look.px(14), look.px(10), look.px(14), look.px(8))
        self.head.setSpacing(look.px(4))
        self.title, self.about = QLabel(self), QLabel(self)
        self.title.setProperty("role", "title")
        self.about.setProperty("role", "note")
        for label in (self.title, self.about):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            self.head.addWidget(label)
        self.tabs = QTabBar(self)
        self.tabs.setProperty("subtabs", True)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("预览或比较"))
        for words in (self.tr("预览"), self.tr("比较")):
            self.tabs.addTab(words)
        self.preview, self.differences = Preview(look, self), Differences(look, self)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.preview)
        self.pages.addWidget(self.differences)
        column.addLayout(self.head)
        column.addWidget(self.tabs)
        column.addWidget(rule(self))
        column.addWidget(self.pages, 1)
        return column

    def _build_foot(self) -> None:
        self.replacing = QCheckBox(self.tr("替换现有指标"), self)
        self.replacing.setToolTip(self.tr("先删去本项目现有的指标和得分；可以撤销"))
        self.foot.insertWidget(1, self.replacing)
        self.main.setText(self.tr("套用指标"))
        self.main.setVisible(True)
        self.main.setDefault(True)
        self.leave.setText(self.tr("关闭"))
        self.leave.setAutoDefault(False)

    # What is shown

    def _fill(self, key: str) -> None:
        """Read the library anew and show one of it."""
        listed = standards.catalogue()
        self._listed = {(OWN if each.own else "") + each.id: each for each in listed}
        self._loaded = {}
        entries = [Entry(key, each.title, "edited" if each.own else "standards")
                   for key, each in self._listed.items()]  # fmt: skip
        if self.context.records.live("indicator"):
            entries.append(Entry(PROJECT, self.tr("本项目现有指标"), "indicator"))
        self.list.fill(entries)
        if self.list.key == key or not self.list.choose(key):
            self._show(self.list.key)

    def _standard(self, key: str) -> Standard:
        if key == PROJECT:
            title = self.tr("本项目现有指标")
            return replace(standards.of_project(self.context.records, PROJECT, title), remark="")
        if key not in self._loaded:
            listed = self._listed[key]
            found = standards.read(listed.path)
            self._loaded[key] = replace(found, id=key, title=listed.title, document=listed.document,
                                        kind=listed.kind, remark=listed.remark, own=listed.own)  # fmt: skip
        return self._loaded[key]

    def _show(self, key: str) -> None:
        self._complain("")
        listed = self._listed.get(key)
        self._remark("")
        self.discard_button.setEnabled(listed is not None and listed.own)
        tip = "" if self.discard_button.isEnabled() else self.tr("随程序附带的不能删除")
        self.discard_button.setToolTip(tip)
        try:
            standard = self._standard(key)
        except UserProblem as problem:
            standard = Standard(key, listed.title if listed else "", "", "", "", ())
            self._remark(told_of(problem), "error")
        ours = listed is not None and not listed.own
        self.title.setText(standard.title)
        extent = standard_choice.extent(standard_choice.leaves(standard))
        points = self.tr("建议分值合计 {0}（本程序拟）") if ours else self.tr("分值合计 {0}")
        about = [standard.document, worded(standard.kind), self.tr("{0} 项指标").format(extent.count)]
        about.append(points.format(weight_words(extent.weight)))
        self.about.setText(" · ".join(part for part in about if part))
        if standard.remark:
            self._remark(worded(standard.remark), "doubt" if ours else "hint")
        self.preview.show_standard(standard, ours=ours, can_tick=key != PROJECT)
        if self.pages.currentIndex() == 1:
            self._compare()
        self._say_outcome()

    def _remark(self, text: str, kind: str = "hint", choices: Sequence[Choice] = ()) -> None:
        if self._message is not None and not text:
            self.head.removeWidget(self._message)
            self._message.hide()
            self._message.deleteLater()
            self._message = None
        elif text:
            self._remark("")
            self._message = InlineMessage(self.look, kind, text, choices, parent=self)
            self.head.addWidget(self._message)

    def _turn(self, index: int) -> None:
        if index == 1:
            self._compare()
        self.pages.setCurrentIndex(index)

    def _compare(self) -> None:
        others = []
        for key in (PROJECT, *self._listed):
            try:
                others.append(self._standard(key))
            except UserProblem:
                continue
        with_rows = [each for each in others if each.entries]
        self.differences.show_standard(self._standard_or_none(), with_rows)

    def _standard_or_none(self) -> Standard:
        try:
            return self._standard(self.list.key)
        except UserProblem:
            return Standard(self.list.key, self.title.text(), "", "", "", ())

    @property
    def _chosen(self) -> tuple[Standard, frozenset[str]]:
        return self._standard_or_none(), self.preview.chosen

    def _say_outcome(self) -> None:
        key = self.list.key
        writable = not self.context.workspace.project.read_only
        standard, chosen = self._chosen
        self.main.setEnabled(key != PROJECT and writable and bool(chosen))
        self.replacing.setEnabled(key != PROJECT and writable)
        if key == PROJECT:
            self.outcome.setText(self.tr("这是本项目现在的指标；可以存为自己的体系，或导出"))
            return
        if not writable:
            self.outcome.setText(self.tr("项目以只读方式打开，不能套用"))
            return
        self.outcome.setText(self._outcome(standard, chosen) if chosen else self.tr("勾选要套用的指标"))

    def _outcome(self, standard: Standard, chosen: frozenset[str]) -> str:
        added = standard_choice.extent(
            entry for entry in standard_choice.leaves(standard) if entry.id in chosen
        )
        present = standard_choice.extent_of(self.context.records)
        words = self.tr("将新增 {0} 项、{1} 分").format(added.count, weight_words(added.weight))
        if present.count and self.replacing.isChecked():
            words += self.tr("；现有 {0} 项连同得分删去").format(present.count)
        elif present.count:
            total = weight_words(added.weight + present.weight)
            words += self.tr("；现有 {0} 项保留，合计 {1} 分").format(present.count, total)
        return words + self.tr("；可一步撤销")

    # What is done

    def accept(self) -> None:
        """Put what is ticked into the project as one edit."""
        standard, chosen = self._chosen
        if not chosen or not self.main.isEnabled():
            return
        label = self.tr("套用指标体系“{0}”").format(standard.title)
        workspace, anew = self.context.workspace, self.replacing.isChecked()
        try:
            self.made = standard_choice.apply(workspace, standard, chosen, label, anew=anew)
        except UserProblem as problem:
            self._remark(told_of(problem), "error")
            return
        said = self.tr("已套用“{0}”，新增 {1} 项").format(standard.title, len(chosen))
        self.context.toast(said, self.tr("撤销"), workspace.undo)
        super().accept()

    def keep(self) -> None:
        """Save the project's present table as a standard of one's own."""
        title = self.name.text().strip()
        records = self.context.records
        self._attempt(lambda: standards.keep(standards.of_project(records, title, title)))

    def bring_in(self) -> None:
        """Read a workbook into one's own standards."""
        path = self._places.table_to_import()
        if path is not None:
            self._attempt(lambda: standards.keep(standards.read(path)))

    def _attempt(self, run: Callable[[], Standard]) -> None:
        try:
            kept = run()
        except UserProblem as problem:
            self._complain(told_of(problem))
            return
        self._fill(OWN + kept.id)
        self.outcome.setText(self.tr("已存为自己的指标体系“{0}”").format(kept.title))

    def write_out(self) -> None:
        """Write the standard that is shown as a workbook."""
        from services.exporting.standard_xlsx import write_standard

        standard = self._standard_or_none()
        title, words = self.tr("导出指标体系"), self.tr("表格")
        path = self._places.place(title, file_name(standard.title), words, SUFFIX)
        if path is None:
            return
        try:
            write_standard(standard, path)
        except UserProblem as problem:
            self._complain(told_of(problem))
            return
        self.outcome.setText(self.tr("已导出“{0}”").format(path.name))

    def discard(self) -> None:
        """Take one of one's own standards out of the library."""
        listed = self._listed.get(self.list.key)
        if listed is None or not listed.own:
            return
        try:
            gone = self._standard(self.list.key) if not listed.fault else None
            standards.discard(listed.id)
        except UserProblem as problem:
            self._complain(told_of(problem))
            return
        self._fill(next(iter(self._listed)))
        if gone is not None:
            back = Choice(self.tr("恢复"), lambda: self._attempt(lambda: standards.keep(gone)))
            self._remark(self.tr("已删除“{0}”。").format(gone.title), choices=(back,))

    def _complain(self, sentence: str) -> None:
        self.fault.setText(sentence)
        self.fault.setVisible(bool(sentence))


def _run(run: Callable[[], object], _checked: bool = False) -> None:
    run()


def show_standards(context: Context, places: Places, parent: QWidget) -> None:
    """Show the library until it is closed, then the first of what was put into the project."""
    dialog = StandardsDialog(context, places, parent)
    dialog.exec()
    if dialog.made:
        context.show_row("indicator", dialog.made[0])
    dialog.deleteLater()


def _upright(parent: QWidget) -> QWidget:
    line = QWidget(parent)
    line.setFixedWidth(1)
    line.setAutoFillBackground(True)
    palette = line.palette()
    palette.setColor(line.backgroundRole(), palette.mid().color())
    line.setPalette(palette)
    return line
