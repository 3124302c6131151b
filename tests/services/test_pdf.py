"""The PDF: official page, every word in it, nothing interpreted, a whole file or none."""

from __future__ import annotations

import errno
import re
import threading
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject

from models.report.blocks import (
    Annex,
    Block,
    Cell,
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
    clean,
    para,
    text_of,
)
from services.errors import ExportCancelled, ExportError
from services.exporting.pdf import write_pdf, write_whole
from services.exporting.pdf_fonts import FontsUsed, registered, unicode_map
from services.fonts import FontStyle, resolve

SENTENCE = "评价组核对了指标文、合同与付款凭证，资金共计2,053.30万元，执行率为88.33%（详见“资金总表”）。"
HOSTILE = [
    "<b>未闭合",
    "<font color=red size=40>大字</font>",
    "A&B <5 &amp; &lt;",
    '<img src="/etc/passwd"/><a href="file:///etc">链接</a>',
    "<para><seq/></para>",
    "[[[__import__('os').system('id')]]]",
    ") Tj ET (注入",
    "\\101\\)",
    "=HYPERLINK(\"http://x\")",
    "零\x00控\x0b制\ud800字",
    "反\u202e转",
]  # fmt: skip


def export(
    tmp_path: Path, *blocks: Block, title: str = "报告", contents: bool = False
) -> tuple[PdfReader, FontsUsed]:
    path = tmp_path / "报告.pdf"
    used = write_pdf(Document(title, blocks, contents=contents), path, bundled_only=True)
    return PdfReader(path), used


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def words(reader: PdfReader) -> str:
    """All text without blanks and page numbers, in the order in which it was drawn."""
    return "".join(re.sub(r"—\d+—$", "", squeezed(page.extract_text())) for page in reader.pages)


def in_order(needle: str, hay: str) -> bool:
    """Whether all characters of one text come in the other, in that order."""
    rest = iter(hay)
    return all(char in rest for char in needle)


def points(page: PageObject) -> list[tuple[str, float, float, float]]:
    """Each drawn text with its position on the page and its size."""
    found: list[tuple[str, float, float, float]] = []

    def visit(text: str, outer: list[float], inner: list[float], font: object, size: float) -> None:
        if text.strip():
            found.append((text.strip(), inner[4] + outer[4], inner[5] + outer[5], size))

    page.extract_text(visitor_text=visit)
    return found


def funds(
    *rows: TableRow, caption: str = "资金总表", group_columns: int = 0, landscape: bool = False
) -> Table:
    columns = (Column("项目", 20), Column("内容", 30), Column("金额", 12, "right"))
    return Table(caption, "万元", columns, rows, group_columns, landscape)


def test_every_word_is_there_once_and_in_order(tmp_path: Path) -> None:
    document = Document(
        "报告",
        (
            Title("2018年专项资金绩效评价报告"),
            para(SENTENCE * 3, "lead"),
            Heading(1, "一、评价情况"),
            Heading(2, "（一）依据"),
            Heading(3, "1.文件"),
            Paragraph((Run("得分"), Run("85.32", ("indicator", "x", "score"), bold=True), Run("分。"))),
            funds(
                TableRow(("政务云", "服务器", "1.00")),
                TableRow(("政务云", "监理", Cell("", joined=True))),
                TableRow(("合计", "", "1.00"), "total"),
                group_columns=1,
            ),
            para("注：金额为合同金额。", "note"),
            Signature(("长沙市财政局", "2019年8月10日")),
            PageBreak(),
            para("另页起。"),
            Annex("1", "评分表"),
            para(SENTENCE),
        ),
    )
    write_pdf(document, tmp_path / "a.pdf", bundled_only=True)
    assert words(PdfReader(tmp_path / "a.pdf")) == squeezed(text_of(document))


