"""Blocks as their dataclass fields declare them: to plain data and back, and with their words changed.

Everything follows from the type hints, so that a new kind of block in `Block` needs nothing here. Known are
text, whole numbers, yes and no, exact numbers, days, choices, tuples, unions and dataclasses of these.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

LONGEST_TEXT = 1_000_000
"""Characters in one text that is read."""
MOST_ITEMS = 1_000_000
"""Items in one list that is read."""
LARGEST = 10**9
TAG = "@"
"""Where a block of several possible kinds says which it is; no field has such a name."""
NOT_WORDS = frozenset({"source", "key", "language", "field"})
"""Fields of text that no reader sees as words."""

_DECIMAL = re.compile(r"-?\d{1,60}(\.\d{1,60})?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_FRACTION = re.compile(r"-?\d{1,120}/\d{1,120}")

Plain = str | int | bool | None | list["Plain"] | dict[str, "Plain"]
Change = Callable[[str], str]


class BadShape(ValueError):
    """Data that is no such block; the message says in Chinese where and why."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What can be done with values of one declared type."""

    write: Callable[[Any], Any]
    read: Callable[[Any], Any]
    reword: Callable[[Any, Change], Any]

    def words(self, value: Any) -> list[str]:
        """Every text in the value that a reader sees, in the order of the fields."""
        found: list[str] = []

        def note(text: str) -> str:
            found.append(text)
            return text

        self.reword(value, note)
        return found


@cache
def shape(declared: Any) -> Shape:
    """The shape of a type hint; TypeError for one that blocks may not use."""
    inside = get_args(declared)
    if declared in _PLAIN:
        return _PLAIN[declared]
    if is_dataclass(declared) and isinstance(declared, type):
        return _record(declared)
    if get_origin(declared) is Literal:
        return _choice(frozenset(inside))
    if get_origin(declared) in (Union, UnionType):
        return _either(inside)
    if get_origin(declared) is tuple:
        return _list(inside[0]) if inside[1:] == (Ellipsis,) else _fixed(inside)
    raise TypeError(f"no shape for {declared!r}")


def shape_of(block: object) -> Shape:
    """The shape of a dataclass instance, whether or not its kind is among the blocks of `Block`."""
    kind: Any = type(block)
    return shape(kind)


def _same(value: Any, change: Change | None = None) -> Any:
    return value


def _expect(right: bool, what: str) -> None:
    if not right:
        raise BadShape(f"应为{what}")


def _text(data: Any) -> str:
    _expect(type(data) is str and len(data) <= LONGEST_TEXT, f"不超过 {LONGEST_TEXT} 字的文字")
    return str(data)


def _whole(data: Any) -> int:
    _expect(type(data) is int and abs(data) <= LARGEST, "整数")
    return int(data)


def _yes_no(data: Any) -> bool:
    _expect(type(data) is bool, "是或否")
    return bool(data)


def _nothing(data: Any) -> None:
    _expect(data is None, "空")


def _decimal(data: Any) -> Decimal:
    _expect(type(data) is str and _DECIMAL.fullmatch(data) is not None, "小数")
    return Decimal(data)


def _fraction(data: Any) -> Fraction:
    _expect(type(data) is str and _FRACTION.fullmatch(data) is not None, "分数")
    above, below = map(int, data.split("/"))
    _expect(below != 0, "分数")
    return Fraction(above, below)


def _day(data: Any) -> date:
    _expect(type(data) is str and _DAY.fullmatch(data) is not None, "日期")
    try:
        return date.fromisoformat(data)
    except ValueError:
        raise BadShape("应为日期") from None


_PLAIN: dict[Any, Shape] = {
    str: Shape(_same, _text, lambda value, change: change(value)),
    int: Shape(_same, _whole, _same),
    bool: Shape(_same, _yes_no, _same),
    NoneType: Shape(_same, _nothing, _same),
    date: Shape(date.isoformat, _day, _same),
    Decimal: Shape(lambda value: format(value, "f"), _decimal, _same),
    Fraction: Shape(lambda value: f"{value.numerator}/{value.denominator}", _fraction, _same),
}


