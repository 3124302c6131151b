"""Scoring by several experts, blind until it is released.

The project setting `experts_released` is 是 by default, so that a table typed by one person is scored as
it is typed. A project in which experts score blind is set to 否 first: then each expert sees only the own
score, nothing of the others reaches evaluation, explanation, exports or the decoded history, and the
indicator stays open until the setting is turned back, which is an edit in the history like any other.
"""

from __future__ import annotations

from models.fields import Row
from models.records import Records
from models.sayings import saying

SETTING = "experts_released"
YES = "是"
TABLE = "expert_score"
TOLD = frozenset({"score", "reason"})
"""The fields of `TABLE` that nobody else may read before the release."""


def released(records: Records) -> bool:
    """Whether the experts' scores count and may be seen by everybody."""
    return records.setting(SETTING) == YES


def sealed(count: int) -> str:
    """Why an indicator is not scored while its experts' scores are not released."""
    if not count:
        return saying("专家评分尚未公布，还没有专家评分")
    return saying("专家评分尚未公布（已有 {0} 位专家评分）", count)


def is_sealed(records: Records, table: str, field: str) -> bool:
    """Whether that field's content may not leave the project yet."""
    return table == TABLE and field in TOLD and not released(records)


def withheld(records: Records) -> int:
    """How many experts' scores may not leave the project yet."""
    return 0 if released(records) else len(records.all(TABLE))


def visible(records: Records, person_id: str | None = None) -> tuple[Row, ...]:
    """The experts' scores that this person may see: all once released, before that only the own ones."""
    rows = records.live("expert_score")
    if released(records):
        return rows
    return tuple(row for row in rows if person_id is not None and row["person"] == person_id)


def missing(records: Records, indicator_id: str) -> tuple[Row, ...]:
    """The persons with the role 专家 who have not scored this indicator yet."""
    given = {
        row["person"]
        for row in records.of("expert_score", "indicator", indicator_id)
        if row["score"] is not None
    }
    return tuple(
        person for person in records.live("person") if person["role"] == "专家" and person["id"] not in given
    )
