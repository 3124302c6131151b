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

LENGTH_LIMIT = 1000
DEPTH_LIMIT = 40
PLACES_LIMIT = 6

_LEVELS = {OR: Level.OR, AND: Level.AND}
_LEVELS |= dict.fromkeys("+-", Level.SUM) | dict.fromkeys("*/", Level.PRODUCT)
_LEVELS |= dict.fromkeys(("=", "!=", ">", ">=", "<", "<="), Level.COMPARISON)
_COUNTS = {IF: (3, 3), ROUND: (2, 2), DAYS: (2, 2), SHARE: (2, 2), DATE: (1, 1), WEIGHTED: (2, LENGTH_LIMIT)}
_PLACES = tuple(str(places) for places in range(PLACES_LIMIT + 1))
_KEYED = '可以写 资金["F2"].已支付、基础数据["全年信息更新量"]'


def parse(text: str) -> Formula:
    """Read a formula; FormulaError says what is wrong with it and where."""
    if len(text) > LENGTH_LIMIT:
        raise FormulaError(f"公式有 {len(text)} 个字，最多 {LENGTH_LIMIT} 个字；请拆成几个公式", LENGTH_LIMIT)
    if not text.strip():
        raise FormulaError("公式是空的，请写一个数、一个名称或一个算式", 0)
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
            raise FormulaError(f"公式套得太深，最多 {DEPTH_LIMIT} 层；请拆成几个公式", self._token.start)
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
                raise FormulaError("比较不能连着写，请用“且”连接，如 60 <= 甲 且 甲 < 80", operator.start)
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
        raise FormulaError(f"缺右括号：第 {opened.start + 1} 个字的左括号没有配对", self._token.start)

    def _named(self, token: Token) -> Node:
        opened = self._takes(Mark.OPEN)
        if opened:
            return self._call(token, opened)
        if token.text in FUNCTIONS:
            raise FormulaError(f"“{token.text}”是函数，要写成 {FUNCTIONS[token.text]}", token.start)
        reference = self._keyed(token) if self._takes(Mark.KEY_OPEN) else Reference(token.start, token.text)
        if self._token.mark in (Mark.DOT, Mark.KEY_OPEN):
            raise FormulaError(f"“{self._token.text}”用错了地方。{_KEYED}", self._token.start)
        self._references.append(reference)
        return reference

    def _keyed(self, token: Token) -> Reference:
        key = self._takes(Mark.TEXT)
        if not key:
            raise FormulaError(f"方括号里要写带引号的编号或名称。{_KEYED}", self._token.start)
        if not self._takes(Mark.KEY_CLOSE):
            raise FormulaError(f"“{quoted(key.text)}”后面缺右方括号“]”", self._token.start)
        if token.text == FIGURES or not self._takes(Mark.DOT):
            return Reference(token.start, "", token.text, key.text, key.start, key.start)
        name = self._takes(Mark.NAME)
        if not name:
            raise FormulaError(f"“.”后面要写名称。{_KEYED}", self._token.start)
        return Reference(token.start, name.text, token.text, key.text, key.start, name.start)

    def _call(self, token: Token, opened: Token) -> Call:
        if token.text not in FUNCTIONS:
            near = nearest_name(token.text, FUNCTIONS)
            proposal = f"，是不是“{near}”？" if near else f"。可用的有：{'、'.join(FUNCTIONS)}"
            raise FormulaError(f"没有“{quoted(token.text)}”这个函数{proposal}", token.start, near)
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
        raise FormulaError(f"“{function}”里少写了 {least - len(arguments)} 项，应写成 {usage}", end)
    if len(arguments) > most:
        message = f"“{function}”里多写了 {len(arguments) - most} 项，应写成 {usage}"
        raise FormulaError(message, arguments[most].position)
    if function == WEIGHTED and len(arguments) % 2:
        raise FormulaError(f"“{function}”的值和权要成对，应写成 {usage}", end)
    if function == ROUND:
        places = arguments[1]
        if not isinstance(places, Number) or places.text not in _PLACES:
            raise FormulaError(f"“{function}”的位数要直接写 0 到 {PLACES_LIMIT} 的整数", places.position)


def _not_an_operand(token: Token) -> FormulaError:
    if token.mark is Mark.END:
        return FormulaError("公式没有写完，这里还要一个数或名称", token.start)
    if token.mark is Mark.TEXT:
        return FormulaError(f"带引号的文字不能单独写在这里。{_KEYED}", token.start)
    return FormulaError(f"“{token.text}”前面缺少一个数或名称", token.start)


def _left_over(token: Token) -> FormulaError:
    if token.mark is Mark.CLOSE:
        message = "多了一个右括号，或者前面少了左括号"
    elif token.mark is Mark.COMMA:
        message = "逗号只用来分开函数括号里的各项；数字里不写千分位"
    elif token.mark is Mark.OPERATOR:
        message = f"“{token.text}”不能直接用在这里，请加括号"
    elif token.mark in (Mark.DOT, Mark.KEY_OPEN, Mark.KEY_CLOSE):
        message = f"“{token.text}”用错了地方。{_KEYED}"
    else:
        message = f"“{quoted(token.text)}”前面缺少运算符"
    return FormulaError(message, token.start)
