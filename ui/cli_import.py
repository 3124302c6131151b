"""The commands that bring rows in: new, import and set."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from models.dates import BadValue
from models.schema import BY_LABEL, SCHEMA
from services import importing
from services.cells import one_row, set_cell, set_setting
from services.errors import UserProblem
from services.founding import create, found
from services.project import Project
from services.sample import sample_sheets
from services.sheets import Sheet, read_sheets
from ui.cli_text import records_of

DONE, FOUND = 0, 1


def make_project(words: argparse.Namespace, person: str) -> int:
    """`new`: the file is there whole or, when the workbook has bad cells, not at all."""
    path = Path(words.file)
    founding = found(_sheets(words))
    if founding.plan.bad:
        _report(words, 0, founding.plan.bad, founding.plan.notes)
        print(f"没有建立 {path}：先改好上面的单元格")
        return FOUND
    label = "新建项目（样例）" if words.sample else "新建项目"
    with create(path, founding, person=person, label=label):
        print(f"已建立 {path}")
    return DONE


def _sheets(words: argparse.Namespace) -> list[Sheet]:
    if words.sample:
        return sample_sheets()
    return read_sheets(Path(words.workbook)) if words.workbook else []


def import_workbook(words: argparse.Namespace, project: Project) -> int:
    """`import`: all rows, or with --good-rows the good ones; 1 while bad rows are left."""
    path = Path(words.workbook)
    plan = importing.plan(records_of(project), read_sheets(path))
    wanted = not plan.bad or words.good_rows
    if wanted and plan.changes:
        with project.edit(f"导入 {path.name}（{len(plan.changes)} 行）", "import") as edit:
            importing.apply(edit, plan)
    _report(words, len(plan.changes) if wanted else 0, plan.bad, plan.notes)
    return FOUND if plan.bad else DONE


def _report(
    words: argparse.Namespace, taken: int, bad: tuple[importing.BadCell, ...], notes: tuple[str, ...]
) -> None:
    if words.json:
        cells = [{"sheet": b.sheet, "row": b.row, "column": b.column, "message": b.message} for b in bad]
        print(json.dumps({"rows": taken, "bad": cells, "notes": list(notes)}, ensure_ascii=False, indent=1))
        return
    for cell in bad:
        print(f"{cell.sheet} 第 {cell.row} 行 {cell.column}：{cell.message}")
    for note in notes:
        print(note)
    if bad and not taken:
        print(f"{len(bad)} 个单元格有误，什么也没有导入。改好后再导入，或加 --good-rows 只导入没有问题的行")
    else:
        print(f"已导入 {taken} 行" + (f"，{len(bad)} 个单元格有误未导入" if bad else ""))


def set_value(words: argparse.Namespace, project: Project) -> int:
    """`set`: one cell, with the same reading of what is typed and the same door as the window."""
    records = records_of(project)
    table = SCHEMA.get(words.table) or BY_LABEL.get(words.table)
    if table is None:
        raise UserProblem(f"没有名为“{words.table}”的表。可用：{'、'.join(SCHEMA)}")
    names = {name: field.name for field in table.fields for name in (field.name, field.label)}
    if words.field not in names:
        raise UserProblem(
            f"{table.label}没有字段“{words.field}”。可用：{'、'.join(f.name for f in table.fields)}"
        )
    try:
        if (
            table.name == "setting"
            and names[words.field] == "value"
            and not records.find("setting", words.row)
        ):
            changed = set_setting(project.edit, records, words.row, words.value)
        else:
            row = one_row(records, table.name, words.row)
            changed = set_cell(project.edit, records, table.name, row, names[words.field], words.value)
    except BadValue as wrong:
        raise UserProblem(f"没有改动：{wrong}") from None
    print("已保存" if changed else "没有改动：与原来的值相同")
    return DONE
