"""How each kind of field is typed, checked, stored, exchanged and shown; the only rounding there is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction

from models.dates import BadValue, parse_date
from models.dates import short as short
from models.fields import Field, Kind, Value
from models.sayings import listing, saying, word

__all__ = [
    "BadValue",
    "canonical",
    "exchange",
    "fen",
    "from_file",
    "parse",
    "round_half_up",
    "show",
    "show_money",
    "show_number",
    "show_rate",
    "to_file",
    "wan",
]

FEN_PER_WAN = 1_000_000
FEN_PER_YUAN = 100
FEN_PER = {"万元": FEN_PER_WAN, "元": FEN_PER_YUAN}
MONEY_LIMIT = 10**16
TEXT_LIMIT = 20_000
LONGTEXT_LIMIT = 1_000_000

_NUMBER = re.compile(r"[+-]?(\d{1,3}(,\d{3})+|\d{1,24})?(\.\d{1,12})?", re.ASCII)
_GROUPING_SPACE = re.compile(r"(?<=^[+-]) +|(?<=\d) (?=\d{3}(?!\d))", re.ASCII)
_IN_BRACKETS = re.compile(r"^\(\s*[¥￥]?\s*([\d., ]+?)\s*\)$", re.ASCII)
"""A negative number as accounts write it: (1,234.50)."""
_MONEY_UNITS = (
    ("亿元", FEN_PER_WAN * 10_000),
    ("万元", FEN_PER_WAN),
    ("元", FEN_PER_YUAN),
    ("万", FEN_PER_WAN),
)
_YES = {"是", "√", "有", "1", "true", "yes", "y", "对"}
_NO = {"否", "×", "无", "0", "false", "no", "n", "错"}
_LINE_BREAK = re.compile(r"\s*\n\s*")
_DROPPED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def round_half_up(value: Fraction | Decimal | int, places: int = 2) -> Decimal:
    """The value at so many decimals, halves away from zero (0.125 → 0.13, −0.125 → −0.13)."""
    top, bottom = value.as_integer_ratio()
    return Decimal(f"{'-' if top < 0 else ''}{_units_half_up(top, bottom, places)}E-{places}")


def _units_half_up(top: int, bottom: int, places: int) -> int:
    """How many units of the last decimal a fraction comes to, its sign left aside."""
    units: int = (2 * abs(top) * 10**places + bottom) // (2 * bottom)
    return units


def wan(amount: int) -> Fraction:
    """An amount of 分 in 万元, exactly."""
    return Fraction(amount, FEN_PER_WAN)


def fen(amount: Decimal | Fraction) -> int:
    """An amount of 万元 in 分; BadValue when it is finer than a 分."""
    exact = Fraction(amount) * FEN_PER_WAN
    if exact.denominator != 1:
        raise BadValue(saying("金额最多精确到分（万元下六位小数）"))
    return int(exact)


def canonical(value: Decimal) -> str:
    """A decimal as the file and the exchange write it: no exponent, no trailing zeros, no −0."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def parse(field: Field, text: str, *, money_unit: str = "万元") -> Value:
    """The value that a person's text means for this field; empty text is None.

    Refs are given back as typed: only the rows know what they mean. Raises BadValue with a sentence
    that says what is wrong and what would be right.
    """
    if not text.strip():
        return None
    value = _PARSERS[field.kind](field, text, money_unit)
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        _bounded(field, Decimal(value), money_unit)
    return value


def _bounded(field: Field, value: Decimal, money_unit: str) -> None:
    def said(bound: Decimal) -> str:
        return show(
            field, int(bound) if field.kind in (Kind.MONEY, Kind.INTEGER) else bound, money_unit=money_unit
        )

    low, high = field.minimum, field.maximum
    if low is not None and high is not None and not low <= value <= high:
        raise BadValue(saying("{0}应在 {1} 到 {2} 之间", word(field.label), said(low), said(high)))
    if low is not None and value < low:
        raise BadValue(saying("{0}不能小于 {1}", word(field.label), said(low)))
    if high is not None and value > high:
        raise BadValue(saying("{0}不能大于 {1}", word(field.label), said(high)))


