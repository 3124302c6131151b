"""Columns are chosen, moved, widened and remembered; rows are found by words, initials and column filters."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from models.dates import BadValue
from models.schema import SCHEMA
from tests.ui.grid_hands import CONTRACTS, GridMaker, Key, column, place, press
from ui.context import Context
from ui.grid.columns import Column
from ui.grid.filter_field import FilterField
from ui.grid.filter_popup import FilterPopup
from ui.grid.filtering import ColumnFilter, bound
from ui.grid.grid import Grid
from ui.grid.selecting import shown_columns

AMOUNT = SCHEMA["contract"].field("amount")


def names(grid: Grid) -> list[str]:
    return [grid.model.columns[at].name for at in shown_columns(grid.view)]


@pytest.fixture
def wide(context: Context, qtbot: QtBot) -> Grid:
    columns = [Column("name", stretch=True), *(Column(name, width=120) for name in CONTRACTS[1:])]
    grid = Grid(context, "contract", columns, entry_hint="新合同", total_label="合计", memory="wide")
    qtbot.addWidget(grid)
    grid.resize(500, 400)
    with qtbot.waitExposed(grid):
        grid.show()
    return grid


# Columns


def test_choice_order_and_width_are_remembered(grid_of: GridMaker) -> None:
    first = grid_of("contract", *CONTRACTS)
    first.layout_of.choose("vendor", False)
    first.view.titles.moveSection(first.view.titles.visualIndex(4), 0)
    first.view.titles.resizeSection(2, 160)
    first.layout_of.keep()
    again = grid_of("contract", *CONTRACTS)
    assert names(again) == ["signed_on", "name", "amount", "procurement", "remark"]
    assert again.view.columnWidth(2) == 160
    again.layout_of.reset()
    assert names(again) == list(CONTRACTS) and again.view.columnWidth(2) == 90
    assert names(grid_of("contract", *CONTRACTS)) == list(CONTRACTS)


def test_columns_give_way_unless_they_were_chosen(contracts: Grid) -> None:
    contracts.layout_of.give_way(("remark", "vendor"))
    assert names(contracts) == ["name", "amount", "procurement", "signed_on"]
    contracts.layout_of.choose("remark", True)
    assert "remark" in names(contracts) and "vendor" not in names(contracts)


def test_the_last_column_cannot_be_hidden(grid_of: GridMaker) -> None:
    grid = grid_of("vendor", "name")
    grid.layout_of.choose("name", False)
    assert names(grid) == ["name"]


@pytest.mark.parametrize(
    "kept", [{"order": ["gone", "amount"]}, {"widths": {"amount": -4}}, {"hidden": 7}, "x"]
)
def test_damaged_memory_costs_nothing(context: Context, grid_of: GridMaker, kept: object) -> None:
    context.settings.set("grids", {"contract": kept})
    assert set(names(grid_of("contract", *CONTRACTS))) == set(CONTRACTS)


def test_keys_follow_the_columns_as_they_stand(contracts: Grid) -> None:
    contracts.view.titles.moveSection(contracts.view.titles.visualIndex(2), 0)
    contracts.select(contracts.model.lines[0].key, "amount")
    press(contracts, "Right")
    assert place(contracts) == (0, "name")
    press(contracts, "Shift+Right")
    assert contracts.summary() == "已选 2 格"


def test_long_titles_stand_in_two_lines(context: Context, qtbot: QtBot) -> None:
    def height(title: str) -> int:
        grid = Grid(context, "contract", [Column("name", title, width=60)])
        qtbot.addWidget(grid)
        return grid.view.titles.height()

    assert (height("名称"), height("以前年度已付金额")) == (30, 46)


def test_the_first_columns_stay_while_the_others_scroll(wide: Grid) -> None:
    assert wide.view.titles.frozen == {0} and wide.frozen is None
    bar = wide.view.horizontalScrollBar()
    bar.setValue(bar.maximum())
    assert wide.frozen is not None and wide.frozen.isVisible()
    assert wide.frozen.columnWidth(0) == wide.view.columnWidth(0) and wide.frozen.isColumnHidden(2)
    wide.select(wide.model.lines[0].key, "vendor")
    assert wide.view.columnViewportPosition(1) >= wide.view.columnWidth(0), "beside, not under"
    bar.setValue(bar.maximum())
    wide.select(wide.model.lines[1].key, "name")
    press(wide, "F2")
    assert bar.value() == 0 and not wide.frozen.isVisible()
    press(wide, "Escape")


def test_frozen_rows_stand_beside_their_others_and_are_widened_there(wide: Grid) -> None:
    bar = wide.view.horizontalScrollBar()
    bar.setValue(bar.maximum())
    assert wide.frozen is not None
    for _ in range(3):
        wide.order_by(4)
        one, other = (
            wide.frozen.visualRect(wide.model.index(3, 0)),
            wide.view.visualRect(wide.model.index(3, 5)),
        )
        assert wide.frozen.viewport().mapToGlobal(one.topLeft()).y() == (
            wide.view.viewport().mapToGlobal(other.topLeft()).y()
        )
        assert wide.frozen.titles.isSortIndicatorShown() == wide.view.titles.isSortIndicatorShown()
    edge = QPoint(wide.frozen.columnWidth(0) - 2, 10)
    titles = wide.frozen.titles.viewport()
    QTest.mousePress(titles, Qt.MouseButton.LeftButton, pos=edge)
    QTest.mouseMove(titles, edge + QPoint(30, 0))
    QTest.mouseRelease(titles, Qt.MouseButton.LeftButton, pos=edge + QPoint(30, 0))
    assert wide.frozen.columnWidth(0) == wide.view.columnWidth(0) == 170


def test_a_double_click_on_an_edge_makes_the_column_as_wide_as_its_words(wide: Grid) -> None:
    titles = wide.view.titles
    for name, least in (("vendor", 240), ("amount", 36)):
        at = [each.name for each in wide.model.columns].index(name)
        wide.view.horizontalScrollBar().setValue(titles.sectionPosition(at))
        edge = QPoint(titles.sectionViewportPosition(at) + titles.sectionSize(at) - 1, 10)
        QTest.mouseClick(titles.viewport(), Qt.MouseButton.LeftButton, pos=edge)
        QTest.mouseDClick(titles.viewport(), Qt.MouseButton.LeftButton, pos=edge)
        assert least <= titles.sectionSize(at) != 120 and not titles.isSortIndicatorShown()


def test_both_views_scroll_and_select_together(wide: Grid) -> None:
    bar = wide.view.horizontalScrollBar()
    bar.setValue(bar.maximum())
    assert wide.frozen is not None
    wide.view.verticalScrollBar().setValue(60)
    assert wide.frozen.verticalScrollBar().value() == 60
    middle = wide.frozen.visualRect(wide.model.index(5, 0)).center()
    QTest.mouseClick(wide.frozen.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert place(wide) == (5, "name") and bar.value() == bar.maximum()


class Painted(QObject):
    """Remembers what of a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return False


