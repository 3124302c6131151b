"""In an English window a score explains itself in English; names and figures stay as they were typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

import pytest
from PySide6.QtWidgets import QApplication

from models.evaluation import Node
from models.report.charts import payments_over_time
from models.report.material import Material
from models.rules import RULES, BadParameters, describe, parse_parameters, score
from tests.models.test_rules import CASES, KINDS, case_of, stored_text
from ui.context import Context
from ui.language import CHINESE, ENGLISH, speak
from ui.panels.chart_view import ChartView
from ui.panels.explanation import Explanation
from ui.panels.four_lines import paragraph
from ui.panels.rule_editors import plainly
from ui.words import calculated, told

CHINESE_SIGNS = re.compile("[\u3001-\u303f\u4e00-\u9fff\uff00-\uffef]")


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    speak(qapp, ENGLISH)
    yield
    speak(qapp, CHINESE)


def without(text: str, *names: str) -> str:
    for name in sorted(filter(None, names), key=len, reverse=True):
        text = text.replace(name, "")
    return text


# Rules: every case of the table of rules


@pytest.mark.parametrize("row", CASES, ids=lambda row: f"{row['规则']}·{row['说明']}")
def test_a_rule_says_calculation_and_reason_in_english(row: dict[str, str]) -> None:
    kind, case = KINDS[row["规则"]], case_of(row, KINDS[row["规则"]])
    parameters = parse_parameters(kind, stored_text(kind, row["参数"]))
    outcome = score(kind, parameters, case)
    rule = describe(kind, parameters, case.weight, case.target, case.unit)
    own = (case.unit, case.attainment or "", "要点")
    for sentence in (outcome.calculation, outcome.unscored, rule):
        assert not CHINESE_SIGNS.search(without(told(sentence), *own)), told(sentence)
    assert told(rule) and told(outcome.calculation or outcome.unscored)


@pytest.mark.parametrize("kind", sorted(RULES))
def test_the_table_has_every_rule(kind: str) -> None:
    assert kind in {KINDS[row["规则"]] for row in CASES}


@pytest.mark.parametrize(
    ("kind", "stored", "target", "unit", "rule"),
    [
        (
            "ratio", "", "100", "%",
            "Full score from the target 100%; below it by the ratio of value to target",
        ),
        (
            "linear", '{"full":"100","zero":"80"}', None, "%",
            "Pass mark: full score at 100%, 0 at 80%, a straight line between, "
            "that is 5% of the weight off for each 1 pp below, down to 0",
        ),
        (
            "deduct", '{"direction":"over","points":"0.5"}', "10", "d",
            "The standard is 10d, 0.5 points off for each 1d above it, "
            "in proportion for less than 1d, down to 0",
        ),
        (
            "faults", '{"points":"20","unit":"分值%"}', None, "",
            "20% of the weight off for each 1 fault(s), down to 0",
        ),
        ("tiers", '{"bands":[{"from":"80","score":"8"}]}', None, "%", "80% or more: 8 points"),
        (
            "trend", '{"points":"all"}', None, "",
            "A rise is due in every period; one without a rise scores 0; level counts as no rise",
        ),
        (
            "experts", '{"trim":true}', None, "",
            "Mean of the expert scores without the highest and the lowest; at least 3 experts",
        ),
        ("manual", "", None, "", "Scored directly by the evaluator, with a reason"),
    ],
)  # fmt: skip
def test_a_rule_is_one_english_sentence(
    kind: str, stored: str, target: str | None, unit: str, rule: str
) -> None:
    aim = None if target is None else Fraction(target)
    assert told(describe(kind, parse_parameters(kind, stored), Fraction(5), aim, unit)) == rule


@pytest.mark.parametrize(
    ("kind", "stored", "said"),
    [
        (
            "linear", '{"full":"100"}',
            "“Zero-score point” is missing. Should be a number (at most 6 decimals), such as 2",
        ),
        (
            "linear", '{"full":"x","zero":"1"}',
            "“Full-score point” is \"x\". Should be a number (at most 6 decimals), such as 2",
        ),
        (
            "linear", '{"full":"1","zero":"1"}',
            "“Full-score point” and “Zero-score point” must differ",
        ),
        (
            "linear", "{",
            "The rule’s parameters are malformed at line 1, character 2. "
            "Write them like {\"parameter\":\"value\"}",
        ),
        (
            "ratio", '{"direction":"up"}',
            "“Direction” is \"up\". Should be one of “Higher is better”, “Lower is better”",
        ),
    ],
)  # fmt: skip
def test_a_refusal_is_said_in_english(kind: str, stored: str, said: str) -> None:
    with pytest.raises(BadParameters) as refused:
        parse_parameters(kind, stored)
    assert plainly(refused.value.args[0]) == said


# A project: the four lines, the notes and the tips of its whole tree


def own_words(context: Context, node: Node) -> tuple[str, ...]:
    """What was typed for an indicator and may be quoted as it is: its formula, unit, reasons and names."""
    typed = [str(value) for value in node.row.values() if isinstance(value, str)]
    live = context.records.live
    names = [str(row["name"] or "") for table in ("indicator", "figure") for row in live(table)]
    return (*typed, *names, *(str(row["title"] or "") for row in live("survey")))


def test_every_indicator_explains_its_score_in_english(context: Context) -> None:
    shown = Explanation(context)
    for node in context.workspace.evaluation.nodes():
        shown.show_node(node)
        lines = [*(shown.line(key) for key in shown.lines), *shown.note_texts()]
        lines += [paragraph(node.explanation), calculated(node.reason)]
        for line in lines:
            assert not CHINESE_SIGNS.search(without(line, *own_words(context, node))), line
    shown.deleteLater()


def test_a_number_behind_a_fact_leads_to_its_rows_in_english_too(context: Context) -> None:
    shown = Explanation(context)
    line, _ = shown.lines["value"]
    linked = {}
    for node in context.workspace.evaluation.leaves():
        shown.show_node(node)
        linked[line.accessibleName()] = [part.text for part in line.parts if part.run is not None]
    assert linked["Papers provided 20 ÷ Papers due 26 × 100"] == ["20", "26"]
    shown.deleteLater()


def test_the_chart_of_payments_is_in_english(context: Context) -> None:
    view = ChartView(context.look)
    workspace = context.workspace
    view.show_chart(payments_over_time(Material(workspace.records, workspace.evaluation, workspace.problems)))
    assert view.picture is not None
    live = context.records.live
    names = [str(row["name"] or "") for row in live("contract")]
    names += [str(row["condition"] or "") for row in live("term")]
    whole = view.accessibleName()
    assert not CHINESE_SIGNS.search(without(whole, *names)), whole
    drawn = [told(words.text) for words in view.picture.words]
    assert [text for text in drawn if CHINESE_SIGNS.search(text) and text.rstrip("…") not in whole] == []
    view.deleteLater()
