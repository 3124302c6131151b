"""Sentences that write themselves: fields whose words, not only figures, follow from the data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from models.fields import Row
from models.report import (
    conclusion,
    contracts,
    differences,
    findings,
    management,
    money,
    progress,
    results,
    spending,
)
from models.report.analysis import explained
from models.report.material import Material
from models.report.regulations import count_made
from models.report.wording import Piece

Phrase = Callable[[Material], Iterable[Piece]]
RowPhrase = Callable[[Material, Row], Iterable[Piece]]
KeyedPhrase = Callable[[Material, str], Iterable[Piece]]

PHRASES: Mapping[str, Phrase] = {
    "支付构成": money.paid_by_fund,
    "总指标构成": money.quota_by_kind,
    "有结余的项目": money.balances,
    differences.TOTAL: differences.of_total,
    "采购方式构成": management.by_procurement,
    "未付合同款": management.obligations,
    "凭证抽查": management.vouchers,
    "已制定制度数": count_made,
    "绩效指标完成说明": results.reached,
    "评价结果": conclusion.result,
    "得分情况说明": conclusion.judgement,
    "封顶和否决说明": conclusion.ceilings,
    **{f"{name}对照": partial(money.beside_standard, name=name) for name in money.STANDARDS},
    **{f"{name}算式": partial(money.worked, name=name) for name in money.STANDARDS},
}
"""By name, what is said of the whole project."""

ROW_PHRASES: Mapping[tuple[str, str], RowPhrase] = {
    ("资金", "支付构成"): spending.paid_for,
    ("资金", "结余说明"): spending.balance,
    ("资金", "合同进展"): progress.acceptance,
    ("资金", differences.OF_FUND): differences.of_fund,
    ("合同", "付款情况"): contracts.remark,
    ("合同", "付款约定"): contracts.terms,
    ("问卷", "回收情况"): results.survey_returns,
    ("指标", "评分说明"): explained,
    ("问题", "扣分情况"): findings.points_lost,
    ("建议", "对应问题"): findings.places_answered,
}
"""By collection and name, what is said of one row."""

KEYED_PHRASES: Mapping[tuple[str, str], KeyedPhrase] = {(spending.PART, "说明"): spending.part}
"""By collection and name, what is said of something that is no row of its own."""
