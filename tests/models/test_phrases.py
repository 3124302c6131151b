"""Pasted rule sentences: the table of cases that business people can read, round trips, hostile texts.

How to read `cases_phrases.csv`: the first proposal has this rule and these parameters, written as in
`cases_rules.csv`; a row without a rule must give no proposal at all.
"""

from __future__ import annotations

import csv
import json
import re
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.phrases import CONFIDENCE, LENGTH_LIMIT, propose
from models.rules import RULES, Case, Parameters, describe, parse_parameters, score
from services.sample import sample_sheets
from tests.models.test_rules import KINDS, PARAMETERS, stored_text

HERE = Path(__file__).parent
CASES = list(csv.DictReader((HERE / "cases_phrases.csv").open(encoding="utf-8", newline="")))
BAND = re.compile(r"(\w+)：(\d+)([<≤])x([<≤])(\d+)")


def expected(kind: str, text: str) -> Parameters:
    if kind != "bands":
        return parse_parameters(kind, stored_text(kind, text))
    rows = []
    for each in text.split("；"):
        found = BAND.fullmatch(each)
        assert found, each
        name, low, low_sign, high_sign, high = found.groups()
        ends = {"from": low, "from_closed": low_sign == "≤", "to": high, "to_closed": high_sign == "≤"}
        rows.append({"name": name, **ends})
    return parse_parameters(kind, json.dumps({"bands": rows}))


def plain(kind: str, parameters: Parameters) -> dict[str, Any]:
    """The parameters without the marks at ends that are open anyway."""
    if "bands" not in parameters:
        return dict(parameters)
    rows = [
        {
            **row,
            "from_closed": row["from"] is not None and row["from_closed"],
            "to_closed": row["to"] is not None and row["to_closed"],
        }
        for row in parameters["bands"]
    ]
    return {"bands": rows}


@pytest.mark.parametrize("row", CASES, ids=lambda row: f"{row['规则']}·{row['说明']}")
def test_cases(row: dict[str, str]) -> None:
    weight = Fraction(row["分值"]) if row["分值"] else None
    found = propose(row["句子"], weight)
    if not row["规则"]:
        assert found == ()
        return
    kind = KINDS[row["规则"]]
    assert found
    assert found[0].kind == kind
    assert plain(kind, found[0].parameters) == plain(kind, expected(kind, row["参数"]))
    assert found[0].unread.rstrip("，。") == row["未读"]
    assert found[0].reason
    assert found[0].confidence in CONFIDENCE.values()


def test_the_table_is_large_and_covers_every_kind() -> None:
    assert len(CASES) >= 60
    assert {row["规则"] for row in CASES if row["规则"]} == {rule.label for rule in RULES.values()}
    assert sum(not row["规则"] for row in CASES) >= 10


SENTENCES = [
    *PARAMETERS,
    *(
        (kind, parse_parameters(kind, text))
        for kind, text in [
            ("ratio", '{"floor":"0.5","over_cap":"100","over_deduction":"0"}'),
            ("ratio", '{"direction":"reverse","floor":"60"}'),
            ("linear", '{"full":"10","zero":"-10"}'),
            ("linear", '{"full":"1000","zero":"1234.5"}'),
            ("linear", '{"full":"90","zero":"60"}'),
            ("deduct", '{"direction":"both","step":"0.5","points":"0.25"}'),
            ("deduct", '{"standard":"-3","direction":"over","points":"5","unit":"分值%"}'),
            ("tiers", stored_text("tiers", "x<60：0；60≤x<80：5~7；80≤x<100：8；100≤x：10")),
            ("tiers", stored_text("tiers", "x=0：5；0<x≤10：4；10<x≤20：3；20<x：0")),
            ("tiers", stored_text("tiers", "x≤-5：5；-5<x≤1200：0")),
            ("tiers", '{"bands":[{"score":"5"}]}'),
            ("points", '{"shares":["33.33","33.33","33.34"]}'),
            ("points", '{"unassessable":"full"}'),
            ("faults", '{"points":"0.5"}'),
            ("trend", '{"direction":"down","points":"5","unit":"分值%","equal_ok":true}'),
            ("trend", '{"points":"all","equal_ok":true}'),
            ("bands", '{"bands":[{"name":"好","from":"80","to":"100"},{"name":"差","to":"60"}]}'),
            ("experts", '{"least":"12"}'),
        ]
    ),
]


