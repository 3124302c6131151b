"""Words are found by themselves and by the initials of their pinyin, wherever they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services import pinyin


@pytest.mark.parametrize(
    ("wanted", "text", "place"),
    [
        ("政务", "长沙市政务云", (3, 5)),
        ("zw", "长沙市政务云", (3, 5)),
        ("css", "长沙市政务云", (0, 3)),
        ("zs", "长沙市政务云", (0, 2)),
        ("yx", "长沙银行", (2, 4)),
        ("yh", "长沙银行", (2, 4)),
        ("app", "“我的长沙”APP项目", (6, 9)),
        ("appxm", "“我的长沙”APP项目", (6, 11)),
        ("2017", "运维(2017)", (3, 7)),
        ("zq", "长沙市政务云", None),
        ("政无", "长沙市政务云", None),
    ],
)
def test_where_words_stand(wanted: str, text: str, place: tuple[int, int] | None) -> None:
    assert pinyin.found(wanted, text) == place


@given(st.text(max_size=40))
def test_initials_keep_every_place(text: str) -> None:
    assert all(len(form) == len(text) for form in pinyin.initials(text))


@given(st.text(alphabet="长沙银行政务云A1 （）", min_size=1, max_size=12), st.data())
def test_any_part_of_a_text_is_found(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    part = text[start:end].lower()
    found = pinyin.found(part, text)
    assert found is not None and (text[found[0] : found[1]].lower() == part or part.isascii())


@given(
    st.lists(st.text(alphabet="长沙银行〇A1 （）\n", max_size=8)), st.text(alphabet="长沙csyhx1a", min_size=1)
)
def test_many_texts_are_searched_as_each_of_them_would_be(texts: list[str], wanted: str) -> None:
    assert pinyin.having(wanted, texts) == [pinyin.found(wanted, text) is not None for text in texts]
