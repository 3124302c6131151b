"""What a person answers to a problem that a check found: explained, a false alarm, or a finding."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from models.checks import Problem
from models.fields import Row
from models.report.live.drafting import drafted
from models.report.wording import numeral
from ui.context import Context
from ui.words import worded

EXPLAINED, FALSE_ALARM = "已解释", "误报"
CATEGORIES = {
    "money": "资金管理",
    "budget": "预算执行",
    "time": "合同",
    "procurement": "采购",
    "papers": "资料",
}


def verdict_of(context: Context, problem: Problem) -> Row | None:
    """The answer that stands to a problem."""
    rows = context.records.live("verdict")
    return next((row for row in rows if row["fingerprint"] == problem.fingerprint), None)


def finding_of(context: Context, problem: Problem) -> Row | None:
    """The finding that was drafted from a problem."""
    rows = context.records.live("finding")
    return next((row for row in rows if row["origin"] == problem.fingerprint), None)


def person_at_work(context: Context) -> str | None:
    """The row of the person at the keyboard among the evaluation's people, when there is just one."""
    rows = context.records.find("person", context.workspace.project.person)
    return str(rows[0]["id"]) if len(rows) == 1 else None


def answer(context: Context, problem: Problem, decision: str, reason: str) -> bool:
    """Keep a person's answer as one edit; False without a reason, which every answer needs."""
    reason = reason.strip()
    if not reason:
        return False
    values = {
        "fingerprint": problem.fingerprint,
        "check": problem.label,
        "decision": decision,
        "reason": reason,
        "person": person_at_work(context),
    }
    standing = verdict_of(context, problem)
    label = QCoreApplication.translate("Answers", "校核“{0}” · {1}").format(worded(problem.label), decision)
    with context.edit(label) as edit:
        if standing is None:
            edit.insert("verdict", values)
        else:
            edit.update("verdict", standing["id"], values)
    context.toast(label, QCoreApplication.translate("Answers", "撤销"), context.workspace.undo)
    return True


def withdraw(context: Context, problem: Problem) -> None:
    """Let the problem stand again."""
    standing = verdict_of(context, problem)
    if standing is None:
        return
    label = QCoreApplication.translate("Answers", "校核“{0}” · 撤回结论").format(worded(problem.label))
    with context.workspace.edit(label) as edit:
        edit.delete("verdict", standing["id"])


def draft_finding(context: Context, problem: Problem) -> str:
    """Make a finding whose fact is the problem's sentence, its figures live, or give the one made before."""
    made = finding_of(context, problem)
    if made is not None:
        return str(made["id"])
    values: dict[str, str | None] = {
        "code": next_code(context),
        "title": problem.label,
        "category": CATEGORIES.get(problem.check.split(".")[0], "其他"),
        "fact": live_fact(context, problem),
        "status": "草拟",
        "origin": problem.fingerprint,
        **_about(context, problem),
    }
    label = QCoreApplication.translate("Answers", "拟为问题“{0}”").format(worded(problem.label))
    with context.edit(label) as edit:
        finding = edit.insert("finding", values)
    context.toast(label, QCoreApplication.translate("Answers", "撤销"), context.workspace.undo)
    return finding


def live_fact(context: Context, problem: Problem) -> str:
    """The problem's sentence as the fact of a finding, its figures live where they are facts."""
    return drafted(context.records, context.evaluation, problem)


def next_code(context: Context) -> str:
    """The number of the next finding: 九 after 八."""
    taken = {row["code"] for row in context.records.all("finding")}
    numbers = (numeral(at) for at in range(1, 10_000))
    return next(word for word in numbers if word not in taken)


def _about(context: Context, problem: Problem) -> dict[str, str | None]:
    """The fund and the contract that the problem's row belongs to."""
    place, records = problem.place, context.records
    row = records.get(place.table, place.row)
    if row is None:
        return {}
    contract = row["id"] if place.table == "contract" else row.get("contract")
    above = records.get("contract", contract) or row
    fund = row["id"] if place.table == "fund" else above.get("fund")
    return {"fund": fund, "contract": contract}
