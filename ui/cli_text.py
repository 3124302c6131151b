"""What the commands print: scores, problems and history as plain Chinese lines or JSON shapes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from models import kinds
from models.checks import Problem
from models.evaluation import Evaluation, Node
from models.fields import Field, Kind, Value
from models.kinds import show_number
from models.records import Records
from models.schema import SCHEMA
from services.project import Change, Entry, Project

SHOWN_CHANGES = 20
_BOOKKEEPING = {"void_reason": "作废原因", "position": "次序"}
MARKS = {"错误": "▲", "疑点": "◆", "提示": "●"}


def records_of(project: Project) -> Records:
    """Every row of an open project."""
    return Records({name: project.rows(name) for name in SCHEMA})


def score_text(evaluation: Evaluation) -> str:
    """The total, the grade, what limits them, the tree and the facts, one line each."""
    lines = [total_line(evaluation), *(ceiling.sentence for ceiling in evaluation.ceilings), ""]
    for root in evaluation.roots:
        lines += _node_lines(root)
    lines.append("")
    lines += [
        "　".join(part for part in (name, fact.shown, fact.calculation or fact.reason) if part)
        for name, fact in evaluation.facts.project.items()
    ]
    return "\n".join(lines)


def total_line(evaluation: Evaluation) -> str:
    """One sentence on where the score stands."""
    total = show_number(evaluation.total)
    if evaluation.open_points:
        return f"已评 {total} 分，还有 {show_number(evaluation.open_points)} 分未评，暂不定等次"
    return f"总分 {total}，等次 {evaluation.grade or '—'}"


def _node_lines(node: Node) -> list[str]:
    indent = "  " * (node.level - 1)
    score = "未评" if node.score is None else show_number(node.score)
    name = "　".join(str(node.row[key]) for key in ("code", "name") if node.row[key])
    lines = [f"{indent}{name}　{score} / {show_number(node.weight)}"]
    for child in node.children:
        lines += _node_lines(child)
    return lines


def still_open(problem: Problem) -> bool:
    """Whether a problem is an error or a doubt that nobody has explained."""
    explained = problem.verdict in ("已解释", "误报")
    return problem.severity != "提示" and not explained


def problems_text(problems: Sequence[Problem], records: Records) -> str:
    """The problems with their places, gravest first, and the count."""
    lines = []
    for problem in problems:
        place = problem.place
        title = records.title(place.table, place.row) if place.table in SCHEMA else ""
        label = SCHEMA[place.table].label if place.table in SCHEMA else ""
        verdict = f"（{problem.verdict}）" if problem.verdict else ""
        lines.append(
            f"{MARKS[problem.severity]} {problem.severity}　{label} {title}\n   {problem.message}{verdict}"
        )
    counts = "，".join(f"{word} {sum(p.severity == word for p in problems)}" for word in MARKS)
    return "\n".join([*lines, "", counts]) if problems else "没有发现问题。"


def entry_json(entry: Entry) -> dict[str, Any]:
    """One entry of the history as `history --json` gives it; values as the exchange writes them."""
    changes = [
        {
            "table": each.table,
            "row": each.row,
            "name": each.name,
            "field": each.field,
            "before": _exchanged(each, each.before),
            "after": _exchanged(each, each.after),
        }
        for each in entry.changes
    ]
    heading = {"id": entry.id, "time": entry.time, "person": entry.person, "kind": entry.kind}
    return {**heading, "label": entry.label, "changes": changes}


def _field(change: Change) -> Field | None:
    table = SCHEMA.get(change.table)
    return table.field(change.field) if table is not None and table.has(change.field) else None


def _exchanged(change: Change, value: Value) -> Value:
    field = _field(change)
    return kinds.exchange(field, value) if field is not None else value


def history_text(entries: Sequence[Entry], records: Records) -> str:
    """The history, newest first, each field before and after; what it points to by its title of today."""
    lines = []
    for entry in entries:
        lines.append(f"{entry.time}　{entry.person}　{entry.label}")
        for change in entry.changes[:SHOWN_CHANGES]:
            field = _field(change)
            label = field.label if field is not None else _BOOKKEEPING.get(change.field, "")
            before, after = (_said(change, value, records) for value in (change.before, change.after))
            lines.append(f"    {change.name} · {label}：{before} → {after}")
        if len(entry.changes) > SHOWN_CHANGES:
            lines.append(f"    ……共 {len(entry.changes)} 处")
    return "\n".join(lines)


def _said(change: Change, value: Value, records: Records) -> str:
    field = _field(change)
    if field is not None and field.kind is Kind.REF:
        shown = records.title(field.table, str(value) if value else None) or str(value or "")
    elif field is not None and field.kind is Kind.MONEY:
        # To the 分: a history that rounds would hide what was changed.
        shown = str(kinds.exchange(field, value) or "")
    else:
        shown = kinds.show(field, value) if field is not None else str(value or "")
    return shown or "（空）"
