"""Sums typed into cells: what they come to, and what is said of those that cannot be worked out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.calculation import calculated, is_calculation
from models.dates import BadValue
from models.fields import Field
from models.schema import SCHEMA

AMOUNT, NAME = SCHEMA["payment"].field("amount"), SCHEMA["contract"].field("name")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("=12.5*3", "12.5*3 = 37.5"),
        ("＝12.5×3", "12.5×3 = 37.5"),
        ("= 0.1+0.2", "0.1+0.2 = 0.3"),
        ("=（26.05+23.82）÷2", "（26.05+23.82）÷2 = 24.935"),
        ("=-3-(2-5)", "-3-(2-5) = 0"),
        ("=100/3", "100/3 ≈ 33.333333"),
        ("=100/3*3", "100/3*3 = 100"),
        ("=52.10-26.05", "52.10-26.05 = 26.05"),
    ],
)
def test_sums_are_exact(typed: str, sentence: str) -> None:
    assert calculated(AMOUNT, typed).sentence == sentence


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("=", "空的"),
        ("=1/0", "分母为零"),
        ("=1+", "没有写完"),
        ("=(1+2", "缺右括号"),
        ("=已支付*2", "只能用数"),
        ('=资金["F2"].已支付', "只能用数"),
        ("=1>2", "只能用数"),
        ("=合计(1, 2)", "只能用数"),
        ("=2**9", "没有“**”"),
        ("=__import__('os')", "算不出"),
        ("=" + "(" * 60 + "1", "太深"),
    ],
)
def test_nothing_but_numbers_is_worked_out(typed: str, said: str) -> None:
    with pytest.raises(BadValue, match=said.replace("*", r"\*")):
        calculated(AMOUNT, typed)


@pytest.mark.parametrize(("field", "is_sum"), [(AMOUNT, True), (NAME, False)])
def test_only_fields_of_numbers_take_sums(field: Field, is_sum: bool) -> None:
    assert is_calculation(field, "=1+1") is is_sum
    assert not is_calculation(field, "1+1")


def test_an_amount_in_yuan_ends_at_the_fen() -> None:
    assert calculated(AMOUNT, "=100/3", "元").typed == "33.33"


@given(st.lists(st.decimals(-1000, 1000, places=2), min_size=1, max_size=6))
def test_a_sum_of_amounts_is_their_sum(amounts: list) -> None:  # type: ignore[type-arg]
    typed = "=" + "+".join(f"({amount})" for amount in amounts)
    assert calculated(AMOUNT, typed).value == sum(amounts)
