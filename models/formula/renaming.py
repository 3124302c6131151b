"""Following a renamed code or figure through the formulas that quote it."""

from __future__ import annotations

from collections.abc import Iterator

from models.formula.lexer import Mark, Token, requoted, scan
from models.formula.words import FIGURES, SERIES


def rename(text: str, collection: str, old: str, new: str) -> str:
    """The formula with `collection["old"]` reading `collection["new"]`, every other character as it was.

    A base figure is renamed within 序列(…) too. A half-written formula is followed as far as it can
    be read; nothing is raised.
    """
    pieces, done = [], 0
    for token in _keys(text, collection):
        if token.text == old:
            pieces += [text[done : token.start], requoted(text[token.start : token.end], new)]
            done = token.end
    return "".join([*pieces, text[done:]])


def _keys(text: str, collection: str) -> Iterator[Token]:
    in_series: list[bool] = []
    before = last = Token(Mark.END, "", 0, 0)
    for token in scan(text):
        if token.mark is Mark.OPEN:
            in_series.append(last.mark is Mark.NAME and last.text == SERIES)
        elif token.mark is Mark.CLOSE:
            del in_series[-1:]
        elif token.mark is Mark.TEXT:
            keyed = last.mark is Mark.KEY_OPEN and before.mark is Mark.NAME and before.text == collection
            listed = in_series[-1:] == [True] and last.mark in (Mark.OPEN, Mark.COMMA)
            if keyed or (listed and collection == FIGURES):
                yield token
        before, last = last, token
