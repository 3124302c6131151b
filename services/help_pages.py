"""The help: pages in Markdown under resources/help, their order, finding in them, and the printable whole.

The Chinese pages stand there themselves, those of another language in a folder of its code, with the same
names, sections and links.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from services import pinyin
from services.resources import resource

CONTENTS = "contents.md"
PICTURES = "pictures"
ENGLISH = "en"
_LINK = re.compile(r"^- \[(?P<title>[^\]]+)\]\((?P<name>[\w-]+)\.md\)$")
_INSERT = re.compile(r"^\{\{(?P<name>[\w-]+)\}\}$", re.MULTILINE)
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]*)\)")
_TO = re.compile(r"(?<!!)\[([^\]]+)\]\(([^)]+)\)")
_ACTION = re.compile("「([^」]+)」")
_SIGNS = re.compile(r"^#+ |^> |^- |^\d+\. |\*\*|`|\|?[-:]*-{3,}[-:|]*\|?")


def plain(line: str) -> str:
    """A line without the signs of Markdown; of a link its words stay, of a picture nothing."""
    return _SIGNS.sub("", _TO.sub(r"\1", _PICTURE.sub("", line)))


@dataclass(frozen=True, slots=True)
class Page:
    """One task: its file name without ending, its title, the part of the contents, its Markdown."""

    name: str
    title: str
    part: str
    text: str

    @property
    def pictures(self) -> tuple[str, ...]:
        """The file names of its pictures."""
        return tuple(target.rpartition("/")[2] for _, target in _PICTURE.findall(self.text))

    @property
    def links(self) -> tuple[str, ...]:
        """Where its links lead, as written."""
        return tuple(target for _, target in _TO.findall(self.text))

    def lines(self) -> Iterator[str]:
        """Its text as it is read, line by line, without the signs of Markdown."""
        found = (plain(line).replace("|", "　").strip() for line in self.text.splitlines())
        return (line for line in found if line)

    def parts(self) -> Iterator[tuple[str, str]]:
        """Every heading of the second level with the Markdown below it."""
        for piece in re.split(r"^## ", self.text, flags=re.MULTILINE)[1:]:
            head, _, below = piece.partition("\n")
            yield head.strip(), below.strip()


@dataclass(frozen=True, slots=True)
class Hit:
    """A page in which something was found: a line that shows it, and the words as they stand there."""

    page: Page
    line: str
    words: str


class HelpPages:
    """Every page of one language in the order of the contents."""

    def __init__(self, pages: tuple[Page, ...], language: str = "") -> None:
        self.pages, self.language = pages, language
        self._named = {page.name: page for page in pages}

    def __getitem__(self, name: str) -> Page:
        """The page of that name; KeyError if there is none."""
        return self._named[name]

    def __contains__(self, name: str) -> bool:
        return name in self._named

    def search(self, text: str) -> list[Hit]:
        """The pages that have every word, themselves or by pinyin initials; titles first, then headings."""
        words = text.lower().split()
        if not words:
            return []
        found = ((_found(page, words), at) for at, page in enumerate(self.pages))
        ranked = sorted((rank, at, hit) for each, at in found if each is not None for rank, hit in [each])
        return [hit for _, _, hit in ranked]


def _found(page: Page, words: list[str]) -> tuple[int, Hit] | None:
    lines = list(page.lines())
    headings = {head for head, _ in page.parts()}
    if not all(any(pinyin.found(word, line) for line in lines) for word in words):
        return None
    best = max(lines, key=lambda line: sum(pinyin.found(word, line) is not None for word in words))
    start, end = pinyin.found(words[0], best) or (0, 0)
    in_title = all(pinyin.found(word, page.title) for word in words)
    rank = 0 if in_title else 1 if best in headings else 2
    return rank, Hit(page, best, best[start:end])


def load(inserts: Mapping[str, str], language: str = "") -> HelpPages:
    """Read the pages of a language, "" for Chinese; `inserts` has the Markdown for each line `{{name}}`.

    The text of an action, in 「」 in the files of every language, is read in the quotation marks of its own.
    """
    where = pages_folder(language)
    pages: list[Page] = []
    part = ""
    for line in (where / CONTENTS).read_text("utf-8").splitlines():
        if line.startswith("## "):
            part = line[3:]
        elif (link := _LINK.match(line)) is not None:
            text = (where / f"{link['name']}.md").read_text("utf-8")
            whole = _INSERT.sub(lambda found: inserts[found["name"]], text)
            whole = _ACTION.sub(r"“\1”", whole) if language else whole
            pages.append(Page(link["name"], link["title"], part, whole))
    return HelpPages(tuple(pages), language)


def pages_folder(language: str = "") -> Path:
    """Where the pages of a language are."""
    return resource("help", language) if language else resource("help")


def picture(name: str, language: str = "") -> Path:
    """The file of a picture of the help; only a plain file name leads to one."""
    return pages_folder(language) / PICTURES / Path(name).name


def markdown_table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """A table in Markdown; a vertical line in a text would end its cell and is written as a code."""

    def line(cells: tuple[str, ...]) -> str:
        return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"

    return "\n".join([line(head), line(("---",) * len(head)), *map(line, rows)])


def guide(pages: HelpPages, pictures: str) -> str:
    """The printable whole: every page under its part, links within it, pictures from that folder."""
    said = ["# 绩衡使用指南", "由帮助的各页合成（`packaging/make_guide.py`）；要改请改 `resources/help`。"]
    part = ""
    for page in pages.pages:
        if page.part != part:
            part = page.part
            said.append(f"## {part}")
        deeper = re.sub(r"^(#+) ", r"##\1 ", page.text, flags=re.MULTILINE)
        deeper = _PICTURE.sub(lambda found: f"![{found[1]}]({pictures}/{Path(found[2]).name})", deeper)
        said.append(_TO.sub(lambda found: _within(pages, found[1], found[2]), deeper).strip())
    return "\n\n".join(said) + "\n"


def _within(pages: HelpPages, words: str, target: str) -> str:
    name = target.removesuffix(".md")
    return f"[{words}](#{_anchor(pages[name].title)})" if name in pages else f"[{words}]({target})"


def _anchor(title: str) -> str:
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")
