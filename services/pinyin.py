"""Initials of Chinese words (长沙 → cs), so that lists and rows are found by typing a few letters."""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from operator import itemgetter, or_

_CHINESE = re.compile("([〇㐀-鿿豈-\ufaff\U00020000-\U0003134f]+)")
_LETTER = re.compile("[a-z]")
REMEMBERED = 50_000


@cache
def _readings() -> tuple[Mapping[int, str], Mapping[int, str]]:
    """The initial of every character, and the second one of those with two readings (长 z, c)."""
    from pypinyin.constants import PINYIN_DICT

    first, second = {}, {}
    for code, readings in PINYIN_DICT.items():
        letters = list(dict.fromkeys(_letter(reading) for reading in readings.split(",")))
        first[code] = letters[0]
        second[code] = letters[1] if len(letters) > 1 else letters[0]
    return first, second


def _letter(reading: str) -> str:
    plain = unicodedata.normalize("NFD", reading)[:1]
    return plain if plain.isascii() else reading[:1]


def warm() -> None:
    """Load the readings in a thread: it takes a third of a second, which nobody should wait for."""
    if not is_warm():
        threading.Thread(target=initials, args=("长沙",), name="pinyin", daemon=True).start()


@lru_cache(maxsize=REMEMBERED)
def _read(words: str) -> str:
    """The initials of a run of characters as its words are read: 长沙 cs, 银行 yh."""
    from pypinyin import Style, lazy_pinyin

    letters = lazy_pinyin(words, style=Style.FIRST_LETTER)
    plain = [letter[:1] or "?" for letter in letters]
    return "".join(plain) if len(plain) == len(words) else words.translate(_readings()[0])


def is_warm() -> bool:
    """Whether the readings are there, so that nobody waits for them."""
    return bool(_read.cache_info().currsize)


@lru_cache(maxsize=REMEMBERED)
def _forms(words: str) -> tuple[str, str, str]:
    """A run of characters as it is read, then with the first and the second reading of each."""
    first, second = _readings()
    return _read(words), words.translate(first), words.translate(second)


def initials(text: str) -> tuple[str, ...]:
    """The text with every Chinese character exchanged for its initial, in up to three readings.

    Letter for letter: every place in them is the same place in the text. Nothing for a text without any.
    The text may be thousands of lines: every run of characters is looked up once.
    """
    if text.isascii():
        return ()
    parts = _CHINESE.split(text)
    if len(parts) == 1:
        return ()
    known, found = [_forms(run) for run in parts[1::2]], []
    for reading in range(3):
        parts[1::2] = map(itemgetter(reading), known)
        found.append("".join(parts))
    return tuple(dict.fromkeys(found))


def has_letters(wanted: str) -> bool:
    """Whether some words in small letters may be initials."""
    return _LETTER.search(wanted) is not None


def lines_with(wanted: str, forms: Sequence[str]) -> list[bool] | None:
    """Of every line of a text, given in several forms, whether one has the words; None where none has."""
    found: list[bool] | None = None
    for form in forms:
        if wanted in form:
            here = [wanted in line for line in form.split("\n")]
            found = here if found is None else list(map(or_, found, here))
    return found


def having(wanted: str, texts: Sequence[str]) -> list[bool]:
    """Of every text whether the words (in small letters) stand in it, themselves or by initials."""
    lines = "\n".join([text.replace("\n", "\r") for text in texts]).lower()
    forms = (lines, *(initials(lines) if wanted.isascii() and has_letters(wanted) else ()))
    return lines_with(wanted, forms) or [False] * len(texts)


def found(wanted: str, text: str) -> tuple[int, int] | None:
    """From where to where the wanted words (in small letters) stand in a text, themselves or by initials."""
    folded = text.lower()
    if len(folded) != len(text):
        return (0, len(text)) if wanted in folded else None
    by_initials = wanted.isascii() and _LETTER.search(wanted)
    forms = (folded, *(initials(folded) if by_initials else ()))
    at = next((place for form in forms if (place := form.find(wanted)) >= 0), -1)
    return (at, at + len(wanted)) if at >= 0 else None
