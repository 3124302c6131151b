"""What a spreadsheet makes of the formulas of our workbooks: a small exact evaluator, for tests."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

Value = Fraction | str | bool | None
Range = list[Value]
Place = tuple[str, int, int]
"""Sheet, row and column."""

_TOKEN = re.compile(
    r"""(?P<ref>(?:'(?P<sheet>[^']+)'!)?(?P<area>\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?))(?![A-Za-z(])
    |(?P<name>[A-Z]+)\(|(?P<number>\d+(?:\.\d+)?)|"(?P<text>(?:[^"]|"")*)"|(?P<sign><>|>=|<=|[-+*/(),=<>])""",
    re.VERBOSE,
)
_COMPARED: dict[str, Callable[[Fraction, Fraction], bool]] = {
    "=": operator.eq, "<>": operator.ne, ">": operator.gt, "<": operator.lt, ">=": operator.ge,
    "<=": operator.le,
}  # fmt: skip


class Spreadsheet:
    """A workbook file: what is stored in its cells, what is cached, and what its formulas come to."""

    def __init__(self, path: Path) -> None:
        self.cells: dict[Place, Value] = {}
        self.cached: dict[Place, Value] = {}
        for found, values in ((self.cells, False), (self.cached, True)):
            for sheet in load_workbook(path, data_only=values).worksheets:
                for row in sheet.iter_rows():
                    for cell in row:
                        if cell.value is not None:
                            found[sheet.title, cell.row, cell.column] = _stored(cell.value)
        self.formulas = dict(self._raw(path))
        self._known: dict[Place, Value] = {}

    @staticmethod
    def _raw(path: Path) -> Iterator[tuple[Place, str]]:
        for sheet in load_workbook(path).worksheets:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.data_type == "f":
                        yield (sheet.title, cell.row, cell.column), str(cell.value)

    def change(self, place: Place, value: Value) -> None:
        """Type something into a cell."""
        assert place not in self.formulas
        self.cells[place] = value
        self._known.clear()

    def value(self, place: Place) -> Value:
        """What a cell shows."""
        if place not in self.formulas:
            return self.cells.get(place)
        if place not in self._known:
            self._known[place] = _Reader(self, place[0], self.formulas[place]).result()
        return self._known[place]

    def shown(self) -> dict[Place, Value]:
        """What every cell shows."""
        return {place: self.value(place) for place in self.cells}


def _stored(value: object) -> Value:
    if isinstance(value, bool | str):
        return value
    assert isinstance(value, int | float)
    return Fraction(str(value))


