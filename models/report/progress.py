"""四、项目实施情况: how each fund's project went, and the planned steps against the real ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from models import figures
from models.facts import fund_of_milestone
from models.fields import Row
from models.report.blocks import Block, Column, Table, TableRow, para
from models.report.material import Material, fund_name
from models.report.wording import NOTHING, chapter, day, prose, section


def progress(material: Material, number: int) -> Iterator[Block]:
    """The chapter."""
    yield chapter(number, "项目实施情况", "progress")
    count = 0
    for fund in material.funds:
        told = (*prose(fund["implementation"]), *_contracts(material, fund))
        if told:
            count += 1
            yield section(count, fund_name(fund))
            yield from told
    if not count:
        yield para("尚未录入各项目的实施情况。")
    rows = [row for row in material.records.live("milestone") if row["planned_on"]]
    if rows:
        yield para("有计划日期的主要节点，计划与实际的对照见下表。")
        yield _table(material, rows)


def _contracts(material: Material, fund: Row) -> Iterator[Block]:
    rows = material.records.of("contract", "fund", fund["id"])
    accepted = [row for row in rows if row["accepted_on"]]
    open_reviews = [row for row in rows if "未开展" in (row["settlement"], row["final_accounts"])]
    told = []
    if accepted:
        told.append(f"已取得验收日期的合同{len(accepted)}份")
    if open_reviews:
        told.append(f"未开展结算评审或竣工决算的合同{len(open_reviews)}份")
    if told:
        yield para(f"该项目合同共{len(rows)}份，{'，'.join(told)}。")


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


def _table(material: Material, rows: list[Row]) -> Table:
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
        made.append(TableRow((name, step, day(row["planned_on"]), actual, said)))
    return Table("主要节点计划与实际对照表", "", columns, tuple(made), group_columns=1)
