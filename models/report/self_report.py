"""The unit's own report: what its self-evaluation forms come to, and why targets were missed."""

from __future__ import annotations

from collections.abc import Iterator

from models.fields import Row
from models.report.background import UNNAMED, target_text
from models.report.blocks import Cell, Column, Run, Table, TableRow
from models.report.live.syntax import Field, Insert
from models.report.live.writing import heading, line, of, prose
from models.report.material import NAME, Material, fund_name
from models.report.results import TABLE as TARGETS
from models.report.results import outcome
from models.report.self_evaluation import points, score_text
from models.report.wording import NOTHING, Piece, quoted, unended
from models.self_evaluation import EXECUTION_WEIGHT, LEVELS, WHOLE

TABLE = "自评得分汇总"
"""The name of the table as live text inserts it."""
LEVEL = "绩效指标"
"""The collection by which a sentence on the targets of one level is named; its key is the level."""
MISSED = ("未达成", "部分达成")


def scores(material: Material) -> Iterator[str]:
    """What the forms of the funds come to."""
    yield heading(2, "自评得分")
    if not material.funds:
        yield line("尚未录入资金项目，没有自评得分。")
        return
    rest = points(WHOLE - EXECUTION_WEIGHT)
    yield line(
        f"自评按项目支出绩效自评表计分，每个项目满分{points(WHOLE)}分，"
        f"其中预算执行率{points(EXECUTION_WEIGHT)}分、绩效指标{rest}分。各项目自评得分见下表。"
    )
    yield Insert("表", TABLE).text


def scores_table(material: Material, _argument: str = "") -> Table | None:
    """The score of every fund's form with its two parts; None without funds."""
    if not material.funds:
        return None
    columns = (
        Column("项目名称", 46),
        Column("预算执行率\n得分", 15, "right"),
        Column("绩效指标\n得分", 15, "right"),
        Column("自评总分", 12, "right"),
        Column("未评分值", 12, "right"),
    )
    rows = []
    for form in material.forms:
        of_targets = form.total - (form.execution or 0)
        said = (score_text(form.execution), f"{of_targets:f}", f"{form.total:f}", points(form.open_points))
        cells = (Cell(text, ("fund", form.fund["id"], "自评得分")) for text in said)
        rows.append(TableRow((fund_name(form.fund), *cells)))
    return Table("项目支出绩效自评得分汇总表", "分", columns, tuple(rows))


def attainment(material: Material) -> Iterator[str]:
    """What was reached of the yearly targets, level by level, then the table of all of them."""
    if not any(_rows(material, level) for level in LEVELS):
        yield line("尚未录入各项目的年度绩效指标。")
        return
    for level in LEVELS:
        if _rows(material, level):
            yield heading(2, f"{level}完成情况")
            yield line(Field(f'{LEVEL}["{level}"].完成说明'))
            if level == "满意度指标" and material.records.live("survey"):
                yield Insert("段", "满意度").text
    yield heading(2, "各项指标完成情况汇总")
    yield line("各项目年度绩效指标的完成情况见下表。")
    yield Insert("表", TARGETS).text


def _rows(material: Material, level: str) -> list[Row]:
    rows = (row for fund in material.funds for row in material.records.of("objective", "fund", fund["id"]))
    return [row for row in rows if row["level1"] == level]


def of_level(material: Material, level: str) -> Iterator[Piece]:
    """产出指标共14项，达成6项，未达成或部分达成7项：… with what was planned and reached."""
    rows = _rows(material, level)
    if not rows:
        return
    outcomes = [outcome(row) for row in rows]
    source = ("objective", rows[0]["id"], "actual")
    missed = [row for row, said in zip(rows, outcomes, strict=True) if said in MISSED]
    met = outcomes.count("达成")
    yield from (f"{level}共", Run(f"{len(rows)}", source), "项，达成", Run(f"{met}", source), "项")
    unknown = len(rows) - met - len(missed)
    if unknown:
        yield from ("，尚无实际值或无法判断", Run(f"{unknown}", source), "项")
    if missed:
        yield from ("，未达成或部分达成", Run(f"{len(missed)}", source), "项：")
    for place, row in enumerate(missed):
        yield "；" if place else ""
        yield from _compared(material, row)
    yield "。"


def _compared(material: Material, row: Row) -> Iterator[Piece]:
    """上线X86服务器（年度指标值≥142台，实际完成110台）"""
    yield unended(row["name"] or UNNAMED)
    unit = row["unit"] or ""
    if row["target"] is None:
        yield Run(f"（{outcome(row)}）", ("objective", row["id"], "attainment"))
        return
    yield from ("（年度指标值", Run(target_text(material.voice, row), ("objective", row["id"], "target")))
    if row["actual"] is not None:
        actual = Run(material.voice.number(row["actual"]), ("objective", row["id"], "actual"))
        yield from ("，实际完成", actual, unit)
    yield "）"


def deviations(material: Material) -> Iterator[str]:
    """Why targets were missed and what is to be done, fund by fund, as the unit wrote it."""
    none = True
    for fund in material.funds:
        rows = material.records.of("objective", "fund", fund["id"])
        told = [row for row in rows if outcome(row) in MISSED or row["reason"]]
        if told:
            none = False
            yield heading(2, of(material, "fund", fund, NAME))
        for row in told:
            reason = " ".join((row["reason"] or "原因和改进措施尚未填写").split())
            yield line(of(material, "objective", row, "偏离说明")) + "".join(prose(f"{unended(reason)}。"))
    if none:
        yield line(
            "各项指标均按目标完成，没有偏离绩效目标的情况。"
            if material.records.live("objective")
            else "尚未录入绩效指标的完成情况和偏差原因。"
        )


def deviation(material: Material, row: Row) -> Iterator[Piece]:
    """“上线X86服务器”未达成（年度指标值…）："""
    said = outcome(row)
    yield quoted(unended(row["name"] or UNNAMED))
    yield said if said != NOTHING else "尚不能判断是否达成"
    if row["target"] is not None:
        comparison = list(_compared(material, row))
        yield from comparison[1:]
    yield "："


def form_score(material: Material, fund: Row) -> Iterator[Piece]:
    """自评得84.20分; what is scored so far while points are open."""
    for form in material.forms:
        if form.fund["id"] == fund["id"]:
            yield from ("自评得", Run(f"{form.total:f}", ("fund", fund["id"], "自评得分")), "分")
            if form.open_points:
                yield f"，尚有{points(form.open_points)}分未评"
