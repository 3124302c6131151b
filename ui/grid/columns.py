"""What a grid shows: declared fields that can be typed into, and computed cells that cannot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

from PySide6.QtCore import Qt

from models.evaluation import Evaluation
from models.fields import NUMERIC, Field, Row
from models.records import Records
from models.schema import SCHEMA
from ui.words import worded


@dataclass(frozen=True, slots=True)
class Bar:
    """Parts of a whole drawn as a bar: earlier payments and this year's, or a score of its weight."""

    whole: Fraction
    part: Fraction
    prior: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as it is painted. `tone`: "", doubt, error, muted, done; `sort` orders the column."""

    text: str = ""
    sort: Any = None
    tone: str = ""
    bar: Bar | None = None


@dataclass(frozen=True, slots=True)
class RowView:
    """A row with what follows from it, as a computed column sees it."""

    row: Row
    records: Records
    evaluation: Evaluation


Compute = Callable[[RowView], Cell]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: a declared field's name, or a name of its own with `compute`.

    `total` asks for its sum in the total row (money and numbers of declared fields); `total_cell`
    computes that cell instead. `indent` says how deep a row's text stands (renewals), `tone` colours
    a declared cell, `shorten` leaves out of its text what tells nothing in little room (tips and copies have
    it all), `marks` names further fields whose problems are marked here.
    """

    name: str
    title: str = ""
    width: int = 90
    compute: Compute | None = None
    total: bool = False
    total_cell: Callable[[Records, Evaluation], Cell] | None = None
    stretch: bool = False
    align: Qt.AlignmentFlag | None = None
    editable: bool = True
    indent: Callable[[RowView], int] | None = None
    tone: Callable[[RowView], str] | None = None
    shorten: Callable[[str], str] | None = None
    marks: tuple[str, ...] = ()

    @property
    def is_computed(self) -> bool:
        """Whether nobody types here."""
        return self.compute is not None


@dataclass(frozen=True, slots=True)
class Group:
    """A heading row over some rows: its words, and cells under computed or summed columns by name."""

    key: str
    title: str
    row_ids: Sequence[str]
    cells: dict[str, Cell] = field(default_factory=dict)
    code: str = ""
    on_table: str = ""


def declared(table: str, column: Column) -> Field | None:
    """The field behind a column, None for a computed one."""
    return None if column.is_computed else SCHEMA[table].field(column.name)


def with_title(table: str, column: Column) -> Column:
    """The column with its heading and alignment filled in from the schema."""
    one = declared(table, column)
    numeric = one is not None and one.kind in NUMERIC
    align = column.align or (Qt.AlignmentFlag.AlignRight if numeric else Qt.AlignmentFlag.AlignLeft)
    return replace(column, title=column.title or (worded(one.label) if one else ""), align=align)


def columns_of(table: str, names: Sequence[str] = (), **widths: int) -> tuple[Column, ...]:
    """Plain columns for the named fields (all for none), with widths where the default 90 will not do."""
    wanted = names or tuple(each.name for each in SCHEMA[table].fields)
    return tuple(Column(name, width=widths.get(name, 90)) for name in wanted)
