"""The Word file: official page and styles, every word in it, nothing interpreted, a whole file or none."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from models.checks import run
from models.evaluation import evaluate
from models.report.blocks import (
    Annex,
    Block,
    Cell,
    Chart,
    Column,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    Signature,
    Table,
    TableRow,
    Title,
    para,
    text_of,
)
from models.report.document import build
from services.errors import ExportCancelled, ExportError
from services.exporting.docx import write_docx
from services.exporting.pdf import write_pdf
from services.report_forms import form_of
from tests.models.changsha import changsha

MM = 56.6929
"""Twips in a millimetre."""
ORDER = {
    "w:pPr": "pStyle keepNext keepLines pageBreakBefore widowControl tabs kinsoku wordWrap overflowPunct "
    "topLinePunct autoSpaceDE autoSpaceDN adjustRightInd snapToGrid spacing ind jc outlineLvl rPr sectPr",
    "w:rPr": "rFonts b bCs color spacing sz szCs lang",
    "w:tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar",
    "w:tcPr": "tcW gridSpan vMerge vAlign",
    "w:sectPr": "footerReference type pgSz pgMar cols docGrid",
    "w:style": "name basedOn next qFormat pPr rPr tblPr",
    "w:settings": "zoom evenAndOddHeaders defaultTabStop characterSpacingControl compat themeFontLang "
    "decimalSymbol listSeparator",
}
"""The order of the schema, of what is written at all: strict readers call any other a damaged file."""
HOSTILE = [
    "<b>未闭合",
    "A&B <5 &amp; &lt;",
    '<w:p xmlns:w="x"/></w:t></w:r>',
    '<img src="/etc/passwd"/><a href="file:///etc">链接</a>',
    "]]><!--&#0;",
    '=HYPERLINK("http://x")',
    "{ INCLUDETEXT /etc/passwd }",
    "零\x00控\x0b制\ud800字\ufffe",
    "反\u202e转",
    "  两端空白  ",
    "很长" * 5000,
    "𠮷😀",
]
COLUMNS = (Column("项目", 20), Column("合同", 20), Column("金额", 10, "right"), Column("备注", 10, "center"))


def table(*rows: TableRow, **more: Any) -> Table:
    return Table("合同表", "万元", COLUMNS, rows, **more)


def row(*cells: Cell | str, role: Any = "row") -> TableRow:
    return TableRow(cells, role)


def write(tmp_path: Path, *blocks: Block, **more: Any) -> Any:
    path = tmp_path / "报告.docx"
    write_docx(Document("报告", blocks, **more), path)
    return docx.Document(path)


def text_in(element: Any) -> str:
    """The words of a paragraph or of all paragraphs in a cell, its line breaks as line feeds."""
    words = (qn("w:t"), qn("w:br"))
    return "".join(each.text or "" if each.tag == words[0] else "\n" for each in element.iter(*words))


def has(element: Any, name: str) -> bool:
    return next(element.iter(qn(f"w:{name}")), None) is not None


def lines_of(made: Any) -> Iterator[str]:
    """The words in reading order, one line per paragraph and table row, cells parted by tabs.

    A column's title is on one line, as in `text_of`.
    """
    for element in made.element.body:
        if element.tag == qn("w:p"):
            if element.pPr.pStyle.val not in ("Gap", "End"):
                yield text_in(element)
        elif element.tag == qn("w:tbl"):
            for each in element.tr_lst:
                words = "\t".join(text_in(cell) + "\t" * (cell.grid_span - 1) for cell in each.tc_lst)
                yield words.replace("\n", "") if has(each, "tblHeader") else words


def twips(element: Any, path: str, name: str = "w:w") -> list[int]:
    return [int(each.get(qn(name))) for each in element.findall(path, element.nsmap)]


GROUPED = table(
    row("一组", Cell("甲", joined=False), "1,000.00", "一"),
    row("一组", "乙", Cell("", joined=True), "二"),
    row("小计", "", "1,000.00", "", role="subtotal"),
    row("二组", "丙\n丁", "3.00", Cell("居左", align="left")),
    row("三组的标题", "", "", "", role="group"),
    row(Cell("两列", span=2), "", "—", ""),
    row("合计", "", "1,003.00", "", role="total"),
    group_columns=1,
)
EVERYTHING: tuple[Block, ...] = (
    Title("长沙市专项资金绩效评价报告"),
    para("（征求意见稿）", "center"),
    para("前言。", "lead"),
    Heading(1, "一、评价情况"),
    Heading(2, "（一）范围"),
    Heading(3, "1. 项目"),
    Paragraph((Run("执行率"), Run("88.33%", ("fund", "F1", "paid"), bold=True), Run("，低于“标准值”。"))),
    GROUPED,
    PageBreak(),
    para("注：数据来自单位。", "note"),
    para("右边", "right"),
    Signature(("长沙市财政局", "2019年8月10日")),
    Annex("1", "评分表"),
    table(row("甲", "乙", "1.00", "丙"), landscape=True),
    Annex("2", "资金表"),
    table(row("甲", "乙", "1.00", "丙"), headless=True),
)


def test_every_word_stands_in_its_order(tmp_path: Path) -> None:
    made = write(tmp_path, *EVERYTHING)
    assert "\n".join(lines_of(made)) == text_of(Document("报告", EVERYTHING))


def test_the_samples_report_has_the_same_words_as_its_blocks(tmp_path: Path) -> None:
    records = changsha()
    evaluation = evaluate(records)
    document = build(records, evaluation, run(records, evaluation), form_of(records))
    write_docx(replace(document, contents=False), tmp_path / "报告.docx")
    blocks: list[Block] = []
    for each in document.blocks:
        blocks += [para(each.caption, "caption"), para("")] if isinstance(each, Chart) else [each]
    drawn = replace(document, blocks=tuple(blocks))  # a chart is a picture under its caption
    assert "\n".join(lines_of(docx.Document(tmp_path / "报告.docx"))) == text_of(drawn)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=30))
def test_any_text_comes_out_as_it_went_in(tmp_path: Path, text: str) -> None:
    blocks = (para(text), table(row(text, text, text, text)))
    assert "\n".join(lines_of(write(tmp_path, *blocks))) == text_of(Document("报告", blocks))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_only_text(tmp_path: Path, text: str) -> None:
    blocks = (
        Heading(1, text), para(text), table(row(text, text, text, text)), Annex(text, "附表"),
        Signature((text, "2019年8月10日")),
    )  # fmt: skip
    path = tmp_path / "报告.docx"
    write_docx(Document(text, blocks, author=text, subject=text, keywords=(text,)), path)
    made = docx.Document(path)
    assert "\n".join(lines_of(made)) == text_of(Document("", blocks))
    assert made.core_properties.author == made.core_properties.subject
    codes = [each.text.strip() for each in made.element.iter(qn("w:instrText"))]
    assert codes == []
    with zipfile.ZipFile(path) as file:
        relations = "".join(file.read(each).decode() for each in file.namelist() if each.endswith(".rels"))
    assert "External" not in relations


def test_children_stand_in_the_order_of_the_schema(tmp_path: Path) -> None:
    made = write(tmp_path, *EVERYTHING, contents=True)
    roots = [made.element, made.styles.element, made.settings.element]
    roots += [made.sections[0].footer.part.element, made.sections[0].even_page_footer.part.element]
    met = set()
    for parent, order in ORDER.items():
        places = {qn(f"w:{name}"): place for place, name in enumerate(order.split())}
        for root in roots:
            for element in root.iter(qn(parent)):
                here = [places[child.tag] for child in element]
                assert here == sorted(here), f"{parent}: {[child.tag for child in element]}"
                met.add(parent)
    assert met == set(ORDER)


@pytest.mark.parametrize(
    ("style", "face", "points"),
    [
        ("Title", "方正小标宋简体", 22.0),
        ("Heading 1", "黑体", 16.0),
        ("Heading 2", "楷体_GB2312", 16.0),
        ("Heading 3", "仿宋_GB2312", 16.0),
        ("Body Text", "仿宋_GB2312", 16.0),
        ("Signature", "仿宋_GB2312", 16.0),
        ("附件编号", "黑体", 16.0),
        ("附件标题", "方正小标宋简体", 22.0),
        ("Caption", "黑体", 12.0),
        ("表格单位", "宋体", 10.5),
        ("表格文字 10.5 磅", "宋体", 10.5),
        ("表格标题 10.5 磅", "黑体", 10.5),
        ("说明文字", "宋体", 10.5),
        ("Footer", "宋体", 14.0),
    ],
)
def test_styles_name_the_official_faces(tmp_path: Path, style: str, face: str, points: float) -> None:
    made = write(tmp_path, *EVERYTHING).styles[style]
    named = made.element.rPr.rFonts
    assert {name: named.get(qn(f"w:{name}")) for name in ("eastAsia", "ascii", "hAnsi")} == {
        "eastAsia": face, "ascii": face, "hAnsi": face,
    }  # fmt: skip
    assert not [name for name in named.attrib if name.endswith("Theme")]
    assert made.font.size.pt == points
    assert not made.font.bold


def test_every_style_in_use_is_there_and_headings_are_real(tmp_path: Path) -> None:
    made = write(tmp_path, *EVERYTHING, contents=True)
    known = {style.style_id for style in made.styles}
    used = {each.get(qn("w:val")) for each in made.element.iter(qn("w:pStyle"))}
    assert used <= known
    shown = [
        (each.style.name, each.text) for each in made.paragraphs if each.style.name.startswith("Heading")
    ]
    assert shown == [("Heading 1", "一、评价情况"), ("Heading 2", "（一）范围"), ("Heading 3", "1. 项目")]
    levels = {
        name: made.styles[name].element.pPr.find(qn("w:outlineLvl")) for name in ("Heading 1", "附件标题")
    }
    assert all(level.get(qn("w:val")) == "0" for level in levels.values())


def test_the_page_is_the_official_one(tmp_path: Path) -> None:
    made = write(tmp_path, para("正文"))
    page = made.sections[0]
    assert [round(each.mm) for each in (page.page_width, page.page_height)] == [210, 297]
    margins = (page.top_margin, page.bottom_margin, page.left_margin, page.right_margin)
    assert [round(each.mm) for each in margins] == [37, 35, 28, 26]
    grid = made.element.body.sectPr.find(qn("w:docGrid"))
    assert grid.get(qn("w:type")) == "lines"
    normal = made.styles["Body Text"].element
    line, pitch = normal.pPr.spacing, normal.rPr.find(qn("w:spacing"))
    assert (line.get(qn("w:line")), line.get(qn("w:lineRule"))) == ("579", "exact")
    character = 320 + int(pitch.get(qn("w:val")))
    assert 28 * character <= 156 * MM < 29 * character
    assert 22 * 579 <= 225 * MM + 1 < 23 * 579
    assert [normal.pPr.find(qn(f"w:{name}")).get(qn("w:val")) for name in ("kinsoku", "overflowPunct")] == [
        "1",
        "1",
    ]


def test_page_numbers_stand_at_the_outer_edge(tmp_path: Path) -> None:
    made = write(tmp_path, para("正文"))
    assert made.settings.odd_and_even_pages_header_footer
    for footer, side in ((made.sections[0].footer, "right"), (made.sections[0].even_page_footer, "left")):
        number = footer.part.element.find(qn("w:p"))
        assert text_in(number) == "— 1 —"
        assert [each.text.strip() for each in number.iter(qn("w:instrText"))] == ["PAGE"]
        assert number.pPr.jc.get(qn("w:val")) == side
        assert number.pPr.ind.get(qn(f"w:{side}Chars")) == "100"


def test_wide_tables_take_their_headings_to_a_wide_page(tmp_path: Path) -> None:
    made = write(tmp_path, *EVERYTHING)
    assert [round(section.page_width.mm) for section in made.sections] == [210, 297, 210]
    wide = [text_in(each) for each in list(made.element.body) if each.tag == qn("w:p")]
    ends = [at for at, each in enumerate(made.element.body.findall(qn("w:p"))) if each.pPr.sectPr is not None]
    assert wide[ends[0] + 1 : ends[0] + 3] == ["附件1", "评分表"]
    assert made.sections[1].orientation == 1
    assert made.sections[2].footer.is_linked_to_previous


@pytest.mark.parametrize(("landscape", "millimetres"), [(False, 156), (True, 225)])
@pytest.mark.parametrize("figure", ["1.00", "1,234,567,890.12"])
def test_widths_add_up_to_the_text_area(
    tmp_path: Path, landscape: bool, millimetres: int, figure: str
) -> None:
    spanned = row(Cell("两列", span=2), "", figure, "")
    made = write(tmp_path, table(row("甲", "乙", figure, "丙"), spanned, landscape=landscape))
    one = made.tables[0]._tbl
    grid = twips(one, "w:tblGrid/w:gridCol")
    assert sum(grid) == twips(one, "w:tblPr/w:tblW")[0]
    assert abs(sum(grid) - millimetres * MM) < 2
    for each in one.tr_lst:
        at = 0
        for cell in each.tc_lst:
            assert twips(cell, "w:tcPr/w:tcW") == [sum(grid[at : at + cell.grid_span])]
            at += cell.grid_span
        assert at == len(grid)
    assert grid[2] - 160 >= len(figure) * 105


def test_cells_are_merged_as_in_the_blocks(tmp_path: Path) -> None:
    rows = write(tmp_path, GROUPED).tables[0]._tbl.tr_lst
    merges = [[cell.vMerge for cell in each.tc_lst] for each in rows]
    spans = [[cell.grid_span for cell in each.tc_lst] for each in rows]
    assert merges[1:3] == [["restart", None, "restart", None], ["continue", None, "continue", None]]
    assert not [merge for each in (merges[0], *merges[3:]) for merge in each if merge]
    assert spans[3:] == [[2, 1, 1], [1, 1, 1, 1], [4], [2, 1, 1], [2, 1, 1]]


def test_a_merged_label_as_long_as_a_page_stands_in_its_row_alone(tmp_path: Path) -> None:
    long = "说明" * 600
    made = write(tmp_path, table(row(long, "甲", "1", ""), row(long, "乙", "2", ""), group_columns=1))
    rows = made.tables[0]._tbl.tr_lst
    assert [[cell.vMerge for cell in each.tc_lst] for each in rows[1:]] == [[None] * 4, [None] * 4]
    assert [len(text_in(each.tc_lst[0])) for each in rows[1:]] == [1200, 0]


def test_heads_are_repeated_and_rows_stay_whole_unless_very_long(tmp_path: Path) -> None:
    rows = [row(f"项目{at}", "合同", "1.00", "") for at in range(60)]
    made = write(tmp_path, table(*rows, row("长", "字" * 3000, "", "")))
    written = made.tables[0]._tbl.tr_lst
    assert [has(each, "tblHeader") for each in written] == [True] + [False] * 61
    assert [has(each, "cantSplit") for each in written] == [True] * 61 + [False]


@pytest.mark.parametrize(
    ("rows", "kept"),
    [
        ([row("甲", "", "1", ""), row("乙", "", "2", "")], [True, False]),
        ([row("组", "", "", "", role="group"), *[row("甲", "乙", "1", "")] * 40], [True] + [False] * 40),
        (
            [*[row("甲", "乙", "1", "")] * 40, row("合计", "", "1", "", role="total")],
            [False] * 39 + [True, False],
        ),
    ],
    ids=["small table", "group title", "total"],
)
def test_no_row_is_left_alone_at_the_end_of_a_page(
    tmp_path: Path, rows: list[TableRow], kept: list[bool]
) -> None:
    written = write(tmp_path, table(*rows)).tables[0]._tbl.tr_lst
    assert has(written[0], "keepNext")
    assert [has(each, "keepNext") for each in written[1:]] == kept


def test_pages_start_where_they_are_asked_to(tmp_path: Path) -> None:
    bare = Table("", "", COLUMNS, (row("甲", "", "", ""),))
    broken = (PageBreak(), para("二"), PageBreak(), PageBreak(), bare)
    made = write(tmp_path, para("一"), *broken, Annex("1", "三"), PageBreak())
    starts = [(each.style.style_id, each.text) for each in made.paragraphs if has(each._p, "pageBreakBefore")]
    assert starts == [("BodyText", "二"), ("End", ""), ("AnnexMark", "附件1")]


def test_signers_are_centred_above_the_date(tmp_path: Path) -> None:
    made = write(tmp_path, para("特此报告。"), Signature(("长沙市财政局", "2019年8月10日")))
    before, *signed = made.paragraphs
    assert has(before._p, "keepNext")
    indents = {(each._p.pPr.ind.get(qn("w:left")), each._p.pPr.ind.get(qn("w:right"))) for each in signed}
    assert len(indents) == 1
    left, right = map(int, indents.pop())
    assert left > 156 * MM / 3
    assert right == 0


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("绩效评价报告", ["绩效评价报告"]),
        ("2018年长沙市电子政务办 专项资金绩效评价报告", ["2018年长沙市电子政务办", "专项资金绩效评价报告"]),
        ("两行\n题目", ["两行", "题目"]),
        ("长沙市人民政府电子政务管理办公室专项资金报告",
         ["长沙市人民政府电子政务", "管理办公室专项资金报告"]),
        ("《长沙市财政局关于绩效评价结果应用的若干意见（暂行）》的说明",
         ["《长沙市财政局关于绩效评价结果", "应用的若干意见（暂行）》的说明"]),
    ],
)  # fmt: skip
def test_long_titles_are_broken_evenly(tmp_path: Path, title: str, lines: list[str]) -> None:
    first = write(tmp_path, Title(title)).paragraphs[0]
    assert text_in(first._p).split("\n") == lines


LONG = (
    Title("报告"), Heading(1, "一、甲"), para("正文。" * 600), Heading(2, "（一）乙"), GROUPED,
    PageBreak(), Heading(1, "二、丙"), Heading(3, "1. 不列"),
    Annex("1", "评分表"), table(*[row("甲", "乙", "1", "")] * 80), Annex("2", "另一表"),
)  # fmt: skip


def test_contents_lead_to_the_headings_with_the_pages_of_the_official_form(tmp_path: Path) -> None:
    made = write(tmp_path, *LONG, contents=True)
    links = list(made.element.iter(qn("w:hyperlink")))
    marks = [each.get(qn("w:name")) for each in made.element.iter(qn("w:bookmarkStart"))]
    assert [each.get(qn("w:anchor")) for each in links] == marks
    codes = [each.text.split() for each in made.element.iter(qn("w:instrText"))]
    assert codes[0][:3] == ["TOC", "\\o", '"1-2"']
    assert codes[1:] == [["PAGEREF", mark, "\\h"] for mark in marks]
    texts = [[each.text for each in link.iter(qn("w:t"))] for link in links]
    printed = write_pdf(Document("报告", LONG, contents=True), tmp_path / "报告.pdf")
    reader = PdfReader(tmp_path / "报告.pdf")
    assert [words for words, _ in texts] == [
        "一、甲", "（一）乙", "二、丙", "附件1　评分表", "附件2　另一表",
    ]  # fmt: skip
    shown = {"".join(page.extract_text().split()): at for at, page in enumerate(reader.pages, start=1)}
    for words, number in texts:
        said = "".join(words.split())
        assert [at for text, at in shown.items() if said in text and "目录" not in text] == [int(number)]
    assert printed.pages == len(reader.pages) > int(texts[-2][1]) > 3


def test_contents_are_shown_without_being_worked_out(tmp_path: Path) -> None:
    made = write(tmp_path, *LONG, contents=True)
    chars = [each.get(qn("w:fldCharType")) for each in made.element.iter(qn("w:fldChar"))]
    assert chars.count("begin") == chars.count("separate") == chars.count("end") == 6
    assert not [each for each in made.element.iter(qn("w:fldChar")) if each.get(qn("w:dirty"))]
    assert not [each for each in made.settings.element if each.tag == qn("w:updateFields")]
    first = next(each for each in made.paragraphs if each.text == "报告")
    assert has(first._p, "pageBreakBefore")


def test_figures_and_quotes_are_set_as_chinese(tmp_path: Path) -> None:
    made = write(tmp_path, para("“标准”"), para("−3.00"), para("3.00"))
    hints = [each.get(qn("w:hint")) for each in made.element.iter(qn("w:rFonts"))]
    assert hints == ["eastAsia", "eastAsia"]


def test_the_same_document_gives_the_same_bytes(tmp_path: Path) -> None:
    document = Document("报告", EVERYTHING, author="评价组", subject="绩效评价", keywords=("资金", "绩效"))
    for name in ("一.docx", "二.docx"):
        write_docx(document, tmp_path / name)
    assert (tmp_path / "一.docx").read_bytes() == (tmp_path / "二.docx").read_bytes()
    said = docx.Document(tmp_path / "一.docx").core_properties
    assert (said.title, said.author, said.subject, said.keywords) == (
        "报告",
        "评价组",
        "绩效评价",
        "资金，绩效",
    )
    assert (said.created, said.comments, said.language) == (None, "", "zh-CN")


def test_a_missing_face_has_stand_ins(tmp_path: Path) -> None:
    write(tmp_path, para("正文"))
    with zipfile.ZipFile(tmp_path / "报告.docx") as file:
        table_of_fonts = file.read("word/fontTable.xml").decode()
        assert not [name for name in file.namelist() if re.search("thumbnail|custom|theme|numbering", name)]
    assert re.search('w:name="仿宋_GB2312"><w:altName w:val="[^"]*仿宋,', table_of_fonts)


def test_ten_thousand_rows_are_all_there(tmp_path: Path) -> None:
    rows = [row(f"组{at // 7}", f"合同{at}", f"{at:,}.00", "") for at in range(10_000)]
    made = write(tmp_path, table(*rows, group_columns=1))
    written = made.tables[0]._tbl.tr_lst
    assert len(written) == 10_001
    assert [text_in(written[at + 1].tc_lst[1]) for at in range(10_000)] == [
        f"合同{at}" for at in range(10_000)
    ]
    assert sum(has(each, "tblHeader") for each in written[:3]) == 1
    assert written[500].tc_lst[0].vMerge == written[501].tc_lst[0].vMerge == "continue"


def test_an_export_can_be_watched_and_stopped(tmp_path: Path) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(b"old")
    document = Document("报告", (table(*[row("甲", "乙", "1.00", "")] * 3000),))
    told: list[int] = []
    with pytest.raises(ExportCancelled, match="导出已取消"):
        write_docx(document, path, progress=told.append, cancelled=lambda: bool(told) and told[-1] > 30)
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["报告.docx"]
    told.clear()
    write_docx(document, path, progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 100
    assert len(told) > 5


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    wide = Table("宽表", "", tuple(Column(str(at)) for at in range(64)), ())
    with pytest.raises(ExportError, match="表“宽表”有 64 列，Word 的表格最多 63 列"):
        write_docx(Document("报告", (wide,)), tmp_path / "a.docx")
    with pytest.raises(ExportError, match="文件夹.*不存在"):
        write_docx(Document("报告", ()), tmp_path / "没有" / "a.docx")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("blocks", [(), (PageBreak(),), (table(),), (table(headless=True),)])
def test_a_document_of_almost_nothing_can_be_opened(tmp_path: Path, blocks: tuple[Block, ...]) -> None:
    made = write(tmp_path, *blocks)
    assert made.element.body[-2].tag == qn("w:p")
    assert made.element.body[-1].tag == qn("w:sectPr")
    assert all(each._tbl.tr_lst and each._tbl.tr_lst[0].tc_lst for each in made.tables)
