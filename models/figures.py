"""What a figure derived from rows is: its exact value, how it was calculated, where it comes from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction

from models import dates, kinds
from models.defaults import SETTINGS
from models.fields import Kind, Row, Value
from models.records import Records
from models.sayings import saying
from models.sources import Pairs, Sources

ZERO = Fraction(0)
DIGITS = 40


@dataclass(frozen=True, slots=True)
class Fact:
    """A named figure: money in 万元, rates as percent numbers (88.33 is 88.33%), counts as they are.

    `value` is None when it cannot be known; `reason` then says why in Chinese.
    """

    name: str
    value: Fraction | None
    kind: Kind
    calculation: str = ""
    sources: Pairs = ()
    reason: str = ""

    @property
    def shown(self) -> str:
        """The value as reports print it; — when it cannot be known."""
        return shown(self.value, self.kind)


FactSet = Mapping[str, Fact]


@dataclass(frozen=True, slots=True)
class Sum:
    """What rows add up to, in 分: `known` of them say their amount, `silent` ones do not."""

    amount: int = 0
    known: int = 0
    silent: int = 0
    sources: Pairs = ()

    @classmethod
    def of(cls, table: str, amounts: Sequence[tuple[Row, int | None]]) -> Sum:
        """The sum of what each row says, None where it does not."""
        said = [amount for _, amount in amounts if amount is not None]
        sources = tuple((table, row["id"]) for row, _ in amounts)
        return cls(sum(said), len(said), len(amounts) - len(said), sources)

    @classmethod
    def together(cls, sums: Sequence[Sum]) -> Sum:
        """The sum of all rows of several sums."""
        return cls(
            sum(one.amount for one in sums),
            sum(one.known for one in sums),
            sum(one.silent for one in sums),
            Sources(*(one.sources for one in sums)),
        )

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return self.known + self.silent


def shown(value: Fraction | None, kind: Kind) -> str:
    """A figure as reports print it: two decimals, % behind rates, counts whole, — for None."""
    if value is None:
        return "—"
    if kind is Kind.PERCENT:
        return kinds.show_rate(value)
    if kind is Kind.INTEGER and value.denominator == 1:
        return kinds.show_number(Decimal(value.numerator))
    return kinds.show_number(kinds.round_half_up(value))


def exact(value: Value) -> Fraction | None:
    """A stored number as a fraction; None when it is missing or no sensible number."""
    if value is None or isinstance(value, bool | str):
        return None
    if isinstance(value, int):
        return Fraction(value)
    if not value.is_finite() or abs(value.adjusted()) > DIGITS or len(value.as_tuple().digits) > DIGITS:
        return None
    return Fraction(value)


def decimal(value: Fraction) -> Decimal:
    """A fraction whose denominator is made of twos and fives as the same decimal, exactly."""
    with localcontext(prec=4 * DIGITS):
        quotient = Decimal(value.numerator) / Decimal(value.denominator)
    return Decimal(kinds.canonical(quotient))


def in_fen(value: Value) -> int | None:
    """A stored amount, in 分; None when it is missing."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def in_wan(value: Value) -> Fraction | None:
    """A stored amount of 分 in 万元; None when it is missing."""
    amount = in_fen(value)
    return None if amount is None else kinds.wan(amount)


def year_of(stored: Value) -> int | None:
    """The year of a stored date; None when it is missing or no date."""
    try:
        return dates.year_of(stored) if isinstance(stored, str) else None
    except ValueError:
        return None


def days_between(start: Value, end: Value) -> tuple[int, int] | None:
    """The least and the most days from one stored date to another; None when either is missing."""
    if not isinstance(start, str) or not isinstance(end, str):
        return None
    try:
        return dates.days(start, end)
    except ValueError:
        return None


def setting(records: Records, key: str) -> Fraction:
    """An adjustable figure; its default where the project's makes no sense."""
    chosen = exact(records.setting_number(key))
    return Fraction(SETTINGS[key].default) if chosen is None else chosen


def project_row(records: Records) -> Row | None:
    """The project's row; None in a file that has none yet."""
    rows = records.all("project")
    return rows[0] if rows else None


def sum_of(table: str, rows: Iterable[Row], field: str = "amount") -> Sum:
    """The sum of the rows' money field."""
    return Sum.of(table, [(row, in_fen(row[field])) for row in rows])


def total(name: str, given: Sum, *, of: str, empty: Fraction | None = ZERO, reason: str = "") -> Fact:
    """The sum of the rows that say an amount, in 万元.

    Without any row the sum is `empty`, for `reason` when that is None; with rows none of which says an
    amount it is missing. Rows that do not say theirs are counted in the calculation.
    """
    if not given.rows:
        return Fact(name, empty, Kind.MONEY, saying("没有{0}", of), (), reason if empty is None else "")
    if not given.known:
        said = saying("{0} {1} 笔", of, given.rows)
        return Fact(name, None, Kind.MONEY, said, given.sources, saying("{0}的金额或日期未填", of))
    said = saying("{0} {1} 笔合计", of, given.known)
    if given.silent:
        said = saying("{0}（另有 {1} 笔未填金额或日期，未计入）", said, given.silent)
    return Fact(name, kinds.wan(given.amount), Kind.MONEY, said, given.sources)


def added(values: Iterable[Fraction]) -> Fraction:
    """The exact sum of many figures, those of one denominator at once."""
    numerators: dict[int, int] = defaultdict(int)
    for value in values:
        top, bottom = value.as_integer_ratio()
        numerators[bottom] += top
    return sum((Fraction(top, bottom) for bottom, top in numerators.items()), ZERO)


def count(name: str, table: str, rows: Sequence[Row], of: str) -> Fact:
    """How many rows there are."""
    return Fact(name, Fraction(len(rows)), Kind.INTEGER, of, Sources.of(table, rows))


def difference(name: str, one: Fact, other: Fact) -> Fact:
    """One amount less another; missing when either is."""
    sources = Sources(one.sources, other.sources)
    calculation = f"{one.name} {one.shown} − {other.name} {other.shown}"
    if one.value is None or other.value is None:
        reason = one.reason if one.value is None else other.reason
        return Fact(name, None, Kind.MONEY, calculation, sources, reason)
    return Fact(name, one.value - other.value, Kind.MONEY, calculation, sources)