def _choice(choices: frozenset[Any]) -> Shape:
    def read(data: Any) -> Any:
        _expect(type(data) is str and data in choices, "、".join(sorted(map(str, choices))))
        return data

    return Shape(_same, read, _same)


def _list(inside: Any) -> Shape:
    each = shape(inside)

    def read(data: Any) -> tuple[Any, ...]:
        _expect(type(data) is list and len(data) <= MOST_ITEMS, f"不超过 {MOST_ITEMS} 项的列表")
        return tuple(map(each.read, data))

    return Shape(
        lambda value: list(map(each.write, value)),
        read,
        lambda value, change: tuple([each.reword(one, change) for one in value]),
    )


def _fixed(inside: tuple[Any, ...]) -> Shape:
    parts = tuple(map(shape, inside))

    def read(data: Any) -> tuple[Any, ...]:
        _expect(type(data) is list and len(data) == len(parts), f"{len(parts)} 项的列表")
        return tuple(part.read(one) for part, one in zip(parts, data, strict=True))

    return Shape(
        lambda value: [part.write(one) for part, one in zip(parts, value, strict=True)],
        read,
        lambda value, change: tuple(part.reword(one, change) for part, one in zip(parts, value, strict=True)),
    )


def _record(kind: type[Any]) -> Shape:
    hints = get_type_hints(kind)
    parts = {each.name: shape(hints[each.name]) for each in fields(kind)}
    needed = {each.name for each in fields(kind) if each.default is MISSING}
    worded = {name: part for name, part in parts.items() if name not in NOT_WORDS}

    def write(value: Any) -> dict[str, Any]:
        return {name: part.write(getattr(value, name)) for name, part in parts.items()}

    def read(data: Any) -> Any:
        _expect(type(data) is dict and needed <= data.keys() <= parts.keys(), f"{kind.__name__} 的各项")
        values = {}
        for name, each in data.items():
            try:
                values[name] = parts[name].read(each)
            except BadShape as wrong:
                raise BadShape(f"{kind.__name__}.{name} {wrong}") from None
        try:
            return kind(**values)
        except ValueError as wrong:
            raise BadShape(f"{kind.__name__} {wrong}") from None

    def reword(value: Any, change: Change) -> Any:
        said = {name: part.reword(getattr(value, name), change) for name, part in worded.items()}
        kept = {name: getattr(value, name) for name in parts if name in NOT_WORDS}
        return kind(**said, **kept)

    return Shape(write, read, reword)


def _either(inside: tuple[Any, ...]) -> Shape:
    """One of several: dataclasses say which where there is more than one, all else shows by itself."""
    records = {each.__name__: each for each in inside if is_dataclass(each) and isinstance(each, type)}
    others = {_value_type(each): shape(each) for each in inside if each not in records.values()}
    by_data = {_DATA_TYPES.get(kind, kind): part for kind, part in others.items()}
    if len(by_data) + len(records) != len(inside):
        raise TypeError(f"cannot be told apart: {inside}")
    tagged = len(records) > 1
    record_shapes = {name: shape(each) for name, each in records.items()}

    def part_of(value: Any) -> Shape:
        return record_shapes[type(value).__name__] if type(value).__name__ in records else others[type(value)]

    def write(value: Any) -> Any:
        written = part_of(value).write(value)
        return {TAG: type(value).__name__, **written} if tagged and isinstance(written, dict) else written

    def read(data: Any) -> Any:
        if type(data) is not dict:
            found = by_data.get(type(data))
            _expect(found is not None, "另一种内容")
            return found.read(data) if found is not None else None
        name = data.get(TAG) if tagged else next(iter(records), None)
        _expect(type(name) is str and name in records, "认识的内容块")
        rest = {key: each for key, each in data.items() if key != TAG} if tagged else data
        return record_shapes[str(name)].read(rest)

    return Shape(write, read, lambda value, change: part_of(value).reword(value, change))


def _value_type(declared: Any) -> type:
    origin = get_origin(declared)
    if origin is Literal:
        return str
    return tuple if origin is tuple else declared if isinstance(declared, type) else type(declared)


_DATA_TYPES: dict[type, type] = {tuple: list, Decimal: str, Fraction: str, date: str}
"""What a value is written as, where that is of another type."""
