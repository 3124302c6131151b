"""What can be found beside the rows: problems, computed figures, and the words of the fields themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from models.checks import Problem
from models.evaluation import Evaluation
from models.facts import Facts
from models.fields import Kind
from models.figures import Fact
from models.kinds import canonical, round_half_up
from models.report.blocks import Heading, Paragraph
from models.report.document import Report
from models.schema import SCHEMA
from models.search.folding import NUMBER, WAN, YUAN, figure_form, fold
from models.search.index import Cell

PROBLEM, FACT, FIELD, CHAPTER = "@problem", "@fact", "@field", "@chapter"
"""The kinds of what is noted; no table is named so."""


def problem_cells(problems: Iterable[Problem]) -> Iterator[Cell]:
    """The words of every problem, by its fingerprint."""
    for each in problems:
        yield each.fingerprint, "label", fold(each.label)
        yield each.fingerprint, "message", fold(each.message)


def fact_key(fund_id: str, name: str) -> str:
    """The key of a figure: of one fund, or of the whole project where `fund_id` is empty."""
    return f"{fund_id}/{name}"


def fact_of(facts: Facts, key: str) -> Fact | None:
    """The figure of that key, as it is now."""
    fund_id, _, name = key.partition("/")
    return (facts.funds.get(fund_id, {}) if fund_id else facts.project).get(name)


def fact_cells(evaluation: Evaluation) -> Iterator[Cell]:
    """The name and value of every figure of the project and its funds."""
    facts = evaluation.facts
    for fund_id, own in (("", facts.project), *facts.funds.items()):
        for name, fact in own.items():
            key = fact_key(fund_id, name)
            yield key, "name", fold(name)
            yield from ((key, "value", form) for form in _fact_forms(fact))


def _fact_forms(fact: Fact) -> Iterator[str]:
    if fact.value is None:
        return
    rounded = round_half_up(fact.value)
    if fact.kind is Kind.MONEY:
        yield figure_form(WAN, rounded)
        yield figure_form(YUAN, round_half_up(fact.value * 10_000))
    else:
        yield figure_form(NUMBER, rounded if fact.kind is Kind.PERCENT else canonical(rounded))


def field_cells(tables: Iterable[str]) -> Iterator[Cell]:
    """The label of every field, with the label of its table."""
    for table in tables:
        for field in SCHEMA[table].fields:
            yield f"{table}.{field.name}", "label", fold(field.label)
            yield f"{table}.{field.name}", "table", fold(SCHEMA[table].label)


def chapter_cells(report: Report) -> Iterator[Cell]:
    """The headings and paragraphs of the report as they are printed, by the key of their chapter."""
    for key, blocks in report.blocks.items():
        for block in blocks:
            if isinstance(block, Heading | Paragraph):
                yield key, block.text, fold(block.text)
