"""What if: values changed in a throw-away copy of the evaluation, to be kept as one edit or dropped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from models.dates import BadValue
from models.evaluation import Evaluation, Node, evaluate
from models.fields import Value
from models.records import Records
from models.schema import SCHEMA
from services.cells import label_of, parse_cell
from services.errors import UserProblem
from services.setting_words import setting_value
from services.workspace import Workspace

LABEL = "假设："


@dataclass(frozen=True, slots=True)
class Supposition:
    """One cell that is supposed to hold something else than it does."""

    table: str
    row: str
    field: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class Shift:
    """An indicator (leaf, branch or 要点) whose score or weight differs; `points` is what it gains.

    `before` and `after` are None where it is not scored; a score that comes or goes counts as from or to 0.
    """

    indicator: str
    level: int
    name: str
    before: Decimal | None
    after: Decimal | None
    weight_before: Decimal | None
    weight_after: Decimal | None

    @property
    def points(self) -> Decimal:
        """The points gained; negative where they are lost."""
        return (self.after or Decimal(0)) - (self.before or Decimal(0))


@dataclass(frozen=True, slots=True)
class Difference:
    """What the suppositions change, each pair as it is and as it would be; `indicators` are those that move.

    `total` is under the ceilings in force.
    """

    total: tuple[Decimal, Decimal]
    grade: tuple[str | None, str | None]
    open_points: tuple[Decimal, Decimal]
    indicators: tuple[Shift, ...]

    @property
    def points(self) -> Decimal:
        """The points that the total gains."""
        return self.total[1] - self.total[0]


class WhatIf:
    """Suppositions over an open workspace. Nothing of them is written before `keep`.

    The copy follows the workspace: an edit made meanwhile shows on both sides of the difference.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._supposed: dict[tuple[str, str, str], Supposition] = {}
        self._seen: Records | None = None
        self._records = workspace.records
        self._evaluation = workspace.evaluation

    @property
    def suppositions(self) -> tuple[Supposition, ...]:
        """What is supposed, in the order in which it was first said."""
        return tuple(self._supposed.values())

    @property
    def records(self) -> Records:
        """The rows as they would be."""
        self._follow()
        return self._records

    @property
    def evaluation(self) -> Evaluation:
        """The evaluation as it would be."""
        self._follow()
        return self._evaluation

    def type(self, table: str, row_id: str, field: str, text: str) -> None:
        """Suppose what a person typed into a cell; BadValue for what the cell cannot hold."""
        row = self._workspace.records.get(table, row_id)
        value = parse_cell(self._workspace.records, table, field, text)
        if table == "setting" and field == "value" and row is not None:
            value = setting_value(row["key"], text)
        self.suppose(table, row_id, field, value)

    def suppose(self, table: str, row_id: str, field: str, value: Value) -> None:
        """Suppose a value in a cell; the value that stands there withdraws the supposition.

        KeyError for a field that the table has not, BadValue for a row that is not there.
        """
        SCHEMA[table].field(field)
        row = self._workspace.records.get(table, row_id)
        if row is None:
            raise BadValue(f"{SCHEMA[table].label}里没有这一行，可能已被删除")
        key = (table, row_id, field)
        if value == row[field]:
            self._supposed.pop(key, None)
        else:
            self._supposed[key] = Supposition(table, row_id, field, row[field], value)
        self._seen = None

    def withdraw(self, table: str, row_id: str, field: str) -> None:
        """Suppose nothing of that cell any more."""
        self._supposed.pop((table, row_id, field), None)
        self._seen = None

    def drop(self) -> None:
        """Suppose nothing any more."""
        self._supposed.clear()
        self._seen = None

    def difference(self) -> Difference:
        """What would be different in score and grade, and where."""
        now, then = self._workspace.evaluation, self.evaluation
        return Difference(
            (now.total, then.total),
            (now.grade, then.grade),
            (now.open_points, then.open_points),
            tuple(_shift(node, then.index.get(node.id)) for node in now.nodes() if _moved(node, then)),
        )

    def keep(self) -> bool:
        """Write everything supposed as one edit named “假设：…”; False when nothing is supposed.

        UserProblem, and nothing written, where a cell was changed by someone since it was supposed.
        """
        if not self._supposed:
            return False
        rows: dict[tuple[str, str], dict[str, Value]] = defaultdict(dict)
        for each in self._supposed.values():
            self._unchanged(each)
            rows[each.table, each.row][each.field] = each.after
        with self._workspace.edit(self._label()) as edit:
            for (table, row_id), values in rows.items():
                edit.update(table, row_id, values)
        self.drop()
        return True

    def _unchanged(self, supposed: Supposition) -> None:
        row = self._workspace.records.get(supposed.table, supposed.row)
        if row is None or row[supposed.field] != supposed.before:
            what = SCHEMA[supposed.table].field(supposed.field).label
            title = (
                self._workspace.records.title(supposed.table, supposed.row) or SCHEMA[supposed.table].label
            )
            raise UserProblem(f"“{title}”的{what}在假设之后被改过，没有写入。请撤回这一条假设，再重新填写")

    def _label(self) -> str:
        first = next(iter(self._supposed.values()))
        row = self._workspace.records.get(first.table, first.row)
        named = label_of(self._workspace.records, first.table, row or {}, first.field)
        more = len(self._supposed) - 1
        return f"{LABEL}{named}" + (f" 等 {more + 1} 处" if more else "")

    def _follow(self) -> None:
        now = self._workspace.records
        if self._seen is now:
            return
        self._seen = now
        if not self._supposed:
            self._records, self._evaluation = now, self._workspace.evaluation
            return
        values: dict[str, dict[str, dict[str, Value]]] = defaultdict(lambda: defaultdict(dict))
        for each in self._supposed.values():
            values[each.table][each.row][each.field] = each.after
        self._records = now.replaced({table: _changed(now, table, rows) for table, rows in values.items()})
        self._evaluation = evaluate(self._records)


def _changed(
    records: Records, table: str, rows: Mapping[str, Mapping[str, Value]]
) -> list[Mapping[str, Value]]:
    return [{**row, **rows[row["id"]]} if row["id"] in rows else row for row in records.all(table)]


def _moved(node: Node, then: Evaluation) -> bool:
    other = then.index.get(node.id)
    return other is None or (node.score, node.weight) != (other.score, other.weight)


def _shift(node: Node, other: Node | None) -> Shift:
    return Shift(
        node.id,
        node.level,
        str(node.row["name"] or ""),
        node.score,
        None if other is None else other.score,
        node.weight,
        None if other is None else other.weight,
    )
