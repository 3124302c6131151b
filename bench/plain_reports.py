"""The yardstick for reports: the shortest programs that write the same headings, paragraphs and tables."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.filling import Section
from services.exporting.pdf_fonts import registered
from services.fonts import FontStyle, resolve

TITLES = ("合同", "付款日期", "付款金额", "凭证号", "收款单位", "备注")
SIZE, LEADING, COLUMN, REPEATED = 9.0, 12.0, 74.0, 1


def write_pdf(sections: Sequence[Section], out: Path, *, contents: bool) -> None:
    """Reportlab's tables with plain strings, which it does not break into lines."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table
    from reportlab.platypus.tableofcontents import TableOfContents

    font = registered(resolve(bundled_only=True).faces[FontStyle.SONG]).fontName
    grid = [("FONT", (0, 0), (-1, -1), font, SIZE, LEADING), ("GRID", (0, 0), (-1, -1), 0.5, "black")]
    body = ParagraphStyle("body", fontName=font, fontSize=16, leading=29, wordWrap="CJK")
    heading = ParagraphStyle("heading", parent=body)

    class Report(SimpleDocTemplate):  # type: ignore[misc, unused-ignore]
        def afterFlowable(self, done: Any) -> None:  # noqa: N802
            if isinstance(done, Paragraph) and done.style is heading:
                self.notify("TOCEntry", (0, done.getPlainText(), self.page))

    story: list[Flowable] = [TableOfContents(levelStyles=[body])] if contents else []
    for section in sections:
        rows = [TITLES, *section.rows]
        table = Table(rows, colWidths=[COLUMN] * len(TITLES), repeatRows=REPEATED, style=grid)
        story += [Paragraph(section.heading, heading), Paragraph(section.text, body), table]
    report = Report(str(out))
    (report.multiBuild if contents else report.build)(story)


def write_docx(sections: Sequence[Section], out: Path, *, contents: bool) -> None:
    """python-docx cell by cell; it knows no pages, so its contents would be empty and are left out."""
    import docx

    made = docx.Document()
    for section in sections:
        made.add_heading(section.heading, 2)
        made.add_paragraph(section.text)
        rows = [TITLES, *section.rows]
        table = made.add_table(len(rows), len(TITLES))
        for line, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(line.cells, texts, strict=True):
                cell.text = text
    made.save(str(out))
