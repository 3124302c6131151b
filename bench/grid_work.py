"""What one does in a grid with many payments: keys, orders, filters, copies, beside Qt and plain Python."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from bench.measuring import Pair
from models.fields import Row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTableView

    from ui.context import Context
    from ui.grid.grid import Grid

Texts = Sequence[Sequence[str]]
Do = Callable[[Callable[[], object]], object]
"""Does something and waits until it is painted."""

SOUGHT = "0097"


def orders(grid: Grid, context: Context, do: Do, what: str) -> Iterator[Pair]:
    """The rows by each column, beside `sorted` of the same rows by the same."""
    rows, records = context.records.live("payment"), context.records
    titles = {row["id"]: records.title("contract", row["id"]) for row in records.live("contract")}
    keys: dict[str, Callable[[Row], Any]] = {
        "amount": lambda row: row["amount"],
        "paid_on": lambda row: row["paid_on"],
        "voucher": lambda row: row["voucher"] or "",
        "contract": lambda row: titles[row["contract"]],
    }
    for at, column in enumerate(grid.model.columns):
        if column.name in keys:
            key = keys[column.name]
            yield Pair(
                f"{what}按{column.title}排序（{len(rows):,} 行）",
                "Python sorted 同样的行",
                lambda at=at: do(lambda: grid.model.set_order(at, True)),  # type: ignore[misc]
                lambda key=key: sorted(rows, key=key, reverse=True),  # type: ignore[misc]
                ready=lambda: grid.model.set_order(-1, False),
            )
    grid.model.set_order(-1, False)


def blocks(grid: Grid, texts: Texts, do: Do) -> Iterator[Pair]:
    """A column's values to choose from; everything selected, added up, copied, looked through."""
    names = [column.name for column in grid.model.columns]
    amounts, vouchers, size = names.index("amount"), names.index("voucher"), f"{len(texts):,} 行"
    pattern = re.compile(SOUGHT)
    yield Pair(
        f"列筛选打开，{len({row[vouchers] for row in texts}):,} 种值",
        "Python Counter ＋ sorted",
        lambda: do(lambda: _popup(grid, vouchers)),
        lambda: sorted(Counter(row[vouchers] for row in texts).items()),
    )
    yield Pair(
        f"全选，求和与平均（{size}）",
        "Python sum 同一列",
        lambda: do(lambda: (grid.view.walker.choose_all(), grid.summary())),
        lambda: sum(row["amount"] for row in grid.model.arrangement.all_rows),
    )
    yield Pair(
        f"全选，复制为文字和表格（{size}）",
        "csv 写同样的文字到剪贴板",
        lambda: do(grid.copy),
        lambda: _copied(texts),
        ready=grid.view.walker.choose_all,
    )
    grid.view.walker.go(0, amounts)
    yield Pair(
        f"查找“{SOUGHT}”（{size}）",
        "Python 逐格找同样的文字",
        lambda: do(lambda: _sought(grid)),
        lambda: [text for row in texts for text in row if pattern.search(text)],
    )


def _popup(grid: Grid, at: int) -> None:
    from PySide6.QtCore import QPoint

    from ui.grid.filter_popup import FilterPopup

    opened = FilterPopup(grid.context, grid.model, at, grid)
    opened.open_at(QPoint(0, 0))
    opened.close()


def _copied(texts: Texts) -> None:
    from PySide6.QtWidgets import QApplication

    out = io.StringIO()
    csv.writer(out, delimiter="\t").writerows(texts)
    QApplication.clipboard().setText(out.getvalue())


def _sought(grid: Grid) -> None:
    grid.replacing.find.setText(SOUGHT)
    grid.replacing.seek()
    grid.replacing.go_on()


def keys(grid: Grid, table: QTableView, do: Do) -> Iterator[Pair]:
    """Keys in the grid, beside the same keys in Qt's table."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    key = Qt.Key
    walk = [key.Key_Down] * 20 + [key.Key_Right, key.Key_Left] * 5 + [key.Key_PageDown] * 10

    def pressed(view: QTableView) -> None:
        for each in walk:
            do(lambda each=each: QTest.keyClick(view, each))  # type: ignore[misc]

    for view in (grid.view, table):
        view.setCurrentIndex(view.model().index(view.model().rowCount() // 2, 1))
    yield Pair(
        f"按键 {len(walk)} 次，每次画完",
        "QTableView ＋ QStandardItemModel，同样的键",
        lambda: pressed(grid.view),
        lambda: pressed(table),
        ready=lambda: [
            view.setCurrentIndex(view.model().index(view.model().rowCount() // 2, 1))
            for view in (grid.view, table)
        ],
    )
    control = Qt.KeyboardModifier.ControlModifier

    def jumped(view: QTableView) -> None:
        do(lambda: QTest.keyClick(view, key.Key_End, control))
        do(lambda: QTest.keyClick(view, key.Key_Home, control))

    yield Pair(
        "Ctrl+End、Ctrl+Home",
        "QTableView ＋ QStandardItemModel，同样的键",
        lambda: jumped(grid.view),
        lambda: jumped(table),
    )
