"""What is wrong with the fields and inserts of live texts, without writing the report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol, TypeVar

from models.evaluation import Evaluation
from models.formula import UnknownName
from models.records import Records
from models.report.annexes import PLAN
from models.report.inserts import ARGUMENTS, INSERTS
from models.report.live.inserting import Inserts, WrongInsert
from models.report.live.syntax import Field, Insert, read
from models.report.material import Marks, Material
from models.report.outline import KEYS
from models.sayings import sentence_of

REMEMBERED = 512
"""Of how many texts the fields are kept: most are as they were before an edit."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A field or insert that is wrong, or whose pinned words differ from what the data say `now`."""

    written: str
    wrong: str = ""
    pinned: str = ""
    now: str = ""


class Worded(Protocol):
    """Anything that has a live text."""

    @property
    def words(self) -> str:
        """The live text."""


Any = TypeVar("Any", bound=Worded)


def slips(records: Records, evaluation: Evaluation, texts: Iterable[Any]) -> Iterator[tuple[Any, Slip]]:
    """Every slip with the text that it stands in, each once per text."""
    material = Material(records, evaluation, (), _marks(records))
    inserts = Inserts(material, INSERTS)
    for text in texts:
        for each in _quoting(text.words):
            slip = _field(material, each) if isinstance(each, Field) else _insert(material, inserts, each)
            if slip is not None:
                yield text, slip


@lru_cache(REMEMBERED)
def _quoting(text: str) -> tuple[Field | Insert, ...]:
    """The fields and inserts of a text, each once."""
    found: dict[Field | Insert, None] = {}
    for line in read(text):
        quoted = (line,) if isinstance(line, Insert) else line.pieces
        found.update((each, None) for each in quoted if isinstance(each, Field | Insert))
    return tuple(found)


def _marks(records: Records) -> Marks:
    """Every chapter and annex that a report may have: which ones it has, the form says when it is written."""
    sections = {row["key"]: row for row in records.live("section") if row["key"]}
    keys = {*KEYS, *sections} - {key for key, row in sections.items() if row["left_out"]}
    return {("章节", key): "" for key in keys} | {("附件", title): "" for title, _ in PLAN}


def _field(material: Material, field: Field) -> Slip | None:
    mistake = material.quoter.mistake(field)
    if mistake is not None:
        return Slip(field.text, wrong=mistake.message)
    if field.pinned is None:
        return None
    now = material.quoter.quote(field).now
    return Slip(field.text, pinned=field.pinned, now=now) if now and now != field.pinned else None


def _insert(material: Material, inserts: Inserts, insert: Insert) -> Slip | None:
    try:
        inserts.known(insert)
        if insert.argument and (insert.kind, insert.name) in ARGUMENTS:
            material.scope.row(ARGUMENTS[insert.kind, insert.name], insert.argument)
    except WrongInsert as wrong:
        return Slip(insert.text, wrong=sentence_of(wrong))
    except UnknownName as unknown:
        return Slip(insert.text, wrong=sentence_of(inserts.not_found(insert, unknown)))
    return None
