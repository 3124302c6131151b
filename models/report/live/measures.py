"""What sort of thing an expression gives, so that the report writes it with the right unit."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from models.formula.tree import Call, Chain, Level, Node, Number, Prefix, Reference
from models.formula.words import COUNT, DAYS, SHARE
from models.report.live.values import Measure

MeasureOfName = Callable[[Reference], Measure]


def measure_of(root: Node, of_name: MeasureOfName) -> Measure:
    """What the expression gives: money stays money when it is added or multiplied by a number, a share is a
    rate, two rates differ by 百分点; a plain number where the parts do not tell."""
    return _measure(root, of_name) or Measure.NUMBER


def _measure(node: Node, of_name: MeasureOfName) -> Measure | None:
    """None for a number that is only typed: it takes the measure of what it is added to."""
    match node:
        case Number():
            return None
        case Reference():
            return of_name(node)
        case Call(function=function) if function == SHARE:
            return Measure.RATE
        case Call(function=function) if function in (DAYS, COUNT):
            return Measure.COUNT
        case Call(arguments=arguments):
            return _common([_measure(each, of_name) for each in arguments])
        case Prefix(operand=operand):
            return _measure(operand, of_name)
        case Chain(level=Level.SUM):
            found = _common([_measure(each, of_name) for each in node.operands])
            return Measure.POINTS if found is Measure.RATE else found
        case Chain(level=Level.PRODUCT):
            return _product(node, of_name)
    return Measure.NUMBER


def _product(node: Chain, of_name: MeasureOfName) -> Measure:
    """Money times or divided by bare numbers is money; anything else is a number."""
    first, *rest = (_measure(each, of_name) for each in node.operands)
    if first is Measure.AMOUNT and not any(rest):
        return Measure.AMOUNT
    is_multiplied = {sign for sign, _ in node.rest} == {"*"}
    if is_multiplied and first is None and [each for each in rest if each] == [Measure.AMOUNT]:
        return Measure.AMOUNT
    return Measure.NUMBER


def _common(measures: Sequence[Measure | None]) -> Measure | None:
    found = {each for each in measures if each is not None}
    return found.pop() if len(found) == 1 else Measure.NUMBER if found else None
