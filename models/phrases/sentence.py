"""A pasted sentence in one plain spelling, with the way back to every character that was pasted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

Span = tuple[int, int]
"""A piece of the plain text: its first character and the one after its last."""

LENGTH_LIMIT = 1000

_DASHES = frozenset("-−–—―‒‐‑﹣")
_WAVES = frozenset("~∼〜")
_SAME = {"╳": "×", "✕": "×", "х": "×", "﹤": "<", "﹥": ">", "≦": "≤", "≧": "≥", "【": "[", "】": "]",
         "〔": "(", "〕": ")"}  # fmt: skip
_BEFORE_NEGATIVE = frozenset("([,，;；:。=<>≤≥以于至到过从")
_BREAKS = re.compile(r"[，。;；:!?、\n]+")
_CONDITION = re.compile(r"^[^\d扣得%]*(?:的|时|者)$|^[^\d扣%]*[得计]满分$")
"""A clause that only says when the next one applies (未按规定履行采购程序的，…), or the full score."""
_SILENT = re.compile(
    r"扣完为止|扣至0分为止|扣至零分为止|减完为止|最多扣完|直至扣完|直到扣完|为止|合理确定|该项|本项|此项|指标|分值|得分|计分|评分|标准|"
    r"其中|的|则|按|即|以下|如下|注|[\W\d_]"
)


@dataclass(frozen=True, slots=True)
class Found:
    """What one reading of a sentence comes to: a rule, and the pieces of the text that it rests on.

    `parameters` are in stored form (figures as decimal strings); `certainty` is 3 where the sentence says it
    all, 2 where something usual was assumed, 1 for a guess; `target` is a 标准值 that the sentence names.
    """

    kind: str
    parameters: Mapping[str, Any]
    spans: tuple[Span, ...]
    certainty: int
    reason: str
    target: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text` is the plain spelling without spaces; `places` the position of each character in `original`."""

    original: str
    text: str
    places: tuple[int, ...]
    weight: Fraction | None

    def unread(self, spans: Iterable[Span]) -> str:
        """The clauses, as they were pasted, that say something no span covers; joined by 、."""
        read = {at for start, end in self._widened(spans) for at in range(start, end)}
        rest = []
        for start, end in self._clauses():
            if _CONDITION.search(self.text[start:end]):
                continue
            left = "".join(self.text[at] if at not in read else "，" for at in range(start, end))
            if len(_SILENT.sub("", left)) > 1:
                rest.append(self._pasted([at for at in range(start, end) if at not in read]))
        return "、".join(rest)

    def quote(self, span: Span) -> str:
        """A piece of the text as it was pasted."""
        return self._pasted(list(range(*span)))

    def _pasted(self, places: list[int]) -> str:
        piece = self.original[self.places[places[0]] : self.places[places[-1]] + 1]
        return " ".join(piece.split())

    def _clauses(self) -> Iterable[Span]:
        start = 0
        for match in _BREAKS.finditer(self.text):
            if match.start() > start:
                yield start, match.start()
            start = match.end()
        if start < len(self.text):
            yield start, len(self.text)

    def _widened(self, spans: Iterable[Span]) -> Iterable[Span]:
        """Each span with what it is said about: the words before it in its clause, if they hold no figure."""
        for start, end in spans:
            clause = next((one for one, after in self._clauses() if one <= start < after), start)
            subject = self.text[clause:start]
            yield (clause if not re.search(r"[\d扣得]", subject) else start), end


def read(text: str, weight: Fraction | None) -> Sentence:
    """The sentence in plain spelling: half-width signs, one dash, no spaces; a true minus sign is kept."""
    plain: list[str] = []
    places: list[int] = []
    for at, char in enumerate(text):
        if char.isspace() and char != "\n":
            continue
        plain.append(_plain(text, at, plain[-1] if plain else ""))
        places.append(at)
    return Sentence(text, "".join(plain), tuple(places), weight)


def _plain(text: str, at: int, before: str) -> str:
    char = text[at]
    following = text[at + 1 : at + 5]
    if char in _DASHES or unicodedata.normalize("NFKC", char) == "-":
        figure = following[:1].isdecimal()
        starts = not before or before in _BEFORE_NEGATIVE or (char == "−" and text[at - 1].isspace())
        return "−" if figure and starts else "-"
    if char in ",，":
        grouped = char == "," and before.isdecimal() and re.match(r"\d{3}(?!\d)", following)
        return "," if grouped else "，"
    same = unicodedata.normalize("NFKC", char)
    if same in _WAVES:
        return "~"
    if len(same) != 1 or not same.strip():
        return char
    return _SAME.get(same, same)
