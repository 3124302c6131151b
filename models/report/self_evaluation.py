"""The self-evaluation forms as blocks: the official table of each fund, and how its scores came about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from models import figures, kinds
from models.explanation import Explanation
from models.fields import Kind, Row
from models.rates import EXECUTION
from models.records import Records
from models.report.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    PageBreak,
    Paragraph,
    Run,
    Source,
    Table,
    TableRow,
    Title,
    para,
)
from models.report.wording import NOTHING, Voice, ended
from models.self_evaluation import EXECUTION_WEIGHT, Form, FundLine, Line

TITLE = "项目支出绩效自评表"
COLUMNS = (
    Column("", 7, "center"),
    Column("一级指标", 11, "center"),
    Column("二级指标", 17, "center"),
    Column("三级指标", 21, "left"),
    Column("年度\n指标值", 12, "right"),
    Column("实际\n完成值", 12, "right"),
    Column("分值", 9, "right"),
    Column("得分", 9, "right"),
    Column("偏差原因分析及改进措施", 20, "left"),
)
"""The columns of the official table; the first holds the labels at its left edge."""

WIDTH = len(COLUMNS)
FUND_HEADER = ("年初预算数", "全年\n预算数", "全年\n执行数", "分值", "执行率", "得分")
INDICATOR_LABEL, GOAL_LABEL = "绩效指标", "年度总体目标"
EXPECTED_GOAL, REACHED_GOAL = "预期目标", "实际完成情况"
UNSCORED = "未评"


def build(records: Records, forms: Sequence[Form]) -> Document:
    """The forms of all funds, each on pages of its own; never raises for what is missing in them."""
    project = figures.project_row(records) or {}
    blocks: list[Block] = []
    for form in forms:
        blocks += [PageBreak()] if blocks else []
        blocks += form_blocks(records, project, form)
    year = f"{project['year']}年度" if project.get("year") else ""
    return Document(
        f"{project.get('unit') or ''}{year}{TITLE}",
        tuple(blocks),
        subject=TITLE,
        keywords=("绩效自评", "项目支出"),
        author=project.get("unit") or "",
    )


def form_blocks(records: Records, project: Mapping[str, Any], form: Form) -> Iterator[Block]:
    """The form of one fund under its title."""
    yield Title(TITLE)
    yield from form_body(records, project, form)


def form_body(records: Records, project: Mapping[str, Any], form: Form) -> Iterator[Block]:
    """Year, table and the reasons of the scores of one fund, as they stand below the title."""
    if project.get("year"):
        yield para(f"（{project['year']}年度）", "center")
    yield form_table(records, project, form)
    yield from _reasons(form)


def form_table(records: Records, project: Mapping[str, Any], form: Form) -> Table:
    """The official table of one fund."""
    voice = Voice(records.money_unit, records.thousands)
    rows = (
        *_names(project, form.fund),
        *_money(form, voice),
        *_goals(form.fund),
        *_indicators(form),
        _total(form),
    )
    return Table("", "", COLUMNS, rows, group_columns=3, headless=True)


def _row(*cells: Cell) -> TableRow:
    """Cells side by side, each taking its span of the columns."""
    made: list[Cell | str] = []
    for cell in cells:
        made += [cell, *[""] * (cell.span - 1)]
    return TableRow(tuple(made))


def _cell(text: str, span: int = 1, align: Align = "center", source: Source | None = None) -> Cell:
    return Cell(text, source, span=span, align=align)


def _names(project: Mapping[str, Any], fund: Row) -> Iterator[TableRow]:
    def field(name: str) -> Source:
        return ("fund", fund["id"], name)

    department = project.get("department") or ""
    yield _row(_cell("项目名称", 2), _cell(fund["name"] or "", 7, "left", field("name")))
    yield _row(
        _cell("主管部门", 2),
        _cell(department, 2, "left"),
        _cell("实施单位", 2),
        _cell(fund["implementer"] or "", 3, "left", field("implementer")),
    )


def _money(form: Form, voice: Voice) -> Iterator[TableRow]:
    label = f"项目资金（{voice.unit}）"
    yield _row(_cell(label), _cell("", 2), *map(_cell, FUND_HEADER))
    rate_source: Source = ("fund", form.fund["id"], EXECUTION)
    for number, line in enumerate(form.money):
        weight = f"{EXECUTION_WEIGHT}" if number == 0 else NOTHING
        score = score_text(form.execution) if number == 0 else NOTHING
        yield _row(
            _cell(label),
            _cell(line.name, 2, "left"),
            *(_amount(form, line, name, voice) for name in ("initial", "budget", "paid")),
            _cell(weight),
            _cell(figures.shown(line.rate, Kind.PERCENT), source=rate_source),
            _cell(score, source=rate_source),
        )


def _amount(form: Form, line: FundLine, name: str, voice: Voice) -> Cell:
    fact = {"initial": "年初预算", "budget": "总指标", "paid": "已支付"}[name]
    return _cell(voice.amount(getattr(line, name)), source=("fund", form.fund["id"], fact))


def _goals(fund: Row) -> Iterator[TableRow]:
    done = goal_reached(fund)
    yield _row(_cell(GOAL_LABEL), _cell(EXPECTED_GOAL, 3), _cell(REACHED_GOAL, 5))
    yield _row(
        _cell(GOAL_LABEL),
        _cell(fund["goal"] or "", 3, "left", ("fund", fund["id"], "goal")),
        _cell(done, 5, "left", ("fund", fund["id"], "result")),
    )


def goal_reached(fund: Row) -> str:
    """What stands under 实际完成情况: how the fund was carried out, and what came of it."""
    return "\n".join(text.strip() for text in (fund["implementation"], fund["result"]) if text)


def _indicators(form: Form) -> Iterator[TableRow]:
    yield _row(_cell(INDICATOR_LABEL), *(_cell(column.title) for column in COLUMNS[1:]))
    for line in form.lines:
        yield _indicator(line)


def _indicator(line: Line) -> TableRow:
    def field(name: str) -> Source:
        return ("objective", line.row["id"], name)

    return _row(
        _cell(INDICATOR_LABEL),
        _cell(line.level1),
        _cell(line.level2),
        _cell(line.name, align="left", source=field("name")),
        _cell(line.target_text, source=field("target")),
        _cell(line.actual_text, source=field("actual")),
        _cell(points(line.weight), source=field("weight")),
        _cell(score_text(line.score), source=field("score")),
        _cell(line.row["reason"] or "", align="left", source=field("reason")),
    )


def points(weight: Decimal | None) -> str:
    """Points as the form prints them, as short as they were typed; — where none are."""
    return NOTHING if weight is None else kinds.show_number(Decimal(kinds.canonical(weight)))


def score_text(score: Decimal | None) -> str:
    """A score as the form prints it, at two decimals."""
    return UNSCORED if score is None else f"{score:f}"


def _total(form: Form) -> TableRow:
    rest = f"另有 {points(form.open_points)} 分未评" if form.open_points else ""
    source: Source = ("fund", form.fund["id"], "自评得分")
    cells = (
        _cell("总分", 6),
        _cell(points(form.weight), source=source),
        _cell(score_text(form.total), source=source),
        _cell(rest, align="left"),
    )
    return TableRow(_row(*cells).cells, "total")


def _reasons(form: Form) -> Iterator[Paragraph]:
    """Under the table, in small print: how each score was calculated, and what is still to be settled."""
    yield Paragraph((Run("得分说明", bold=True),), "note")
    for number, (name, said) in enumerate(reasons(form), start=1):
        yield para(f"{number}. {name}：{said}", "note")
    if form.notes:
        yield para(f"请核对：{'；'.join(form.notes)}。", "note")


def reasons(form: Form) -> Iterator[tuple[str, str]]:
    """The name of each scored line with one sentence on how its score came about."""
    execution = form.execution_explanation
    worked = f"{execution.value_line} ＝ {execution.value}；" if execution.value else ""
    yield "预算执行率", worked + _calculated(execution)
    for line in form.lines:
        yield line.name, _calculated(line.explanation)


def _calculated(explanation: Explanation) -> str:
    calculation = explanation.calculation_line
    told = "得满分" in calculation or not explanation.score
    result = "" if told else f" ＝ {explanation.score}"
    said = "；".join(part for part in (f"{calculation}{result}", *explanation.notes) if part)
    return ended(said)
