"""The tables of a Word document: merged cells, the words before each table, and tables cut by pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from models.sayings import saying
from models.untidy.grid import Cell, Grid, bare
from services.errors import UserProblem
from services.workbook_archive import check_document

WORDS_BEFORE = 3
COLUMN_LIMIT = 200
CELL_LIMIT = 1_000_000


def word_tables(path: Path) -> list[Grid]:
    """The tables in their order; those that follow each other under the same head are one table.

    Raises UserProblem for what is no Word document, is damaged, or is too big to be one.
    """
    check_document(path)
    import docx

    try:
        body = docx.Document(str(path)).element.body
        found = list(_tables(body, path.stem))
    except UserProblem:
        raise
    except Exception as error:  # lxml, zipfile and python-docx each have their own for a damaged file
        said = saying("“{0}”不是完整的 Word 文档。请用 Word 或 WPS 打开并另存为 .docx 再导入", path.name)
        raise UserProblem(said) from error
    return _joined(found)


@dataclass(frozen=True, slots=True)
class _Table:
    grid: Grid
    follows: bool
    """Whether nothing but empty lines stands between it and the table before."""


def _tables(body: Any, stem: str) -> Iterator[_Table]:
    words: list[str] = []
    number, follows = 0, False
    for element in body.iterchildren():
        tag = _tag(element)
        if tag == "p":
            text = _paragraph(element).strip()
            words = [*words, text][-WORDS_BEFORE:] if text else words
            follows = follows and not text
        elif tag == "tbl":
            number += 1
            yield _Table(_grid(element, f"表 {number}", (stem, *words)), follows)
            follows = True


def _tag(element: Any) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _paragraph(element: Any) -> str:
    parts = []
    for each in element.iter():
        tag = _tag(each)
        if tag == "t":
            parts.append(each.text or "")
        elif tag in ("br", "cr"):
            parts.append("\n")
        elif tag == "tab":
            parts.append("\t")
    return "".join(parts)


def _grid(table: Any, name: str, around: tuple[str, ...]) -> Grid:
    rows: list[tuple[str, ...]] = []
    covered: dict[Cell, Cell] = {}
    open_at: dict[int, Cell] = {}
    cells = 0
    for at, row in enumerate(each for each in table.iterchildren() if _tag(each) == "tr"):
        texts: list[str] = [""] * _number(row, "trPr", "gridBefore", 0)
        for cell in (each for each in row.iterchildren() if _tag(each) == "tc"):
            column, span = len(texts), max(1, _number(cell, "tcPr", "gridSpan", 1))
            if column + span > COLUMN_LIMIT:
                raise UserProblem(saying("{0}有 {1} 列以上，不像表格。请核对文档", name, column + span))
            merge = _merge(cell)
            start = open_at.get(column) if merge == "continue" else None
            if start is None:
                start = (at, column)
                texts.append("\n".join(_paragraph(p) for p in cell.iterchildren() if _tag(p) == "p").strip())
            else:
                texts.append("")
            texts += [""] * (span - 1)
            for place in range(column, column + span):
                if (at, place) != start:
                    covered[at, place] = start
                open_at.pop(place, None)
            if merge:
                open_at[column] = start
        cells += len(texts)
        if cells > CELL_LIMIT:
            raise UserProblem(saying("{0}太大。请拆分，或另存为 .xlsx 再导入", name))
        rows.append(tuple(texts))
    return Grid(name, tuple(rows), covered, around=around)


def _property(element: Any, block: str, name: str) -> Any:
    for each in element.iterchildren():
        if _tag(each) == block:
            return next((one for one in each.iterchildren() if _tag(one) == name), None)
    return None


def _attribute(element: Any) -> str:
    return next((str(value) for key, value in element.attrib.items() if key.endswith("}val")), "")


def _number(element: Any, block: str, name: str, otherwise: int) -> int:
    found = _property(element, block, name)
    text = _attribute(found) if found is not None else ""
    return min(int(text), COLUMN_LIMIT + 1) if text.isdecimal() and text.isascii() else otherwise


def _merge(cell: Any) -> str:
    """ "restart", "continue", or nothing for a cell of its own."""
    found = _property(cell, "tcPr", "vMerge")
    return "" if found is None else _attribute(found) or "continue"


def _joined(tables: list[_Table]) -> list[Grid]:
    grids: list[Grid] = []
    for table in tables:
        if grids and table.follows and _head(grids[-1]) == _head(table.grid) != ():
            grids[-1] = _together(grids[-1], table.grid)
        else:
            grids.append(table.grid)
    return grids


def _head(grid: Grid) -> tuple[str, ...]:
    texts = tuple(bare(text) for text in grid.rows[0]) if grid.rows else ()
    while texts and not texts[-1]:
        texts = texts[:-1]
    return texts


def _together(one: Grid, other: Grid) -> Grid:
    """Both as one grid; the head that is repeated stays in, as a row that names its columns again."""
    down = len(one.rows)
    covered = {(row + down, column): (to + down, at) for (row, column), (to, at) in other.covered.items()}
    places = tuple(grid.place(row) for grid in (one, other) for row in range(len(grid.rows)))
    return replace(one, rows=one.rows + other.rows, covered={**one.covered, **covered}, places=places)
