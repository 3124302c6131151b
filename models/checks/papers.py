"""Papers asked for, regulations, findings with their advice, sign-in lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction

from models import kinds
from models.checks.problem import Place, Problem, Severity, problem, quoted
from models.evaluation import Evaluation
from models.fields import Row
from models.records import Records

LISTED = 8
DIGITS = 7
"""The fewest digits of a telephone number; fewer are a note such as 已登记."""


def problems(records: Records, evaluation: Evaluation) -> Iterator[Problem]:
    """Gaps in what the unit handed in, findings without advice and advice without findings."""
    yield from _requests(records)
    for regulation in records.live("regulation"):
        yield from _regulation(regulation)
    yield from _two_states(records)
    for roster in records.live("roster"):
        yield from _roster(records, roster)
    yield from _findings(records)
    yield from _advice(records)


def _requests(records: Records) -> Iterator[Problem]:
    """All papers still missing, as one problem: it becomes the finding 部分项目资料提供不完整."""
    due = [row for row in records.live("request") if row["state"] != "不适用"]
    gaps = [row for row in due if row["state"] != "已提供"]
    if not gaps:
        return
    partial = sum(row["state"] == "部分提供" for row in gaps)
    absent = len(gaps) - partial
    named = "；".join(_request_named(records, row) for row in gaps[:LISTED])
    yield problem(
        "papers.requests",
        Severity.DOUBT,
        Place("request", gaps[0]["id"], "state"),
        f"应提供资料 {len(due)} 项，未齐 {len(gaps)} 项（未提供 {absent} 项，部分提供 {partial} 项）："
        f"{named}{'等' if len(gaps) > LISTED else ''}。请催要，或写入问题",
        found=str(len(due) - len(gaps)),
        expected=str(len(due)),
        about="requests",
    )


def _request_named(records: Records, row: Row) -> str:
    fund = records.get("fund", row["fund"])
    code = f"{records.key_of('fund', fund)} " if fund is not None else ""
    return f"{code}{row['name'] or '未命名'}"


def _regulation(row: Row) -> Iterator[Problem]:
    if row["state"] not in ("未制定", "要素不完整"):
        return
    missing = f"，缺{row['missing']}" if row["missing"] else ""
    yield problem(
        "papers.regulation",
        Severity.DOUBT,
        Place("regulation", row["id"], "state"),
        f"制度{quoted(row['title'])}{row['state']}{missing}。请核实，或写入问题",
        found=row["state"],
        expected="已制定",
    )


def _two_states(records: Records) -> Iterator[Problem]:
    """One regulation that stands in the list twice, with two conclusions."""
    first: dict[str, Row] = {}
    for row in records.live("regulation"):
        title = "".join((row["title"] or "").strip("《》").split())
        if not title or not row["state"]:
            continue
        other = first.setdefault(title, row)
        if other["state"] == row["state"]:
            continue
        yield problem(
            "papers.two_states",
            Severity.DOUBT,
            Place("regulation", row["id"], "state"),
            f"制度{quoted(row['title'])}一处记为{quoted(other['state'])}，一处记为{quoted(row['state'])}。"
            "请核实后只留一条",
            found=row["state"],
            expected=other["state"],
        )


def _roster(records: Records, roster: Row) -> Iterator[Problem]:
    entries = records.of("roster_entry", "roster", roster["id"])
    planned, signed = roster["planned_count"], len(entries)
    silent = sum(not entry["phone"] for entry in entries)
    proxies = sum(bool(entry["signed_by_proxy"]) for entry in entries)
    said = []
    if planned is not None and entries and planned != signed:
        said.append(f"计划 {planned} 人，签到 {signed} 人")
    if silent:
        said.append(f"{silent} 人没有电话（占 {kinds.show_rate(Fraction(100 * silent, signed))}）")
    if proxies:
        said.append(f"{proxies} 人疑似代签（占 {kinds.show_rate(Fraction(100 * proxies, signed))}）")
    said += _repeated(entries)
    if said:
        yield problem(
            "papers.roster",
            Severity.DOUBT,
            Place("roster", roster["id"], "planned_count"),
            f"{quoted(roster['title'])}{'；'.join(said)}。请核实实际到场人数",
            found=str(signed),
            expected=None if planned is None else str(planned),
        )


def _repeated(entries: Sequence[Row]) -> list[str]:
    """Names of one organization, and telephone numbers, that stand in a list more than once."""
    names = Counter((row["name"], row["organization"] or "") for row in entries if row["name"])
    phones = Counter(row["phone"] for row in entries if sum(map(str.isdigit, row["phone"] or "")) >= DIGITS)
    twice = [name for (name, _), count in names.items() if count > 1]
    shared = [phone for phone, count in phones.items() if count > 1]
    said = [f"{'、'.join(twice[:LISTED])}重复签到"] if twice else []
    return [*said, f"电话 {'、'.join(shared[:LISTED])} 不止一人使用"] if shared else said


def _findings(records: Records) -> Iterator[Problem]:
    for finding in records.live("finding"):
        if not records.of("finding_recommendation", "finding", finding["id"]):
            yield problem(
                "papers.finding_without_advice",
                Severity.DOUBT,
                Place("finding", finding["id"]),
                f"问题{quoted(records.title('finding', finding['id']))}还没有对应的建议。请补写建议并关联",
            )


def _advice(records: Records) -> Iterator[Problem]:
    for advice in records.live("recommendation"):
        if not records.of("finding_recommendation", "recommendation", advice["id"]):
            yield problem(
                "papers.advice_without_finding",
                Severity.HINT,
                Place("recommendation", advice["id"]),
                f"建议{quoted(advice['title'] or '未命名')}没有对应的问题。请关联问题，或删去建议",
            )
