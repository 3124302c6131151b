"""Targets against what was reached: missed in silence, far exceeded, delivered short, scored unasked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from fractions import Fraction

from models import figures, kinds
from models.checks.problem import Place, Problem, Severity, problem, quoted
from models.evaluation import Evaluation
from models.fields import Row
from models.judging import number
from models.measure import method
from models.records import Records
from models.satisfaction import NAME as SATISFACTION
from models.sayings import joined, saying, word

FAR = Fraction(130)
"""From this share of its target in percent a result calls the target itself into question."""
MEASURE = re.compile(r"\d|百分之|[一二三四五六七八九十百千两]+[个项次家人篇台套期年月天]")
DONE = re.compile(r"已(?:经)?(?:完成|建成|实现|投入|上线|通过)")


def problems(records: Records, evaluation: Evaluation) -> Iterator[Problem]:
    """Targets and quantities that the rows show as missed, and satisfaction that nobody was asked about."""
    for objective in records.live("objective"):
        yield from _objective(objective)
    for item in records.live("contract_item"):
        yield from _delivered(records, item)
    for fund in records.live("fund"):
        yield from _goal(records, fund)
    yield from _unasked(records, evaluation)


def _objective(row: Row) -> Iterator[Problem]:
    if row["reason"]:
        return
    target, actual = figures.exact(row["target"]), figures.exact(row["actual"])
    if row["operator"] == "定性" or row["operator"] is None:
        if row["attainment"] in ("部分达成", "未达成"):
            said = saying(
                "绩效目标{0}{1}，没有写原因。请补写偏差原因及改进措施",
                quoted(row["name"]),
                word(row["attainment"]),
            )
            yield _missed(row, said, row["attainment"], "达成")
    elif target is not None and actual is not None:
        yield from _measured(row, target, actual)


def _measured(row: Row, target: Fraction, actual: Fraction) -> Iterator[Problem]:
    unit, sign = row["unit"] or "", row["operator"]
    reached = {"≥": actual >= target, "≤": actual <= target, "=": actual == target}.get(sign, True)
    share = actual / target * 100 if target > 0 else None
    both = saying("目标 {0}，完成 {1}", f"{sign}{number(target)}{unit}", f"{number(actual)}{unit}")
    if share is not None:
        both = saying("{0}，为目标的 {1}", both, kinds.show_rate(share))
    if not reached:
        said = saying(
            "绩效目标{0}未完成：{1}，没有写原因。请补写偏差原因及改进措施", quoted(row["name"]), both
        )
        yield _missed(row, said, number(actual), number(target))
    elif sign != "≤" and share is not None and share >= FAR:
        yield problem(
            "targets.far_above",
            Severity.HINT,
            Place("objective", row["id"], "actual"),
            saying("绩效目标{0}远超指标值：{1}。请说明原因，或核对指标值是否偏低", quoted(row["name"]), both),
            found=number(actual),
            expected=number(target),
        )


def _missed(row: Row, said: str, found: str, expected: str) -> Problem:
    place = Place("objective", row["id"], "reason")
    return problem("targets.missed", Severity.DOUBT, place, said, found=found, expected=expected)


def _goal(records: Records, fund: Row) -> Iterator[Problem]:
    """A goal that nobody could measure, or that tells what is done instead of what is wanted."""
    goal = unicodedata.normalize("NFKC", fund["goal"] or "")
    objectives = records.of("objective", "fund", fund["id"])
    measured = bool(MEASURE.search(goal)) or any(row["target"] is not None for row in objectives)
    said = [] if measured or not goal else [saying("没有可以衡量的数")]
    said += [saying("写成已经完成的事")] if DONE.search(goal) else []
    if said:
        yield problem(
            "targets.goal",
            Severity.HINT,
            Place("fund", fund["id"], "goal"),
            saying(
                "项目{0}的绩效目标{1}。请核对批复的目标，或写入问题",
                quoted(records.title("fund", fund["id"])),
                joined(saying("，"), said),
            ),
        )


def _delivered(records: Records, item: Row) -> Iterator[Problem]:
    planned, delivered = figures.exact(item["planned_quantity"]), figures.exact(item["delivered_quantity"])
    if planned is None or delivered is None or delivered == planned:
        return
    unit = item["unit"] or ""
    short = delivered < planned
    yield problem(
        "targets.delivered",
        Severity.DOUBT if short else Severity.HINT,
        Place("contract_item", item["id"], "delivered_quantity"),
        saying(
            "合同{0}的{1}约定 {2}，实际 {3}，少 {4}。请核实数量和付款"
            if short
            else "合同{0}的{1}约定 {2}，实际 {3}，多 {4}。请核实数量和付款",
            quoted(records.title("contract", item["contract"])),
            quoted(item["name"]),
            *(f"{number(value)}{unit}" for value in (planned, delivered, abs(planned - delivered))),
        ),
        found=number(delivered),
        expected=number(planned),
    )


def _unasked(records: Records, evaluation: Evaluation) -> Iterator[Problem]:
    """Satisfaction indicators with a score while the file holds no survey; those judged 0 are no claim."""
    if records.live("survey"):
        return
    nodes = [
        node
        for node in evaluation.leaves()
        if SATISFACTION in (node.row["name"] or "")
        and node.score
        and node.row["state"] in (None, "正常")
        and method(node.row) in ("录入", "无")
    ]
    for node in nodes:
        yield problem(
            "scores.satisfaction",
            Severity.DOUBT,
            Place("indicator", node.id, "value"),
            saying(
                "{0}得 {1} 分，却没有满意度调查。请录入问卷结果，或说明评分依据",
                quoted(node.row["name"]),
                node.score,
            ),
            found=str(node.score),
        )
