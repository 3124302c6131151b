"""The levels that several rules quote: where all points are given, where none are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from models.phrases.amounts import AMOUNT, NO_POINTS, NUMBER, value
from models.phrases.sentence import Sentence, Span

GIVEN = r"(?:可|均|才|方|能)?(?:得|计|给|记|为|评)"
_FULL_POINTS = rf"{GIVEN}?(?:满分|全分|全部分值|权重分(?!的)|(?P<points>{NUMBER})分(?![之值数])|标准分)"
_UNIT = r"(?:个百分点|%|[^\W\d_]{0,3}?)"
_MARK = r"(?:\([^()]{0,6}含[^()]{0,6}\))?"

_FULL = re.compile(
    rf"(?P<sign>±|≥|≤|>=|<=|达到|不低于|不少于|不小于|不高于|不超过|不大于|大于等于|小于等于|等于|=|为|在|<|>|低于|高于)?"
    rf"(?:标准值|目标值)?±?(?P<n>{AMOUNT})(?P<unit>{_UNIT}){_MARK}(?P<way>及以上|及以下|以上|以下|以内|之内|范围内)?{_MARK}"
    rf"(?:的|者|时|情况下)*[，,:]?{_FULL_POINTS}"
)
_STANDARD = re.compile(
    rf"(?:以(?P<n>{AMOUNT}){_UNIT}(?:为标准|为基准|为基数|为目标)"
    rf"|(?:标准|标准值|目标值|目标|基准值?)(?:为|是|定为|:)(?P<m>{AMOUNT}){_UNIT}(?![\d分]))"
)
_BESIDE = re.compile(
    rf"(?P<way>低于|不足|小于|未达到|未达|少于|<|高于|超过|大于|多于|>)(?P<n>{AMOUNT}){_UNIT}(?:的|者|时|部分)*[，]?(?:每|按每)"
)
_ZERO_SIGNED = re.compile(
    rf"(?P<way>低于|小于|不足|未达到|少于|不到|不高于|不超过|<=|≤|<|高于|超过|大于|多于|不低于|达到|>=|≥|>|为|=)"
    rf"(?:比例|标准值)?(?P<n>{AMOUNT})(?P<unit>{_UNIT}){_MARK}(?:及以上|以上|及以下|以下)?(?:的|者|时|部分|则|本项|该项|此项|指标)*[，,]?"
    rf"{NO_POINTS}"
)
_ZERO_BEYOND = re.compile(
    rf"(?P<n>{AMOUNT})(?P<unit>{_UNIT}){_MARK}(?P<way>及以下|以下|及以上|以上)?{_MARK}"
    rf"(?:的|者|时|部分|则|本项|该项|此项|指标)*[，,]?{NO_POINTS}"
)
_LOWER = ("低于", "小于", "不足", "未达到", "未达", "少于", "不到", "不高于", "不超过", "<=", "≤", "<",
          "及以下", "以下")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Level:
    """A level with where it stands; `below` and `above` say to which side it reaches, if it says so."""

    amount: Fraction
    span: Span
    below: bool = False
    above: bool = False
    percent: bool = False


def full(sentence: Sentence) -> Level | None:
    """Where all points are given: 100%得满分, 不超过5%得满分, ≤100%，计5分 (5 being all there are)."""
    for match in _FULL.finditer(sentence.text):
        amount = value(match["n"])
        points = value(match["points"]) if match["points"] else None
        whole = points is None or sentence.weight is None or points == sentence.weight
        if amount is None or not whole:
            continue
        sign, way = match["sign"] or "", match["way"] or ""
        under = sign in ("≤", "<=", "<", "不高于", "不超过", "不大于", "小于等于", "低于")
        over = sign in ("≥", ">=", ">", "达到", "不低于", "不少于", "不小于", "大于等于", "高于")
        return Level(
            amount,
            match.span(),
            below=under or way in ("以下", "及以下", "以内", "之内"),
            above=over or way in ("以上", "及以上"),
            percent="%" in match[0],
        )
    return None


def standard(sentence: Sentence) -> Level | None:
    """The level from which points are taken off: 以100%为标准, a level with all points, 低于95%的，每低…"""
    for pattern in (_STANDARD, _BESIDE):
        for match in pattern.finditer(sentence.text):
            amount = value(match["n"] or match.groupdict().get("m") or "")
            if amount is not None:
                end = match.end() - 1 if pattern is _BESIDE else match.end()
                return Level(amount, (match.start(), end))
    return full(sentence)


def zero(sentence: Sentence, start: int = 0) -> Level | None:
    """Where no points are given: 低于80%不得分, 60%以下不得分, 80%得0分."""
    found = [
        match
        for pattern in (_ZERO_SIGNED, _ZERO_BEYOND)
        if (match := pattern.search(sentence.text, start)) is not None
    ]
    if not found:
        return None
    match = min(found, key=lambda each: each.start())
    amount = value(match["n"])
    if amount is None:
        return None
    way = match["way"] or ""
    named = way not in ("", "为", "=")
    return Level(
        amount,
        match.span(),
        below=named and way in _LOWER,
        above=named and way not in _LOWER,
        percent="%" in match[0] or match["n"].startswith("百分之"),
    )
