"""The next sensible step: the one thing that holds the evaluation up most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from models.checks import Problem
from models.evaluation import Evaluation
from models.records import Records
from ui.words import worded


@dataclass(frozen=True, slots=True)
class Step:
    """What to do, why, the word on the button, and the row it leads to."""

    title: str
    why: str
    button: str
    table: str
    row: str = ""
    field: str = ""


def next_step(records: Records, evaluation: Evaluation, problems: Sequence[Problem]) -> Step:
    """What to do next: enter what is missing, correct, score, complete, then export."""
    return (
        _missing_rows(records)
        or _problem(problems, "错误")
        or _open_indicator(evaluation)
        or _finding_without_advice(records, problems)
        or _problem(problems, "疑点")
        or Step(
            _said("导出评价报告"),
            _said("没有未评指标，也没有待处理的错误和疑点"),
            _said("去报告"),
            "section",
        )
    )


def _said(words: str) -> str:
    return QCoreApplication.translate("NextStep", words)


def _missing_rows(records: Records) -> Step | None:
    if not records.live("fund"):
        title, why = _said("录入资金项目"), _said("还没有资金项目，可以逐行输入，也可以从 Excel 粘贴")
        return Step(title, why, _said("去录入"), "fund")
    if not records.live("indicator"):
        title, why = _said("建立指标体系"), _said("还没有评价指标，打分之前先定指标和分值")
        return Step(title, why, _said("去建立"), "indicator")
    return None


def _of(problems: Sequence[Problem], severity: str) -> list[Problem]:
    return [each for each in problems if each.severity == severity and not each.settled]


def _problem(problems: Sequence[Problem], severity: str) -> Step | None:
    found = _of(problems, severity)
    if not found:
        return None
    first = found[0]
    words = _said("还有 {0} 处错误没有处理") if severity == "错误" else _said("还有 {0} 处疑点没有处理")
    title = _said("处理“{0}”").format(worded(first.label))
    place = first.place
    return Step(title, words.format(len(found)), _said("去处理"), place.table, place.row, place.field)


def _open_indicator(evaluation: Evaluation) -> Step | None:
    waiting = [
        node for node in evaluation.leaves() if node.score is None and not node.absent and node.weight != 0
    ]
    if not waiting:
        return None
    title = _said("给指标“{0}”评分").format(waiting[0].row["name"] or "")
    why = _said("还有 {0} 个指标未评，共 {1} 分").format(len(waiting), evaluation.open_points)
    return Step(title, why, _said("去评分"), "indicator", waiting[0].id)


def _finding_without_advice(records: Records, problems: Sequence[Problem]) -> Step | None:
    found = [each for each in problems if each.check == "papers.finding_without_advice" and not each.settled]
    if not found:
        return None
    place = found[0].place
    why = _said("还有 {0} 个问题没有建议").format(len(found))
    title = _said("为问题“{0}”补写建议").format(records.title(place.table, place.row))
    return Step(title, why, _said("去补写"), place.table, place.row)
