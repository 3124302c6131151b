"""得分表: the indicator tree with inputs at its leaves; branches, total and grade are formulas over them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from models import kinds
from models.evaluation import Node, Role
from models.report.annexes import reason
from models.report.annexes.scores import UNTITLED
from models.report.material import Material
from models.report.wording import NOTHING
from services.exporting.report_book.amounts import PLACES
from services.exporting.report_book.looks import Role as LineRole
from services.exporting.report_book.sheet import (
    Content,
    Formula,
    LiveSheet,
    SheetColumn,
    cell,
    counted,
    span,
    summed,
)

NAME = "得分表"
COLUMNS = (
    SheetColumn("指标", 4),
    SheetColumn("", 4),
    SheetColumn("", 34),
    SheetColumn("分值", 9, "points"),
    SheetColumn("得分", 9, "points"),
    SheetColumn("得分率", 10, "rate"),
    SheetColumn("未评分值", 10, "points"),
    SheetColumn("完成值", 16, "centre"),
    SheetColumn("评分说明", 70),
)
DEEPEST = 3
"""The columns in which names stand; what is deeper stands in the last of them."""
WEIGHT, SCORE, RATE, OPEN, VALUE, WHY = 3, 4, 5, 6, 7, 8
UNSCORED, ABSENT, UNWEIGHED, NO_GRADE = "未评", "不适用", "未定", "暂不评定"
Shown = Decimal | str
"""What a cell shows: a number, or a word where there is none."""
MOST_GRADES = 60
"""Grades that one formula tells apart; Excel nests 64 deep."""


@dataclass(frozen=True, slots=True)
class ScoreRows:
    """Where the level-1 indicators stand in the sheet, the plain total, the total that counts, the grade."""

    roots: Mapping[str, int]
    sum: int
    total: int
    grade: int


class ScoreSheet:
    """Fills the sheet from the top."""

    def __init__(self, sheet: LiveSheet, material: Material) -> None:
        self._sheet, self._material, self._evaluation = sheet, material, material.evaluation
        self._last = 0

    def write(self, whose: str) -> ScoreRows:
        """The tree, its sum, the ceilings, the total and the grade."""
        head = self._sheet.open("绩效评价评分表", whose, "分", fixed=DEEPEST)
        self._sheet.merge(head, 0, DEEPEST - 1, "指标", "head", "centre")
        rows = {root.id: self._node(root) for root in self._evaluation.roots}
        places = list(rows.values())
        last = self._last
        whole = self._sheet.reserve()
        evaluation = self._evaluation
        self._line(whole, "合计", (
            Formula(f"={summed(WEIGHT, places)}", evaluation.weight),
            Formula(f"={summed(SCORE, places)}", evaluation.scored),
            _rate(whole, evaluation.weight, evaluation.scored),
            Formula(f"={summed(OPEN, places)}", evaluation.open_points),
        ), "total")  # fmt: skip
        total = self._total(whole)
        grade = self._grade(whole, total, (min(places, default=whole), last))
        self._notes()
        return ScoreRows(rows, whole, total, grade)

    def _node(self, node: Node) -> int:
        row = self._last = self._sheet.reserve()
        name = "　" * max(node.level - DEEPEST, 0) + str(node.row["name"] or UNTITLED)
        if node.role is not Role.BRANCH:
            self._leaf(row, name, node)
            return row
        below = [self._node(child) for child in node.children]
        role: LineRole = "group" if node.level == 1 else "branch"
        self._line(row, name, self._sums(row, below, node), role, node.level)
        return row

    def _sums(self, row: int, below: Sequence[int], node: Node) -> tuple[Content, ...]:
        def added(place: int, none: str, now: Shown) -> Formula:
            return Formula(f'=IF({counted(place, below)}=0,"{none}",{summed(place, below)})', now)

        weight, score, _, still_open = shown(node)
        return (
            added(WEIGHT, NOTHING, weight),
            added(SCORE, UNSCORED, score),
            _rate(row, node.weight, node.score),
            Formula(f"={summed(OPEN, below)}", still_open),
        )

    def _leaf(self, row: int, name: str, node: Node) -> None:
        score: Content = ABSENT if node.absent else node.score
        weight, points = cell(WEIGHT, row), cell(SCORE, row)
        opened = Formula(
            f'=IF(ISNUMBER({points}),0,IF({weight}="","{UNWEIGHED}",N({weight})))', shown(node)[-1]
        )
        contents = (node.weight, score, _rate(row, node.weight, node.score), opened)
        self._line(row, name, contents, "row", node.level, entered=(WEIGHT, SCORE))
        self._sheet.put(row, VALUE, node.value_text or NOTHING)
        self._sheet.put(row, WHY, reason(self._material, node))
        if not node.absent:
            limits = {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": f"={weight}"}
            words = {"error_title": "得分", "error_message": "得分应在 0 和分值之间"}
            self._sheet.sheet.data_validation(points, {**limits, **words})

    def _line(
        self, row: int, name: str, figures: Sequence[Content], role: LineRole, level: int = 1,
        entered: Sequence[int] = (),
    ) -> None:  # fmt: skip
        first = min(level, DEEPEST) - 1
        self._sheet.fill(row, [""] * len(COLUMNS), role)
        self._sheet.merge(row, first, DEEPEST - 1, name, role)
        for place, content in enumerate(figures, start=WEIGHT):
            self._sheet.put(row, place, content, role=role, entered=place in entered)

    def _total(self, whole: int) -> int:
        """The ceilings in force with their limits, and the total under them."""
        limits = []
        for ceiling in self._evaluation.ceilings:
            row = self._sheet.reserve()
            self._line(
                row,
                "封顶与否决",
                ("", ceiling.limit if ceiling.limit is not None else NOTHING),
                "row",
                entered=(SCORE,),
            )
            self._sheet.put(row, WHY, ceiling.sentence)
            limits.append(row)
        row, plain = self._sheet.reserve(), cell(SCORE, whole)
        text = f"=MIN({plain},{span(SCORE, limits[0], limits[-1])})" if limits else f"={plain}"
        self._line(row, "总分", ("", Formula(text, self._evaluation.total)), "total")
        return row

    def _grade(self, whole: int, total: int, tree: tuple[int, int]) -> int:
        """The grade, and the bounds it is read from."""
        row = self._sheet.reserve()
        bands = []
        for word, bound in self._material.records.bands:
            at = self._sheet.reserve()
            self._line(at, "等次下限（含）", ("", bound), "row", entered=(SCORE,))
            self._sheet.put(at, VALUE, word)
            bands.append((cell(SCORE, at), cell(VALUE, at)))
        now = self._evaluation.grade or NO_GRADE
        text = self._grade_formula(whole, total, tree, bands)
        self._line(row, "等次", ("", Formula(text, now) if len(bands) <= MOST_GRADES else now), "total")
        return row

    def _grade_formula(
        self, whole: int, total: int, tree: tuple[int, int], bands: Sequence[tuple[str, str]]
    ) -> str:
        absent = f'COUNTIF({span(SCORE, *tree)},"{ABSENT}")={len([*self._evaluation.leaves()])}'
        unweighed = f'COUNTIF({span(OPEN, *tree)},"{UNWEIGHED}")>0'
        points = f"ROUND({cell(SCORE, total)},2)"
        chosen = f'"{NO_GRADE}"'
        for bound, word in reversed(bands):
            chosen = f"IF({points}>={bound},{word},{chosen})"
        return f'=IF(OR(ROUND({cell(OPEN, whole)},6)>0,{unweighed},{absent}),"{NO_GRADE}",{chosen})'

    def _notes(self) -> None:
        if self._evaluation.scaled:
            self._sheet.note("有指标不适用，其余指标的分值已按比例折算为 100 分。")
        self._sheet.note(
            "浅黄色单元格可以试填：改动分值或得分，上级指标、合计、总分和等次随之重算。这里的改动不会写回项目文件。"
        )


def shown(node: Node) -> tuple[Shown, Shown, Shown, Shown]:
    """Points, score, share and open points of a node, in words where there is no number."""
    leaf = node.role is not Role.BRANCH
    unscored = ABSENT if leaf and node.absent else UNSCORED
    unweighed = leaf and node.weight is None and node.score is None
    return (
        NOTHING if node.weight is None else node.weight,
        unscored if node.score is None else node.score,
        share(node.weight, node.score),
        UNWEIGHED if unweighed else node.open_points,
    )


def share(weight: Decimal | None, score: Decimal | None) -> Shown:
    """Which part of the points was reached; — without points or score."""
    if not weight or score is None:
        return NOTHING
    return kinds.round_half_up(Fraction(score) / Fraction(weight), PLACES)


def _rate(row: int, weight: Decimal | None, score: Decimal | None) -> Formula:
    part, base = cell(SCORE, row), cell(WEIGHT, row)
    text = f'=IF(AND(N({base})<>0,ISNUMBER({part})),{part}/{base},"{NOTHING}")'
    return Formula(text, share(weight, score))
