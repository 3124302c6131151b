"""A formula as readers check it: the numbers put in, with the signs of print."""

from __future__ import annotations

from collections.abc import Mapping

from models.formula.errors import quoted
from models.formula.scope import Found
from models.formula.tree import Call, Chain, Level, Node, Number, Prefix, Reference
from models.formula.words import DATE, NOT, SHARE, SIGNS


def filled(root: Node, found: Mapping[int, Found], *, named: bool = False) -> str:
    """The formula with what its names stand for (by position); `named` puts the name before each."""
    text, _ = _Filler(found, named).write(root)
    return text.replace(" （", "（").replace("） ", "）")


class _Filler:
    def __init__(self, found: Mapping[int, Found], named: bool) -> None:
        self._found = found
        self._named = named

    def write(self, node: Node) -> tuple[str, Level]:
        if isinstance(node, Chain):
            return self._chain(node), node.level
        if isinstance(node, Prefix):
            word = f"{NOT} " if node.level is Level.NOT else "−"
            tightest = Level.COMPARISON if node.level is Level.NOT else Level.ATOM
            return word + self._operand(node.operand, tightest, first=False), node.level
        if isinstance(node, Call):
            return self._call(node)
        if isinstance(node, Reference):
            return self._reference(node), Level.ATOM
        return node.text if isinstance(node, Number) else quoted(node.text), Level.ATOM

    def _operand(self, node: Node, loosest: Level, *, first: bool) -> str:
        text, level = self.write(node)
        return f"（{text}）" if level < loosest or text[:1] in "-−" and not first else text

    def _chain(self, node: Chain) -> str:
        tighter = Level(node.level + 1)
        arithmetic = node.level > Level.COMPARISON
        loosest = node.level if arithmetic else tighter
        words = [self._operand(node.first, loosest, first=True)]
        for sign, operand in node.rest:
            words += [SIGNS.get(sign, sign), self._operand(operand, tighter, first=not arithmetic)]
        return " ".join(words)

    def _call(self, node: Call) -> tuple[str, Level]:
        if node.function == SHARE:
            one = self._operand(node.arguments[0], Level.PRODUCT, first=True)
            other = self._operand(node.arguments[1], Level.NEGATIVE, first=False)
            return f"{one} ÷ {other} × 100", Level.PRODUCT
        texts = [self.write(argument)[0] for argument in node.arguments]
        if node.function == DATE:
            return texts[0], Level.ATOM
        return f"{node.function}（{'，'.join(texts)}）", Level.ATOM

    def _reference(self, node: Reference) -> str:
        found = self._found.get(node.position)
        label = quoted(found.source.label if found else node.text)
        if found is None or found.value is None:
            return f"〔缺：{label}〕"
        return f"{label} {quoted(found.shown)}" if self._named else quoted(found.shown)
