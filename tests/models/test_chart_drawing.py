"""The charts' pictures: to scale from zero, every text in the frame and apart from the others."""

from __future__ import annotations

import unicodedata
from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.dates import Span
from models.report.blocks import Bar, Chart, ChartItem, Due, Level, Paid
from models.report.chart_bars import Scale
from models.report.chart_drawing import TALLEST, drawing
from models.report.chart_shapes import Box, Picture, Rect, Setter, Stroke, Words

WIDTH = Fraction(442)
HOSTILE = ["<b>粗</b>", "A&B", "很长" * 5000, "方向\u202e反转", "😀" * 50, "两\n行", "", " ", "Aa1." * 200]


def measure(text: str, size: Fraction, bold: bool) -> float:
    """Chinese signs an em wide, others half of it."""
    ems = sum(0.5 if unicodedata.east_asian_width(char) in "NaNHA" else 1 for char in text)
    return ems * float(size) * (1.05 if bold else 1)


def drawn(*items: ChartItem, width: Fraction = WIDTH, notes: tuple[str, ...] = ()) -> Picture:
    kind = "bars" if isinstance(items[0], Bar) else "time"
    return drawing(Chart("图", kind, items, "框为分值，实为得分", notes), width, measure)  # type: ignore[arg-type]


def assert_sound(picture: Picture) -> None:
    """Nothing outside the frame, no text on another, no empty text."""
    frame = Rect(Fraction(0), Fraction(0), picture.width, picture.height)
    for shape in picture.shapes:
        if isinstance(shape, Words):
            assert shape.text and shape.rect.within(frame), shape
        elif isinstance(shape, Box):
            assert shape.rect.within(frame), shape
        else:
            assert all(0 <= x <= frame.width and 0 <= y <= frame.height for x, y in shape.points), shape
    for one, other in combinations(picture.words, 2):
        assert not one.rect.meets(other.rect), (one, other)


def boxes(picture: Picture, fill: str | None) -> list[Rect]:
    return [each.rect for each in picture.shapes if isinstance(each, Box) and each.fill == fill]


figures = st.one_of(
    st.none(),
    st.just(Fraction(0)),
    st.fractions(-(10**9), 10**12, max_denominator=1_000_000),
    st.integers(-500, 1000).map(Fraction),
)
names = st.one_of(st.text(max_size=60), st.sampled_from(HOSTILE))
bars = st.builds(Bar, names, names, st.none(), figures, figures, st.booleans())
widths = st.integers(200, 700).map(Fraction)


@settings(max_examples=120, deadline=None)
@given(items=st.lists(bars, min_size=1, max_size=41), width=widths, note=names)
def test_any_bars_have_a_sound_picture(items: list[Bar], width: Fraction, note: str) -> None:
    picture = drawn(*items, width=width, notes=(note,))
    assert_sound(picture)
    assert picture == drawn(*items, width=width, notes=(note,))
    assert picture.height <= TALLEST
    assert [each.item for each in picture.areas] == list(range(len(items)))


@settings(max_examples=60, deadline=None)
@given(
    items=st.lists(st.builds(Bar, st.just("甲"), st.just("1.00"), st.none(), figures, figures), min_size=1)
)
def test_lengths_are_in_proportion_and_begin_at_zero(items: list[Bar]) -> None:
    picture = drawn(*items)
    shown = [each for bar in items for each in (bar.filled, bar.outlined) if each]
    found = [each.rect for each in picture.shapes if isinstance(each, Box) and each.fill != "error"]
    assert len(found) == len(shown)
    zero = [each.points[0][0] for each in picture.shapes if isinstance(each, Stroke)][-1]
    unit = next((rect.width / abs(each) for rect, each in zip(found, shown, strict=True)), Fraction(0))
    for rect, each in zip(found, shown, strict=True):
        assert rect.width == abs(each) * unit
        assert (rect.x if each > 0 else rect.right) == zero


CASES = [
    # outlined, filled: what is outlined, filled, and filled beyond the outline, in parts of the outline
    ("100", "40", [100], [40], []),
    ("100", "100", [100], [100], []),
    ("100", "110", [100], [110], [10]),
    ("0", "5", [], [5], [5]),
    ("100", "0", [100], [], []),
    ("100", None, [100], [], []),
    (None, "5", [], [5], []),
    (None, None, [], [], []),
    ("-50", "10", [50], [10], [10]),
    ("0", "0", [], [], []),
]


@pytest.mark.parametrize(("outlined", "filled", "outlines", "fills", "beyond"), CASES)
def test_what_of_a_bar_is_drawn(
    outlined: str | None, filled: str | None, outlines: list[int], fills: list[int], beyond: list[int]
) -> None:
    one = Bar("甲", "说明", None, *(None if each is None else Fraction(each) for each in (outlined, filled)))
    picture = drawn(one, Bar("尺", "—", None, Fraction(200), None))
    assert_sound(picture)
    unit = boxes(picture, None)[-1].width / 200
    assert [each.width / unit for each in boxes(picture, None)[:-1]] == outlines
    assert [each.width / unit for each in boxes(picture, "accent")] == fills
    assert [each.width / unit for each in boxes(picture, "error")] == beyond
    dashed = [each.dashed for each in picture.shapes if isinstance(each, Box) and each.fill is None]
    assert dashed == ([filled is None] if outlines else []) + [True]


