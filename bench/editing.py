"""One edit with all that follows from it, and an import taken back."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import apsw

from bench.filling import PERSON, contracts, large_project, payment_rows, small_and_large
from bench.measuring import Pair, Sizes
from bench.plain import connected, copied
from models import kinds
from models.fields import Kind
from models.schema import SCHEMA
from services import importing
from services.importing import Sheet
from services.project import Project
from services.workspace import Workspace

PLAIN_UPDATE = 'UPDATE "payment" SET "amount" = ? WHERE "id" = ?'
PLAIN_INSERT = 'INSERT INTO "payment" ("id", "position", "contract", "amount") VALUES (?, ?, ?, ?)'


def edits(sizes: Sizes, folder: Path) -> Iterator[Pair]:
    """A cell changed and a row added: written, recorded, facts, scores and problems brought up to date."""
    for name, path in small_and_large(folder, sizes.payments).items():
        plain = connected(copied(path))
        workspace = Workspace(Project.open(path, person=PERSON))
        yield from _edits(name, workspace, plain)
        workspace.close()
        plain.close()


def _edits(name: str, workspace: Workspace, plain: apsw.Connection) -> Iterator[Pair]:
    row = workspace.records.live("payment")[-1]
    amounts = count(1)

    def update() -> None:
        with workspace.edit("测量") as edit:
            edit.update("payment", row["id"], {"amount": next(amounts)})
        workspace.settle()

    def insert() -> None:
        with workspace.edit("测量") as edit:
            edit.insert("payment", {"contract": row["contract"], "amount": next(amounts)})
        workspace.settle()

    yield Pair(
        f"改一格，重算全部（{name}）",
        "apsw UPDATE（同样落盘）",
        update,
        _transaction(plain, lambda: plain.execute(PLAIN_UPDATE, (next(amounts), row["id"]))),
    )
    yield Pair(
        f"加一行，重算全部（{name}）",
        "apsw INSERT（同样落盘）",
        insert,
        _transaction(
            plain,
            lambda: plain.execute(
                PLAIN_INSERT, (secrets.token_hex(8), "zzz", row["contract"], next(amounts))
            ),
        ),
    )


def _transaction(db: apsw.Connection, write: Callable[[], object]) -> Callable[[], None]:
    def run() -> None:
        db.execute("BEGIN IMMEDIATE")
        write()
        db.execute("COMMIT")

    return run


def undo(sizes: Sizes, folder: Path) -> Iterator[Pair]:
    """An import of many payments taken back, beside the import itself."""
    workspace = Workspace(Project.open(large_project(folder / "undo.jiheng", 0), person=PERSON))
    fund = workspace.records.live("fund")[0]["id"]
    with workspace.edit("测量") as edit:
        for row in contracts(fund, sizes.imported):
            edit.insert("contract", {name: row[name] for name in row if name != "id"}, row_id=row["id"])
    sheet = _sheet(sizes.imported)

    def import_() -> None:
        plan = importing.plan(workspace.records, [sheet])
        with workspace.edit("导入", "import") as edit:
            importing.apply(edit, plan)
        workspace.settle()

    def undo_it() -> None:
        workspace.undo()
        workspace.settle()

    yield Pair(f"撤销 {sizes.imported:,} 行导入", "同一次导入（核对、写入、重算）", undo_it, import_)
    workspace.close()


def _sheet(rows: int) -> Sheet:
    """The payments as an import reads them: texts under the labels of their fields."""
    fields = [field for field in SCHEMA["payment"].fields if field.name not in ("term", "fund", "remark")]
    lines = []
    for row in payment_rows(rows):
        texts = (kinds.exchange(field, row[field.name]) for field in fields)
        lines.append(tuple(str(text) for text in texts))
    header = [field.label for field in fields]
    ids = [at for at, field in enumerate(fields) if field.kind is Kind.REF]
    hidden = tuple(f"{header[at]} id" for at in ids)
    return Sheet("付款", (*header, *hidden), tuple((*line, *(line[at] for at in ids)) for line in lines))
