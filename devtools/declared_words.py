"""The words of declarations that the window shows: labels, choices, units and helps, in one context of Qt."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from typing import get_args

from devtools.environment import ROOT
from models import facts, rules
from models.checks import LABELS
from models.checks.problem import SEVERITIES
from models.defaults import SETTINGS, parse_bands
from models.formula.parts import Sort
from models.report.comparing import KINDS
from models.report.comparing.scores import SPOKEN
from models.report.live.syntax import InsertKind
from models.report.live.values import Measure
from models.rules.parameters import Parameter
from models.schema import TABLES
from models.self_evaluation import CARRIED, GRANT, OTHER, UNSORTED, YEARLY
from models.untidy.targets import targets
from services import standards, versions
from services.exporting import outputs

FORM_LINES = (YEARLY, GRANT, CARRIED, OTHER, UNSORTED)
"""The lines of money in the self-evaluation form, and its group for what has no level."""

CONTEXT = "Schema"
"""The context in which `ui.words.worded` translates them."""

OF_TABLES = "Tables"
"""The same of `ui.words.worded_table`."""


SENTENCES = "Sentences"
"""The context in which `ui.words.told` translates what `models.sayings.saying` made."""


def sentences() -> Iterator[str]:
    """The templates of everything that models and services say to people."""
    for layer in ("models", "services"):
        for path in sorted((ROOT / layer).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "saying":
                    yield from _either(node.args[0])


def _either(node: ast.expr) -> Iterator[str]:
    """The literals that a template can be: itself, or the branches of a condition."""
    if isinstance(node, ast.IfExp):
        yield from (*_either(node.body), *_either(node.orelse))
    elif isinstance(node, ast.Constant):
        yield str(node.value)


def declared_words() -> frozenset[str]:
    """Every Chinese word that a declaration gives to the window."""
    found = {*LABELS.values(), *map(str, SEVERITIES), *facts.SPOKEN, *FORM_LINES, versions.NOW, "是", "否"}
    found |= {*map(str, Sort), *map(str, Measure), *outputs.WORDS.values(), *get_args(InsertKind)}
    found |= {*KINDS.values(), *SPOKEN}
    found |= {facts.NO_QUOTA, facts.NO_YEAR, *_of_judgements()}
    found.update(
        _of_tables(), _of_settings(), *(_of_parameters(rule.parameters) for rule in rules.RULES.values())
    )
    found.update(rule.label for rule in rules.RULES.values())
    for standard in standards.catalogue():
        found |= set() if standard.own else {standard.kind, standard.remark}
    for target in targets():
        found.add(target.label)
        found.update(slot.words[0] for slot in target.slots)
    return frozenset(word for word in found if not word.isascii())


def table_words() -> frozenset[str]:
    """The labels of the tables, which stand on the screen for their rows."""
    return frozenset(table.label for table in TABLES)


def _of_tables() -> Iterator[str]:
    for table in TABLES:
        yield table.label
        for field in table.fields:
            yield from (field.label, field.help, field.unit, *field.choices, *field.words.values())


def _of_judgements() -> Iterator[str]:
    """What can be chosen where a table can be read in two ways; these words stand where they are offered."""
    places = (ROOT / "models" / "untidy", ROOT / "services" / "importing")
    for path in sorted(path for place in places for path in place.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Option":
                yield from (str(each.value) for each in node.args[1:] if isinstance(each, ast.Constant))


def _of_settings() -> Iterator[str]:
    yield from (grade for grade, _bound in parse_bands(SETTINGS["bands"].default))
    for setting in SETTINGS.values():
        yield from (setting.label, setting.default, *setting.choices)


def _of_parameters(parameters: Iterable[Parameter]) -> Iterator[str]:
    for each in parameters:
        yield from (each.label, each.help, each.unit, *each.words.values())
        yield from _of_parameters(each.columns)
