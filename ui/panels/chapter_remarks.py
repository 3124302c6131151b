"""The sentences about a chapter: what is wrong in it, what is newly proposed, that it was rewritten."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from models.report.outline import Chapter
from ui.messages import Choice
from ui.panels.chapter_editor import ChapterEditor
from ui.panels.chapter_notes import Note
from ui.panels.chapter_review import ChapterReview
from ui.panels.live_words import LiveWords
from ui.words import told


def mistakes(
    editor: ChapterEditor, words: LiveWords, wrong: Sequence[str], go: Callable[[], object]
) -> list[Note]:
    """What is wrong at the caret, else that something in the chapter is; `go` leads there."""
    chip, insert = editor.chip, editor.insert
    if chip is not None and (error := words.mistake(chip.field)) is not None:
        said = _tr("{0} 第 {1} 个字：{2}").format(chip.field.text, error.position + 1, told(error.message))
        return [("error", said, ())]
    if insert is not None and (line := words.insert(insert)).wrong:
        return [("error", line.note, ())]
    if not wrong:
        return []
    said = _tr("本章有 {0} 处引用写得不对：{1}").format(len(wrong), wrong[0])
    return [("error", said, (Choice(_tr("到该处"), go),))]


def about(
    chapter: Chapter,
    review: ChapterReview,
    compare: Callable[[str], object],
    restore: Callable[[], object] | None,
) -> list[Note]:
    """That there are new wordings and that the chapter was rewritten; `restore` where that can be done."""
    if not chapter.edited or chapter.is_own:
        return []
    notes: list[Note] = []
    if review.offers:
        see = Choice(_tr("查看"), lambda: compare("offers"))
        notes.append(("hint", _tr("数据或模板有 {0} 处新的说法。").format(len(review.offers)), (see,)))
    count = len(review.differences)
    said = _tr("这一章改写过，现在与数据生成的正文相同。")
    choices: list[Choice] = []
    if count:
        said = _tr("这一章改写过，与数据生成的正文有 {0} 处不同。").format(count)
        choices.append(Choice(_tr("比较"), lambda: compare("differences")))
    if restore is not None:
        choices.append(Choice(_tr("恢复自动正文"), restore))
    notes.append(("doubt", said, choices))
    return notes


def _tr(text: str) -> str:
    return QCoreApplication.translate("ChapterRemarks", text)
