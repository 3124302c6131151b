"""Funds with what the unit declares of them, and the documents that grant them, out of one table."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from models.sayings import listing, saying, word
from models.schema import SCHEMA
from models.untidy.content import cell_value
from models.untidy.grid import Grid
from models.untidy.layout import Layout
from models.untidy.lines import Role, Step, no_step
from models.untidy.plain import filled, wrong_totals
from models.untidy.reading import DOUBT, HINT, Cells, Entry, Judgement, Option, Reading, choice

NAME, CODE, DOCUMENT = "fund.name", "fund.code", "allocation.document_number"
AMOUNT, KIND, QUOTA = "allocation.amount", "allocation.kind", "fund.declared_quota"
LEFT_OUT = "none"
_BETWEEN = re.compile(r"[、,，;；\n]+|(?<=号)\s+")


@dataclass(eq=False, slots=True)
class _Fund:
    entry: Entry
    row: int
    documents: list[tuple[int, str]] = field(default_factory=list)


def read_funds(
    grid: Grid, layout: Layout, _this_year: int, choices: Mapping[str, str], _step: Step = no_step
) -> Reading:
    """A fund for every name, and an allocation for every document whose amount the table tells."""
    cells = Cells(grid, layout)
    funds: list[_Fund] = []
    for row, role in enumerate(layout.roles):
        if role is not Role.DATA:
            continue
        name = cells.line(row, NAME)
        if name or not funds or cells.line(row, CODE):
            funds.append(_Fund(_fund(cells, row), row))
        numbers = [text.strip() for text in _BETWEEN.split(cells.own(row, DOCUMENT)) if text.strip()]
        funds[-1].documents += [(row, number) for number in numbers]
    allocations, told = _allocations(cells, funds, choices)
    entries = (*(one.entry for one in funds), *allocations)
    return Reading(entries, (*wrong_totals(cells, layout), *told, *filled(cells)))


def _entry(cells: Cells, table: str, row: int) -> Entry:
    heads: dict[str, str] = {}
    made = Entry(table, cells.grid.place(row), heads=heads)
    for column in cells.layout.columns:
        at, _, name = column.key.partition(".")
        if at != table:
            continue
        field_ = SCHEMA[table].field(name)
        heads[field_.label] = column.head.text
        text = cells.own(row, column.key)
        made.values[name] = cell_value(field_, text, column.unit, as_fraction=column.as_fraction)
        if said := cells.fault(row, column.key):
            made.faults[name] = said
    return made


def _fund(cells: Cells, row: int) -> Entry:
    made = _entry(cells, "fund", row)
    made.values["name"] = cells.line(row, NAME)
    return made


def _allocations(
    cells: Cells, funds: Sequence[_Fund], choices: Mapping[str, str]
) -> tuple[list[Entry], list[Judgement]]:
    """Documents with their amounts; where several share one amount it is not known which has what."""
    found, told = [], []
    several = [one for one in funds if not cells.has(AMOUNT) and len(one.documents) > 1]
    if several:
        names = listing(f"“{one.entry.values['name']}”" for one in several[:3])
        said = saying(
            "{0}等 {1} 个项目各有几个指标文号，表中没有分开写金额，这些指标文没有导入", names, len(several)
        )
        told.append(
            Judgement(
                "documents", HINT, said, cells=tuple((one.row, cells.index(DOCUMENT)) for one in several)
            )
        )
    for one in funds:
        if one in several:
            continue
        for row, number in one.documents:
            made = _entry(cells, "allocation", row)
            made.refs["fund"] = one.entry
            made.values["document_number"] = number
            if not cells.has(AMOUNT):
                made.values["amount"] = one.entry.values.get("declared_quota", "")
                made.heads = {**made.heads, "金额": cells.heads.get(QUOTA, "金额")}
            found.append(made)
    if found and not cells.has(KIND):
        chosen, judgement = _kind(found, choices)
        told.append(judgement)
        for made in found:
            made.values["kind"] = chosen
        found = found if chosen != LEFT_OUT else []
    return found, told


def _kind(found: Sequence[Entry], choices: Mapping[str, str]) -> tuple[str, Judgement]:
    kinds = SCHEMA["allocation"].field("kind").choices
    options = (Option(LEFT_OUT, "不导入指标文"), *(Option(kind, kind) for kind in kinds))
    chosen = choice(choices, "allocation.kind", options, LEFT_OUT)
    done = saying("没有导入，请选择") if chosen == LEFT_OUT else saying("都按“{0}”导入", word(chosen))
    said = saying("表中有 {0} 个指标文号，没有写是年初预算、结转还是追加，{1}", len(found), done)
    return chosen, Judgement("allocation.kind", DOUBT, said, options, chosen)
