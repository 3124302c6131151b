"""Charts in PDF and Word: every word in them, on one page with their caption, the same bytes each time."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from PIL import Image
from pypdf import PdfReader

from models.dates import Span
from models.report.blocks import Bar, Chart, Document, Due, Level, Paid, clean, para, text_of
from services.exporting.docx import write_docx
from services.exporting.pdf import write_pdf

YEAR = Span(date(2018, 1, 1), date(2018, 12, 31))
SCORES = Chart(
    "一级指标得分情况图",
    "bars",
    (
        Bar("A　项目决策", "12.50 / 20.00", None, Fraction(20), Fraction("12.5")),
        Bar("B　项目管理", "— / 30.00　未评", None, Fraction(30), None),
        Bar("合计", "12.50 / 50.00", None, total=True),
    ),
    "框为分值，实为得分",
    ("另有一项说明。",),
)
PAYMENTS = Chart(
    "合同付款进度图",
    "time",
    (
        Level("合同金额", "610.61", Fraction("610.61")),
        Paid("2018年付款350.80", "累计350.80", YEAR, Fraction("350.8")),
        Due(
            "合同签订后", "2018年10月　315.00　条件已成就", Span(date(2018, 10, 1), date(2018, 10, 31)), True
        ),
    ),
    "线为累计付款　单位：万元",
    ("另有19条付款条款没有应付日期和条件成就日期，未画出。",),
)
HOSTILE = [
    "<b>未闭合",
    "A&B <5 &amp;",
    "字" * 10_000,
    "反\u202e转",
    "😀笑脸",
    ") Tj ET (注入",
    "两\n行",
    "\x00\ud800",
]


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def pdf(tmp_path: Path, *charts: Chart, before: int = 0) -> list[str]:
    """The words of each page without blanks."""
    path = tmp_path / "图.pdf"
    blocks = (*(para("前文。") for _ in range(before)), *charts)
    write_pdf(Document("图", blocks), path, bundled_only=True, reproducible=True)
    return [squeezed(page.extract_text()) for page in PdfReader(path).pages]


def pictures(path: Path) -> list[tuple[str, Image.Image, tuple[int, int]]]:
    """The words, the pixels and the size in EMU of each picture of a Word file."""
    made = docx.Document(str(path))
    found = []
    for inline in made.element.iter(qn("wp:inline")):
        part = made.part.related_parts[next(inline.iter(qn("a:blip"))).get(qn("r:embed"))]
        size = (int(inline.extent.cx), int(inline.extent.cy))
        found.append((inline.docPr.get("descr"), Image.open(BytesIO(part.blob)), size))
    return found


@pytest.mark.parametrize("chart", [SCORES, PAYMENTS], ids=["bars", "time"])
def test_every_word_of_a_chart_is_in_the_pdf(tmp_path: Path, chart: Chart) -> None:
    (page,) = pdf(tmp_path, chart)
    for line in text_of(Document("", (chart,))).split("\n"):
        assert all(squeezed(word) in page for word in line.split("\t"))


@pytest.mark.parametrize("before", range(0, 24, 3))
def test_a_chart_is_never_parted_from_its_caption(tmp_path: Path, before: int) -> None:
    pages = pdf(tmp_path, SCORES, before=before)
    held = [page for page in pages if "12.50" in page or SCORES.caption in page]
    assert len(held) == 1 and "另有一项说明" in held[0] and "12.50/50.00" in held[0]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_names_are_only_text(tmp_path: Path, text: str) -> None:
    chart = Chart(text[:40], "bars", (Bar(text, "1.00", None, Fraction(1), Fraction(1)),), text, (text,))
    page = "".join(pdf(tmp_path, chart))
    assert squeezed(clean(text))[:20] in page and "1.00" in page
    write_docx(Document("图", (chart,)), tmp_path / "图.docx")
    ((alt, _, _),) = pictures(tmp_path / "图.docx")
    assert squeezed(clean(text))[:20] in squeezed(alt)


def test_a_chart_stands_in_word_as_a_picture_in_its_real_size_with_its_words(tmp_path: Path) -> None:
    path = tmp_path / "图.docx"
    write_docx(Document("图", (SCORES, para("其间。"), PAYMENTS)), path)
    made = docx.Document(str(path))
    styles = [each.style.name for each in made.paragraphs]
    assert styles[:2] == ["Caption", "图"] and styles[3:5] == ["Caption", "图"]
    assert [each.text for each in made.paragraphs if each.style.name == "Caption"] == [
        SCORES.caption,
        PAYMENTS.caption,
    ]
    for (alt, image, (wide, high)), chart in zip(pictures(path), (SCORES, PAYMENTS), strict=True):
        assert alt == chart.alt
        assert round(wide / 36_000, 1) == 156.0
        assert image.width == pytest.approx(wide / 914_400 * 300, abs=2)
        assert image.height == pytest.approx(high / 914_400 * 300, abs=2)
    numbers = [each.get("id") for each in made.element.iter(qn("wp:docPr"))]
    assert len(set(numbers)) == 2


def test_the_same_charts_give_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for _ in range(2):
        pdf(tmp_path, SCORES, PAYMENTS)
        write_docx(Document("图", (SCORES, PAYMENTS)), tmp_path / "图.docx")
        made.append([(tmp_path / name).read_bytes() for name in ("图.pdf", "图.docx")])
    assert made[0] == made[1]
