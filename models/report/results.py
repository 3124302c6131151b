"""六、产出成果及效益: what each project brought about, and the yearly targets against what was reached."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models import figures, kinds
from models.fields import Row
from models.report.background import target_text
from models.report.blocks import Block, Cell, Column, Run, Table, TableRow, para
from models.report.material import Material, fund_name
from models.report.wording import NOTHING, chapter, prose, section, sentence

UNNAMED = "未命名指标"


def results(material: Material, number: int) -> Iterator[Block]:
    """The chapter."""
    yield chapter(number, "项目的产出成果及效益情况", "results")
    count = 0
    for fund in material.funds:
        told = (*prose(fund["result"]), *_figures(material, fund))
        if told:
            count += 1
            yield section(count, fund_name(fund))
            yield from told
    yield from _surveys(material)
    rows = [
        (fund, row) for fund in material.funds for row in material.records.of("objective", "fund", fund["id"])
    ]
    if rows:
        yield sentence(*_reached(rows))
        yield _table(material, rows)
    elif not count:
        yield para("尚未录入各项目的产出和效益。")


def _figures(material: Material, fund: Row) -> Iterator[Block]:
    rows = [row for row in material.records.of("figure", "fund", fund["id"]) if row["value"] is not None]
    pieces: list[str | Run] = []
    for row in rows:
        shown = Run(
            f"{material.voice.number(row['value'])}{row['unit'] or ''}", ("figure", row["id"], "value")
        )
        pieces += ["、" if pieces else "", row["name"] or "", shown]
    if pieces:
        yield sentence("评价采用的主要数据：", *pieces, "。")


def _surveys(material: Material) -> Iterator[Block]:
    for row in material.records.live("survey"):
        fact = material.facts.surveys[row["id"]]
        if fact.value is None:
            continue
        counts = [("发放", row["issued"]), ("回收", row["returned"]), ("有效", row["valid"])]
        said = "、".join(f"{word}{count}份" for word, count in counts if count is not None)
        title, asked = row["title"] or "满意度调查", row["audience"] or "受访对象"
        yield sentence(
            f"{title}{f'（{said}）' if said else ''}，{asked}满意度为",
            Run(fact.shown, ("survey", row["id"], "title")),
            "。",
        )


def _reached(rows: list[tuple[Row, Row]]) -> Iterator[str]:
    outcomes = [outcome(row) for _, row in rows]
    met, missed = outcomes.count("达成"), [row for _, row in rows if outcome(row) in ("未达成", "部分达成")]
    yield f"各项目年度绩效指标共{len(rows)}项，达成{met}项"
    if missed:
        yield f"，未达成或部分达成{len(missed)}项（{'、'.join(row['name'] or UNNAMED for row in missed)}）"
    unknown = len(rows) - met - len(missed)
    if unknown:
        yield f"，尚无实际值或无法判断{unknown}项"
    yield "。完成情况见下表。"


def outcome(row: Row) -> str:
    """达成, 部分达成, 未达成, or — when that cannot be said."""
    if row["attainment"]:
        return str(row["attainment"])
    target, actual = figures.exact(row["target"]), figures.exact(row["actual"])
    if target is None or actual is None:
        return NOTHING
    reached = {"≥": actual >= target, "≤": actual <= target, "=": actual == target}
    met = reached.get(row["operator"])
    return NOTHING if met is None else "达成" if met else "未达成"


def _share(row: Row) -> str:
    target, actual = figures.exact(row["target"]), figures.exact(row["actual"])
    if not target or actual is None or row["operator"] == "≤":
        return NOTHING
    return kinds.show_rate(Fraction(actual) / target * 100)


def _table(material: Material, rows: list[tuple[Row, Row]]) -> Table:
    columns = (
        Column("项目名称", 24),
        Column("一级指标", 20),
        Column("三级指标", 30),
        Column("年度\n指标值", 18, "center"),
        Column("实际\n完成值", 17, "center"),
        Column("完成率", 15, "right"),
        Column("结论", 14, "center"),
    )
    made = []
    for fund, row in rows:
        actual = (
            NOTHING if row["actual"] is None else material.voice.number(row["actual"]) + (row["unit"] or "")
        )
        made.append(
            TableRow(
                (
                    fund_name(fund),
                    row["level1"] or NOTHING,
                    row["name"] or UNNAMED,
                    Cell(
                        target_text(material.voice, row).strip("（）") or NOTHING,
                        ("objective", row["id"], "target"),
                    ),
                    Cell(actual, ("objective", row["id"], "actual")),
                    _share(row),
                    outcome(row),
                )
            )
        )
    return Table("年度绩效指标完成情况表", "", columns, tuple(made), group_columns=2)
