"""Ranges as rule sentences write them, each end inside, outside, or left to the neighbouring range."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from models.phrases.amounts import AMOUNT, value
from models.phrases.sentence import Span

_UNIT = r"(?:%|[^\W\d_]{0,3}?)"
_MARK = r"(?:\((?:均|都|皆)?不?包?[含括][^()]{0,8}\))?"
_END = rf"(?:{AMOUNT}){_UNIT}"

_SIGNS = {
    ">=": ("low", True), "≥": ("low", True), "大于等于": ("low", True), "大于或等于": ("low", True),
    "高于或等于": ("low", True), "不低于": ("low", True), "不少于": ("low", True), "不小于": ("low", True),
    "达到": ("low", True), ">": ("low", False), "大于": ("low", False), "高于": ("low", False),
    "超过": ("low", False), "多于": ("low", False), "超出": ("low", False),
    "<=": ("high", True), "≤": ("high", True), "小于等于": ("high", True), "小于或等于": ("high", True),
    "低于或等于": ("high", True), "不高于": ("high", True), "不超过": ("high", True),
    "不大于": ("high", True),
    "不多于": ("high", True), "<": ("high", False), "小于": ("high", False), "低于": ("high", False),
    "不足": ("high", False), "少于": ("high", False), "未达到": ("high", False), "不到": ("high", False),
    "=": ("both", True), "等于": ("both", True), "为": ("both", True),
}  # fmt: skip
_SIGN = "|".join(sorted(map(re.escape, _SIGNS), key=len, reverse=True))

_RANGE = re.compile(
    rf"(?P<bracket>(?P<open>[\[(])(?P<b1>{AMOUNT})%?[,，、;~-](?P<b2>{AMOUNT}|\+?∞)%?(?P<close>[\])])%?)"
    rf"|(?P<chain>(?P<c1>{AMOUNT}){_UNIT}(?P<s1><=|>=|[≤<≥>])[^，。;；\d]{{1,12}}?(?P<s2><=|>=|[≤<≥>])(?P<c2>{AMOUNT})%?)"
    rf"|(?P<span>(?P<v1>{_END})(?P<m1>{_MARK})(?:-|~|至|到|和|与)(?P<v2>{_END})"
    rf"(?P<m2>{_MARK})(?:之间|区间|以内)?(?P<m3>{_MARK})(?![\d.]))"
    rf"|(?P<sign>(?P<word>{_SIGN})(?:标准值)?(?P<n>{_END})(?P<m4>{_MARK})(?:及以上|以上|及以下|以下)?(?![\d.]))"
    rf"|(?P<beyond>(?P<n2>{_END})(?P<m5>{_MARK})(?P<way>及以上|及以下|以上|以下|以内|之内)(?P<m6>{_MARK}))"
    r"|(?P<any>任何完成值)"
    rf"|(?P<bare>(?P<n3>{AMOUNT})%)"
)
_FIGURE = re.compile(AMOUNT)


@dataclass(frozen=True, slots=True)
class Range:
    """A range as written. An end's `…_closed` is None where the sentence does not say; `…_weak` marks an
    end that is only told by the mark at the other one; `bare` a lone figure such as 100%.
    """

    low: Fraction | None
    high: Fraction | None
    low_closed: bool | None
    high_closed: bool | None
    weak: bool = False
    bare: bool = False


def find(text: str, start: int = 0, end: int | None = None) -> list[tuple[Span, Range]]:
    """Every range in a piece of the text, from left to right, with where it stands."""
    found = []
    for match in _RANGE.finditer(text, start, len(text) if end is None else end):
        one = _read(match)
        if one is not None:
            found.append((match.span(), one))
    return found


def settled(given: Sequence[Range]) -> tuple[list[Range], bool]:
    """The ranges with every end inside or outside, and whether one had to be assumed.

    At a bound that two ranges share it belongs to one of them: as either says, else to the upper one.
    """
    ranges, assumed = list(given), False
    for mark in (False, True):
        for at, one in enumerate(ranges):
            for other_at, other in enumerate(ranges):
                if at == other_at or one.high is None or one.high != other.low:
                    continue
                high, low, guessed = _shared(one, other, final=mark)
                assumed = assumed or guessed
                ranges[at] = one = replace(one, high_closed=high)
                ranges[other_at] = replace(ranges[other_at], low_closed=low)
    done = [
        replace(one, low_closed=one.low_closed is not False, high_closed=one.high_closed is not False)
        for one in ranges
    ]
    return done, assumed


def _shared(lower: Range, upper: Range, *, final: bool) -> tuple[bool | None, bool | None, bool]:
    high, low = lower.high_closed, upper.low_closed
    if high is not None and low is not None:
        if high == low and upper.weak:
            return high, not high, False
        return (not low, low, False) if high == low and lower.weak else (high, low, False)
    if high is not None:
        return high, not high, False
    if low is not None:
        return not low, low, False
    return (False, True, True) if final else (None, None, False)


def _read(match: re.Match[str]) -> Range | None:
    if match["bracket"]:
        high = None if "∞" in match["b2"] else value(match["b2"])
        return _ordered(value(match["b1"]), high, match["open"] == "[", match["close"] == "]")
    if match["chain"]:
        return _chain(match)
    if match["span"]:
        return _span(match)
    if match["any"]:
        return Range(None, None, True, True)
    if match["sign"]:
        return _signed(match)
    if match["bare"]:
        amount = value(match["n3"])
        return None if amount is None else Range(amount, amount, True, True, bare=True)
    return _beyond(match)


def _chain(match: re.Match[str]) -> Range | None:
    one, other = value(match["c1"]), value(match["c2"])
    first, second = match["s1"], match["s2"]
    if (first[0] in "≥>") != (second[0] in "≥>"):
        return None
    ends = tuple(sign in ("≤", "≥", "<=", ">=") for sign in (first, second))
    return _ordered(one, other, *ends)


def _span(match: re.Match[str]) -> Range | None:
    one, other = _number(match["v1"]), _number(match["v2"])
    if one is None or other is None:
        return None
    first, second = _told(match["m1"], None), _told(match["m2"], None)
    after = match["m3"] or match["m2"]
    if named := _FIGURE.search(after):
        told, amount = _told(after, None), value(named[0])
        second = told if amount == other else second if match["m3"] else None
        first = told if amount == one else first
    elif re.match(r"\([均都皆]", after):
        first = second = _told(after, None)
    weak = (first is None) != (second is None)
    if weak:
        first, second = (not second, second) if first is None else (first, not first)
    found = _ordered(one, other, first, second)
    return replace(found, weak=weak) if found else None


def _signed(match: re.Match[str]) -> Range | None:
    side, closed = _SIGNS[match["word"]]
    amount, told = _number(match["n"]), _told(match["m4"], closed)
    if amount is None:
        return None
    if side == "both":
        return Range(amount, amount, True, True)
    return Range(amount, None, told, True) if side == "low" else Range(None, amount, True, told)


def _beyond(match: re.Match[str]) -> Range | None:
    amount = _number(match["n2"])
    if amount is None:
        return None
    told = _told(match["m5"] or match["m6"], True if match["way"].startswith("及") else None)
    if match["way"] in ("以上", "及以上"):
        return Range(amount, None, told, True)
    return Range(None, amount, True, told)


def _told(mark: str, otherwise: bool | None) -> bool | None:
    return "不" not in mark if mark else otherwise


def _number(end: str) -> Fraction | None:
    match = _FIGURE.match(end)
    return value(match[0]) if match else None


def _ordered(
    one: Fraction | None, other: Fraction | None, one_closed: bool | None, other_closed: bool | None
) -> Range | None:
    if one is None:
        return None
    if other is not None and one > other:
        return Range(other, one, other_closed, one_closed)
    return Range(one, other, one_closed, other_closed)
