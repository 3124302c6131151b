"""The commands about report versions: list, freeze, compare, and the export of the report."""

from __future__ import annotations

import argparse
import json
from datetime import datetime
from pathlib import Path
from typing import Any

from models.fields import Row
from models.report.comparing import KINDS, Difference, comparison_document
from models.report.version import Version
from services import versions
from services.errors import UserProblem
from services.exporting import outputs
from services.project import Project
from services.workspace import Workspace
from ui.cli_text import records_of

DONE = 0
_SHOWN = ("id", "stage", "title", "frozen_on", "frozen_by", "score", "remark")


def list_versions(words: argparse.Namespace, project: Project) -> int:
    """`versions`: what was frozen, oldest first."""
    rows = versions.listed(records_of(project))
    if words.json:
        _say_json({"versions": [{name: row[name] for name in _SHOWN} for row in rows]})
    else:
        print("\n".join(map(_line, rows)) or "还没有定稿过。定稿：main.py freeze 项目文件 阶段")
    return DONE


def _line(row: Row) -> str:
    names = dict.fromkeys((row["title"], row["stage"]))
    said = (*names, row["frozen_on"], row["frozen_by"], row["score"], row["remark"], row["id"])
    return "　".join(str(each) for each in said if each)


def freeze_version(words: argparse.Namespace, project: Project, person: str) -> int:
    """`freeze`: keep the report as it stands."""
    workspace = Workspace(project)
    made = versions.freeze(
        workspace,
        words.stage,
        person,
        now=datetime.now().astimezone(),
        title=words.title,
        remark=words.remark,
    )
    row = versions.find(workspace.records, made)
    if words.json:
        _say_json({name: row[name] for name in _SHOWN})
    else:
        print(f"已定稿：{_line(row)}")
    return DONE


def compare_versions(words: argparse.Namespace, project: Project) -> int:
    """`compare`: what differs, kind by kind; a file of it where one is asked for."""
    workspace = Workspace(project)
    before = _version(workspace, words.before)
    after = _version(workspace, words.after) if words.after else versions.present(workspace)
    differences = versions.compare(before, after)
    said = ""
    if words.out:
        document = comparison_document(before, after, differences)
        said = outputs.export_document(document, Path(words.out), source=Path(words.file))
    if words.json:
        _say_json(
            {
                "before": before.name,
                "after": after.name,
                "differences": [_difference(each) for each in differences],
                **({"file": words.out} if words.out else {}),
            }
        )
    else:
        print(_text(before, after, differences) + (f"\n\n{said}" if said else ""))
    return DONE


def _version(workspace: Workspace, words: str) -> Version:
    return versions.read(workspace.project, versions.find(workspace.records, words)).version


def _text(before: Version, after: Version, differences: tuple[Difference, ...]) -> str:
    lines = [f"{before.name} → {after.name}：{len(differences)} 处差异" if differences
             else f"{before.name}与{after.name}没有差异。"]  # fmt: skip
    for kind, word in KINDS.items():
        mine = [each for each in differences if each.kind == kind]
        if mine:
            lines += ["", f"{word}（{len(mine)}）", *(f"  {each.sentence}" for each in mine)]
    return "\n".join(lines)


def _difference(each: Difference) -> dict[str, Any]:
    source = each.source
    return {
        "kind": each.kind,
        "place": each.place,
        "name": each.name,
        "before": each.before,
        "after": each.after,
        "count": each.count,
        "sentence": each.sentence,
        "source": list(source) if isinstance(source, tuple) else source,
    }


def exported(words: argparse.Namespace, project: Project) -> str:
    """`export`: write what is asked for, of the present state or of a version, and say what was written."""
    out, source = Path(words.out), Path(words.file)
    records = records_of(project)
    if words.version is None:
        return outputs.export_file(records, out, words.what, source=source, public=words.public)
    if words.what not in (None, outputs.REPORT):
        asked = outputs.WORDS[words.what]
        raise UserProblem(f"版本里存的是报告，不能从中导出{asked}。请去掉 --what 或 --version")
    found = versions.read(project, versions.find(records, words.version))
    return versions.export(found.version, out, source=source, public=words.public)


def _say_json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=1))
