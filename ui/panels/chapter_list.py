"""The chapters at the left: chosen, moved by the mouse or by Alt and an arrow, added, renamed, left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from models.report.outline import LEAD, Chapter
from models.report.wording import numeral
from ui.look import Look
from ui.panels.side_list import Entry, SideList

SIGNS = {"已复核": ("done", "done"), "已写": ("edited", "text2")}
ANNEXES = "annexes"


def entries(
    chapters: Sequence[Chapter], sections: Sequence[str], annexes: Sequence[str], chosen: str
) -> list[Entry]:
    """Every chapter, under the chosen one its sections, at the end the annexes."""
    lines: list[Entry] = []
    at = chosen.partition("/")[0]
    for each in chapters:
        words = title_of(each)
        lines.append(
            Entry(
                each.key, f"{numeral(each.number)}　{words}" if each.number else words, is_faint=each.left_out
            )
        )
        if each.key == at:
            lines += [Entry(f"{each.key}/{n}", text, depth=1) for n, text in enumerate(sections)]
    if annexes:
        lines.append(Entry(ANNEXES, _tr("附　得分表与附表")))
        if at == ANNEXES:
            lines += [Entry(f"{ANNEXES}/{n}", text, depth=1) for n, text in enumerate(annexes)]
    return lines


def title_of(chapter: Chapter) -> str:
    """The title of a chapter as the window names it."""
    return chapter.title or (_tr("标题和引言") if chapter.key == LEAD else _tr("未命名"))


class ChapterList(SideList):
    """`moved` brings a key and its new place; `wanted` what the menu asks for, and of which chapter."""

    moved = Signal(str, int)
    wanted = Signal(str, str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, QCoreApplication.translate("ChapterList", "报告章节"), parent)
        self._chapters: Sequence[Chapter] = ()
        self.can_edit = True
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)

    def show_chapters(
        self, chapters: Sequence[Chapter], sections: Sequence[str], annexes: Sequence[str], chosen: str
    ) -> None:
        """Show these chapters with their states; the chosen key stays chosen."""
        self._chapters = chapters
        self.setDragEnabled(self.can_edit)
        self.fill(entries(chapters, sections, annexes, chosen or (chapters[0].key if chapters else "")))
        for each in chapters:
            note = self.tr("不列入") if each.left_out else ""
            self.set_note(each.key, note, None if note else SIGNS.get(each.state))

    def _place(self, key: str) -> int:
        keys = [each.key for each in self._chapters]
        return keys.index(key) if key in keys else -1

    @property
    def chapter_key(self) -> str:
        """The key of the chapter in which the chosen line lies."""
        return self.key.partition("/")[0]

    # Moving

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+↑ and Alt+↓ move the chapter, F2 renames it."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        place = self._place(self.chapter_key)
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if self.can_edit and place >= 0:
                self.moved.emit(self.chapter_key, place + step)
        elif event.key() == Qt.Key.Key_F2 and self.can_edit and place >= 0:
            self.wanted.emit("rename", self.chapter_key)
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Say where a chapter is to go; the lines follow from the project, not from the mouse."""
        place = self._place(self.chapter_key)
        goal = self._goal(event)
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if self.can_edit and place >= 0 and goal >= 0:
            self.moved.emit(self.chapter_key, goal - (goal > place))

    def _goal(self, event: QDropEvent) -> int:
        """Before which chapter something is dropped; behind the last where it is under all."""
        at = self.indexAt(event.position().toPoint())
        if not at.isValid():
            return len(self._chapters)
        key = self.key_at(at.row()).partition("/")[0]
        place = self._place(key)
        if place < 0:
            return len(self._chapters)
        is_below = event.position().y() > self.visualRect(at).center().y()
        return place + (is_below or "/" in self.key_at(at.row()))

    # Menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the chapter under the mouse, or the chosen one."""
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def menu(self) -> QMenu:
        """The menu of the chosen chapter."""
        menu, key, place = QMenu(self), self.chapter_key, self._place(self.chapter_key)
        chapter = self._chapters[place] if place >= 0 else None
        is_form = chapter is not None and chapter.key != LEAD
        out = chapter is not None and chapter.left_out
        lines: list[tuple[str, str, bool] | None] = [
            ("add", self.tr("加一章"), True),
            ("rename", self.tr("改名…　F2"), is_form),
            (
                "let-in" if out else "leave-out",
                self.tr("列入报告") if out else self.tr("不列入报告"),
                is_form,
            ),
            ("remove", self.tr("删除本章"), chapter is not None and chapter.is_own),
            None,
            ("up", self.tr("上移　Alt+↑"), is_form),
            ("down", self.tr("下移　Alt+↓"), is_form),
            ("order", self.tr("恢复顺序"), True),
        ]
        for line in lines:
            if line is None:
                menu.addSeparator()
                continue
            name, words, can = line
            action = menu.addAction(words)
            action.setObjectName(name)
            action.setEnabled(can and self.can_edit)
            action.triggered.connect(self._asked(name, key, place))
        return menu

    def _asked(self, name: str, key: str, place: int) -> Callable[[], None]:
        step = {"up": -1, "down": 1}.get(name)
        if step is not None:
            return lambda: self.moved.emit(key, place + step)
        return lambda: self.wanted.emit(name, key)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ChapterList", text)
