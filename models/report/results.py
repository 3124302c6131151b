"""产出成果及效益: what each project brought about, and the yearly targets against what was reached."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from models import figures, kinds
from models.fields import Row
from models.report.background import UNNAMED, target_text
from models.report.blocks import Cell, Column, Run, Table, TableRow
from models.report.live.syntax import Field, Insert
from models.report.live.writing import heading, line, of, prose
from models.report.material import NAME, Material, fund_name
from models.report.wording import NOTHING, Piece

TABLE = "年度绩效指标完成情况"
"""The name of the table as live text inserts it."""
NOTHING_YET = "尚未录入各项目的产出和效益。"


def results(material: Material) -> Iterator[str]:
    """What people wrote of each fund's results, the figures used, the surveys, the yearly targets."""
    return _results(material, surveys(material))


def achievements(material: Material) -> Iterator[str]:
    """The same without the surveys, where these are told elsewhere."""
    return _results(material, ())


def _results(material: Material, asked: Iterable[str]) -> Iterator[str]:
    told = [*_told(material)]
    yield from told
    yield from asked
    if _objectives(material):
        yield from _attained()
    elif not told:
        yield line(NOTHING_YET)


def _told(material: Material) -> Iterator[str]:
    """What people wrote of each fund's results, and the figures used, under the fund's name."""
    for fund in material.funds:
        told = (*prose(fund["result"]), *_figures(material, fund))
        if told:
            yield heading(2, of(material, "fund", fund, NAME))
            yield from told


def _attained() -> Iterator[str]:
    yield line(Field("绩效指标完成说明"), "完成情况见下表。")
    yield Insert("表", TABLE).text


def _figures(material: Material, fund: Row) -> Iterator[str]:
    if _known_figures(material, fund):
        yield line(of(material, "fund", fund, "主要数据"))


def _known_figures(material: Material, fund: Row) -> list[Row]:
    return [row for row in material.records.of("figure", "fund", fund["id"]) if row["value"] is not None]


def figures_used(material: Material, fund: Row) -> Iterator[Piece]:
    """评价采用的主要数据：计划服务器142台、…"""
    rows = _known_figures(material, fund)
    for place, row in enumerate(rows):
        yield f"{'、' if place else '评价采用的主要数据：'}{row['name'] or UNNAMED}"
        yield from (
            Run(material.voice.number(row["value"]), ("figure", row["id"], "value")),
            row["unit"] or "",
        )
    if rows:
        yield "。"


def surveys(material: Material) -> Iterator[str]:
    """One sentence for each survey that has an index: forms sent, returned and valid, and the index."""
    for row in material.records.live("survey"):
        if material.facts.surveys[row["id"]].value is None:
            continue
        asked = row["audience"] or "受访对象"
        yield line(
            row["title"] or "满意度调查",
            of(material, "survey", row, "回收情况"),
            f"，{asked}满意度为",
            of(material, "survey", row, "满意度"),
            "。",
        )


def survey_returns(_material: Material, row: Row) -> Iterator[Piece]:
    """（发放100份、回收98份、有效96份，有效回收率96.00%）"""
    counts = [
        (word, row[field]) for word, field in (("发放", "issued"), ("回收", "returned"), ("有效", "valid"))
    ]
    known = [(word, count) for word, count in counts if count is not None]
    if not known:
        return
    yield "（"
    for place, (word, count) in enumerate(known):
        yield from (f"{'、' if place else ''}{word}", Run(f"{count}", ("survey", row["id"], "valid")), "份")
    if row["issued"] and row["valid"] is not None:
        share = kinds.show_rate(Fraction(row["valid"], row["issued"]) * 100)
        yield from ("，有效回收率", Run(share, ("survey", row["id"], "valid")))
    yield "）"


def _objectives(material: Material) -> list[tuple[Row, Row]]:
    return [
        (fund, row) for fund in material.funds for row in material.records.of("objective", "fund", fund["id"])
    ]


def reached(material: Material) -> Iterator[Piece]:
    """How many of the yearly targets were reached, and which were not."""
    rows = _objectives(material)
    if not rows:
        return
    outcomes = [outcome(row) for _, row in rows]
    met, missed = outcomes.count("达成"), [row for _, row in rows if outcome(row) in ("未达成", "部分达成")]
    source = ("objective", rows[0][1]["id"], "actual")
    yield from ("各项目年度绩效指标共", Run(f"{len(rows)}", source), "项，达成", Run(f"{met}", source), "项")
    if missed:
        yield from (
            "，未达成或部分达成",
            Run(f"{len(missed)}", ("objective", missed[0]["id"], "actual")),
            "项（",
        )
        yield f"{'、'.join(row['name'] or UNNAMED for row in missed)}）"
    unknown = len(rows) - met - len(missed)
    if unknown:
        yield from ("，尚无实际值或无法判断", Run(f"{unknown}", source), "项")
    yield "。"


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


def objectives_table(material: Material, _argument: str = "") -> Table | None:
    """Every yearly target beside what was reached; None without any."""
    rows = _objectives(material)
    if not rows:
        return None
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
                    Cell(_share(row), ("objective", row["id"], "actual")),
                    outcome(row),
                )
            )
        )
    return Table("年度绩效指标完成情况表", "", columns, tuple(made), group_columns=2)
