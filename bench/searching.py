"""Finding anywhere in a large project, beside Python looking through the same texts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bench.filling import PERSON, large_project
from bench.measuring import Pair, Sizes
from models.schema import SCHEMA
from models.search import Query, SearchIndex
from services import pinyin
from services.project import Project
from services.workspace import Workspace

WANTED = (
    ("记-0097", "凭证号"),
    ("2018.5.9", "日期"),
    ("1.0079", "金额"),
    ("dxyzb", "拼音首字母"),
    ("2018", "每行都有"),
)


def pairs(sizes: Sizes, folder: Path) -> Iterator[Pair]:
    """The index made, searched, and made to follow one edited row."""
    path = large_project(folder / "search.jiheng", sizes.payments)
    workspace = Workspace(Project.open(path, person=PERSON))
    records = workspace.records
    texts = [
        records.shown(name, field, row)
        for name, table in SCHEMA.items()
        for row in records.live(name)
        for field in table.fields
        if not field.table
    ]
    index = SearchIndex(records, SCHEMA, pinyin.initials)
    rows = sum(len(records.all(name)) for name in SCHEMA)
    yield Pair(
        f"查找索引建立（{rows:,} 行）",
        "Python 逐格 casefold",
        lambda: _through(SearchIndex(records, SCHEMA, pinyin.initials)),
        lambda: [text.casefold() for text in texts],
    )
    _through(index)
    for wanted, what in WANTED:
        yield Pair(
            f"全项目查找“{wanted}”（{what}，{rows:,} 行）",
            "Python 逐格找同样的文字",
            lambda wanted=wanted: list(index.search(Query.of(wanted))),  # type: ignore[misc]
            lambda wanted=wanted: [text for text in texts if wanted in text.casefold()],  # type: ignore[misc]
        )
    changed = {"payment": {records.all("payment")[-1]["id"]}}
    yield Pair(
        f"改一行后再查找（{rows:,} 行）",
        "Python 逐格找同样的文字",
        lambda: (index.follow(records, changed), list(index.search(Query.of(WANTED[0][0])))),
        lambda: [text for text in texts if WANTED[0][0] in text.casefold()],
    )
    workspace.close()


def _through(index: SearchIndex) -> None:
    for steps in (index.build(), index.spell()):
        for _ in steps:
            pass
