"""The pages of the help: all can be reached, nothing they name is missing, and what is sought is found."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image

from services.help_pages import CONTENTS, HelpPages, Page, guide, load, markdown_table, picture
from services.resources import resource

INSERTS = {"keys": "| 做什么 | 快捷键 |\n| --- | --- |\n| 撤销 | Ctrl+Z |", "grid-keys": ""}
SMALL = 120_000


@pytest.fixture(scope="module")
def pages() -> HelpPages:
    return load(INSERTS)


def test_every_page_stands_in_the_contents_once_under_the_title_it_bears(pages: HelpPages) -> None:
    files = {path.stem for path in resource("help").glob("*.md")} - {Path(CONTENTS).stem}
    names = [page.name for page in pages.pages]
    assert set(names) == files and len(names) == len(files)
    for page in pages.pages:
        assert page.text.startswith(f"# {page.title}\n"), page.name
        assert page.part, page.name


def test_every_link_leads_to_a_page_and_none_out_of_the_help(pages: HelpPages) -> None:
    for page in pages.pages:
        for target in page.links:
            assert target.endswith(".md") and target.removesuffix(".md") in pages, f"{page.name}: {target}"
        assert "http" not in page.text, page.name


def test_every_picture_named_is_there_and_small_and_every_one_there_is_named(pages: HelpPages) -> None:
    named = {name for page in pages.pages for name in page.pictures}
    there = {path.name for path in resource("help", "pictures").iterdir()}
    assert named == there
    for name in there:
        with Image.open(picture(name)) as image:
            assert image.mode == "P" and image.width <= 1366, name
        assert picture(name).stat().st_size < SMALL, name


@pytest.mark.parametrize(
    ("typed", "first", "words"),
    [
        ("公开版", "versions", "公开版"),
        ("gkb", "versions", "公开版"),
        ("ZBTX", "standards", "指标体系"),
        ("续签", "contracts", "续签"),
        ("f8", "findings", "F8"),
        ("签到 重名", "papers", "签到"),
        ("jsjg 没有的词", None, ""),
        ("  ", None, ""),
    ],
)
def test_what_is_sought_is_found_by_words_and_by_initials(
    pages: HelpPages, typed: str, first: str | None, words: str
) -> None:
    hits = pages.search(typed)
    assert (hits[0].page.name if hits else None) == first
    if hits:
        assert hits[0].words == words and words in hits[0].line


def test_titles_come_before_headings_and_headings_before_text() -> None:
    made = HelpPages(
        tuple(
            Page(name, title, "部", text)
            for name, title, text in (
                ("a", "甲", "# 甲\n\n说到导出。"),
                ("b", "乙", "# 乙\n\n## 导出\n\n怎样做。"),
                ("c", "导出", "# 导出\n\n别的。"),
            )
        )
    )
    assert [hit.page.name for hit in made.search("导出")] == ["c", "b", "a"]


def test_signs_of_markdown_are_not_read() -> None:
    page = Page(
        "a",
        "甲",
        "",
        "# 甲\n\n![图](pictures/a.png)\n\n- **粗** `F2` [乙](b.md)\n\n| 左 | 右 |\n| --- | --- |",
    )
    assert list(page.lines()) == ["甲", "粗 F2 乙", "左 　 右"]


def test_the_guide_has_every_page_one_below_the_other(pages: HelpPages) -> None:
    text = guide(pages, "../p")
    heads = [line for line in text.splitlines() if line.startswith("### ")]
    assert heads == [f"### {page.title}" for page in pages.pages]
    anchors = {re.sub(r"[^\w\- ]", "", line.lstrip("# ").lower()).replace(" ", "-") for line in heads}
    assert set(re.findall(r"\]\(#([^)]*)\)", text)) <= anchors
    assert "](../p/contracts.png)" in text and "](pictures/" not in text and ".md)" not in text


def test_a_vertical_line_does_not_end_a_cell() -> None:
    assert markdown_table(("甲",), [("a|b",)]).splitlines()[2] == "| a&#124;b |"
