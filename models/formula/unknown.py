"""What is said about a name that nobody knows."""

from __future__ import annotations

import re

from models.formula.errors import FormulaError, quoted
from models.formula.scope import Scope, UnknownName, nearest_name
from models.formula.tree import Reference
from models.formula.words import AND, FUNCTIONS, NOT, OR
from models.sayings import saying


def unknown_name(node: Reference, unknown: UnknownName, scope: Scope) -> FormulaError:
    """The mistake at the word that is unknown, with the nearest known name where there is one."""
    message = unknown.message or _sentence(node, unknown) or _glued(node.name, scope)
    if not message:
        message = saying("没有“{0}”这个名称{1}", quoted(unknown.name), _proposal(node, unknown))
    return FormulaError(message, _position(node, unknown), unknown.nearest)


def _position(node: Reference, unknown: UnknownName) -> int:
    if node.collection and unknown.name == node.key:
        return node.key_position
    named = node.collection and node.name and unknown.name == node.name
    return node.name_position if named else node.position


def _sentence(node: Reference, unknown: UnknownName) -> str:
    if not node.collection:
        return ""
    proposal = saying("，是不是“{0}”？", quoted(unknown.nearest)) if unknown.nearest else saying("，请核对")
    if unknown.name == node.key:
        return saying("“{0}”里没有“{1}”{2}", quoted(node.collection), quoted(node.key), proposal)
    if not node.name:
        return saying("{0} 后面要写“.”和名称{1}", quoted(node.text), proposal) if unknown.name == "" else ""
    if unknown.name == node.name:
        return saying("“{0}”没有“{1}”这一项{2}", quoted(node.collection), quoted(node.name), proposal)
    return ""


def _proposal(node: Reference, unknown: UnknownName) -> str:
    if unknown.nearest:
        return saying("，是不是“{0}”？", quoted(unknown.nearest))
    function = nearest_name(node.name.partition("（")[0], FUNCTIONS) if "（" in node.name else ""
    if function:
        return saying("；函数写作 {0}", FUNCTIONS[function])
    return saying("；基础数据要写成 {0}", '基础数据["名称"]') if not node.collection else saying("，请核对")


def _glued(name: str, scope: Scope) -> str:
    """The advice where words of a condition were written together: 甲且乙, 非甲."""
    words = [word for word in re.split(f"[{AND}{OR}]", name.removeprefix(NOT)) if word]
    if len(words) == 1 and not name.startswith(NOT) or not words or words == [name]:
        return ""
    known = set(scope.names())
    return (
        saying("“{0}”“{1}”“{2}”与名称之间要空一格", AND, OR, NOT)
        if all(word in known for word in words)
        else ""
    )
