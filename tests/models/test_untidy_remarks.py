"""What is read out of remarks on contracts, and what is left alone because it could mean something else."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.untidy.contract_remarks import weighed
from models.untidy.remarks import likely_year, read_remark, sections

WAN = 1_000_000


def wan(text: str) -> int:
    return int(Decimal(text) * WAN)


@pytest.mark.parametrize(
    ("text", "payments"),
    [
        ("2017年已支付26.05万元，2018支付26.05万元", [("2017", "26.05"), ("2018", "26.05")]),
        ("2017 年已 支付\n14.20 万元,2018年支付14.20万元,款项已付清", [("2017", "14.20"), ("2018", "14.20")]),
        ("2018年3月支付108000元", [("2018-03", "10.80")]),
        ("2018年支付合同总价的30%即10.80万元", [("2018", "10.80")]),
        ("2018年支付合同款的50%，即3.50万元", [("2018", "3.50")]),
        ("2018年实际支付1,234.56万元", [("2018", "1234.56")]),
        ("２０１８年支付５万元", [("2018", "5")]),
        ("2018年拨付0.5亿元", [("2018", "5000")]),
        # What is not paid, or not said clearly, is no payment.
        ("2018年应支付20万元", []),
        ("计划2019年底前支付20万元", []),
        ("2018年未支付20万元", []),
        ("2017年和2018年各支付20万元", []),
        ("2018年支付约20万元", []),
        ("2018年支付两笔", []),
        ("18年支付20万元", []),
        ("合同款20万元已支付", []),
        ("", []),
    ],
)
def test_payments(text: str, payments: list[tuple[str, str]]) -> None:
    found = read_remark(text, 2018)
    assert [(one.paid_on, one.amount) for one in found.payments] == [
        (day, wan(sum_)) for day, sum_ in payments
    ]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (
            "合同签订后支付30%即315.00万元，第二次付款为竣工验收合格后支付合同金额的35%，即367.50万元",
            [("合同签订后", "30", "315.00"), ("竣工验收合格后", "35", "367.50")],
        ),
        ("按季度支付合同款的25%，即7.10万元", [(f"按季度支付（第{n}次）", "25", "7.10") for n in "一二三四"]),
        (
            "资金分三次付款，第一次支付25.06万元，第二次支付25.06万元，第三次支付25.83万元",
            [("第一次", None, "25.06"), ("第二次", None, "25.06"), ("第三次", None, "25.83")],
        ),
        (
            "合同签订且软硬件到货后付30%，上线运行且通过初验付30%，竣工验收后付35%，运维期满付5%。",
            [
                ("合同签订且软硬件到货后", "30", None),
                ("上线运行且通过初验", "30", None),
                ("竣工验收后", "35", None),
                ("运维期满", "5", None),
            ],
        ),
        ("第一季度支付30%，即11.91万元", [("第一季度", "30", "11.91")]),
        ("待一年运维期满，且系统运行正常后支付合同金额的30%", [("一年运维期满且系统运行正常后", "30", None)]),
        # A share of a payment that was made is no term; shares above the whole are none either.
        ("2018年支付合同总价的30%即10.80万元", []),
        ("签订后支付60%，验收后支付60%", []),
        ("按季度支付合同款的30%", []),
        ("未支付30%", []),
        ("按比例支付", []),
    ],
)
def test_terms(text: str, terms: list[tuple[str, str | None, str | None]]) -> None:
    expected = [
        (condition, Decimal(share) if share else None, wan(amount) if amount else None)
        for condition, share, amount in terms
    ]
    assert [(one.condition, one.share, one.amount) for one in read_remark(text).terms] == expected


@pytest.mark.parametrize(
    ("text", "price", "unpaid", "all_paid"),
    [
        ("合同总价36.00万元，合同款25.20万元未支付。", "36.00", "25.20", False),
        ("2018年续签合同总价款39.70万元;合同款15.88万元未支付。", "39.70", "15.88", False),
        ("2017年签订合同总价30.10万元，合同款已全部支付。", "30.10", None, True),
        ("余款31.00万元未付", None, "31.00", False),
        ("合同款已全部支付。", None, None, True),
        ("2018年支付合同总价的30%即10.80万元", None, None, None),
    ],
)
def test_price_and_rest(text: str, price: str | None, unpaid: str | None, all_paid: bool | None) -> None:
    found = read_remark(text)
    assert [one.amount for one in found.prices] == ([wan(price)] if price else [])
    assert (found.unpaid, found.is_all_paid) == (wan(unpaid) if unpaid else None, all_paid)


@pytest.mark.parametrize(
    ("written", "year"), [(2108, 2018), (2081, 2018), (2918, 2018), (2107, 2017), (2500, 0), (9999, 0)]
)
def test_an_impossible_year_is_named_with_the_likely_one(written: int, year: int) -> None:
    assert likely_year(written, 2018) == year
    (paid,) = read_remark(f"{written}年支付217万元", 2018).payments
    assert (paid.written, paid.year, paid.amount) == (written, year, wan("217"))


def test_a_remark_on_two_contracts_is_cut_at_their_prices() -> None:
    text = "2017年合同总价52.10万元，2017年支付26.05万元；2018年续签合同总价39.70万元，2018年支付23.82万元。"
    one, other = sections(text)
    assert [paid.amount for paid in read_remark(one).payments] == [wan("26.05")]
    assert read_remark(other).is_renewal and [paid.amount for paid in read_remark(other).payments] == [
        wan("23.82")
    ]


@pytest.mark.parametrize(
    ("text", "amount", "in_table", "taken", "reason"),
    [
        ("2017年支付4万元，2018年支付6万元，已付清", "10", {2018: "6"}, ["4"], ""),
        (
            "2017年支付4万元，2018年支付6万元",
            "10",
            {2018: "5"},
            [],
            "表中是 5.00万元",
        ),
        ("2017年支付5万元，合同款已全部支付", "10", {2018: "6"}, [], "多于合同金额"),
        (
            "2017年支付3万元，合同款已全部支付",
            "10",
            {2018: "6"},
            [],
            "合计 9.00万元，合同金额 10.00万元",
        ),
        ("2017年支付3万元，余款2万元未付", "10", {2018: "6"}, [], "合同金额减各年付款是 1.00万元"),
        ("2017年支付3万元，余款1万元未付", "10", {2018: "6"}, ["3"], ""),
    ],
)
def test_a_remark_is_taken_only_if_it_agrees_with_the_table(
    text: str, amount: str, in_table: dict[int, str], taken: list[str], reason: str
) -> None:
    paid = {year: wan(sum_) for year, sum_ in in_table.items()}
    found = weighed(read_remark(text, 2018), wan(amount), paid)
    assert [one.amount for one in found.payments] == [wan(sum_) for sum_ in taken]
    assert reason in found.reason and bool(reason) == bool(found.reason)


@given(st.text(alphabet="20178年月支付合同款的总价第一次后按季度%即万元.,，。；()0123456789", max_size=80))
def test_any_words_are_read_without_harm(text: str) -> None:
    found = read_remark(text, 2018)
    assert sum(term.share or 0 for term in found.terms) <= 100
    assert all(paid.amount > 0 for paid in found.payments)
