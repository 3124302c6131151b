"""Tables as units hand them over, each with what must come of it: tests/files/unseen_tables.txt says all.

A case is a title (＃), the table (cells parted by |, merged ranges as 合并 A1:B2), and after 得到 the rows
that are made, then ！ what is refused with why, then ？ what the person is told. Nothing else may come.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

import pytest

from models import kinds
from models.fields import Kind
from models.records import Records
from models.schema import SCHEMA
from services.importing import Plan, RowChange
from services.importing.session import Session
from services.settings import Settings
from tests.models.changsha import records

CASES = Path(__file__).parent.parent / "files" / "unseen_tables.txt"
_MERGE = re.compile(r"([A-Z])(\d+):([A-Z])(\d+)")


@dataclass
class Case:
    """One table and what must come of it."""

    title: str
    rows: list[list[str]] = field(default_factory=list)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    made: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)


def cases() -> Iterator[Case]:
    case, is_table = Case(""), True
    for line in CASES.read_text("utf-8").splitlines():
        if line.startswith("＃"):
            if case.title:
                yield case
            case, is_table = Case(line[1:].strip()), True
        elif line == "得到":
            is_table = False
        elif line.startswith("合并 "):
            case.merges += [
                (int(top) - 1, ord(left) - 65, int(bottom) - 1, ord(right) - 65)
                for left, top, right, bottom in _MERGE.findall(line)
            ]
        elif line.startswith("！"):
            case.refused.append(line[1:].strip())
        elif line.startswith("？"):
            case.told.append(line[1:].strip())
        elif is_table and line != "":
            case.rows.append(line.replace("␤", "\n").replace("（空行）", "").split("|"))
        elif line:
            case.made.append(line)
    yield case


def html(case: Case) -> str:
    """The table as a spreadsheet program puts it on the clipboard."""
    starts = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in case.merges}
    hidden = {
        (row, column)
        for top, left, bottom, right in case.merges
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    } - set(starts)
    lines = []
    for row, texts in enumerate(case.rows):
        cells = []
        for column, text in enumerate(texts):
            if (row, column) not in hidden:
                down, across = starts.get((row, column), (1, 1))
                words = escape(text).replace("\n", "<br>")
                cells.append(f'<td rowspan="{down}" colspan="{across}">{words}</td>')
        lines.append("<tr>" + "".join(cells) + "</tr>")
    return "<table>" + "".join(lines) + "</table>"


@pytest.fixture
def project() -> Records:
    """Two funds, two contracts and a roster that tables may speak of."""
    return records(
        fund=[
            {"id": "f1", "code": "F1", "name": "政务云一期"},
            {"id": "f2", "code": "F2", "name": "网站群等运维", "short_name": "网站群"},
        ],
        vendor=[{"id": "v1", "name": "老公司"}],
        roster=[{"id": "r1", "title": "培训签到", "fund": "f1"}],
        contract=[
            {
                "id": "c1",
                "fund": "f1",
                "number": "HT-1",
                "name": "服务器采购",
                "vendor": "v1",
                "amount": "50",
            },
            {"id": "c2", "fund": "f1", "number": "HT-2", "name": "政务云", "vendor": "v1", "amount": "80"},
        ],
    )


def said(rows: Records, plan: Plan, change: RowChange) -> str:
    """A change as the cases write it: table, then every value, amounts in 元."""
    names = {one.row_id: str(one.values.get("name", "")) for one in plan.changes}
    table = SCHEMA[change.table]
    parts = []
    for each in table.fields:
        value = change.values.get(each.name)
        if value is None:
            continue
        if each.kind is Kind.REF:
            known = rows.get(each.table, str(value))
            shown = names.get(str(value)) or (rows.key_of(each.table, known) if known is not None else "")
        elif each.kind is Kind.MONEY:
            shown = str(kinds.exchange(each, value, money_unit="元"))
        else:
            shown = str(kinds.exchange(each, value))
        parts.append(shown.replace("\n", "␤"))
    return f"{'' if change.new else '改'}{table.label}　" + "　".join(parts)


def is_shown(change: RowChange) -> bool:
    """Vendors that only a name makes are not written down in every case."""
    return change.table != "vendor" or len(change.values) > 1


def outcome(rows: Records, source: str, folder: Path) -> tuple[list[str], list[str], list[str]]:
    """What the import makes, refuses and tells of a table on the clipboard."""
    session = Session(lambda: rows, Settings(folder / "settings.json"))
    session.paste(source, "")
    for number, table in enumerate(session.tables):
        if table.layout.target.belonging is not None and table.layout.target.belonging.table == "fund":
            key = (
                f"{'contract' if table.layout.target.name == 'contracts' else table.layout.target.name}.fund"
            )
            if not table.layout.given.get(key):
                session.belongs_to(number, "F1")
    proposal = session.propose()
    made = [said(rows, proposal.plan, one) for one in proposal.plan.changes if is_shown(one)]
    refused = [f"第 {one.row} 行“{one.column}”：{one.message}" for one in proposal.plan.bad]
    judged = [one for reading in proposal.readings for one in reading.judgements]
    return made, refused, [f"{one.sentence}" for one in (*judged, *proposal.judgements)]


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: case.title)
def test_a_table_that_nobody_has_seen(case: Case, project: Records, tmp_path: Path) -> None:
    made, refused, told = outcome(project, html(case), tmp_path)
    assert (made, refused, told) == (case.made, case.refused, case.told)
