"""Initials of Chinese words (长沙 → cs), so that lists and rows are found by typing a few letters."""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

_CHINESE = re.compile(r"[㐀-鿿]+")
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


def initials(text: str) -> tuple[str, ...]:
    """The text with every Chinese character exchanged for its initial, in up to three readings.

    Letter for letter: every place in them is the same place in the text. Nothing for a text without any.
    """
    if text.isascii() or not _CHINESE.search(text):
        return ()
    read = _CHINESE.sub(lambda run: _read(run[0]), text)
    first, second = _readings()
    return tuple(dict.fromkeys((read, text.translate(first), text.translate(second))))


def found(wanted: str, text: str) -> tuple[int, int] | None:
    """From where to where the wanted words (in small letters) stand in a text, themselves or by initials."""
    folded = text.lower()
    if len(folded) != len(text):
        return (0, len(text)) if wanted in folded else None
    by_initials = wanted.isascii() and _LETTER.search(wanted)
    forms = (folded, *(initials(folded) if by_initials else ()))
    at = next((place for form in forms if (place := form.find(wanted)) >= 0), -1)
    return (at, at + len(wanted)) if at >= 0 else None
