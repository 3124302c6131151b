"""The whole report: nine chapters of the 2018 form, then the annexes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from models.checks.problem import Problem
from models.evaluation import Evaluation
from models.records import Records
from models.report.annexes import annex_blocks, annexes
from models.report.background import background
from models.report.blocks import Block, Document
from models.report.conclusion import closing, conclusion
from models.report.findings import advice, findings
from models.report.material import Material
from models.report.money import money
from models.report.opening import circumstances, opening
from models.report.progress import progress
from models.report.regulations import regulations
from models.report.results import results

Chapter = Callable[[Material, int], Iterator[Block]]

CHAPTERS: tuple[Chapter, ...] = (
    circumstances,
    background,
    money,
    progress,
    regulations,
    results,
    findings,
    advice,
    conclusion,
)


def build(records: Records, evaluation: Evaluation, problems: Sequence[Problem]) -> Document:
    """The report of these rows as blocks; never raises for what is missing in them."""
    material = Material(records, evaluation, problems)
    project = material.project
    title = project["title"] or f"{material.year}{material.unit}{material.kind}绩效评价报告"
    return Document(
        title,
        tuple(_blocks(material)),
        subject=f"{material.unit}{material.year}度{material.kind}绩效评价",
        keywords=("绩效评价", material.kind, material.year),
        author=project["evaluator"] or project["commissioner"] or "",
    )


def _blocks(material: Material) -> Iterator[Block]:
    yield from opening(material)
    for number, chapter in enumerate(CHAPTERS, start=1):
        yield from chapter(material, number)
    behind = annexes(material)
    yield from closing(material, [annex for annex, _ in behind])
    yield from annex_blocks(behind)
