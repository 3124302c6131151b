"""项目实施情况: how each fund's project went, and the planned steps against the real ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from models import figures
from models.facts import fund_of_milestone
from models.fields import Row
from models.report.blocks import Cell, Column, Run, Table, TableRow
from models.report.live.syntax import Insert
from models.report.live.writing import heading, line, of, prose
from models.report.material import NAME, Material, fund_name, fund_source
from models.report.wording import NOTHING, Piece, day

TABLE = "主要节点计划与实际对照"
"""The name of the table as live text inserts it."""


def progress(material: Material) -> Iterator[str]:
    """What people wrote of each fund's project, and how far its contracts are."""
    none = True
    for fund in material.funds:
        told = [*prose(fund["implementation"])]
        if any(acceptance(material, fund)):
            told.append(line(of(material, "fund", fund, "合同进展")))
        if told:
            none = False
            yield heading(2, of(material, "fund", fund, NAME))
            yield from told
    if none:
        yield line("尚未录入各项目的实施情况。")
    if _planned(material):
        yield line("有计划日期的主要节点，计划与实际的对照见下表。")
        yield Insert("表", TABLE).text


def _planned(material: Material) -> list[Row]:
    return [row for row in material.records.live("milestone") if row["planned_on"]]


def acceptance(material: Material, fund: Row) -> Iterator[Piece]:
    """How many of a fund's contracts are accepted, and of how many the accounts were not settled."""
    rows = material.records.of("contract", "fund", fund["id"])
    accepted = [row for row in rows if row["accepted_on"]]
    open_reviews = [row for row in rows if "未开展" in (row["settlement"], row["final_accounts"])]
    if not accepted and not open_reviews:
        return
    yield from ("该项目合同共", Run(f"{len(rows)}", fund_source(fund, "合同数")), "份")
    for words, found, field in (
        ("已取得验收日期", accepted, "accepted_on"),
        ("未开展结算评审或竣工决算", open_reviews, "settlement"),
    ):
        if found:
            yield from (f"，{words}的合同", Run(f"{len(found)}", ("contract", found[0]["id"], field)), "份")
    yield "。"


class Lateness(NamedTuple):
    """How a step went against its plan, in words."""

    actual: str
    said: str


def lateness(milestone: Row, ended_on: str | None) -> Lateness:
    """Actual date and delay; a step not reached by the evaluation's end is measured there."""
    done = milestone["actual_on"]
    between = figures.days_between(milestone["planned_on"], done or ended_on)
    actual = day(done) if done else "未填列"
    if between is None:
        return Lateness(actual, NOTHING)
    least, most = between
    if least > 0:
        exactly = "" if least == most else "至少"
        return Lateness(actual, f"{'比计划晚' if done else '至评价结束已晚'}{exactly}{least}天")
    if most <= 0:
        return Lateness(actual, "按期" if done else "未到期")
    return Lateness(actual, "日期不够精确")


def milestones_table(material: Material, _argument: str = "") -> Table | None:
    """The planned steps against the real ones, fund by fund; None without a plan."""
    rows = _planned(material)
    if not rows:
        return None
    columns = (
        Column("项目名称", 26),
        Column("节点", 23),
        Column("计划日期", 16, "center"),
        Column("实际日期", 16, "center"),
        Column("对照", 34, "center"),
    )
    order = {fund["id"]: place for place, fund in enumerate(material.funds)}
    placed = sorted(
        rows, key=lambda row: order.get(fund_of_milestone(material.records, row) or "", len(order))
    )
    made = []
    for row in placed:
        fund = material.records.get("fund", fund_of_milestone(material.records, row))
        named = row["name"] or ""
        kind = row["kind"] or NOTHING
        step = named if kind in named else f"{kind}（{named}）" if named else kind
        actual, said = lateness(row, material.project["ended_on"])
        name = fund_name(fund) if fund is not None else "全部项目"
        planned, reached = (("milestone", row["id"], field) for field in ("planned_on", "actual_on"))
        cells = (Cell(day(row["planned_on"]), planned), Cell(actual, reached), Cell(said, reached))
        made.append(TableRow((name, step, *cells)))
    return Table("主要节点计划与实际对照表", "", columns, tuple(made), group_columns=1)
