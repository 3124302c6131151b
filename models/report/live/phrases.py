"""Sentences that write themselves: fields whose words, not only figures, follow from the data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from models.fields import Row
from models.report import (
    analysis,
    background,
    conclusion,
    contracts,
    differences,
    findings,
    management,
    money,
    opening,
    progress,
    regulations,
    remaining,
    results,
    self_report,
    spending,
)
from models.report.material import NAME, Material, named_fund
from models.report.wording import Piece

Phrase = Callable[[Material], Iterable[Piece]]
RowPhrase = Callable[[Material, Row], Iterable[Piece]]
KeyedPhrase = Callable[[Material, str], Iterable[Piece]]

PHRASES: Mapping[str, Phrase] = {
    "简称说明": opening.short_name,
    "评价依据": opening.grounds,
    "其他评价依据": opening.further_grounds,
    "评价主体": opening.evaluator,
    "评价时间": opening.when,
    "评价方面": opening.aspects,
    "评价方面说明": opening.comparing,
    "资金项目名单": opening.fund_names,
    "现场核查情况": opening.inspected,
    "指标体系说明": opening.framework_source,
    "一级指标分值": opening.weights,
    "等次说明": opening.bands,
    "评分表位置": opening.score_table_place,
    "支付构成": money.paid_by_fund,
    "总指标构成": money.quota_by_kind,
    "有结余的项目": money.balances,
    differences.TOTAL: differences.of_total,
    "资金管理制度": management.money_regulations,
    "采购方式构成": management.by_procurement,
    "未付合同款": management.obligations,
    "凭证抽查": management.vouchers,
    "已制定制度数": regulations.count_made,
    "已有制度": regulations.in_force,
    "制度欠缺": regulations.lacking,
    "制度执行情况": regulations.kept,
    "绩效指标完成说明": results.reached,
    "评价结果": conclusion.result,
    "得分情况说明": conclusion.judgement,
    "得分较高的方面": conclusion.strong,
    "封顶和否决说明": conclusion.ceilings,
    "资料提供情况": remaining.papers,
    "未计分指标": remaining.unscored,
    "其他事项结语": remaining.closing_words,
    **{f"{name}对照": partial(money.beside_standard, name=name) for name in money.STANDARDS},
    **{f"{name}算式": partial(money.worked, name=name) for name in money.STANDARDS},
}
"""By name, what is said of the whole project."""

ROW_PHRASES: Mapping[tuple[str, str], RowPhrase] = {
    ("资金", NAME): named_fund,
    ("资金", "年度绩效指标"): background.targets,
    ("资金", "支付构成"): spending.paid_for,
    ("资金", "结余说明"): spending.balance,
    ("资金", "合同进展"): progress.acceptance,
    ("资金", "主要数据"): results.figures_used,
    ("资金", "自评得分"): self_report.form_score,
    ("资金", differences.OF_FUND): differences.of_fund,
    ("合同", "签约情况"): contracts.signing,
    ("合同", "付款情况"): contracts.remark,
    ("合同", "付款约定"): contracts.terms,
    ("现场核查", "核查说明"): opening.visited,
    ("绩效目标", "偏离说明"): self_report.deviation,
    ("问卷", "回收情况"): results.survey_returns,
    ("指标", NAME): analysis.name,
    ("指标", "得分说明"): analysis.points,
    ("指标", "下级得分"): analysis.parts,
    ("指标", "评分依据"): analysis.evidence,
    ("指标", "评分说明"): analysis.explained,
    ("问题", "扣分情况"): findings.points_lost,
    ("建议", "对应问题"): findings.answers,
}
"""By collection and name, what is said of one row."""

KEYED_PHRASES: Mapping[tuple[str, str], KeyedPhrase] = {
    (spending.PART, "说明"): spending.part,
    (self_report.LEVEL, "完成说明"): self_report.of_level,
}
"""By collection and name, what is said of something that is no row of its own."""
