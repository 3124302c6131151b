"""From a field to what the report prints for it, with its source and how it came about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from models import fields, formula
from models.dates import Span
from models.fields import Kind
from models.figures import Fact
from models.formula import Formula, FormulaError, Result, Sort, UnknownName, nearest_name
from models.formula.tree import Node, Reference
from models.formula.unknown import unknown_name
from models.formula.words import FIGURES
from models.report.blocks import Run, Source
from models.report.live.measures import measure_of
from models.report.live.names import OF_PROJECT, WORDS, of_field
from models.report.live.phrases import KEYED_PHRASES, PHRASES, ROW_PHRASES
from models.report.live.syntax import Field, pieces
from models.report.live.values import OF_KIND, Measure, Value, ways, written
from models.report.material import Material
from models.report.wording import Piece
from models.sayings import saying, word
from models.schema import SCHEMA
from models.sources import Pairs

SCORES = frozenset({"总分", "未评分值", "满分", "得分", "分值", "失分"})
"""Numbers that are points: always two decimals."""

MARKED = ("章节", "附件")
"""The collections whose members are the report's own parts."""

REMEMBERED = 4096
"""How many expressions are kept parsed."""
DEPTH = 8
"""How deep a field may quote texts that hold fields themselves."""
CIRCLES = "这个字段引用的文字又引用了它自己，请改用具体的数据"


@dataclass(frozen=True, slots=True)
class Quoted:
    """What a field comes to: the pieces that are printed, how it was calculated, the rows it rests on.

    `ways` are the other ways of writing it; `now` is what the data say where words are pinned over it.
    """

    runs: tuple[Run, ...]
    how: str = ""
    rows: Pairs = ()
    ways: tuple[str, ...] = ("",)
    now: str = ""

    @property
    def text(self) -> str:
        """What is printed."""
        return "".join(run.text for run in self.runs)