class _Reader:
    """Evaluates one formula from left to right."""

    def __init__(self, book: Spreadsheet, sheet: str, text: str) -> None:
        assert text.startswith("=")
        self._book, self._sheet = book, sheet
        self._tokens: list[re.Match[str]] = []
        at = 1
        while at < len(text):
            token = _TOKEN.match(text, at)
            assert token, f"{sheet}: {text} at {at}"
            self._tokens.append(token)
            at = token.end()
        self._at = 0

    def result(self) -> Value:
        found = self._compared()
        assert self._at == len(self._tokens)
        return _single(found)

    def _sign(self, *signs: str) -> str:
        if self._at < len(self._tokens) and self._tokens[self._at]["sign"] in signs:
            self._at += 1
            return str(self._tokens[self._at - 1]["sign"])
        return ""

    def _compared(self) -> Value | Range:
        left = self._sum()
        sign = self._sign(*_COMPARED)
        if not sign:
            return left
        one, other = _single(left), _single(self._sum())
        if isinstance(one, str) or isinstance(other, str):
            same = (
                (one or "") == (other or "")
                if not isinstance(one, Fraction) and not isinstance(other, Fraction)
                else False
            )
            return same if sign == "=" else not same
        return _COMPARED[sign](_number(one), _number(other))

    def _sum(self) -> Value | Range:
        found = self._product()
        while sign := self._sign("+", "-"):
            other = _number(_single(self._product()))
            found = _number(_single(found)) + (other if sign == "+" else -other)
        return found

    def _product(self) -> Value | Range:
        found = self._term()
        while sign := self._sign("*", "/"):
            other = _number(_single(self._term()))
            found = _number(_single(found)) * other if sign == "*" else _number(_single(found)) / other
        return found

    def _term(self) -> Value | Range:
        token = self._tokens[self._at]
        self._at += 1
        if token["ref"]:
            return self._referred(token)
        if token["number"]:
            return Fraction(token["number"])
        if token["text"] is not None:
            return token["text"].replace('""', '"')
        if token["name"]:
            return self._called(token["name"])
        assert token["sign"] == "(", token
        found = self._compared()
        assert self._sign(")")
        return found

    def _referred(self, token: re.Match[str]) -> Value | Range:
        left, top, right, bottom = range_boundaries(token["area"].replace("$", ""))
        sheet = token["sheet"] or self._sheet
        rows, columns = range(top, bottom + 1), range(left, right + 1)
        found = [self._book.value((sheet, row, column)) for row in rows for column in columns]
        return found if ":" in token["area"] else Cell(found)

    def _called(self, name: str) -> Value:
        if name == "IF":
            return self._chosen()
        arguments = []
        while not self._sign(")"):
            arguments.append(self._compared())
            self._sign(",")
        return _FUNCTIONS[name](*arguments)

    def _chosen(self) -> Value:
        """IF, which works out only the part that is chosen."""
        condition = _single(self._compared())
        assert self._sign(",")
        if condition:
            found = _single(self._compared())
            assert self._sign(",")
            self._skip()
        else:
            self._skip()
            assert self._sign(",")
            found = _single(self._compared())
        assert self._sign(")")
        return found

    def _skip(self) -> None:
        depth = 0
        while True:
            token = self._tokens[self._at]
            if depth == 0 and token["sign"] in (",", ")"):
                return
            depth += 1 if token["name"] or token["sign"] == "(" else -1 if token["sign"] == ")" else 0
            self._at += 1


class Cell(list[Value]):
    """A reference to one cell, which functions take as a range of one."""


def _single(value: Value | Range) -> Value:
    if isinstance(value, list):
        assert isinstance(value, Cell), "a range where one value is needed"
        return value[0]
    return value


def _number(value: Value) -> Fraction:
    assert not isinstance(value, str), f"#VALUE!: {value}"
    return Fraction(value or 0)


def _numbers(arguments: tuple[Value | Range, ...]) -> list[Fraction]:
    """As SUM takes them: texts in cells are passed over."""
    flat = [each for value in arguments for each in (value if isinstance(value, list) else [value])]
    return [each for each in flat if isinstance(each, Fraction)]


def _meets(value: Value, wanted: Value) -> bool:
    if isinstance(wanted, str) and wanted.startswith("<"):
        return isinstance(value, Fraction) and value < Fraction(wanted[1:])
    return value == wanted and value is not None


def _sumifs(amounts: Value | Range, *rest: Value | Range) -> Fraction:
    assert isinstance(amounts, list)
    total = Fraction(0)
    for number, amount in enumerate(amounts):
        fits = all(
            _meets(rest[at][number], _single(rest[at + 1]))  # type: ignore[index]
            for at in range(0, len(rest), 2)
        )
        total += amount if fits and isinstance(amount, Fraction) else 0
    return total


def _countif(values: Value | Range, wanted: Value | Range) -> Fraction:
    assert isinstance(values, list)
    return Fraction(sum(_meets(each, _single(wanted)) for each in values))


def _round(value: Value | Range, places: Value | Range) -> Fraction:
    exact, digits = _number(_single(value)), int(_number(_single(places)))
    near = Decimal(exact.numerator) / Decimal(exact.denominator)
    return Fraction(near.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP))


_FUNCTIONS: dict[str, Callable[..., Value]] = {
    "SUM": lambda *each: sum(_numbers(each), Fraction(0)),
    "COUNT": lambda *each: Fraction(len(_numbers(each))),
    "MIN": lambda *each: min(_numbers(each)),
    "AND": lambda *each: all(_single(one) for one in each),
    "OR": lambda *each: any(_single(one) for one in each),
    "ISNUMBER": lambda one: isinstance(_single(one), Fraction),
    "N": lambda one: _single(one) if isinstance(_single(one), Fraction) else Fraction(0),
    "ROUND": _round,
    "SUMIFS": _sumifs,
    "COUNTIF": _countif,
}
