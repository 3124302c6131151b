"""What can be put into a chapter: figures, words, sentences, rows, tables, charts, passages of the data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from models.report.document import Report
from models.report.live.inserting import WrongInsert
from models.report.live.names import OF_PROJECT, WORDS
from models.report.live.phrases import PHRASES, ROW_PHRASES
from models.report.live.syntax import Field, Insert, InsertKind
from models.schema import SCHEMA
from ui.panels.formula_words import FUNCTION_NOTES, FormulaWords, Place, Word, fitting, place_at
from ui.panels.live_words import LiveWords

KINDS: tuple[InsertKind, ...] = ("表", "图", "段")
_REACHED = re.compile(r'(?:\w+\s*\[\s*"(?:[^"]|"")*"\s*\]\s*\.\s*)?')
_KIND = re.compile(r"\s*([表图段])\s*[:：]\s*(.*)")


@dataclass(frozen=True, slots=True)
class DataWord(Word):
    """A proposal; `insert` is the line that it puts in place of what was written, `is_whole` says that
    nothing is left to be written behind it.
    """

    insert: str = ""
    is_whole: bool = False


class DataWords(FormulaWords):
    """The proposals of one state of the data."""

    def __init__(self, report: Report) -> None:
        self._report, self._words = report, LiveWords(report.renderer)
        material = report.renderer.quoter.material
        super().__init__(material.records, material.evaluation, material.scope)

    def proposals(self, written: str) -> tuple[Place, list[DataWord]]:
        """What fits behind an open brace in which this is written, and the part of it that is replaced."""
        kind = _KIND.fullmatch(written)
        if kind:
            place = Place(0, len(written), kind[2].strip())
            return place, list(self._noted(fitting(self._inserts(kind[1]), place.written)))
        found = place_at(written, len(written))
        if found is None:
            return Place(len(written), len(written), ""), []
        is_start = not found.collection and not written[: found.start].strip()
        words: Iterable[Word] = self._all(found)
        if is_start:
            words = [*words, *self._inserts(*KINDS)]
        whole = bool(_REACHED.fullmatch(written[: found.start]))
        return found, list(self._noted(fitting(words, found.written), whole=whole))

    def _noted(self, words: Iterable[Word], *, whole: bool = False) -> Iterator[DataWord]:
        """The words with what they are worth now; that is worked out only for those that fit."""
        for word in words:
            made = (
                word
                if isinstance(word, DataWord)
                else DataWord(word.shown, word.note, word.before, word.after)
            )
            if made.is_whole and not made.note:
                made = replace(made, note=self._words.shown(Field(made.before)).text)
            yield made if made.insert else replace(made, is_whole=whole and _is_end(made))

    def _names(self) -> Iterator[Word]:
        facts = self._evaluation.facts.project
        whole = self._report.renderer.quoter.scope.whole_facts()
        for name in dict.fromkeys((*facts, *whole, *WORDS, *OF_PROJECT, *PHRASES)):
            yield DataWord(name, "", name, is_whole=True)
        yield from self._rows()
        for each in self._report.chapters:
            if each.number:
                mark = f'章节["{each.key}"]'
                yield DataWord(_tr("“{0}”的章号").format(each.title), "", mark, is_whole=True)
        for name, note in FUNCTION_NOTES.items():
            yield Word(f"{name}()", QCoreApplication.translate("FormulaWords", note), f"{name}(", ")")

    def _parts(self, collection: str, key: str) -> Iterator[Word]:
        known = [word.shown for word in super()._parts(collection, key)]
        table = self._scope.collections[collection].table if collection in self._scope.collections else ""
        labels = [field.label for field in SCHEMA[table].fields] if table else []
        phrases = [name for of, name in ROW_PHRASES if of == collection]
        quoted = key.replace('"', '""')
        for name in dict.fromkeys((*known, *phrases, *labels)):
            shown = self._words.shown(Field(f'{collection}["{quoted}"].{name}'))
            if shown.kind != "wrong":
                yield Word(name, shown.text, name)

    def _inserts(self, *kinds: str) -> Iterator[DataWord]:
        inserts = self._report.renderer.inserts
        for kind in KINDS:
            for name in inserts.names(kind) if kind in kinds else ():
                for insert in self._of(Insert(kind, name)):
                    said = self._words.insert(insert)
                    yield DataWord(said.title, said.note, insert.text, insert=insert.text, is_whole=True)

    def _of(self, insert: Insert) -> Iterator[Insert]:
        """The insert itself; where it has to be of something, one for each fund."""
        try:
            self._report.renderer.inserts.make(insert)
        except WrongInsert:
            scope = self._report.renderer.quoter.scope
            for fund in self._records.live("fund"):
                yield replace(insert, argument=scope.key_of("fund", fund))
        else:
            yield insert


def _is_end(word: DataWord) -> bool:
    return not word.after and not word.before.endswith((".", '["', "("))


def _tr(text: str) -> str:
    return QCoreApplication.translate("DataWords", text)
