"""What is done with whole columns comes to the same as doing it cell by cell."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.fields import Row, Value
from services import pinyin
from tests.ui.grid_hands import CONTRACTS, GridMaker
from ui.context import Context
from ui.grid import word_index
from ui.grid.columns import Cell, Column, Group, RowView
from ui.grid.filter_field import FilterField
from ui.grid.grid import Grid
from ui.grid.model import GridModel

WORDS = ("续签", "zwy", "2018", "52.1", "z", "。", "x0x")


@pytest.fixture
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks of three rows: the sample has many of them."""
    monkeypatch.setattr(word_index, "ROWS", 3)


def plainly_found(model: GridModel, wanted: str) -> set[str]:
    """The rows in which somebody who reads every cell finds the words."""
    found = set()
    for row in model.arrangement.all_rows:
        texts = [model._cells.row_text(row, at) for at in range(len(model.fields))]
        if any(pinyin.found(wanted, text) is not None for text in texts):
            found.add(row["id"])
    return found


def found(grid: Grid, wanted: str) -> set[str]:
    grid.set_filter(wanted)
    return {row["id"] for row in grid.model.lines.rows()}


@pytest.mark.parametrize("wanted", WORDS)
def test_the_filter_finds_what_a_reader_of_every_cell_finds(
    contracts: Grid, small_blocks: None, wanted: str
) -> None:
    assert found(contracts, wanted) == plainly_found(contracts.model, wanted)


def edits() -> dict[str, Callable[[Context], object]]:
    """What may happen between two searches."""

    def change(table: str, at: int, **values: Value) -> Callable[[Context], None]:
        def act(context: Context) -> None:
            with context.workspace.edit("改") as edit:
                edit.update(table, context.records.live(table)[at]["id"], values)

        return act

    def insert(context: Context) -> None:
        rows = context.records.live("contract")
        with context.workspace.edit("加") as edit:
            edit.insert("contract", {"fund": rows[0]["fund"], "name": "政务云续签"}, after=rows[4]["id"])

    def void(context: Context) -> None:
        with context.workspace.edit("作废") as edit:
            edit.void("contract", context.records.live("contract")[3]["id"], "重复")

    return {
        "first row of a block": change("contract", 3, name="政务云续签2018"),
        "row inside a block": change("contract", 4, name="甲", amount=52_100_000),
        "quoted row": change("vendor", 0, name="政务云 2018 公司"),
        "setting": lambda context: context.choose("money_unit", "元"),
        "inserted": insert,
        "void": void,
        "undone": lambda context: (void(context), context.workspace.undo()),
    }


@pytest.mark.parametrize("name", edits())
def test_the_filter_follows_every_change(
    contracts: Grid, context: Context, small_blocks: None, name: str
) -> None:
    for wanted in WORDS:
        found(contracts, wanted)
    edits()[name](context)
    for wanted in WORDS:
        assert found(contracts, wanted) == plainly_found(contracts.model, wanted)


def test_words_are_made_ready_in_steps_whatever_happens_between_them(
    contracts: Grid, context: Context, small_blocks: None
) -> None:
    assert not contracts.model.has_words(None)
    for number, _step in enumerate(contracts.model.word_steps()):
        if number in (2, 9):
            edits()["inserted"](context)
    assert contracts.model.has_words(None)
    for wanted in WORDS:
        assert found(contracts, wanted) == plainly_found(contracts.model, wanted)


def test_letters_need_no_figures_to_be_ready(contracts: Grid, small_blocks: None) -> None:
    steps = contracts.model.word_steps()
    while not contracts.model.has_words("续签"):
        next(steps)
    assert not contracts.model.has_words("52.1") and not contracts.model.has_words("zwy")


