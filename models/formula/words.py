"""The words of the language: its functions and what each sign means."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

AND, OR, NOT = "且", "或", "非"
FIGURES = "基础数据"
SUM, MEAN, WEIGHTED, MAX, MIN = "合计", "平均", "加权平均", "最大", "最小"
IF, ROUND, DAYS, COUNT, SHARE, DATE, SERIES = "若", "四舍五入", "天数", "计数", "占比", "日期", "序列"

FUNCTIONS: Mapping[str, str] = MappingProxyType(
    {
        SUM: "合计(数, 数…)",
        MEAN: "平均(数, 数…)",
        WEIGHTED: "加权平均(值, 权, 值, 权…)",
        MAX: "最大(数, 数…)",
        MIN: "最小(数, 数…)",
        IF: "若(条件, 甲, 乙)",
        ROUND: "四舍五入(值, 位数)",
        DAYS: "天数(开始日期, 结束日期)",
        COUNT: "计数(数或条件…)",
        SHARE: "占比(甲, 乙)",
        DATE: '日期("2018-11-28")',
        SERIES: '序列("2021年", "2022年"…)',
    }
)
"""Every function that there is, with the way it is written."""

PLAIN = str.maketrans("（），＋－−–×＊÷／＝＞＜！．［］【】％", "(),+---**//=><!.[][]%")
"""Full-width and typographic signs, one for one, as the plain signs that they mean."""

CLOSERS: Mapping[str, str] = MappingProxyType({'"': '"', "＂": "＂", "“": "”", "”": "”"})
"""What closes a quoted text, by what opens it."""

SAME: Mapping[str, str] = MappingProxyType({"==": "=", "≥": ">=", "≤": "<=", "≠": "!=", "<>": "!="})
"""Several ways to write one comparison."""

SIGNS: Mapping[str, str] = MappingProxyType({"-": "−", "*": "×", "/": "÷", ">=": "≥", "<=": "≤", "!=": "≠"})
"""Operators as readers see them."""
