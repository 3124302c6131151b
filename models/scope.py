"""What formulas may quote from one evaluation: its facts, and fields of its rows by their Chinese labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType

from models import dates, figures, kinds
from models.dates import Span
from models.facts import Facts
from models.fields import NUMERIC, Field, Kind, Row
from models.figures import Fact, FactSet
from models.formula import Found, Source, UnknownName, nearest_name
from models.records import Records
from models.sayings import saying, word
from models.schema import SCHEMA
from models.sources import Pairs, Sources


@dataclass(frozen=True, slots=True)
class Collection:
    """A table as formulas name it, with the fields by which a key finds a row, best first."""

    table: str
    keys: tuple[str, ...]


COLLECTIONS: Mapping[str, Collection] = MappingProxyType(
    {
        "资金": Collection("fund", ("code", "name", "short_name")),
        "合同": Collection("contract", ("number", "name")),
        "分组": Collection("contract_group", ("name",)),
        "里程碑": Collection("milestone", ("name", "kind")),
        "绩效目标": Collection("objective", ("name",)),
        "问卷": Collection("survey", ("title",)),
    }
)
"""Every collection of rows that a formula can reach into; 基础数据 is asked for through `figure`.

A row without a key of its own is found by its id.
"""

QUOTABLE = NUMERIC | {Kind.BOOL, Kind.DATE}


class EvaluationScope:
    """The names of one evaluation; implements `models.formula.Scope`.

    With `printed`, rates are what paper shows of them: 79.996% is 80.00%.
    """

    collections = COLLECTIONS

    def __init__(self, records: Records, facts: Facts, *, printed: bool = False) -> None:
        self._records = records
        self._facts = facts
        self._printed = printed
        self._whole: FactSet = facts.project

    def names(self) -> Sequence[str]:
        """The facts of the whole project."""
        return tuple(self._whole)

    def fact(self, name: str) -> Found:
        """A fact of the whole project."""
        if name not in self._whole:
            raise UnknownName(name, nearest_name(name, self._whole))
        fact = self._whole[name]
        return Found(self._quoted(fact), fact.shown, Source("", "", name, name))

    def figure(self, name: str) -> Found:
        """A base figure by its name."""
        row = self._one("figure", "基础数据", ("name",), name)
        return self._field("figure", row, SCHEMA["figure"].field("value"), name)

    def member(self, collection: str, key: str, name: str) -> Found:
        """A fact, or a field by its Chinese label, of the row that the key finds."""
        declared, row = self.row(collection, key)
        facts, label = self._facts_of(declared.table, row["id"]), f"{collection}“{key}”·{name}"
        if name in facts:
            fact = facts[name]
            return Found(self._quoted(fact), fact.shown, Source(declared.table, row["id"], name, label))
        fields = {field.label: field for field in SCHEMA[declared.table].fields if field.kind in QUOTABLE}
        if name in fields:
            return self._field(declared.table, row, fields[name], label)
        known = (*facts, *fields)
        message = (
            "" if name else saying('{0}["{1}"] 后面要写用它的哪一项，如 .{2}', collection, key, known[0])
        )
        raise UnknownName(name or key, nearest_name(name, known), message)

    def row(self, collection: str, key: str) -> tuple[Collection, Row]:
        """The row that a key finds in a collection; UnknownName when either is unknown."""
        declared = self.collections.get(collection)
        if declared is None:
            raise UnknownName(collection, nearest_name(collection, ("基础数据", *self.collections)))
        return declared, self._one(declared.table, collection, declared.keys, key)

    def _quoted(self, fact: Fact) -> Fraction | None:
        if self._printed and fact.kind is Kind.PERCENT and fact.value is not None:
            return Fraction(kinds.round_half_up(fact.value))
        return fact.value

    def sources(self, quoted: Sequence[Source]) -> Sources:
        """The rows behind what a formula quoted, each once: a fact's are those that it was made of."""
        return Sources(*(self._rows_behind(source) for source in quoted))

    def fact_behind(self, source: Source) -> Fact | None:
        """The fact that a formula quoted; None when it quoted a field."""
        facts = self._facts_of(source.table, source.row_id) if source.table else self._whole
        return facts.get(source.field)

    def _rows_behind(self, source: Source) -> Pairs:
        fact = self.fact_behind(source)
        if fact is not None:
            return fact.sources
        return ((source.table, source.row_id),) if source.table else ()

    def whole_fact(self, name: str) -> Fact | None:
        """The project's fact of that name, with how it was calculated; None if there is none."""
        return self._whole.get(name)

    def member_fact(self, collection: str, key: str, name: str) -> Fact | None:
        """The fact of one row, with how it was calculated; None if that is no fact."""
        if collection not in self.collections:
            return None
        declared, row = self.row(collection, key)
        return self._facts_of(declared.table, row["id"]).get(name)

    def _facts_of(self, table: str, row_id: str) -> FactSet:
        if table == "survey":
            fact = self._facts.surveys.get(row_id)
            return {} if fact is None else {fact.name: fact}
        sets = {
            "fund": self._facts.funds,
            "contract": self._facts.contracts,
            "contract_group": self._facts.groups,
        }
        return sets[table].get(row_id, {}) if table in sets else {}

    def _one(self, table: str, collection: str, keys: Sequence[str], key: str) -> Row:
        """The row that the key finds; UnknownName when none does, or when several do."""
        for field in keys:
            hits = self._records.of(table, field, key) if key else ()
            if len(hits) == 1:
                return hits[0]
            if hits:
                label = word(SCHEMA[table].label)
                message = saying(
                    "有 {0} 行{1}都叫“{2}”，分不清是哪一行。请改用编号或先改名", len(hits), label, key
                )
                raise UnknownName(key, "", message)
        row = self._records.get(table, key)
        if row is not None and self._records.is_live(table, row):
            return row
        known = [each for field in keys for each in self._records.values(table, field)]
        raise UnknownName(key, nearest_name(key, known))

    def _field(self, table: str, row: Row, field: Field, label: str) -> Found:
        source, value = Source(table, row["id"], field.name, label), _value(field, row)
        if field.kind is Kind.MONEY and isinstance(value, Fraction):
            return Found(value, figures.shown(value, Kind.MONEY), source)
        return Found(value, "" if value is None else kinds.show(field, row[field.name]), source)


def _value(field: Field, row: Row) -> Fraction | bool | Span | None:
    stored = row[field.name]
    if field.kind is Kind.MONEY:
        return figures.in_wan(stored)
    if field.kind is Kind.BOOL:
        return bool(stored) if stored is not None else None
    if field.kind is not Kind.DATE:
        return figures.exact(stored)
    try:
        return dates.span(stored) if stored else None
    except (ValueError, TypeError):
        return None
