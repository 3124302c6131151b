"""签字页: who took part in the evaluation, with room for their names and for the seal."""

from __future__ import annotations

from collections.abc import Iterator

from models.report.blocks import Block, Cell, Column, Table, TableRow, para
from models.report.material import Material
from models.report.wording import NOTHING

STATEMENT = "以下人员参加了本次评价，对各自分工范围内的事实、数据和评分意见负责，签字确认如下。"
BLANK = "＿" * 10
DATE = "日期：　　　　年　　　月　　　日"
ROOM = "\u3000\n\u3000"
"""Two empty lines, so that a name can be written by hand."""


def sign_off(material: Material) -> Iterator[Block]:
    """The members as a table with an empty column, then the lines for those who answer for the whole."""
    people = material.records.live("person")
    if not people:
        return
    columns = (
        Column("序号", 8, "center"),
        Column("姓名", 16, "center"),
        Column("单位", 30),
        Column("角色", 13, "center"),
        Column("分工", 43),
        Column("签字", 24, "center"),
    )
    rows = []
    for number, row in enumerate(people, start=1):
        texts = (row[name] or NOTHING for name in ("organization", "role", "duty"))
        name = Cell(row["name"] or NOTHING, ("person", row["id"], "name"))
        rows.append(TableRow((str(number), name, *texts, ROOM)))
    yield para(STATEMENT)
    yield Table("", "", columns, tuple(rows))
    yield para("")
    yield para(f"组长（签字）：{BLANK}")
    yield para(f"复核人（签字）：{BLANK}")
    yield para(f"评价机构（盖章）：{material.project['evaluator'] or BLANK}")
    yield para(DATE)
