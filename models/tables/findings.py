"""Findings and what follows from them: deductions, advice, rectification, the unit's opinions."""

from __future__ import annotations

from models.fields import Table
from models.tables.words import NOT_NEGATIVE, choice, day, money, number, prose, ref, text

FINDING_REF = ref("finding", "问题", "finding", required=True, owner=True)

FINDING = Table(
    "finding",
    "问题",
    (
        text("code", "编号", unique=True),
        text("title", "问题标题", required=True),
        choice(
            "category",
            "类别",
            "目标管理/预算执行/资金管理/采购/合同/项目实施/验收决算/资料/制度/数据真实性/自评/其他",
        ),
        choice("severity", "严重程度", "重大/较大/一般"),
        prose("fact", "事实", required=True),
        prose("criterion", "依据标准"),
        prose("cause", "原因"),
        prose("effect", "影响"),
        money("amount", "涉及金额"),
        ref("fund", "资金项目", "fund"),
        ref("contract", "合同", "contract"),
        choice("status", "状态", "草拟/已核实/已交换意见/定稿"),
        text("origin", "来源"),
    ),
    title=("code", "title"),
)

DEDUCTION = Table(
    "deduction",
    "扣分",
    (
        FINDING_REF,
        ref("indicator", "指标", "indicator", required=True, owner=True),
        number("points", "扣分", **NOT_NEGATIVE),
    ),
    title=("finding", "indicator"),
    voidable=False,
)

RECOMMENDATION = Table(
    "recommendation",
    "建议",
    (
        text("title", "建议标题", required=True),
        prose("text", "内容", required=True),
        text("responsible", "责任单位"),
        day("due_on", "期限"),
    ),
    title=("title",),
    voidable=False,
)

FINDING_RECOMMENDATION = Table(
    "finding_recommendation",
    "问题建议",
    (FINDING_REF, ref("recommendation", "建议", "recommendation", required=True, owner=True)),
    title=("finding", "recommendation"),
    voidable=False,
)

RECTIFICATION = Table(
    "rectification",
    "整改",
    (
        FINDING_REF,
        text("measure", "整改措施"),
        text("responsible", "责任人"),
        day("due_on", "完成期限"),
        choice("status", "状态", "未整改/整改中/已完成/无法整改"),
        text("proof", "佐证"),
        day("rechecked_on", "复查日期"),
        text("result", "复查结论"),
    ),
    title=("measure",),
    voidable=False,
)

OPINION = Table(
    "opinion",
    "意见反馈",
    (
        ref("finding", "问题", "finding", owner=True),
        ref("section", "报告位置", "section"),
        prose("text", "反馈意见", required=True),
        choice("decision", "采纳情况", "采纳/部分采纳/不采纳"),
        prose("reply", "说明", required=True),
    ),
    title=("text",),
    voidable=False,
)

TABLES = (FINDING, DEDUCTION, RECOMMENDATION, FINDING_RECOMMENDATION, RECTIFICATION, OPINION)
