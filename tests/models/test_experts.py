"""Expert scoring: the mean with its spread once released, nothing at all of single scores before."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from models import experts
from models.evaluation import Gap, evaluate
from models.records import Records
from models.score_json import score_json
from tests.models.changsha import records

SCORES = (("甲", "9.17"), ("乙", "7.23"), ("丙", "8.11"))


def scored(released: str | None, rule: str = "experts", **more: Any) -> Records:
    return records(
        indicator=[{"id": "I", "name": "论证", "weight": "10", "measure": "专家", "rule": rule, **more}],
        person=[{"id": name, "name": name, "role": "专家"} for name in ("甲", "乙", "丙", "丁")],
        expert_score=[{"indicator": "I", "person": name, "score": score} for name, score in SCORES],
        setting=[] if released is None else [{"key": "experts_released", "value": released}],
    )


@pytest.mark.parametrize("released", [None, "是"])
def test_released_scores_count_with_their_spread(released: str | None) -> None:
    node = evaluate(scored(released)).node("I")
    assert node.score == Decimal("8.17")
    assert "极差 1.94" in node.explanation.text
    assert [table for table, _ in node.explanation.sources] == ["expert_score"] * 3


@pytest.mark.parametrize("rule", ["experts", "manual"])
def test_before_the_release_nothing_of_a_single_score_is_told(rule: str) -> None:
    rows = scored("否", rule)
    found = evaluate(rows)
    node = found.node("I")
    assert (node.score, node.gap, node.value, node.value_text) == (None, Gap.OPEN, None, "")
    assert node.reason == "专家评分尚未公布（已有 3 位专家评分）"
    assert (found.grade, found.open_points) == (None, Decimal("10.00"))
    told = json.dumps(score_json(found, rows), ensure_ascii=False) + repr(node.explanation)
    assert not any(score in told for _, score in SCORES)
    assert "expert_score" not in told


def test_an_expert_sees_the_own_score_only_until_all_are_released() -> None:
    assert [row["person"] for row in experts.visible(scored("否"), "乙")] == ["乙"]
    assert experts.visible(scored("否")) == ()
    assert len(experts.visible(scored("是"), "乙")) == 3


def test_who_has_not_scored_yet_may_be_told() -> None:
    assert [person["id"] for person in experts.missing(scored("否"), "I")] == ["丁"]
    assert experts.sealed(0) == "专家评分尚未公布，还没有专家评分"


def test_a_veto_of_the_blind_score_by_an_adjustment_still_counts() -> None:
    node = evaluate(scored("否", override="6", override_reason="复核")).node("I")
    assert (node.score, node.computed) == (Decimal("6.00"), None)
