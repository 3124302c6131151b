"""报告: chapters at the left, the chosen one's text in the middle, the printed pages at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from models.checks import Severity
from models.fields import Row
from models.report.document import build
from models.schema import SCHEMA
from services.report_forms import form_of
from services.workspace import Change
from ui.messages import Choice, InlineMessage
from ui.panels.chapter_text import ChapterText
from ui.panels.chapters import Chapter, chapters_of, entries
from ui.panels.detail import rule, surface
from ui.panels.preview import Preview
from ui.panels.side_list import SideList
from ui.panels.source_box import SourceBox
from ui.tab import Tab, Tool

CHAPTERS_WIDTH = 176
SIGNS = {"已复核": ("done", "done"), "已写": ("edited", "text2")}


class ReportTab(Tab):
    """The report as it follows from the data; the state of each chapter is kept in the project."""

    key = "report"
    tables = ("section",)

    @property
    def title(self) -> str:
        """The words on the tab."""
        return self.tr("报告")

    def build(self) -> None:
        """Tool bar, chapters, text, preview."""
        self.chapters: tuple[Chapter, ...] = ()
        look = self.context.look
        self.list = SideList(look, self.tr("报告章节"), self)
        self.list.setFixedWidth(look.px(CHAPTERS_WIDTH))
        self.text = ChapterText(look, self)
        self.source = SourceBox(self.context, self)
        self.preview = Preview(look, self)
        self._add_tools()
        left = QWidget(self)
        row = QHBoxLayout(left)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(self._middle(), 1)
        self.add_panes(left, self._right(), (873, 486))
        self.list.chosen.connect(self._turn)
        self.text.sourceChosen.connect(self.source.show_source)
        self.preview.moved.connect(self._say_page)
        self.context.left.connect(self.preview.leave)

    def _add_tools(self) -> None:
        bar = self.add_toolbar(
            [
                Tool("refresh", self.tr("重新排版"), self._write_all),
                Tool("copy", self.tr("复制本章文字"), self._copy),
            ]
        )
        row = self.context.records.project
        words = self.tr("公文格式 · {0}").format(row["stage"] or self.tr("未定阶段"))
        self.stage = QLabel(words, bar)
        self.stage.setProperty("role", "note")
        self.stage.setContentsMargins(0, 0, self.context.look.px(10), 0)
        bar.addWidget(self.stage)
        self.export_buttons: list[QPushButton] = []
        for words, name, primary in (
            (self.tr("导出 Excel"), "export-tables", False),
            (self.tr("导出 Word"), "export-report-word", False),
            (self.tr("导出 PDF"), "export-report", True),
        ):
            button = QPushButton(words, bar)
            if primary:
                button.setProperty("primary", True)
            button.clicked.connect(lambda _checked=False, name=name: self._trigger(name))
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            self.export_buttons.append(button)
            bar.addWidget(button)
            gap = QWidget(bar)
            gap.setFixedWidth(self.context.look.px(6))
            bar.addWidget(gap)

    def _middle(self) -> QFrame:
        look = self.context.look
        pane = surface(self)
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(look.px(8))
        head.setContentsMargins(look.px(14), look.px(5), look.px(14), look.px(5))
        title = QLabel(self.tr("正文"), pane)
        title.setProperty("role", "section")
        note = QLabel(self.tr("由数据生成，随数据改变"), pane)
        note.setProperty("role", "note")
        self.state = QComboBox(pane)
        self.state.addItems(list(SCHEMA["section"].field("state").choices))
        self.state.setAccessibleName(self.tr("本章状态"))
        self.state.setEnabled(not self.context.workspace.project.read_only)
        self.state.activated.connect(self._set_state)
        for widget in (title, note):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.state)
        column.addLayout(head)
        column.addWidget(rule(pane))
        column.addWidget(self.text, 1)
        self._foot = QVBoxLayout()
        self._foot.setContentsMargins(look.px(20), look.px(8), look.px(20), look.px(12))
        self._foot.setSpacing(look.px(8))
        self._foot.addWidget(self.source)
        column.addLayout(self._foot)
        self._message: InlineMessage | None = None
        return pane

    def _right(self) -> QFrame:
        look = self.context.look
        pane = surface(self)
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(look.px(8))
        head.setContentsMargins(look.px(14), look.px(5), look.px(14), look.px(5))
        title, self.page_label = QLabel(self.tr("预览"), pane), QLabel(pane)
        title.setProperty("role", "section")
        self.page_label.setProperty("role", "note")
        self.zoom = QComboBox(pane)
        self.zoom.setAccessibleName(self.tr("预览大小"))
        for words, zoom in ((self.tr("适合宽度"), 0.0), ("75%", 0.75), ("100%", 1.0), ("150%", 1.5)):
            self.zoom.addItem(words, zoom)
        self.zoom.activated.connect(lambda at: self.preview.set_zoom(self.zoom.itemData(at)))
        head.addWidget(title)
        head.addWidget(self.page_label)
        head.addStretch(1)
        head.addWidget(self.zoom)
        column.addLayout(head)
        column.addWidget(rule(pane))
        column.addWidget(self.preview, 1)
        return pane

    # What is shown

    def refresh(self, change: Change | None) -> None:
        """Write the report again when it is looked at; it follows every edit."""
        if self.isVisible() or change is None:
            self._write_all()

    def showEvent(self, event: object) -> None:
        """Catch up with what changed while another tab was in front."""
        super().showEvent(event)  # type: ignore[arg-type]
        if self._is_built:
            self._write_all()

    def _write_all(self) -> None:
        workspace = self.context.workspace
        records = workspace.records
        document = build(records, workspace.evaluation, workspace.problems, form_of(records))
        self.chapters = chapters_of(document)
        key = self.list.key or self.chapters[0].key
        self.list.fill(entries(self.chapters, key))
        self._write_states()
        self._write_chapter()
        self.preview.show_document(document)
        stage = workspace.records.project["stage"] or self.tr("未定阶段")
        self.stage.setText(self.tr("公文格式 · {0}").format(stage))
        self._warn()
        self.status.emit(*self.status_words())

    def _write_states(self) -> None:
        for chapter in self.chapters:
            row = self._section(chapter.key)
            self.list.set_note(chapter.key, "", SIGNS.get(row["state"] or "") if row is not None else None)

    def _write_chapter(self) -> None:
        chapter = self.chapter
        if chapter is None:
            return
        self.text.show_blocks(chapter.blocks)
        row = self._section(chapter.key)
        self.state.setCurrentText(str(row["state"] or "待写") if row is not None else "待写")

    @property
    def chapter(self) -> Chapter | None:
        """The chosen chapter."""
        key = self.list.key.partition("/")[0]
        return next((each for each in self.chapters if each.key == key), None)

    def _section(self, key: str) -> Row | None:
        rows = self.context.records.live("section")
        return next((row for row in rows if row["key"] == key), None)

    def _turn(self, key: str) -> None:
        self.list.fill(entries(self.chapters, key))
        self._write_states()
        self._write_chapter()
        chapter, number = self.chapter, key.partition("/")[2]
        if chapter is None:
            return
        heading = chapter.sections[int(number)] if number else chapter.heading
        self.text.show_heading(heading)
        self.preview.show_heading(heading)
        self.source.hide()
        self.status.emit(*self.status_words())

    def _warn(self) -> None:
        """One message while errors stand that the report would carry."""
        errors = [
            each
            for each in self.context.workspace.problems
            if each.severity is Severity.ERROR and not each.settled
        ]
        if self._message is not None:
            self._foot.removeWidget(self._message)
            self._message.hide()
            self._message.deleteLater()
            self._message = None
        if errors:
            place = errors[0].place
            words = self.tr("还有 {0} 个错误没有处理，报告会带着它们：{1}").format(
                len(errors), errors[0].message
            )
            go = Choice(self.tr("到该处"), lambda: self.context.show_row(place.table, place.row, place.field))
            self._message = InlineMessage(self.context.look, "doubt", words, [go], parent=self)
            self._foot.addWidget(self._message)

    def _say_page(self, page: int, count: int) -> None:
        self.page_label.setText(self.tr("第 {0} 页，共 {1} 页").format(page, count))

    def status_words(self) -> tuple[str, str]:
        """Where the tinted numbers come from, and how far the chapters are."""
        if not self._is_built:
            return "", ""
        states = [row["state"] for row in self.context.records.live("section")]
        words = self.tr("已写 {0} 章，已复核 {1} 章　本章 {2} 字")
        right = words.format(states.count("已写"), states.count("已复核"), self.text.words)
        return self.tr("淡色底的数字取自数据，随数据改变；点开看来源"), right

    def show_row(self, table: str, row_id: str, field: str = "") -> None:
        """Turn to the chapter of a section row."""
        self.ensure_built()
        row = self.context.records.get(table, row_id)
        if row is not None:
            self.list.choose(str(row["key"] or ""))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # What the buttons do

    def _set_state(self, at: int) -> None:
        chapter = self.chapter
        if chapter is None:
            return
        state = self.state.itemText(at)
        row = self._section(chapter.key)
        if row is not None:
            self.context.typed("section", row["id"], "state", state)
            return
        with self.context.edit(self.tr("报告章节“{0}” · 状态").format(chapter.title)) as edit:
            edit.insert("section", {"key": chapter.key, "title": chapter.title, "state": state})

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.text.toPlainText())
        self.context.toast(self.tr("已复制本章文字"))

    def _trigger(self, name: str) -> None:
        """Run the window's export: it asks where to, writes in a thread, and tells the end."""
        action = self.window().findChild(QAction, name)
        if action is not None:
            action.trigger()
