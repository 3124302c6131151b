"""The order of steps: 立项 before 招标 before 签订 … before the report, as far as dates are certain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from models import figures
from models.checks.problem import Place, Problem, Severity, problem, quoted
from models.checks.time import certain_days, days_said
from models.evaluation import Evaluation
from models.fields import Row
from models.records import Records
from models.sayings import saying, word

STEPS = ("立项", "招标", "中标", "签订合同", "开工", "初验", "竣工验收", "结算评审", "竣工决算")
CONTRACT_STEPS = (("signed_on", "签订合同"), ("accepted_on", "竣工验收"))

Step = tuple[str, str, Place]
"""A step's kind, its date and where it stands."""


def problems(records: Records, evaluation: Evaluation) -> Iterator[Problem]:
    """Steps of one contract or one part of a fund out of order, and what is dated after the report."""
    for name, steps in _sequences(records):
        yield from _reversed(name, steps)
    yield from _after_report(records)


def _sequences(records: Records) -> Iterator[tuple[str, Sequence[Step]]]:
    """The steps that belong together: of one contract, or of one fund under one name."""
    together: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in records.live("milestone"):
        if row["kind"] in STEPS and row["actual_on"]:
            own = "" if row["contract"] else row["name"] or ""
            together[row["contract"] or "", "" if row["contract"] else row["fund"] or "", own].append(row)
    for (contract_id, fund_id, name), rows in together.items():
        steps = [(row["kind"], row["actual_on"], Place("milestone", row["id"], "actual_on")) for row in rows]
        contract = records.get("contract", contract_id or None)
        if contract is not None:
            steps += _own_steps(contract, {kind for kind, _, _ in steps})
        title = records.title("contract", contract_id) or records.title("fund", fund_id)
        yield "　".join(part for part in (title, name) if part), steps


def _own_steps(contract: Row, known: set[str]) -> list[Step]:
    return [
        (kind, contract[field], Place("contract", contract["id"], field))
        for field, kind in CONTRACT_STEPS
        if contract[field] and kind not in known
    ]


def _reversed(name: str, steps: Sequence[Step]) -> Iterator[Problem]:
    """Each step that lies before an earlier one; nothing where a kind stands twice: those are phases."""
    kinds = [kind for kind, _, _ in steps]
    ordered = sorted(steps, key=lambda step: STEPS.index(step[0]))
    for at, (kind, date, place) in enumerate(ordered):
        for before, earlier, _ in reversed(ordered[:at]):
            days = certain_days(date, earlier)
            if days is None or kinds.count(kind) > 1 or kinds.count(before) > 1:
                continue
            yield problem(
                "time.steps",
                Severity.DOUBT,
                place,
                saying(
                    "{0}{1} {2}，早于{3} {4}，{5}。请核对两个日期",
                    quoted(name),
                    word(kind),
                    date,
                    word(before),
                    earlier,
                    days_said(days, date, earlier),
                ),
                found=date,
                expected=earlier,
            )
            break


def _after_report(records: Records) -> Iterator[Problem]:
    """What the report cites, dated after the report itself."""
    project = figures.project_row(records)
    report_date = project["report_date"] if project is not None else None
    for table, field, what in (
        ("basis", "issued_on", saying("发文日期")),
        ("milestone", "actual_on", saying("实际日期")),
        ("contract", "accepted_on", saying("验收日期")),
    ):
        for row in records.live(table):
            days = certain_days(report_date, row[field])
            if days is None:
                continue
            yield problem(
                "time.after_report",
                Severity.DOUBT,
                Place(table, row["id"], field),
                saying(
                    "{0}的{1} {2}，晚于报告日期 {3}。请核对两个日期",
                    quoted(records.title(table, row["id"])),
                    what,
                    row[field],
                    report_date,
                ),
                found=row[field],
                expected=report_date,
            )
