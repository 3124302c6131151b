"""The report's pages in memory: which figure is at a point, and where searched words stand."""

from __future__ import annotations

import pypdfium2
import pytest
from PySide6.QtCore import QRectF

from models.report.blocks import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Paragraph,
    Run,
    Source,
    Table,
    TableRow,
    para,
)
from services.exporting.pdf_figures import Figure
from ui.panels.report_pages import Layout, find, laid_out

PAID = ("fund", "F1", "paid")
FILLING = "评价组核对了指标文、合同与付款凭证，"


def pages(*blocks: Block) -> Layout:
    return laid_out(Document("报告", blocks), lambda: False)


def text_at(layout: Layout, page: int, box: QRectF) -> str:
    """What the file itself says stands in a rectangle of the page as it is shown."""
    made = pypdfium2.PdfDocument(layout.data)
    shown = made[page]
    left, top, right, bottom = box.left(), box.top(), box.right(), box.bottom()
    if shown.get_rotation() == 90:
        left, right, low, high = top, bottom, left, right
    else:
        low, high = layout.sizes[page][1] - bottom, layout.sizes[page][1] - top
    text = shown.get_textpage().get_text_bounded(left, low, right, high)
    made.close()
    return "".join(text.split())


def box_of(figure: Figure) -> QRectF:
    return QRectF(figure.x, figure.y, figure.width, figure.height)


def rows(count: int, source: Source) -> tuple[TableRow, ...]:
    return tuple(
        TableRow(
            (f"第{at // 30}组", Cell(f"{at}.00", source), Cell("共计" if at else "总数", source, at > 0))
        )
        for at in range(count)
    )


def table(count: int, *, landscape: bool = False) -> Table:
    columns = (Column("组"), Column("金额", align="right"), Column("合并"))
    return Table("资金表", "万元", columns, rows(count, PAID), group_columns=1, landscape=landscape)


SENTENCE = Paragraph(
    (
        Run(FILLING * 2 + "执行率为"),
        Run("88.33%", "execution_rate"),
        Run("，低于标准值"),
        Run("100%", PAID, bold=True),
    )
)


@pytest.mark.parametrize(
    ("what", "block", "shown"),
    [
        ("figures in a sentence", SENTENCE, {"88.33%", "100%"}),
        ("figures in a table", table(3), {"0.00", "1.00", "2.00", "总数"}),
        ("a wide table", table(3, landscape=True), {"0.00", "1.00", "2.00", "总数"}),
        ("nothing with a source", para(FILLING), set()),
    ],
)
def test_a_figure_stands_where_the_page_shows_it(what: str, block: Block, shown: set[str]) -> None:
    layout = pages(para(FILLING), block)
    page = len(layout.figures) - 1
    assert {figure.text for figure in layout.figures[page]} == shown, what
    for figure in layout.figures[page]:
        assert text_at(layout, page, box_of(figure)) == figure.text
        middle = box_of(figure).center()
        assert layout.figure_at(page, middle.x(), middle.y()) is figure
    assert layout.figure_at(page, 1.0, 1.0) is None


def test_a_figure_broken_over_two_lines_can_be_met_in_both() -> None:
    named = "长沙市人民政府电子政务管理办公室"
    layout = pages(Paragraph((Run(FILLING), Run(named * 2, "unit"), Run("。"))))
    parts = layout.figures[0]
    assert len(parts) == 2 and {each.source for each in parts} == {"unit"}
    assert "".join(each.text for each in parts) == named * 2
    assert parts[1].y - parts[0].y == pytest.approx(parts[0].height)
    assert [text_at(layout, 0, box_of(each)) for each in parts] == [each.text for each in parts]


def test_a_merged_cell_can_be_met_on_every_page_it_reaches() -> None:
    layout = pages(table(120))
    assert len(layout.sizes) > 2
    for page, figures in enumerate(layout.figures):
        merged = [each for each in figures if each.text == "总数"]
        assert len(merged) == 1, page
        assert sum(each.height for each in figures if each is not merged[0]) == pytest.approx(
            merged[0].height
        )
    assert sum(len(each) for each in layout.figures) == 120 + len(layout.sizes)


@pytest.mark.parametrize("landscape", [False, True])
def test_words_are_found_where_they_stand(landscape: bool) -> None:
    layout = pages(Heading(1, "一、资金"), para(FILLING), table(3, landscape=landscape))
    found = find(layout, "2.00")
    assert [page for page, _ in found] == [len(layout.sizes) - 1]
    ((page, boxes),) = found
    assert [text_at(layout, page, box.adjusted(-1, -2, 1, 2)) for box in boxes] == ["2.00"]


@pytest.mark.parametrize(
    ("words", "hits", "lines"),
    [
        ("凭证，评价组核对了", 2, 1),
        ("核对了 指标文", 3, 2),
        (FILLING * 3, 1, 2),
        ("EXCEL", 1, 1),
        ("没有的话", 0, 0),
        (" \n", 0, 0),
        ("", 0, 0),
    ],
)
def test_a_line_end_parts_no_words(words: str, hits: int, lines: int) -> None:
    found = find(pages(para(FILLING * 3 + "Excel")), words)
    assert len(found) == hits
    assert max((len(boxes) for _, boxes in found), default=0) == lines


def test_figures_that_stand_side_by_side_are_not_one() -> None:
    columns = (Column("甲"), Column("乙"))
    layout = pages(Table("表", "", columns, (TableRow(("1.00", "2.00")), TableRow(("3.00", "4.00")))))
    assert find(layout, "002") == find(layout, "003") == []
    assert len(find(layout, "2.00")) == 1
