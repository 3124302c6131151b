"""The middle of the report tab: one chapter as it is written, kept as it is left, beside its proposal."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QMenu, QStackedWidget, QVBoxLayout, QWidget

from models.dates import BadValue
from models.report.document import Report
from models.report.live.syntax import Field, Insert, Line, canonical
from models.report.outline import Chapter
from models.report.wording import numeral
from services.chapters import ChapterDoor
from services.errors import UserProblem
from ui.context import Context
from ui.messages import EmptyState
from ui.panels.chapter_compare import ChapterCompare
from ui.panels.chapter_editor import ChapterEditor
from ui.panels.chapter_head import ChapterHead
from ui.panels.chapter_list import title_of
from ui.panels.chapter_menus import caret_menu, findings_menu, insert_menu, style_actions
from ui.panels.chapter_notes import ChapterNotes, Note
from ui.panels.chapter_remarks import about, mistakes
from ui.panels.chapter_review import ChapterReview
from ui.panels.data_words import DataWords
from ui.panels.detail import rule
from ui.panels.field_box import FieldBox
from ui.panels.live_document import select
from ui.panels.live_words import LiveWords
from ui.words import told_of

REST = 1500
"""Milliseconds after the last key when what is typed is kept."""
SHOWN_NOTES = 2
LOW = 560
"""A pane no higher than this has room for one message only."""


class ChapterPane(QFrame):
    """Shows the chapter of a key; what is typed is kept when it is left and when the keys rest.

    `caretMoved` rings when the caret stands elsewhere or the words around it change.
    """

    caretMoved = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "surface")
        self._context = context
        self.door = ChapterDoor(context)
        self.report: Report | None = None
        self.chapter: Chapter | None = None
        self._words: LiveWords | None = None
        self._review: ChapterReview | None = None
        self._text = ""
        self._refused = ""
        self._compares = ""
        self._wrong: list[str] = []
        self.general: Sequence[Note] = ()
        self._build()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._connect()

    def _build(self) -> None:
        look = self._context.look
        self.head = ChapterHead(look, self)
        self.editor = ChapterEditor(look, self)
        self.editor.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.compare = ChapterCompare(look, self)
        self.box = FieldBox(self._context, self)
        self.notes = ChapterNotes(look, self)
        written = QWidget(self)
        column = QVBoxLayout(written)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.editor, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(look.px(20), look.px(8), look.px(20), look.px(12))
        foot.setSpacing(look.px(8))
        foot.addWidget(self.box)
        foot.addWidget(self.notes)
        column.addLayout(foot)
        words = self.tr("附件的表都由数据生成，在右边预览里看；点表里的数字到它的来源。")
        annexes = EmptyState(look, "report", self.tr("得分表与附表"), words)
        self.pages = QStackedWidget(self)
        for page in (written, self.compare, annexes):
            self.pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(rule(self))
        whole.addWidget(self.pages, 1)

    def _connect(self) -> None:
        editor = self.editor
        self.ask_action = QAction(self.tr("插入数据…"), self)
        self.ask_action.setShortcut(QKeySequence("Ctrl+I"))
        self.ask_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.ask_action.triggered.connect(editor.proposals.ask)
        self.addAction(self.ask_action)
        self._styles = style_actions(editor)
        editor.typed.connect(self._rest.start)
        editor.left.connect(self.keep)
        editor.caretMoved.connect(self._moved)
        editor.opened.connect(self._open_insert)
        editor.customContextMenuRequested.connect(self._open_menu)
        editor.proposals.source = self._proposals
        self._rest.timeout.connect(self._rested)
        self.head.dataWanted.connect(editor.proposals.ask)
        self.head.findingWanted.connect(self.quote_finding)
        self.head.stateChosen.connect(lambda state: self._on_chapter(self.door.set_state, state))
        self.head.title.renamed.connect(lambda title: self._on_chapter(self.door.rename, title))
        self.head.title.left.connect(editor.setFocus)
        self.box.changed.connect(self._exchange)
        self.compare.left.connect(self.show_text)
        self._context.left.connect(self.keep)
        self._context.look.changed.connect(editor.restyle)

    @property
    def can_edit(self) -> bool:
        """Whether the project can be changed."""
        return not self._context.workspace.project.read_only

    # What is shown

    def show_chapter(self, report: Report, key: str) -> None:
        """Show the chapter of that key over this state of the data; words that are not kept yet stay."""
        self.report, self._words = report, LiveWords(report.renderer)
        chapter = next((each for each in report.chapters if each.key == key), None)
        is_same = self.chapter is not None and chapter is not None and self.chapter.key == chapter.key
        if not is_same:
            self._compares, self._refused = "", ""
            self.editor.proposals.hide()
        if chapter is None:
            self.chapter = None
            self.head.show_chapter(None, self.tr("附　得分表与附表"), can_edit=False)
            self.pages.setCurrentIndex(2)
            return
        self._show(chapter, is_same=is_same)
        shown = title_of(chapter)
        if chapter.number:
            shown = f"{numeral(chapter.number)}、{shown}"
        self.head.show_chapter(chapter, shown, can_edit=self.can_edit)
        self._review = ChapterReview(chapter, self._words, self.door, self.do)
        self._wrong = [each.text for each in self.editor.live.chips() if each.kind == "wrong"]
        self._show_page()
        self._moved()

    def _show(self, chapter: Chapter, *, is_same: bool) -> None:
        assert self._words is not None
        text = canonical(chapter.text)
        if is_same and (text == self._text or self.editor.is_changed):
            self.editor.follow(self._words)
            if text != self._text:
                return
        else:
            self.editor.show_text(chapter.text, self._words, same=is_same)
        self.editor.setReadOnly(not self.can_edit)
        self._text, self.chapter = text, chapter

    def _show_page(self) -> None:
        assert self._review is not None
        places = {"offers": self._review.offered, "differences": self._review.differing}.get(self._compares)
        made = places() if places is not None else []
        if not made:
            self.show_text()
            return
        words = (
            self.tr("数据或模板里新的说法")
            if self._compares == "offers"
            else self.tr("与数据生成的正文不同之处")
        )
        self.compare.show_places(f"{words}　{len(made)}", made)
        self.pages.setCurrentWidget(self.compare)

    def show_text(self) -> None:
        """Back to the text."""
        self._compares = ""
        if self.pages.currentIndex() != 0:
            self.pages.setCurrentIndex(0)
            self.editor.setFocus()

    def review(self, what: str) -> None:
        """Compare place by place: what is offered, or where the chapter differs."""
        self.keep()
        self._compares = what
        if self._review is not None:
            self._show_page()

    def _moved(self) -> None:
        chip = self.editor.chip
        field = chip.written() if chip is not None else None
        if self._words is not None:
            shown = field if isinstance(field, Field) else None
            self.box.show_field(shown, self._words, can_edit=self.can_edit)
        self._say()
        self.caretMoved.emit()

    # What is to be said

    def _say(self) -> None:
        found: list[Note] = [("error", self._refused, ())] if self._refused else []
        if not found and self._words is not None:
            found = mistakes(self.editor, self._words, self._wrong, self.show_wrong)
        if self.chapter is not None and self._review is not None:
            restore = self.restore if self.can_edit else None
            found += about(self.chapter, self._review, self.review, restore)
        most = SHOWN_NOTES if self.height() > self._context.look.px(LOW) else 1
        self.notes.say((found or list(self.general))[:most])

    def show_field(self, text: str) -> None:
        """Put the caret to the first place of a field in this chapter."""
        found = next((each for each in self.editor.live.chips() if each.field.text == text), None)
        if found is not None:
            self.editor.show_position(found.end)

    def show_wrong(self) -> None:
        """Put the caret to the first field that is wrong."""
        found = next((each for each in self.editor.live.chips() if each.kind == "wrong"), None)
        if found is not None:
            self.editor.show_position(found.start)
            self.editor.setFocus()

    # Edits

    def _rested(self) -> None:
        if self.editor.is_composing or self.editor.proposals.completions.isVisible():
            self._rest.start()
        else:
            self.keep()

    def keep(self) -> bool:
        """Write what is typed into the project; False where it cannot be kept, and then it stays here."""
        self._rest.stop()
        if not self.editor.is_changed or self.chapter is None:
            return True
        before, chapter, text = self._text, self.chapter, self.editor.live.text
        self._text = text
        self.editor.kept()
        if not self.do(lambda: self.door.write_text(chapter, text)):
            self._text, self.editor.is_changed = before, True
            return False
        return True

    def do(self, run: Callable[[], object]) -> bool:
        """Carry out an edit; what keeps it from being done is said under the text."""
        self._refused = ""
        try:
            run()
        except (BadValue, UserProblem) as refused:
            self._refused = told_of(refused)
        self._say()
        return not self._refused

    def _on_chapter(self, run: Callable[[Chapter, str], object], words: str) -> None:
        self.keep()
        chapter = self.chapter
        if chapter is not None:
            self.do(lambda: run(chapter, words))

    def restore(self) -> None:
        """Let the chapter follow the data again; what was written can be brought back."""
        self.keep()
        chapter = self.chapter
        if chapter is not None and self.do(lambda: self.door.restore(chapter)):
            self._context.toast(self.tr("已恢复自动正文"))

    def _exchange(self, field: Field) -> None:
        chip = self.editor.chip
        if chip is not None:
            place = self.editor.textCursor()
            select(place, chip)
            self.editor.put([Line((field,))], place)
            self.keep()

    # Menus

    def _proposals(self) -> DataWords:
        assert self.report is not None
        return DataWords(self.report)

    @staticmethod
    def _open(menu: QMenu, place: QPoint) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _open_menu(self, place: QPoint) -> None:
        self._open(
            caret_menu(self.editor, self._styles, self.ask_action), self.editor.viewport().mapToGlobal(place)
        )

    def _open_insert(self, insert: Insert) -> None:
        if self.report is not None:
            below = self.editor.viewport().mapToGlobal(self.editor.cursorRect().bottomLeft())
            self._open(insert_menu(self.editor, insert, self.report, self._context), below)

    def quote_finding(self) -> None:
        """Let a finding be chosen that is quoted at the caret."""
        if self.report is not None:
            button = self.head.quote
            self._open(
                findings_menu(self.editor, self.report), button.mapToGlobal(QPoint(0, button.height()))
            )
