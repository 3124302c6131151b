"""Sentences of 比例 and 线性（及格线）: 完成率×分值, （实际完成率-60%）/（1-60%）×分值, 中间按比例."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from models.phrases import levels
from models.phrases.amounts import AMOUNT, NUMBER, WEIGHT, figure, stored, value
from models.phrases.levels import Level
from models.phrases.sentence import Found, Sentence, Span
from models.sayings import saying

_WORTH = rf"(?:该项|本项|此项|指标|标准|对应|的|{NUMBER}分(?![值数])|{WEIGHT})+"
_TIMES = re.compile(
    rf"(?:得分[=:])?[^，。;；=\d]{{0,30}}(?:率|比例|比率|比|程度|度|值|系数|指数|数|量|额|时间|成本|费用|情况)[)\]]?(?:×100%)?[×x*](?:100%×)?{_WORTH}"
    rf"|(?:得分[=:])?{WEIGHT}[×x*][^，。;；=\d]{{1,20}}(?:率|比例|比率|比|程度|度|值|系数)[)\]]?"
)
_BY_SHARE = re.compile(
    r"(?:其余|其他|否则|未达到的?|未完成的?|超过的?|不足的?)?[，]?按(?:照)?(?:实际)?(?P<what>[^，。;；\d]{0,16}?)"
    r"(?P<word>比例|完成率|达成率|比率|比重|之比)(?:计分|计算得分|计算|得分|给分|赋分|折算得分|折算)"
)
_REVERSE = re.compile(
    r"标准值与完成值之比|(?:目标|标准|计划|指标|年度指标|预期|预算)(?:值|数|量|额|时间|成本)?[/÷](?:实际|完成|发生)"
)
_OVER = re.compile(
    rf"(?:达到|超过|大于|高于|≥|>=|>)(?P<cap>{AMOUNT})%?(?:\(含\))?(?:及以上|以上)?(?:的|时)*[，]?"
    rf"(?:视为[^，。;；\d]{{0,10}}[，]?)?扣(?:减|除)?(?P<points>{NUMBER})分"
)
_TARGET = re.compile(rf"达到标准值(?P<n>{AMOUNT})|不超过标准值(?P<m>{AMOUNT})")
_BETWEEN = re.compile(
    r"(?:[^，。;；\d]{0,4}(?:中间|其间|之间|区间内?|期间|介于[^，。;；]{0,16}))?[^，。;；\d得满]{0,4}"
    r"按?(?:照)?(?P<word>直线内插法?|直线插值法?|线性插值法?|内插法|插值法|线性|直线|同比例|比例)"
    r"(?:计算得分|计算|计分|得分|给分|扣分|递减|折算|赋分)?"
)
_PASS_LINE = re.compile(
    rf"及格线:(?P<full>{NUMBER})(?P<unit>[^，]{{0,4}}?)得满分，(?P<zero>{NUMBER})[^，]{{0,4}}?得0分，中间按直线"
    r"(?:，即每(?:低于|超过)[^，]{1,8}扣权重分的[^，]{1,12}%，扣完为止)?"
)
_FORMULA = re.compile(
    rf"(?:得分[=:])?[(\[](?:(?P<value>[^()\d]{{1,20}})-(?P<low>{AMOUNT})%?|(?P<high>{AMOUNT})%?-(?P<other>[^()\d]{{1,20}}))[)\]]"
    rf"[/÷][(\[](?P<from>{AMOUNT})%?-(?P<to>{AMOUNT})%?[)\]](?:[×x*](?:100%[×x*])?{_WORTH})?"
)
_POINTS_WORDS = re.compile(r"要点|部分符合|不符合|每[有发出]")


def ratio(sentence: Sentence) -> Iterator[Found]:
    """比例: 完成率×分值, 按完成比例得分, with a floor and a cap where the sentence names them."""
    if _FORMULA.search(sentence.text) or _PASS_LINE.search(sentence.text):
        return
    times = _TIMES.search(sentence.text)
    shared = None if _POINTS_WORDS.search(sentence.text) else _BY_SHARE.search(sentence.text)
    official = shared is not None and shared["word"] == "之比"
    floor = levels.zero(sentence)
    if floor and levels.full(sentence) and _between(sentence) and not official:
        shared = None
    main = times or shared
    if main is None:
        yield from _floor_only(sentence, floor)
        return
    spans = [main.span()]
    reverse = _REVERSE.search(sentence.text)
    parameters = {"direction": "reverse" if reverse else "forward"}
    if reverse:
        spans.append(reverse.span())
    if floor is not None and not floor.above and 0 < floor.amount <= 100:
        parameters["floor"] = stored(floor.amount) or "0"
        spans.append(_whole(sentence, floor.span, r"该比例"))
    over = _OVER.search(sentence.text)
    if over and not reverse and (value(over["cap"]) or Fraction(0)) >= 100:
        parameters |= {"over_cap": figure(over["cap"]) or "", "over_deduction": figure(over["points"]) or ""}
        spans.append(_whole(sentence, over.span(), r"该比例"))
    target, target_spans = _target(sentence)
    said = saying("按标准值与完成值之比计分" if reverse else "按完成值与标准值之比计分")
    certainty = 3 if times or official else 2
    yield Found("ratio", parameters, (*spans, *target_spans), certainty, said, target)


def linear(sentence: Sentence) -> Iterator[Found]:
    """线性（及格线）: by formula, by its official sentence, or by two levels and what lies between."""
    for match in _PASS_LINE.finditer(sentence.text):
        pair = {"full": figure(match["full"]), "zero": figure(match["zero"])}
        yield Found("linear", pair, (match.span(),), 3, saying("满分点和零分点之间按直线计分"))
    for match in _FORMULA.finditer(sentence.text):
        yield from _by_formula(sentence, match)
    between = _between(sentence)
    top, bottom = levels.full(sentence), levels.zero(sentence)
    if between is None or top is None or bottom is None or top.amount == bottom.amount:
        return
    wrong_way = bottom.below and bottom.amount > top.amount or bottom.above and bottom.amount < top.amount
    if wrong_way:
        return
    spans = (top.span, bottom.span, between)
    pair = {"full": stored(top.amount), "zero": stored(bottom.amount)}
    straight = any(word in sentence.text for word in ("直线", "线性", "插"))
    yield Found("linear", pair, spans, 3 if straight else 2, saying("满分点和零分点之间按直线计分"))
    if not straight and bottom.amount < top.amount <= 100:
        floored = {"direction": "forward", "floor": stored(bottom.amount)}
        said = saying("“按比例”也可以读作完成值与标准值之比，低于起计比例不得分")
        yield Found("ratio", floored, spans, 1, said, top.amount)


def _by_formula(sentence: Sentence, match: re.Match[str]) -> Iterator[Found]:
    texts = [match["low"] or match["high"], match["from"], match["to"]]
    amounts = [value(each) for each in texts]
    if any(each is None for each in amounts):
        return
    known = [each for each in amounts if each is not None]
    shares = "%" in match[0] or all(abs(each) <= 1 for each in known)
    if shares:
        marked = [f"{text}%" in match[0] or text.startswith("百分之") for text in texts]
        known = [each if told else each * 100 for each, told in zip(known, marked, strict=True)]
    one, first, second = known
    full, zero = (first, second) if match["low"] else (second, first)
    if one != zero or full == zero:
        return
    spans = [match.span()]
    for level in (levels.full(sentence), levels.zero(sentence)):
        if level is not None and level.amount in (full, zero):
            spans.append(level.span)
    said = saying("公式在 {0} 处得满分，在 {1} 处得 0 分，中间是直线", stored(full), stored(zero))
    yield Found("linear", {"full": stored(full), "zero": stored(zero)}, tuple(spans), 3, said)


def _floor_only(sentence: Sentence, floor: Level | None) -> Iterator[Found]:
    lone = floor is not None and floor.below and floor.percent and 0 < floor.amount <= 100
    if floor is None or not lone or levels.full(sentence) or "扣" in sentence.text:
        return
    said = saying("只写了多少以下不得分，以上的假定按完成比例计分")
    parameters = {"direction": "forward", "floor": stored(floor.amount)}
    yield Found("ratio", parameters, (floor.span,), 1, said)


def _between(sentence: Sentence) -> Span | None:
    if _POINTS_WORDS.search(sentence.text) or "不足" in sentence.text and "按比例扣分" in sentence.text:
        return None
    match = _BETWEEN.search(sentence.text)
    if match is None or (match["word"] == "比例" and "按" not in match[0]):
        return None
    return match.span()


def _target(sentence: Sentence) -> tuple[Fraction | None, tuple[Span, ...]]:
    match = _TARGET.search(sentence.text)
    if match:
        start = sentence.text.find("得满分", match.end())
        return value(match["n"] or match["m"]), ((match.start(), start + 3 if start >= 0 else match.end()),)
    level = levels.full(sentence)
    if level is not None and level.amount > 0:
        return level.amount, (level.span,)
    said = re.search(r"(?:达到|不超过)标准值得满分", sentence.text)
    return None, (said.span(),) if said else ()


def _whole(sentence: Sentence, span: Span, before: str) -> Span:
    match = re.search(rf"(?:{before})$", sentence.text[: span[0]])
    return (match.start() if match else span[0]), span[1]
