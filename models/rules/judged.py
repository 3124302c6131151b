"""Rules that score what people judge: 是否, 定性三档, 专家评分 and 直接评分."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from models.rules.case import Case, Need, Outcome, Parameters, Rule, not_scored
from models.rules.interval import ENDS, first_empty, interval
from models.rules.parameters import Parameter, ParameterKind
from models.rules.wording import figure, points
from models.sayings import joined, saying, word
from models.tables.indicators import RULE_WORDS

TRIMMED = 3
"""The fewest experts of whom one highest and one lowest score can be left out."""


def _score_yesno(parameters: Parameters, case: Case) -> Outcome:
    if case.value is None:
        return not_scored(saying("缺结论：请填 1（是）或 0（否）"))
    if case.value not in (0, 1):
        return not_scored(saying("完成值为 {0}，应填 1（是）或 0（否）", figure(case.value)))
    if case.value == 1:
        return Outcome(case.weight, saying("是，得满分 {0}", points(case.weight)))
    return Outcome(Fraction(0), saying("否，得 0 分"))


def _describe_yesno(parameters: Parameters, case: Case) -> str:
    return saying("符合得满分，不符合不得分")


def _band(name: str, low: int, high: int, *, top: bool = False) -> Mapping[str, Any]:
    ends = {"from": Fraction(low), "from_closed": True, "to": Fraction(high), "to_closed": top}
    return {"name": name, **ends}


_BANDS = (
    Parameter(
        "bands",
        "各档",
        ParameterKind.ROWS,
        default=(_band("达成", 80, 100, top=True), _band("部分达成", 60, 80), _band("未达成", 0, 60)),
        columns=(Parameter("name", "名称", ParameterKind.NAME, required=True), *ENDS),
    ),
)


def _score_bands(parameters: Parameters, case: Case) -> Outcome:
    attainment, share = case.attainment, case.share
    if attainment is None:
        return not_scored(saying("缺定性结论"))
    said = word(attainment)
    row = next((each for each in parameters["bands"] if each["name"] == attainment), None)
    if row is None:
        return not_scored(saying("规则参数里没有“{0}”这一档", said))
    within = interval(row).text("%")
    if share is None:
        return not_scored(saying("缺档内比例：“{0}”为 {1}", said, within))
    if not 0 <= share <= 100 or not interval(row).holds(share):
        return not_scored(saying("档内比例 {0}% 不在“{1}”一档（{2}）内", figure(share), said, within))
    return Outcome(
        case.weight * share / 100, saying("{0}：{1} × {2}%", said, points(case.weight), figure(share))
    )


def _bands_fault(parameters: Parameters) -> str:
    rows = parameters["bands"]
    names = [row["name"] for row in rows]
    for name in names:
        if names.count(name) > 1:
            return saying("“{0}”这一档写了两次。请只留一个", name)
    return first_empty(rows)


def _describe_bands(parameters: Parameters, case: Case) -> str:
    bands = (saying("{0}，{1}", word(row["name"]), interval(row).text("%")) for row in parameters["bands"])
    return saying("按结论分档，在档内确定得分占分值的比例：{0}", joined(saying("；"), bands))


_EXPERTS = (
    Parameter("trim", "去掉最高最低", ParameterKind.FLAG, default=False, help="各去掉一个，至少三位专家"),
    Parameter("least", "最少专家数", default=Fraction(1), minimum=Fraction(1), whole=True, unit="位"),
)


def _score_experts(parameters: Parameters, case: Case) -> Outcome:
    scores, trim = case.scores, parameters["trim"]
    least = max(parameters["least"], Fraction(TRIMMED)) if trim else parameters["least"]
    if len(scores) < least:
        return not_scored(saying("只有 {0} 位专家评分，至少要 {1} 位", len(scores), figure(least)))
    for each in scores:
        if not 0 <= each <= case.weight:
            return not_scored(
                saying("有专家评 {0} 分，不在 0 到分值 {1} 之间", points(each), points(case.weight))
            )
    ranked = sorted(scores)
    kept = ranked[1:-1] if trim else list(scores)
    low, high = ranked[0], ranked[-1]
    trimmed = saying("去掉最高 {0} 和最低 {1}，", points(high), points(low)) if trim else ""
    listed = joined(" + ", map(points, kept))
    spread = saying("极差 {0}（{1} 至 {2}）", points(high - low), points(low), points(high))
    mean = sum(kept, Fraction(0)) / len(kept)
    return Outcome(
        mean, saying("{0} 位专家，{1}；{2}（{3}）÷ {4}", len(scores), spread, trimmed, listed, len(kept))
    )


def _describe_experts(parameters: Parameters, case: Case) -> str:
    least = max(parameters["least"], Fraction(TRIMMED if parameters["trim"] else 1))
    if parameters["trim"]:
        return saying("专家评分去掉一个最高分和一个最低分后取平均值，专家不少于{0}位", figure(least))
    return saying("专家评分取平均值，专家不少于{0}位", figure(least))


def _score_manual(parameters: Parameters, case: Case) -> Outcome:
    if case.value is None:
        return not_scored(saying("还没有评分"))
    return Outcome(case.value, saying("评价人员评 {0} 分", points(case.value)))


def _describe_manual(parameters: Parameters, case: Case) -> str:
    return saying("由评价人员直接评分并说明理由")


YESNO = Rule("yesno", RULE_WORDS["yesno"], (Need.VALUE,), (), _score_yesno, _describe_yesno)
BANDS = Rule(
    "bands",
    RULE_WORDS["bands"],
    (Need.ATTAINMENT,),
    _BANDS,
    _score_bands,
    _describe_bands,
    '{"bands":[{"name":"达成","from":"80","from_closed":true,"to":"100","to_closed":true},'
    '{"name":"部分达成","from":"60","from_closed":true,"to":"80","to_closed":false},'
    '{"name":"未达成","from":"0","from_closed":true,"to":"60","to_closed":false}]}',
    _bands_fault,
)
EXPERTS = Rule(
    "experts",
    RULE_WORDS["experts"],
    (Need.SCORES,),
    _EXPERTS,
    _score_experts,
    _describe_experts,
    '{"trim":true,"least":"3"}',
)
MANUAL = Rule("manual", RULE_WORDS["manual"], (Need.VALUE,), (), _score_manual, _describe_manual)
