"""What the cells of a column hold, by their look alone, and the texts that cells stand for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import cache, lru_cache

from models import kinds
from models.dates import BadValue, parse_date
from models.fields import NUMERIC, Field, Kind
from models.sayings import sentence_of
from models.schema import SCHEMA
from models.untidy.grid import bare
from models.untidy.synonyms import CHOICES
from models.untidy.words import NOTHING, SIGNS_OF_NOTHING

REMEMBERED = 20_000
"""Texts whose look is remembered: most stand in many cells."""

FIRST_SERIAL, LAST_SERIAL = 20_000, 73_050
"""Days by which Excel counts the dates from 1954 to 2099."""

_BARE_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_NUMBER = re.compile(
    rf"[+-−]?[¥￥]?[+-−]?{_BARE_NUMBER}(?:万元|亿元|元|万)?|[¥￥]?\([¥￥]?{_BARE_NUMBER}\)(?:万元|亿元|元|万)?"
)
_PERCENT = re.compile(r"-?\d+(?:\.\d+)?%")
_PHONE = re.compile(r"1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|\d{7,8}")
_DOCUMENT = re.compile(r"[一-鿿]{1,12}[(〔\[【](?:19|20)\d{2}[)〕\]】].{1,8}")
_DATE_LIKE = re.compile(r"(?:19|20)\d{2}[-./年]\d{1,2}")
_DAY_NUMBER = re.compile(r"(?<=\d)号$")
_COMPANY = re.compile(r"(?:公司|集团|事务所|研究院|\(有限合伙\))$")
_DAY = r"(?:(?:19|20)\d{2}|\d{2})[-./年]\d{1,2}(?:[-./月]\d{1,2}日?|月)?"
_PERIOD = re.compile(
    rf"(?:自|从)?(?P<first>{_DAY}|(?:19|20)\d{{2}}年)起?(?:至|到|[-—–―~]+)"
    rf"(?P<last>{_DAY}|(?:19|20)\d{{2}}年|\d{{1,2}}[-./月]\d{{1,2}}日?|\d{{1,2}}月)(?:止|底)?"
)
_CHOICE_TAIL = re.compile(r"(?:政府)?(?:采购|方式|形式|指标|预算|资金|阶段|工作|完成|批复|类)*")
_MONEY = SCHEMA["payment"].field("amount")
_EPOCH = date(1899, 12, 30)


class Look(StrEnum):
    """What the cells of a column look like."""

    EMPTY = "empty"
    NUMBER = "number"
    COUNT = "count"
    PERCENT = "percent"
    DATE = "date"
    PERIOD = "period"
    PHONE = "phone"
    DOCUMENT = "document"
    COMPANY = "company"
    TEXT = "text"


@lru_cache(maxsize=REMEMBERED)
def look_of(text: str) -> Look:
    """What one cell looks like."""
    plain = bare(text)
    if plain in NOTHING:
        return Look.EMPTY
    if _PERCENT.fullmatch(plain):
        return Look.PERCENT
    if _PHONE.fullmatch(plain) and len(plain) >= 11:
        return Look.PHONE
    if _DATE_LIKE.match(plain) and _is_date(plain):
        return Look.DATE
    if _NUMBER.fullmatch(plain):
        return Look.NUMBER
    if period(plain) is not None:
        return Look.PERIOD
    if _COMPANY.search(plain):
        return Look.COMPANY
    return Look.DOCUMENT if _DOCUMENT.search(plain) else Look.TEXT


def _is_date(text: str) -> bool:
    try:
        parse_date(text)
    except BadValue:
        return False
    return True


def look_of_column(texts: Sequence[str]) -> tuple[Look, float]:
    """What most cells look like and which share of the filled ones does."""
    looks = [found for text in texts if (found := look_of(text)) is not Look.EMPTY]
    if not looks:
        return Look.EMPTY, 1.0
    most = max(set(looks), key=lambda each: (looks.count(each), each is not Look.TEXT, each.value))
    share = looks.count(most) / len(looks)
    if most is Look.NUMBER and _counts_up(texts):
        return Look.COUNT, share
    return most, share


def _counts_up(texts: Sequence[str]) -> bool:
    """Whether the numbers count the rows: 1, 2, 3 …"""
    numbers = [
        int(text) for each in texts if (text := bare(each)).isascii() and text.isdecimal() and len(text) < 9
    ]
    return len(numbers) >= 3 and all(two - one == 1 for one, two in zip(numbers, numbers[1:], strict=False))


_FITTING = {
    Kind.MONEY: (Look.NUMBER,),
    Kind.NUMBER: (Look.NUMBER, Look.PERCENT),
    Kind.INTEGER: (Look.NUMBER,),
    Kind.PERCENT: (Look.PERCENT, Look.NUMBER),
    Kind.DATE: (Look.DATE, Look.NUMBER),
}


def fits(field: Field, look: Look) -> bool:
    """Whether a column that looks so can hold values of the field."""
    if look is Look.EMPTY:
        return True
    if look is Look.PERIOD and field.kind is Kind.DATE:
        return field.name == "starts_on"
    look = Look.NUMBER if look is Look.COUNT else Look.TEXT if look is Look.COMPANY else look
    if field.kind in _FITTING:
        return look in _FITTING[field.kind]
    if field.kind is Kind.CHOICE or field.kind is Kind.BOOL:
        return look in (Look.TEXT, Look.NUMBER)
    if field.name == "phone":
        return look in (Look.PHONE, Look.NUMBER, Look.TEXT)
    return look not in (Look.PERCENT,) and not (
        look is Look.NUMBER and field.name in ("name", "title", "vendor")
    )


@lru_cache(maxsize=REMEMBERED)
def fen_of(text: str, unit: str) -> int | None:
    """The amount in 分 that a cell means in a column of that unit; None for no amount."""
    try:
        value = kinds.parse(_MONEY, money_text(text, unit))
    except BadValue:
        return None
    return value if isinstance(value, int) else None


@lru_cache(maxsize=REMEMBERED)
def money_fault(text: str) -> str:
    """Why a cell of a column in 元 is no amount; nothing for a good one."""
    plain = bare(text)
    if plain in NOTHING or _NUMBER.fullmatch(plain) and "." not in plain:
        return ""
    try:
        kinds.parse(_MONEY, text.strip(), money_unit="元")
    except BadValue as problem:
        return sentence_of(problem)
    return ""


@lru_cache(maxsize=REMEMBERED)
def money_text(text: str, unit: str) -> str:
    """The amount with its unit behind it, as a person would type it; other texts as they are."""
    plain = bare(text)
    if plain in NOTHING:
        return ""
    if not _NUMBER.fullmatch(plain) or plain.endswith(("元", "万")):
        return text.strip()
    if unit in ("千元", "百万元"):
        scale = 1_000 if unit == "千元" else 1_000_000
        return f"{kinds.canonical(Decimal(plain.lstrip('¥￥').replace(',', '')) * scale)}元"
    return f"{plain}{unit}"


def date_text(text: str) -> str:
    """The date that a cell means, Excel's count of days included; other texts as they are."""
    plain = bare(text)
    if plain in NOTHING:
        return ""
    whole = plain.removesuffix(".0")
    if (
        whole.isascii()
        and whole.isdecimal()
        and FIRST_SERIAL <= int(whole) <= LAST_SERIAL
        and len(whole) == 5
    ):
        return (_EPOCH + timedelta(days=int(whole))).isoformat()
    return _DAY_NUMBER.sub("日", text.strip())


