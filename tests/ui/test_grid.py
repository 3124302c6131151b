"""The grid as a person uses it: type, correct, paste, fill, clear, add a row, take it back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.grid_hands import GridMaker, Key, block, editor_of, is_editing, put_on_clipboard, type_into
from ui.context import Context
from ui.grid.columns import Cell, Column, Group
from ui.grid.grid import Grid


def test_typing_replaces_what_stands_there_and_enter_goes_down(contracts: Grid, context: Context) -> None:
    first, second = contracts.model.lines[0].key, contracts.model.lines[1].key
    contracts.select(first, "amount")
    QTest.keyClick(contracts.view, Key.Key_5)
    editor = editor_of(contracts)
    assert isinstance(editor, QLineEdit) and editor.text() == "5"
    QTest.keyClicks(editor, "3.125")
    QTest.keyClick(editor, Key.Key_Return)
    assert contracts.cell(first, "amount") == "53.13"
    assert context.records.get("contract", first)["amount"] == 53_125_000  # type: ignore[index]
    assert contracts.current_row_id() == second
    context.workspace.undo()
    assert contracts.cell(first, "amount") == "52.10"


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("amount", "5,63.4x", "不是金额"),
        ("signed_on", "2108", "年份 2108"),
        ("procurement", "随便", "采购方式可填"),
    ],
)
def test_nonsense_keeps_the_editor_open_with_a_sentence_and_the_old_value(
    contracts: Grid, context: Context, field: str, typed: str, sentence: str
) -> None:
    row_id = contracts.model.lines[0].key
    before = dict(context.records.get("contract", row_id) or {})
    type_into(contracts, row_id, field, typed)
    assert sentence in contracts.strip.text
    assert is_editing(contracts)
    assert context.records.get("contract", row_id) == before
    QTest.keyClick(editor_of(contracts), Key.Key_Escape)
    assert not is_editing(contracts) and contracts.strip.text == ""
    assert context.workspace.project.history()[0].kind == "new"


def test_a_share_of_140_percent_is_refused(grid_of: GridMaker, context: Context) -> None:
    terms = grid_of("term", "condition", "share", "amount")
    row_id = terms.model.lines[0].key
    type_into(terms, row_id, "share", "140%")
    assert "100.00%" in terms.strip.text


def test_leaving_the_cell_keeps_what_was_typed(contracts: Grid, context: Context) -> None:
    row_id = contracts.model.lines[2].key
    type_into(contracts, row_id, "signed_on", "2017年6月", end=Key.Key_Tab)
    assert contracts.cell(row_id, "signed_on") == "2017-06"
    assert contracts.current_row_id() == row_id


def test_choices_are_chosen_by_word_and_unknown_vendors_are_made(contracts: Grid, context: Context) -> None:
    row_id = contracts.model.lines[1].key
    type_into(contracts, row_id, "procurement", "公开招标")
    assert context.records.get("contract", row_id)["procurement"] == "公开招标"  # type: ignore[index]
    vendors = len(context.records.all("vendor"))
    type_into(contracts, row_id, "vendor", "新来的公司")
    assert len(context.records.all("vendor")) == vendors + 1
    assert contracts.cell(row_id, "vendor") == "新来的公司"
    context.workspace.undo()
    assert len(context.records.all("vendor")) == vendors


def test_a_sentence_wider_than_the_grid_is_broken_not_cut(contracts: Grid) -> None:
    contracts.resize(300, 400)
    contracts.refuse(
        contracts.model.index(1, 0), "这个项目文件在打开期间被移动、改名或删除，这次修改没有保存。请重新打开"
    )
    strip = contracts.strip
    assert strip.width() <= contracts.width()
    assert strip.height() > 2 * strip.fontMetrics().height()
    contracts.refuse(contracts.model.index(1, 0), "不是金额")
    assert strip.height() < 2 * strip.fontMetrics().height()


def test_the_total_row_follows(contracts: Grid, context: Context) -> None:
    assert contracts.total is not None
    before = contracts.total.cell_text("amount")
    row_id = contracts.model.lines[0].key
    type_into(contracts, row_id, "amount", "62.10")
    assert contracts.total.cell_text("amount") != before
    context.workspace.undo()
    assert contracts.total.cell_text("amount") == before == "3,085.44"


def test_copied_cells_come_back_by_paste_as_one_edit(contracts: Grid, context: Context) -> None:
    block(contracts, 0, 2, "amount", "signed_on")
    contracts.copy()
    assert QApplication.clipboard().text().split("\n")[0].split("\t")[0] == "52.10"
    entries = len(context.workspace.project.history())
    block(contracts, 3, 3, "amount", "amount")
    contracts.paste()
    assert [contracts.cell(contracts.model.lines[at].key, "amount") for at in (3, 4, 5)] == [
        "52.10",
        "39.70",
        "28.40",
    ]
    assert len(context.workspace.project.history()) == entries + 1
    context.workspace.undo()
    assert contracts.cell(contracts.model.lines[3].key, "amount") == "26.88"


def test_a_bad_cell_in_a_pasted_block_keeps_its_value_and_is_listed(
    contracts: Grid, context: Context
) -> None:
    entries = len(context.workspace.project.history())
    block(contracts, 0, 0, "amount", "amount")
    QApplication.clipboard().setText("1.00\n一百\n3.00")
    contracts.paste()
    ids = [line.key for line in contracts.model.lines[:3]]
    assert [contracts.cell(row_id, "amount") for row_id in ids] == ["1.00", "39.70", "3.00"]
    assert len(context.workspace.project.history()) == entries + 1
    panel = contracts.refusals
    assert panel.isVisible() and "第 2 行 合同金额" in panel.list.model().index(0, 0).data()
    panel.list.setCurrentIndex(panel.list.model().index(0, 0))
    QTest.keyClick(panel.list, Key.Key_Return)
    editor = editor_of(contracts)
    assert isinstance(editor, QLineEdit) and editor.text() == "一百"
    editor.setText("2")
    QTest.keyClick(editor, Key.Key_Return)
    assert contracts.cell(ids[1], "amount") == "2.00" and not panel.isVisible()


def test_pasting_beyond_the_end_makes_rows(grid_of: GridMaker, context: Context) -> None:
    contract = context.records.live("contract")[0]["id"]
    payments = grid_of(
        "payment", "paid_on", "amount", "voucher", scope={"contract": contract}, entry_hint="新付款"
    )
    count = len(payments.model.lines) - 1
    payments.view.setCurrentIndex(payments.model.index(count, 0))
    QApplication.clipboard().setText("2018.11\t1.50\t记-12\r\n2018-12-03\t2.50\t\r\n")
    payments.paste()
    made = list(context.records.of("payment", "contract", contract))[-2:]
    assert [(row["paid_on"], row["amount"], row["voucher"]) for row in made] == [
        ("2018-11", 1_500_000, "记-12"),
        ("2018-12-03", 2_500_000, None),
    ]
    context.workspace.undo()
    assert len(payments.model.lines) - 1 == count


def test_one_value_goes_into_every_selected_cell(contracts: Grid, context: Context) -> None:
    block(contracts, 0, 3, "procurement", "procurement")
    QApplication.clipboard().setText("询价")
    contracts.paste()
    assert {row["procurement"] for row in context.records.live("contract")[:4]} == {"询价"}


def test_fill_down_and_clear_are_one_edit_each(contracts: Grid, context: Context) -> None:
    entries = len(context.workspace.project.history())
    block(contracts, 0, 3, "signed_on", "signed_on")
    QTest.keyClick(contracts.view, Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert {row["signed_on"] for row in context.records.live("contract")[:4]} == {"2017-05"}
    QTest.keyClick(contracts.view, Key.Key_Delete)
    assert {row["signed_on"] for row in context.records.live("contract")[:4]} == {None}
    assert len(context.workspace.project.history()) == entries + 2


def test_typing_into_the_last_row_makes_a_row_in_scope(grid_of: GridMaker, context: Context) -> None:
    contract = context.records.live("contract")[0]["id"]
    items = grid_of("contract_item", "name", "amount", scope={"contract": contract}, entry_hint="新明细")
    items.view.setCurrentIndex(items.model.index(len(items.model.lines) - 1, 0))
    QTest.keyClick(items.view, Key.Key_F2)
    editor = editor_of(items)
    assert isinstance(editor, QLineEdit)
    editor.setText("驻场服务")
    QTest.keyClick(editor, Key.Key_Return)
    made = context.records.of("contract_item", "contract", contract)[-1]
    assert (made["name"], made["amount"]) == ("驻场服务", None)
    assert context.workspace.project.history()[0].label == "新增合同明细"


def test_deleting_rows_can_be_taken_back(grid_of: GridMaker, context: Context) -> None:
    payments = grid_of("payment", "paid_on", "amount")
    count = len(payments.model.lines)
    block(payments, 0, 1, "paid_on", "amount")
    payments.delete_rows()
    assert len(payments.model.lines) == count - 2
    context.workspace.undo()
    assert len(payments.model.lines) == count


def test_long_text_takes_new_lines_with_alt_enter(grid_of: GridMaker, context: Context) -> None:
    funds = grid_of("fund", "name", "goal")
    row_id = funds.model.lines[0].key
    funds.select(row_id, "goal")
    QTest.keyClick(funds.view, Key.Key_F2)
    editor = editor_of(funds)
    assert isinstance(editor, QPlainTextEdit)
    editor.setPlainText("一")
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    QTest.keyClick(editor, Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    editor.insertPlainText("二")
    QTest.keyClick(editor, Key.Key_Return)
    assert context.records.get("fund", row_id)["goal"] == "一\n二"  # type: ignore[index]


def test_groups_close_sort_and_filter_are_views_only(
    context: Context, grid_of: GridMaker, qtbot: QtBot
) -> None:
    def groups(records):  # type: ignore[no-untyped-def]
        return [
            Group(row["id"], row["name"], [one["id"] for one in records.of("contract", "group", row["id"])],
                  {"amount": Cell("小计")})
            for row in records.live("contract_group")
        ]  # fmt: skip

    grid = grid_of("contract", "name", "amount", groups=groups)
    count, first = len(grid.model.lines), grid.model.lines[0]
    grid.model.toggle_group(first.key)
    assert len(grid.model.lines) < count
    grid.model.toggle_group(first.key)
    grid.model.set_order(1, True)
    inside = [context.records.get("contract", line.key)["amount"] for line in grid.model.lines[1:3]]  # type: ignore[index]
    assert inside == sorted(inside, reverse=True)
    grid.set_filter("英文门户")
    assert [line.kind for line in grid.model.lines] == ["group", "row"]
    assert len(context.workspace.project.history()) == 1


def test_the_status_line_gets_sum_and_mean(contracts: Grid) -> None:
    block(contracts, 0, 1, "amount", "amount")
    assert contracts.summary() == "已选 2 格　计数 2　合计 91.80　平均 45.90"


def test_computed_cells_cannot_be_typed_into(context: Context, qtbot: QtBot) -> None:
    grid = Grid(context, "contract", [Column("name"), Column("x", "算", compute=lambda view: Cell("1"))])
    qtbot.addWidget(grid)
    index = grid.model.index(0, 1)
    assert not grid.model.can_edit(index) and grid.model.can_edit(grid.model.index(0, 0))
    with qtbot.waitSignal(grid.activated) as heard:
        grid.view.setCurrentIndex(index)
        QTest.keyClick(grid.view, Key.Key_Return)
    assert heard.args == [grid.model.lines[0].key, "x"]


def test_where_nobody_types_the_grid_says_why(context: Context, qtbot: QtBot) -> None:
    columns = [Column("name"), Column("x", "未付", compute=lambda view: Cell("5")), Column("amount")]
    grid = Grid(context, "contract", columns, entry_hint="新合同")
    qtbot.addWidget(grid)
    grid.show()
    put_on_clipboard("7")
    for key, held in (("5", Qt.KeyboardModifier.NoModifier), ("V", Qt.KeyboardModifier.ControlModifier)):
        grid.view.walker.go(3, 1)
        QTest.keyClick(grid.view, key, held)
        assert grid.strip.text == "“未付”由程序算出，不能填写"
        assert grid.view.currentIndex().row() == 3, "nor does the cursor go where a 5 stands"
        grid.view.walker.go(3, 2)
        assert not grid.strip.text
    for key in (Key.Key_F2, Key.Key_Delete):
        grid.view.walker.go(3, 1)
        QTest.keyClick(grid.view, key)
        assert grid.strip.text == "“未付”由程序算出，不能填写"
    first = grid.model.lines[0].key
    grid.void_rows([first], "重复")
    grid.model.show_void(True)
    grid.select(first, "name")
    QTest.keyClick(grid.view, "x")
    assert grid.strip.text == "这一行已作废，恢复后才能改"
    said: list[str] = []
    context.toasted.connect(lambda text, _action, _run: said.append(text))
    put_on_clipboard("甲\t1\t2\n乙\t1\t2")
    grid.paste()
    assert said == ["已粘贴 1 行合同，由程序算出的 1 列没有写入，作废的 1 行没有写入"]
    assert grid.cell(first, "name") != "甲"


def test_a_void_row_comes_back_by_the_menu(grid_of: GridMaker, context: Context) -> None:
    funds = grid_of("fund", "code", "name")
    row_id = funds.model.lines[1].key
    before = str(context.workspace.evaluation.facts.project["总指标"].value)
    assert "恢复" not in "".join(action.text() for action in funds.menu().actions())
    funds.void_rows([row_id], "重复登记")
    assert funds.model.line_of(row_id) == -1
    menu = funds.menu()
    (again,) = [inside for inside in menu.findChildren(QMenu) if "恢复" in inside.title()]
    (offered,) = again.actions()
    assert "重复登记" in offered.text()
    offered.trigger()
    assert funds.current_row_id() == row_id
    assert str(context.workspace.evaluation.facts.project["总指标"].value) == before
    context.workspace.undo()
    assert funds.model.line_of(row_id) == -1
