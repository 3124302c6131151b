"""Short names for declaring fields, so that a table reads like the data dictionary."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from models.fields import Field, Kind

SHARE = {"minimum": Decimal(0), "maximum": Decimal(100)}
NOT_NEGATIVE = {"minimum": Decimal(0)}


def text(name: str, label: str, **rest: Any) -> Field:
    """One line of text."""
    return Field(name, label, Kind.TEXT, **rest)


def prose(name: str, label: str, **rest: Any) -> Field:
    """Text of any number of lines."""
    return Field(name, label, Kind.LONGTEXT, **rest)


def money(name: str, label: str, **rest: Any) -> Field:
    """An amount, stored in 分."""
    return Field(name, label, Kind.MONEY, **rest)


def number(name: str, label: str, **rest: Any) -> Field:
    """An exact decimal."""
    return Field(name, label, Kind.NUMBER, **rest)


def percent(name: str, label: str, **rest: Any) -> Field:
    """An exact decimal in percent points: 88.33 is 88.33%."""
    return Field(name, label, Kind.PERCENT, **rest)


def count(name: str, label: str, **rest: Any) -> Field:
    """A whole number, not negative unless said otherwise."""
    return Field(name, label, Kind.INTEGER, **{**NOT_NEGATIVE, **rest})


def yes_no(name: str, label: str, **rest: Any) -> Field:
    """是 or 否."""
    return Field(name, label, Kind.BOOL, **rest)


def choice(name: str, label: str, choices: str, **rest: Any) -> Field:
    """One of the words parted by slashes."""
    return Field(name, label, Kind.CHOICE, choices=tuple(choices.split("/")), **rest)


def ref(name: str, label: str, table: str, **rest: Any) -> Field:
    """Another row."""
    return Field(name, label, Kind.REF, table=table, **rest)


def day(name: str, label: str, **rest: Any) -> Field:
    """A date as precise as known."""
    return Field(name, label, Kind.DATE, **rest)
