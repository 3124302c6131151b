"""The report's chapters and frozen versions, and the verdicts that people gave on problems."""

from __future__ import annotations

from models.fields import Table
from models.tables.words import choice, count, day, prose, ref, text, yes_no

SECTION = Table(
    "section",
    "报告章节",
    (
        text("key", "章节", unique=True),
        text("title", "标题"),
        prose("text", "正文"),
        yes_no("edited", "是否改写"),
        choice("state", "状态", "待写/已写/已复核"),
        prose("base", "改写时的自动正文", since=2),
        count("place", "顺序", since=2),
        yes_no("left_out", "不列入报告", since=2),
    ),
    title=("title",),
    voidable=False,
)

REPORT_VERSION = Table(
    "report_version",
    "报告版本",
    (
        choice("stage", "报告阶段", "初稿/征求意见稿/送审稿/终稿", required=True),
        text("title", "名称"),
        day("frozen_on", "定稿日期"),
        text("frozen_by", "定稿人"),
        text("score", "得分和等次"),
        ref("attachment", "存档", "attachment"),
        text("remark", "备注"),
    ),
    title=("title", "stage"),
    voidable=False,
    since=2,
)

VERDICT = Table(
    "verdict",
    "校核结论",
    (
        text("fingerprint", "问题标识", required=True, unique=True),
        text("check", "校核项", required=True),
        choice("decision", "结论", "确认问题/已解释/误报", required=True),
        text("reason", "理由", required=True),
        ref("person", "处理人", "person"),
    ),
    title=("check",),
    voidable=False,
)

TABLES = (SECTION, VERDICT, REPORT_VERSION)
