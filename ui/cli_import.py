"""The commands that bring rows in: new and import."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from models import experts, kinds
from models.fields import Row
from models.kinds import one_line
from models.records import Records
from models.schema import SCHEMA
from models.untidy.reading import HINT
from services import importing, standards
from services.errors import UserProblem
from services.exchange import VOID_REASON
from services.founding import create, found
from services.importing import Plan, RowChange
from services.importing.session import Session
from services.project import Project
from services.sample import sample_sheets
from services.settings import Settings
from services.sheets import Sheet, read_sheets
from ui.cli_text import records_of

DONE, FOUND = 0, 1
SHOWN_DIFFERENCES = 20


def make_project(words: argparse.Namespace, person: str) -> int:
    """`new`: the file is there whole or, when the workbook has bad cells, not at all."""
    path = Path(words.file)
    if path.exists():
        raise UserProblem(f"已有“{path}”，没有覆盖它。请换一个文件名")
    founding = found(*_batches(words))
    plan = founding.plan
    if plan.bad:
        said = f"没有建立“{path.name}”：工作簿里有 {len(plan.bad)} 个单元格有误。请先改好"
        if words.json:
            _print_json({"file": None, **_told(plan, 0)})
        else:
            _print_lines([*map(str, plan.bad), *plan.notes])
        raise UserProblem(said)
    label = "新建项目（样例）" if words.sample else "新建项目"
    create(path, founding, person=person, label=label).close()
    if words.json:
        _print_json({"file": str(path), **_told(plan, len(plan.changes))})
    else:
        _print_lines(
            [*plan.notes, f"已建立 {path}" + (f"（{len(plan.changes)} 行）" if plan.changes else "")]
        )
    return DONE


def _batches(words: argparse.Namespace) -> list[list[Sheet]]:
    batches = [sample_sheets()] if words.sample else []
    given = read_sheets(Path(words.workbook)) if words.workbook else []
    if words.standard is not None:
        standard = standards.load(words.standard)
        standards.refuse_two_tables(standard, given)
        batches.append(standards.sheets(standard))
    return [*batches, given] if words.workbook else batches


def import_workbook(words: argparse.Namespace, project: Project) -> int:
    """`import`: all rows, or with --good-rows the good ones; 1 while bad rows are left.

    A file that is no exchange workbook is read by the recogniser, and imported only where nothing about
    it is open: what a person would have to decide is told, and then nothing is imported.
    """
    path = Path(words.workbook)
    records = records_of(project)
    plan, doubts = _planned(records, path)
    may_take = not doubts and (words.good_rows or not plan.bad)
    taken = len(plan.changes) if may_take else 0
    if taken:
        with project.edit(one_line(f"导入 {path.name}（{taken} 行）"), "import") as edit:
            importing.apply(edit, plan)
    if words.json:
        _print_json(_told(plan, taken) | ({"doubts": doubts} if doubts else {}))
    elif doubts:
        said = f"有 {len(doubts)} 处要由人判断，什么也没有导入。请在窗口里用“导入表格…”导入"
        _print_lines([*doubts, *map(str, plan.bad), said])
    else:
        _print_lines([*map(str, plan.bad), *plan.notes, *_differences(records, plan), _outcome(plan, taken)])
    return FOUND if plan.bad or doubts else DONE


def _planned(records: Records, path: Path) -> tuple[Plan, list[str]]:
    """The plan of a file, and what only a person can decide about it."""
    session = Session(lambda: records, Settings())
    if not session.open(path):
        return session.plan_of_exchange(path), []
    proposal = session.propose()
    hints, doubts = [one.sentence for one in proposal.judgements], []
    for number, table in enumerate(session.tables):
        for one in session.judgements(number):
            (hints if one.severity == HINT else doubts).append(f"{table.grid.name}：{one.sentence}")
        if table.taken and not table.layout.is_sure:
            doubts.append(f"{table.grid.name}：不能确定每一列是什么")
    return replace(proposal.plan, notes=(*hints, *proposal.plan.notes)), doubts


def _outcome(plan: Plan, taken: int) -> str:
    if not plan.bad:
        parts = f"（新增 {plan.new_count} 行，修改 {plan.changed_count} 行）" if taken else ""
        return f"已导入 {taken} 行{parts}"
    if taken:
        return f"已导入 {taken} 行；{len(plan.bad)} 个单元格有误，所在的行没有导入"
    advice = "改好后再导入，或加 --good-rows 只导入没有问题的行" if plan.changes else "请改好后再导入"
    return f"{len(plan.bad)} 个单元格有误，什么也没有导入。{advice}"


def _differences(records: Records, plan: Plan) -> list[str]:
    """What differs in rows that exist, the first few of them."""
    changed = [change for change in plan.changes if not change.new]
    lines = [_difference(records, change) for change in changed[:SHOWN_DIFFERENCES]]
    rest = len(changed) - len(lines)
    return [*lines, f"……另有 {rest} 行不同"] if rest else lines


def _difference(records: Records, change: RowChange) -> str:
    table = SCHEMA[change.table]
    old: Row = records.get(change.table, change.row_id) or change.before
    new: Row = {**old, **change.values}
    parts = []
    for name in change.values:
        if experts.is_sealed(records, change.table, name):
            parts.append(f"{table.field(name).label}（尚未公布）")
            continue
        if name == "void_reason":
            label, texts = VOID_REASON, [str(row[name] or "") for row in (old, new)]
        else:
            field = table.field(name)
            label = field.label
            texts = [records.shown(change.table, field, row) or str(row[name] or "") for row in (old, new)]
        before, after = (kinds.short(text) or "（空）" for text in texts)
        parts.append(f"{label} {before} → {after}")
    title = f"“{change.title}”" if change.title else ""
    return f"{table.label}{title}：{'；'.join(parts)}"


def _told(plan: Plan, taken: int) -> dict[str, object]:
    bad = [
        {"sheet": cell.sheet, "row": cell.row, "column": cell.column, "message": cell.message}
        for cell in plan.bad
    ]
    counts = {"rows": taken, "new": plan.new_count, "changed": plan.changed_count}
    return {**counts, "bad": bad, "notes": list(plan.notes)}


def _print_lines(lines: Sequence[str]) -> None:
    print("\n".join(lines))


def _print_json(told: object) -> None:
    print(json.dumps(told, ensure_ascii=False, indent=1))
