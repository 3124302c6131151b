"""The indicator tree and what scores it: experts and satisfaction surveys."""

from __future__ import annotations

from models.fields import Field, Kind, Table
from models.tables.words import NOT_NEGATIVE, SHARE, choice, count, number, percent, prose, ref, text

ATTAINMENTS = "达成/部分达成/未达成"

RULE_WORDS = {
    "ratio": "比例",
    "linear": "线性（及格线）",
    "deduct": "偏差扣分",
    "tiers": "分档",
    "points": "要点",
    "faults": "计数扣分",
    "yesno": "是否",
    "bands": "定性三档",
    "trend": "逐期变化",
    "experts": "专家评分",
    "manual": "直接评分",
}

INDICATOR = Table(
    "indicator",
    "指标",
    (
        ref("parent", "上级", "indicator", owner=True),
        text("code", "编号"),
        text("name", "指标名称", required=True),
        number(
            "weight", "分值", required=True, **NOT_NEGATIVE, help="末级指标填写；上级为下级之和；要点填占比"
        ),
        prose("explanation", "指标解释"),
        prose("criteria", "评分标准"),
        choice("measure", "计量方式", "公式/录入/问卷/日期/专家/无"),
        text("formula", "计算公式"),
        number("value", "完成值"),
        text("unit", "单位"),
        number("target", "标准值"),
        Field("rule", "评分规则", Kind.CHOICE, choices=tuple(RULE_WORDS), words=RULE_WORDS),
        text("parameters", "规则参数"),
        ref("survey", "满意度调查", "survey"),
        choice("attainment", "定性结论", ATTAINMENTS),
        percent("share", "档内比例", **SHARE),
        choice("fulfilment", "要点符合情况", "符合/部分符合/不符合"),
        percent("partial", "部分符合比例", **SHARE),
        choice("state", "状态", "正常/无法考核/不适用"),
        number("override", "调整得分", **NOT_NEGATIVE),
        text("override_reason", "调整理由"),
        prose("opinion", "评价意见"),
        text("scorer", "评分人"),
    ),
    title=("code", "name"),
    voidable=False,
)

EXPERT_SCORE = Table(
    "expert_score",
    "专家评分",
    (
        ref("indicator", "指标", "indicator", required=True, owner=True),
        ref("person", "专家", "person", required=True),
        number("score", "得分", required=True, **NOT_NEGATIVE),
        text("reason", "理由"),
    ),
    title=("indicator", "person"),
    voidable=False,
)

SURVEY = Table(
    "survey",
    "满意度调查",
    (
        text("title", "名称", required=True),
        text("audience", "调查对象"),
        count("issued", "发放数"),
        count("returned", "回收数"),
        count("valid", "有效数"),
        text("weights", "选项权重", help="五个选项的百分数，如 100/75/50/25/0；空着按此计算"),
    ),
    title=("title",),
    voidable=False,
)

SURVEY_QUESTION = Table(
    "survey_question",
    "问卷题目",
    (
        ref("survey", "满意度调查", "survey", required=True, owner=True),
        text("text", "题目", required=True),
        count("very", "非常满意"),
        count("fairly", "比较满意"),
        count("neutral", "一般"),
        count("little", "不太满意"),
        count("dissatisfied", "不满意"),
    ),
    title=("text",),
    voidable=False,
)

TABLES = (INDICATOR, EXPERT_SCORE, SURVEY, SURVEY_QUESTION)
