"""What a formula comes to; names resolve through the scope alone, a missing value stays missing."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from models.dates import BadValue, Span, parse_date, span
from models.formula.arithmetic import (
    LISTS,
    NUMERIC,
    NoValue,
    bounded,
    chained,
    compared,
    compared_dates,
    days_between,
)
from models.formula.errors import SHOWN, FormulaError, quoted
from models.formula.filling import filled
from models.formula.parser import parse
from models.formula.parts import Outcome, Part, Sort, chosen, counted, dates, decided, joined, numbers
from models.formula.scope import Found, Scope, Source, UnknownName
from models.formula.tree import Call, Chain, Formula, Level, Node, Number, Prefix, Reference
from models.formula.unknown import unknown_name
from models.formula.words import COUNT, DATE, DAYS, FIGURES, IF, SERIES
from models.sayings import saying, sentence_of, word

ERRORS_LIMIT = 3


@dataclass(frozen=True, slots=True)
class Result:
    """What a formula comes to, with everything that explains it.

    `value` is None where something is `missing` (its labels) or for the `reason` given (分母为零…); a
    series keeps its place with None for each gap. `filled` is the formula with the numbers put in
    (2,053.31 ÷ 2,324.67 × 100), `named` the same with the names before them.
    """

    value: Outcome
    missing: tuple[str, ...]
    sources: tuple[Source, ...]
    filled: str
    named: str = ""
    reason: str = ""
    sort: Sort = Sort.UNKNOWN


def evaluate(formula: Formula, scope: Scope) -> Result:
    """Work the formula out; FormulaError for an unknown name or an operation that makes no sense.

    A mistake is one whatever the figures are: also in a branch that 若 does not take.
    """
    evaluator = _Evaluator(scope)
    part = evaluator.part(formula.root)
    if evaluator.errors:
        raise min(evaluator.errors, key=lambda error: error.position)
    plain = filled(formula.root, evaluator.found)
    named = filled(formula.root, evaluator.found, named=True)
    return Result(part.value, part.missing, part.sources, plain, named, part.reason, part.sort)


def check(formula: Formula | str, scope: Scope, wanted: Sort | None = None) -> tuple[FormulaError, ...]:
    """The mistakes in a formula, first ones first, at most a few; `wanted` is what it should come to."""
    try:
        read = parse(formula) if isinstance(formula, str) else formula
    except FormulaError as error:
        return (error,)
    evaluator = _Evaluator(scope)
    if wanted:
        evaluator.wanted(read.root, wanted)
    else:
        evaluator.part(read.root)
    return tuple(sorted(evaluator.errors, key=lambda error: error.position))


class _Evaluator:
    """One pass over the tree: every part is looked at, so that mistakes are found where nothing is taken."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self.errors: list[FormulaError] = []
        self.found: dict[int, Found] = {}

    def part(self, node: Node) -> Part:
        if isinstance(node, Number):
            return Part(Sort.NUMBER, Fraction(node.text))
        if isinstance(node, Reference):
            return self._reference(node)
        if isinstance(node, Prefix):
            return self._prefix(node)
        if isinstance(node, Chain):
            return self._comparison(node) if node.level is Level.COMPARISON else self._chain(node)
        if isinstance(node, Call):
            return self._call(node)
        return self._date(node.text, node.position)

    def wanted(self, node: Node, *sorts: Sort) -> Part:
        part = self.part(node)
        if part.sort is Sort.UNKNOWN or part.sort in sorts:
            return part
        advice = (
            saying("；请放在 {0} 里", "合计、平均、最大、最小 或 计数") if part.sort is Sort.SERIES else ""
        )
        said = saying("这里要{0}，写的却是{1}{2}", word(sorts[0]), word(part.sort), advice)
        return self._wrong(said, node.position)

    def _wrong(self, message: str, position: int) -> Part:
        if len(self.errors) < ERRORS_LIMIT:
            self.errors.append(FormulaError(message, position))
        return Part()

    def _reference(self, node: Reference) -> Part:
        if len(self.errors) >= ERRORS_LIMIT:
            return Part()
        try:
            found = self._look_up(node)
        except UnknownName as unknown:
            self.errors.append(unknown_name(node, unknown, self._scope))
            return Part()
        self.found[node.position] = found
        return _quoted_value(found)

    def _look_up(self, node: Reference) -> Found:
        if not node.collection:
            return self._scope.fact(node.name)
        if node.collection == FIGURES:
            return self._scope.figure(node.key)
        return self._scope.member(node.collection, node.key, node.name)

    def _prefix(self, node: Prefix) -> Part:
        if node.level is Level.NOT:
            part = self.wanted(node.operand, Sort.CONDITION)
            return joined(Sort.CONDITION, [part], lambda: part.value is False)
        part = self.wanted(node.operand, Sort.NUMBER)
        return joined(Sort.NUMBER, [part], lambda: -numbers([part])[0])

    def _chain(self, node: Chain) -> Part:
        if node.level in (Level.AND, Level.OR):
            parts = [self.wanted(operand, Sort.CONDITION) for operand in node.operands]
            return decided(parts, node.level is Level.OR)
        parts = [self.wanted(operand, Sort.NUMBER) for operand in node.operands]
        signs = [sign for sign, _ in node.rest]

        def computed() -> Fraction:
            first, *others = numbers(parts)
            return chained(first, list(zip(signs, others, strict=True)))

        return joined(Sort.NUMBER, parts, computed)

    def _comparison(self, node: Chain) -> Part:
        parts = [self.wanted(operand, Sort.NUMBER, Sort.DATE) for operand in node.operands]
        sorts = {part.sort for part in parts} - {Sort.UNKNOWN}
        sign, other = node.rest[0]
        if len(sorts) > 1:
            return self._wrong(
                saying("数和日期不能比较；两个日期相差几天请用 {0}", f"{DAYS}(甲, 乙)"), other.position
            )

        def computed() -> bool:
            spans = dates(parts)
            return compared_dates(sign, *spans) if spans else compared(sign, *numbers(parts))

        return joined(Sort.CONDITION, parts, computed)

    def _call(self, node: Call) -> Part:
        if node.function in NUMERIC:
            sorts = (Sort.NUMBER, Sort.SERIES) if node.function in LISTS else (Sort.NUMBER,)
            parts = [self.wanted(argument, *sorts) for argument in node.arguments]
            return joined(Sort.NUMBER, parts, lambda: bounded(NUMERIC[node.function](numbers(parts))))
        if node.function == DAYS:
            parts = [self.wanted(argument, Sort.DATE) for argument in node.arguments]
            return joined(Sort.NUMBER, parts, lambda: days_between(*dates(parts)))
        if node.function == DATE:
            return self.wanted(node.arguments[0], Sort.DATE)
        if node.function == SERIES:
            return self._series(node)
        if node.function == COUNT:
            return counted([self.part(argument) for argument in node.arguments])
        assert node.function == IF
        return self._if(node)

    def _series(self, node: Call) -> Part:
        parts = [self.wanted(argument, Sort.NUMBER) for argument in node.arguments]
        whole = joined(Sort.SERIES, parts, lambda: tuple(numbers(parts)))
        gaps = tuple(part.value if isinstance(part.value, Fraction) else None for part in parts)
        return Part(Sort.SERIES, gaps, whole.missing, whole.reason, whole.sources)

    def _if(self, node: Call) -> Part:
        condition = self.wanted(node.arguments[0], Sort.CONDITION)
        yes, no = (self.part(argument) for argument in node.arguments[1:])
        sorts = {yes.sort, no.sort} - {Sort.UNKNOWN}
        if len(sorts) > 1:
            message = saying(
                "“{0}”的两个结果要是同类：前面是{1}，这里是{2}", IF, word(yes.sort), word(no.sort)
            )
            return self._wrong(message, node.arguments[2].position)
        return chosen(condition, yes, no)

    def _date(self, text: str, position: int) -> Part:
        try:
            return Part(Sort.DATE, span(parse_date(text)))
        except BadValue as bad:
            known = text.isprintable() and len(text) <= SHOWN
            message = (
                sentence_of(bad)
                if known
                else saying("“{0}”不是日期。请写成 2018-11-28 这样的日期", quoted(text))
            )
            return self._wrong(message, position)


def _quoted_value(found: Found) -> Part:
    sources = (found.source,)
    if found.value is None:
        return Part(missing=(found.source.label,), sources=sources)
    if isinstance(found.value, bool):
        return Part(Sort.CONDITION, found.value, sources=sources)
    if isinstance(found.value, Span):
        return Part(Sort.DATE, found.value, sources=sources)
    try:
        return Part(Sort.NUMBER, bounded(found.value), sources=sources)
    except NoValue as refusal:
        return Part(Sort.NUMBER, None, reason=sentence_of(refusal), sources=sources)
