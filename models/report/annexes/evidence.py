"""佐证材料目录: what was collected, where it comes from, and which rows of the evaluation it proves."""

from __future__ import annotations

from collections.abc import Iterator

from models import figures
from models.fields import Row
from models.records import OWNERS, Records
from models.report.blocks import Cell, Column, Document, Table, TableRow, Title, para
from models.report.wording import NOTHING, quoted, short_day
from models.schema import SCHEMA

TITLE = "佐证材料目录"
EMPTY = "截至目前尚未登记佐证材料。请在资料页登记取得的材料，并把它们附到所证明的内容上。"
GONE = "所指内容已不在项目中"
OWN_NAMES = frozenset({"contract"})
"""Tables whose rows belong to another one, and are known by their own names all the same."""
COLUMNS = (
    Column("索引号", 20, "center"),
    Column("名称", 46),
    Column("类型", 16, "center"),
    Column("提供单位", 36),
    Column("取得人\n取得日期", 26, "center"),
    Column("页码", 18, "center"),
    Column("证明的内容", 78),
)


def build(records: Records) -> Document:
    """The index as a document of its own; without any evidence it says so."""
    project = figures.project_row(records) or {}
    whose, author = project.get("unit") or "", project.get("evaluator") or ""
    year = f"{project['year']}年度" if project.get("year") else ""
    title = f"{whose}{year}{TITLE}"
    body = evidence_table(records) if records.live("evidence") else para(EMPTY)
    return Document(
        title,
        (Title(title), body),
        subject=TITLE,
        keywords=("绩效评价", "佐证材料"),
        author=author,
    )


def evidence_table(records: Records) -> Table:
    """Every live piece of evidence in people's order."""
    return Table(
        "", "", COLUMNS, tuple(_line(records, row) for row in records.live("evidence")), landscape=True
    )


def _line(records: Records, row: Row) -> TableRow:
    def cell(name: str, text: str | None = None) -> Cell:
        return Cell((row[name] if text is None else text) or NOTHING, ("evidence", row["id"], name))

    got = "\n".join(
        word for word in (row["collected_by"], short_day(row["collected_on"])) if word and word != NOTHING
    )
    proved = "\n".join(dict.fromkeys(proofs(records, row)))
    return TableRow(
        (
            cell("code"),
            cell("title"),
            cell("kind"),
            cell("source"),
            cell("collected_on", got),
            cell("page"),
            cell("title", proved),
        )
    )


def proofs(records: Records, evidence: Row) -> Iterator[str]:
    """What a piece of evidence proves, in words: 合同“英文门户”的验收日期."""
    for link in records.of("evidence_link", "evidence", evidence["id"]):
        yield _proved(records, link)


def _proved(records: Records, link: Row) -> str:
    table = link["on_table"]
    row = records.get(table, link["on_row"]) if table in SCHEMA else None
    if row is None:
        return GONE
    said = _named(records, table, row)
    if link["on_field"] and SCHEMA[table].has(link["on_field"]):
        said += f"的{SCHEMA[table].field(link['on_field']).label}"
    return said if records.is_live(table, row) else f"{said}（已作废）"


def _named(records: Records, table: str, row: Row) -> str:
    """The row by its label and title, after the row that it belongs to where its own name is not enough."""
    said = _titled(records, table, row)
    if table in OWN_NAMES:
        return said
    for field in OWNERS[table]:
        above = records.get(field.table, row[field.name])
        if above is not None and field.table != table and field.name not in SCHEMA[table].title:
            return f"{_titled(records, field.table, above)}的{said}"
    return said


def _titled(records: Records, table: str, row: Row) -> str:
    title = " ".join(records.title_of(table, row).split())
    return (
        f"{SCHEMA[table].label}{quoted(title)}"
        if title
        else f"{SCHEMA[table].label}第{records.number(table, row)}行"
    )
