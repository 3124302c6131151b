"""Papers asked for, regulations, findings with their advice, sign-in lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction

from models import kinds
from models.checks.problem import Place, Problem, Severity, called, first_of, problem, quoted
from models.evaluation import Evaluation
from models.fields import Row
from models.records import Records
from models.sayings import listing, saying, word

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
    named = [_request_named(records, row) for row in gaps]
    yield problem(
        "papers.requests",
        Severity.DOUBT,
        Place("request", gaps[0]["id"], "state"),
        saying(
            "应提供资料 {0} 项，未齐 {1} 项（未提供 {2} 项，部分提供 {3} 项）：{4}。请催要，或写入问题",
            len(due),
            len(gaps),
            absent,
            partial,
            first_of(named, LISTED, "；"),
        ),
        found=str(len(due) - len(gaps)),
        expected=str(len(due)),
        about="requests",
    )


def _request_named(records: Records, row: Row) -> str:
    fund = records.get("fund", row["fund"])
    name = called(row["name"])
    return saying("{0} {1}", records.key_of("fund", fund), name) if fund is not None else name


def _regulation(row: Row) -> Iterator[Problem]:
    if row["state"] not in ("未制定", "要素不完整"):
        return
    missing = saying("，缺{0}", row["missing"]) if row["missing"] else ""
    yield problem(
        "papers.regulation",
        Severity.DOUBT,
        Place("regulation", row["id"], "state"),
        saying("制度{0}{1}{2}。请核实，或写入问题", quoted(row["title"]), word(row["state"]), missing),
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
            saying(
                "制度{0}一处记为“{1}”，一处记为“{2}”。请核实后只留一条",
                quoted(row["title"]),
                word(other["state"]),
                word(row["state"]),
            ),
            found=row["state"],
            expected=other["state"],
        )


def _roster(records: Records, roster: Row) -> Iterator[Problem]:
    entries = records.of("roster_entry", "roster", roster["id"])
    planned, signed = roster["planned_count"], len(entries)
    silent = sum(not entry["phone"] for entry in entries)
    proxies = sum(bool(entry["signed_by_proxy"]) for entry in entries)
    said: list[str] = []
    if planned is not None and entries and planned != signed:
        said.append(saying("计划 {0} 人，签到 {1} 人", planned, signed))
    if silent:
        said.append(saying("{0} 人没有电话（占 {1}）", silent, _share(silent, signed)))
    if proxies:
        said.append(saying("{0} 人疑似代签（占 {1}）", proxies, _share(proxies, signed)))
    said += _repeated(entries)
    if said:
        yield problem(
            "papers.roster",
            Severity.DOUBT,
            Place("roster", roster["id"], "planned_count"),
            saying("{0}{1}。请核实实际到场人数", quoted(roster["title"]), listing(said, "；")),
            found=str(signed),
            expected=None if planned is None else str(planned),
        )


def _share(part: int, whole: int) -> str:
    return kinds.show_rate(Fraction(100 * part, whole))


def _repeated(entries: Sequence[Row]) -> list[str]:
    """Names of one organization, and telephone numbers, that stand in a list more than once."""
    names = Counter((row["name"], row["organization"] or "") for row in entries if row["name"])
    phones = Counter(row["phone"] for row in entries if sum(map(str.isdigit, row["phone"] or "")) >= DIGITS)
    twice = [name for (name, _), count in names.items() if count > 1]
    shared = [phone for phone, count in phones.items() if count > 1]
    said: list[str] = [saying("{0}重复签到", listing(twice[:LISTED]))] if twice else []
    return [*said, saying("电话 {0} 不止一人使用", listing(shared[:LISTED]))] if shared else said


def _findings(records: Records) -> Iterator[Problem]:
    for finding in records.live("finding"):
        if not records.of("finding_recommendation", "finding", finding["id"]):
            yield problem(
                "papers.finding_without_advice",
                Severity.DOUBT,
                Place("finding", finding["id"]),
                saying(
                    "问题{0}还没有对应的建议。请补写建议并关联",
                    quoted(records.title("finding", finding["id"])),
                ),
            )


def _advice(records: Records) -> Iterator[Problem]:
    for advice in records.live("recommendation"):
        if not records.of("finding_recommendation", "recommendation", advice["id"]):
            yield problem(
                "papers.advice_without_finding",
                Severity.HINT,
                Place("recommendation", advice["id"]),
                saying("建议{0}没有对应的问题。请关联问题，或删去建议", quoted(advice["title"])),
            )
