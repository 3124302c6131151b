"""Words that declarations give to the window (labels, choices, checks), in the language of the screen."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from PySide6.QtCore import QCoreApplication

from models.sayings import Calculation, Saying, Word, sentence_of


def worded(word: str) -> str:
    """A declared word as the screen says it; one that nobody declared, such as a typed one, as it is."""
    return QCoreApplication.translate("Schema", word) if word else ""


def worded_table(label: str) -> str:
    """The word for the rows of a table, from its declared label; in English the plural."""
    return QCoreApplication.translate("Tables", label)


def in_chinese() -> bool:
    """Whether the screen speaks the language in which everything is written."""
    return worded("错误") == "错误"


def worded_parts(text: str) -> str:
    """A text of words and figures between blanks, such as 要点 3/4, in the language of the screen."""
    return " ".join(map(worded, text.split(" ")))


def listed(parts: Iterable[str]) -> str:
    """Words one after another."""
    return _tr("、").join(parts)


def clauses(parts: Iterable[str]) -> str:
    """Parts of one sentence."""
    return _tr("，").join(parts)


def sayings(parts: Iterable[str]) -> str:
    """Things said one after another, each for itself."""
    return _tr("；").join(parts)


def headed(head: str, text: str) -> str:
    """A word and what it says, with a colon."""
    return _tr("{0}：{1}").format(head, text)


def bracketed(text: str, note: str) -> str:
    """A text with a note in brackets."""
    return _tr("{0}（{1}）").format(text, note)


def told(text: str) -> str:
    """A sentence of models or services in the language of the screen; other text as it is."""
    if isinstance(text, Word):
        return worded(text)
    if isinstance(text, Calculation):
        return calculated(text.made)
    if not isinstance(text, Saying):
        return text
    arguments = (told(each) if isinstance(each, str) else each for each in text.arguments)
    return QCoreApplication.translate("Sentences", text.template).format(*arguments)


def calculated(expression: str) -> str:
    """A calculation or a reason, and each figure that it names, in the language of the screen."""
    said = told(expression)
    if in_chinese():
        return said
    named = _fact_names().sub(lambda name: worded(name[0]), said)
    return named.replace("（", "(").replace("）", ") ").strip()


@cache
def _fact_names() -> re.Pattern[str]:
    """Finds the names of facts, which are loaded with the first calculation and not with the window."""
    from models.facts import SPOKEN

    return re.compile("|".join(sorted(SPOKEN, key=len, reverse=True)))


def told_of(error: BaseException) -> str:
    """What an error says to the person, in the language of the screen."""
    return told(sentence_of(error))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Words", text)
