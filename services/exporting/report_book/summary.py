"""汇总: scores of level 1, total and grade, the funds with their rates; two charts over these cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from models import kinds, rates
from models.report.annexes.scores import UNTITLED
from models.report.material import Material, fund_name
from models.report.wording import NOTHING
from services.exporting.report_book import scores
from services.exporting.report_book.amounts import PLACES, Cells
from services.exporting.report_book.funds import NAME as FUNDS
from services.exporting.report_book.funds import FundRows
from services.exporting.report_book.scores import ScoreRows
from services.exporting.report_book.sheet import Content, LiveSheet, SheetColumn, quotation
from services.exporting.sheet_look import HEADER_FILL

if TYPE_CHECKING:
    from xlsxwriter import Workbook

NAME = "汇总"
COLUMNS = (
    SheetColumn("项目", 46),
    SheetColumn("", 16, "money"),
    SheetColumn("", 16, "money"),
    SheetColumn("", 16, "money"),
    SheetColumn("", 16, "rate"),
)
SCORE_HEADS = ("一级指标", "分值", "得分", "未评分值", "得分率")
FUND_HEADS = ("资金项目", "指标金额", "已支付", "结余", rates.EXECUTION)
SCORE_PLACES = (scores.WEIGHT, scores.SCORE, scores.OPEN, scores.RATE)
PALE = "A9C4CF"
ONE_PAGE = 40
"""Lines above the charts with which the sheet still goes on one page."""
EMPTY = "尚未建立评价指标，也没有资金项目。"


class SummarySheet:
    """Fills the sheet from the top."""

    def __init__(self, book: Workbook, sheet: LiveSheet, material: Material) -> None:
        self._book, self._sheet, self._material = book, sheet, material
        self._charts: list[object] = []

    def write(
        self, whose: str, cells: Cells, scored: ScoreRows | None, paid: FundRows | None, last: int
    ) -> None:
        """Both tables and their charts; `last` is the last column of 资金表."""
        title = self._material.project["title"] or "绩效评价报告"
        self._sheet.banner(title, whose, f"分、{cells.unit}")
        if scored is not None:
            self._scores(scored)
        if paid is not None:
            self._funds(paid, cells, last)
        if scored is None and paid is None:
            self._sheet.note(EMPTY)
        self._sheet.note("本页数字引自“得分表”和“资金表”，随之变动。")
        self._place_charts()

    def _heads(self, heads: Sequence[str]) -> None:
        row = self._sheet.reserve()
        for place, head in enumerate(heads):
            self._sheet.put(row, place, head, role="head", look="centre")

    def _scores(self, scored: ScoreRows) -> None:
        self._heads(SCORE_HEADS)
        evaluation = self._material.evaluation
        lines = [(root.row["name"] or UNTITLED, scored.roots[root.id], root) for root in evaluation.roots]
        first = self._sheet.reserve()
        for number, (name, at, root) in enumerate(lines):
            row = first if number == 0 else self._sheet.reserve()
            self._sheet.fill(row, [name, *_quoted(at, scores.shown(root))])
        self._column_chart(first, first + len(lines) - 1)
        share = scores.share(evaluation.weight, evaluation.scored)
        whole = (evaluation.weight, evaluation.scored, share, evaluation.open_points)
        self._sheet.fill(self._sheet.reserve(), ["合计", *_quoted(scored.sum, whole)], "total")
        total = quotation(scores.NAME, scores.SCORE, scored.total, evaluation.total)
        grade = quotation(scores.NAME, scores.SCORE, scored.grade, evaluation.grade or scores.NO_GRADE)
        self._sheet.fill(self._sheet.reserve(), ["总分和等次", "", total, grade, ""], "total")
        self._sheet.reserve()

    def _funds(self, paid: FundRows, cells: Cells, last: int) -> None:
        self._heads(FUND_HEADS)
        places = (3, last - 2, last - 1, last)
        first = row = self._sheet.reserve()
        for number, fund in enumerate(self._material.funds):
            row = first if number == 0 else self._sheet.reserve()
            name = fund["short_name"] or fund_name(fund)
            self._sheet.fill(
                row, [name, *self._fund_figures(paid.funds[fund["id"]], places, cells, fund["id"])]
            )
        self._bar_chart(first, row)
        figures = self._fund_figures(paid.total, places, cells, None)
        self._sheet.fill(self._sheet.reserve(), ["合计", *figures], "total")

    def _fund_figures(self, at: int, places: Sequence[int], cells: Cells, fund: str | None) -> list[Content]:
        facts = self._material.facts
        known = facts.project if fund is None else facts.funds[fund]
        amounts = [cells.amount(known[name].value) for name in ("总指标", "已支付", "结余")]
        percent = known[rates.EXECUTION].value
        rate = None if percent is None else kinds.round_half_up(percent / 100, PLACES)
        return [
            quotation(FUNDS, place, at, NOTHING if now is None else now)
            for place, now in zip(places, (*amounts, rate), strict=True)
        ]

    def _column_chart(self, first: int, last: int) -> None:
        """Points and scores of level 1 side by side."""
        chart = self._book.add_chart({"type": "column"})
        for place, fill in ((1, PALE), (2, HEADER_FILL)):
            chart.add_series(self._series(first, last, place, fill, "0.00", SCORE_HEADS[place]))
        chart.set_title({"name": "一级指标得分", "name_font": {"size": 12}, "overlay": False})
        chart.set_legend({"position": "bottom"})
        chart.set_y_axis(
            {"min": 0, "num_format": "0", "major_gridlines": {"visible": True, "line": {"color": "D5D9DC"}}}
        )
        self._charts.append(chart)

    def _bar_chart(self, first: int, last: int) -> None:
        """The execution rate of every fund, the first on top."""
        chart = self._book.add_chart({"type": "bar"})
        chart.add_series(self._series(first, last, 4, HEADER_FILL, "0.00%", FUND_HEADS[4]))
        chart.set_title({"name": f"各资金项目{rates.EXECUTION}", "name_font": {"size": 12}})
        chart.set_legend({"none": True})
        chart.set_x_axis({"min": 0, "visible": False, "major_gridlines": {"visible": False}})
        chart.set_y_axis({"reverse": True})
        self._charts.append(chart)

    @staticmethod
    def _series(first: int, last: int, place: int, fill: str, shown: str, name: str) -> dict[str, object]:
        return {
            "name": name,
            "categories": [NAME, first - 1, 0, last - 1, 0],
            "values": [NAME, first - 1, place, last - 1, place],
            "fill": {"color": f"#{fill}"},
            "data_labels": {"value": True, "num_format": shown, "font": {"size": 8}},
            "gap": 80,
        }

    def _place_charts(self) -> None:
        """The charts under the tables, side by side."""
        row = self._sheet.reserve()
        for number, chart in enumerate(self._charts):
            self._sheet.sheet.insert_chart(
                row, 0, chart, {"x_offset": 4 + number * 396, "y_offset": 4, "object_position": 2}
            )
            chart.set_size({"width": 388, "height": 300})  # type: ignore[attr-defined]


def _quoted(at: int, figures: Sequence[scores.Shown]) -> list[Content]:
    """A line of 得分表: points, score, open points, share."""
    weight, score, share, still_open = figures
    now = (weight, score, still_open, share)
    return [quotation(scores.NAME, place, at, each) for place, each in zip(SCORE_PLACES, now, strict=True)]
