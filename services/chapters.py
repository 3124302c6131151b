"""The door to the report's chapters: every change is one edit with its words."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from types import MappingProxyType
from typing import Any, Protocol

from models import kinds
from models.fields import Row
from models.records import Records
from models.report.live import merging
from models.report.live.merging import Offer
from models.report.live.syntax import BLANK, canonical
from models.report.outline import LEAD, OWN, Chapter
from models.sayings import saying
from services.errors import UserProblem
from services.store.editing import Edit

NEW_TITLE = "新的一章"


class Desk(Protocol):
    """What lies open: a workspace, or whatever leads to one."""

    @property
    def records(self) -> Records:
        """The rows as they stand."""

    def edit(self, label: str) -> AbstractContextManager[Edit]:
        """The one door to the rows."""


class ChapterDoor:
    """Changes chapters; each method gives False where nothing is to be changed.

    A chapter is handed over as the evaluator had it before him: its automatic text is what his words are
    compared with from then on. UserProblem and BadValue say what cannot be kept.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # Words

    def write_text(self, chapter: Chapter, text: str) -> bool:
        """Keep the evaluator's live text; the first time, also what the automatic one was."""
        words = canonical(kinds.clean(text))
        if words == canonical(self._stands(chapter)):
            return False
        return self._write(chapter, "正文", self._words(chapter, words))

    def _stands(self, chapter: Chapter) -> str:
        """The text as it is in the project now, which may be newer than the chapter at hand."""
        row = self._row(chapter.key)
        return str(row["text"]) if row is not None and row["edited"] and row["text"] else chapter.text

    @staticmethod
    def _words(chapter: Chapter, words: str) -> dict[str, Any]:
        values: dict[str, Any] = {"text": words or BLANK, "edited": True}
        if not chapter.edited and not chapter.is_own:
            values["base"] = chapter.automatic
        return values

    def restore(self, chapter: Chapter) -> bool:
        """Let the chapter follow the form and the data again."""
        if not chapter.edited or chapter.is_own:
            return False
        return self._write(chapter, "恢复自动正文", {"text": None, "edited": False, "base": None})

    def take(self, chapter: Chapter, offer: Offer) -> bool:
        """Put what is proposed now in the place of what stands there."""
        base, text = merging.take(chapter.base, chapter.text, offer)
        return self._write(chapter, "采用新的说法", {"text": text or BLANK, "base": base})

    def decline(self, chapter: Chapter, offer: Offer) -> bool:
        """Leave the place as it is; the same is not offered again."""
        return self._write(chapter, "不采用新的说法", {"base": merging.decline(chapter.base, offer)})

    # The chapter as a whole

    def set_state(self, chapter: Chapter, state: str) -> bool:
        """待写, 已写 or 已复核."""
        return state != chapter.state and self._write(chapter, "状态", {"state": state})

    def rename(self, chapter: Chapter, title: str) -> bool:
        """Give another title; an empty one brings the form's back."""
        words = kinds.one_line(title)
        if words == chapter.title:
            return False
        return self._write(chapter, "标题", {"title": words or None})

    def leave_out(self, chapter: Chapter, is_out: bool) -> bool:
        """Keep the chapter out of the printed report, or let it in again."""
        if is_out == chapter.left_out:
            return False
        return self._write(chapter, "不列入报告" if is_out else "列入报告", {"left_out": is_out})

    def add(self, chapters: Sequence[Chapter], after: str = "", title: str = NEW_TITLE) -> str:
        """Make a chapter of the evaluator's own behind the one of that key, else at the end; its key."""
        key = OWN + secrets.token_hex(4)
        keys = [each.key for each in chapters]
        at = keys.index(after) + 1 if after in keys else len(keys)
        with self._desk.edit(f"报告 · 加一章“{title}”") as edit:
            made = edit.insert("section", {"key": key, "title": title, "edited": True})
            self._place(edit, [*keys[:at], key, *keys[at:]], {key: made})
        return key

    def remove(self, chapter: Chapter) -> bool:
        """Delete a chapter of the evaluator's own; one of the form can only be left out (UserProblem)."""
        if not chapter.is_own:
            raise UserProblem(saying("“{0}”是报告格式里的章节，不能删除。可以不列入报告", chapter.title))
        row = self._row(chapter.key)
        if row is None:
            return False
        with self._desk.edit(f"{_named(chapter)} · 删除") as edit:
            edit.delete("section", row["id"])
        return True

    # Order

    def move(self, chapters: Sequence[Chapter], key: str, to: int) -> bool:
        """Put a chapter at that place of the list, from 0; the lead stays in front."""
        keys = [each.key for each in chapters]
        at = keys.index(key)
        goal = min(max(to, int(keys[:1] == [LEAD])), len(keys) - 1)
        if goal == at or key == LEAD:
            return False
        keys.insert(goal, keys.pop(at))
        with self._desk.edit(f"{_named(chapters[at])} · 顺序") as edit:
            self._place(edit, keys)
        return True

    def restore_order(self) -> bool:
        """Let the chapters stand in the order of the form again, own ones at the end."""
        placed = [row for row in self._desk.records.live("section") if row["place"] is not None]
        if not placed:
            return False
        with self._desk.edit("报告 · 恢复章节顺序") as edit:
            for row in placed:
                edit.update("section", row["id"], {"place": None})
        return True

    def _place(self, edit: Edit, keys: Sequence[str], made: Mapping[str, str] = MappingProxyType({})) -> None:
        ids = {key: str(row["id"]) for key, row in self._rows().items()} | dict(made)
        for number, key in enumerate(keys, 1):
            if key in ids:
                edit.update("section", ids[key], {"place": number})
            else:
                edit.insert("section", {"key": key, "place": number})

    # Rows

    def _rows(self) -> Mapping[str, Row]:
        return {str(row["key"]): row for row in self._desk.records.live("section") if row["key"]}

    def _row(self, key: str) -> Row | None:
        return self._rows().get(key)

    def _write(self, chapter: Chapter, what: str, values: Mapping[str, Any]) -> bool:
        row = self._row(chapter.key)
        with self._desk.edit(f"{_named(chapter)} · {what}") as edit:
            if row is None:
                edit.insert("section", {"key": chapter.key, **values})
            else:
                edit.update("section", row["id"], values)
        return True


def _named(chapter: Chapter) -> str:
    title = chapter.title or ("引言" if chapter.key == LEAD else "")
    return f"报告章节“{title}”"