def period(text: str) -> tuple[str, str] | None:
    """The first and the last day that one cell names (2018.1.1-2018.12.31); None for anything else."""
    found = _PERIOD.fullmatch(bare(text))
    if found is None:
        return None
    first, last = found["first"], found["last"]
    if not re.match(r"(?:19|20)\d{2}|\d{2}[-./年]\d{1,2}[-./月]\d", last):
        last = f"{first[:4]}-{last}"
    try:
        days = parse_date(first), parse_date(last)
    except BadValue:
        return None
    return days if days[0][:4] <= days[1][:4] else None


def choice_text(field: Field, text: str) -> str:
    """The choice that a cell means in other words (追加 is 预算追加); other texts as they are."""
    plain = bare(text)
    if plain in NOTHING and plain not in _words_of_choices(field.choices):
        return ""
    if text.strip() in field.choices or text.strip() in field.words.values():
        return text.strip()
    if plain in (meant := _words_of_choices(field.choices)):
        return meant[plain]
    near = [
        one for one in field.choices
        if plain.startswith(one) and _CHOICE_TAIL.fullmatch(plain.removeprefix(one))
    ]  # fmt: skip
    return max(near, key=len) if near else text.strip()


@cache
def _words_of_choices(choices: tuple[str, ...]) -> Mapping[str, str]:
    return {bare(said): one for one in choices for said in CHOICES.get(one, ())}


def percent_text(text: str, *, as_fraction: bool) -> str:
    """The percent number that a cell means; in a column of fractions 0.3 is 30%."""
    plain = bare(text)
    if plain in NOTHING:
        return ""
    if as_fraction and re.fullmatch(r"-?\d+(?:\.\d+)?", plain):
        return f"{kinds.canonical(Decimal(plain) * 100)}%"
    return text.strip()


def are_fractions(texts: Sequence[str]) -> bool:
    """Whether the column writes 30% as 0.3: no sign anywhere, nothing above 1, and something between."""
    plain = [each for text in texts if (each := bare(text)) not in NOTHING]
    if not plain or not all(re.fullmatch(r"-?\d{1,9}(?:\.\d{1,12})?", each) for each in plain):
        return False
    values = [Decimal(each) for each in plain]
    return all(abs(value) <= 1 for value in values) and any(value % 1 for value in values)


def cell_value(field: Field, text: str, unit: str, *, as_fraction: bool = False) -> str:
    """The text of a cell as a person would type it into the field."""
    if field.kind is Kind.MONEY:
        return money_text(text, unit)
    if field.kind is Kind.DATE:
        return date_text(text)
    if field.kind is Kind.PERCENT:
        return percent_text(text, as_fraction=as_fraction)
    if field.kind is Kind.CHOICE:
        return choice_text(field, text)
    if bare(text) in (NOTHING if field.kind in NUMERIC else SIGNS_OF_NOTHING):
        return ""
    return text.strip()