def test_what_is_typed_before_the_words_are_ready_is_found_a_moment_later(
    contracts: Grid, context: Context, small_blocks: None, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("ui.grid.filter_field.MANY", 5)
    field = FilterField(context.look)
    qtbot.addWidget(field)
    field.attach(lambda: contracts)
    wanted = plainly_found(contracts.model, "zwy")
    field.setText("zwy")
    assert contracts.model.arrangement.filter == ""
    qtbot.waitUntil(lambda: contracts.model.arrangement.filter == "zwy")
    assert {row["id"] for row in contracts.model.lines.rows()} == wanted


# Orders


def amount_of(view: RowView) -> Cell:
    """A computed column with figures of all sorts, words, and nothing."""
    number = int(view.row["id"][-2:], 36)
    figures = (Fraction(number, 7), Decimal(number) / 8, number % 5, Fraction(-number, 3))
    if number % 6 == 4:
        return Cell("待定")
    return Cell() if number % 6 == 5 else Cell("x", figures[number % 4])


def by_the_book(cells: list[Cell]) -> list[object]:
    """Nothing first, then figures, then words."""
    figures = sorted(Fraction(cell.sort) for cell in cells if cell.sort is not None)
    without = [None] * sum(cell.sort is None and not cell.text for cell in cells)
    return [*without, *figures, *(cell.text for cell in cells if cell.sort is None and cell.text)]


@pytest.mark.parametrize("descending", [False, True])
def test_computed_figures_are_ordered_exactly(context: Context, qtbot: QtBot, descending: bool) -> None:
    grid = Grid(context, "payment", [Column("amount"), Column("x", "x", compute=amount_of)])
    qtbot.addWidget(grid)
    cells = [amount_of(RowView(row, context.records, context.workspace.evaluation))
             for row in context.records.live("payment")]  # fmt: skip
    grid.set_order(1, descending)
    shown = [grid.model.cells(line)[1] for line in grid.model.lines]
    order = [Fraction(cell.sort) if cell.sort is not None else (cell.text or None) for cell in shown]
    assert order == (by_the_book(cells)[::-1] if descending else by_the_book(cells))


def groups(context: Context) -> list[Group]:
    records = context.records
    return [
        Group(
            fund["id"], fund["name"] or "", [row["id"] for row in records.of("contract", "fund", fund["id"])]
        )
        for fund in records.live("fund")
    ]


@pytest.mark.parametrize("name", ["amount", "vendor", "signed_on"])
def test_rows_are_ordered_within_their_headings(context: Context, qtbot: QtBot, name: str) -> None:
    grid = Grid(
        context, "contract", [Column(each) for each in CONTRACTS], groups=lambda _records: groups(context)
    )
    qtbot.addWidget(grid)
    alone = Grid(context, "contract", [Column(each) for each in CONTRACTS])
    qtbot.addWidget(alone)
    at = CONTRACTS.index(name)
    for each in (grid, alone):
        each.set_order(at, True)
    order = [row["id"] for row in alone.model.lines.rows()]
    places = [order.index(row["id"]) for row in grid.model.lines.rows()]
    ends = [*grid.model.lines.heads, len(grid.model.lines)]
    counted = 0
    for first, end in zip(ends, ends[1:], strict=False):
        inside = places[counted : counted + end - first - 1]
        assert inside == sorted(inside)
        counted += len(inside)
    assert counted == len(places) == len(order)


# Copies and places


def test_every_line_is_found_at_its_place(context: Context, qtbot: QtBot) -> None:
    grid = Grid(
        context, "contract", [Column("name")], groups=lambda _records: groups(context), entry_hint="＋"
    )
    qtbot.addWidget(grid)
    lines = grid.model.lines
    for known in (False, True):
        assert [lines.place(lines.key(at)) for at in range(len(lines))] == list(range(len(lines))), known
        assert [line.key for line in lines] == [lines.key(at) for at in range(len(lines))]
    assert lines.place("nobody") == -1
    rows = [at for at in range(len(lines)) if lines.row(at) is not None]
    assert [grid.model.number(at) for at in rows] == [str(number + 1) for number in range(len(rows))]


def test_a_copied_block_says_what_each_cell_says(grid_of: GridMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.grid.blocks.ROWS", 4)
    grid = grid_of("contract", *CONTRACTS)
    grid.view.walker.choose_all()
    grid.copy()
    rows: list[Row] = list(grid.model.lines.rows())
    lines = QApplication.clipboard().text().replace('"', "").split("\n")
    typed = ["\t".join(grid.model.edit_text_at(at, column) for column in range(len(CONTRACTS)))
             for at in range(len(rows))]  # fmt: skip
    assert lines == "\n".join(typed).split("\n")
