"""Sentences of 分档: 执行率≥95%得5分，90%（含）-95%得4分，… with every usual mark of an end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from models.phrases import ranges
from models.phrases.amounts import NO_POINTS, NUMBER, OWN, PERCENT, WEIGHT, stored, value
from models.phrases.levels import GIVEN
from models.phrases.ranges import Range
from models.phrases.sentence import Found, Sentence, Span
from models.sayings import listing, saying

_SCORE = re.compile(
    rf"(?P<none>{NO_POINTS})"
    rf"|从(?P<from>{NUMBER})分到(?P<to>{NUMBER})分按直线内插"
    rf"|{GIVEN}(?P<full>满分|全分)"
    rf"|{GIVEN}{OWN}{WEIGHT}的?(?P<share>{PERCENT})"
    rf"|{GIVEN}(?P<share2>{PERCENT})的?{OWN}{WEIGHT}"
    rf"|{GIVEN}(?P<share3>{PERCENT})(?=[，。;；]|$)"
    rf"|{GIVEN}(?P<points>{NUMBER})分(?![之值])"
)
_ELSE = re.compile(r"其他|其余|否则|反之|除此之外")
_LINES = re.compile(r"每[^，。;；]{0,20}[扣减]|按比例|线性|中间按|×|要点")


@dataclass(frozen=True, slots=True)
class _Tier:
    range: Range | None
    score: Fraction
    score_to: Fraction | None
    span: Span


def tiers(sentence: Sentence) -> Iterator[Found]:
    """The bands with their scores; nothing where something else than bands decides."""
    if _LINES.search(sentence.text):
        return
    read = _tiers(sentence)
    if read is None:
        return
    given = [each.range for each in read if each.range is not None]
    spans = tuple(each.span for each in read)
    lone = len(read) == 1 and read[0].score > 0 and not sentence.unread(spans)
    if not given or (len(read) < 2 and not lone):
        return
    settled, assumed = ranges.settled(_opened(given))
    whole = _with_rest(read, settled)
    if whole is None:
        return
    bands = [_band(found, tier) for found, tier in zip(whole, read, strict=True)]
    gap = _gap(whole)
    said: list[str] = [saying("读作 {0} 档", len(bands))]
    said += [saying("界限上的值归上面一档，原文没有写明")] if assumed else []
    said += [saying("{0} 不在任何一档内", gap)] if gap else []
    certainty = 1 if lone else 2 if assumed or gap else 3
    yield Found("tiers", {"bands": bands}, spans, certainty, listing(said, "；"))


def _tiers(sentence: Sentence) -> list[_Tier] | None:
    found, start = [], 0
    for match in _SCORE.finditer(sentence.text):
        scores = _scores(sentence, match)
        head = ranges.find(sentence.text, start, match.start())
        remainder = _ELSE.search(sentence.text, start, match.start())
        if not head and not remainder:
            start = match.end()
            continue
        if scores is None:
            return None
        place, one = head[-1] if head else ((remainder.start(), 0), None)  # type: ignore[union-attr]
        between = sentence.text[head[-1][0][1] : match.start()] if head else ""
        if not re.fullmatch(r"[^\d。;；扣得]{0,12}", between):
            start = match.end()
            continue
        found.append(_Tier(one, *scores, (place[0], match.end())))
        start = match.end()
    return found


def _scores(sentence: Sentence, match: re.Match[str]) -> tuple[Fraction, Fraction | None] | None:
    weight = sentence.weight
    if match["none"]:
        return Fraction(0), None
    if match["from"]:
        low, high = value(match["from"]), value(match["to"])
        return None if low is None else (low, high)
    if match["full"]:
        return None if weight is None else (weight, None)
    if share := value(match["share"] or match["share2"] or match["share3"] or ""):
        return None if weight is None else (weight * share / 100, None)
    points = value(match["points"] or "")
    return None if points is None else (points, None)


def _opened(given: Sequence[Range]) -> list[Range]:
    """A lone figure at the outer edge reaches outwards: 100%得满分 beside 90%-100%."""
    lows = [each.low for each in given if each.low is not None and not each.bare]
    highs = [each.high for each in given if each.high is not None and not each.bare]
    top = max((*lows, *highs), default=Fraction(0))
    return [
        Range(each.low, None, True, True) if each.bare and each.low is not None and each.low >= top else each
        for each in given
    ]


def _with_rest(read: Sequence[_Tier], settled: Sequence[Range]) -> list[Range] | None:
    """The ranges with 其他 put below or above all others, whichever side is open."""
    known = iter(settled)
    lows = [each.low for each in settled]
    highs = [each.high for each in settled]
    below = None not in lows
    above = None not in highs
    rest = None
    if below and (not above or _rising(read)):
        low = min((each for each in settled), key=lambda each: each.low or Fraction(0))
        rest = Range(None, low.low, True, not low.low_closed)
    elif above:
        high = max((each for each in settled), key=lambda each: each.high or Fraction(0))
        rest = Range(high.high, None, not high.high_closed, True)
    whole = []
    for tier in read:
        one = next(known) if tier.range is not None else rest
        if one is None:
            return None
        whole.append(one)
    return whole


def _rising(read: Sequence[_Tier]) -> bool:
    known = sorted((each.range.low or Fraction(0), each.score) for each in read if each.range is not None)
    return known[0][1] <= known[-1][1]


def _band(found: Range, tier: _Tier) -> dict[str, object]:
    return {
        "from": None if found.low is None else stored(found.low),
        "from_closed": found.low is not None and bool(found.low_closed),
        "to": None if found.high is None else stored(found.high),
        "to_closed": found.high is not None and bool(found.high_closed),
        "score": stored(tier.score),
        "score_to": None if tier.score_to is None else stored(tier.score_to),
    }


def _gap(whole: Sequence[Range]) -> str:
    """The first values between two bands that neither covers."""
    ends = sorted(
        whole, key=lambda each: (each.low is not None, each.low or Fraction(0), not each.low_closed)
    )
    for one, after in zip(ends, ends[1:], strict=False):
        if one.high is None or after.low is None:
            continue
        if one.high < after.low:
            return saying("{0} 到 {1} 之间的值", stored(one.high), stored(after.low))
        if one.high == after.low and not one.high_closed and not after.low_closed:
            return f"{stored(one.high)}"
    return ""
