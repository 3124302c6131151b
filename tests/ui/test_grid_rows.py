"""Rows are inserted, doubled, moved by keys and by their number; words are replaced; menus offer it all."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.grid_hands import GridMaker, block, chosen, column, place, press
from ui.context import Context
from ui.grid.columns import Column, Group
from ui.grid.grid import Grid


@pytest.fixture
def vendors(grid_of: GridMaker) -> Grid:
    return grid_of("vendor", "name", entry_hint="新供应商")


def test_rows_are_inserted_above_and_below(vendors: Grid, context: Context) -> None:
    before = column(vendors, "name")
    vendors.select(vendors.model.lines[1].key, "name")
    press(vendors, "Ctrl+Plus")
    assert column(vendors, "name") == [before[0], "", *before[1:]] and place(vendors) == (1, "name")
    vendors.select(vendors.model.lines[0].key, "name")
    vendors.insert_beside(below=False)
    assert column(vendors, "name")[:2] == ["", before[0]]
    vendors.select(vendors.model.lines[1].key, "name")
    vendors.insert_beside(below=True)
    assert column(vendors, "name")[:3] == ["", before[0], ""]
    for _ in range(3):
        context.workspace.undo()
    assert column(vendors, "name") == before


def test_rows_are_doubled_under_themselves(vendors: Grid, context: Context) -> None:
    before = column(vendors, "name")
    block(vendors, 0, 1, "name", "name")
    press(vendors, "Ctrl+Shift+D")
    assert column(vendors, "name") == [*before[:2], *before[:2], *before[2:]]
    context.workspace.undo()
    assert column(vendors, "name") == before


@pytest.mark.parametrize(
    ("start", "keys", "order"),
    [
        (1, "Alt+Shift+Up", (1, 0, 2, 3)),
        (1, "Alt+Shift+Down", (0, 2, 1, 3)),
        (0, "Alt+Shift+Up", (0, 1, 2, 3)),
        (2, "Alt+Shift+Up Alt+Shift+Up", (2, 0, 1, 3)),
    ],
)
def test_rows_move_by_keys(vendors: Grid, start: int, keys: str, order: tuple[int, ...]) -> None:
    before = column(vendors, "name")
    vendors.select(vendors.model.lines[start].key, "name")
    press(vendors, keys)
    assert column(vendors, "name")[:4] == [before[at] for at in order]


def test_after_a_deletion_one_stands_on_the_row_in_its_place(contracts: Grid, context: Context) -> None:
    following = contracts.model.lines[4].key
    contracts.select(contracts.model.lines[3].key, "amount")
    contracts.void_rows(contracts.selected_row_ids(), "重复")
    assert place(contracts) == (3, "amount") and contracts.current_row_id() == following
    context.workspace.undo()
    assert contracts.current_row_id() == following, "undo moves no cursor"
    contracts.set_filter("监理")
    assert contracts.current_row_id() == "", "a hidden row is still there"


def test_a_row_is_dragged_by_its_number(vendors: Grid) -> None:
    before, rows = column(vendors, "name"), vendors.view.rows
    height = rows.defaultSectionSize()
    start, end = QPoint(10, height // 2), QPoint(10, 3 * height - 2)

    def drag() -> None:
        QTest.mousePress(rows.viewport(), Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(rows.viewport(), QPoint(10, height * 2))
        QTest.mouseMove(rows.viewport(), end)
        QTest.mouseRelease(rows.viewport(), Qt.MouseButton.LeftButton, pos=end)

    drag()
    assert column(vendors, "name") == before and len(vendors.selected_row_ids()) == 3, "as in Excel"
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=start)
    assert len(vendors.selected_row_ids()) == 1
    drag()
    assert column(vendors, "name")[:4] == [before[1], before[2], before[0], before[3]]


def test_rows_are_chosen_one_by_one_by_their_numbers(vendors: Grid) -> None:
    rows, height = vendors.view.rows, vendors.view.rows.defaultSectionSize()
    for line, held in ((1, Qt.KeyboardModifier.NoModifier), (4, Qt.KeyboardModifier.ControlModifier)):
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, held, QPoint(10, line * height + 5))
    assert {line for line, _ in chosen(vendors)} == {1, 4}


def test_a_dropped_row_stands_before_the_line_it_was_dropped_on(vendors: Grid) -> None:
    before = column(vendors, "name")
    vendors.drop_row(0, 3)
    assert column(vendors, "name")[:4] == [before[1], before[2], before[0], before[3]]
    vendors.drop_row(2, 0)
    assert column(vendors, "name") == before
    vendors.drop_row(0, len(vendors.model.lines))
    assert column(vendors, "name") == [*before[1:], before[0]]


def test_rows_move_inside_their_group_only_and_groups_close_by_their_sign(
    context: Context, qtbot: QtBot
) -> None:
    ids = [row["id"] for row in context.records.live("vendor")]
    groups = [Group("甲", "甲", ids[:2]), Group("乙", "乙", ids[2:])]
    grid = Grid(context, "vendor", [Column("name")], groups=lambda _records: groups)
    qtbot.addWidget(grid)
    grid.show()
    for count in (len(ids), len(ids) + 2):
        QTest.mouseClick(grid.view.rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
        assert len(grid.model.lines) == count, "a click on the sign of a heading closes and opens it"
    grid.select(ids[2], "name")
    press(grid, "Alt+Shift+Up")
    assert grid.strip.text == "行只能在它的分组里移动"
    assert context.can_undo is None or "移动" not in context.can_undo.label


def test_void_rows_are_not_set_aside_again(contracts: Grid) -> None:
    first = contracts.model.lines[0].key
    contracts.void_rows([first], "重复")
    contracts.model.show_void(True)
    contracts.select(first, "name")
    press(contracts, "Ctrl+Minus")
    assert contracts.strip.text == "这一行已作废，恢复后才能改"


def test_ordered_rows_are_not_moved(vendors: Grid) -> None:
    vendors.order_by(0)
    before = column(vendors, "name")
    vendors.select(vendors.model.lines[1].key, "name")
    press(vendors, "Alt+Shift+Up")
    assert column(vendors, "name") == before and "排序" in vendors.strip.text


# Replacing


def test_what_would_be_replaced_is_listed_and_then_replaced_as_one_edit(
    contracts: Grid, context: Context
) -> None:
    before, entries = column(contracts, "name"), len(context.workspace.project.history())
    contracts.select(contracts.model.lines[0].key, "name")
    press(contracts, "Ctrl+H")
    panel = contracts.replacing
    panel.find.setText("续签")
    panel.instead.setText("续")
    hits = [t for name in ("name", "procurement", "remark") for t in column(contracts, name) if "续签" in t]
    assert panel.note.text() == f"找到 {len(hits)} 格"
    assert "2018续签) → 长沙市政府协同办公系统运维项目(2018续)" in panel.list.model().index(0, 0).data()
    panel.whole.setChecked(True)
    assert panel.note.text() == f"找到 {hits.count('续签')} 格"
    panel.whole.setChecked(False)
    panel.replace_all()
    assert column(contracts, "name") == [text.replace("续签", "续") for text in before]
    assert len(context.workspace.project.history()) == entries + 1
    context.workspace.undo()
    assert column(contracts, "name") == before


def test_only_the_selected_cells_are_replaced(contracts: Grid) -> None:
    before = column(contracts, "name")
    block(contracts, 0, 2, "name", "name")
    contracts.replacing.open()
    assert contracts.replacing.selected.isChecked()
    contracts.replacing.find.setText("项目")
    contracts.replacing.instead.setText("工程")
    contracts.replacing.replace_all()
    after = column(contracts, "name")
    assert after[:3] == [text.replace("项目", "工程") for text in before[:3]] and after[3:] == before[3:]


def test_hits_are_gone_through_one_by_one(contracts: Grid) -> None:
    contracts.select(contracts.model.lines[0].key, "name")
    contracts.replacing.open()
    contracts.replacing.find.setText("第二标段")
    contracts.replacing.go_on()
    row, name = place(contracts)
    assert name == "name" and "第二标段" in column(contracts, "name")[row]
    contracts.replacing.instead.setText("二标")
    contracts.replacing.replace_one()
    assert "二标" in column(contracts, "name")[row]
    contracts.replacing.put_away()
    assert not contracts.replacing.isVisible()


# Menus


def test_the_menu_offers_what_the_keys_do(contracts: Grid) -> None:
    contracts.select(contracts.model.lines[0].key, "amount")
    words = [action.text().split("\t")[0] for action in contracts.menu().actions()]
    wanted = "复制 剪切 粘贴 向下填充 向右填充 在上方插入 复制整行 上移 作废… 只看“52.10” 筛选本列… 替换… 列"
    assert set(wanted.split()) <= set(words)
    titles = [action.text() for action in contracts.title_menu(2).actions()]
    assert "升序" in titles and "隐藏本列" in titles


def test_a_read_only_grid_offers_only_what_does_not_write(grid_of: GridMaker) -> None:
    grid = grid_of("vendor", "name", read_only=True)
    grid.view.setCurrentIndex(grid.model.index(0, 0))
    able = {action.text().split("\t")[0] for action in grid.menu().actions() if action.isEnabled()}
    assert "复制" in able and not able & {"粘贴", "清除", "上移", "作废…", "替换…"}
    for keys in ("F2", "Delete", "Ctrl+Minus", "Ctrl+Shift+D", "Ctrl+Shift+Equal", "Alt+Shift+Down"):
        grid.strip.hide()
        press(grid, keys)
        assert grid.strip.text == "这里只能看，不能改", keys


def test_only_this_value_is_shown_by_the_menu(contracts: Grid) -> None:
    contracts.select(contracts.model.lines[4].key, "procurement")
    (only,) = [one for one in contracts.menu().actions() if one.text().startswith("只看")]
    only.trigger()
    assert set(column(contracts, "procurement")) == {column(contracts, "procurement")[0]}
    assert contracts.view.titles.filtered == {3}
