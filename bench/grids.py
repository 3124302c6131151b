"""The grid over many payments, beside Qt's own table over Qt's own models and Python's own sorting."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bench import grid_work
from bench.filling import PERSON, large_project
from bench.measuring import Pair, Sizes
from models.records import Records
from models.schema import SCHEMA
from services.project import Project
from services.settings import Settings
from services.workspace import Change, Workspace

if TYPE_CHECKING:
    from PySide6.QtGui import QStandardItemModel
    from PySide6.QtWidgets import QTableView, QWidget

    from ui.context import Context
    from ui.grid.columns import Group
    from ui.grid.grid import Grid

NAMES = ("contract", "paid_on", "amount", "voucher", "payee")
SIZE = (900, 600)
WIDE, NARROW = (1400, 800), (700, 600)
WANTED, INITIALS = "记-0097", "j-0097"
Texts = Sequence[Sequence[str]]


def pairs(sizes: Sizes, folder: Path) -> Iterator[Pair]:
    """Shown, scrolled, ordered, filtered, and following a change."""
    from ui.app import make_application, make_look
    from ui.context import Context

    application = make_application()
    path = large_project(folder / "grid.jiheng", sizes.payments)
    workspace = Workspace(Project.open(path, person=PERSON))
    settings = Settings(folder / "settings.json")
    context = Context(workspace, make_look(application, settings), settings)
    texts = _texts(context.records)
    items = _item_model(texts)
    fewer = _fewer(folder, sizes, settings, context)
    yield Pair(
        f"表格显示 {len(texts):,} 行",
        f"同一表格显示 {sizes.fewer_payments:,} 行",
        lambda: _away(_shown(_grid(context))),
        lambda: _away(_shown(_grid(fewer))),
    )
    fewer.close()
    fewer.workspace.close()
    yield Pair(
        f"表格显示 {len(texts):,} 行",
        "QTableView，已填好的 QStandardItemModel",
        lambda: _away(_shown(_grid(context))),
        lambda: _away(_shown(_bare_table(items))),
    )
    yield from _scrolled(context, items, texts, sizes.scroll_steps)
    yield from _real(context, sizes.scroll_steps)
    yield from _worked(context, texts, items)
    context.close()
    workspace.close()


# What is measured


def _worked(context: Context, texts: Texts, items: QStandardItemModel) -> Iterator[Pair]:
    """What one does in a grid with rows alone, and in one with headings."""
    grid, grouped = _grid(context), _grid(context, _groups)
    _shown(grid), _shown(grouped)
    yield from _arranged(grid, context, texts)
    grid.set_filter("")
    yield from grid_work.orders(grid, context, partial(_painted, grid), "")
    yield from grid_work.orders(grouped, context, partial(_painted, grouped), "分组时")
    yield _toggled(grouped, context)
    _away(grouped)
    yield from grid_work.blocks(grid, texts, partial(_painted, grid))
    table = _bare_table(items)
    _shown(table)
    yield from grid_work.keys(grid, table, partial(_painted, table))
    yield _followed(context, items)
    _away(table)
    _away(grid)


def _scrolled(context: Context, items: QStandardItemModel, texts: Texts, steps: int) -> Iterator[Pair]:
    from PySide6.QtCore import QStringListModel

    strings = QStringListModel(["　".join(row) for row in texts])
    plain, grouped = _grid(context), _grid(context, _groups)
    bare, listed = _bare_table(items), _bare_table(strings)
    for what, grid, yardstick, table in (
        ("翻页", plain, "QTableView ＋ QStandardItemModel", bare),
        ("翻页", plain, "QTableView ＋ QStringListModel（C++，一列）", listed),
        ("分组时翻页", grouped, "QTableView ＋ QStandardItemModel", bare),
    ):
        _shown(grid), _shown(table)
        yield Pair(
            f"{what} {steps} 次（{len(texts):,} 行）",
            f"{yardstick}，翻同样多",
            lambda view=grid.view: _scroll(view, steps),  # type: ignore[misc]
            lambda view=table: _scroll(view, steps),  # type: ignore[misc]
        )
    for widget in (plain, grouped, bare, listed):
        _away(widget)


def _real(context: Context, steps: int) -> Iterator[Pair]:
    """The tab of contracts as it is: headings, bars, marks of problems, totals; then with frozen columns."""
    from PySide6.QtWidgets import QApplication

    from ui.tabs.contracts import ContractsTab

    tab = ContractsTab(context)
    tab.resize(*WIDE)
    tab.show()
    tab.ensure_built()
    view, lines = tab.grid.view, tab.grid.model.lines
    items = _item_model([[cell.text for cell in tab.grid.model.cells(line)] for line in lines])
    for what, size, moved in (("合同页翻页", WIDE, 0), ("合同页列冻结时翻页", NARROW, 150)):
        table = _bare_table(items)
        tab.resize(*size)
        QApplication.processEvents()
        table.resize(view.size())
        for at in range(items.columnCount()):
            table.setColumnWidth(at, view.columnWidth(at))
            table.setColumnHidden(at, view.isColumnHidden(at))
        table.show()
        for each in (view, table):
            each.horizontalScrollBar().setValue(moved)
        QApplication.processEvents()
        yield Pair(
            f"{what} {steps} 次（{len(lines):,} 行）",
            "QTableView ＋ QStandardItemModel，同样的列和文字",
            lambda: _scroll(view, steps),
            lambda table=table: _scroll(table, steps),  # type: ignore[misc]
        )
        _away(table)
    _away(tab)


def _toggled(grid: Grid, context: Context) -> Pair:
    rows = context.records.live("payment")
    key = grid.model.lines[0].key
    return Pair(
        f"收起或展开一组（{len(rows):,} 行）",
        "Python sorted 同样的行",
        lambda: _painted(grid, lambda: grid.model.toggle_group(key)),
        lambda: sorted(rows, key=lambda row: row["amount"]),
    )


def _arranged(grid: Grid, context: Context, texts: Texts) -> Iterator[Pair]:
    rows = context.records.live("payment")
    for what, ready in (("第一次", grid.model.reload), ("再次", lambda: None)):
        yield Pair(
            f"{what}筛选“{WANTED}”（{len(texts):,} 行）",
            "Python 逐行找同样的文字",
            lambda: _painted(grid, lambda: grid.set_filter(WANTED)),
            lambda: [row for row in texts if any(WANTED in text.lower() for text in row)],
            ready=lambda ready=ready: (grid.set_filter(""), ready()),  # type: ignore[misc]
        )
    yield Pair(
        f"按拼音首字母筛选“{INITIALS}”（{len(texts):,} 行）",
        "Python sorted 同样的行",
        lambda: _painted(grid, lambda: grid.set_filter(INITIALS)),
        lambda: sorted(rows, key=lambda row: row["amount"], reverse=True),
        ready=lambda: grid.set_filter(""),
    )


def _followed(context: Context, items: QStandardItemModel) -> Pair:
    """The grid hears of one changed row; what was computed before it heard is not counted."""
    table = _bare_table(items)
    _shown(table)
    change = Change({"payment": frozenset({context.records.live("payment")[-1]["id"]})})
    return Pair(
        "一行改变后表格跟上（重算不计）",
        "QStandardItem.setText ＋ 重画",
        lambda: _painted(table, lambda: _told(context, change)),
        lambda: _painted(table, lambda: items.item(0, 2).setText("1.00")),
    )


def _told(context: Context, change: Change) -> None:
    """As after a commit: the rows, then what follows from them."""
    context.committed.ring(change)
    context.changed.ring(change)


# What it is measured on


def _fewer(folder: Path, sizes: Sizes, settings: Settings, context: Context) -> Context:
    """The same project with fewer payments, open beside."""
    from ui.context import Context

    path = large_project(folder / "fewer.jiheng", sizes.fewer_payments)
    return Context(Workspace(Project.open(path, person=PERSON)), context.look, settings)


def _texts(records: Records) -> Texts:
    """What the grid shows, as plain texts."""
    fields = [SCHEMA["payment"].field(name) for name in NAMES]
    return [[records.shown("payment", field, row) for field in fields] for row in records.live("payment")]


def _item_model(texts: Texts) -> QStandardItemModel:
    from PySide6.QtGui import QStandardItem, QStandardItemModel

    model = QStandardItemModel(len(texts), len(texts[0]))
    for at, row in enumerate(texts):
        for column, text in enumerate(row):
            model.setItem(at, column, QStandardItem(text))
    return model


def _bare_table(model: object) -> QTableView:
    from PySide6.QtWidgets import QTableView

    table = QTableView()
    table.setModel(model)  # type: ignore[arg-type]
    return table


def _grid(context: Context, groups: Callable[[Records], Sequence[Group]] | None = None) -> Grid:
    from ui.grid.columns import Column
    from ui.grid.grid import Grid

    columns = [Column(name, total=name == "amount") for name in NAMES]
    return Grid(context, "payment", columns, groups=groups, entry_hint="新付款", total_label="合计")


def _groups(records: Records) -> Sequence[Group]:
    from ui.grid.columns import Group

    return [
        Group(row["id"], row["name"], [each["id"] for each in records.of("payment", "contract", row["id"])])
        for row in records.live("contract")
    ]


# What is done with a widget


def _shown(widget: QWidget) -> QWidget:
    widget.resize(*SIZE)
    widget.show()
    return _painted(widget, lambda: None)


def _painted(widget: QWidget, act: Callable[[], object]) -> QWidget:
    from PySide6.QtWidgets import QApplication

    act()
    QApplication.processEvents()
    return widget


def _away(widget: QWidget) -> None:
    from PySide6.QtCore import QCoreApplication, QEvent

    widget.close()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _scroll(view: QTableView, steps: int) -> None:
    """From the middle on, a page each time, painted each time."""
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    for _ in range(steps):
        bar.setValue(bar.value() + bar.pageStep())
        view.viewport().repaint()
        view.verticalHeader().viewport().repaint()
