"""What is compared in a search: texts without case, width and thousands separators, figures by their digits.

Figures stand behind a mark and in digits of their own, so that digits find figures from their beginning on, a
unit finds amounts only, and a part of a figure finds nothing. Dates stand behind a mark too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from models.fields import Field, Kind, Value
from models.kinds import exchange, round_half_up, wan

END = "\n"
"""Stands between two forms; nothing that is typed holds it."""
WAN, YUAN, NUMBER, DATE = "\x01", "\x02", "\x03", "\x04"

_DIGITS = str.maketrans("0123456789.", "\ue000\ue001\ue002\ue003\ue004\ue005\ue006\ue007\ue008\ue009\ue00a")
_SEPARATOR = re.compile(r"(?<=\d),(?=\d{3}(?!\d))", re.ASCII)


def fold(text: str) -> str:
    """The text as it is compared: half width, small letters, plain minus, digits without separators."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).replace("−", "-")
    text = text.casefold()
    return _SEPARATOR.sub("", text) if "," in text else text


def figure_form(mark: str, figure: object) -> str:
    """The form in which a figure (or its beginning) is compared."""
    return mark + str(figure).translate(_DIGITS)


def forms(field: Field, value: Value) -> Iterator[str]:
    """Every form in which one may look for a cell's value; nothing where it is empty or points to a row."""
    if value is None or field.kind is Kind.REF:
        return
    if field.kind is Kind.MONEY and isinstance(value, int):
        yield from _amounts(field, value)
    elif isinstance(value, bool):
        yield "是" if value else "否"
    elif isinstance(value, Decimal | int):
        yield from _signed(NUMBER, exchange(field, value) if isinstance(value, Decimal) else str(value))
    elif field.kind is Kind.DATE:
        yield DATE + value
    else:
        yield from (fold(line) for line in field.words.get(value, value).split("\n"))


def _amounts(field: Field, value: int) -> Iterator[str]:
    exact = str(exchange(field, value))
    yield from _signed(WAN, exact)
    if len(exact.partition(".")[2]) > 2:
        yield from _signed(WAN, round_half_up(wan(value)))
    yield from _signed(YUAN, str(exchange(field, value, money_unit="元")))


def _signed(mark: str, figure: object) -> Iterator[str]:
    """The figure, and a negative one without its sign too."""
    form = figure_form("", figure)
    yield mark + form
    if form.startswith("-"):
        yield mark + form[1:]