def _decimal(text: str, what: str, example: str) -> Decimal:
    plain = _GROUPING_SPACE.sub(
        "", _IN_BRACKETS.sub(r"-\1", text.strip()).replace("−", "-").replace("–", "-")
    )
    if not _NUMBER.fullmatch(plain) or not re.search(r"\d", plain):
        raise BadValue(saying("“{0}”不是{1}。请写成 {2} 这样的数", short(text), what, example))
    return Decimal(plain.replace(",", ""))


def _narrow(text: str) -> str:
    return unicodedata.normalize("NFKC", text).replace("−", "-").strip()


def _parse_money(field: Field, text: str, money_unit: str) -> int:
    plain, scale = _narrow(text).lstrip("¥￥").strip(), FEN_PER[money_unit]
    for suffix, factor in _MONEY_UNITS:
        if plain.endswith(suffix):
            plain, scale = plain.removesuffix(suffix).strip(), factor
            break
    try:
        exact = Fraction(_decimal(plain, saying("金额"), "563.40")) * scale
    except BadValue:
        raise BadValue(
            saying("“{0}”不是金额。请写成 563.40 这样的数，单位{1}", short(text), word(money_unit))
        ) from None
    if exact.denominator != 1:
        raise BadValue(saying("“{0}”比分还细。金额最多精确到分（万元下六位小数，元下两位小数）", short(text)))
    if abs(exact) > MONEY_LIMIT:
        raise BadValue(saying("“{0}”太大。请核对金额和单位（现为{1}）", short(text), word(money_unit)))
    return int(exact)


def _parse_number(field: Field, text: str, money_unit: str) -> Decimal:
    plain = _narrow(text)
    if field.unit and plain.endswith(field.unit):
        plain = plain.removesuffix(field.unit)
    return Decimal(canonical(_decimal(plain, saying("数"), "12.5")))


def _parse_percent(field: Field, text: str, money_unit: str) -> Decimal:
    return Decimal(canonical(_decimal(_narrow(text).removesuffix("%"), "百分数", "88.33")))


def _parse_integer(field: Field, text: str, money_unit: str) -> int:
    plain = _narrow(text).removesuffix(field.unit) if field.unit else _narrow(text)
    value = _decimal(plain, saying("整数"), "155")
    if value != value.to_integral_value() or abs(value) >= 10**15:
        raise BadValue(saying("“{0}”不是整数。请写成 155 这样的数", short(text)))
    return int(value)


def _parse_bool(field: Field, text: str, money_unit: str) -> bool:
    plain = _narrow(text).lower()
    if plain in _YES:
        return True
    if plain in _NO:
        return False
    raise BadValue(saying("“{0}”不是“是”或“否”。请写“是”或“否”", short(text)))


def _parse_choice(field: Field, text: str, money_unit: str) -> str:
    typed = text.strip()
    for choice in field.choices:
        if typed in (choice, field.words.get(choice)):
            return choice
    words = listing(word(field.words.get(choice, choice)) for choice in field.choices)
    raise BadValue(saying("“{0}”不在可选项内。{1}可填：{2}", short(text), word(field.label), words))


def _parse_date(field: Field, text: str, money_unit: str) -> str:
    return parse_date(text)


def clean(text: str) -> str:
    """Text without control characters and halves of surrogate pairs, which no file format carries."""
    if text.isprintable():
        return text
    return _DROPPED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def has_halves(text: str) -> bool:
    """Whether the text holds halves of surrogate pairs, which stand for bytes that are no text."""
    return any("\ud800" <= letter <= "\udfff" for letter in text)


def one_line(text: str) -> str:
    """Clean text with its line breaks turned into spaces."""
    return _LINE_BREAK.sub(" ", clean(text)).strip()


