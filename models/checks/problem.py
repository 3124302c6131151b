"""What a check yields: a problem with its place, the two values that disagree, one sentence."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from models.sayings import listing, saying

LABELS: Mapping[str, str] = MappingProxyType(
    {
        "rows.required": "缺必填项",
        "rows.unique": "编号或名称重复",
        "rows.dangling": "引用的行不存在",
        "rows.voided": "引用了作废的行",
        "rows.cycle": "上级成环",
        "rows.project": "缺项目信息",
        "money.items": "合同明细与合同金额不符",
        "money.terms": "付款条款与合同金额不符",
        "money.overpaid": "付款超过合同金额",
        "money.declared": "申报数与明细、付款不符",
        "money.declared_total": "申报合计与付款不符",
        "money.unbacked": "申报已支付没有明细",
        "money.over_quota": "支出超过总指标",
        "money.standard": "数量乘标准与金额不符",
        "money.obligations": "未付合同款大于结余",
        "money.after_year": "年度终了后的支出",
        "money.concentrated": "结余集中在一个项目",
        "money.term_early": "付款早于条件成就",
        "money.term_share": "付款超过条款应付",
        "money.term_unmet": "付款条件是否成就未填",
        "budget.execution": "预算执行率低于标准值",
        "budget.adjustment": "预算调整率超过标准值",
        "budget.carry_over": "结余结转率超过标准值",
        "budget.no_rate": "预算指标无法计算",
        "budget.reduction": "预算调减应为负数",
        "budget.bracket": "文号年份括号不规范",
        "budget.prefix": "同一文号两种字头",
        "time.before_signing": "服务开始早于合同签订",
        "time.planned_before_contract": "计划验收早于合同签订",
        "time.order": "日期先后颠倒",
        "time.steps": "项目节点先后颠倒",
        "time.after_report": "日期晚于报告日期",
        "time.late_acceptance": "验收晚于计划",
        "time.not_accepted": "到期未验收",
        "time.accepted_long_after": "服务结束很久才验收",
        "time.review_due": "已验收未结算、决算",
        "time.review_undue": "结算、决算未开展且无验收日期",
        "procurement.renewal": "续签未见竞争性采购程序",
        "procurement.mode": "合同未填采购方式",
        "procurement.free_item": "合同明细金额为零",
        "procurement.gap": "续签与原合同服务期不衔接",
        "procurement.prorated": "续签额按月折算",
        "procurement.twice": "同一服务重复签约",
        "scores.weights": "分值合计不等于 100",
        "scores.branch_weight": "上级分值与下级之和不符",
        "scores.effects": "产出和效益分值偏低",
        "scores.above_weight": "得分超过分值",
        "scores.override_reason": "调整得分未写理由",
        "scores.override_branch": "上级指标不能调整得分",
        "scores.broken": "指标无法计分",
        "scores.missing": "指标缺数据",
        "scores.open": "指标未评",
        "scores.unassessable": "无法考核的指标",
        "scores.cap": "封顶或一票否决",
        "scores.near_bound": "总分接近等次界限",
        "scores.lost_without_finding": "失分没有对应问题",
        "scores.lost_without_opinion": "失分没有评价意见",
        "scores.finding_without_deduction": "问题没有扣分",
        "scores.deducted_too_much": "扣分多于失分",
        "scores.satisfaction": "满意度得分没有调查",
        "scores.scaled": "折算后按分计的指标",
        "targets.goal": "绩效目标不可衡量或写成完成时",
        "targets.missed": "目标未完成未说明",
        "targets.far_above": "完成值远超指标值",
        "targets.delivered": "实际数量与约定不符",
        "papers.requests": "资料未齐",
        "papers.regulation": "制度缺失或不完整",
        "papers.finding_without_advice": "问题没有对应建议",
        "papers.advice_without_finding": "建议没有对应问题",
        "papers.roster": "签到名单有缺漏",
        "papers.two_states": "同一制度两种结论",
        "papers.alike": "两处内容重复",
        "papers.opinion": "反馈意见未答复",
        "papers.rectification": "整改逾期",
        "papers.evidence": "没有关联佐证",
        "report.field": "报告里的字段有误",
        "report.pinned": "手改的数字与数据不一致",
    }
)
"""Every live check by its id, with the words people know it by."""


class Severity(StrEnum):
    """How much a problem weighs, gravest first."""

    ERROR = "错误"
    DOUBT = "疑点"
    HINT = "提示"


SEVERITIES = tuple(Severity)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a problem stands; `row` and `field` are empty where it is about more than one."""

    table: str
    row: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong or doubtful.

    `found` is what stands there and `expected` what it should agree with, both in exchange form (money
    in 万元). The fingerprint stays while the same problem stays; a person's `verdict` hangs on it.
    """

    check: str
    severity: Severity
    place: Place
    message: str
    found: str | None
    expected: str | None
    fingerprint: str
    verdict: str = ""

    @property
    def label(self) -> str:
        """The check's name for people."""
        return LABELS[self.check]

    @property
    def settled(self) -> bool:
        """Whether a person has answered it as 已解释 or 误报."""
        return self.verdict in ("已解释", "误报")


def problem(
    check: str,
    severity: Severity,
    place: Place,
    message: str,
    *,
    found: str | None = None,
    expected: str | None = None,
    mark: str = "",
    about: str = "",
) -> Problem:
    """A problem with its fingerprint.

    The fingerprint is made of check and place, and of `mark` where a place can have several; a problem
    that gathers several rows is told by what it is `about` instead, as its first row may change.
    """
    where = (about,) if about else (place.table, place.row, place.field)
    text = "\x1f".join((check, *where, mark))
    fingerprint = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Problem(check, severity, place, message, found, expected, fingerprint)


def quoted(name: str | None) -> str:
    """A row's name in quotation marks; those inside it become single ones."""
    return f"“{inside(name)}”" if name else saying("“未命名”")


def inside(name: str) -> str:
    """A name as it stands within quotation marks."""
    return name.replace("“", "‘").replace("”", "’")


def called(name: str | None) -> str:
    """A row's name without marks."""
    return name or saying("未命名")


def first_of(names: Sequence[str], most: int, between: str = "、") -> str:
    """The first names of several, with a word for the others where there are more than `most`."""
    shown = listing(names[:most], between)
    return saying("{0}等", shown) if len(names) > most else shown
