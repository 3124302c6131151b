"""From a formula's text to its tree. Length and depth are bounded, so nothing here can run away."""

from __future__ import annotations

from models.formula.errors import FormulaError, quoted
from models.formula.lexer import Mark, Token, tokens
from models.formula.scope import nearest_name
from models.formula.tree import Call, Chain, Formula, Level, Node, Number, Prefix, Reference, Text
from models.formula.words import (
    AND,
    DATE,
    DAYS,
    FIGURES,
    FUNCTIONS,
    IF,
    NOT,
    OR,
    ROUND,
    SERIES,
    SHARE,
    WEIGHTED,
)
from models.sayings import saying

LENGTH_LIMIT = 1000
DEPTH_LIMIT = 40
PLACES_LIMIT = 6

_LEVELS = {OR: Level.OR, AND: Level.AND}
_LEVELS |= dict.fromkeys("+-", Level.SUM) | dict.fromkeys("*/", Level.PRODUCT)
_LEVELS |= dict.fromkeys(("=", "!=", ">", ">=", "<", "<="), Level.COMPARISON)
_COUNTS = {IF: (3, 3), ROUND: (2, 2), DAYS: (2, 2), SHARE: (2, 2), DATE: (1, 1), WEIGHTED: (2, LENGTH_LIMIT)}
_PLACES = tuple(str(places) for places in range(PLACES_LIMIT + 1))
_KEYED = saying('可以写 资金["F2"].已支付、基础数据["全年信息更新量"]')


def parse(text: str) -> Formula:
    """Read a formula; FormulaError says what is wrong with it and where."""
    if len(text) > LENGTH_LIMIT:
        raise FormulaError(
            saying("公式有 {0} 个字，最多 {1} 个字；请拆成几个公式", len(text), LENGTH_LIMIT), LENGTH_LIMIT
        )
    if not text.strip():
        raise FormulaError(saying("公式是空的，请写一个数、一个名称或一个算式"), 0)
    return _Parser(text).formula()


class _Parser:
    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = tokens(text)
        self._at = 0
        self._depth = 0
        self._references: list[Reference] = []

    def formula(self) -> Formula:
        root = self._expression(Level.OR)
        if self._token.mark is not Mark.END:
            raise _left_over(self._token)
        return Formula(self._text, root, tuple(self._references))

    @property
    def _token(self) -> Token:
        return self._tokens[self._at]

    def _take(self) -> Token:
        token = self._token
        if token.mark is not Mark.END:
            self._at += 1
        return token

    def _takes(self, mark: Mark) -> Token | None:
        return self._take() if self._token.mark is mark else None

    def _level(self) -> Level | None:
        return _LEVELS.get(self._token.text) if self._token.mark is Mark.OPERATOR else None

    def _expression(self, loosest: Level) -> Node:
        self._depth += 1
        if self._depth > DEPTH_LIMIT:
            raise FormulaError(
                saying("公式套得太深，最多 {0} 层；请拆成几个公式", DEPTH_LIMIT), self._token.start
            )
        node = self._prefix()
        while (level := self._level()) is not None and level >= loosest:
            node = self._chain(node, level)
        self._depth -= 1
        return node

    def _chain(self, first: Node, level: Level) -> Chain:
        rest: list[tuple[str, Node]] = []
        while self._level() is level:
            operator = self._take()
            if level is Level.COMPARISON and rest:
                raise FormulaError(
                    saying("比较不能连着写，请用“{0}”连接，如 {1}", AND, f"60 <= 甲 {AND} 甲 < 80"),
                    operator.start,
                )
            rest.append((operator.text, self._expression(Level(level + 1))))
        return Chain(first.position, level, first, tuple(rest))

    def _prefix(self) -> Node:
        token = self._token
        if token.mark is not Mark.OPERATOR:
            return self._atom()
        if token.text not in (NOT, "-", "+"):
            raise _not_an_operand(token)
        self._take()
        if token.text == NOT:
            return Prefix(token.start, Level.NOT, self._expression(Level.COMPARISON))
        operand = self._expression(Level.ATOM)
        return operand if token.text == "+" else Prefix(token.start, Level.NEGATIVE, operand)

    def _atom(self) -> Node:
        token = self._take()
        if token.mark is Mark.NUMBER:
            return Number(token.start, token.text)
        if token.mark is Mark.NAME:
            return self._named(token)
        if token.mark is not Mark.OPEN:
            raise _not_an_operand(token)
        inner = self._expression(Level.OR)
        self._close(token)
        return inner

    def _close(self, opened: Token) -> None:
        if self._takes(Mark.CLOSE):
            return
        if self._token.mark is not Mark.END:
            raise _left_over(self._token)
        raise FormulaError(
            saying("缺右括号：第 {0} 个字的左括号没有配对", opened.start + 1), self._token.start
        )

    def _named(self, token: Token) -> Node:
        opened = self._takes(Mark.OPEN)
        if opened:
            return self._call(token, opened)
        if token.text in FUNCTIONS:
            raise FormulaError(
                saying("“{0}”是函数，要写成 {1}", token.text, FUNCTIONS[token.text]), token.start
            )
        reference = self._keyed(token) if self._takes(Mark.KEY_OPEN) else Reference(token.start, token.text)
        if self._token.mark in (Mark.DOT, Mark.KEY_OPEN):
            raise FormulaError(saying("“{0}”用错了地方。{1}", self._token.text, _KEYED), self._token.start)
        self._references.append(reference)
        return reference

    def _keyed(self, token: Token) -> Reference:
        key = self._takes(Mark.TEXT)
        if not key:
            raise FormulaError(saying("方括号里要写带引号的编号或名称。{0}", _KEYED), self._token.start)
        if not self._takes(Mark.KEY_CLOSE):
            raise FormulaError(saying("“{0}”后面缺右方括号“]”", quoted(key.text)), self._token.start)
        if token.text == FIGURES or not self._takes(Mark.DOT):
            return Reference(token.start, "", token.text, key.text, key.start, key.start)
        name = self._takes(Mark.NAME)
        if not name:
            raise FormulaError(saying("“.”后面要写名称。{0}", _KEYED), self._token.start)
        return Reference(token.start, name.text, token.text, key.text, key.start, name.start)

    def _call(self, token: Token, opened: Token) -> Call:
        if token.text not in FUNCTIONS:
            near = nearest_name(token.text, FUNCTIONS)
            proposal = (
                saying("，是不是“{0}”？", near) if near else saying("。可用的有：{0}", "、".join(FUNCTIONS))
            )
            raise FormulaError(
                saying("没有“{0}”这个函数{1}", quoted(token.text), proposal), token.start, near
            )
        arguments: list[Node] = []
        if self._token.mark is not Mark.CLOSE:
            arguments.append(self._argument(token.text))
        while arguments and self._takes(Mark.COMMA):
            arguments.append(self._argument(token.text))
        end = self._token.start
        self._close(opened)
        _check_arguments(token.text, arguments, end)
        return Call(token.start, token.text, tuple(arguments))

    def _argument(self, function: str) -> Node:
        token = self._token
        if token.mark is not Mark.TEXT or function not in (DATE, SERIES):
            return self._expression(Level.OR)
        self._take()
        if function == DATE:
            return Text(token.start, token.text)
        self._references.append(Reference(token.start, "", FIGURES, token.text, token.start, token.start))
        return self._references[-1]


