"""The pages of the help: all can be reached, nothing they name is missing, and what is sought is found."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image

from services.help_pages import (
    CONTENTS,
    ENGLISH,
    HelpPages,
    Page,
    load,
    pages_folder,
    picture,
)

INSERTS = {"keys": "| 做什么 | 快捷键 |\n| --- | --- |\n| 撤销 | Ctrl+Z |", "grid-keys": ""}
SMALL = 120_000


@pytest.fixture(scope="module")
def pages() -> HelpPages:
    return load(INSERTS)


@pytest.fixture(scope="module", params=["", ENGLISH], ids=["Chinese", "English"])
def edition(request: pytest.FixtureRequest) -> HelpPages:
    return load(INSERTS, request.param)


def test_every_page_stands_in_the_contents_once_under_the_title_it_bears(edition: HelpPages) -> None:
    files = {path.stem for path in pages_folder(edition.language).glob("*.md")} - {Path(CONTENTS).stem}
    names = [page.name for page in edition.pages]
    assert set(names) == files and len(names) == len(files)
    for page in edition.pages:
        assert page.text.startswith(f"# {page.title}\n"), page.name
        assert page.part, page.name


def test_every_link_leads_to_a_page_and_none_out_of_the_help(edition: HelpPages) -> None:
    for page in edition.pages:
        for target in page.links:
            assert target.endswith(".md") and target.removesuffix(".md") in edition, f"{page.name}: {target}"
        assert "http" not in page.text, page.name


def test_every_picture_named_is_there_and_small_and_every_one_there_is_named(edition: HelpPages) -> None:
    named = {name for page in edition.pages for name in page.pictures}
    there = {path.name for path in pages_folder(edition.language).joinpath("pictures").iterdir()}
    assert named == there
    for name in there:
        path = picture(name, edition.language)
        with Image.open(path) as image:
            assert image.mode == "P" and image.width <= 1366, name
        assert path.stat().st_size < SMALL, name


def outline(page: Page) -> list[object]:
    """What a page is made of, whatever its language: headings, lists, tables, pictures, links, keys."""
    lines = [re.match(r"#+ |- |\d+\. |\||!\[|\{\{", line) for line in page.text.splitlines()]
    marks = [found[0] for found in lines if found]
    keys = re.findall(r"`((?:Ctrl|Alt|Enter|Esc|Tab|Backspace|F\d)[+A-Z\d↑↓\\]*)", page.text)
    return [marks, list(page.pictures), sorted(page.links), sorted(set(keys))]


def test_both_editions_have_the_same_pages_and_these_are_made_of_the_same_parts(pages: HelpPages) -> None:
    english = load(INSERTS, ENGLISH)
    assert [page.name for page in english.pages] == [page.name for page in pages.pages]
    assert len({page.part for page in english.pages}) == len({page.part for page in pages.pages})
    for theirs, ours in zip(english.pages, pages.pages, strict=True):
        assert outline(theirs) == outline(ours), theirs.name


def test_both_editions_name_the_same_actions() -> None:
    def named(language: str, name: str) -> int:
        text = pages_folder(language).joinpath(f"{name}.md").read_text("utf-8")
        return len(re.findall("「[^」]+」", text))

    differing = [
        page.name for page in load(INSERTS).pages if named("", page.name) != named(ENGLISH, page.name)
    ]
    assert differing == []


def test_english_reads_the_text_of_an_action_in_quotation_marks() -> None:
    text = load(INSERTS, ENGLISH)["contracts"].text
    assert "“Add contract”" in text and "「" not in text


CHINESE = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
NAMES = re.compile(
    r"中文|张某某|政务云|预算执行率|全年结余|结余|单位：元|备份|＋|财预〔20\d\d〕\d+号|"
    "长沙市政府英文门户网站年度运维项目"
)
"""Chinese that the English pages name: of documents, of the sample, of what is typed."""


def test_the_english_edition_has_no_chinese_but_names_and_examples() -> None:
    for page in load(INSERTS, ENGLISH).pages:
        prose = re.sub(r"`[^`]*`|^\|.*\|$", "", page.text, flags=re.MULTILINE)
        assert page.name == "keys" or not CHINESE.search(NAMES.sub("", prose)), page.name