def test_a_page_holds_22_lines_of_28_characters(tmp_path: Path) -> None:
    reader, used = export(tmp_path, para("绩效评价" * 7 * 60))
    page = reader.pages[0]
    lines = page.extract_text().split("\n")
    assert [len(line.strip()) for line in lines[:22]] == [26, *[28] * 21]
    assert lines[-1].strip() == "— 1 —"
    left = min(x for _, x, _, size in points(page) if round(size, 2) == 15.75)
    assert left == pytest.approx(28 * 72 / 25.4, abs=0.1)
    assert page.mediabox[2:] == pytest.approx([595.28, 841.89], abs=0.1)
    assert used.pages == len(reader.pages) == 3


def test_page_numbers_stand_right_on_odd_and_left_on_even_pages(tmp_path: Path) -> None:
    reader, _ = export(tmp_path, para("一"), PageBreak(), para("二"), PageBreak(), para("三"))
    numbers = [next(each for each in points(page) if "—" in each[0]) for page in reader.pages]
    assert [text for text, *_ in numbers] == ["— 1 —", "— 2 —", "— 3 —"]
    assert [size for *_, size in numbers] == pytest.approx([14, 14, 14])
    left, right = 28 * 72 / 25.4, 184 * 72 / 25.4
    assert numbers[1][1] == pytest.approx(left + 14, abs=0.1)
    assert right - 70 < numbers[0][1] == numbers[2][1] < right - 14


def embedded(reader: PdfReader) -> dict[str, DictionaryObject]:
    fonts = {}
    for page in reader.pages:
        for reference in page["/Resources"]["/Font"].values():  # type: ignore[index]
            made = reference.get_object()
            fonts[made["/BaseFont"]] = made
    return fonts


def test_all_fonts_are_embedded_subsets_with_character_maps(tmp_path: Path) -> None:
    reader, used = export(
        tmp_path, Title("标题"), Heading(1, "一、黑体"), Heading(2, "（一）楷体"), para("正文")
    )
    fonts = embedded(reader)
    assert {name.partition("+")[2] for name in fonts} == {
        "NotoSerifSC-Black",
        "NotoSansSC-SemiBold",
        "JihengKai-Regular",
        "NotoSerifSC-Regular",
    }
    for made in fonts.values():
        assert "/FontFile2" in made["/FontDescriptor"]  # type: ignore[operator]
        assert "/ToUnicode" in made
    assert "小标宋：Noto Serif SC Black（随程序附带）" in used.sentences()
    assert "楷体：Jiheng Kai（随程序附带）" in used.sentences()


def test_rare_names_are_found_in_another_font_and_missing_signs_are_named(tmp_path: Path) -> None:
    reader, used = export(tmp_path, Title("冯𫖯"), para("评价人员冯𫖯、李喆、王犇，另有😀与\ue123。"))
    assert "评价人员冯𫖯、李喆、王犇，另有😀与\ue123。" in words(reader)
    assert [each.character for each in used.missing] == ["\ue123", "😀"]
    assert "😀（U+1F600 GRINNING FACE）" in used.sentences()[-1]
    assert "U+E123" in used.sentences()[-1]


def test_a_character_absent_from_one_style_is_set_in_another(tmp_path: Path) -> None:
    rare = "㙍仴妡"
    lacking = resolve(bundled_only=True).faces[FontStyle.KAI]
    assert all(ord(char) not in registered(lacking).covered for char in rare)
    reader, used = export(tmp_path, Heading(2, f"（一）{rare}"))
    assert f"（一）{rare}" in words(reader)
    assert [face.family for face in used.fallbacks] == ["Noto Serif SC"]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_interpreted(tmp_path: Path, text: str) -> None:
    shown = squeezed(clean(text))
    document = Document(
        text,
        (
            Title(text),
            Heading(1, text),
            Paragraph((Run(text, bold=True),)),
            Table(text, text, (Column(text), Column(text)), (TableRow((text, "甲")), TableRow((text, "乙")))),
            Signature((text,)),
            Annex(text, text),
        ),
        subject=text,
        keywords=(text,),
        author=text,
        contents=True,
    )
    write_pdf(document, tmp_path / "x.pdf", bundled_only=True)
    reader = PdfReader(tmp_path / "x.pdf")
    assert words(reader).count(shown) >= 9
    assert reader.metadata is not None
    assert squeezed(reader.metadata.title or "") == shown
    assert squeezed(str(reader.outline[0].title)) == shown  # type: ignore[union-attr]
    assert not any(page.images for page in reader.pages)
    links = [note.get_object() for page in reader.pages for note in page.get("/Annots", ())]
    assert all("/A" not in link and "/Dest" in link for link in links)


