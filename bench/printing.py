"""A long table as PDF, beside reportlab's own table with the same texts in the same font."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.filling import payment_rows
from bench.measuring import Pair, Sizes
from models import kinds
from models.report.blocks import Column, Document, Table, TableRow
from services.exporting.pdf import write_pdf
from services.exporting.pdf_fonts import registered
from services.fonts import FontStyle, resolve

TITLES = ("合同", "付款日期", "付款金额", "凭证号", "收款单位")
SIZE, LEADING, REPEATED = 9.0, 12.0, 1


def pairs(sizes: Sizes, folder: Path) -> Iterator[Pair]:
    """The whole file, from the table's texts to the disk."""
    texts = [
        (row["contract"], row["paid_on"], kinds.show_money(row["amount"]), row["voucher"], row["payee"])
        for row in payment_rows(sizes.table_rows)
    ]
    table = Table(
        "付款明细", "万元", tuple(Column(each) for each in TITLES), tuple(TableRow(row) for row in texts)
    )
    document = Document("测量", (table,))
    yield Pair(
        f"PDF：{sizes.table_rows:,} 行的表",
        "reportlab LongTable，同样的文字和字体",
        lambda: write_pdf(document, folder / "ours.pdf", bundled_only=True),
        lambda: _plain(texts, folder / "plain.pdf"),
    )


def _plain(texts: Sequence[Sequence[str]], path: Path) -> None:
    from reportlab.platypus import LongTable, SimpleDocTemplate

    font = registered(resolve(bundled_only=True).faces[FontStyle.SONG]).fontName
    style = [("FONT", (0, 0), (-1, -1), font, SIZE, LEADING), ("GRID", (0, 0), (-1, -1), 0.5, "black")]
    table = LongTable([TITLES, *texts], colWidths=[88.0] * len(TITLES), repeatRows=REPEATED, style=style)
    SimpleDocTemplate(str(path)).build([table])
