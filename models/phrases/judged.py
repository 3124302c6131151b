"""Sentences of rules that people judge: 要点, 是否, 定性三档, 专家评分, 直接评分."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from models.phrases import ranges
from models.phrases.amounts import NO_POINTS, NUMBER, figure, stored
from models.phrases.levels import GIVEN
from models.phrases.ranges import Range
from models.phrases.sentence import Found, Sentence, Span
from models.sayings import saying

ATTAINMENTS = ("达成", "部分达成", "未达成")

_YES = re.compile(
    rf"(?P<yes>(?:[^，。;；]{{0,40}}?)(?:的|则|时)*[，,]?{GIVEN}(?:满分|全分|{NUMBER}分(?![之值])|权重分(?!的)|分(?![值数\d])))"
    rf"[，,。;；]?(?P<no>(?:否则|反之|否|不符合|不满足|不具备|不达标|不是|不合格|未[^，。;；\d]{{0,16}}|没有?[^，。;；\d]{{0,16}}|无|不[^，。;；\d得]{{0,16}}|"
    rf"(?:如|若|一旦)?(?:发生|出现|存在|有)[^，。;；\d]{{0,16}}|其他|其余)(?:的|则|时|本项|该项)*[，,]?{NO_POINTS})"
)
_GIVEN = re.compile(rf"(?<!不){GIVEN}(?:满分|全分|[\d.]+分(?<!得0分)|分)")
_POINTS = re.compile(
    r"(?:各|每(?:一|个|条|项)*|\d+个?|[一二三四五六七八九十]+个?)?(?:评价|考核)?(?:要点|要素)[^。;；]{0,60}"
    r"|[^，。;；]{0,12}符合[^，。;；]{0,6}得满分，部分符合[^。;；]{0,40}"
)
_EACH_POINT = re.compile(
    rf"每?(?:符合|满足|具备|达到|完成|做到|有)(?:其中)?(?:一|1)(?:项|条|个|点)(?:要点|要素|要求|条件|标准)?[^，。;；\d]{{0,8}}[，,]?"
    rf"得(?:{NUMBER}分|\d/\d{{1,2}}(?:的)?(?:权重)?(?:分值?)?|权重分?的?{NUMBER}%|{NUMBER}%的?(?:权重|分值)分?)"
)
_SHARES = re.compile(
    rf"(?:依次|分别)?占(?:分值|权重|权重分|指标分值)的?"
    rf"(?P<all>{NUMBER}%(?:[、，和]{NUMBER}%)*)"
)
_POINT_TAIL = re.compile(
    r"各要点[^，。;；]{0,40}(?=，)|未填的平均分配|平均分配(?:分值)?|符合得满分|部分符合(?:的)?按比例得分|不符合(?:的)?不得分|"
    r"不适用的要点不计|其分值由其余要点分摊"
)
_UNASSESSABLE = re.compile(rf"无法考核的要点(?:{NO_POINTS}|得满分)")
_BANDS = re.compile(r"部分达成|基本达成")
_OFFICIAL_BANDS = re.compile(r"按结论分档，在档内确定得分占分值的比例:(?P<rows>.+)")
_EXPERTS = re.compile(
    r"[^，。;；\d]{0,10}专家[^，。;；]{0,10}(?:评分|打分|评审|评议|评价)[^。;；]{0,40}?(?:平均[值分数]?|均值)"
    r"|[^，。;；]{0,12}(?:评分|打分)[^，。;；]{0,20}(?:平均[值分数]?|均值)"
)
_TRIM = re.compile(r"去(?:掉|除)?(?:一个|1个)?最高分?(?:、|和|及|与|，)?(?:去掉)?(?:一个|1个)?最低分?(?:后)?")
_LEAST = re.compile(
    rf"(?:不少于|至少|不低于|≥)(?P<n>{NUMBER})(?:位|名|人|个)"
    rf"|(?P<m>{NUMBER})(?:位|名)(?:及)?以上专家"
)
_MANUAL = re.compile(
    r"(?:酌情|视情况?|视情节[^，。;；]{0,6}|视程度|综合评定|综合判断|自由裁量)[^，。;；]{0,10}|"
    r"由评价(?:人员|组|小组|工作组)(?:直接|综合)?[^，。;；]{0,8}评?分[^，。;；]{0,10}|(?:直接|主观)(?:评分|打分|赋分)"
)


def points(sentence: Sentence) -> Iterator[Found]:
    """要点: shares equal or named, 部分符合 in part."""
    text = sentence.text
    match, each = _POINTS.search(text), _EACH_POINT.search(text)
    if match is None and each is None:
        return
    spans = [*(one.span() for one in (match, each) if one), *_tail(text)]
    parameters: dict[str, Any] = {"shares": "equal"}
    shares = _SHARES.search(text)
    if shares:
        parameters["shares"] = [figure(one) for one in re.findall(NUMBER, shares["all"])]
        spans.append(shares.span())
    state = _UNASSESSABLE.search(text)
    if state:
        parameters["unassessable"] = "full" if state[0].endswith("得满分") else "none"
        spans.append(state.span())
    counted = re.search(r"[扣减]", text) is not None and "部分符合" not in text
    certain = match is not None and not counted and ("符合" in text or "具备" in text or "平均" in text)
    said = saying(
        "按要点评：每个要点写成下级一行，占比平均"
        if parameters["shares"] == "equal"
        else "按要点评：每个要点写成下级一行"
    )
    yield Found("points", parameters, tuple(spans), 3 if certain else 2 if each and not counted else 1, said)


def yesno(sentence: Sentence) -> Iterator[Found]:
    """是否: 符合得满分，不符合不得分."""
    if re.search(r"部分[符达完]|要点|基本达成", sentence.text) or len(_GIVEN.findall(sentence.text)) > 1:
        return
    for match in _YES.finditer(sentence.text):
        if ranges.find(match["yes"].split("得")[0]) or ranges.find(match["no"]):
            continue
        partial = "扣" in sentence.text[: match.start()] + sentence.text[match.end() :]
        yield Found("yesno", {}, (match.span(),), 2 if partial else 3, saying("只有得满分和不得分两种结论"))
        return


def bands(sentence: Sentence) -> Iterator[Found]:
    """定性三档: 达成、部分达成、未达成 with the share of the points that each may get."""
    official = _OFFICIAL_BANDS.search(sentence.text)
    if official:
        yield from _official(official)
        return
    told = _BANDS.search(sentence.text)
    found = [(span, one) for span, one in ranges.find(sentence.text) if _is_share(one)]
    if told is None or len(found) != len(ATTAINMENTS):
        return
    whole = sorted((_closed(one) for _, one in found), key=lambda one: -(one.low or 0))
    settled, assumed = ranges.settled(whole)
    rows = [_row(name, one) for name, one in zip(ATTAINMENTS, settled, strict=True)]
    start = min(sentence.text.find("达成"), found[0][0][0])
    spans: tuple[Span, ...] = ((start, found[-1][0][1]),)
    said = saying(
        "达成、部分达成、未达成三档；界限上的值归上面一档，原文没有写明"
        if assumed
        else "达成、部分达成、未达成三档"
    )
    yield Found("bands", {"bands": rows}, spans, 2 if assumed else 3, said)


def _official(match: re.Match[str]) -> Iterator[Found]:
    rows = []
    for each in match["rows"].strip("。").split(";"):
        name, _, rest = each.partition("，")
        found = ranges.find(rest)
        if not name or len(found) != 1:
            return
        rows.append(_row(name, ranges.settled([found[0][1]])[0][0]))
    yield Found("bands", {"bands": rows}, (match.span(),), 3, saying("按结论分 {0} 档", len(rows)))


def experts(sentence: Sentence) -> Iterator[Found]:
    """专家评分: the mean, with or without the highest and lowest."""
    match = _EXPERTS.search(sentence.text)
    if match is None:
        return
    spans, parameters = [match.span()], {"trim": False, "least": "1"}
    if trim := _TRIM.search(sentence.text):
        spans.append(trim.span())
        parameters |= {"trim": True, "least": "3"}
    if least := _LEAST.search(sentence.text):
        before = re.search(r"专家(?:人数)?$", sentence.text[: least.start()])
        spans.append((before.start() if before else least.start(), least.end()))
        parameters["least"] = figure(least["n"] or least["m"]) or "1"
    certainty = 3 if "专家" in sentence.text else 2
    yield Found("experts", parameters, tuple(spans), certainty, saying("几位专家评分取平均值"))


def manual(sentence: Sentence) -> Iterator[Found]:
    """直接评分: the evaluator decides, with a reason."""
    found = tuple(match.span() for match in _MANUAL.finditer(sentence.text))
    if found:
        quoted = sentence.quote(found[0])
        yield Found("manual", {}, found, 2, saying("“{0}”要由评价人员直接评分并说明理由", quoted))


def _tail(text: str) -> Sequence[Span]:
    return [match.span() for match in _POINT_TAIL.finditer(text)]


def _is_share(one: Range) -> bool:
    return not one.bare and all(end is None or 0 <= end <= 100 for end in (one.low, one.high))


def _closed(one: Range) -> Range:
    low = Fraction(0) if one.low is None else one.low
    high = Fraction(100) if one.high is None else one.high
    return replace(
        one,
        low=low,
        high=high,
        low_closed=True if low == 0 else one.low_closed,
        high_closed=True if high == 100 else one.high_closed,
    )


def _row(name: str, one: Range) -> dict[str, Any]:
    return {
        "name": name,
        "from": None if one.low is None else stored(one.low),
        "from_closed": bool(one.low_closed),
        "to": None if one.high is None else stored(one.high),
        "to_closed": bool(one.high_closed),
    }
