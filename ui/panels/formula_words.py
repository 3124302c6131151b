"""What may stand at the caret of a formula: facts, base figures, rows and their parts, functions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from models.evaluation import Evaluation
from models.fields import Row
from models.figures import FactSet
from models.formula import FIGURES, FUNCTIONS, UnknownName
from models.formula.words import CLOSERS, PLAIN, SERIES
from models.records import Records
from models.schema import SCHEMA
from models.scope import QUOTABLE, EvaluationScope

MOST = 60
QUOTES = str.maketrans(dict.fromkeys("".join((*CLOSERS, *CLOSERS.values())), '"'))
_KEY = re.compile(r'(\w+)\s*\[\s*("?)((?:[^"\]]|"")*)$')
_FIELD = re.compile(r'(\w+)\s*\[\s*"((?:[^"]|"")*)"\s*\]\s*\.\s*(\w*)$')
_SERIES = re.compile(SERIES + r'\s*\(\s*(?:"[^"]*"\s*,\s*)*"([^"]*)$')
_WORD = re.compile(r"([^\W\d]\w*)$")

_N = QT_TRANSLATE_NOOP


def _tr(text: str) -> str:
    return QCoreApplication.translate("FormulaWords", text)


FUNCTION_NOTES: Mapping[str, str] = MappingProxyType(
    {
        "合计": _N("FormulaWords", "各数之和"),
        "平均": _N("FormulaWords", "各数的平均"),
        "加权平均": _N("FormulaWords", "值和权依次写"),
        "最大": _N("FormulaWords", "最大的一个"),
        "最小": _N("FormulaWords", "最小的一个"),
        "若": _N("FormulaWords", "条件成立取甲，否则取乙"),
        "四舍五入": _N("FormulaWords", "保留几位小数"),
        "天数": _N("FormulaWords", "两个日期相差几天"),
        "计数": _N("FormulaWords", "有值的、成立的有几个"),
        "占比": _N("FormulaWords", "甲 ÷ 乙 × 100"),
        "日期": _N("FormulaWords", "一个日期"),
        "序列": _N("FormulaWords", "逐期的基础数据"),
    }
)


@dataclass(frozen=True, slots=True)
class Word:
    """One proposal: what is shown and what it is worth now; `before` and `after` the caret is what is put."""

    shown: str
    note: str
    before: str
    after: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """What is being written at the caret: `start` to `end` is replaced, `written` narrows the choice."""

    start: int
    end: int
    written: str
    collection: str = ""
    key: str | None = None


def place_at(text: str, caret: int) -> Place | None:
    """What is being written there; None inside a text that names nothing."""
    plain = text.translate(PLAIN).translate(QUOTES)
    left, rest = plain[:caret], plain[caret:]
    tail = re.match(r"\w*", rest)
    end = caret + (tail.end() if tail else 0)
    if match := _FIELD.search(left):
        return Place(match.start(3), end, match[3], match[1], match[2].replace('""', '"'))
    if match := _KEY.search(left):
        closing = re.match(r'[^"\]()]*"?\s*\]?\.?', rest) if match[2] else None
        end = caret + (closing.end() if closing else 0)
        start = match.start(2)
        return Place(start, end, match[3].replace('""', '"'), match[1])
    if match := _SERIES.search(left):
        closing = re.match(r'[^",()]*"?', rest)
        return Place(match.start(1) - 1, caret + (closing.end() if closing else 0), match[1], SERIES)
    if left.count('"') % 2:
        return None
    match = _WORD.search(left)
    return Place(match.start(1), end, match[1]) if match else Place(caret, caret, "")


class FormulaWords:
    """The proposals of one evaluation."""

    def __init__(
        self, records: Records, evaluation: Evaluation, scope: EvaluationScope | None = None
    ) -> None:
        self._records, self._evaluation = records, evaluation
        self._scope = scope or EvaluationScope(records, evaluation.facts)

    def at(self, place: Place) -> list[Word]:
        """What fits there: first what begins as written, then what contains it or its pinyin initials."""
        return fitting(self._all(place), place.written)[:MOST]

    def _all(self, place: Place) -> Iterator[Word]:
        if place.collection == SERIES:
            yield from (Word(name, note, f'"{_doubled(name)}"') for name, note in self._figures())
        elif place.collection == FIGURES:
            yield from (Word(name, note, f'"{_doubled(name)}"]') for name, note in self._figures())
        elif place.collection in self._scope.collections and place.key is None:
            yield from self._keys(place.collection)
        elif place.collection in self._scope.collections:
            yield from self._parts(place.collection, place.key or "")
        elif not place.collection:
            yield from self._names()

    def _names(self) -> Iterator[Word]:
        for name, fact in self._evaluation.facts.project.items():
            yield Word(name, fact.shown, name)
        for name, form in FUNCTIONS.items():
            yield Word(form, _tr(FUNCTION_NOTES.get(name, "")), f"{name}(", ")")
        yield from self._rows()

    def _rows(self) -> Iterator[Word]:
        """The collections of rows to reach into, and the base figures."""
        for name, declared in self._scope.collections.items():
            count = len(self._records.live(declared.table))
            label = SCHEMA[declared.table].label
            yield Word(f'{name}["…"]', _tr("{0} {1} 项").format(label, count), f'{name}["', '"]')
        for name, note in self._figures():
            text = f'{FIGURES}["{_doubled(name)}"]'
            yield Word(text, note, text)

    def _figures(self) -> Iterator[tuple[str, str]]:
        for row in self._records.live("figure"):
            if name := str(row["name"] or ""):
                yield name, self._figure(name, row)

    def _figure(self, name: str, row: Row) -> str:
        try:
            shown = self._scope.figure(name).shown
        except UnknownName:
            return ""
        return f"{shown} {row['unit'] or ''}".strip() if shown else _tr("未填")

    def _keys(self, collection: str) -> Iterator[Word]:
        declared = self._scope.collections[collection]
        for row in self._records.live(declared.table):
            found = [(field, str(row[field])) for field in declared.keys if row[field]]
            if found:
                note = found[1][1] if len(found) > 1 else ""
                yield Word(found[0][1], note, f'"{_doubled(found[0][1])}"].')

    def _parts(self, collection: str, key: str) -> Iterator[Word]:
        table = self._scope.collections[collection].table
        row = self._row(collection, key)
        facts = self._facts_of(table, str(row["id"])) if row is not None else {}
        labels = [field.label for field in SCHEMA[table].fields if field.kind in QUOTABLE]
        for name in dict.fromkeys((*facts, *labels)):
            try:
                shown = self._scope.member(collection, key, name).shown
            except UnknownName:
                continue
            yield Word(name, shown or _tr("未填"), name)

    def _row(self, collection: str, key: str) -> Row | None:
        declared = self._scope.collections[collection]
        rows = self._records.live(declared.table)
        return next((row for field in declared.keys for row in rows if row[field] == key), None)

    def _facts_of(self, table: str, row_id: str) -> FactSet:
        facts = self._evaluation.facts
        if table == "survey":
            fact = facts.surveys.get(row_id)
            return {} if fact is None else {fact.name: fact}
        sets = {"fund": facts.funds, "contract": facts.contracts, "contract_group": facts.groups}
        return sets[table].get(row_id, {}) if table in sets else {}


def _doubled(key: str) -> str:
    return key.replace('"', '""')


def fitting(words: Iterable[Word], written: str) -> list[Word]:
    """The words that fit what is written, the best first; all of them in their order for nothing."""
    ranked = [(_rank(word.shown, written), word) for word in words]
    return [word for rank, word in sorted(ranked, key=lambda each: each[0] or 0) if rank is not None]


def _rank(shown: str, written: str) -> int | None:
    """0 the same, 1 begins so, 2 contains it, 3 its pinyin initials do; None when nothing fits."""
    if not written:
        return 1
    if shown == written:
        return 0
    if shown.startswith(written):
        return 1
    if written in shown:
        return 2
    letters = written.lower()
    return 3 if letters.isascii() and letters in _initials(shown) else None


@lru_cache(maxsize=4096)
def _initials(text: str) -> str:
    from pypinyin import Style, lazy_pinyin

    parts: Iterable[str] = lazy_pinyin(text, style=Style.FIRST_LETTER)
    return "".join(parts).lower()
