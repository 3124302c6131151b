"""A changed proposal is offered place by place; the evaluator's words stay until he takes it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.report.live.merging import decline, lines, offers, places_that_differ, take

CASES = [
    # said, base, mine, now, offered as (before, now, touched)
    ("nothing new", "甲 乙 丙", "甲 我 丙", "甲 乙 丙", []),
    ("a new paragraph", "甲 乙", "甲 我", "甲 乙 丁", [("", "丁", False)]),
    ("a new paragraph in front", "甲 乙", "甲 我", "丁 甲 乙", [("", "丁", False)]),
    ("a paragraph gone", "甲 乙 丙", "甲 我 丙", "甲 乙", [("丙", "", False)]),
    ("a paragraph worded anew", "甲 乙 丙", "甲 乙 我", "甲 丁 丙", [("乙", "丁", False)]),
    ("worded anew where the evaluator wrote", "甲 乙 丙", "甲 我 丙", "甲 丁 丙", [("乙", "丁", True)]),
    ("the evaluator wrote the same", "甲 乙 丙", "甲 丁 丙", "甲 丁 丙", []),
    ("gone where the evaluator had taken it out", "甲 乙 丙", "甲 丙", "甲 丙", []),
    ("two places", "甲 乙 丙 戊", "甲 乙 丙 我", "丁 乙 己 戊", [("甲", "丁", False), ("丙", "己", False)]),
    ("everything is the evaluator's", "甲 乙", "我 你 他", "甲 丁", [("甲 乙", "甲 丁", True)]),
]


def text(words: str) -> str:
    return "\n".join(words.split())


@pytest.mark.parametrize(("said", "base", "mine", "now", "offered"), CASES, ids=[case[0] for case in CASES])
def test_what_is_offered(
    said: str, base: str, mine: str, now: str, offered: list[tuple[str, str, bool]]
) -> None:
    found = offers(text(base), text(mine), text(now))
    assert [(" ".join(each.before), " ".join(each.now), each.touched) for each in found] == offered


def test_what_is_taken_stands_where_it_belongs_and_is_not_offered_again() -> None:
    base, mine, now = text("甲 乙 丙"), text("甲 我 丙 末"), text("甲 乙 丁 丙 戊")
    first, second = offers(base, mine, now)
    base, mine = take(base, mine, first)
    assert mine == text("甲 我 丁 丙 末")
    (again,) = offers(base, mine, now)
    assert again.now == second.now
    assert offers(decline(base, again), mine, now) == ()


PARAGRAPHS = st.lists(st.sampled_from("甲乙丙丁戊"), max_size=9).map("\n".join)


@given(PARAGRAPHS, PARAGRAPHS, PARAGRAPHS)
def test_taking_everything_ends_with_nothing_offered(base: str, mine: str, now: str) -> None:
    for _ in range(40):
        open_offers = offers(base, mine, now)
        if not open_offers:
            break
        base, mine = take(base, mine, open_offers[0])
    assert offers(base, mine, now) == ()


@given(PARAGRAPHS, PARAGRAPHS)
def test_an_unchanged_proposal_offers_nothing(base: str, mine: str) -> None:
    assert offers(base, mine, base) == ()


@given(PARAGRAPHS, PARAGRAPHS)
def test_a_text_that_nobody_touched_takes_over_the_whole_proposal(base: str, now: str) -> None:
    mine = base
    while found := offers(base, mine, now):
        assert not any(each.touched for each in found)
        base, mine = take(base, mine, found[0])
    assert lines(mine) == lines(now)
    assert places_that_differ(mine, now) == 0
