"""A sentence is its Chinese words everywhere, and knows how it was made."""

from __future__ import annotations

from models.sayings import Saying, Word, listing, saying, sentence_of, word


def test_a_saying_is_its_sentence() -> None:
    made = saying("“{0}”的月份 {1} 不在 1–12 之间", "2018-13", 13)
    assert made == "“2018-13”的月份 13 不在 1–12 之间"
    assert (made.template, made.arguments) == ("“{0}”的月份 {1} 不在 1–12 之间", ("2018-13", 13))


def test_braces_in_what_is_put_in_are_words() -> None:
    assert saying("没有“{0}”", "{1}{x}") == "没有“{1}{x}”"


def test_a_saying_within_a_saying_is_kept() -> None:
    inner = saying("第 {0} 行", 3)
    outer = saying("{0}：{1}", inner, "金额读不懂")
    assert outer == "第 3 行：金额读不懂" and isinstance(outer.arguments[0], Saying)


def test_a_list_keeps_its_words() -> None:
    made = listing(map(word, ("甲", "乙", "丙")))
    assert made == "甲、乙、丙" and isinstance(made, Saying)
    assert [each for each in made.arguments if isinstance(each, Word)] == ["甲", "乙", "丙"]
    assert listing(["一句", "又一句"], between="；") == "一句；又一句"


def test_an_error_keeps_the_saying_that_it_was_given() -> None:
    assert isinstance(sentence_of(ValueError(saying("第 {0} 行", 3))), Saying)
    assert sentence_of(ValueError("第 3 行")) == "第 3 行"
    assert sentence_of(OSError(2, "absent")) == "[Errno 2] absent"
