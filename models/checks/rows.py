"""Whether the rows can stand as they are: required cells, unique names, references, order of dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from models import figures
from models.checks.problem import Place, Problem, Severity, inside, problem, quoted
from models.evaluation import Evaluation
from models.fields import Field, Kind, Row, Table
from models.records import Records
from models.sayings import Saying, saying, word
from models.schema import TABLES

COUNTED = frozenset((Kind.MONEY, Kind.NUMBER, Kind.INTEGER, Kind.DATE))
"""Kinds of fields whose absence changes figures."""
DATE_ORDER = (
    ("project", "started_on", "ended_on"),
    ("project", "ended_on", "report_date"),
    ("contract", "starts_on", "ends_on"),
    ("contract", "signed_on", "accepted_on"),
)


def project(records: Records, evaluation: Evaluation) -> Iterator[Problem]:
    """Whether there is a project at all."""
    if not records.all("project"):
        yield problem(
            "rows.project",
            Severity.ERROR,
            Place("project"),
            saying("还没有项目信息。请填写报告标题、被评价单位和预算年度"),
        )


@dataclass(frozen=True, slots=True)
class OfTable:
    """What is wrong with single rows of one table, whatever they mean for the figures."""

    table: Table

    @property
    def tables(self) -> tuple[str, ...]:
        """The tables that it reads."""
        return (self.table.name, *(field.table for field in self.table.refs))

    def problems(self, records: Records, evaluation: Evaluation) -> Iterator[Problem | None]:
        """Cells that are missing, values used twice, references to nothing, rings."""
        yield from _required(records, self.table)
        yield from _unique(records, self.table)
        yield None
        yield from _references(records, self.table)
        yield from _cycles(records, self.table)


def named(records: Records, table: Table, row: Row) -> Saying:
    """The words for a row inside a message: 合同“门户运维”, or 第 3 行合同 while it has no name."""
    title = records.title_of(table.name, row)
    if title:
        return saying("{0}“{1}”", word(table.label), inside(title))
    return saying("第 {0} 行{1}", records.number(table.name, row), word(table.label))


def _required(records: Records, table: Table) -> Iterator[Problem | None]:
    exempt = _without_weight(records) if table.name == "indicator" else frozenset()
    for field in table.fields:
        if not field.required:
            continue
        yield None
        for row in _blank(records, table, field):
            if field.name == "weight" and row["id"] in exempt:
                continue
            yield problem(
                "rows.required",
                Severity.ERROR,
                Place(table.name, row["id"], field.name),
                saying(
                    "{0}缺“{1}”。请补填；未填之前不计入有关数字"
                    if field.kind in COUNTED
                    else "{0}缺“{1}”。请补填",
                    named(records, table, row),
                    word(field.label),
                ),
            )


def _blank(records: Records, table: Table, field: Field) -> Sequence[Row]:
    name = field.name
    if field.kind is Kind.REF:
        return records.of(table.name, name, None)
    rows = records.live(table.name)
    if all(map(itemgetter(name), rows)):  # as a rule nothing is missing, which is seen at one go
        return ()
    return [row for row in rows if not row[name] and row[name] in (None, "")]


def _without_weight(records: Records) -> frozenset[str]:
    """The indicators that need no 分值 of their own: branches, whose children carry it, and 要点."""
    rows = records.live("indicator")
    by_id = {row["id"]: row for row in rows}
    parents = {row["parent"] for row in rows if row["parent"] in by_id}
    branches = {key for key in parents if by_id[key]["rule"] != "points"}
    points = {row["id"] for row in rows if row["parent"] in by_id and row["parent"] not in branches}
    return frozenset(branches | points)


def _unique(records: Records, table: Table) -> Iterator[Problem]:
    for field in table.fields:
        if not field.unique:
            continue
        first: dict[str, Row] = {}
        for row in records.live(table.name):
            value = row[field.name]
            if value in (None, ""):
                continue
            if value not in first:
                first[value] = row
                continue
            other = named(records, table, first[value])
            yield problem(
                "rows.unique",
                Severity.ERROR,
                Place(table.name, row["id"], field.name),
                saying(
                    "{0}的“{1}”{2} 用了不止一次，另见{3}。请改成不同的",
                    word(table.label),
                    word(field.label),
                    value,
                    other,
                ),
                found=str(value),
            )


def _references(records: Records, table: Table) -> Iterator[Problem]:
    for field in table.refs:
        if field.table == "attachment":
            continue
        for row in records.astray(table.name, field.name):
            yield from _reference(records, table, row, field)


def _reference(records: Records, table: Table, row: Row, field: Field) -> Iterator[Problem]:
    place = Place(table.name, row["id"], field.name)
    target = records.get(field.table, row[field.name])
    if target is None:
        yield problem(
            "rows.dangling",
            Severity.ERROR,
            place,
            saying("{0}的“{1}”指向的行已不存在。请重新选择", named(records, table, row), word(field.label)),
        )
    elif not field.owner and not records.is_live(field.table, target):
        yield problem(
            "rows.voided",
            Severity.DOUBT,
            place,
            saying(
                "{0}的“{1}”是已作废的{2}。请改选，或恢复该行",
                named(records, table, row),
                word(field.label),
                quoted(records.title(field.table, target["id"])),
            ),
        )


def _cycles(records: Records, table: Table) -> Iterator[Problem]:
    """Rows that are above themselves, each ring named once, at its first row."""
    for field in table.refs:
        if field.table != table.name:
            continue
        above = {row["id"]: row[field.name] for row in records.live(table.name)}
        done: set[str] = set()
        for row in records.live(table.name):
            trail: dict[str, None] = {}
            at = row["id"]
            while at in above and at not in done and at not in trail:
                trail[at] = None
                at = above[at]
            if at in trail:
                yield problem(
                    "rows.cycle",
                    Severity.ERROR,
                    Place(table.name, at, field.name),
                    saying(
                        "{0}{1}的“{2}”绕回了它自己。请改正",
                        word(table.label),
                        quoted(records.title(table.name, at)),
                        word(field.label),
                    ),
                )
            done.update(trail)


@dataclass(frozen=True, slots=True)
class _Pair:
    first: Field
    second: Field


def date_order(records: Records, evaluation: Evaluation) -> Iterator[Problem]:
    """Pairs of dates in one row that are the wrong way round."""
    for table in TABLES:
        pairs = [
            _Pair(table.field(first), table.field(second))
            for name, first, second in DATE_ORDER
            if name == table.name
        ]
        for row in records.live(table.name) if pairs else ():
            for pair in pairs:
                yield from _reversed(records, table, row, pair)


def _reversed(records: Records, table: Table, row: Row, pair: _Pair) -> Iterator[Problem]:
    assert pair.first.kind is Kind.DATE
    start, end = row[pair.first.name], row[pair.second.name]
    between = figures.days_between(start, end)
    if between is None or between[1] >= 0:
        return
    yield problem(
        "time.order",
        Severity.ERROR,
        Place(table.name, row["id"], pair.second.name),
        saying(
            "{0}的{1} {2} 早于{3} {4}。请核对两个日期",
            named(records, table, row),
            word(pair.second.label),
            end,
            word(pair.first.label),
            start,
        ),
        found=end,
        expected=start,
    )