def test_outline_language_and_title(tmp_path: Path) -> None:
    document = Document(
        "专项资金绩效评价报告",
        (Heading(2, "（一）先于一级"), Heading(1, "二、情况"), Heading(3, "1.细项"), Annex("1", "评分表")),
        subject="绩效评价",
        keywords=("财政", "绩效"),
        author="长沙市财政局",
    )
    write_pdf(document, tmp_path / "o.pdf", bundled_only=True)
    reader = PdfReader(tmp_path / "o.pdf")
    catalog = reader.trailer["/Root"].get_object()
    assert catalog["/Lang"] == "zh-CN"  # type: ignore[index]
    assert catalog["/PageMode"] == "/UseOutlines"  # type: ignore[index]
    assert str(catalog["/ViewerPreferences"]["/DisplayDocTitle"]).lower() == "true"  # type: ignore[index]
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("专项资金绩效评价报告", "长沙市财政局")
    assert (reader.metadata.subject, reader.metadata["/Keywords"]) == ("绩效评价", "财政，绩效")

    def titles(level: object) -> object:
        return [titles(each) for each in level] if isinstance(level, list) else level.title  # type: ignore[attr-defined]

    assert titles(reader.outline) == ["（一）先于一级", "二、情况", ["1.细项"], "附件1　评分表"]


def test_contents_lead_to_the_right_pages(tmp_path: Path) -> None:
    reader, _ = export(
        tmp_path,
        Title("报告"),
        Heading(1, "一、甲"),
        para(SENTENCE * 30),
        Heading(1, "二、乙"),
        PageBreak(),
        Heading(2, "（一）丙"),
        contents=True,
    )
    first = squeezed(reader.pages[0].extract_text())
    for heading in ("一、甲", "二、乙", "（一）丙"):
        said = re.search(re.escape(heading) + r"\.+(\d+?)(?=\D|$)", first.replace("—1—", "—"))
        assert said is not None, first
        assert heading in squeezed(reader.pages[int(said[1]) - 1].extract_text())
    assert len(reader.pages[0]["/Annots"]) == 3  # type: ignore[arg-type]


def test_with_contents_every_word_is_there_once_too(tmp_path: Path) -> None:
    blocks: tuple[Block, ...] = (
        Title("专项资金绩效评价报告"),
        Heading(1, "一、评价情况"),
        Heading(2, "（一）依据及其很长的说明，一行写不下，要接着写到第二行里去才行"),
        para(SENTENCE * 3),
        Heading(3, "1.不列入目录"),
        funds(*grouped(6, 3), TableRow(("合计", "", "66.00"), "total"), group_columns=1),
        para("注：金额为合同金额。", "note"),
        Signature(("长沙市财政局", "2019年8月10日")),
        Annex("1", "评分表"),
        funds(*grouped(6, 3), landscape=True),
        Annex("2", "另一表"),
        funds(*grouped(6, 3)),
    )
    document = Document("报告", blocks, contents=True)
    write_pdf(document, tmp_path / "c.pdf", bundled_only=True)
    listed = ("目　录", "一、评价情况", blocks[2].text, "附件1　评分表", "附件2　另一表")  # type: ignore[union-attr]
    said = words(PdfReader(tmp_path / "c.pdf"))
    contents, body = re.split(r"(?<=\d)(?=专项资金绩效评价报告)", said, maxsplit=1)
    assert body == squeezed(text_of(document))
    assert re.sub(r"\.+\d", "", contents) == squeezed("".join(listed))
    assert re.findall(r"\.+(\d)", contents) == ["2", "2", "4", "5"]


