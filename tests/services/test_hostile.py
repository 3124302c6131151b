"""Texts made to harm: in every block and every field, through every writer, they come out as text alone."""

from __future__ import annotations

import functools
import json
import re
import socket
import subprocess
import unicodedata
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from openpyxl import load_workbook
from pypdf import PdfReader

from models.fields import Field, Kind
from models.records import Records
from models.report.blocks import (
    Annex,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Paragraph,
    Run,
    Signature,
    Table,
    TableRow,
    Title,
    clean,
    text_of,
)
from models.schema import SCHEMA
from services.exporting.docx import write_docx
from services.exporting.outputs import REPORT_WRITERS, WRITERS, export_file
from services.exporting.pdf import write_pdf
from tests.services.test_report_pdf import sample_records

HOSTILE = {
    "markup": "<b>未闭合&amp;&lt; A&B <5",
    "a picture to fetch": "<img src=http://x.invalid/a.png/><a href='file:///etc/passwd'>链接</a>",
    "a formula": "=cmd|' /C calc'!A0",
    "formulas by other signs": "@SUM(1+1)*cmd|' /C calc'!A0",
    "a field of Word": '{ INCLUDETEXT "/etc/passwd" } { DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe }',
    "operators of PDF": ") Tj ET (注入 \\101\\) endstream endobj",
    "parts of XML": "]]></w:t></w:r><!--&#0;<?xml version='1.0'?><!DOCTYPE a>",
    "a template": "{{ 7*7 }} ${7*7} %s %(x)s {0} [[[__import__('os').system('id')]]]",
    "signs that turn the direction": "金额\u202e00.1\u202c\u200f\u2066与\u2069其他\u200b",
    "control characters": "零\x00控\x0b制\x1b字\x7f\ud800完\ufffe\uffff",
    "a word of ten thousand letters": "W" * 10_000,
    "a cell of ten thousand characters": "很长的说明，" * 1_667,
    "emoji": "完成😀👨‍👩‍👧🏳️‍🌈",
    "rare characters": "𠮷𬭎𫖯㙍\u0378\ue123\U0003ffff",
    "combining marks": "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍ͅA",
    "words from the right": "שלום العربية",
}
EVERY = pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)


@pytest.fixture(autouse=True)
def no_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing may be fetched or run."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a writer tried to reach something outside")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(subprocess, "Popen", refuse)


def everywhere(text: str) -> Document:
    """The text in every field of every block."""
    source = (text, text, text)
    columns = (Column(text), Column(text, align="right"), Column(text, align="center"))
    rows = (
        TableRow((text, Cell(text, source), Cell(text, text, align="left")), "group"),
        TableRow((text, Cell(text, source), Cell(text, text))),
        TableRow((text, Cell(text, source), Cell(text, text, joined=True))),
        TableRow((Cell(text, span=2), "", text), "subtotal"),
        TableRow((text, text, text), "total"),
    )
    styles: Any = ("body", "lead", "note", "right", "caption", "center")
    blocks: list[Block] = [Title(text), *(Heading(level, text, text) for level in (1, 2, 3))]
    blocks += [Paragraph((Run(text, source), Run(text, text, bold=True)), style) for style in styles]
    blocks += [Table(text, text, columns, rows, 1), Table(text, text, columns, rows, landscape=True)]
    blocks += [Table(text, text, columns, rows, headless=True), Signature((text, text)), Annex(text, text)]
    return Document(text, tuple(blocks), subject=text, keywords=(text, text), author=text, contents=True)


def letters(text: str) -> Counter[str]:
    """How often each visible character stands in a text."""
    return Counter(char for char in text if not char.isspace())


def printed(path: Path) -> str:
    """The text of a PDF."""
    made = pypdfium2.PdfDocument(path)
    text = "".join(page.get_textpage().get_text_range() for page in made)
    made.close()
    return text


