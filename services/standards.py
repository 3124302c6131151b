"""The library of indicator frames: those shipped with the program and those that this person saved."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from models import kinds
from models.fields import Field, Row
from models.kinds import one_line
from models.records import Records
from models.sayings import listing, saying, sentence_of, word
from models.schema import SCHEMA
from models.standard import CARRIED, Entry, Standard, compare, from_rows, of_project
from services import importing, settings
from services.errors import UserProblem
from services.exchange import ROW_ID, VOID_REASON, header_of, id_header_of, plain
from services.importing.columns import is_continuation, table_of
from services.project import Edit
from services.resources import resource
from services.sheets import Sheet, read_sheets

__all__ = [
    "ABOUT", "ABOUT_HEADER", "Listed", "Standard", "apply", "catalogue", "compare", "discard", "keep", "load",
    "of_project", "own_folder", "read", "sheets",
]  # fmt: skip

ABOUT = "指标体系"
"""The sheet of a standard's workbook that says what it is."""

ABOUT_HEADER = ("名称", "文号", "评价类型", "说明")
SHIPPED, CATALOGUE, ENDING = "standards", "catalogue", ".xlsx"
NAMED_BAD = 5
FILE_NAME_LENGTH = 80

_INDICATOR = SCHEMA["indicator"]
_NOT_IN_FILE_NAMES = re.compile(r'[<>:"/\\|?*\s]+')


@dataclass(frozen=True, slots=True)
class Listed:
    """A standard as the library lists it; `fault` says why the file of a person's own cannot be read."""

    id: str
    title: str
    document: str
    kind: str
    remark: str
    path: Path
    own: bool = False
    fault: str = ""


def own_folder() -> Path:
    """Where this person's standards are kept: beside the settings, so JIHENG_SETTINGS moves both."""
    return settings.default_path().parent / SHIPPED


def catalogue() -> tuple[Listed, ...]:
    """Every standard there is: the shipped ones, then this person's own by name."""
    return (*_shipped(), *_own())


def _shipped() -> Iterator[Listed]:
    folder = resource(SHIPPED)
    (about,) = read_sheets(folder / f"{CATALOGUE}.csv")
    for row in about.rows:
        identity, title, document, kind, remark = _padded(row, 1 + len(ABOUT_HEADER))
        yield Listed(identity, title, document, kind, remark, folder / f"{identity}.csv")


def _own() -> Iterator[Listed]:
    files = own_folder().glob(f"*{ENDING}")
    for path in sorted(file for file in files if not file.name.startswith(("~", "."))):
        try:
            found = read(path)
        except UserProblem as problem:
            yield Listed(path.stem, path.stem, "", "", "", path, True, sentence_of(problem))
            continue
        yield Listed(found.id, found.title, found.document, found.kind, found.remark, path, True)


def load(name: str) -> Standard:
    """The standard of that id or title; UserProblem listing what there is where none or several fit."""
    word, known = plain(name), catalogue()
    hits = [each for each in known if plain(each.id) == word]
    hits = hits or [each for each in known if word in (plain(each.title), plain(each.document + each.title))]
    if len(hits) != 1:
        listed = "；".join(f"{each.id}　{each.document}{each.title}" for each in hits or known)
        said = saying("有几个都叫这个名称，请改用编号") if hits else saying("没有这个名称")
        raise UserProblem(saying("指标体系“{0}”：{1}。可用：{2}", kinds.short(name), said, listed))
    (hit,) = hits
    found = read(hit.path)
    return replace(found, id=hit.id, title=hit.title, document=hit.document, kind=hit.kind,
                   remark=hit.remark, own=hit.own)  # fmt: skip


def read(path: Path) -> Standard:
    """The standard in a workbook or CSV file; any project's exported workbook will do.

    UserProblem where the file holds no indicator table, or a wrong cell.
    """
    given = read_sheets(path)
    tables = [sheet for sheet in given if table_of(sheet) is _INDICATOR]
    if not tables and len(given) == 1:
        tables = [replace(given[0], name=_INDICATOR.label)]
    if not tables:
        raise UserProblem(
            saying("“{0}”里没有“{1}”工作表，不是指标体系。请换一个文件", path.name, word(_INDICATOR.label))
        )
    endings = [sheet for sheet in given if is_continuation(sheet)]
    rows = _rows(path, [_definition(tables[0]), *endings])
    about = next((row for sheet in given if plain(sheet.name) == ABOUT for row in sheet.rows[:1]), ())
    title, document, kind, remark = _padded(about, len(ABOUT_HEADER))
    return Standard(path.stem, title or path.stem, document, kind, remark, from_rows(rows), own=True)


def _padded(row: Sequence[str], length: int) -> list[str]:
    return [one_line(cell) for cell in (*row, *[""] * length)[:length]]


def _definition(sheet: Sheet) -> Sheet:
    """The sheet without the columns that say what was found out about an indicator."""
    parent = _INDICATOR.field("parent")
    fields = (parent, *map(_INDICATOR.field, CARRIED))
    names = {id_header_of(parent), ROW_ID, VOID_REASON, "id"}
    names |= {name for field in fields for name in (field.label, field.name)}
    words = set(map(plain, names))
    kept = [at for at, header in enumerate(sheet.header) if plain(header) in words]

    def cells(row: Sequence[str]) -> tuple[str, ...]:
        return tuple(row[at] if at < len(row) else "" for at in kept)

    return Sheet(sheet.name, cells(sheet.header), tuple(map(cells, sheet.rows)))


