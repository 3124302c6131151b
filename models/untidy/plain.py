"""Rows of one declared table out of a foreign table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from models import kinds
from models.fields import NUMERIC, Kind
from models.sayings import listing, saying
from models.schema import SCHEMA
from models.untidy.content import cell_value, fen_of
from models.untidy.grid import Grid
from models.untidy.layout import Layout
from models.untidy.lines import SAID, STEP, Role, Step, heading, no_step
from models.untidy.matching import Column
from models.untidy.objectives import measured
from models.untidy.reading import ERROR, HINT, Cells, Entry, Judgement, Reading

FILLED_DOWN = frozenset({
    "objective.level1", "objective.level2", "objective.fund", "expense.group", "expense.fund",
    "allocation.fund", "contract.fund", "contract.group", "indicator.parent", "survey_question.survey",
    "roster_entry.roster",
    "payment.contract", "contract_item.contract", "term.contract", "service_review.contract", "request.fund",
})  # fmt: skip
"""Slots whose empty cells mean what stands above: the names that many rows share."""

GROUPED = {"expense": "group"}
"""Where the words of a heading between the rows go."""


def read_plain(
    grid: Grid, layout: Layout, _this_year: int, _choices: Mapping[str, str], step: Step = no_step
) -> Reading:
    """One entry for every row of data."""
    cells = Cells(grid, layout)
    table = layout.target.name
    columns = [one for one in layout.columns if one.key]
    fields = [SCHEMA[table].field(one.key.partition(".")[2]) for one in columns]
    heads = {each.label: one.head.text for each, one in zip(fields, columns, strict=True)}
    entries: list[Entry] = []
    group = owner = ""
    for row, role in enumerate(layout.roles):
        if row % STEP == 0:
            step(row, len(layout.roles))
        if row in layout.owners:
            group, owner = "", layout.owners[row]
        elif role is Role.GROUP:
            group = heading(grid, row)
        elif role is Role.DATA:
            entry = _entry(cells, table, row, columns)
            entry.heads = heads
            if group and table in GROUPED:
                entry.values.setdefault(GROUPED[table], group)
            if owner and layout.target.belonging is not None:
                entry.refs.setdefault(layout.target.belonging.name, owner)
            entries.append(entry)
    told = measured(entries) if table == "objective" else []
    _give(entries, layout, table)
    return Reading(tuple(entries), (*wrong_totals(cells, layout), *told, *filled(cells)))


def _entry(cells: Cells, table: str, row: int, columns: Sequence[Column]) -> Entry:
    made = Entry(table, cells.grid.place(row))
    for column in columns:
        field = SCHEMA[table].field(column.key.partition(".")[2])
        if said := cells.fault(row, column.key):
            made.faults[field.name] = said
        if field.kind in NUMERIC or field.kind is Kind.LONGTEXT:
            text = cells.own(row, column.key)
        else:
            text = cells.down(row, column.key, blanks=column.key in FILLED_DOWN)
        if field.kind is Kind.REF:
            made.refs[field.name] = text
        else:
            made.values[field.name] = cell_value(field, text, column.unit, as_fraction=column.as_fraction)
    return made


def _give(entries: Sequence[Entry], layout: Layout, table: str) -> None:
    """Put in what all rows share, where a row does not say it itself."""
    for key, text in layout.given.items():
        owner, _, name = key.partition(".")
        if owner != table or not SCHEMA[table].has(name):
            continue
        is_ref = SCHEMA[table].field(name).kind is Kind.REF
        for entry in entries:
            holder: dict[str, str] | dict[str, Entry | str] = entry.refs if is_ref else entry.values
            if not holder.get(name):
                holder[name] = text


def wrong_totals(cells: Cells, layout: Layout) -> list[Judgement]:
    """Totals that are not the sum of the rows above them, back to the total before, or to the top."""
    money = [one for one in layout.columns if _is_money(layout, one)]
    near = {one.key: 0 for one in money}
    far = dict(near)
    ahead = _sums(cells, layout, money)
    told: list[Judgement] = []
    right = 0
    for row, role in enumerate(layout.roles):
        amounts = {
            one.key: fen for one in money if (fen := fen_of(cells.own(row, one.key), one.unit)) is not None
        }
        if role is Role.DATA:
            for key, fen in amounts.items():
                near[key] += fen
                far[key] += fen
        elif role in (Role.SUBTOTAL, Role.TOTAL) and amounts:
            expected = [near, far] if role is Role.SUBTOTAL else [far, near]
            expected = expected if any(far.values()) else [ahead]
            if any(all(sums[key] == fen for key, fen in amounts.items()) for sums in expected):
                right += 1
            else:
                told.append(_wrong(cells, layout, row, role, amounts, expected[0]))
            near = dict.fromkeys(near, 0)
    if right:
        told.append(Judgement("totals", HINT, saying("{0} 行小计、合计与明细相符，不作为一行导入", right)))
    return told


def _sums(cells: Cells, layout: Layout, money: Sequence[Column]) -> dict[str, int]:
    """What all rows of data come to."""
    data = [row for row, role in enumerate(layout.roles) if role is Role.DATA]
    return {
        one.key: sum(fen for row in data if (fen := fen_of(cells.own(row, one.key), one.unit)) is not None)
        for one in money
    }  # fmt: skip


def _is_money(layout: Layout, column: Column) -> bool:
    slot = layout.target.slot(column.key)
    return slot is not None and slot.field.kind is Kind.MONEY


def _wrong(
    cells: Cells, layout: Layout, row: int, role: Role, amounts: Mapping[str, int], sums: Mapping[str, int]
) -> Judgement:
    parts = [
        saying(
            "{0} {1}万元与明细合计 {2}万元不符，差 {3}万元", layout.columns[cells.index(key)].head.text,
            kinds.show_money(fen), kinds.show_money(sums[key]), kinds.show_money(abs(fen - sums[key])),
        )
        for key, fen in amounts.items() if fen != sums[key]
    ]  # fmt: skip
    where = tuple((row, cells.index(key)) for key, fen in amounts.items() if fen != sums[key])
    sentence = saying(
        "第 {0} 行{1}：{2}。不作为一行导入",
        cells.grid.place(row)[1],
        SAID[role],
        listing(parts, between="；"),
    )
    return Judgement(f"total.{row}", ERROR, sentence, cells=where)


def filled(cells: Cells) -> list[Judgement]:
    """What was filled down, told once."""
    if not cells.filled:
        return []
    names = sorted({cells.layout.columns[column].head.text for _, column in cells.filled})
    said = saying("合并或空着的单元格按上一行补齐：{0}，共 {1} 处", listing(names), len(cells.filled))
    return [Judgement("filled", HINT, said, cells=tuple(cells.filled))]
