"""What a formula is made of once it has been read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Level(IntEnum):
    """How tightly an operation binds, loosest first."""

    OR = 1
    AND = 2
    NOT = 3
    COMPARISON = 4
    SUM = 5
    PRODUCT = 6
    NEGATIVE = 7
    ATOM = 8


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written."""

    position: int
    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """A quoted text; only 日期 takes one."""

    position: int
    text: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A fact (`name` alone), a base figure (`collection` 基础数据 and `key`) or something of a row."""

    position: int
    name: str = ""
    collection: str = ""
    key: str = ""
    key_position: int = 0
    name_position: int = 0

    @property
    def text(self) -> str:
        """The reference as a formula writes it."""
        if not self.collection:
            return self.name
        key = self.key.replace('"', '""')
        return f'{self.collection}["{key}"]' + (f".{self.name}" if self.name else "")


@dataclass(frozen=True, slots=True)
class Call:
    """A function with what it is given."""

    position: int
    function: str
    arguments: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """Operands joined by operations of one level, from left to right; a comparison joins just two."""

    position: int
    level: Level
    first: Node
    rest: tuple[tuple[str, Node], ...]

    @property
    def operands(self) -> tuple[Node, ...]:
        """What is joined, in order."""
        return (self.first, *(operand for _, operand in self.rest))


@dataclass(frozen=True, slots=True)
class Prefix:
    """非 before a condition or a minus sign before a number; `level` tells which."""

    position: int
    level: Level
    operand: Node


Node = Number | Text | Reference | Call | Chain | Prefix


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that has been read: it is well formed, but its names may still be unknown."""

    text: str
    root: Node
    references: tuple[Reference, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """What it quotes, as formulas write it, each once: 已支付, 资金["F2"].已支付, 基础数据["…"]."""
        return tuple(dict.fromkeys(reference.text for reference in self.references))
