"""A grid follows every change: cells in place without a reset, lines anew where they come, go or move."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt

from models.fields import Row
from models.records import Records
from tests.ui.grid_hands import place, press, put_on_clipboard, type_into
from ui.context import Context
from ui.grid.columns import Cell, Column, Group
from ui.grid.grid import Grid
from ui.grid.model import GridModel

Maker = Callable[..., Grid]


@pytest.fixture
def payments(context: Context, qtbot) -> Grid:  # type: ignore[no-untyped-def]
    def paid(view: object) -> Cell:
        return Cell(str(context.workspace.evaluation.facts.project["已支付"].value))

    columns = [Column(name) for name in ("contract", "paid_on", "amount")]
    grid = Grid(context, "payment", [*columns, Column("x", "已支付", compute=paid)])
    qtbot.addWidget(grid)
    return grid


def read_anew(model: GridModel) -> list[tuple[str, list[Cell]]]:
    """What another grid of the same kind would show if it were made now."""
    fresh = GridModel(
        model.context, model.table.name, model.columns, scope=model.scope, groups=model.arrangement.groups
    )
    fresh.set_order(*model.arrangement.sort)
    fresh.set_filter(model.arrangement.filter)
    return shown(fresh)


def shown(model: GridModel) -> list[tuple[str, list[Cell]]]:
    return [(line.key, model.cells(line)) for line in model.lines]


def row(context: Context, table: str, at: int = 0) -> Row:
    return context.records.live(table)[at]


def change(context: Context, table: str, row_id: str, **values: object) -> None:
    with context.workspace.edit("改") as edit:
        edit.update(table, row_id, values)


CHANGES: dict[str, tuple[Callable[[Context], None], bool]] = {
    "an amount": (lambda c: change(c, "payment", row(c, "payment")["id"], amount=1), False),
    "the contract's name": (lambda c: change(c, "contract", row(c, "contract")["id"], name="改名"), False),
    "the contract of a payment": (
        lambda c: change(c, "payment", row(c, "payment")["id"], contract=row(c, "contract", 3)["id"]),
        False,
    ),
    "a setting": (lambda c: change(c, "project", row(c, "project")["id"], year=2017), False),
    "a void contract": (
        lambda c: change(c, "contract", row(c, "payment")["contract"], void_reason="重复"),
        True,
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_cells_are_as_if_read_anew(payments: Grid, context: Context, name: str) -> None:
    act, comes_or_goes = CHANGES[name]
    resets: list[None] = []
    payments.model.modelReset.connect(lambda: resets.append(None))
    before = shown(payments.model)
    act(context)
    after = shown(payments.model)
    assert after == read_anew(payments.model) != before
    assert bool(resets) == comes_or_goes
    context.workspace.undo()
    assert shown(payments.model) == before


def test_rows_come_and_go(payments: Grid, context: Context) -> None:
    count = len(payments.model.lines)
    with context.workspace.edit("加") as edit:
        made = edit.insert("payment", {"contract": row(context, "contract")["id"]})
    assert payments.model.line_of(made) == count
    with context.workspace.edit("删") as edit:
        edit.delete("payment", made)
    assert payments.model.line_of(made) == -1 and len(payments.model.lines) == count


@pytest.mark.parametrize("column", [0, 2, 3])
def test_an_ordered_grid_stays_in_order(payments: Grid, context: Context, column: int) -> None:
    payments.model.set_order(column, True)
    change(context, "payment", payments.model.lines[0].key, amount=2)
    change(context, "contract", row(context, "contract", 5)["id"], name="壹")
    assert shown(payments.model) == read_anew(payments.model)


def test_rows_stay_where_one_types_until_they_are_ordered_again(contracts: Grid, context: Context) -> None:
    contracts.order_by(2)
    order = [line.key for line in contracts.model.lines]
    type_into(contracts, order[1], "amount", "9999")
    assert [line.key for line in contracts.model.lines] == order and place(contracts) == (2, "amount")
    put_on_clipboard("8888\n7777")
    press(contracts, "Ctrl+V")
    assert [line.key for line in contracts.model.lines] == order
    change(context, "contract", order[9], amount=1)
    assert [line.key for line in contracts.model.lines] == order, "nor when something else changes"
    contracts.set_order(2, False)
    assert [contracts.model.line_of(key) for key in order[1:4]] == [22, 21, 20]


def test_a_row_does_not_vanish_from_a_filter_under_ones_hands(contracts: Grid) -> None:
    contracts.set_filter("监理")
    first = contracts.model.lines[0].key
    count = len(contracts.model.lines)
    type_into(contracts, first, "name", "改了名")
    assert contracts.model.line_of(first) == 0 and len(contracts.model.lines) == count
    contracts.set_filter("监理服")
    assert contracts.model.line_of(first) == -1


def test_refs_are_ordered_by_what_is_read(payments: Grid) -> None:
    payments.model.set_order(0, False)
    texts = [payments.model.cells(line)[0].text for line in payments.model.lines]
    assert texts == sorted(texts)


def test_a_filtered_grid_takes_in_and_lets_go(payments: Grid, context: Context) -> None:
    contract = row(context, "contract", 2)
    payments.set_filter("甲乙丙")
    assert len(payments.model.lines) == 0
    change(context, "contract", contract["id"], name="甲乙丙运维")
    count = len(context.records.of("payment", "contract", contract["id"]))
    assert len(payments.model.lines) == count > 0
    context.workspace.undo()
    assert len(payments.model.lines) == 0


def test_a_payment_moved_to_another_contract_leaves_the_grid_of_the_first(context: Context, qtbot) -> None:  # type: ignore[no-untyped-def]
    paid = row(context, "payment")
    grid = Grid(context, "payment", [Column("amount")], scope={"contract": paid["contract"]})
    qtbot.addWidget(grid)
    assert grid.model.line_of(paid["id"]) >= 0
    other = next(each for each in context.records.live("contract") if each["id"] != paid["contract"])
    change(context, "payment", paid["id"], contract=other["id"])
    assert grid.model.line_of(paid["id"]) == -1
    context.workspace.undo()
    assert grid.model.line_of(paid["id"]) >= 0


def test_numbers_count_rows_and_not_headings(context: Context, qtbot) -> None:  # type: ignore[no-untyped-def]
    def groups(records: Records) -> Sequence[Group]:
        return [
            Group(
                each["id"], each["name"], [one["id"] for one in records.of("contract", "group", each["id"])]
            )
            for each in records.live("contract_group")
        ]

    grid = Grid(context, "contract", [Column("name")], groups=groups)
    qtbot.addWidget(grid)
    numbers = [
        grid.model.headerData(at, Qt.Orientation.Vertical)
        for at, line in enumerate(grid.model.lines)
        if line.kind == "row"
    ]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)] and len(numbers) > 5
    grid.model.toggle_group(grid.model.lines[0].key)
    assert grid.model.headerData(2, Qt.Orientation.Vertical) == "1"