def test_the_numbers_of_contents_stand_at_the_right_edge(tmp_path: Path) -> None:
    """Dots lead to them from just behind the words."""
    headings = [Heading(1, f"{mark}、{'很' * size}") for mark, size in (("一", 1), ("二", 8), ("三", 18))]
    write_pdf(Document("报告", tuple(headings), contents=True), tmp_path / "c.pdf", bundled_only=True)
    made = pypdfium2.PdfDocument(tmp_path / "c.pdf")
    page = made[0].get_textpage()
    text, right = page.get_text_range(), 184 * 72 / 25.4
    boxes = [page.get_charbox(at, loose=True) for at in range(len(text))]
    numbers = [found.start(1) for found in re.finditer(r"\.(2)", text)]
    ends = [boxes[at][2] for at in numbers]
    gaps = [boxes[found.start(1)][0] - boxes[found.start()][2] for found in re.finditer(r"很\s*(\.)", text)]
    made.close()
    assert ends == pytest.approx([right] * 3, abs=0.6)
    assert len(gaps) == 3 and all(1 <= gap <= 12 for gap in gaps)


def test_headings_stay_with_what_follows(tmp_path: Path) -> None:
    for count in range(18, 24):
        blocks = [para("行") for _ in range(count)]
        reader, _ = export(
            tmp_path, *blocks, Heading(1, "一、甲"), Heading(2, "（一）乙"), para(SENTENCE * 2)
        )
        page = next(page for page in reader.pages if "一、甲" in page.extract_text())
        assert "评价组核对" in page.extract_text(), count


def test_a_signature_is_never_alone_on_its_page(tmp_path: Path) -> None:
    for count in range(10, 22):
        blocks = [para("行") for _ in range(count)]
        reader, _ = export(
            tmp_path, *blocks, para(SENTENCE * 3), Signature(("长沙市财政局", "2019年8月10日"))
        )
        last = squeezed(reader.pages[-1].extract_text())
        assert "长沙市财政局2019年8月10日" in last
        assert not last.startswith("长沙市财政局"), count


def grouped(rows: int, size: int) -> list[TableRow]:
    return [TableRow((f"第{each // size}组", f"内容{each}", f"{each}.00")) for each in range(rows)]


def test_a_long_table_repeats_its_head_and_the_label_of_a_group(tmp_path: Path) -> None:
    rows = [*grouped(300, 100), TableRow(("合计", "", "44,850.00"), "total")]
    reader, _ = export(tmp_path, funds(*rows, group_columns=1))
    texts = [squeezed(page.extract_text()) for page in reader.pages]
    assert len(texts) > 5
    assert all("项目内容金额" in text for text in texts)
    assert all(re.search(r"第\d组", text) for text in texts)
    everything = words(reader)
    assert all(everything.count(f"内容{each}{each}.00") == 1 for each in range(100, 300))
    assert "资金总表" in texts[0] and "资金总表" not in texts[1]
    assert len(re.findall("内容", texts[-1])) >= 3, "the total does not stand alone"


def test_a_joined_sum_is_shown_once_even_where_a_page_ends(tmp_path: Path) -> None:
    rows = [
        TableRow(("甲", f"第{at}项", Cell("987.65" if not at else "", joined=at > 0))) for at in range(90)
    ]
    reader, _ = export(tmp_path, funds(*rows, group_columns=1))
    assert len(reader.pages) > 1
    assert words(reader).count("987.65") == 1


def test_figures_are_not_broken_in_narrow_columns(tmp_path: Path) -> None:
    columns = (Column("说明", 95), *(Column("金额", 1, "right") for _ in range(4)))
    figures = ("1,234,567.89", "88.33%", "0.00", "−12.30")
    reader, _ = export(tmp_path, Table("窄列", "万元", columns, (TableRow((SENTENCE, *figures)),)))
    drawn = [text for text, *_ in points(reader.pages[0])]
    assert all(any(figure in text for text in drawn) for figure in figures)


LONG = "很长的说明，" * 1700
SIXTY = tuple(Column(f"列{at}") for at in range(60))


