"""Live fields that name nothing any more, and words pinned over a value that has moved on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from models.checks.problem import Place, Problem, Severity, problem
from models.evaluation import Evaluation
from models.records import Records
from models.report.live.places import CHAPTER, PROSE
from models.sayings import saying

if TYPE_CHECKING:
    from models.report.live.checking import Slip


class Text(NamedTuple):
    """A text with a brace in it, and where it stands."""

    place: Place
    words: str


def problems(records: Records, evaluation: Evaluation) -> Iterator[Problem]:
    """Every wrong field and insert, and every pinned one that differs from the data."""
    texts = list(_texts(records))
    if not texts:
        return
    from models.report.live.checking import slips  # chapters draw from problems, so they load after checks

    for text, slip in slips(records, evaluation, texts):
        yield _problem(text.place, slip)


def _texts(records: Records) -> Iterator[Text]:
    table, name = CHAPTER
    for row in records.live(table):
        if row["edited"] and not row["left_out"] and "{" in (row[name] or ""):
            yield Text(Place(table, row["id"], name), row[name])
    for table, names in PROSE.items():
        for row in records.live(table):
            for name in names:
                if row[name] and "{" in row[name]:
                    yield Text(Place(table, row["id"], name), row[name])


def _problem(place: Place, slip: Slip) -> Problem:
    if slip.wrong:
        message = saying("{0} 有误：{1}。请改正，或改写成文字", slip.written, slip.wrong)
        return problem("report.field", Severity.ERROR, place, message, found=slip.written, mark=slip.written)
    severity = Severity.DOUBT if any(char.isdigit() for char in slip.pinned) else Severity.HINT
    return problem(
        "report.pinned",
        severity,
        place,
        saying(
            "{0} 手改为“{1}”，按现在的数据应为“{2}”。请核对，或恢复为自动数字",
            slip.written,
            slip.pinned,
            slip.now,
        ),
        found=slip.pinned,
        expected=slip.now,
        mark=f"{slip.written}\x1f{slip.now}",
    )