@pytest.mark.parametrize("count", [1, 2, 12, 30, 40])
def test_every_name_and_figure_of_one_to_forty_bars_is_shown(count: int) -> None:
    items = [
        Bar(f"F{at}　网站群等运维", f"{at}.00 / 99.00", None, Fraction(99), Fraction(at))
        for at in range(count)
    ]
    picture = drawn(*items)
    assert_sound(picture)
    assert picture.height <= TALLEST
    texts = [each.text for each in picture.words]
    assert all(each.label in texts and each.text in texts for each in items)


def test_a_long_name_goes_on_in_a_second_line_and_ends_in_a_mark() -> None:
    texts = [each.text for each in drawn(Bar("长" * 10_000, "1.00", None, Fraction(1), Fraction(1))).words]
    assert len(texts) == 4 and texts[2].endswith("…") and not texts[1].endswith("…")


@pytest.mark.parametrize(
    ("low", "high", "figure", "place"),
    [(0, 10, 5, "1/2"), (-10, 10, 0, "1/2"), (0, 0, 0, "0"), (-10, 0, -10, "0"), (3, 9, 3, "1/3")],
)
def test_a_scale_always_has_zero_on_it(low: int, high: int, figure: int, place: str) -> None:
    assert Scale.of((Fraction(low), None, Fraction(high))).at(Fraction(figure)) == Fraction(place)


@settings(max_examples=60, deadline=None)
@given(text=names, room=st.integers(-5, 200).map(Fraction), most=st.integers(1, 3))
def test_lines_keep_to_their_room_and_lose_nothing_unsaid(text: str, room: Fraction, most: int) -> None:
    setter = Setter(measure)
    lines = setter.lines(text, room, most)
    assert len(lines) <= most and all(setter.length(each) <= max(room, Fraction(0)) for each in lines)
    whole = "".join(setter.lines(text, Fraction(10**6), 1)).replace(" ", "")
    said = "".join(lines).replace(" ", "")
    assert said == whole or said.endswith("…") or not said


# 时间


def span(first: str, last: str = "") -> Span:
    return Span(date.fromisoformat(first), date.fromisoformat(last or first))


days = st.dates(date(1995, 1, 1), date(2060, 12, 31))
spans = st.builds(lambda day, more: Span(day, day + timedelta(more)), days, st.sampled_from([0, 0, 30, 365]))
amounts = st.one_of(st.just(Fraction(0)), st.fractions(-1000, 10**7, max_denominator=100))
paid = st.builds(Paid, names, names, spans, amounts)
due = st.builds(Due, names, names, spans, st.booleans())
level = st.builds(Level, names, names, amounts)


@settings(max_examples=120, deadline=None)
@given(
    payments=st.lists(paid, max_size=12),
    dues=st.lists(due, max_size=10),
    level=level,
    width=widths,
    note=names,
)
def test_any_time_line_has_a_sound_picture(
    payments: list[Paid], dues: list[Due], level: Level, width: Fraction, note: str
) -> None:
    if payments or dues:
        items = (level, *payments, *dues)
        picture = drawn(*items, width=width, notes=(note,))
        assert_sound(picture)
        assert picture == drawn(*items, width=width, notes=(note,))
        assert {each.item for each in picture.areas} == set(range(len(items)))


def test_the_line_rises_to_scale_at_the_last_day_a_payment_can_have() -> None:
    picture = drawn(
        Level("合同金额", "400.00", Fraction(400)),
        Paid("2017年付款100.00", "累计100.00", span("2017-01-01", "2017-12-31"), Fraction(100)),
        Paid("2018年12月31日付款200.00", "累计300.00", span("2018-12-31"), Fraction(200)),
    )
    assert_sound(picture)
    line = next(each.points for each in picture.shapes if isinstance(each, Stroke) and each.role == "accent")
    rises = [
        (one[0], one[1] - other[1]) for one, other in zip(line, line[1:], strict=False) if one[0] == other[0]
    ]
    (first, small), (second, large), *_ = [each for each in rises if each[1]]
    assert large == 2 * small
    assert (first - 6) * 2 == second - 6 == WIDTH - 12
    stretch = boxes(picture, "prior")
    assert [(each.x, each.right) for each in stretch] == [(Fraction(6), first)]


def test_a_stretch_of_days_is_open_at_both_ends_and_a_mark_says_whether_it_is_met() -> None:
    picture = drawn(
        Due("甲", "1.00", span("2018-06-01", "2018-06-30"), True),
        Due("乙", "2.00", span("2018-03-01"), False),
    )
    assert_sound(picture)
    marks = [each for each in picture.shapes if isinstance(each, Stroke) and each.closed]
    assert [each.fill for each in marks] == ["accent", "surface"]
    leading = [
        each
        for each in picture.shapes
        if isinstance(each, Stroke) and each.thickness == 1 and not each.closed
    ]
    assert (
        len(leading) == 1 and leading[0].points[1][0] == (marks[0].points[0][0] + marks[0].points[2][0]) / 2
    )


def test_every_word_of_crowded_payments_is_somewhere() -> None:
    items = [
        Paid(f"2018年1月{day}日付款1.00", f"累计{day}.00", span(f"2018-01-{day:02}"), Fraction(1))
        for day in range(1, 13)
    ]
    picture = drawn(*items, Due("签订后", "1.00", span("2025-01-01"), True))
    assert_sound(picture)
    texts = [each.text for each in picture.words]
    assert all(each.label in texts and each.text in texts for each in items)
