"""The remark on a contract: the report's own sentences, and amounts that always add up as written."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import kinds
from models.dates import BadValue
from models.fields import Value
from models.records import Records
from models.remarks import pieces, remark
from models.schema import SCHEMA


def row(table: str, row_id: str, **values: Any) -> dict[str, Any]:
    declared = {field.name: None for field in SCHEMA[table].fields}
    return {**declared, "id": row_id, "position": row_id, "void_reason": None, **values}


def typed(table: str, field: str, text: str) -> Value:
    return kinds.parse(SCHEMA[table].field(field), text)


def project(
    amount: str,
    payments: list[tuple[str, str]],
    *,
    year: int | None = 2018,
    unit: str = "万元",
    **values: Any,
) -> Records:
    return Records(
        {
            "project": [row("project", "p", year=year)],
            "setting": [row("setting", "s", key="money_unit", value=unit)],
            "contract": [row("contract", "c", amount=typed("contract", "amount", amount), **values)],
            "payment": [
                row(
                    "payment",
                    f"{number:03}",
                    contract="c",
                    paid_on=typed("payment", "paid_on", when),
                    amount=typed("payment", "amount", paid),
                )
                for number, (when, paid) in enumerate(payments)
            ],
        }
    )


def said(records: Records) -> str:
    return remark(records, records.all("contract")[0])


CASES = [
    ("36.00", [("2018", "10.80")], "合同总价36.00万元，2018年支付10.80万元，合同款25.20万元未支付。"),
    (
        "47.00",
        [("2017", "28.20"), ("2018", "18.80")],
        "合同总价47.00万元，2017年已支付28.20万元，2018年支付18.80万元，合同款已全部支付。",
    ),
    (
        "201.00",
        [("2016", "60.30"), ("2018-03", "100"), ("2018-12-20", "30.65")],
        "合同总价201.00万元，2016年已支付60.30万元，2018年支付130.65万元，合同款10.05万元未支付。",
    ),
    ("36.00", [], "合同总价36.00万元，合同款36.00万元未支付。"),
    ("1050", [("2018", "315")], "合同总价1,050.00万元，2018年支付315.00万元，合同款735.00万元未支付。"),
    ("10", [("2018", "12.5")], "合同总价10.00万元，2018年支付12.50万元，比合同多付2.50万元。"),
    ("", [("2018", "12.5")], "合同总价未填，2018年支付12.50万元。"),
    ("20", [("2019-02", "20")], "合同总价20.00万元，2019年支付20.00万元，合同款已全部支付。"),
    ("20", [("2018", "")], "合同总价20.00万元，合同款20.00万元未支付，另有1笔付款未填金额。"),
    (
        "20",
        [("", "5"), ("2018", "4")],
        "合同总价20.00万元，2018年支付4.00万元，另支付5.00万元（日期未填），合同款11.00万元未支付。",
    ),
    ("0.125", [("2018", "0.0625")], "合同总价0.125万元，2018年支付0.0625万元，合同款0.0625万元未支付。"),
    ("", [], ""),
]


@pytest.mark.parametrize(("amount", "payments", "sentence"), CASES)
def test_the_sentence_of_a_contract(amount: str, payments: list[tuple[str, str]], sentence: str) -> None:
    assert said(project(amount, payments)) == sentence


@pytest.mark.parametrize(
    ("signed", "starts", "begins"),
    [
        ("2018-06", "2018-04-19", "2018年续签合同总价75.95万元"),
        (None, "2018-04-19", "2018年续签合同总价75.95万元"),
        (None, None, "续签合同总价75.95万元"),
    ],
)
def test_a_renewal_says_so(signed: str | None, starts: str | None, begins: str) -> None:
    records = project("75.95", [("2018", "75.95")], parent="older", signed_on=signed, starts_on=starts)
    assert said(records) == f"{begins}，2018年支付75.95万元，合同款已全部支付。"


def test_without_a_budget_year_no_year_counts_as_earlier() -> None:
    sentence = "合同总价5.00万元，2017年支付5.00万元，合同款已全部支付。"
    assert said(project("5", [("2017", "5")], year=None)) == sentence


def test_a_project_in_yuan_writes_yuan() -> None:
    records = project("36.00", [("2018", "10.80")], unit="元")
    assert said(records) == "合同总价360,000.00元，2018年支付108,000.00元，合同款252,000.00元未支付。"


def test_only_the_amounts_are_figures() -> None:
    records = project("36.00", [("2018", "10.80")])
    figures = [piece.text for piece in pieces(records, records.all("contract")[0]) if piece.is_figure]
    assert figures == ["36.00", "10.80", "25.20"]


AMOUNTS = st.integers(min_value=1, max_value=10**12)
YEARS = st.none() | st.integers(min_value=2014, max_value=2020)


@given(
    AMOUNTS,
    st.lists(st.tuples(YEARS, AMOUNTS), max_size=6),
    st.sampled_from(["万元", "元"]),
)
def test_price_is_payments_and_rest_as_written(
    price: int, payments: list[tuple[int | None, int]], unit: str
) -> None:
    records = Records(
        {
            "project": [row("project", "p", year=2018)],
            "setting": [row("setting", "s", key="money_unit", value=unit)],
            "contract": [row("contract", "c", amount=price)],
            "payment": [
                row("payment", f"{n:03}", contract="c", paid_on=year and str(year), amount=paid)
                for n, (year, paid) in enumerate(payments)
            ],
        }
    )
    sentence = said(records)
    written = [Fraction(text.replace(",", "")) for text in re.findall(r"([\d,]+\.\d+)(?=万?元)", sentence)]
    assert written[0] * kinds.FEN_PER[unit] == price
    rest = written.pop() if "未支付" in sentence or "多付" in sentence else Fraction(0)
    assert written[0] == sum(written[1:]) + (-rest if "多付" in sentence else rest)


def test_a_bad_amount_never_reaches_the_sentence() -> None:
    with pytest.raises(BadValue):
        project("三十六", [])
