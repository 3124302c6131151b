"""Satisfaction indices from the counts of survey answers."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from models.fields import Kind, Row
from models.figures import ZERO, Fact, exact, shown
from models.records import Records
from models.sayings import joined, saying

ANSWERS = ("very", "fairly", "neutral", "little", "dissatisfied")
WHOLE = Fraction(100)
DEFAULT_WEIGHTS = tuple(Fraction(weight) for weight in (100, 75, 50, 25, 0))
NAME = "满意度"


def option_weights(text: str | None) -> tuple[Fraction, ...] | None:
    """The five options' weights in %: the default when nothing is said, None when it makes no sense."""
    if not text or not text.strip():
        return DEFAULT_WEIGHTS
    found = re.findall(r"(?<![\d.])\d{1,3}(?:\.\d{1,4})?(?![\d.])", text)
    weights = tuple(Fraction(Decimal(each)) for each in found)
    sensible = len(weights) == len(ANSWERS) and 1 < max(weights) <= WHOLE
    return weights if sensible else None


def index(records: Records, survey: Row) -> Fact:
    """One survey's index in %: all answers of all its questions, each with its option's weight.

    An empty count is not zero answers: as long as one is empty the index is missing.
    """
    questions = records.of("survey_question", "survey", survey["id"])
    sources = (("survey", survey["id"]), *(("survey_question", row["id"]) for row in questions))

    title = survey["title"] or saying("未命名")

    def unknown(reason: str) -> Fact:
        return Fact(NAME, None, Kind.PERCENT, "", sources, reason)

    weights = option_weights(survey["weights"])
    if weights is None:
        return unknown(saying("问卷“{0}”的选项权重应是五个 0 到 100 的数，如 100/75/50/25/0", title))
    sums = [[exact(row[answer]) for row in questions] for answer in ANSWERS]
    if not questions or any(value is None for each in sums for value in each):
        return unknown(saying("问卷“{0}”的答题数未填全（没有人选的选项填 0）", title))
    counts = [sum((value for value in each if value is not None), ZERO) for each in sums]
    if sum(counts) <= 0:
        return unknown(saying("问卷“{0}”没有有效答题", title))
    value = sum((number * weight for number, weight in zip(counts, weights, strict=True)), ZERO) / sum(counts)
    terms = " ＋ ".join(
        saying("{0} × {1}%", shown(number, Kind.INTEGER), shown(weight, Kind.INTEGER))
        for number, weight in zip(counts, weights, strict=True)
    )
    return Fact(
        NAME,
        value,
        Kind.PERCENT,
        saying("（{0}）÷ {1}", terms, shown(sum(counts, ZERO), Kind.INTEGER)),
        sources,
    )


def overall(records: Records, indices: dict[str, Fact]) -> Fact:
    """The index of all surveys: of several, the mean weighted by their valid forms."""
    surveys = records.live("survey")
    sources = tuple(("survey", row["id"]) for row in surveys)
    if len(surveys) == 1:
        return indices[surveys[0]["id"]]
    if not surveys:
        return Fact(NAME, None, Kind.PERCENT, "", (), saying("没有满意度调查"))
    weighted, valid = ZERO, ZERO
    terms = []
    for row in surveys:
        one, forms = indices[row["id"]], exact(row["valid"])
        if one.value is None:
            return Fact(NAME, None, Kind.PERCENT, "", sources, one.reason)
        if forms is None:
            title = row["title"] or saying("未命名")
            return Fact(NAME, None, Kind.PERCENT, "", sources, saying("问卷“{0}”的有效数未填", title))
        weighted, valid = weighted + one.value * forms, valid + forms
        terms.append(saying("{0} × {1}", one.shown, shown(forms, Kind.INTEGER)))
    if valid <= 0:
        return Fact(NAME, None, Kind.PERCENT, "", sources, saying("各问卷的有效数都是 0"))
    calculation = saying("（{0}）÷ {1}", joined(saying(" ＋ "), terms), shown(valid, Kind.INTEGER))
    return Fact(NAME, weighted / valid, Kind.PERCENT, calculation, sources)