def test_the_rows_that_the_cursor_leaves_and_enters_are_painted_in_both_views(wide: Grid) -> None:
    bar = wide.view.horizontalScrollBar()
    bar.setValue(bar.maximum())
    assert wide.frozen is not None
    name = wide.model.columns[-1].name
    wide.select(wide.model.lines[1].key, name)
    QApplication.processEvents()
    for view, at in ((wide.frozen, 0), (wide.view, len(wide.model.columns) - 1)):
        painted = Painted(view.viewport())
        for line in (3, 1):
            wide.select(wide.model.lines[line].key, name)
        QApplication.processEvents()
        for line in (1, 3):
            assert painted.region.contains(view.visualRect(wide.model.index(line, at)).center())


# Filters


@pytest.mark.parametrize(
    ("typed", "found"),
    [("英文门户", 1), ("ywmh", 1), ("52.10", 1), ("zsht", 0), ("gkzb", 6), ("", 23)],
)
def test_the_quick_filter_finds_words_and_initials(
    contracts: Grid, context: Context, qtbot: QtBot, typed: str, found: int
) -> None:
    field = FilterField(context.look)
    qtbot.addWidget(field)
    field.attach(lambda: contracts)
    field.setText(typed)
    field.apply()
    assert len(column(contracts, "name")) == found
    assert field.count_text == (f"{found} / 23" if typed else "")
    QTest.keyClick(field, Key.Key_Escape)
    assert len(column(contracts, "name")) == 23