class Quoter:
    """Works fields out over one state of the data; each distinct field once."""

    def __init__(self, material: Material) -> None:
        self.material = material
        self.scope = material.scope
        self._known: dict[str, Quoted | FormulaError] = {}
        self._depth = 0

    def quote(self, field: Field) -> Quoted:
        """What the field comes to; FormulaError says what is wrong with it and where in its expression."""
        key = field.text
        if key not in self._known:
            self._known[key] = FormulaError(CIRCLES, 0)
            self._depth += 1
            try:
                self._known[key] = self._quote(field)
            except FormulaError as error:
                self._known[key] = error
            finally:
                self._depth -= 1
        found = self._known[key]
        if isinstance(found, FormulaError):
            raise found
        return found

    def runs(self, field: Field) -> tuple[Run, ...]:
        """The pieces that are printed for the field; a wrong one as it was typed, with what is wrong."""
        try:
            return self.quote(field).runs
        except FormulaError as error:
            return (Run(field.text, field=field.text, wrong=error.message),)

    def said(self, text: str) -> str:
        """The text with the values of its fields, line by line; a wrong field stays as it was typed."""
        return "\n".join(map(self._line_said, text.split("\n")))

    def mistake(self, field: Field) -> FormulaError | None:
        """What is wrong with a field, without writing out the sentences that write themselves."""
        try:
            root = _parsed(field.expression).root
            if not isinstance(root, Reference) or self._phrase(root) is None:
                self.quote(field)
            elif field.way:
                raise _no_way(field)
        except FormulaError as error:
            return error
        return None

    def _line_said(self, line: str) -> str:
        told = (
            "".join(run.text for run in self.runs(each)) if isinstance(each, Field) else each.text
            for each in pieces(line)
        )
        return "".join(told)

    def _quote(self, field: Field) -> Quoted:
        if self._depth > DEPTH:
            raise FormulaError(CIRCLES, 0)
        root = _parsed(field.expression).root
        if isinstance(root, Reference):
            if root.collection in MARKED and not root.name:
                return self._said(field, Value(Measure.TEXT, self._mark(root)), None)
            phrase = self._phrase(root)
            if phrase is not None:
                return _of_phrase(field, phrase)
            found = self._single(root)
            if found is not None:
                return self._said(field, *found)
        result = formula.evaluate(_parsed(field.expression), self.scope)
        return self._said(field, self._computed(root, result), _source_of(result))

    def _mark(self, node: Reference) -> str:
        mark = self.material.marks.get((node.collection, node.key))
        if mark is None:
            known = [key for collection, key in self.material.marks if collection == node.collection]
            nearest = nearest_name(node.key, known)
            meant = saying("，是不是“{0}”？", nearest) if nearest else saying("，可能没有列入报告")
            raise FormulaError(
                saying("没有{0}“{1}”{2}", node.collection, node.key, meant), node.key_position, nearest
            )
        return mark

    def _phrase(self, node: Reference) -> Iterable[Piece] | None:
        if not node.collection:
            phrase = PHRASES.get(node.name)
            return phrase(self.material) if phrase is not None else None
        keyed = KEYED_PHRASES.get((node.collection, node.name))
        if keyed is not None:
            return keyed(self.material, node.key)
        row_phrase = ROW_PHRASES.get((node.collection, node.name))
        if row_phrase is None:
            return None
        return row_phrase(self.material, self._row(node))

    def _row(self, node: Reference) -> fields.Row:
        try:
            return self.scope.row(node.collection, node.key)[1]
        except UnknownName as unknown:
            raise unknown_name(node, unknown, self.scope) from unknown

    def _single(self, node: Reference) -> tuple[Value, Source | None] | None:
        """What a bare reference quotes; None where only the formula language can say it."""
        if not node.collection:
            return self._of_whole(node)
        if node.collection == FIGURES:
            return self._figure(node)
        return self._of_row(node)

    def _of_whole(self, node: Reference) -> tuple[Value, Source | None] | None:
        fact = self.scope.whole_facts().get(node.name)
        if fact is not None:
            return _of_fact(fact), node.name
        project = self.material.project
        if node.name in WORDS:
            return WORDS[node.name](self.material), None
        if node.name in OF_PROJECT and project.get("id"):
            field = OF_PROJECT[node.name]
            value = of_field(self.material, "project", project, field)
            return value, ("project", project["id"], field.name)
        known = (*self.scope.names(), *WORDS, *OF_PROJECT, *PHRASES)
        raise unknown_name(node, UnknownName(node.name, nearest_name(node.name, known)), self.scope)

    def _figure(self, node: Reference) -> tuple[Value, Source | None]:
        try:
            found = self.scope.figure(node.key)
        except UnknownName as unknown:
            raise unknown_name(node, unknown, self.scope) from unknown
        exact = found.value if isinstance(found.value, Fraction) else None
        row_id = found.source.row_id
        row = self.material.records.get("figure", row_id)
        unit = (row or {}).get("unit") or ""
        measure = Measure.RATE if unit == "%" else Measure.NUMBER
        return Value(measure, exact, unit, (("figure", row_id),)), ("figure", row_id, "value")

    def _of_row(self, node: Reference) -> tuple[Value, Source | None] | None:
        row = self._row(node)
        declared, row_id = self.scope.collections[node.collection], str(row["id"])
        facts = self.scope.facts_of_row(declared.table, row_id)
        source = (declared.table, row_id, node.name)
        if node.name in facts:
            return _of_fact(facts[node.name]), source
        labelled = _labelled(declared.table)
        field = labelled.get(node.name)
        if field is None:
            known = (*facts, *labelled, *(name for place, name in ROW_PHRASES if place == node.collection))
            unknown = UnknownName(node.name or node.key, nearest_name(node.name, known))
            raise unknown_name(node, unknown, self.scope)
        if field.kind in OF_KIND and field.kind is not Kind.DATE:
            return None
        value = of_field(self.material, declared.table, row, field)
        return value, (declared.table, row_id, field.name)

    def _computed(self, root: Node, result: Result) -> Value:
        rows = self.scope.sources(result.sources)
        how = result.named or result.filled
        measure = measure_of(root, self._measure_of_name)
        if result.sort is Sort.DATE:
            exact = result.value.first.isoformat() if isinstance(result.value, Span) else None
            return Value(Measure.DATE, exact, how, rows)
        if isinstance(result.value, bool):
            return Value(Measure.TEXT, "是" if result.value else "否", how, rows)
        exact_number = result.value if isinstance(result.value, Fraction) else None
        return Value(measure, exact_number, how, rows)

    def _measure_of_name(self, node: Reference) -> Measure:
        found = self._single(node)
        if found is not None:
            return found[0].measure
        declared, _ = self.scope.row(node.collection, node.key)
        return OF_KIND.get(_labelled(declared.table)[node.name].kind, Measure.NUMBER)

    def _said(self, field: Field, value: Value, source: Source | None) -> Quoted:
        known = ways(value.measure)
        try:
            now = written(value, field.way, self.material.voice)
        except KeyError:
            told = "、".join(known[1:]) or saying("空着")
            message = saying("“{0}”不是{1}的写法，可以写 {2}", field.way, word(value.measure), told)
            raise FormulaError(message, len(field.expression) + 1, "") from None
        printed = now if field.pinned is None else field.pinned
        run = Run(printed, source, field=field.text)
        return Quoted((run,), value.how, value.rows, known, now)


@lru_cache(REMEMBERED)
def _parsed(expression: str) -> Formula:
    """The expression as a formula: the same ones are asked for after every edit."""
    return formula.parse(expression)


def _of_fact(fact: Fact) -> Value:
    measure = Measure.SCORE if fact.name in SCORES else OF_KIND.get(fact.kind, Measure.NUMBER)
    return Value(measure, fact.value, fact.calculation or fact.reason, fact.sources)


def _of_phrase(field: Field, pieces: Iterable[Piece]) -> Quoted:
    runs = [Run(each) if isinstance(each, str) else each for each in pieces]
    now = "".join(run.text for run in runs)
    if field.way:
        raise _no_way(field)
    if field.pinned is not None:
        return Quoted((Run(field.pinned, field=field.text),), now=now)
    kept = tuple(Run(run.text, run.source, run.bold, field.text) for run in runs if run.text)
    return Quoted(kept or (Run("", field=field.text),), now=now)


def _no_way(field: Field) -> FormulaError:
    return FormulaError(saying("这一句没有别的写法，请去掉竖线和后面的字"), len(field.expression) + 1)


def _source_of(result: Result) -> Source | None:
    """The first thing that an expression quotes: a reader who follows it finds the rest beside it."""
    for each in result.sources:
        return (each.table, each.row_id, each.field) if each.table else each.field
    return None


def _labelled(table: str) -> Mapping[str, fields.Field]:
    return {each.label: each for each in SCHEMA[table].fields}
