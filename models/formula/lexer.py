"""From a formula's characters to its words; what no formula may hold becomes a word that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from models.formula.errors import FormulaError, quoted
from models.formula.words import AND, CLOSERS, FUNCTIONS, NOT, OR, PLAIN, SAME
from models.sayings import saying

DIGITS_LIMIT = 30

_SPACES = " \t\r\n\u00a0\u3000"
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])")
_OPERATOR = re.compile(r">=|<=|==|<>|!=|[-+*/><=≥≤≠]")


class Mark(StrEnum):
    """What sort of word it is; the single signs stand for themselves."""

    NUMBER = "数"
    TEXT = "文字"
    NAME = "名称"
    OPERATOR = "运算符"
    OPEN = "("
    CLOSE = ")"
    KEY_OPEN = "["
    KEY_CLOSE = "]"
    DOT = "."
    COMMA = ","
    END = "结尾"
    WRONG = "错"


_OPERANDS = frozenset({Mark.NUMBER, Mark.TEXT, Mark.NAME, Mark.CLOSE, Mark.KEY_CLOSE})


@dataclass(frozen=True, slots=True)
class Token:
    """One word with its place; `text` is its plain form, a text's content, or what is wrong with it."""

    mark: Mark
    text: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """The words of a formula, closed by an END; FormulaError at the first that no formula may hold."""
    found = []
    for token in scan(text):
        if token.mark is Mark.WRONG:
            raise FormulaError(token.text, token.start)
        found.append(token)
    return [*found, Token(Mark.END, "", len(text), len(text))]


def scan(text: str) -> Iterator[Token]:
    """Every word of a text, right or wrong, in order; never raises."""
    plain, at, before = text.translate(PLAIN), 0, Mark.END
    while at < len(text):
        if text[at] in _SPACES:
            at += 1
            continue
        token = _next(text, plain, at, before)
        yield token
        at, before = token.end, token.mark


def requoted(written: str, new: str) -> str:
    """The new key between the same quotes as the written one; a closing quote inside it stands doubled."""
    closer = CLOSERS[written[0]]
    return written[0] + new.replace(closer, closer * 2) + closer


def _next(text: str, plain: str, at: int, before: Mark) -> Token:
    char = plain[at]
    if char in CLOSERS:
        return _text(text, at)
    if _is_digit(char):
        return _number(plain, at, text)
    if _in_word(char):
        return _word(plain, at, before)
    if plain.startswith(("**", "//"), at):
        return _wrong(saying("公式里没有“{0}”。可用的运算是 + - × ÷", plain[at] * 2), at, 2)
    match = _OPERATOR.match(plain, at)
    if match:
        return Token(Mark.OPERATOR, SAME.get(match.group(), match.group()), at, match.end())
    if char == "." and before not in _OPERANDS and _is_digit(plain[at + 1 : at + 2]):
        return _wrong(saying("小数点前要有数字，请写成 0.5 这样的数"), at, 1)
    if char in "()[].,":
        return Token(Mark(char), char, at, at + 1)
    return _wrong(_refusal(text[at], char), at, 1)


def _refusal(char: str, plain: str) -> str:
    if plain == "^":
        return saying("公式里没有“^”。可用的运算是 + - × ÷")
    if plain == "%":
        return saying("公式里不写“%”：率本身就是百分数，88.33 就是 88.33%；要当比例用，请除以 100")
    if char.isnumeric():
        return saying("“{0}”不是半角数字，请改用 0 到 9", char)
    if not char.isprintable():
        return saying("这里有看不见的字符（U+{0}），请删去", f"{ord(char):04X}")
    return saying("公式里不能用“{0}”", char)


def _wrong(message: str, at: int, length: int) -> Token:
    return Token(Mark.WRONG, message, at, at + length)


def _is_digit(char: str) -> bool:
    return char.isascii() and char.isdigit()


def _in_word(char: str) -> bool:
    return char.isalpha() or char == "_" or _is_digit(char)


def _word_end(plain: str, at: int) -> int:
    while at < len(plain) and _in_word(plain[at]):
        at += 1
    return at


def _word(plain: str, at: int, before: Mark) -> Token:
    end = _word_end(plain, at)
    word = plain[at:end]
    if before is not Mark.DOT:
        if before in _OPERANDS and word[0] in (AND, OR):
            return Token(Mark.OPERATOR, word[0], at, at + 1)
        if word in (AND, OR, NOT):
            return Token(Mark.OPERATOR, word, at, end)
        if word in FUNCTIONS:
            return Token(Mark.NAME, word, at, end)
    inner = _word_end(plain, end + 1)
    bracketed = plain[end : end + 1] == "(" and inner > end + 1 and plain[inner : inner + 1] == ")"
    if bracketed and not _is_digit(plain[end + 1]):
        return Token(Mark.NAME, f"{word}（{plain[end + 1 : inner]}）", at, inner + 1)
    return Token(Mark.NAME, word, at, end)


def _number(plain: str, at: int, text: str) -> Token:
    match = _NUMBER.match(plain, at)
    assert match is not None
    digits, end = match.group(), match.end()
    after = plain[end : end + 1]
    thousands = _THOUSANDS.match(plain, at)
    if thousands and "，" not in text[at : thousands.end()]:
        message = saying(
            "“{0}”像是带千分位的数：数字里不写逗号；要是几个数，逗号后请空一格", quoted(thousands.group())
        )
        return _wrong(message, at, thousands.end() - at)
    if len(digits) > 1 and digits[0] == "0" and digits[1] != ".":
        return _wrong(saying("“{0}”不能以 0 开头", quoted(digits)), at, len(digits))
    if len(digits.replace(".", "")) > DIGITS_LIMIT:
        return _wrong(
            saying("“{0}”太长，一个数最多 {1} 位数字", quoted(digits), DIGITS_LIMIT), at, len(digits)
        )
    if after == ".":
        return _wrong(saying("“{0}.”不是完整的数，请写成 12.5 这样的数", quoted(digits)), at, len(digits) + 1)
    if after and _in_word(after) and after not in (AND, OR):
        return _wrong(
            saying("“{0}”后面不能紧跟文字；金额按万元计，不写单位", quoted(digits)), at, len(digits)
        )
    return Token(Mark.NUMBER, digits, at, end)


def _text(text: str, at: int) -> Token:
    closer = CLOSERS[text[at]]
    end = at + 1
    while (end := text.find(closer, end)) >= 0:
        if text[end + 1 : end + 2] != closer:
            return Token(Mark.TEXT, text[at + 1 : end].replace(closer * 2, closer), at, end + 1)
        end += 2
    return _wrong(saying("引号没有配对，请在名称后面补上引号"), at, len(text) - at)
