"""Sentences that take points away: 每低于1个百分点扣…, 每发现一处扣…, 逐年上升得满分."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from models.phrases import levels
from models.phrases.amounts import (
    AMOUNT,
    CLASSIFIER,
    NO_POINTS,
    NUMBER,
    TAKEN,
    VERB,
    figure,
    stored,
    taken,
    vague,
    value,
)
from models.phrases.sentence import Found, Sentence, Span
from models.sayings import listing, saying

_LATE = "延迟|逾期|推迟|滞后|延期|超期|延误|晚|迟"
_OVER = f"超过|超出|超支|超|高于|高出|高|增加|增长|上升|上浮|提高|大于|多于|多|{_LATE}"
_UNDER = "低于|低|降低|下降|下浮|减少|减低|少于|少|小于|不足|未达到|欠|差"
_BOTH = "偏离|偏差|相差|浮动|差异|偏高或偏低|增减"
_ONE = rf"(?:{AMOUNT})"
_STEP = re.compile(
    rf"(?P<each>每(?:再)?(?P<way>{_BOTH}|{_OVER}|{_UNDER})(?:于|了|出|过|达|完成)?(?:标准值?|目标值?|达标线|计划|预算|基准值?)?"
    rf"(?P<step>{_ONE})?(?P<unit>%|个?百分点|个?百分比点?|[^\W\d_]{{0,6}}?)"
    rf"|(?P<plain>每(?P<step2>{_ONE})?个百分点))(?:的|时)*[，,]?(?:则|就|相应|再|均)?(?P<taken>{VERB}{TAKEN})"
)
_REST = re.compile(
    r"不足(?P<unit>[^，。;；的按不]{1,10}?)(?:的)?(?:也)?(?P<how>按比例(?:扣分|计算|折算|计)|按[^，。;；]{1,10}?(?:扣分|计算|计扣|计)|不扣分|不计|忽略不计|不扣)"
)
_END = re.compile(
    r"(?:直至|直到)?[扣减]完(?:本项|该项|权重|分值|全部)*(?:分|分值)?为止"
    r"|最低(?:得|为)0分|扣至(?:0分?|零分?)为止"
)
_FIND = (
    r"(?:发现|出现|查出|检查出|新增|有|存在|发生|缺少|缺失|缺|少|漏报|漏|遗漏|违反|违规|不符合"
    r"|未按[^，。;；每]{0,12})"
)
_FAULT = re.compile(
    rf"每{_FIND}?(?P<count>{_ONE})?(?P<unit>{CLASSIFIER}|[^\W\d_个]{{1,3}}?)[^，。;；每扣减\d]{{0,30}}?"
    rf"[，,]?(?:则|就|相应|均)?(?P<taken>{VERB}{TAKEN})"
)
_FAULT_ONE = re.compile(
    rf"(?:有|发现|出现|存在|其中|任何|任意|任|如有|凡有|缺)?(?:一|1)(?P<unit>{CLASSIFIER})"
    rf"(?:不|未|没|缺|违|有误|存在|问题)?[^，。;；每扣减\d]{{0,12}}?[，,]?(?:则|就|相应)?(?P<taken>{VERB}{TAKEN})"
)
_FAULT_SLASH = re.compile(rf"(?P<taken>{VERB}{TAKEN})/(?:每)?(?P<unit>{CLASSIFIER})")
_ZERO_AT = re.compile(
    rf"(?P<sign>达到|累计|达|超过|多于|大于|出现|发现|存在|发生|有)?(?P<n>{NUMBER})(?P<unit>{CLASSIFIER}|[^\W\d_%]{{1,3}}?)"
    rf"(?:\(含\))?(?:及以上|以上)?(?:\(含\))?[^，。;；\d扣得]{{0,8}}[，,]?{NO_POINTS}"
)
_CLEAN = re.compile(
    r"(?:全部|均|都|完全)?(?:符合|合规|规范|齐全|达标|(?:按|无|没有|未发生)[^，。;；]{1,12})[^，。;；\d]{0,6}得满分"
)
_UP = "上升|增长|提高|递增|增加|提升|上涨|改善"
_DOWN = "下降|降低|递减|减少|压减|压缩"
_TREND = re.compile(
    rf"(?:各(?:年|期)[^，。;；]{{0,10}}应)?(?:逐年|逐期|逐季|逐月|连年|连续\w{{1,4}}年|历年|各年|三年|每年|呈)(?:均|都|稳步|持续|保持|呈|应|数值)*"
    rf"(?P<way>{_UP}|{_DOWN})(?:趋势)?(?:的|或持平的?)*[，,]?(?:得满分)?"
)
_BREACH = re.compile(
    rf"(?:每)?有?(?:一|1)(?:年|期|个年度|季度|个月|月)(?:未|没有|不|{_UP}|{_DOWN})[^，。;；扣]{{0,8}}?(?:的)?[，,]?(?P<taken>{VERB}{TAKEN})"
)
_BREACH_ALL = re.compile(
    rf"(?:有(?:一|1)(?:年|期|个年度)未[^，。;；]{{1,6}}?即?|否则[^，。;；\d]{{0,4}}|未[^，。;；\d]{{0,8}}){NO_POINTS}"
)
_LEVEL = re.compile(r"持平[^，。;；]{0,6}?(?P<how>不扣分|得满分|也得满分|视为未\w{2}|不得分|扣分)|或持平")


def deduct(sentence: Sentence) -> Iterator[Found]:
    """偏差扣分: so much off for every step beyond the standard."""
    for match in _STEP.finditer(sentence.text):
        amount = taken(match)
        step = figure(match["step"] or match["step2"] or "1")
        direction = _direction(sentence, match)
        if amount is None or step is None or value(step) in (None, 0) or direction is None:
            continue
        if _is_count(match) and levels.standard(sentence) is None:
            continue
        yield from _deductions(sentence, match, amount, step, direction)


def _deductions(
    sentence: Sentence, match: re.Match[str], amount: tuple[str, str], step: str, direction: str
) -> Iterator[Found]:
    standard, late = levels.standard(sentence), match["way"] in _LATE.split("|")
    fraction, spans, certainty = "pro_rata", [match.span(), *_ends(sentence)], 3
    said = [saying("“{0}”读作偏差扣分", sentence.quote(match.span()))]
    rest = _REST.search(sentence.text)
    if rest:
        fraction = "completed" if "不扣" in rest["how"] or "不计" in rest["how"] else "begun"
        fraction = "pro_rata" if "比例" in rest["how"] else fraction
        spans.append(rest.span())
    elif step != "1" or not match["unit"]:
        certainty, said = 2, [*said, saying("没有写明不足一步怎么扣，按比例")]
    parameters = {"step": step, "points": amount[0], "unit": amount[1]}
    if standard is not None:
        parameters["standard"] = stored(standard.amount) or "0"
        level = levels.full(sentence)
        turned = _turned(level, direction)
        if turned != direction:
            direction, certainty = turned, 2
            said.append(saying("{0} 起得满分，只能是另一边扣分", standard.amount))
        spans += [standard.span, *([level.span] if level and level.amount == standard.amount else [])]
    elif late:
        parameters["standard"] = "0"
    else:
        beside = re.search(r"以标准值为准|达标得满分|达到(?:目标|标准|计划)值?得满分", sentence.text)
        spans += [beside.span()] if beside else []
        said += [] if beside else [saying("没有写明标准，用指标的标准值")]
    if vague(match):
        certainty, said = 2, [*said, saying("“扣百分之几”读作分值的百分数")]
    parameters |= {"direction": direction, "fraction": fraction}
    found = Found("deduct", parameters, tuple(spans), certainty, listing(said, "；"))
    yield found
    yield from _as_line(found)


def _turned(level: levels.Level | None, direction: str) -> str:
    """Points go off on the side where not all are given: 节约率≥0得满分，每超支1%扣… falls below 0."""
    if level is None or level.above == level.below:
        return direction
    return "under" if level.above else "over"


def _as_line(found: Found) -> Iterator[Found]:
    """The same deduction as a pass line: 5% of the points for each of 20 steps is 100 full, 80 zero."""
    given = found.parameters
    points = Fraction(given["points"])
    even = given["unit"] == "分值%" and given["fraction"] == "pro_rata" and points > 0
    if not even or "standard" not in given or given["direction"] == "both":
        return
    reach = Fraction(given["step"]) * 100 / points
    full = Fraction(given["standard"])
    zero = stored(full - reach if given["direction"] == "under" else full + reach)
    if zero is not None:
        said = saying("与线性相同：{0} 得满分，{1} 得 0 分，中间按直线", given["standard"], zero)
        yield Found("linear", {"full": given["standard"], "zero": zero}, found.spans, 2, said)


def _is_count(match: re.Match[str]) -> bool:
    unit = match["unit"] or ""
    count = bool(re.fullmatch(CLASSIFIER, unit)) or bool(re.match(CLASSIFIER, unit))
    single = value(match["step"] or "1") == 1
    return count and single and match["way"] is not None and "百分" not in unit


def _direction(sentence: Sentence, match: re.Match[str]) -> str | None:
    way = match["way"]
    if way is None:
        before = re.findall(rf"{_BOTH}|{_OVER}|{_UNDER}", sentence.text[: match.start()])
        way = before[-1] if before else None
    if way is None:
        return None
    if way in _BOTH.split("|"):
        return "both"
    return "under" if way in _UNDER.split("|") else "over"


def faults(sentence: Sentence) -> Iterator[Found]:
    """计数扣分: so much off for each fault, with the count at which all is lost where it is named."""
    for pattern in (_FAULT, _FAULT_ONE, _FAULT_SLASH):
        for match in pattern.finditer(sentence.text):
            counted = match.groupdict().get("count")
            amount = taken(match)
            if amount is None or _is_trend(sentence, match) or "百分" in match[0][:12]:
                continue
            if counted and value(counted) != 1:
                yield from _several(sentence, match, counted, amount)
                continue
            yield _fault(sentence, match, amount)
            return


def _fault(sentence: Sentence, match: re.Match[str], amount: tuple[str, str]) -> Found:
    parameters = {"points": amount[0], "unit": amount[1]}
    spans = [match.span(), *_ends(sentence)]
    at = next((each for each in _ZERO_AT.finditer(sentence.text) if not _inside(each, match)), None)
    if at is not None and "%" not in at[0]:
        count = (value(at["n"]) or Fraction(0)) + int(at["sign"] in ("超过", "多于", "大于"))
        if count >= 2 and count.denominator == 1:
            parameters["zero_at"] = stored(count) or "2"
            spans.append(at.span())
    clean = _CLEAN.search(sentence.text)
    spans += [clean.span()] if clean else []
    said = saying("“{0}”读作按处数扣分", sentence.quote(match.span()))
    level = levels.full(sentence) or (levels.zero(sentence) if at is None else None)
    certainty = 2 if vague(match) or (level is not None and level.percent) else 3
    return Found("faults", parameters, tuple(spans), certainty, said)


def _several(
    sentence: Sentence, match: re.Match[str], counted: str, amount: tuple[str, str]
) -> Iterator[Found]:
    step = figure(counted)
    if step is None or Fraction(step) <= 0 or _STEP.search(sentence.text):
        return
    parameters = {"standard": "0", "direction": "over", "step": step, "points": amount[0], "unit": amount[1],
                  "fraction": "completed"}  # fmt: skip
    said = saying("每 {0} 处扣一次，读作以 0 为标准的偏差扣分，不足 {0} 处的不扣", step)
    yield Found("deduct", parameters, (match.span(), *_ends(sentence)), 1, said)


def trend(sentence: Sentence) -> Iterator[Found]:
    """逐期变化: a series that has to rise or fall every period."""
    match = _TREND.search(sentence.text)
    if match is None:
        return
    direction = "up" if match["way"] in _UP.split("|") else "down"
    parameters: dict[str, object] = {"direction": direction, "points": "all"}
    spans: list[Span] = [match.span(), *_ends(sentence)]
    breach, strict = _BREACH.search(sentence.text), _BREACH_ALL.search(sentence.text)
    amount = taken(breach) if breach else None
    if breach and amount:
        parameters |= {"points": amount[0], "unit": amount[1]}
        spans.append(breach.span())
    elif strict:
        spans.append(strict.span())
    level = _LEVEL.search(sentence.text)
    if level:
        parameters["equal_ok"] = level["how"] in (None, "不扣分", "得满分", "也得满分")
        spans.append(level.span())
    certainty = 3 if amount or strict or "得满分" in match[0] else 2
    said = saying(
        "各期数值应逐期变化"
        if amount or strict
        else "各期数值应逐期变化；没有写明未达到怎么扣，按一期未达到即不得分"
    )
    yield Found("trend", parameters, tuple(spans), certainty, said)


def _is_trend(sentence: Sentence, match: re.Match[str]) -> bool:
    return _TREND.search(sentence.text) is not None and _BREACH.search(match[0]) is not None


def _inside(one: re.Match[str], other: re.Match[str]) -> bool:
    return one.start() < other.end() and other.start() < one.end()


def _ends(sentence: Sentence) -> list[Span]:
    return [match.span() for match in _END.finditer(sentence.text)]
