"""Every adjustable figure of an evaluation with its default; a project's `setting` rows override it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Setting:
    """One adjustable figure: its default, its Chinese word, and the words it may take (empty = free)."""

    default: str
    label: str
    choices: tuple[str, ...] = ()


REPORT_FORMS = ("专项资金绩效评价报告", "财预〔2020〕10号报告提纲", "绩效自评报告")
"""The outlines a report can follow; their chapters are in resources/report."""

SETTINGS: Mapping[str, Setting] = MappingProxyType(
    {
        "bands": Setting("90 优、80 良、60 中、0 差", "等次界限（含下限）"),
        "money_unit": Setting("万元", "金额单位", ("万元", "元")),
        "thousands": Setting("是", "千分位", ("是", "否")),
        "execution_base": Setting("总指标", "预算执行率分母", ("总指标", "全年预算数", "到位资金")),
        "adjustment_base": Setting("全部调整", "预算调整率口径", ("全部调整", "剔除政策性")),
        "carry_over_base": Setting("年初预算", "结余结转率分母", ("年初预算", "总指标")),
        "execution_standard": Setting("100", "预算执行率标准值（%）"),
        "adjustment_standard": Setting("5", "预算调整率标准值（%）"),
        "carry_over_standard": Setting("5", "结余结转率标准值（%）"),
        "renewal_line": Setting("10", "续签比例界限（%）"),
        "unassessable": Setting("full", "无法考核的指标", ("full", "none")),
        "score_unrounded": Setting("否", "按未四舍五入的完成值评分", ("是", "否")),
        "experts_released": Setting("是", "专家评分已公布", ("是", "否")),
        "report_form": Setting("专项资金绩效评价报告", "报告格式", REPORT_FORMS),
        "report_contents": Setting("是", "报告目录", ("是", "否")),
    }
)

_SAME = MappingProxyType(
    {"yes": "是", "true": "是", "no": "否", "false": "否", "满分": "full", "不得分": "none", "零分": "none"}
)
"""Other ways to write a choice."""

_BAND = re.compile(r"(\d{1,3}(?:\.\d{1,2})?)\s*(\w{1,8})")


def chosen(setting: Setting, text: str) -> str:
    """The choice that a text means, whichever way it is written; the text itself where it is none."""
    plain = text.strip()
    same = _SAME.get(plain.lower(), plain)
    return same if same in setting.choices else plain


def parse_bands(text: str) -> tuple[tuple[str, Decimal], ...]:
    """The grades with their lower bounds, highest first; the default where the text makes no sense.

    Default after 财预〔2020〕10号 第十八条: 90 优, 80 良, 60 中, 0 差, lower bound inclusive.
    """
    found = [(word, Decimal(bound)) for bound, word in _BAND.findall(text)]
    bounds = [bound for _, bound in found]
    if not found or bounds[-1] != 0 or any(a <= b for a, b in zip(bounds, bounds[1:], strict=False)):
        return parse_bands(SETTINGS["bands"].default)
    return tuple(found)
