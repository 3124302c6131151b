"""The inverse solver: which values of a base figure round to the rates that somebody printed."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.dates import BadValue
from models.kinds import round_half_up
from models.rates import ADJUSTMENT, CARRY_OVER, EXECUTION
from models.solver import Clue, rate_clue, read_printed, solve

CASE = {"总指标": Fraction("2324.67"), "结余": Fraction("271.37")}


def clue(name: str, printed: str, base: str, over: str = "", **known: str) -> Clue:
    figures = {key: Fraction(value) for key, value in known.items()}
    return rate_clue(name, read_printed(printed), base, figures, over=over)


@pytest.mark.parametrize("balance", ["271.37", "271.36"])
def test_the_two_rates_of_the_published_report_name_its_initial_budget(balance: str) -> None:
    known = {**CASE, "结余": Fraction(balance)}
    clues = [
        rate_clue(ADJUSTMENT, read_printed("165.62%"), "年初预算", known),
        rate_clue(CARRY_OVER, read_printed("31.01%"), "年初预算", known),
    ]
    found = solve("年初预算", clues)
    assert found.ends() == (Decimal("875.17"), Decimal("875.20"))
    assert found.allowed.holds(Fraction("875.18"))
    assert (
        found.sentence == "年初预算在 875.17 至 875.20 万元之间时，得出预算调整率 165.62%、结余结转率 31.01%"
    )


@pytest.mark.parametrize(
    ("name", "printed", "base", "known", "ends"),
    [
        # 2053.30 ÷ x = 88.33 % (88.325 closed, 88.335 open)
        (EXECUTION, "88.33%", "总指标", {"已支付": "2053.30"}, ("2324.45", "2324.70")),
        (EXECUTION, "88.33", "已支付", {"总指标": "2324.67"}, ("2053.27", "2053.49")),
        (EXECUTION, "100.00%", "已支付", {"总指标": "100"}, ("100.00", "100.00")),
        (EXECUTION, "100%", "已支付", {"总指标": "100"}, ("99.50", "100.49")),  # 100.5 rounds to 101
        (EXECUTION, "0.00%", "已支付", {"总指标": "2000"}, ("0.00", "0.09")),
        (CARRY_OVER, "31.01%", "结余", {"年初预算": "875.18"}, ("271.35", "271.43")),
        (CARRY_OVER, "31.01%", "已支付", {"年初预算": "875.18", "总指标": "2324.67"}, ("2053.24", "2053.32")),
        (ADJUSTMENT, "165.62%", "总指标", {"年初预算": "875.18"}, ("2324.61", "2324.69")),
        # −5 % by half-up away from zero: −5.5 % is −6 %, −4.5 % is −5 %
        (ADJUSTMENT, "-5%", "总指标", {"年初预算": "100"}, ("94.51", "95.50")),
        (ADJUSTMENT, "0%", "总指标", {"年初预算": "100"}, ("99.51", "100.49")),
        (ADJUSTMENT, "-100.0%", "总指标", {"年初预算": "10"}, ("0.00", "0.00")),
    ],
)  # fmt: skip
def test_intervals(name: str, printed: str, base: str, known: dict[str, str], ends: tuple[str, str]) -> None:
    found = solve(base, [clue(name, printed, base, **known)])
    assert found.ends() == tuple(map(Decimal, ends))


def test_another_denominator_may_be_named() -> None:
    found = solve("到位资金", [clue(EXECUTION, "50.00%", "到位资金", over="到位资金", 已支付="100")])
    assert found.ends() == (Decimal("199.99"), Decimal("200.02"))
    assert found.allowed.holds(Fraction(200))


def test_half_up_says_which_end_belongs() -> None:
    allowed = clue(EXECUTION, "12.3%", "已支付", 总指标="100").allowed
    assert (allowed.low, allowed.low_closed) == (Fraction("12.25"), True)
    assert (allowed.high, allowed.high_closed) == (Fraction("12.35"), False)
    falling = clue(EXECUTION, "50%", "总指标", 已支付="100").allowed
    assert (falling.low, falling.low_closed) == (Fraction(10000) / Fraction("50.5"), False)
    assert (falling.high, falling.high_closed) == (Fraction(10000) / Fraction("49.5"), True)


def test_no_solution_says_so_with_what_each_rate_says_alone() -> None:
    clues = [
        rate_clue(ADJUSTMENT, read_printed("165.62%"), "年初预算", CASE),
        rate_clue(CARRY_OVER, read_printed("32.01%"), "年初预算", CASE),
    ]
    found = solve("年初预算", clues)
    assert found.ends() is None
    assert found.ends(6) is None
    assert found.sentence == (
        "没有一个年初预算能同时得出预算调整率 165.62%、结余结转率 32.01%。"
        "只看预算调整率，在 875.17 至 875.20 万元之间；只看结余结转率，在 847.64 至 847.89 万元之间"
    )


def test_a_narrow_interval_without_two_decimals_is_told_in_fen() -> None:
    found = solve("总指标", [clue(EXECUTION, "33.3333%", "总指标", 已支付="0.011111")])
    assert found.ends() is None
    assert found.ends(6) == (Decimal("0.033333"), Decimal("0.033333"))
    assert "0.033333" in found.sentence


@pytest.mark.parametrize(
    ("name", "base", "known", "said"),
    [
        (EXECUTION, "年初预算", {"总指标": "1", "已支付": "1"}, "不随年初预算变化"),
        (CARRY_OVER, "年初预算", {"总指标": "1"}, "缺已支付"),
        (EXECUTION, "总指标", {"总指标": "1", "已支付": "1"}, "不能同时给出"),
        ("满意度", "总指标", {}, "没有“满意度”这个率"),
    ],
)
def test_what_cannot_be_asked(name: str, base: str, known: dict[str, str], said: str) -> None:
    with pytest.raises(BadValue, match=said):
        clue(name, "1%", base, **known)


@pytest.mark.parametrize("text", ["", "约 165%", "165.62.1", "١٦٥", "1e3", "百分之五", "1,2345"])
def test_what_is_no_printed_rate(text: str) -> None:
    with pytest.raises(BadValue, match="不是印出来的率"):
        read_printed(text)


@pytest.mark.parametrize(
    ("text", "value", "decimals"), [("165.62％", "165.62", 2), ("−3.1%", "-3.1", 1), ("31", "31", 0)]
)
def test_printed_rates(text: str, value: str, decimals: int) -> None:
    printed = read_printed(text)
    assert (printed.value, printed.decimals) == (Fraction(value), decimals)


AMOUNTS = st.integers(1, 10**10).map(lambda amount: Fraction(amount, 10**4))
BASES: dict[str, Any] = {
    EXECUTION: lambda initial, quota, paid: paid / quota * 100,
    ADJUSTMENT: lambda initial, quota, paid: (quota - initial) / initial * 100,
    CARRY_OVER: lambda initial, quota, paid: (quota - paid) / initial * 100,
}
ORDER = ("年初预算", "总指标", "已支付")


@settings(max_examples=200, deadline=None)
@given(
    st.tuples(AMOUNTS, AMOUNTS, AMOUNTS), st.sampled_from(sorted(BASES)), st.sampled_from(ORDER),
    st.integers(0, 4), AMOUNTS,
)  # fmt: skip
def test_exactly_the_values_that_print_the_rate_are_allowed(
    amounts: tuple[Fraction, ...], name: str, base: str, decimals: int, other: Fraction
) -> None:
    """The true base is always allowed, and any other is allowed just when it prints the same rate."""
    figures = dict(zip(ORDER, amounts, strict=True))
    printed = round_half_up(BASES[name](*figures.values()), decimals)
    known = {key: value for key, value in figures.items() if key != base}
    try:
        found = rate_clue(name, read_printed(format(printed, "f")), base, known)
    except BadValue as refused:
        assert "不随" in str(refused)
        return
    assert found.allowed.holds(figures[base])
    tried = {**figures, base: other}
    same = round_half_up(BASES[name](*tried.values()), decimals) == printed
    assert found.allowed.holds(other) == same