@EVERY
def test_a_pdf_shows_it_and_does_nothing(text: str, tmp_path: Path) -> None:
    path = tmp_path / "报告.pdf"
    document = everywhere(text)
    used = write_pdf(document, path, bundled_only=True)
    assert not letters(text_of(document)) - letters(printed(path))
    reader = PdfReader(path)
    raw = path.read_bytes()
    assert not re.search(rb"/(URI|Launch|JavaScript|JS|GoToR|SubmitForm|AA|OpenAction|EmbeddedFile)\b", raw)
    assert not re.search(rb"/Subtype\s*/Image", raw)
    assert reader.metadata is not None
    assert "".join((reader.metadata.title or "").split()) == "".join(clean(text).split())
    known = {each.character for each in used.missing}
    assert all(f"U+{ord(char):04X}" in used.sentences()[-1] for char in list(known)[:20])


@EVERY
def test_a_word_file_shows_it_and_does_nothing(text: str, tmp_path: Path) -> None:
    path = tmp_path / "报告.docx"
    document = everywhere(text)
    write_docx(document, path)
    made = docx.Document(path)
    shown = letters("".join(each.text or "" for each in made.element.iter(qn("w:t"))))
    assert not letters(text_of(document)) - shown
    codes = {(each.text or "").split()[0] for each in made.element.iter(qn("w:instrText"))}
    assert codes == {"TOC", "PAGEREF"}
    with zipfile.ZipFile(path) as file:
        parts = {name: file.read(name).decode() for name in file.namelist()}
    assert not [name for name, part in parts.items() if name.endswith(".rels") and "External" in part]
    assert not [name for name in parts if re.search("media|embed|macro|vba", name)]
    assert not [name for name, part in parts.items() if re.search("<!DOCTYPE|<!ENTITY", part)]


STEERING = ("formula", "condition", "parameters", "key", "code", "source_formula")
"""Fields whose text the program works with."""


@functools.cache
def poisoned(text: str) -> Records:
    """The sample with the text behind every word that a person typed."""
    sample = sample_records()

    def spoilt(field: Field, value: Any) -> Any:
        typed = field.kind in (Kind.TEXT, Kind.LONGTEXT) and field.name not in STEERING
        return f"{value or ''}{text}" if typed else value

    return Records(
        {
            name: [
                {**row, **{field.name: spoilt(field, row[field.name]) for field in table.fields}}
                for row in sample.all(name)[:6]
            ]
            for name, table in SCHEMA.items()
        }
    )


TYPED = ("a picture to fetch", "a formula", "control characters", "rare characters")


@pytest.mark.parametrize("text", [HOSTILE[name] for name in TYPED], ids=TYPED)
@pytest.mark.parametrize(("what", "ending"), [*WRITERS, *(("report", each) for each in REPORT_WRITERS)])
def test_every_export_of_every_field_is_text(what: str, ending: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / f"文件{ending}"
    said = export_file(poisoned(text), path, what, source=tmp_path / "项目.jiheng")
    assert said.startswith("已导出")
    wanted = "".join(clean(text).split())[:12]
    if ending == ".json":
        assert json.loads(path.read_text("utf-8", "surrogatepass"))
    elif ending == ".xlsx":
        cells = [cell for sheet in load_workbook(path) for row in sheet.iter_rows() for cell in row]
        assert not [cell for cell in cells if cell.data_type == "f" and "cmd" in str(cell.value)]
        assert not [cell for cell in cells if cell.hyperlink]
        assert any(wanted in "".join(str(cell.value).split()) for cell in cells)
    elif ending == ".docx":
        words = "".join(each.text or "" for each in docx.Document(path).element.iter(qn("w:t")))
        assert wanted in "".join(words.split())
    else:
        assert not letters(wanted) - letters(printed(path))
    if text == HOSTILE["rare characters"] and ending in (".pdf", ".docx"):
        assert "缺字" in said
        assert "U+0378 未分配的字符" in said and "U+E123 自造字" in said
        assert unicodedata.name("𠮷") in said


def test_very_many_missing_characters_are_counted(tmp_path: Path) -> None:
    text = "".join(map(chr, range(0x1F600, 0x1F650)))
    used = write_pdf(everywhere(text), tmp_path / "a.pdf", bundled_only=True)
    assert used.sentences()[-1].endswith("等 80 个字符")
    assert used.sentences()[-1].count("U+") == 20
