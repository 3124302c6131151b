"""What came of reading a foreign table: entries to be made, and the judgements they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from models.fields import Kind
from models.sayings import saying
from models.untidy.content import money_fault
from models.untidy.grid import Cell, Grid, one_line
from models.untidy.layout import Layout
from models.untidy.lines import Role
from models.untidy.words import ERROR_VALUE, SAME_AS_ABOVE, SIGNS_OF_NOTHING

_NO_TEXT = frozenset((*SAME_AS_ABOVE, *SIGNS_OF_NOTHING))
ERROR, DOUBT, HINT = "error", "doubt", "hint"
YES, NO = "yes", "no"


@dataclass(eq=False, slots=True)
class Entry:
    """One row to be made of a foreign table: texts as a person would type them, by field name.

    `refs` name other entries, or rows by their text. `place` is where it stands, `heads` what stands there
    over its fields, by their labels. `faults` says of fields why what stands there cannot be taken. An entry
    that only `fills` puts values into an existing row where that has none, and never makes a row.
    """

    table: str
    place: tuple[str, int]
    values: dict[str, str] = field(default_factory=dict)
    refs: dict[str, Entry | str] = field(default_factory=dict)
    heads: Mapping[str, str] = field(default_factory=dict)
    faults: dict[str, str] = field(default_factory=dict)
    fills: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """One way to decide: its value and its words."""

    value: str
    words: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """Something that was decided in reading, and how else it could be: the person may choose otherwise.

    Without options it only tells. `cells` are what it is about.
    """

    key: str
    severity: str
    sentence: str
    options: tuple[Option, ...] = ()
    chosen: str = ""
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """The entries of one table and the judgements made on the way."""

    entries: tuple[Entry, ...]
    judgements: tuple[Judgement, ...]

    @property
    def is_certain(self) -> bool:
        """Whether nothing was decided that a person should look at."""
        return all(each.severity == HINT for each in self.judgements)


class Cells:
    """The cells of a table by slot key, with what is filled down."""

    def __init__(self, grid: Grid, layout: Layout) -> None:
        self.grid, self.layout = grid, layout
        self._covered = grid.covered
        self._at = {one.key: one.index for one in layout.columns if one.key}
        self.heads = {one.key: one.head.text for one in layout.columns if one.key}
        self._yuan = {
            one.key for one in layout.columns if one.key and one.unit == "元" and _is_money(layout, one.key)
        }
        self._above: dict[str, str] = {}
        self.filled: list[Cell] = []

    def has(self, key: str) -> bool:
        """Whether a column fills the slot."""
        return key in self._at

    def own(self, row: int, key: str) -> str:
        """What stands in the cell itself; nothing in covered cells and for 同上."""
        column = self._at.get(key)
        if column is None:
            return ""
        cells = self.grid.rows[row]
        if column >= len(cells) or (self._covered and (row, column) in self._covered):
            return ""
        text = cells[column].strip()
        return "" if text in _NO_TEXT else text

    def line(self, row: int, key: str) -> str:
        """What stands in the cell, on one line."""
        return one_line(self.own(row, key))

    def is_said_above(self, row: int, key: str) -> bool:
        """Whether the cell belongs to what stands above it: merged with it, or 同上."""
        column = self._at.get(key)
        if column is None:
            return False
        start = self.grid.covered.get((row, column))
        if start is not None and start[0] < row:
            return True
        return self.grid.own(row, column).strip() in SAME_AS_ABOVE

    def down(self, row: int, key: str, *, blanks: bool = False) -> str:
        """The cell's text, filled down from above where it is merged, 同上, or (with `blanks`) empty."""
        text = self.line(row, key)
        if text:
            self._above[key] = text
            return text
        if self._says_nothing(row, key):
            self._above.pop(key, None)
        elif key in self._above and (blanks or self.is_said_above(row, key)):
            self.filled.append((row, self._at[key]))
            return self._above[key]
        return ""

    def _says_nothing(self, row: int, key: str) -> bool:
        """Whether a sign stands there for "no value", so that nothing is filled down."""
        column = self._at.get(key)
        return column is not None and self.grid.own(row, column).strip() in SIGNS_OF_NOTHING

    def forget(self, keys: Iterable[str]) -> None:
        """What stood above counts no more."""
        for key in keys:
            self._above.pop(key, None)

    def fault(self, row: int, key: str) -> str:
        """Why what the cell shows cannot be taken; nothing for a good one."""
        column = self._at.get(key)
        if column is None:
            return ""
        said = self.grid.faults.get((row, column), "") if self.grid.faults else ""
        text = "" if said else self.own(row, key)
        if text.startswith("#") and (found := ERROR_VALUE.fullmatch(text)):
            return saying("单元格里是 Excel 的错误值 {0}。请改好公式，或直接填写数值", found[0])
        return said or (money_fault(text) if key in self._yuan else "")

    def index(self, key: str) -> int:
        """The column that fills the slot; KeyError if none does."""
        return self._at[key]


def _is_money(layout: Layout, key: str) -> bool:
    slot = layout.target.slot(key)
    return slot is not None and slot.field.kind is Kind.MONEY


def choice(choices: Mapping[str, str], key: str, options: tuple[Option, ...], default: str) -> str:
    """What the person chose, where it is one of the options; else what is likely."""
    chosen = choices.get(key, default)
    return chosen if any(one.value == chosen for one in options) else default


def skipped(layout: Layout) -> Mapping[Role, int]:
    """How many rows of each role are no data."""
    counts: dict[Role, int] = {}
    for role in layout.roles:
        if role is not Role.DATA:
            counts[role] = counts.get(role, 0) + 1
    return counts
