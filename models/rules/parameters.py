"""Parameters of the rules: declared as data, read from the stored JSON, written back to it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any, NoReturn

from models.dates import BadValue
from models.kinds import canonical, clean, round_half_up
from models.sayings import joined, saying, word

LENGTH_LIMIT = 20_000
ROWS_LIMIT = 100
DECIMALS = 6

_FIGURE = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,6})?")


class BadParameters(BadValue):
    """The stored parameters cannot be used; the text names the parameter and what would be right."""


class ParameterKind(StrEnum):
    """What a parameter holds, and so which editor its form shows."""

    NUMBER = "number"
    NUMBERS = "numbers"
    CHOICE = "choice"
    FLAG = "flag"
    NAME = "name"
    ROWS = "rows"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a rule, or one column of a ROWS parameter.

    `words` maps each stored word to the Chinese one: the choices of a CHOICE, and what a NUMBER or
    NUMBERS may say instead of figures. `default` is in checked form; None means that it may be absent.
    """

    name: str
    label: str
    kind: ParameterKind = ParameterKind.NUMBER
    required: bool = False
    default: Any = None
    words: Mapping[str, str] = field(default_factory=dict)
    minimum: Fraction | None = None
    maximum: Fraction | None = None
    positive: bool = False
    whole: bool = False
    unit: str = ""
    columns: tuple[Parameter, ...] = ()
    help: str = ""


@dataclass(frozen=True, slots=True)
class _Unquoted:
    """A figure that stands in the JSON without quotes, where a binary float would read it."""

    text: str


def read(declared: Sequence[Parameter], stored: str | None) -> dict[str, Any]:
    """The checked parameters in a stored JSON text, defaults filled in; BadParameters where it is wrong."""
    if stored is None or not stored.strip():
        return _checked(declared, {}, "")
    if len(stored) > LENGTH_LIMIT:
        raise BadParameters(
            saying("规则参数有 {0} 个字，最多 {1} 个字。请删去多余的内容", len(stored), LENGTH_LIMIT)
        )
    return _checked(declared, _decoded(stored), "")


def write(declared: Sequence[Parameter], parameters: Mapping[str, Any]) -> str:
    """Checked parameters as the stored JSON text; reading it gives the same parameters again."""
    return json.dumps(_plain(declared, parameters), ensure_ascii=False, separators=(",", ":"))


def _decoded(stored: str) -> Mapping[str, Any]:
    try:
        decoded = json.loads(
            stored,
            parse_int=_Unquoted,
            parse_float=_Unquoted,
            parse_constant=_no_constant,
            object_pairs_hook=_pairs,
        )
    except json.JSONDecodeError as error:
        raise BadParameters(
            saying(
                "规则参数第 {0} 行第 {1} 个字处写法不对。"
                '请写成 {{"参数":"值"}} 的样子，用半角引号、冒号和逗号',
                error.lineno,
                error.colno,
            )
        ) from None
    except RecursionError:
        raise BadParameters(saying("规则参数套了太多层括号。请只写参数名和值")) from None
    if not isinstance(decoded, Mapping):
        raise BadParameters(saying('规则参数应写在一对花括号里，如 {{"参数":"值"}}'))
    return decoded


def _no_constant(word: str) -> NoReturn:
    raise BadParameters(saying('规则参数里的 {0} 不是数。请写成加引号的十进制数，如 "80"', word))


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise BadParameters(saying("参数“{0}”写了两次。请只留一个", _short(name)))
        found[name] = value
    return found


def _checked(declared: Sequence[Parameter], given: Mapping[str, Any], place: str) -> dict[str, Any]:
    names = {each.name for each in declared}
    for name in given:
        if name not in names:
            known = joined(
                saying("、"), (saying("{0}（{1}）", word(each.label), each.name) for each in declared)
            )
            right = saying("可写的参数：{0}", known) if known else saying("这种规则不需要参数，请清空")
            raise BadParameters(saying("{0}没有“{1}”这个参数。{2}", place, _short(name), right))
    return {each.name: _one(each, given.get(each.name), place) for each in declared}


def _one(declared: Parameter, given: Any, place: str) -> Any:
    what = saying("{0}参数“{1}”（{2}）", place, word(declared.label), declared.name)
    if given is None:
        if declared.required:
            raise BadParameters(saying("{0}没有填。{1}", what, _right(declared)))
        return declared.default
    match declared.kind:
        case ParameterKind.NUMBER:
            return given if _is_word(declared, given) else _number(declared, given, what)
        case ParameterKind.NUMBERS:
            return given if _is_word(declared, given) else _numbers(declared, given, what)
        case ParameterKind.ROWS:
            return _rows(declared, given, what)
        case ParameterKind.FLAG if isinstance(given, bool):
            return given
        case ParameterKind.CHOICE if _is_word(declared, given):
            return given
        case ParameterKind.NAME if isinstance(given, str) and 0 < len(clean(given).strip()) <= 20:
            return clean(given).strip()
    raise BadParameters(saying("{0}现为 {1}。{2}", what, _found(given), _right(declared)))


