"""From a problem's sentence to the fact of a finding: the figures that are facts become live fields."""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.checks.problem import Problem
from models.evaluation import Evaluation
from models.fields import Kind
from models.figures import Fact
from models.records import Records
from models.report.live.scope import REPORT_COLLECTIONS
from models.report.live.syntax import Field, Words, pieces, plain
from models.report.material import Material
from models.report.money import STANDARDS

WAYS = {Kind.MONEY: "数"}
"""How a fact is written where the sentence says its unit itself."""
FIGURE = re.compile(r"\d\.\d\d")
GAP = r"[，,]?(?:低于|超过)标准值 [\d,.]+ 个百分点（标准值 [\d.]+%）"


def drafted(records: Records, evaluation: Evaluation, problem: Problem) -> str:
    """The problem's sentence as live text: 已支付 350.80 reads 已支付 {已支付|数} where it is that fact.

    Only a figure that stands right behind the name of its fact is taken for it. A sentence some of whose
    figures are no facts stays words: half of it moving with the data would contradict the other half.
    """
    words = text = plain(problem.message)
    for name, prefix, fact in _facts(Material(records, evaluation, ()), problem):
        if fact.value is None:
            continue
        field = Field(f"{prefix}{name}", WAYS.get(fact.kind, "")).text
        figure = re.escape(fact.shown)
        text = _put(text, rf"(?<!\w){name} {figure}(?![\d,.%])", f"{name} {field}")
        if name in STANDARDS and not prefix:
            gap = Field(f"{name}对照").text
            text = _put(text, re.escape(field) + GAP, f"{field}，{gap}")
    rest = "".join(each.text for each in pieces(text) if isinstance(each, Words))
    return words if FIGURE.search(rest) else text


def _put(text: str, pattern: str, words: str) -> str:
    return re.sub(pattern, words.replace("\\", r"\\"), text)


def _facts(material: Material, problem: Problem) -> Iterator[tuple[str, str, Fact]]:
    """The facts that the sentence may tell, with how fields write what they are of."""
    table, row_id = problem.place.table, problem.place.row
    row = material.records.get(table, row_id)
    if row is None or table == "project":
        yield from ((name, "", fact) for name, fact in material.facts.project.items())
    elif table in {each.table for each in REPORT_COLLECTIONS.values()}:
        prefix = f"{material.scope.written(table, row)}."
        facts = material.scope.facts_of_row(table, row_id)
        yield from ((name, prefix, fact) for name, fact in facts.items())
