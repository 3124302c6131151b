"""Whatever the cells hold, facts, scores and checks give an answer, and every problem its own mark."""

from __future__ import annotations

import json
import random
from decimal import Decimal
from typing import Any

import pytest

from models.checks import problem_json, run
from models.evaluation import evaluate
from models.fields import Field, Kind, Row
from models.records import Records
from models.schema import SCHEMA
from models.score_json import score_json

ROWS = 4
TEXTS = {
    "formula": ["预算执行率", '资金["甲"].已支付', "1/0", "((", '序列("甲", "乙")', "已支付 > 3"],
    "condition": ["预算执行率 < 80", "疑似代签人数 >= 0", "已支付", "〔"],
    "parameters": ["{}", '{"full":"100","zero":"80"}', '{"points":"all"}', "垃圾", '{"bands":[]}'],
    "key": ["money_unit", "bands", "renewal_line", "unassessable", "execution_base", "score_unrounded"],
    "": [
        "甲",
        "乙",
        "满意度",
        "产出",
        "x（2018）1号",
        "13800000000",
        "元",
        "一二三四五六七八九十一二三四五六七。",
    ],
}
VALUES: dict[Kind, list[Any]] = {
    Kind.MONEY: [0, 1, -5, 10**6, 10**15, -(10**16)],
    Kind.INTEGER: [0, 1, -5, 2018, 2019],
    Kind.BOOL: [True, False],
    Kind.DATE: ["2018", "2018-05", "2018-05-06", "2019-01-01", "2018-13-45", "xx", "2017-02-30"],
    **dict.fromkeys(
        (Kind.NUMBER, Kind.PERCENT),
        [Decimal(each) for each in ("0", "1", "-3", "100", "33.333", "1e30", "1e-12", "79.996")],
    ),
}


def cell(field: Field, chance: random.Random) -> Any:
    if chance.random() < 0.35:
        return None
    if field.kind is Kind.REF:
        return chance.choice([*(f"{field.table}{number}" for number in range(ROWS)), "nowhere"])
    if field.kind is Kind.CHOICE:
        return chance.choice([*field.choices, "垃圾"])
    return chance.choice(VALUES.get(field.kind) or TEXTS.get(field.name, TEXTS[""]))


def rows(name: str, chance: random.Random) -> list[Row]:
    return [
        {
            "id": f"{name}{number}",
            "position": "1",
            "void_reason": chance.choice([None, None, None, None, "作废"]),
            **{field.name: cell(field, chance) for field in SCHEMA[name].fields},
        }
        for number in range(chance.randint(0, ROWS))
    ]


@pytest.mark.parametrize("seed", [*range(60), 251])
def test_any_cells_are_answered(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    records = Records({name: rows(name, chance) for name in SCHEMA})
    evaluation = evaluate(records)
    found = run(records, evaluation)
    assert json.dumps([score_json(evaluation, records), [problem_json(each, records) for each in found]])
    assert len({each.fingerprint for each in found}) == len(found)
    assert evaluation.total >= 0