def _is_word(declared: Parameter, given: Any) -> bool:
    return isinstance(given, str) and given in declared.words


def _number(declared: Parameter, given: Any, what: str) -> Fraction:
    if not isinstance(given, str) or not _FIGURE.fullmatch(given):
        raise BadParameters(saying("{0}现为 {1}。{2}", what, _found(given), _right(declared)))
    value = Fraction(given)
    low, high = declared.minimum, declared.maximum
    beyond = (low is not None and value < low) or (high is not None and value > high)
    if beyond or (declared.positive and value <= 0) or (declared.whole and value.denominator != 1):
        raise BadParameters(saying("{0}现为 {1}。{2}", what, given, _right(declared)))
    return value


def _numbers(declared: Parameter, given: Any, what: str) -> tuple[Fraction, ...]:
    if not isinstance(given, list):
        raise BadParameters(saying("{0}现为 {1}。{2}", what, _found(given), _right(declared)))
    _few(given, what)
    return tuple(
        _number(declared, each, saying("{0}第 {1} 个数", what, number))
        for number, each in enumerate(given, 1)
    )


def _rows(declared: Parameter, given: Any, what: str) -> tuple[dict[str, Any], ...]:
    if not isinstance(given, list):
        raise BadParameters(saying("{0}现为 {1}。{2}", what, _found(given), _right(declared)))
    _few(given, what)
    rows = []
    for number, row in enumerate(given, 1):
        if not isinstance(row, Mapping):
            raise BadParameters(
                saying("{0}第 {1} 行现为 {2}。每行应写在一对花括号里", what, number, _found(row))
            )
        rows.append(_checked(declared.columns, row, saying("“{0}”第 {1} 行的", word(declared.label), number)))
    return tuple(rows)


def _few(given: list[Any], what: str) -> None:
    if not 0 < len(given) <= ROWS_LIMIT:
        raise BadParameters(saying("{0}有 {1} 项。应有 1 到 {2} 项", what, len(given), ROWS_LIMIT))


def _right(declared: Parameter) -> str:
    words = joined(
        saying("、"),
        (saying('"{0}"（{1}）', name, word(label)) for name, label in declared.words.items()),
    )
    match declared.kind:
        case ParameterKind.CHOICE:
            return saying("应为 {0} 之一", words)
        case ParameterKind.FLAG:
            return saying("应为 true（是）或 false（否），不加引号")
        case ParameterKind.NAME:
            return saying("应为 1 到 20 个字的名称")
        case ParameterKind.ROWS:
            return saying("应为方括号里的各行，每行写在一对花括号里")
    figures = saying('加引号的{0}，如 "{1}"', _range(declared), _sample(declared))
    if declared.kind is ParameterKind.NUMBERS:
        figures = saying("方括号里{0}", figures)
    return saying("应为{0}，或 {1}", figures, words) if words else saying("应为{0}", figures)


def _range(declared: Parameter) -> str:
    noun = saying("整数") if declared.whole else saying("数（最多 {0} 位小数）", DECIMALS)
    low, high = declared.minimum, declared.maximum
    if low is not None and high is not None:
        return saying(" {0} 到 {1} 的{2}", _text(low), _text(high), noun)
    if low is not None:
        return saying("不小于 {0} 的{1}", _text(low), noun)
    return saying("大于 0 的{0}", noun) if declared.positive else noun


def _sample(declared: Parameter) -> str:
    return _text(declared.minimum) if declared.minimum else "2"


def _text(value: Fraction) -> str:
    return canonical(round_half_up(value, DECIMALS))


def _short(text: str) -> str:
    line = " ".join(clean(text).split())
    return line if len(line) <= 24 else line[:23] + "…"


def _found(given: Any) -> str:
    if isinstance(given, _Unquoted):
        return saying("没有引号的 {0}", _short(given.text))
    if isinstance(given, bool):
        return "true" if given else "false"
    if isinstance(given, str):
        return saying('"{0}"', _short(given))
    return saying("一组值") if isinstance(given, list) else saying("一对花括号")


def _plain(declared: Sequence[Parameter], parameters: Mapping[str, Any]) -> dict[str, Any]:
    known = {each.name: each for each in declared}
    return {name: _stored(known[name], value) for name, value in parameters.items() if value is not None}


def _stored(declared: Parameter, value: Any) -> Any:
    if isinstance(value, Fraction | Decimal):
        return _text(Fraction(value))
    if declared.kind is ParameterKind.ROWS:
        return [{each.name: _stored(each, row[each.name]) for each in declared.columns} for row in value]
    if declared.kind is ParameterKind.NUMBERS and not isinstance(value, str):
        return [_text(Fraction(each)) for each in value]
    return value
