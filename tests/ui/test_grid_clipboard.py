"""Blocks between the grid and Excel or WPS: text and HTML, merged cells, repeated, cut, refused, undone."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication, QProgressDialog, QPushButton

from services.blocks import Stopped
from tests.ui.grid_hands import GridMaker, block, chosen, column, line_edit, place, press, put_on_clipboard
from ui.context import Context
from ui.grid import clipboard
from ui.grid.grid import Grid
from ui.grid.patience import Patience

EXCEL = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td {mso-number-format:General}
</style></head><body><table border=0><col width=72>
<!--StartFragment--><tr height=19><td rowspan=2 class=xl65>门户运维</td><td align=right>1,234.50</td></tr>
<tr><td align=right>88.33%</td></tr><tr><td colspan=2>合计<br>两行</td></tr><!--EndFragment-->
</table></body></html>"""
WPS = """<table><tbody><tr><td>甲&nbsp;乙</td><td rowspan="3"><p>2018</p></td></tr>
<tr><td>丙 &lt;丁&gt;</td></tr><tr><td></td></tr></tbody></table><table><tr><td>别的</td></tr></table>"""


@pytest.mark.parametrize(
    ("source", "meant"),
    [
        (EXCEL, [["门户运维", "1,234.50"], ["门户运维", "88.33%"], ["合计\n两行", ""]]),
        (WPS, [["甲 乙", "2018"], ["丙 <丁>", "2018"], ["", "2018"]]),
        ("<table><tr><td>外<table><tr><td>内</td></tr></table></td></tr></table>", [["外内"]]),
        ("<table><tr><td rowspan=0 colspan=x>一</table>", [["一"]]),
        ("<table><tr><td colspan=999999>宽</td></tr></table>", [["宽", *[""] * 999]]),
    ],
)
def test_what_tables_of_other_programs_mean(source: str, meant: list[list[str]]) -> None:
    assert clipboard.from_html(source) == meant


def test_merged_rows_come_from_html_all_else_from_text() -> None:
    assert clipboard.block_of("甲\t1\n\t2", EXCEL)[1] == ["门户运维", "88.33%"]
    assert clipboard.block_of("甲\t1\n乙\t2", WPS.replace("rowspan", "x")) == [["甲", "1"], ["乙", "2"]]
    assert clipboard.block_of("", WPS)[0] == ["甲 乙", "2018"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ('"abc\tdef\r\n1\t2\r\n', [['"abc', "def"], ["1", "2"]]),
        ('"我的长沙"APP\t1\n"门户"\t2', [['"我的长沙"APP', "1"], ['"门户"', "2"]]),
        ('"一\r\n二"\t"他说""好"""\n5" 管\t""', [["一\n二", '他说"好"'], ['5" 管', ""]]),
        ("甲\t\n\n乙\t丙\n", [["甲", ""], [""], ["乙", "丙"]]),
    ],
)
def test_quotes_belong_to_the_text_unless_they_hold_a_cell_together(
    text: str, meant: list[list[str]]
) -> None:
    assert clipboard.from_text(text) == meant


TEXTS = st.lists(
    st.lists(st.text("甲乙1. \t\n\"'<&=é", max_size=6), min_size=2, max_size=4), min_size=1, max_size=4
)


def tidy(text: str) -> str:
    """White space as HTML keeps it."""
    return "\n".join(" ".join(line.split()) for line in text.split("\n")).strip()


@given(TEXTS)
def test_a_block_goes_through_text_and_html(texts: list[list[str]]) -> None:
    even = [(row + [""] * 4)[:3] for row in texts]
    assert clipboard.from_text(clipboard.to_text(even)) == even
    tidied = [[tidy(cell) for cell in row] for row in even]
    assume(any(cell for row in tidied for cell in row))
    assert clipboard.from_html(clipboard.to_html(clipboard.html_rows(even, [False, True, False]))) == tidied


@pytest.fixture
def items(grid_of: GridMaker, context: Context) -> Grid:
    contract = context.records.live("contract")[0]["id"]
    grid = grid_of(
        "payment", "paid_on", "amount", "voucher", "remark", scope={"contract": contract}, entry_hint="新付款"
    )
    grid.view.setCurrentIndex(grid.model.index(len(grid.model.lines) - 1, 0))
    return grid


