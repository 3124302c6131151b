"""A calculation typed into a cell, such as =12.5*3: worked out exactly; the result is kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from models import formula, kinds
from models.dates import BadValue
from models.fields import NUMERIC, Field, Kind
from models.formula.tree import Chain, Level, Node, Number, Prefix
from models.sayings import saying

SIGNS = "=＝"
PLACES = 6
"""Decimals of a result that does not end, such as 100/3; also the finest amount (分 in 万元)."""

_ONLY = saying("算式里只能用数、+ - × ÷ 和括号")


@dataclass(frozen=True, slots=True)
class Calculation:
    """A sum as it was typed, and what it comes to; `is_exact` is False where the result had to be rounded."""

    text: str
    value: Decimal
    is_exact: bool

    @property
    def typed(self) -> str:
        """The result as one would type it."""
        return kinds.canonical(self.value)

    @property
    def sentence(self) -> str:
        """12.5*3 = 37.5, as the history and the line under the cell say it."""
        return f"{self.text} {'=' if self.is_exact else '≈'} {self.typed}"


def is_calculation(field: Field, text: str) -> bool:
    """Whether a text typed into this field is a sum to be worked out."""
    return field.kind in NUMERIC and text.strip()[:1] in tuple(SIGNS)


def calculated(field: Field, text: str, money_unit: str = "万元") -> Calculation:
    """What the sum comes to; BadValue says what is wrong with it. Nothing but numbers is looked up."""
    plain = text.strip().lstrip(SIGNS).strip()
    try:
        read = formula.parse(plain)
        if any(not _is_plain(node) for node in _nodes(read.root)):
            raise BadValue(_ONLY)
        result = formula.evaluate(read, _Nothing())
    except formula.FormulaError as wrong:
        raise BadValue(saying("“{0}”算不出：{1}", kinds.short(text), wrong.message)) from None
    if not isinstance(result.value, Fraction):
        raise BadValue(saying("“{0}”算不出：{1}", kinds.short(text), result.reason or _ONLY))
    places = 2 if field.kind is Kind.MONEY and money_unit == "元" else PLACES
    value = kinds.round_half_up(result.value, places)
    return Calculation(plain, value, Fraction(value) == result.value)


def _is_plain(node: Node) -> bool:
    if isinstance(node, Chain):
        return node.level in (Level.SUM, Level.PRODUCT)
    return isinstance(node, Number) or (isinstance(node, Prefix) and node.level is Level.NEGATIVE)


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    inside = node.operands if isinstance(node, Chain) else (node.operand,) if isinstance(node, Prefix) else ()
    for each in inside:
        yield from _nodes(each)


class _Nothing:
    """The scope of a sum: no name is known."""

    def fact(self, name: str) -> formula.Found:
        raise formula.UnknownName(name)

    def figure(self, name: str) -> formula.Found:
        raise formula.UnknownName(name)

    def member(self, collection: str, key: str, name: str) -> formula.Found:
        raise formula.UnknownName(name)

    def names(self) -> Sequence[str]:
        return ()
