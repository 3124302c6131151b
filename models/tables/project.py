"""The project itself: its one row, its adjustable figures, people and legal bases."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from models.fields import Field, Kind, Table
from models.tables.words import choice, day, number, prose, text

YEARS: dict[str, Any] = {"minimum": Decimal(1949), "maximum": Decimal(2099)}

PROJECT = Table(
    "project",
    "项目",
    (
        text("title", "报告标题", required=True),
        text("unit", "被评价单位", required=True),
        text("unit_short", "被评价单位简称"),
        text("department", "主管部门"),
        text("commissioner", "评价组织单位"),
        text("evaluator", "评价机构"),
        Field("year", "预算年度", Kind.INTEGER, required=True, grouped=False, **YEARS),
        choice("kind", "评价类型", "专项资金/项目支出/部门整体支出"),
        day("started_on", "评价开始日期"),
        day("ended_on", "评价结束日期"),
        text("report_number", "报告文号"),
        day("report_date", "报告日期"),
        choice("stage", "报告阶段", "初稿/征求意见稿/送审稿/终稿"),
        prose("procedures", "评价程序"),
        choice("phase", "工作阶段", "建立项目/进点准备/现场核查/汇总成稿/征求意见/出具报告/整改跟踪"),
        text("framework", "指标体系来源"),
        text("remark", "备注"),
    ),
    title=("title",),
    single=True,
    voidable=False,
)

SETTING = Table(
    "setting",
    "项目设置",
    (text("key", "设置项", required=True, unique=True), text("value", "值")),
    title=("key",),
    voidable=False,
)

CAP = Table(
    "cap",
    "封顶与否决",
    (
        choice("kind", "类型", "封顶/一票否决", required=True),
        text("condition", "条件", required=True, help="公式，成立时生效，如 预算执行率 < 80"),
        number("limit", "总分上限"),
        text("remark", "备注"),
    ),
    title=("kind", "condition"),
    voidable=False,
)

PERSON = Table(
    "person",
    "评价人员",
    (
        text("name", "姓名", required=True),
        text("organization", "单位"),
        choice("role", "角色", "组长/主评人/成员/专家/复核人"),
        text("duty", "分工"),
    ),
    title=("name",),
    voidable=False,
)

BASIS = Table(
    "basis",
    "评价依据",
    (
        text("title", "名称", required=True),
        text("document_number", "文号"),
        text("issuer", "发文单位"),
        day("issued_on", "发文日期"),
        text("remark", "备注"),
    ),
    title=("title",),
    voidable=False,
)

TABLES = (PROJECT, SETTING, CAP, PERSON, BASIS)
