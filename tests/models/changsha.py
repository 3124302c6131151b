"""Rows for tests: any table from short dicts, and the Changsha case as a reader of the report types it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from models import kinds
from models.fields import Row
from models.records import Records
from models.schema import SCHEMA


def row(table: str, row_id: str, position: int = 0, **given: Any) -> Row:
    """One row; text is read as a person would type it, refs and other values are taken as they are."""
    values: dict[str, Any] = dict.fromkeys((field.name for field in SCHEMA[table].fields), None)
    for name, value in given.items():
        if name == "void_reason":
            continue
        field = SCHEMA[table].field(name)
        values[name] = kinds.parse(field, value) if isinstance(value, str) else value
    return {"id": row_id, "position": f"{position:06}", "void_reason": given.get("void_reason"), **values}


def table(name: str, *rows: dict[str, Any]) -> list[Row]:
    """Rows of one table in the order given; each needs an `id` or gets table name and number."""
    built = []
    for number, given in enumerate(rows, 1):
        rest = {key: value for key, value in given.items() if key != "id"}
        built.append(row(name, given.get("id", f"{name}{number}"), number, **rest))
    return built


def records(**tables: list[dict[str, Any]]) -> Records:
    """Records of the tables given, with a project of 2018 unless another is given."""
    tables.setdefault("project", [{"id": "P", "title": "报告", "unit": "单位", "year": 2018}])
    return Records({name: table(name, *rows) for name, rows in tables.items()})


PROJECT = {
    "id": "P",
    "title": "2018年专项资金绩效评价报告",
    "unit": "市电子政务办",
    "year": 2018,
    "started_on": "2019-05-09",
    "ended_on": "2019-08-02",
}

FUNDS = [
    # code, name, declared quota, paid, balance, contracts, rate
    ("F1", "政务云一期", "528.94", "528.94", "0.00", None, "100.00"),
    ("F2", "网站群等运维", "563.45", "350.79", "212.66", "590.61", "62.26"),
    ("F3", "基层工作平台", "543.23", "543.23", "0.00", "1489.83", "100.00"),
    ("F4", "小微企业平台", "256.00", "217.00", "39.00", "620.00", "84.77"),
    ("F5", "办公经费与考核奖励", "314.00", "294.29", "19.71", None, "93.72"),
    ("F6", "“我的长沙”APP", "119.05", "119.05", "0.00", None, "100.00"),
]

ALLOCATIONS = [
    ("F1", "长财行字（2018）114", "预算追加", "528.94"),
    ("F2", "长财预（2017）001", "年初预算", "200.00"),
    ("F2", "长财预（2018）001", "年初预算", "361.18"),
    ("F2", "长财预（2018）001", "预算追加", "2.27"),
    ("F3", "长财行字（2018）084", "预算追加", "243.23"),
    ("F3", "长财行字（2018）133", "预算追加", "300.00"),
    ("F4", "长财企字（2018）071", "预算追加", "256.00"),
    ("F5", "长财预（2018）001", "年初预算", "190.00"),
    ("F5", "长财预字（2018）161", "年初预算", "124.00"),
    ("F6", "长财行字（2018）161", "预算追加", "119.05"),
]

GROUPS = [
    ("G1", "F2", "协同办公", "71.80", None),
    ("G2", "F2", "安全运维", None, None),
    ("G3", "F2", "设备设施", None, None),
    ("G4", "F2", "互联网接入", None, None),
    ("G5", "F2", "专网信息平台", None, None),
    ("G6", "F2", "门户、子网站和舆情监控", None, "89.57"),
    ("G7", "F3", "一期", None, None),
    ("G8", "F3", "二期", None, None),
]

CONTRACTS = [
    # id, fund, group, name, amount, paid by year, further fields
    ("C1", "F2", "G1", "协同办公(2017)", "52.10", {"2017": "26.05", "2018": "26.05"},
     {"signed_on": "2017-05", "starts_on": "2017-05", "ends_on": "2018-05"}),
    ("C2", "F2", "G1", "协同办公(2018续签)", "39.70", {"2018": "23.82"}, {"parent": "C1"}),
    ("C3", "F2", "G2", "安全运维第一标段", "28.40", {"2017": "14.20", "2018": "14.20"},
     {"signed_on": "2017-06", "starts_on": "2017-06-06", "ends_on": "2018-06-05", "procurement": "公开招标"}),
    ("C4", "F2", "G2", "安全运维第二标段", "26.88", {"2017": "6.72", "2018": "20.16"},
     {"signed_on": "2017-07", "starts_on": "2017-07-14", "ends_on": "2018-07-13", "procurement": "公开招标"}),
    ("C5", "F2", "G3", "基础设施运维(2017)", "130.20", {"2017": "65.10", "2018": "65.10"},
     {"signed_on": "2017-06", "starts_on": "2017-04-19", "ends_on": "2018-04-18", "procurement": "公开招标"}),
    ("C6", "F2", "G3", "基础设施运维(2018续签)", "75.95", {"2018": "75.95"},
     {"signed_on": "2018-06", "starts_on": "2018-04-19", "ends_on": "2018-11-18", "procurement": "续签",
      "parent": "C5"}),
    ("C7", "F2", "G4", "100M互联网接入租赁", "5.84", {"2018": "5.84"},
     {"signed_on": "2017-11", "procurement": "其他"}),
    ("C8", "F2", "G5", "专网(2017)", "30.10", {"2017": "15.05", "2018": "15.05"}, {}),
    ("C9", "F2", "G5", "专网(2018)", "30.10", {"2018": "15.05"}, {"parent": "C8"}),
    ("C10", "F2", "G6", "英文门户", "36.00", {"2018": "10.80"}, {}),
    ("C11", "F2", "G6", "中文门户", "47.00", {"2017": "28.20", "2018": "18.80"}, {}),
    ("C12", "F2", "G6", "中文门户(续签)", "47.00", {"2018": "28.20"}, {"parent": "C11"}),
    ("C13", "F2", "G6", "子网站", "29.57", {"2017": "26.61", "2018": "2.96"}, {}),
    ("C14", "F2", "G6", "子网站(续签)", "29.52", {"2018": "26.57"}, {"parent": "C13"}),
    ("C15", "F2", "G6", "舆情监控", "2.25", {"2018": "2.25"}, {}),
    ("C16", "F3", "G7", "一期建设", "201.00", {"2016": "60.30", "2018": "130.65"}, {}),
    ("C17", "F3", "G7", "监理(一期)", "10.91", {"2016": "5.45", "2018": "5.46"}, {}),
    ("C18", "F3", "G7", "一期研发", "218.00", {"2016": "65.40", "2018": "85.70"}, {}),
    ("C19", "F3", "G8", "二期建设", "1050.00", {"2018": "315.00"},
     {"signed_on": "2018-10", "procurement": "公开招标"}),
    ("C20", "F3", "G8", "监理(二期)", "7.00", {"2018": "3.50"}, {}),
    ("C21", "F3", "G8", "委托代理招标", "2.92", {"2018": "2.92"}, {}),
    ("C22", "F4", None, "小微企业平台", "620.00", {"2017": "372.00", "2018": "217.00"},
     {"signed_on": "2017-07", "procurement": "公开招标"}),
    ("C23", "F6", None, "“我的长沙”APP", "365.00", {"2018": "109.50"},
     {"signed_on": "2018-12", "procurement": "公开招标"}),
]  # fmt: skip

EXPENSES = [
    ("F1", "软件购置更新", None, None, "528.94"),
    ("F6", "可行性研究报告编制", None, None, "7.20"),
    ("F6", "委托代理招标", None, None, "2.35"),
    ("F5", "办公经费和专家评审费", None, None, "170.29"),
    ("F5", "A类单位工作补贴", "208", "0.50", "104.00"),
    ("F5", "B类单位工作补贴", "74", "0.25", "18.50"),
    ("F5", "C类单位工作补贴", "15", "0.10", "1.50"),
]


def _items() -> list[dict[str, Any]]:
    priced = {"安全监测": "0.00", "监控平台": "6.00", "安全评估": "8.00", "安全加固": "2.00",
              "日常保障": "9.40", "基线检查": "1.00", "应急响应": "2.00", "安全培训": "0.00"}  # fmt: skip
    return [{"contract": "C3", "name": name, "amount": amount} for name, amount in priced.items()]


def changsha(**more: list[dict[str, Any]]) -> Records:
    """The case's figures as rows, with further tables or in place of its own."""
    payments = [
        {"id": f"{one[0]}-{year}", "contract": one[0], "paid_on": year, "amount": amount}
        for one in CONTRACTS
        for year, amount in one[5].items()
    ]
    declared = ("declared_quota", "declared_paid", "declared_balance", "declared_contracts", "declared_rate")
    tables: dict[str, list[dict[str, Any]]] = {
        "project": [PROJECT],
        "fund": [
            {"id": one[0], "code": one[0], "name": one[1], **dict(zip(declared, one[2:], strict=True))}
            for one in FUNDS
        ],
        "allocation": [
            dict(zip(("fund", "document_number", "kind", "amount"), one, strict=True)) for one in ALLOCATIONS
        ],
        "vendor": [{"id": "V", "name": "供应商"}],
        "contract_group": [
            dict(zip(("id", "fund", "name", "declared_amount", "declared_paid"), one, strict=True))
            for one in GROUPS
        ],
        "contract": [
            dict(zip(("id", "fund", "group", "name", "amount"), one[:5], strict=True))
            | {"vendor": "V"}
            | one[6]
            for one in CONTRACTS
        ],
        "contract_item": _items(),
        "payment": payments,
        "expense": [
            dict(zip(("fund", "name", "quantity", "standard", "amount"), one, strict=True))
            for one in EXPENSES
        ],
        "milestone": [{"fund": "F6", "kind": "竣工验收", "planned_on": "2018-10"}],
    }
    return records(**{**tables, **more})


def shown(value: Any) -> Decimal | None:
    """A fact's or score's value as it is printed, at two decimals."""
    return None if value is None else kinds.round_half_up(value)
