"""What is said of a standard's indicators: their rule as a sentence, their points, what is from memory."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from models import kinds, rules
from models.fields import Value
from models.schema import SCHEMA
from models.standard import Entry, Standard
from ui.words import told, worded

NOTE_MARK = "【注】"


def tr(text: str) -> str:
    """The text in the language of the screen."""
    return QCoreApplication.translate("Standards", text)


def weight_words(weight: Value) -> str:
    """Points as they are shown, at two decimals; empty for none."""
    return kinds.show_number(kinds.round_half_up(weight)) if isinstance(weight, Decimal) else ""


def rule_label(entry: Entry) -> str:
    """The name of the rule that scores an indicator."""
    return _label("rule", entry)


def measure_label(entry: Entry) -> str:
    """How the value of an indicator is found."""
    return _label("measure", entry)


def _label(name: str, entry: Entry) -> str:
    value = entry.values.get(name)
    return "" if value is None else worded(SCHEMA["indicator"].field(name).words.get(str(value), str(value)))


def rule_sentence(entry: Entry) -> str:
    """The rule of an indicator in official wording; its name alone where its parameters cannot be read."""
    kind, stored = entry.values.get("rule"), entry.values.get("parameters")
    if kind is None:
        return ""
    weight, target = entry.values.get("weight"), entry.values.get("target")
    try:
        parameters = rules.parse_parameters(str(kind), None if stored is None else str(stored))
    except rules.BadParameters:
        return rule_label(entry)
    points = Fraction(weight) if isinstance(weight, Decimal) else Fraction(0)
    aim = Fraction(target) if isinstance(target, Decimal) else None
    return told(rules.describe(str(kind), parameters, points, aim, str(entry.values.get("unit") or "")))


def split_note(text: Value) -> tuple[str, str]:
    """A text without the remark on where it comes from, and that remark."""
    said, _, note = str(text or "").partition(NOTE_MARK)
    return said.strip(), note.strip()


def has_note(standard: Standard, entry: Entry) -> bool:
    """Whether an indicator or one of its 要点 says that its text is from memory."""
    inside = (entry, *standard.children(entry.id)) if entry.values.get("rule") == "points" else (entry,)
    return any(NOTE_MARK in str(value) for each in inside for value in each.values.values())