@pytest.mark.parametrize(("kind", "parameters"), SENTENCES)
@pytest.mark.parametrize("unit", ["%", "天", ""])
def test_every_official_sentence_is_read_back(kind: str, parameters: Parameters, unit: str) -> None:
    if kind == "faults" and unit == "%":
        pytest.skip("faults are counted, a count has no percent sign")
    said = describe(kind, parameters, Fraction(10), None, unit)
    first = propose(said, Fraction(10))[0]
    assert first.kind == kind
    assert plain(kind, first.parameters) == plain(kind, parameters)
    assert first.unread == ""


@pytest.mark.parametrize(("kind", "wanted"), [("ratio", 90), ("deduct", None)])
def test_a_standard_in_the_official_sentence_is_kept(kind: str, wanted: int | None) -> None:
    text = {"ratio": "{}", "deduct": '{"direction":"under","points":"1"}'}[kind]
    parameters = parse_parameters(kind, text)
    first = propose(describe(kind, parameters, Fraction(10), Fraction(90), "%"), Fraction(10))[0]
    case = Case(Fraction(10), Fraction(85), Fraction(90), unit="%")
    assert first.target == wanted
    assert score(first.kind, first.parameters, case).score == score(kind, parameters, case).score


def test_the_sample_table_is_read_as_it_was_entered() -> None:
    """Every rule sentence of the sample is proposed as the rule that stands beside it, first or second."""
    sheet = next(each for each in sample_sheets() if each.name == "indicator")
    seen = 0
    for row in sheet.rows:
        cells = dict(zip((name.rstrip("*") for name in sheet.header), row, strict=False))
        sentence, rule = cells.get("评分标准", ""), cells.get("评分规则", "")
        if not sentence or not rule:
            continue
        seen += 1
        weight = Fraction(cells["分值"])
        proposals = propose(sentence, weight)
        wanted = parse_parameters(KINDS[rule], cells["规则参数"])
        near = [(one.kind, plain(one.kind, one.parameters)) for one in proposals[:2]]
        assert (KINDS[rule], plain(KINDS[rule], wanted)) in near, sentence
    assert seen > 20


WORDS = [
    *{word for row in CASES for word in re.findall(r"[\d.%]+|[^\d.%]{1,4}", row["句子"])},
    *"（）[]()，。；、-—~≥≤<>=×÷/%％１９百千两半",
    "9" * 30, "0." + "1" * 20, "百分之", "每每每", "每低于", "扣扣",
    "\x00", "\u202e", "\ud800", "٣", "²", "𝟙", "㎡", "½",
]  # fmt: skip


@settings(max_examples=250, deadline=None)
@given(st.lists(st.sampled_from(sorted(WORDS)), max_size=40), st.none() | st.fractions(0, 100))
def test_whatever_is_pasted_gives_proposals_that_work(words: list[str], weight: Fraction | None) -> None:
    for proposal in propose("".join(words), weight):
        assert parse_parameters(proposal.kind, proposal.stored) == proposal.parameters
        assert describe(proposal.kind, proposal.parameters, Fraction(10))
        assert proposal.reason
        assert proposal.confidence


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60), st.sampled_from(CASES), st.integers(0, 60))
def test_noise_inside_a_sentence_never_raises(noise: str, row: dict[str, str], at: int) -> None:
    text = row["句子"][:at] + noise + row["句子"][at:]
    for proposal in propose(text, Fraction(5)):
        assert parse_parameters(proposal.kind, proposal.stored) == proposal.parameters


def test_a_text_too_long_is_no_sentence() -> None:
    assert propose("每缺一项扣1分" + "，" * LENGTH_LIMIT, Fraction(5)) == ()


FILLERS = ["每低于", "得", "率", "(", "1", "一", "百分之", "80%-", "含", "每发现一处", "，"]


@pytest.mark.parametrize("filler", FILLERS)
def test_repetition_does_not_hang(filler: str) -> None:
    text = filler * (LENGTH_LIMIT // len(filler))
    assert all(proposal.reason for proposal in propose(text, Fraction(5)))