CELLS = st.tuples(
    st.sampled_from(["2018", "2018-05", "2018-05-09", ""]),
    st.integers(-(10**6), 10**6).map(lambda fen: f"{fen // 100}.{fen % 100:02}"),
    st.text('记-甲乙\t"\n0189 ', max_size=8),
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(CELLS, min_size=1, max_size=5))
def test_what_is_pasted_comes_back_by_copy_and_goes_by_undo(
    items: Grid, context: Context, rows: list[tuple[str, str, str]]
) -> None:
    before = context.records.all("payment")
    count = len(items.model.lines) - 1
    items.view.walker.go(count, 0)
    put_on_clipboard(clipboard.to_text(rows))
    items.paste()
    assert len(items.model.lines) - 1 == count + len(rows)
    items.copy()
    first = QApplication.clipboard().text()
    items.view.walker.go(count, 0)
    items.paste()
    assert column(items, "amount")[count:] == column(items, "amount")[-len(rows) :]
    items.copy()
    assert QApplication.clipboard().text() == first
    while context.records.all("payment") != before:
        context.workspace.undo()
    assert len(items.model.lines) - 1 == count


def test_codes_and_months_stay_text_for_excel_and_amounts_are_numbers(contracts: Grid) -> None:
    block(contracts, 0, 0, "amount", "signed_on")
    press(contracts, "Ctrl+C")
    html = QApplication.clipboard().mimeData().html()
    assert "<td>52.10</td>" in html
    assert f'<td style="{clipboard.AS_TEXT}">2017-05</td>' in html


def test_cut_takes_the_values_along_as_one_undo(contracts: Grid, context: Context) -> None:
    block(contracts, 0, 1, "amount", "amount")
    press(contracts, "Ctrl+X")
    assert column(contracts, "amount")[:2] == ["", ""]
    assert QApplication.clipboard().text() == "52.10\n39.70"
    context.workspace.undo()
    assert column(contracts, "amount")[:2] == ["52.10", "39.70"]


def test_a_block_is_repeated_over_a_selection_of_its_multiple(contracts: Grid) -> None:
    put_on_clipboard("1\n2")
    block(contracts, 0, 3, "amount", "amount")
    press(contracts, "Ctrl+V")
    assert column(contracts, "amount")[:5] == ["1.00", "2.00", "1.00", "2.00", "130.20"]


@pytest.mark.parametrize(
    ("text", "selected", "filled"),
    [
        ("5\t询价", 3, ["询价"] * 3),
        ("5\t询价\n6\t续签", 4, ["询价", "续签"] * 2),
        ("5\t询价\n6\t续签", 3, ["询价", "续签"]),
    ],
    ids=["a row into three rows", "two rows into four", "two rows do not go into three"],
)
def test_a_selection_one_column_wide_asks_for_whole_rows(
    contracts: Grid, text: str, selected: int, filled: list[str]
) -> None:
    before = column(contracts, "procurement")
    put_on_clipboard(text)
    block(contracts, 0, selected - 1, "amount", "amount")
    press(contracts, "Ctrl+V")
    assert column(contracts, "procurement") == filled + before[len(filled) :]
    assert chosen(contracts) == {
        (at, name) for at in range(len(filled)) for name in ("amount", "procurement")
    }


def test_one_value_leaves_the_whole_selection_selected(contracts: Grid) -> None:
    put_on_clipboard("1")
    block(contracts, 0, 2, "vendor", "amount")
    press(contracts, "Ctrl+V")
    assert chosen(contracts) == {(at, name) for at in range(3) for name in ("vendor", "amount")}


def test_what_was_pasted_is_selected(contracts: Grid) -> None:
    put_on_clipboard("1\t询价\n2\t询价")
    block(contracts, 2, 2, "amount", "amount")
    press(contracts, "Ctrl+V")
    assert chosen(contracts) == {(row, name) for row in (2, 3) for name in ("amount", "procurement")}


def test_hidden_columns_are_neither_copied_nor_pasted_into(contracts: Grid) -> None:
    contracts.layout_of.choose("procurement", False)
    block(contracts, 0, 0, "amount", "signed_on")
    press(contracts, "Ctrl+C")
    assert QApplication.clipboard().text() == "52.10\t2017-05"
    before = column(contracts, "procurement")
    put_on_clipboard("9\t2018")
    press(contracts, "Ctrl+V")
    assert column(contracts, "procurement") == before and column(contracts, "signed_on")[0] == "2018"