@pytest.mark.parametrize(
    ("what", "table"),
    [
        ("a cell over several pages", funds(TableRow(("甲", LONG, "1.00")), TableRow(("乙", "短", "2.00")))),
        ("a long label", funds(*(TableRow((LONG, f"第{at}项", "1.00")) for at in range(3)), group_columns=1)),
        ("a long joined cell", funds(TableRow(("甲", LONG, "1")), TableRow(("乙", Cell(joined=True), "2")))),
        ("a long caption", funds(TableRow(("甲", "短", "1.00")), caption=LONG)),
        ("a long figure", funds(TableRow(("甲", "短", "9" * 10_000)), TableRow(("乙", "短", "2.00")))),
        ("a wide table", funds(TableRow(("甲", LONG, "1.00")), landscape=True)),
        ("a long head", Table("表", "", (Column(LONG), Column("乙")), (TableRow(("丙", "丁")),) * 2, 2)),
        ("no rows", funds()),
        ("many columns", Table("表", "", SIXTY, (TableRow(("值",) * 60),))),
        ("empty cells", Table("", "", (Column(""),), (TableRow(("",)),))),
    ],
)  # fmt: skip
def test_no_cell_is_too_long(tmp_path: Path, what: str, table: Table) -> None:
    document = Document("报告", (para("前文。"), table, para("后文。")))
    write_pdf(document, tmp_path / "t.pdf", bundled_only=True)
    reader = PdfReader(tmp_path / "t.pdf")
    everything = words(reader)
    for row in table.rows:
        for at in range(len(table.columns)):
            text = squeezed(row.cell(at).text)
            assert in_order(text, everything), what
            assert everything.count("说") >= text.count("说")
    assert everything.count("说") % 1700 == 0
    assert "后文。" in everything
    edge = 35 * 72 / 25.4 - 1
    for page in reader.pages:
        if not page.get("/Rotate"):
            assert all(y >= edge or "—" in text for text, _, y, _ in points(page)), what


def test_wide_tables_lie_on_turned_pages(tmp_path: Path) -> None:
    reader, _ = export(
        tmp_path, para("前"), Heading(1, "一、宽表"), funds(*grouped(60, 20), landscape=True), para("后")
    )
    turned = [page.get("/Rotate") for page in reader.pages]
    assert (turned[0], turned[-1], set(turned[1:-1])) == (0, 0, {90})
    assert "一、宽表" in reader.pages[1].extract_text()
    assert all(page.mediabox[2] < page.mediabox[3] for page in reader.pages)


CELLS = st.text(st.characters(codec="utf-8"), max_size=30) | st.sampled_from(
    ["1,234.50", "合计", "", "同一组"]
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=25),
    st.lists(st.sampled_from(["row", "row", "group", "subtotal", "total"]), min_size=25, max_size=25),
    st.integers(0, 3),
    st.booleans(),
)
def test_any_table_keeps_all_its_words(
    tmp_path: Path, cells: list[tuple[str, str, str]], roles: list, grouping: int, landscape: bool
) -> None:
    rows = [TableRow(each, role) for each, role in zip(cells, roles, strict=False)]
    reader, used = export(tmp_path, funds(*rows, group_columns=grouping, landscape=landscape))
    assert used.pages == len(reader.pages)
    shown = "".join(sorted(squeezed(text_of(Document("", (funds(*rows, group_columns=grouping),))))))
    assert in_order(shown, "".join(sorted(words(reader))))


def test_the_same_document_gives_the_same_bytes(tmp_path: Path) -> None:
    document = Document(
        "报告", (Title("报告"), para(SENTENCE + "𫖯"), funds(*grouped(50, 7), group_columns=1))
    )
    made = []
    for name in ("a.pdf", "b.pdf"):
        write_pdf(document, tmp_path / name, bundled_only=True, reproducible=True)
        made.append((tmp_path / name).read_bytes())
    assert made[0] == made[1]
    assert str(tmp_path).encode() not in made[0]
    assert b"resources" not in made[0]


def test_an_export_replaces_the_file_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "报告.pdf"
    path.write_bytes(b"old")
    write_pdf(Document("报告", (para("新"),)), path, bundled_only=True)
    assert path.read_bytes().startswith(b"%PDF-1.4")
    assert list(tmp_path.iterdir()) == [path]