@pytest.mark.parametrize(
    ("name", "wanted", "count"),
    [
        ("procurement", ColumnFilter(frozenset({"公开招标"})), 6),
        ("procurement", ColumnFilter(frozenset({""})), None),
        ("name", ColumnFilter(words="yw"), None),
        ("amount", ColumnFilter(low=50_000_000, high=60_000_000), None),
        ("signed_on", ColumnFilter(low="2018", high="2018-06"), None),
        ("amount", ColumnFilter(), 23),
    ],
)
def test_a_column_filter_lets_through_what_it_says(
    contracts: Grid, name: str, wanted: ColumnFilter, count: int | None
) -> None:
    every = {line.key: line.row for line in contracts.model.lines if line.row is not None}
    contracts.filter_by(list(CONTRACTS).index(name), wanted)
    passed = {line.key for line in contracts.model.lines}
    assert count is None or len(passed - {"＋"}) == count
    at = list(CONTRACTS).index(name)
    shown = contracts.model.context.records.shown
    texts = [shown("contract", contracts.model.fields[at], row) for row in every.values()]  # type: ignore[arg-type]
    passes = wanted.passing(texts, [row[name] for row in every.values()])
    lets = {key for key, passed in zip(every, passes, strict=True) if passed}
    assert passed - {"＋"} == lets
    contracts.drop_filters()
    assert len(column(contracts, "name")) == 23


def test_a_filter_that_lets_nothing_through_says_so(contracts: Grid) -> None:
    assert contracts.view.said_when_empty == ""
    contracts.set_filter("没有这样的合同")
    assert contracts.view.said_when_empty == "没有符合筛选的行"
    contracts.view.grab()
    contracts.set_filter("")
    assert contracts.view.said_when_empty == ""


def test_the_popup_offers_values_with_counts_and_bounds(
    contracts: Grid, context: Context, qtbot: QtBot
) -> None:
    popup = FilterPopup(context, contracts.model, 2, contracts)
    qtbot.addWidget(popup)
    heard: list[ColumnFilter] = []
    popup.chosen.connect(heard.append)
    assert "52.10　1" in [popup.list.model().index(at, 0).data() for at in range(23)]
    popup.low.setText("五十")
    popup.take()
    assert heard == [] and "不是金额" in popup.note.text()
    popup.low.setText("50")
    popup.high.setText("60")
    popup.take()
    assert heard == [ColumnFilter(None, "", 50_000_000, 60_000_000)]


@pytest.mark.parametrize(("text", "value"), [("50", 50_000_000), ("", None), ("1.5亿元", 15_000_000_000)])
def test_bounds_are_typed_like_cells(text: str, value: int | None) -> None:
    assert bound(AMOUNT, text, "万元") == value


def test_bounds_of_computed_columns_are_numbers() -> None:
    assert bound(None, "88.33%", "万元") == Decimal("88.33")
    with pytest.raises(BadValue):
        bound(None, "多", "万元")


def test_a_sum_that_is_wider_than_its_column_is_read_on_hover(
    contracts: Grid, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, text, _widget: said.append(text))
    total, view = contracts.total, contracts.view
    assert total is not None
    at = [column.name for column in contracts.model.columns].index("amount")
    left = view.columnViewportPosition(at) + (0 if view.rows.isHidden() else view.rows.width())
    place = QPoint(left + 3, 5)
    QApplication.sendEvent(total, QHelpEvent(QEvent.Type.ToolTip, place, total.mapToGlobal(place)))
    assert said == [total.cell_text("amount")] and said[0]


def test_totals_are_of_the_rows_shown_and_say_so(contracts: Grid) -> None:
    assert contracts.total is not None
    contracts.set_filter("英文门户")
    assert (contracts.total.cell_text("name"), contracts.total.cell_text("amount")) == (
        "筛选出 1 / 23",
        "36.00",
    )
    contracts.set_filter("")
    contracts.void_rows([contracts.model.lines[0].key], "重复")
    contracts.model.show_void(True)
    assert contracts.total.cell_text("amount") == "3,033.34", "void rows are looked at, not counted"


def test_void_rows_show_when_asked_and_cannot_be_typed_into(contracts: Grid, context: Context) -> None:
    row_id = contracts.model.lines[1].key
    contracts.void_rows([row_id], "重复")
    assert contracts.model.line_of(row_id) == -1
    contracts.model.show_void(True)
    assert contracts.model.line_of(row_id) == 1 and not contracts.model.can_edit_at(1, 0)
    contracts.restore(row_id)
    assert contracts.model.can_edit_at(1, 0)


def test_a_click_on_a_title_orders_and_the_third_one_does_no_longer(contracts: Grid) -> None:
    before = column(contracts, "amount")
    contracts.order_by(2)
    rising = [Decimal(text.replace(",", "")) for text in column(contracts, "amount") if text]
    assert rising == sorted(rising)
    contracts.order_by(2)
    falling = [Decimal(text.replace(",", "")) for text in column(contracts, "amount") if text]
    assert falling == sorted(rising, reverse=True)
    contracts.order_by(2)
    assert column(contracts, "amount") == before
