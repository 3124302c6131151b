"""The report's chapters and the verdicts that people gave on problems."""

from __future__ import annotations

from models.fields import Table
from models.tables.words import choice, prose, ref, text, yes_no

SECTION = Table(
    "section",
    "报告章节",
    (
        text("key", "章节", unique=True),
        text("title", "标题"),
        prose("text", "正文"),
        yes_no("edited", "是否改写"),
        choice("state", "状态", "待写/已写/已复核"),
    ),
    title=("title",),
    voidable=False,
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

TABLES = (SECTION, VERDICT)
