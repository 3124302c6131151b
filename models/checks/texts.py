"""What findings, advice, opinions and rectification still need: likeness, answers, dates, evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from models.checks.problem import Place, Problem, Severity, problem, quoted
from models.checks.time import certain_days
from models.evaluation import Evaluation
from models.records import Records
from models.sayings import joined, saying, word
from models.schema import SCHEMA

TEXTS = (("finding", "fact"), ("recommendation", "text"))
SENTENCE = re.compile(r"[。；！？\n]+")
NOISE = re.compile(r"[\s，、：:,.．·（）()《》“”\"]")
SHORTEST = 15
"""Sentences under so many characters recur by nature."""
ALIKE = 0.8
"""From this share of common letter triples two texts say the same."""
OPEN = ("未整改", "整改中", None)


def problems(records: Records, evaluation: Evaluation) -> Iterator[Problem]:
    """Texts written twice, opinions undecided, rectification overdue, statements without evidence."""
    for table, field in TEXTS:
        yield from _alike(records, table, field)
    yield from _opinions(records)
    yield from _rectification(records)
    yield from _evidence(records, evaluation)


def _plain(text: str) -> str:
    return NOISE.sub("", text)


def _alike(records: Records, table: str, field: str) -> Iterator[Problem]:
    rows = [(row, str(row[field])) for row in records.live(table) if row[field]]
    read = [(row, _sentences(text), _triples(_plain(text))) for row, text in rows]
    for (first, mine, own), (second, other, their) in combinations(read, 2):
        same = [text for key, text in mine.items() if key in other]
        if not same and not _similar(own, their):
            continue
        what = saying("有同一句话{0}", quoted(same[0])) if same else saying("内容几乎相同")
        yield problem(
            "papers.alike",
            Severity.HINT,
            Place(table, second["id"], field),
            saying(
                "{0}{1}和{2}{3}。请合并，或改写其中一处",
                word(SCHEMA[table].label),
                quoted(records.title(table, first["id"])),
                quoted(records.title(table, second["id"])),
                what,
            ),
            mark=first["id"],
        )


def _sentences(text: str) -> dict[str, str]:
    """The sentences that are long enough to tell something, by their letters alone."""
    found = ((_plain(part), part.strip()) for part in SENTENCE.split(text))
    return {key: part for key, part in found if len(key) >= SHORTEST}


def _triples(text: str) -> frozenset[str]:
    if len(text) < SHORTEST:
        return frozenset()
    return frozenset(text[at : at + 3] for at in range(len(text) - 2))


def _similar(one: frozenset[str], other: frozenset[str]) -> bool:
    if not one or not other or min(len(one), len(other)) < ALIKE * max(len(one), len(other)):
        return False
    common = len(one & other)
    return common >= ALIKE * (len(one) + len(other) - common)


def _opinions(records: Records) -> Iterator[Problem]:
    """Opinions without a decision; a missing reply is named with the required cells."""
    for row in records.live("opinion"):
        if not row["decision"]:
            yield problem(
                "papers.opinion",
                Severity.DOUBT,
                Place("opinion", row["id"], "decision"),
                saying("反馈意见{0}还没有写采纳情况。请逐条答复", quoted(_short(row["text"]))),
            )


def _short(text: str | None) -> str:
    line = " ".join((text or "").split())
    return line if len(line) <= 24 else line[:23] + "…"


def _rectification(records: Records) -> Iterator[Problem]:
    """Measures still open on the latest day that the file itself speaks of; a model has no clock."""
    rows = records.live("rectification")
    known = [row["rechecked_on"] for row in rows]
    known += [row[field] for row in records.all("project") for field in ("ended_on", "report_date")]
    latest = max((str(date) for date in known if date), default=None)
    for row in rows:
        days = certain_days(row["due_on"], row["rechecked_on"] or latest)
        if row["status"] not in OPEN or days is None:
            continue
        yield problem(
            "papers.rectification",
            Severity.DOUBT,
            Place("rectification", row["id"], "status"),
            saying(
                "问题{0}的整改应在 {1} 前完成，到 {2} 仍为“{3}”，至少逾期 {4} 天。请催办",
                quoted(records.title("finding", row["finding"])),
                row["due_on"],
                row["rechecked_on"] or latest,
                word(row["status"] or "未整改"),
                days,
            ),
            found=row["status"],
            expected="已完成",
        )


def _evidence(records: Records, evaluation: Evaluation) -> Iterator[Problem]:
    """How many statements have no evidence linked, as one problem, once evidence is being collected."""
    if not records.live("evidence"):
        return
    linked = {(row["on_table"], row["on_row"]) for row in records.live("evidence_link")}
    kinds = (
        ("finding", saying("问题"), [row["id"] for row in records.live("finding")]),
        ("figure", saying("基础数据"), [row["id"] for row in records.live("figure")]),
        ("indicator", saying("满分要点"), _full_points(evaluation, linked)),
    )
    said, places = [], []
    for table, what, ids in kinds:
        bare = [Place(table, each) for each in ids if (table, each) not in linked]
        if bare:
            said.append(saying("{0} {1} 条中 {2} 条", what, len(ids), len(bare)))
            places += bare
    if places:
        yield problem(
            "papers.evidence",
            Severity.HINT,
            places[0],
            saying("还没有关联佐证材料：{0}。请在归档前补上", joined(saying("，"), said)),
            found=str(len(places)),
            expected="0",
            about="evidence",
        )


def _full_points(evaluation: Evaluation, linked: set[tuple[str, str]]) -> list[str]:
    """The 要点 that lost nothing, without those whose indicator has evidence of its own."""
    return [
        point.id
        for leaf in evaluation.leaves()
        if ("indicator", leaf.id) not in linked
        for point in leaf.children
        if point.weight and point.score == point.weight
    ]
