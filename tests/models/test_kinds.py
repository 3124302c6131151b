"""What people type, what it means, and how it comes out again."""

from __future__ import annotations

import csv
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import kinds
from models.fields import Field, Kind
from models.kinds import BadValue
from models.schema import SCHEMA
from models.tables.indicators import RULE_WORDS

CASES = list(csv.DictReader((Path(__file__).parent / "cases_typed.csv").open(encoding="utf-8", newline="")))

FIELDS = {
    "percent": Field("f", "比例", Kind.PERCENT, minimum=Decimal(0), maximum=Decimal(100)),
    "integer": Field("f", "数", Kind.INTEGER),
    "choice": Field("f", "评分规则", Kind.CHOICE, choices=tuple(RULE_WORDS), words=RULE_WORDS),
}
YEAR = SCHEMA["project"].field("year")


def field(kind: str) -> Field:
    return FIELDS.get(kind) or Field("f", "值", Kind(kind))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['kind']}: {case['note']}")
def test_typed(case: dict[str, str]) -> None:
    declared = YEAR if case["typed"] == "2108" else field(case["kind"])
    if case["value"].startswith("!"):
        with pytest.raises(BadValue, match=case["value"][1:]):
            kinds.parse(declared, case["typed"])
    else:
        assert str(kinds.parse(declared, case["typed"])) == case["value"]


@pytest.mark.parametrize("kind", list(Kind))
def test_nothing_typed_is_nothing_not_zero(kind: Kind) -> None:
    assert kinds.parse(field(kind.value), "  ") is None


def test_yuan_projects_take_plain_numbers_as_yuan() -> None:
    assert kinds.parse(field("money"), "5634", money_unit="元") == 563400
    assert kinds.show(field("money"), 563400, money_unit="元") == "5,634.00"


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        ("0.125", 2, "0.13"),
        ("-0.125", 2, "-0.13"),
        ("2.675", 2, "2.68"),
        ("1.005", 2, "1.01"),
        ("0.0049999", 2, "0.00"),
        ("2.5", 0, "3"),
    ],
)
def test_half_up(value: str, places: int, expected: str) -> None:
    assert str(kinds.round_half_up(Decimal(value), places)) == expected


def test_fractions_round_exactly() -> None:
    assert str(kinds.round_half_up(Fraction(10**35 + 1, 2), 0)) == str((10**35 + 2) // 2)
    assert kinds.round_half_up(Fraction(1, 3)) == Decimal("0.33")
    assert kinds.round_half_up(Fraction(2324_67 - 875_18, 875_18) * 100) == Decimal("165.62")


@given(st.integers(-(10**15), 10**15))
def test_money_comes_back_to_the_fen(amount: int) -> None:
    text = kinds.exchange(field("money"), amount)
    assert isinstance(text, str) and 2 <= len(text.split(".")[1]) <= 6
    assert kinds.parse(field("money"), text) == amount


@given(
    st.one_of(st.integers(-(10**15), 10**15), st.fractions(-(10**12), 10**12)),
    st.sampled_from(["万元", "元"]),
    st.booleans(),
)
def test_money_is_shown_as_its_rounded_decimal(amount: int | Fraction, unit: str, thousands: bool) -> None:
    rounded = kinds.round_half_up(Fraction(amount) / kinds.FEN_PER[unit])
    text = kinds.show_money(amount, unit, thousands)
    assert text.lstrip("−") == kinds.show_number(rounded, thousands).lstrip("−")
    assert text.startswith("−") == (amount < 0)
    assert kinds.FIGURE_SIGNS.issuperset(text)


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=6))
def test_numbers_come_back_canonical(value: Decimal) -> None:
    text = kinds.canonical(value)
    assert Decimal(text) == value and "e" not in text.lower() and text != "-0"
    assert not ("." in text and text.endswith("0"))
    assert kinds.canonical(Decimal(text)) == text


@given(st.text(), st.sampled_from(list(Kind)))
def test_rubbish_is_refused_with_a_sentence_or_taken_never_a_crash(text: str, kind: Kind) -> None:
    try:
        value = kinds.parse(field(kind.value), text)
    except BadValue as refused:
        assert str(refused)
    else:
        stored = kinds.to_file(field(kind.value), value)
        assert kinds.from_file(field(kind.value), stored) == value
        if isinstance(stored, str):
            stored.encode("utf-8")


@pytest.mark.parametrize(
    ("kind", "value", "shown"),
    [
        ("money", 2324_670000, "2,324.67"),
        ("money", -2_270000, "−2.27"),
        ("money", 0, "0.00"),
        ("percent", Decimal("88.33"), "88.33%"),
        ("number", Decimal("2200"), "2,200"),
        ("bool", True, "是"),
        ("choice", "linear", "线性（及格线）"),
        ("text", None, ""),
    ],
)
def test_shown(kind: str, value: object, shown: str) -> None:
    assert kinds.show(field(kind), value) == shown  # type: ignore[arg-type]


def test_a_year_has_no_separator() -> None:
    assert kinds.show(YEAR, 2018) == "2018"