def _parse_text(field: Field, text: str, money_unit: str) -> str | None:
    line = one_line(text)
    if len(line) > TEXT_LIMIT:
        raise BadValue(saying("{0}有 {1} 个字，最多 {2} 个字", word(field.label), len(line), TEXT_LIMIT))
    return line or None


def _parse_longtext(field: Field, text: str, money_unit: str) -> str | None:
    body = clean(text).strip()
    if len(body) > LONGTEXT_LIMIT:
        raise BadValue(saying("{0}有 {1} 个字，最多 {2} 个字", word(field.label), len(body), LONGTEXT_LIMIT))
    return body or None


_PARSERS: Mapping[Kind, Callable[[Field, str, str], Value]] = {
    Kind.TEXT: _parse_text,
    Kind.LONGTEXT: _parse_longtext,
    Kind.MONEY: _parse_money,
    Kind.NUMBER: _parse_number,
    Kind.PERCENT: _parse_percent,
    Kind.INTEGER: _parse_integer,
    Kind.BOOL: _parse_bool,
    Kind.CHOICE: _parse_choice,
    Kind.REF: _parse_text,
    Kind.DATE: _parse_date,
}


FIGURE_SIGNS = frozenset("0123456789,.−%")
"""What figures are written with as screens and reports show them."""


def show_number(value: Decimal, thousands: bool = True) -> str:
    """A decimal as screens and reports write it, with its own decimals and a true minus sign."""
    return format(value, ",f" if thousands else "f").replace("-", "−")


def show_money(amount: int | Fraction, money_unit: str = "万元", thousands: bool = True) -> str:
    """An amount of 分 at two decimals of the project's unit.

    Whole 分 are put into words without a Decimal: large grids show hundreds of thousands of them.
    """
    top, bottom = amount.as_integer_ratio()
    whole, part = divmod(_units_half_up(top, bottom * FEN_PER[money_unit], 2), 100)
    digits = f"{whole:,}" if thousands else str(whole)
    return f"{'−' if top < 0 else ''}{digits}.{part:02}"


def show_rate(value: Fraction | Decimal) -> str:
    """A percent number at two decimals with its sign: 88.33%."""
    return show_number(round_half_up(value), thousands=False) + "%"


def show(field: Field, value: Value, *, money_unit: str = "万元", thousands: bool = True) -> str:
    """The value as screens and reports show it; nothing for None. Refs are shown by the rows."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if field.kind is Kind.MONEY and isinstance(value, int):
        return show_money(value, money_unit, thousands)
    if field.kind is Kind.PERCENT and isinstance(value, Decimal):
        return show_rate(value)
    if isinstance(value, Decimal | int):
        return show_number(Decimal(value), thousands and field.grouped)
    return field.words.get(value, value)


def exchange(field: Field, value: Value, *, money_unit: str = "万元") -> str | int | bool | None:
    """The value as JSON carries it: money in 万元 with two to six decimals, decimals as strings.

    A workbook of a project in 元 carries its amounts in 元 with two decimals.
    """
    if field.kind is Kind.MONEY and isinstance(value, int):
        whole, part = divmod(abs(value), FEN_PER[money_unit])
        places = len(str(FEN_PER[money_unit])) - 1
        decimals = f"{part:0{places}}".rstrip("0").ljust(2, "0")
        return f"{'-' if value < 0 else ''}{whole}.{decimals}"
    if isinstance(value, Decimal):
        return canonical(value)
    return value


def to_file(field: Field, value: Value) -> str | int | None:
    """The value as the project file stores it: decimals as canonical text, bool as 0 or 1."""
    if isinstance(value, Decimal):
        return canonical(value)
    return int(value) if isinstance(value, bool) else value


def from_file(field: Field, stored: str | int | None) -> Value:
    """The value that the project file's cell means."""
    if stored is None:
        return None
    if field.kind in (Kind.NUMBER, Kind.PERCENT):
        return Decimal(str(stored))
    return bool(stored) if field.kind is Kind.BOOL else stored
