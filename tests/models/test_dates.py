"""Dates as precise as known, compared only as far as they are certain."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.dates import BadValue, Span, chinese_date, days, parse_date, span


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2018-04-19", "2018-06-01", (43, 43)),
        ("2018-04-19", "2018-06", (43, 72)),
        ("2018", "2018", (-364, 364)),
        ("2018-12", "2018-10", (-91, -31)),
    ],
)
def test_days_between_are_an_interval(start: str, end: str, expected: tuple[int, int]) -> None:
    assert days(start, end) == expected


def test_a_month_means_all_its_days() -> None:
    assert span("2016-02") == Span(date(2016, 2, 1), date(2016, 2, 29))
    assert span("2018") == Span(date(2018, 1, 1), date(2018, 12, 31))


@given(st.dates(date(1949, 1, 1), date(2099, 12, 31)))
def test_every_day_comes_back(day: date) -> None:
    assert parse_date(day.isoformat()) == day.isoformat()
    assert parse_date(chinese_date(day.isoformat())) == day.isoformat()


@pytest.mark.parametrize(
    ("iso", "written"), [("2019-08-10", "2019年8月10日"), ("2018-06", "2018年6月"), ("2018", "2018年")]
)
def test_official_writing_has_no_leading_zeros(iso: str, written: str) -> None:
    assert chinese_date(iso) == written


@pytest.mark.parametrize("text", ["长" * 20_000, "2018年" + "6" * 5_000])
def test_a_page_of_text_is_not_repeated_in_the_answer(text: str) -> None:
    with pytest.raises(BadValue) as refused:
        parse_date(text)
    assert len(str(refused.value)) < 100
