"""The annexes behind the report, each there only when it has something to show, numbered in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from models.report.annexes.contracts import contracts_list
from models.report.annexes.evidence import TITLE as EVIDENCE_TITLE
from models.report.annexes.evidence import evidence_table
from models.report.annexes.findings import findings_table
from models.report.annexes.forms import self_evaluations
from models.report.annexes.funds import allocations_table
from models.report.annexes.scores import reason, score_table
from models.report.annexes.sign_off import sign_off
from models.report.blocks import Annex, Block
from models.report.material import Material
from models.report.self_evaluation import TITLE as FORMS_TITLE

__all__ = [
    "Behind",
    "allocations_table",
    "annex_blocks",
    "annexes",
    "contracts_list",
    "evidence_table",
    "findings_table",
    "reason",
    "score_table",
    "self_evaluations",
    "sign_off",
]

Behind = tuple[Annex, tuple[Block, ...]]
"""One annex and what stands in it."""


def annexes(material: Material, *, by_unit: bool = False) -> Sequence[Behind]:
    """Every annex that has something to show, numbered in order; the only one has no number.

    A report that the evaluated unit writes itself has none of the evaluators' tables.
    """
    plan = [(title, build) for title, build in PLAN if not by_unit or title in OF_UNIT]
    made = [(title, blocks) for title, build in plan if (blocks := tuple(build(material)))]
    single = len(made) == 1
    return [
        (Annex("" if single else str(number), title), blocks)
        for number, (title, blocks) in enumerate(made, start=1)
    ]


def annex_blocks(made: Sequence[Behind]) -> Iterator[Block]:
    """The annexes behind one another, each on its own page."""
    for annex, blocks in made:
        yield annex
        yield from blocks


def _scores(material: Material) -> Iterator[Block]:
    if material.evaluation.roots:
        yield score_table(material)


def _allocations(material: Material) -> Iterator[Block]:
    if material.records.live("allocation"):
        yield allocations_table(material)


def _contracts(material: Material) -> Iterator[Block]:
    if material.contracts:
        yield contracts_list(material)


def _findings(material: Material) -> Iterator[Block]:
    if material.records.live("finding"):
        yield findings_table(material)


def _evidence(material: Material) -> Iterator[Block]:
    if material.records.live("evidence"):
        yield evidence_table(material.records)


PLAN: tuple[tuple[str, Callable[[Material], Iterable[Block]]], ...] = (
    ("绩效评价评分表", _scores),
    ("资金指标及支付情况表", _allocations),
    ("合同执行情况表", _contracts),
    ("问题及建议对照表", _findings),
    (EVIDENCE_TITLE, _evidence),
    (FORMS_TITLE, self_evaluations),
    ("评价人员签字页", sign_off),
)
"""The title of each annex and what stands in it; one without blocks is left out."""

OF_UNIT = frozenset({"资金指标及支付情况表", "合同执行情况表", FORMS_TITLE})
"""The annexes of a report that the evaluated unit writes itself."""
