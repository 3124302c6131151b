"""The names of edits as the screen says them, which the history keeps in the words they were made with.

A name from a Chinese window, or from the services, is recognised by the template it was made with and said
in English; one from an English window stays as it is.
"""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ui.words import in_chinese, worded, worded_table

_N = QT_TRANSLATE_NOOP
_CONTEXT = "EditLabels"
TEMPLATES: tuple[str, ...] = (
    _N("EditLabels", "撤销 {0}"),
    _N("EditLabels", "重做 {0}"),
    _N("EditLabels", "回到 {0}“{1}”之后（撤回 {2} 次修改）"),
    _N("EditLabels", "假设：{0} 等 {1} 行"),
    _N("EditLabels", "假设：{0}"),
    _N("EditLabels", "新建项目（样例）"),
    _N("EditLabels", "新建项目"),
    _N("EditLabels", "导入 {0}（{1} 行）"),
    _N("EditLabels", "定稿　{0}"),
    _N("EditLabels", "套用指标体系“{0}”"),
    _N("EditLabels", "标为已提供（{0} 项）"),
    _N("EditLabels", "分摊分值差额（{0} 项）"),
    _N("EditLabels", "“{0}”的分值改为下级合计"),
    _N("EditLabels", "附佐证 {0} 个文件"),
    _N("EditLabels", "附佐证“{0}”"),
    _N("EditLabels", "移除佐证"),
    _N("EditLabels", "扣分关联“{0}”"),
    _N("EditLabels", "拟为问题“{0}”"),
    _N("EditLabels", "续签合同“{0}”"),
    _N("EditLabels", "删除指标“{0}”"),
    _N("EditLabels", "报告 · 加一章“{0}”"),
    _N("EditLabels", "报告 · 恢复章节顺序"),
    _N("EditLabels", "{0} · {1}"),
    _N("EditLabels", "校核“{0}”"),
    _N("EditLabels", "要点“{0}”"),
    _N("EditLabels", "报告章节“{0}”"),
    _N("EditLabels", "新增{0}“{1}”"),
    _N("EditLabels", "删除{0}“{1}”"),
    _N("EditLabels", "移动{0}“{1}”"),
    _N("EditLabels", "作废{0}“{1}”"),
    _N("EditLabels", "恢复{0}“{1}”"),
    _N("EditLabels", "{0}“{1}”（{2}）"),
    _N("EditLabels", "{0}“{1}”"),
    _N("EditLabels", "粘贴 {0} 行{1}"),
    _N("EditLabels", "插入 {0} 行{1}"),
    _N("EditLabels", "复制 {0} 行{1}"),
    _N("EditLabels", "移动 {0} 行{1}"),
    _N("EditLabels", "删除 {0} 行{1}"),
    _N("EditLabels", "作废 {0} 行{1}"),
    _N("EditLabels", "向下填充 {0} 行{1}"),
    _N("EditLabels", "向右填充 {0} 行{1}"),
    _N("EditLabels", "清除 {0} 格{1}"),
    _N("EditLabels", "填入 {0} 格{1}"),
    _N("EditLabels", "替换 {0} 格{1}"),
    _N("EditLabels", "问题关联建议"),
    _N("EditLabels", "问题取消关联建议"),
    _N("EditLabels", "新写建议"),
    _N("EditLabels", "新增{0}"),
    _N("EditLabels", "附件"),
    _N("EditLabels", "项目设置"),
    _N("EditLabels", "按评分标准设定规则"),
    _N("EditLabels", "调整得分"),
    _N("EditLabels", "取消调整"),
    _N("EditLabels", "撤回结论"),
    _N("EditLabels", "并入问题"),
    _N("EditLabels", "恢复自动正文"),
    _N("EditLabels", "采用新的说法"),
    _N("EditLabels", "不采用新的说法"),
    _N("EditLabels", "列入报告"),
    _N("EditLabels", "不列入报告"),
    _N("EditLabels", "状态"),
    _N("EditLabels", "标题"),
    _N("EditLabels", "顺序"),
    _N("EditLabels", "删除"),
    _N("EditLabels", "引言"),
    _N("EditLabels", "新的一章"),
)
"""The closest first; what stands in a hole is a declared word, a name, or another of these."""
_MANY = re.compile("[行格][{]")


def said_label(label: str) -> str:
    """The name of an edit in the language of the screen, as far as it is known how it was made."""
    return label if in_chinese() else _said(label)


def _said(label: str) -> str:
    for template, pattern in _patterns():
        if (found := pattern.fullmatch(label)) is not None:
            words = worded_table if _MANY.search(template) else _said
            return QCoreApplication.translate(_CONTEXT, template).format(*map(words, found.groups()))
    return worded(label)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    made = ((each, re.sub(r"\\\{\d\\\}", "(.+)", re.escape(each))) for each in TEMPLATES)
    return tuple((template, re.compile(pattern)) for template, pattern in made)