def _check_arguments(function: str, arguments: list[Node], end: int) -> None:
    usage = FUNCTIONS[function]
    least, most = _COUNTS.get(function, (1, LENGTH_LIMIT))
    if len(arguments) < least:
        raise FormulaError(
            saying("“{0}”里少写了 {1} 项，应写成 {2}", function, least - len(arguments), usage), end
        )
    if len(arguments) > most:
        message = saying("“{0}”里多写了 {1} 项，应写成 {2}", function, len(arguments) - most, usage)
        raise FormulaError(message, arguments[most].position)
    if function == WEIGHTED and len(arguments) % 2:
        raise FormulaError(saying("“{0}”的值和权要成对，应写成 {1}", function, usage), end)
    if function == ROUND:
        places = arguments[1]
        if not isinstance(places, Number) or places.text not in _PLACES:
            raise FormulaError(
                saying("“{0}”的位数要直接写 0 到 {1} 的整数", function, PLACES_LIMIT), places.position
            )


def _not_an_operand(token: Token) -> FormulaError:
    if token.mark is Mark.END:
        return FormulaError(saying("公式没有写完，这里还要一个数或名称"), token.start)
    if token.mark is Mark.TEXT:
        return FormulaError(saying("带引号的文字不能单独写在这里。{0}", _KEYED), token.start)
    return FormulaError(saying("“{0}”前面缺少一个数或名称", token.text), token.start)


def _left_over(token: Token) -> FormulaError:
    if token.mark is Mark.CLOSE:
        message = saying("多了一个右括号，或者前面少了左括号")
    elif token.mark is Mark.COMMA:
        message = saying("逗号只用来分开函数括号里的各项；数字里不写千分位")
    elif token.mark is Mark.OPERATOR:
        message = saying("“{0}”不能直接用在这里，请加括号", token.text)
    elif token.mark in (Mark.DOT, Mark.KEY_OPEN, Mark.KEY_CLOSE):
        message = saying("“{0}”用错了地方。{1}", token.text, _KEYED)
    else:
        message = saying("“{0}”前面缺少运算符", quoted(token.text))
    return FormulaError(message, token.start)
