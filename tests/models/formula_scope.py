"""A small evaluation for formulas to quote: the Changsha figures, with some of them missing."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from models.dates import Span, span
from models.formula import Found, Source, UnknownName, nearest_name
from models.kinds import show_number

FACTS: dict[str, str | None] = {
    "总指标": "2324.67",
    "已支付": "2053.31",
    "年初预算": "875.18",
    "结余": "271.36",
    "合同数": "23",
    "预算执行率": "88.33",
    "预算调整率（剔除政策性）": "12.5",
    "预算调减": "-20.5",
    "零": "0",
    "到位资金": None,
    "满意度": None,
}
FIGURES: dict[str, str | None] = {
    "全年信息更新量": "1058",
    "全年计划更新量": "2200",
    "2020年": "10",
    "2021年": "12",
    "2022年": "15",
    "2023年": None,
    '带"引号"的数': "7",
}
MEMBERS: dict[tuple[str, str], dict[str, str | None]] = {
    ("资金", "F1"): {"已支付": "563.40", "总指标": "563.40"},
    ("资金", "F2"): {"已支付": "350.80", "总指标": "563.45"},
    ("合同", "门户运维"): {
        "合同金额": "36",
        "签订日期": "2018-05-01",
        "验收日期": "2018-11-28",
        "服务开始": "2018-04",
    },
    ("合同", "机房改造"): {"合同金额": None, "签订日期": "2018", "验收日期": None},
    ("问卷", "服务对象"): {"满意度": "93"},
}


def found(label: str, stored: str | None, table: str = "", row_id: str = "") -> Found:
    """What a scope would answer for a stored number or date."""
    source = Source(table, row_id, label, label)
    if stored is None:
        return Found(None, "", source)
    if "-" in stored[1:] or stored == "2018":
        value: Span | Fraction = span(stored)
        return Found(value, stored, source)
    return Found(Fraction(stored), show_number(Decimal(stored)), source)


class SampleScope:
    """A `Scope` over the figures above; `asked` keeps every name that was looked up."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def fact(self, name: str) -> Found:
        self.asked.append(name)
        if name not in FACTS:
            raise UnknownName(name, nearest_name(name, FACTS))
        return found(name, FACTS[name])

    def figure(self, name: str) -> Found:
        self.asked.append(name)
        if name not in FIGURES:
            raise UnknownName(name, nearest_name(name, FIGURES))
        return found(name, FIGURES[name], "figure", name)

    def member(self, collection: str, key: str, name: str) -> Found:
        self.asked.append(f"{collection}/{key}/{name}")
        keys = [k for c, k in MEMBERS if c == collection]
        if not keys:
            raise UnknownName(collection, nearest_name(collection, {c for c, _ in MEMBERS}))
        if key not in keys:
            raise UnknownName(key, nearest_name(key, keys))
        fields = MEMBERS[collection, key]
        if name not in fields:
            raise UnknownName(name, nearest_name(name, fields))
        return found(f"{collection}“{key}” · {name}", fields[name], collection, key)

    def names(self) -> Sequence[str]:
        return tuple(FACTS)