def test_places_that_cannot_be_written_are_explained(tmp_path: Path) -> None:
    document = Document("报告", (para("正文"),))
    with pytest.raises(ExportError, match="文件夹.*不存在"):
        write_pdf(document, tmp_path / "没有" / "报告.pdf", bundled_only=True)
    (tmp_path / "占用.pdf").mkdir()
    with pytest.raises(ExportError, match="不能写入.*占用"):
        write_pdf(document, tmp_path / "占用.pdf", bundled_only=True)
    assert [each.name for each in tmp_path.iterdir()] == ["占用.pdf"]


def test_a_folder_without_permission_is_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, *_: object) -> None:
        raise PermissionError(13, "denied")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(ExportError, match="没有写入权限"):
        write_pdf(Document("报告", (para("正文"),)), tmp_path / "a.pdf", bundled_only=True)
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_became_read_only_is_explained_with_the_name_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, *_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system", str(self))

    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(ExportError, match="不能写入.*a.pdf”"):
        write_whole(tmp_path / "a.pdf", b"%PDF")


def test_progress_rises_to_the_end_and_stopping_keeps_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "报告.pdf"
    path.write_bytes(b"old")
    told: list[int] = []
    document = Document("报告", (funds(*grouped(200, 9), group_columns=1),))
    with pytest.raises(ExportCancelled, match="已取消"):
        write_pdf(document, path, bundled_only=True, progress=told.append, cancelled=lambda: len(told) > 3)
    assert path.read_bytes() == b"old"
    told.clear()
    write_pdf(document, path, bundled_only=True, progress=told.append)
    assert told == sorted(set(told))
    assert told[-1] == 100


def test_two_exports_at_once_do_not_disturb_each_other(tmp_path: Path) -> None:
    documents = [Document("报告", (para(text * 40),)) for text in ("资金合同", "绩效指标", "问题建议")]

    def write(at: int) -> None:
        write_pdf(documents[at], tmp_path / f"{at}.pdf", bundled_only=True)

    threads = [threading.Thread(target=write, args=(at,)) for at in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for at, document in enumerate(documents):
        assert words(PdfReader(tmp_path / f"{at}.pdf")) == squeezed(text_of(document))


def test_character_maps_write_rare_characters_as_surrogate_pairs() -> None:
    lines = unicode_map("F", [0, *range(0x4E00, 0x4E00 + 150), 0x2B5AF]).split("\n")
    assert "<97> <D86DDDAF>" in lines
    assert [line for line in lines if line.endswith("beginbfchar")] == ["100 beginbfchar", "51 beginbfchar"]


def test_digits_are_equally_wide_so_that_sums_stand_in_columns(tmp_path: Path) -> None:
    sums = ("1,111.11", "8,888.88", "−1,010.01")
    reader, _ = export(tmp_path, funds(*(TableRow(("甲", "乙", each)) for each in sums)))
    starts = {text: x for text, x, *_ in points(reader.pages[0]) if text in sums}
    assert starts["1,111.11"] == pytest.approx(starts["8,888.88"], abs=0.01)
    serif = next(made for name, made in embedded(reader).items() if "Serif" in name)
    widths = serif["/Widths"][ord("0") : ord("9") + 1]  # type: ignore[index]
    assert len({float(width) for width in widths}) == 1


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("绩效评价报告", ["绩效评价报告"]),
        (
            "2018年长沙市电子政务管理办公室 专项资金绩效评价报告",
            ["2018年长沙市电子政务管理办公室", "专项资金绩效评价报告"],
        ),
        (
            "长沙市财政局关于二〇一八年财政重点绩效评价的报告",
            ["长沙市财政局关于二〇一八", "年财政重点绩效评价的报告"],
        ),
        ("第一行\n第二行", ["第一行", "第二行"]),
    ],
)  # fmt: skip
def test_long_titles_are_broken_evenly(tmp_path: Path, title: str, lines: list[str]) -> None:
    reader, _ = export(tmp_path, Title(title))
    assert [text for text, *_, size in points(reader.pages[0]) if size == 22] == lines
