"""Lines by the Chinese rules."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.exporting.pdf_fonts import FontBook
from services.exporting.pdf_text import NEVER_FIRST, NEVER_LAST, SQUEEZED, Line, _spaced, break_text, places
from services.fonts import FontStyle, resolve


def lines(text: str, width: float, *, given_up: float = 0.0, first: float | None = None) -> list[str]:
    """The lines of a text in which Han characters are 1 wide and Latin ones 0.5."""
    widths = [0.5 if char.isascii() else 1.0 for char in text]
    spans = break_text(text, widths, width if first is None else first, width, given_up)
    return [text[start:stop] for start, stop in spans]


@pytest.mark.parametrize(
    ("what", "text", "width", "expected"),
    [
        ("fits", "预算执行率", 5, ["预算执行率"]),
        ("anywhere between Han characters", "预算执行率为零", 5, ["预算执行率", "为零"]),
        ("no comma at a line's start", "预算执行率，偏低", 5, ["预算执行", "率，偏低"]),
        ("no two closing signs either", "预算执行（率）。低", 7, ["预算执行", "（率）。低"]),
        ("no opening bracket at a line's end", "预算执行《办法》", 5, ["预算执行", "《办法》"]),
        ("figures stay whole", "资金共计2,053.30万元", 6, ["资金共计", "2,053.30万元"]),
        ("a rate keeps its sign", "执行率达到88.33%", 7, ["执行率达到", "88.33%"]),
        ("a long dash is one sign", "绩效评价——长沙", 5, ["绩效评", "价——长沙"]),
        ("words stay whole", "采用Kubernetes集群", 6, ["采用", "Kubernetes集", "群"]),
        ("a word longer than the line is cut", "abcdefghijkl", 3, ["abcdef", "ghijkl"]),
        ("blanks at a break vanish", "甲乙丙 丁戊", 3, ["甲乙丙", "丁戊"]),
        ("only signs", "，，，，", 2, ["，，", "，，"]),
        ("narrower than a character", "合同", 0.4, ["合", "同"]),
        ("empty", "", 5, [""]),
    ],
)
def test_where_lines_break(what: str, text: str, width: float, expected: list[str]) -> None:
    assert lines(text, width) == expected, what


def test_the_first_line_may_be_shorter() -> None:
    assert lines("预算执行率为零", 5, first=3) == ["预算执", "行率为零"]


def test_signs_give_way_so_that_a_closing_sign_stays_on_the_line() -> None:
    assert lines("资金、合同，付款。其他", 8, given_up=0.4) == ["资金、合同，付款。", "其他"]
    assert lines("资金合同付款表，其他", 7, given_up=0.4) == ["资金合同付款", "表，其他"]


SENTENCES = st.lists(
    st.sampled_from(
        [
            "资金",
            "合同",
            "，",
            "。",
            "（",
            "）",
            "《",
            "》",
            "2,053.30",
            "万元",
            "Excel",
            " ",
            "88.33%",
            "评价",
        ]
    ),
    max_size=60,
).map("".join)


@given(SENTENCES, st.integers(10, 30), st.sampled_from([0.0, 0.4]))
def test_no_word_is_lost_and_no_line_too_long(text: str, width: int, given_up: float) -> None:
    made = lines(text, width, given_up=given_up)
    assert "".join(made).replace(" ", "") == text.replace(" ", "")
    for line in made:
        squeezed = sum(char in SQUEEZED for char in line) * given_up
        assert sum(0.5 if char.isascii() else 1.0 for char in line.rstrip()) <= width + squeezed + 1e-6


@given(
    st.lists(
        st.sampled_from(["资金使用", "合同管理，", "（详见表）", "《办法》", "共30.00万元。"]), max_size=40
    ).map("".join)
)
def test_ordinary_sentences_never_break_at_a_wrong_sign(text: str) -> None:
    made = lines(text, 12)
    assert all(line[0] not in NEVER_FIRST for line in made[1:])
    assert all(line[-1] not in NEVER_LAST for line in made[:-1])


@given(SENTENCES, st.sampled_from([-0.2, 0.0, 0.05]))
def test_spacing_changes_no_text(text: str, gap: float) -> None:
    parts = list(_spaced(text, gap))
    assert "".join(part for part, _ in parts) == text
    if gap > 0:
        assert all(space == 0 for part, space in parts if part in ("2,053.3", "Exce"))


@pytest.mark.parametrize(
    ("what", "text", "room", "filled"),
    [
        ("a line that is full", "预算执行率低于标准值", 100.0, True),
        ("a little moved apart", "预算执行率低于标准值", 107.0, True),
        ("also a little wider", "预算执行率低于标准值", 114.0, True),
        ("words stay whole and are not moved apart", "预算执行率88.33%低于标准值", 135.0, True),
        ("too short to be torn apart", "预算执行率低于标准值", 130.0, False),
        ("one word", "Kubernetes", 70.0, False),
        ("squeezed by its signs", "预算，执行；率低（略）", 108.0, True),
    ],
)
def test_a_justified_line_is_as_long_as_its_room(what: str, text: str, room: float, filled: bool) -> None:
    book = FontBook(resolve(bundled_only=True))
    pieces = book.pieces(FontStyle.SONG, text)
    line = Line(tuple(pieces), book.length(pieces, 10.0), final=False)
    *_, (_, start, length) = places(book, line, room, 10.0, "justify")
    unseen = 1.0  # the space after the last character
    assert (abs(start + length - room) <= unseen) == filled, what
