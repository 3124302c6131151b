"""The keys of a grid do what they do in Excel: move, reach, choose, fill, correct, compose."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from models.records import Records
from tests.ui.grid_hands import (
    GridMaker,
    Key,
    block,
    chosen,
    column,
    editor_of,
    is_editing,
    line_edit,
    place,
    press,
)
from ui.context import Context
from ui.grid.columns import Column, Group
from ui.grid.grid import Grid
from ui.grid.keys import grid_keys

# Moving


@pytest.mark.parametrize(
    ("start", "keys", "end"),
    [
        ((1, "amount"), "Right", (1, "procurement")),
        ((1, "amount"), "Left", (1, "vendor")),
        ((1, "amount"), "Down", (2, "amount")),
        ((0, "amount"), "Up", (0, "amount")),
        ((3, "amount"), "Home", (3, "name")),
        ((3, "amount"), "End", (3, "remark")),
        ((3, "amount"), "Ctrl+Home", (0, "name")),
        ((3, "amount"), "Ctrl+End", (22, "remark")),
        ((3, "name"), "Ctrl+Down", (22, "name")),
        ((22, "name"), "Ctrl+Up", (0, "name")),
        ((3, "name"), "Ctrl+Right", (3, "signed_on")),
        ((1, "name"), "Tab", (1, "vendor")),
        ((1, "vendor"), "Shift+Backtab", (1, "name")),
        ((1, "remark"), "Tab", (2, "name")),
        ((1, "name"), "Return", (2, "name")),
        ((2, "name"), "Shift+Return", (1, "name")),
        ((1, "vendor"), "Tab Tab Return", (2, "vendor")),
        ((1, "vendor"), "Tab Left Return", (2, "vendor")),
        ((1, "vendor"), "Tab Tab Left Return", (2, "amount")),
        ((0, "name"), "PageDown PageUp", (0, "name")),
    ],
)
def test_where_keys_lead(contracts: Grid, start: tuple[int, str], keys: str, end: tuple[int, str]) -> None:
    row_id = contracts.model.lines[start[0]].key
    contracts.select(row_id, start[1])
    press(contracts, keys)
    assert place(contracts) == end


def test_page_down_goes_a_page(contracts: Grid) -> None:
    contracts.resize(900, 260)
    contracts.select(contracts.model.lines[0].key, "name")
    press(contracts, "PageDown")
    row = place(contracts)[0]
    assert row == contracts.view.viewport().height() // contracts.view.rowHeight(0) - 1 > 1


@pytest.mark.parametrize(
    ("keys", "cells"),
    [
        ("Shift+Down Shift+Right", {(1, "amount"), (2, "amount"), (1, "procurement"), (2, "procurement")}),
        ("Shift+Down Shift+Down Shift+Up", {(1, "amount"), (2, "amount")}),
        ("Shift+Up Shift+Left", {(0, "vendor"), (1, "vendor"), (0, "amount"), (1, "amount")}),
        ("Ctrl+Shift+Up", {(0, "amount"), (1, "amount")}),
        ("Shift+Home", {(1, "name"), (1, "vendor"), (1, "amount")}),
        ("Ctrl+Shift+Home", {(row, name) for row in (0, 1) for name in ("name", "vendor", "amount")}),
    ],
)
def test_what_shift_selects_while_the_current_cell_stays(
    contracts: Grid, keys: str, cells: set[tuple[int, str]]
) -> None:
    contracts.select(contracts.model.lines[1].key, "amount")
    press(contracts, keys)
    assert chosen(contracts) == cells and place(contracts) == (1, "amount")


def test_keys_in_a_grid_without_rows_do_nothing(contracts: Grid) -> None:
    contracts.select(contracts.model.lines[20].key, "amount")
    press(contracts, "Shift+Down")
    for text in ("没有这样的合同", "监理"):
        contracts.set_filter(text)
        press(
            contracts, "Shift+Right Ctrl+Shift+Down Ctrl+Shift+End Shift+PageUp Down Ctrl+End Home Tab Return"
        )
        press(contracts, "Ctrl+A Shift+Space Ctrl+Space Ctrl+C Ctrl+D Delete Alt+Shift+Down F2")
        assert not is_editing(contracts) or len(contracts.model.lines)


def test_rows_columns_and_all_are_chosen_by_keys(contracts: Grid) -> None:
    contracts.select(contracts.model.lines[1].key, "amount")
    press(contracts, "Shift+Space")
    assert chosen(contracts) == {(1, each.name) for each in contracts.model.columns}
    contracts.select(contracts.model.lines[1].key, "amount")
    press(contracts, "Ctrl+Space")
    assert chosen(contracts) == {(row, "amount") for row in range(len(contracts.model.lines))}
    press(contracts, "Ctrl+A")
    assert len(chosen(contracts)) == len(contracts.model.lines) * len(contracts.model.columns)
    assert place(contracts) == (1, "amount")


def test_enter_and_tab_go_round_inside_a_selection(contracts: Grid) -> None:
    block(contracts, 1, 2, "amount", "procurement")
    way = []
    for keys in ("Tab", "Tab", "Tab", "Tab", "Return", "Return", "Return"):
        press(contracts, keys)
        way.append(place(contracts))
    assert way == [
        (1, "procurement"), (2, "amount"), (2, "procurement"), (1, "amount"),
        (2, "amount"), (1, "procurement"), (2, "procurement"),
    ]  # fmt: skip
    assert len(chosen(contracts)) == 4


def test_new_rows_are_typed_one_after_the_other_wherever_they_then_stand(
    context: Context, qtbot: QtBot
) -> None:
    first = [row["id"] for row in context.records.live("vendor")]

    def groups(records: Records) -> list[Group]:
        made = [row["id"] for row in records.live("vendor") if row["id"] not in first]
        return [Group("甲", "甲", made), Group("乙", "乙", first)]

    grid = Grid(context, "vendor", [Column("name"), Column("remark")], groups=groups, entry_hint="新供应商")
    qtbot.addWidget(grid)
    grid.show()
    count = len(grid.model.lines)
    grid.view.walker.go(count - 1, 0)
    for at, name in enumerate(("一公司", "二公司"), start=1):
        for word, key in ((name, Key.Key_Tab), ("备注", Key.Key_Return)):
            press(grid, "F2")
            line_edit(grid).setText(word)
            QTest.keyClick(line_edit(grid), key)
        assert place(grid) == (count + at - 1, "name") and grid.model.lines.kind(count + at - 1) == "entry"
    made = grid.model.line_of(context.records.find("vendor", "二公司")[0]["id"])
    grid.view.walker.go(made, 0)
    press(grid, "Return")
    assert place(grid) == (made + 1, "name"), "later it is a row like any other"


# Typing


def test_an_editor_opened_by_typing_lets_arrows_leave_and_f2_holds_them(contracts: Grid) -> None:
    first = contracts.model.lines[0].key
    contracts.select(first, "amount")
    QTest.keyClicks(contracts.view, "7")
    press(contracts, "Down")
    assert contracts.cell(first, "amount") == "7.00" and place(contracts) == (1, "amount")
    press(contracts, "F2")
    assert (
        line_edit(contracts).cursorPosition() == len("39.70") and not line_edit(contracts).hasSelectedText()
    )
    press(contracts, "Left")
    assert line_edit(contracts).cursorPosition() == len("39.7")
    press(contracts, "F2 Left")
    assert not is_editing(contracts) and place(contracts) == (1, "vendor")


def test_ctrl_enter_fills_the_selection_with_what_is_typed(contracts: Grid, context: Context) -> None:
    entries = len(context.workspace.project.history())
    block(contracts, 0, 3, "amount", "amount")
    QTest.keyClicks(contracts.view, "8")
    press(contracts, "Ctrl+Return")
    assert column(contracts, "amount")[:4] == ["8.00"] * 4
    assert place(contracts) == (0, "amount") and len(chosen(contracts)) == 4
    assert len(context.workspace.project.history()) == entries + 1


def test_ctrl_enter_in_one_cell_keeps_the_cursor_and_nonsense_open(contracts: Grid) -> None:
    contracts.select(contracts.model.lines[0].key, "amount")
    QTest.keyClicks(contracts.view, "x")
    press(contracts, "Ctrl+Return")
    assert "不是金额" in contracts.strip.text and line_edit(contracts).text() == "x"
    line_edit(contracts).setText("9")
    press(contracts, "Ctrl+Return")
    assert column(contracts, "amount")[0] == "9.00" and place(contracts) == (0, "amount")


@pytest.mark.parametrize(("keys", "text"), [("Ctrl+Apostrophe", "52.10"), ("Backspace", "")])
def test_keys_that_open_the_editor_with_something(contracts: Grid, keys: str, text: str) -> None:
    contracts.select(contracts.model.lines[1].key, "amount")
    press(contracts, keys)
    assert line_edit(contracts).text() == text
    press(contracts, "Escape")
    assert column(contracts, "amount")[1] == "39.70"


def test_ctrl_semicolon_types_today(contracts: Grid) -> None:
    contracts.select(contracts.model.lines[0].key, "signed_on")
    press(contracts, "Ctrl+Semicolon Return")
    assert column(contracts, "signed_on")[0] == date.today().isoformat()


def test_a_single_cell_is_filled_from_above_and_from_the_left(contracts: Grid) -> None:
    contracts.select(contracts.model.lines[1].key, "amount")
    press(contracts, "Ctrl+D")
    assert column(contracts, "amount")[1] == "52.10"
    contracts.select(contracts.model.lines[1].key, "remark")
    press(contracts, "Ctrl+R")
    assert column(contracts, "remark")[1] == column(contracts, "signed_on")[1]


def test_a_sum_is_worked_out_and_remembered(contracts: Grid, context: Context) -> None:
    first = contracts.model.lines[0].key
    contracts.select(first, "amount")
    QTest.keyClicks(contracts.view, "=")
    QTest.keyClicks(line_edit(contracts), "12.5*3")
    assert contracts.strip.text == "12.5*3 = 37.5"
    press(contracts, "Return")
    assert contracts.cell(first, "amount") == "37.50"
    assert context.workspace.project.history()[0].label.endswith("合同金额 · 12.5*3 = 37.5")


@pytest.mark.parametrize(
    ("typed", "understood", "kept"),
    [
        ("2018.5.9", "2018-05-09", "2018-05-09"),
        ("20180509", "2018-05-09", "2018-05-09"),
        ("2018年5月", "2018-05", "2018-05"),
        ("18-6-8", "2018-06-08", "2018-06-08"),
    ],
)
def test_a_date_says_what_it_understood(contracts: Grid, typed: str, understood: str, kept: str) -> None:
    contracts.select(contracts.model.lines[0].key, "signed_on")
    compose(contracts.view, "", typed)
    assert contracts.strip.text == understood
    press(contracts, "Return")
    assert column(contracts, "signed_on")[0] == kept and contracts.strip.text == ""


def compose(target: object, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QCoreApplication.sendEvent(target, event)  # type: ignore[arg-type]


def test_a_composition_opens_the_editor_and_goes_on_in_it(contracts: Grid) -> None:
    first = contracts.model.lines[0].key
    contracts.select(first, "name")
    compose(contracts.view, "z")
    assert is_editing(contracts) and contracts.view.hasFocus(), "moving the focus would break it off"
    compose(contracts.view, "zhengwu")
    compose(contracts.view, "", "政务")
    assert line_edit(contracts).text() == "政务" and line_edit(contracts).hasFocus()
    press(contracts, "Return")
    assert contracts.cell(first, "name") == "政务"


@pytest.mark.qt_log_ignore("propagateSizeHints", "does not support")
def test_the_first_composed_words_already_find_choices(contracts: Grid) -> None:
    contracts.select(contracts.model.lines[1].key, "procurement")
    for event in (QInputMethodEvent("gong", []), QInputMethodEvent()):
        if not event.preeditString():
            event.setCommitString("公开")
        QCoreApplication.sendEvent(contracts.view, event)
    box = editor_of(contracts)
    assert isinstance(box, QComboBox) and box.completer().popup().isVisible()
    QTest.keyClick(box.completer().popup(), Key.Key_Return)
    assert column(contracts, "procurement")[1] == "公开招标"


def test_a_composition_does_not_open_what_cannot_be_typed(grid_of: GridMaker) -> None:
    attachments = grid_of("vendor", "name", read_only=True)
    attachments.view.setCurrentIndex(attachments.model.index(0, 0))
    compose(attachments.view, "z")
    assert not is_editing(attachments)


@pytest.mark.parametrize("keys", ["F4", "Alt+Down"])
@pytest.mark.qt_log_ignore("propagateSizeHints", "does not support")
def test_the_list_of_choices_opens_by_key(contracts: Grid, keys: str) -> None:
    contracts.select(contracts.model.lines[0].key, "procurement")
    press(contracts, keys)
    box = editor_of(contracts)
    assert isinstance(box, QComboBox) and box.view().isVisible()
    box.hidePopup()
    QTest.keyClick(box, Key.Key_Escape)


@pytest.mark.qt_log_ignore("propagateSizeHints", "does not support")
def test_a_choice_is_found_by_initials(contracts: Grid, context: Context) -> None:
    row_id = contracts.model.lines[1].key
    contracts.select(row_id, "procurement")
    QTest.keyClicks(contracts.view, "g")
    box = editor_of(contracts)
    assert isinstance(box, QComboBox)
    QTest.keyClicks(box, "kzb")
    assert box.completer().popup().isVisible()
    QTest.keyClick(box.completer().popup(), Key.Key_Return)
    assert not is_editing(contracts) and place(contracts) == (2, "procurement")
    assert context.records.get("contract", row_id)["procurement"] == "公开招标"  # type: ignore[index]


@pytest.mark.qt_log_ignore("propagateSizeHints", "does not support")
def test_keys_in_the_list_of_what_fits_are_the_keys_of_the_editor(contracts: Grid) -> None:
    row_id = contracts.model.lines[1].key
    for keys, stands, where in (("Down Tab", "公开招标", "signed_on"), ("Escape", "公开招标", "procurement")):
        contracts.select(row_id, "procurement")
        QTest.keyClicks(contracts.view, "g" if stands != contracts.cell(row_id, "procurement") else "x")
        box = editor_of(contracts)
        assert isinstance(box, QComboBox) and box.completer().popup().isVisible()
        for key in keys.split():
            QTest.keyClick(box.completer().popup(), getattr(Key, f"Key_{key}"))
        assert not is_editing(contracts) and place(contracts) == (1, where)
        assert contracts.cell(row_id, "procurement") == stands


@pytest.mark.qt_log_ignore("propagateSizeHints", "does not support")
def test_what_is_picked_from_the_whole_list_is_kept_at_once(contracts: Grid) -> None:
    row_id = contracts.model.lines[1].key
    contracts.select(row_id, "procurement")
    press(contracts, "Alt+Down")
    box = editor_of(contracts)
    assert isinstance(box, QComboBox)
    widest = max(box.fontMetrics().horizontalAdvance(each) for each in box.items.all_words)
    assert box.view().width() >= widest > contracts.view.columnWidth(3)
    box.view().setCurrentIndex(box.model().index(2, 0))
    QTest.keyClick(box.view(), Key.Key_Return)
    assert not is_editing(contracts) and place(contracts) == (1, "procurement")
    assert contracts.cell(row_id, "procurement") == "邀请招标"


def test_the_entry_row_makes_rows_one_after_the_other(grid_of: GridMaker, context: Context) -> None:
    contract = context.records.live("contract")[0]["id"]
    items = grid_of("contract_item", "name", "amount", scope={"contract": contract}, entry_hint="新明细")
    count = len(items.model.lines) - 1
    items.view.setCurrentIndex(items.model.index(count, 0))
    for name, amount in (("驻场", "1"), ("巡检", "2")):
        items.open_editor(name)
        press(items, "Tab")
        QTest.keyClicks(items.view, amount)
        press(items, "Return")
    assert column(items, "name")[count:] == ["驻场", "巡检"]
    assert column(items, "amount")[count:] == ["1.00", "2.00"]
    assert place(items) == (count + 2, "name")


def test_the_mouse_draws_a_selection_from_the_current_cell(contracts: Grid) -> None:
    view = contracts.view
    start, end = (view.visualRect(contracts.model.index(*at)).center() for at in ((1, 2), (3, 3)))
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view.viewport(), end)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, end)
    assert place(contracts) == (1, "amount") and len(chosen(contracts)) == 6


def test_the_guide_names_every_key_of_the_page_of_keys() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "guide.md").read_text("utf-8")
    assert [words for words, _keys in grid_keys() if f"| {words} |" not in guide] == []
