"""报告: chapters at the left, the chosen one being written in the middle, the printed pages at the right."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QHideEvent

from models.checks import Severity
from models.report.blocks import Annex, Block, Heading, Paragraph, Source, annex_label
from models.report.document import Report
from models.report.outline import Chapter
from models.report.wording import numeral
from services.chapters import ChapterDoor
from services.workspace import Change
from ui.messages import Choice
from ui.panels.chapter_list import ANNEXES, ChapterList
from ui.panels.chapter_notes import Note
from ui.panels.chapter_pane import ChapterPane
from ui.panels.field_box import way_to
from ui.panels.preview_pane import PreviewPane
from ui.panels.report_tools import export_buttons, form_button
from ui.panels.report_writer import ReportWriter
from ui.panels.side_choice import SideChoice
from ui.tab import Tab, Tool
from ui.words import told, worded

CHAPTERS_WIDTH = 176
TYPED = 300
"""Milliseconds after the last key when the pages begin to follow."""
VERSION_TOOLS = {"compare-versions": "compare", "freeze-version": "frozen"}
"""The window's actions that stand in the tool bar, with their icons."""


class ReportTab(Tab):
    """The report as it follows from the data and from what the evaluator wrote."""

    key = "report"
    tables = ("section", "report_version")

    @property
    def title(self) -> str:
        """The words on the tab."""
        return self.tr("报告")

    def build(self) -> None:
        """Tool bar, chapters, text, preview."""
        look = self.context.look
        self.report: Report | None = None
        self._goal = ""
        self.writer = ReportWriter(self.context, self)
        self.writer.written.connect(self._written)
        self.list = ChapterList(look, self)
        self.list.can_edit = not self.context.workspace.project.read_only
        self.pane = ChapterPane(self.context, self)
        self.preview_pane = PreviewPane(self.context, self)
        self.preview = self.preview_pane.preview
        self._add_tools()
        left = SideChoice(look, self.list, self.pane, CHAPTERS_WIDTH)
        self.add_panes(left, self.preview_pane, (873, 486), (1193, 720))
        self.list.chosen.connect(self._turn)
        self.list.moved.connect(self._move)
        self.list.wanted.connect(self._do)
        self.pane.caretMoved.connect(self._follow_caret)
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(TYPED)
        self._typed.timeout.connect(self._show_typed)
        self.pane.editor.typed.connect(self._typed.start)
        self.preview_pane.placeWanted.connect(self._show_figure)
        self.context.left.connect(self.preview.leave)

    def _add_tools(self) -> None:
        bar = self.add_toolbar(
            [
                Tool(
                    "check",
                    self.tr("出具前校核"),
                    partial(self._trigger, "next-problem"),
                    self.tr("依次看校核发现的问题　F8"),
                ),
            ]
        )
        self._versions_before = bar.actions()[1]
        self.form = form_button(bar, self._choose_form, self._trigger)
        self.export_buttons = export_buttons(bar, self.context.look, self._trigger)

    def _add_versions(self) -> None:
        """The window's own actions for versions, where it has them."""
        bar = self.toolbar
        for name, icon in VERSION_TOOLS.items():
            action = self.window().findChild(QAction, name)
            if bar is not None and action is not None and action not in bar.actions():
                bar.insertAction(self._versions_before, self.with_icon(action, icon))

    # What is shown

    def refresh(self, change: Change | None) -> None:
        """Write the report again when it is looked at; it follows every edit."""
        if self.isVisible() or change is None:
            self.writer.write()

    def showEvent(self, event: object) -> None:
        """Catch up with what changed while another tab was in front."""
        super().showEvent(event)  # type: ignore[arg-type]
        if self._is_built:
            self.writer.write()
            self._add_versions()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is typed before another tab comes to the front."""
        super().hideEvent(event)
        if self._is_built:
            self.pane.keep()

    def _written(self, report: Report) -> None:
        """Show the report as it was written out over the newest data."""
        self.report, records = report, self.context.records
        self._fill_list(self.list.key)
        if self._goal and self.list.choose(self._goal):
            self._goal = ""
        self.pane.general = self._warnings()
        self.pane.show_chapter(report, self.list.chapter_key)
        self.preview.show_document(report.document)
        stage = records.project["stage"] or self.tr("未定阶段")
        self.form.setText(f"{worded(records.setting('report_form'))} · {worded(stage)}")
        self.status.emit(*self.status_words())

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """The chapters in their order."""
        return self.report.chapters if self.report is not None else ()

    @property
    def chapter(self) -> Chapter | None:
        """The chosen chapter; None for the annexes."""
        return next((each for each in self.chapters if each.key == self.list.chapter_key), None)

    def _sections(self, key: str) -> list[str]:
        blocks = self.report.blocks.get(key, ()) if self.report is not None else ()
        return [block.text for block in blocks if isinstance(block, Heading) and block.level == 2]

    def _annexes(self) -> list[str]:
        blocks = self.report.document.blocks if self.report is not None else ()
        return [f"{annex_label(block)}　{block.title}" for block in blocks if isinstance(block, Annex)]

    def _fill_list(self, key: str) -> None:
        self.list.show_chapters(self.chapters, self._sections(key.partition("/")[0]), self._annexes(), key)

    def _turn(self, key: str) -> None:
        """Show what was chosen in the list, in the text and on the pages."""
        self.pane.keep()
        if self.report is None:
            return
        self._fill_list(key)
        name, _, number = key.partition("/")
        self.pane.show_chapter(self.report, name)
        if self.pane.chapter is not None:
            self.pane.editor.show_section(int(number) if number else -1)
        self.preview.show_heading(self._heading(name, number))
        self.status.emit(*self.status_words())

    def _heading(self, key: str, number: str) -> str:
        """The heading of a line of the list as it is printed."""
        if key == ANNEXES:
            return self._annexes()[int(number or 0)]
        sections, chapter = self._sections(key), self.chapter
        if number and int(number) < len(sections):
            return sections[int(number)]
        return f"{numeral(chapter.number)}、{chapter.title}" if chapter is not None and chapter.number else ""

    def _show_typed(self) -> None:
        """Let the pages show what is typed before it is kept."""
        chapter, editor = self.pane.chapter, self.pane.editor
        if chapter is not None and self.report is not None and editor.is_changed and not editor.is_composing:
            self.preview.show_document(self.report.with_text(chapter, editor.live.text))

    def _follow_caret(self) -> None:
        """The section in the list and the paragraph on the pages are those of the caret."""
        chapter, editor = self.pane.chapter, self.pane.editor
        if chapter is None or self.report is None or chapter.key != self.list.chapter_key:
            return
        section = editor.section
        self.list.mark(f"{chapter.key}/{section}" if section >= 0 else chapter.key)
        block = editor.textCursor().block()
        mark = editor.live.numbers.get(block.blockNumber(), "")
        heading = self._heading(chapter.key, str(section) if section >= 0 else "")
        words = f"{mark}{block.text()}" if not chapter.left_out else ""
        self.preview.mark(words, heading, show=editor.hasFocus())

    def _warnings(self) -> list[Note]:
        """That errors stand which the report would carry."""
        problems = self.context.problems
        errors = [each for each in problems if each.severity is Severity.ERROR and not each.settled]
        if not errors:
            return []
        place = errors[0].place
        said = self.tr("还有 {0} 个错误没有处理，报告会带着它们：{1}")
        go = Choice(self.tr("到该处"), lambda: self.context.show_row(place.table, place.row, place.field))
        return [("doubt", said.format(len(errors), told(errors[0].message)), (go,))]

    def status_words(self) -> tuple[str, str]:
        """Where the tinted numbers come from, and how far the chapters are."""
        if not self._is_built:
            return "", ""
        states = [each.state for each in self.chapters if not each.left_out]
        words = self.tr("已写 {0} 章，已复核 {1} 章　本章 {2:,} 字")
        count = len("".join(self.pane.editor.toPlainText().split()))
        right = words.format(states.count("已写"), states.count("已复核"), count)
        return self.tr("淡色底的数字取自数据，随数据改变；Ctrl+I 插入"), right

    def is_busy(self) -> bool:
        """Whether pages are being made."""
        if not self._is_built:
            return False
        return self.writer.is_busy or (self.preview.isVisible() and self.preview.is_busy)

    def show_row(self, table: str, row_id: str, field: str = "") -> None:
        """Turn to the chapter of a section row, or of a key where it has no row, or to the versions."""
        self.ensure_built()
        if table == "report_version":
            self._trigger("compare-versions")
            return
        row = self.context.records.get(table, row_id)
        self._choose(str(row["key"] or "") if row is not None else row_id)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, key: str) -> None:
        """Choose a chapter, now or when the report is written."""
        self._goal = "" if self.list.choose(key) else key

    def _show_figure(self, figure: Any) -> None:
        """Put the caret to a number that was clicked on the pages, if a chapter says it; then to its rows."""
        field = ""
        blocks = self.report.blocks if self.report is not None else {}
        for key in sorted(blocks, key=lambda each: each != self.list.chapter_key):
            field = field or field_of(blocks[key], figure.text, figure.source)
            if field:
                self.list.choose(key)
                self.pane.show_field(field)
                break
        way = way_to(self.context, figure.source, self)
        if way is not None:
            way()

    # What is done to chapters

    def _move(self, key: str, to: int) -> None:
        self.pane.keep()
        self.pane.do(lambda: self.pane.door.move(self.chapters, key, to))

    def _do(self, what: str, key: str) -> None:
        self.pane.keep()
        door: ChapterDoor = self.pane.door
        chapter = next((each for each in self.chapters if each.key == key), None)
        if what == "add":
            made: list[str] = []
            if self.pane.do(lambda: made.append(door.add(self.chapters, key))):
                self._choose(made[0])
                self.pane.head.title.ask()
        elif what == "order":
            self.pane.do(door.restore_order)
        elif chapter is not None and what == "rename":
            self.list.choose(key)
            self.pane.head.title.ask()
        elif chapter is not None and what == "remove":
            self.pane.do(lambda: door.remove(chapter))
        elif chapter is not None:
            self.pane.do(lambda: door.leave_out(chapter, what == "leave-out"))

    # What the buttons do

    def _choose_form(self, name: str) -> None:
        self.pane.keep()
        sentence = self.context.choose("report_form", name)
        if sentence is not None:
            self.context.say(sentence)

    def _trigger(self, name: str) -> None:
        """Run the window's action of that name, with what is typed kept first."""
        self.pane.keep()
        action = self.window().findChild(QAction, name)
        if action is not None:
            action.trigger()


def field_of(blocks: Sequence[Block], text: str, source: Source) -> str:
    """The field of which a figure is the value, as it is written in the chapter; "" for none."""
    for block in blocks:
        for run in block.runs if isinstance(block, Paragraph) else ():
            if run.field and run.text == text and run.source == source:
                return run.field
    return ""