def _rows(path: Path, given: Sequence[Sheet]) -> tuple[Row, ...]:
    plan = importing.plan(Records({}), given)
    if plan.bad:
        more = saying("（共 {0} 处）", len(plan.bad)) if len(plan.bad) > NAMED_BAD else ""
        told = listing((bad.said for bad in plan.bad[:NAMED_BAD]), between="；")
        raise UserProblem(saying("“{0}”不能用作指标体系{1}：{2}", path.name, more, told))
    blank = {"void_reason": None, **{field.name: None for field in _INDICATOR.fields}}
    made = [
        {**blank, **change.values, "id": change.row_id, "position": f"{number:09}"}
        for number, change in enumerate(plan.changes)
        if change.table == _INDICATOR.name
    ]
    if not made:
        raise UserProblem(saying("“{0}”的指标表是空的。请换一个文件", path.name))
    return Records({_INDICATOR.name: made}).live(_INDICATOR.name)


def sheets(standard: Standard) -> list[Sheet]:
    """The standard as the sheets of a new project, its rows under ids of their own."""
    ids = {entry.id: importing.planning.new_row_id() for entry in standard.entries}
    fields = [_INDICATOR.field(name) for name in CARRIED]
    parent = _INDICATOR.field("parent")
    header = (*map(header_of, fields), header_of(parent), id_header_of(parent), ROW_ID)
    rows = []
    for entry in standard.entries:
        above = ids[entry.parent] if entry.parent is not None else ""
        rows.append((*(_cell(field, entry) for field in fields), above, above, ids[entry.id]))
    origin = SCHEMA["project"].field("framework")
    project = Sheet(SCHEMA["project"].label, (header_of(origin),), ((one_line(standard.origin),),))
    return [project, Sheet(_INDICATOR.label, header, tuple(rows))]


def _cell(field: Field, entry: Entry) -> str:
    value = kinds.exchange(field, entry.values.get(field.name))
    return "" if value is None else str(value)


def refuse_two_tables(standard: Standard, given: Iterable[Sheet]) -> None:
    """UserProblem where a workbook brings indicators of its own beside the standard's."""
    for sheet in given:
        if table_of(sheet) is _INDICATOR and sheet.rows:
            raise UserProblem(
                saying(
                    "工作簿里的“{0}”表已有 {1} 行，又选了指标体系“{2}”。"
                    "请去掉其中一个：不加 --standard，或先清空工作簿里的这张表",
                    sheet.name,
                    len(sheet.rows),
                    standard.title,
                )
            )


def apply(
    edit: Edit, records: Records, standard: Standard, branch: str | None = None, *, anew: bool = False
) -> list[str]:
    """Put the standard's indicators, or one branch of them, into a project and give the ids of the new rows.

    A branch goes under the indicators of the same names as those above it, which are made where the
    project has none. With `anew` the project's whole table is deleted first. Nothing is judged yet.
    """
    if anew:
        for row in records.all("indicator"):
            if edit.row("indicator", row["id"]) is not None:
                edit.delete("indicator", row["id"])
    entries = standard.entries if branch is None else standard.under(branch)
    places: dict[str | None, str | None] = {None: None}
    made: list[str] = []
    if branch is not None:
        made += _place_above(edit, Records({}) if anew else records, standard, branch, places)
    for entry in entries:
        above = places[entry.parent]
        places[entry.id] = edit.insert("indicator", {**entry.values, "parent": above})
        made.append(str(places[entry.id]))
    if branch is None:
        for project in records.all("project")[:1]:
            edit.update("project", project["id"], {"framework": one_line(standard.origin)})
    return made


def _place_above(
    edit: Edit, records: Records, standard: Standard, branch: str, places: dict[str | None, str | None]
) -> list[str]:
    """Find or make the indicators above a branch; their ids by those of the standard go into `places`."""
    made = []
    for entry in standard.above(branch):
        above = places[entry.parent]
        standing = records.of("indicator", "parent", above) if above not in made else ()
        found = next((row["id"] for row in standing if _same(row, entry)), None)
        if found is None:
            found = edit.insert("indicator", {**entry.values, "parent": above})
            made.append(found)
        places[entry.id] = found
    return made


def _same(row: Row, entry: Entry) -> bool:
    """Whether a project's row can take what stands under an indicator; one scored otherwise cannot."""
    return bool(row["name"] == entry.name and row["rule"] == entry.values.get("rule"))


def keep(standard: Standard, *, overwrite: bool = False) -> Standard:
    """Save a standard among this person's own, under its title; UserProblem where that title is taken."""
    from services.exporting.standard_xlsx import write_standard

    title = one_line(standard.title)
    stem = _NOT_IN_FILE_NAMES.sub(" ", title).strip(" .")[:FILE_NAME_LENGTH].strip()
    if not stem:
        raise UserProblem(saying("指标体系还没有名称。请先取一个名称"))
    if not standard.entries:
        raise UserProblem(saying("指标体系“{0}”里没有指标，没有保存。请先建立指标", title))
    path = own_folder() / f"{stem}{ENDING}"
    if any(plain(title) in (plain(each.id), plain(each.title)) for each in _shipped()):
        raise UserProblem(saying("“{0}”是随程序附带的指标体系的名称。请换一个名称", title))
    if path.exists() and not overwrite:
        raise UserProblem(saying("已有名为“{0}”的指标体系，没有覆盖它。请换一个名称", stem))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserProblem(
            saying("不能建立文件夹“{0}”（{1}）。请核对权限和磁盘", path.parent, error.strerror)
        ) from error
    kept = replace(standard, id=stem, title=title, own=True)
    write_standard(kept, path)
    return kept


def discard(identity: str) -> None:
    """Take one of this person's own standards out of the library; the shipped ones stay."""
    for each in _own():
        if each.id == identity:
            each.path.unlink(missing_ok=True)
            return
    raise UserProblem(saying("自己保存的指标体系里没有“{0}”。随程序附带的不能删除", identity))