def test_rubbish_is_listed_cell_by_cell_and_nothing_else_suffers(contracts: Grid, context: Context) -> None:
    put_on_clipboard("x\t乱写\t2018\n2\t询价\t昨天")
    block(contracts, 0, 0, "amount", "amount")
    contracts.paste()
    assert column(contracts, "amount")[:2] == ["52.10", "2.00"]
    assert column(contracts, "signed_on")[0] == "2018"
    listed = contracts.refusals.refusals
    assert [(one.field, one.text) for one in listed] == [
        ("amount", "x"), ("procurement", "乱写"), ("signed_on", "昨天"),
    ]  # fmt: skip
    said = contracts.refusals.accessibleName()
    assert said == "已粘贴 2 行合同，3 格没有读懂，保留原值。点一行到那一格改正"
    (undo,) = [one for one in contracts.refusals.findChildren(QPushButton) if one.text() == "撤销"]
    undo.click()
    assert not contracts.refusals.isVisible()
    assert column(contracts, "amount")[:2] == ["52.10", "39.70"]


def test_what_was_not_read_is_forgotten_with_the_paste_and_undo_takes_back_nothing_else(
    contracts: Grid, context: Context
) -> None:
    put_on_clipboard("x\t询价\n2\t乱写")
    block(contracts, 0, 0, "amount", "amount")
    press(contracts, "Ctrl+V")
    panel = contracts.refusals
    undo = next(each for each in panel.findChildren(QPushButton) if each.text() == "撤销")
    assert panel.isVisible() and undo.isVisible()
    context.typed("contract", contracts.model.lines[5].key, "remark", "另一处")
    assert not undo.isVisible(), "it would take back the remark"
    context.workspace.undo()
    assert undo.isVisible()
    context.workspace.undo()
    assert not panel.isVisible() and not panel.refusals


def test_a_row_that_was_not_made_is_put_right_at_the_end(contracts: Grid) -> None:
    end = len(contracts.model.lines) - 1
    put_on_clipboard("x")
    block(contracts, end, end, "amount", "amount")
    press(contracts, "Ctrl+V")
    contracts.refusals.chosen.emit(contracts.refusals.refusals[0])
    assert place(contracts) == (end, "amount") and line_edit(contracts).text() == "x"


def test_only_rubbish_writes_nothing(contracts: Grid, context: Context) -> None:
    entries = len(context.workspace.project.history())
    put_on_clipboard("一\n二")
    block(contracts, 0, 0, "amount", "amount")
    contracts.paste()
    assert len(contracts.refusals.refusals) == 2
    assert len(context.workspace.project.history()) == entries


@pytest.mark.parametrize("held", [None, QMimeData()], ids=["out of reach", "no text"])
def test_a_clipboard_without_words_is_told(
    contracts: Grid, monkeypatch: pytest.MonkeyPatch, held: QMimeData | None
) -> None:
    monkeypatch.setattr(QClipboard, "mimeData", lambda _self: held)
    block(contracts, 0, 0, "amount", "amount")
    press(contracts, "Ctrl+V")
    assert contracts.strip.text == "剪贴板里没有文字和表格"


def test_columns_beyond_the_edge_are_named(contracts: Grid, context: Context) -> None:
    said: list[str] = []
    context.toasted.connect(lambda text, _action, _run: said.append(text))
    put_on_clipboard("2018\t备注\t多余\t多余")
    block(contracts, 0, 0, "signed_on", "signed_on")
    contracts.paste()
    assert said == ["已粘贴 1 行合同，右边 2 列没有位置"]


def test_many_rows_are_pasted_quickly_and_in_step_with_their_number(items: Grid) -> None:
    def seconds(rows: int) -> float:
        items.view.walker.go(len(items.model.lines) - 1, 0)
        put_on_clipboard("\n".join(f"2018-05-09\t{row}.50\t记-{row}\t说明{row}" for row in range(rows)))
        start = time.perf_counter()
        items.paste()
        return time.perf_counter() - start

    seconds(100)
    few, many = seconds(500), seconds(4000)
    assert many < 4 * 8 * few + 0.5
    assert column(items, "voucher")[-1] == "记-3999"


def test_a_long_paste_can_be_stopped(items: Grid, monkeypatch: pytest.MonkeyPatch, context: Context) -> None:
    before = context.records.all("payment")
    monkeypatch.setattr(QProgressDialog, "wasCanceled", lambda self: self.value() > 1200)
    put_on_clipboard("\n".join(f"2018\t{row}" for row in range(2000)))
    items.paste()
    assert context.records.all("payment") == before
    assert len(context.workspace.project.history()) == 1


def test_a_short_paste_shows_no_progress(contracts: Grid) -> None:
    patience = Patience(contracts, "正在粘贴…", 10)
    patience.reading(5, 10)
    assert not contracts.findChildren(QProgressDialog)
    patience.close()
    with pytest.raises(Stopped):
        raise Stopped
