"""项目资金情况: the money of all funds, the three rates beside their standards, the funds with a balance."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models import figures, kinds, rates
from models.fields import Row
from models.report.blocks import Cell, Column, Run, Table, TableRow
from models.report.differences import TOTAL
from models.report.live.syntax import Field, Insert
from models.report.live.writing import line
from models.report.material import Material, fund_name, fund_source
from models.report.wording import NOTHING, Piece, Share, against, unended

STANDARDS = {
    # rate: the setting with its standard, whether less than the standard is bad
    rates.EXECUTION: ("execution_standard", True),
    rates.ADJUSTMENT: ("adjustment_standard", False),
    rates.CARRY_OVER: ("carry_over_standard", False),
}
KINDS = ("年初预算", "上年结转", "预算追加", "预算调减")
FOUR = ("总指标", "已支付", "结余", rates.EXECUTION)


def whole(material: Material) -> Iterator[str]:
    """Quota, paid, balance and rate of everything, and how the payments fall on the funds."""
    if not material.funds:
        yield line("尚未录入资金项目和资金指标。")
        return
    yield line(
        Field("年度"),
        "，纳入评价的",
        Field("资金项目数"),
        "个项目总指标",
        Field("总指标"),
        "，已支付",
        Field("已支付"),
        "，结余",
        Field("结余"),
        "，预算执行率",
        Field(rates.EXECUTION),
        "。",
        Field("支付构成"),
    )
    yield line(Field(TOTAL))
    yield Insert("图", "各项目预算执行").text
    yield line("各项目资金总额及组成见下表。")


def paid_by_fund(material: Material) -> Iterator[Piece]:
    """已支付资金按项目分：…; nothing with less than two funds that paid."""
    paid = material.facts.project["已支付"].value
    shares = []
    for fund in material.funds:
        value = material.of_fund(fund)["已支付"].value
        if value:
            shares.append(Share(fund_name(fund), value, fund_source(fund, "已支付")))
    if paid and len(shares) > 1:
        yield from ("已支付资金", *material.voice.split(shares, paid, "按项目分："), "。")


def funds_table(material: Material, _argument: str = "") -> Table | None:
    """项目资金总额及组成: quota, paid, balance and rate of every fund, with the granting documents."""
    if not material.funds:
        return None
    voice = material.voice
    rows = []
    for fund in material.funds:
        facts = material.of_fund(fund)
        cells = [voice.cell(facts[name], fund_source(fund, name)) for name in FOUR]
        rows.append(TableRow((fund_name(fund), _documents(material, fund), *cells)))
    sums = [voice.cell(material.facts.project[name]) for name in FOUR]
    rows.append(TableRow(("合计", "", *sums), "total"))
    columns = (
        Column("项目名称", 31),
        Column("指标文号", 33),
        Column("总指标", 15, "right"),
        Column("已支付", 15, "right"),
        Column("结余", 13, "right"),
        Column("执行率", 14, "right"),
    )
    return Table(f"{material.year}项目资金总额及组成明细表", material.money_line, columns, tuple(rows))


def _documents(material: Material, fund: Row) -> Cell:
    numbers = dict.fromkeys(
        row["document_number"]
        for row in material.records.of("allocation", "fund", fund["id"])
        if row["document_number"]
    )
    return Cell("\n".join(numbers), ("fund", fund["id"], "code"))


def composition(material: Material) -> Iterator[str]:
    """What the quota is made of."""
    if not material.funds:
        return
    if material.facts.project["总指标"].value is None:
        yield line("尚未录入资金指标文件，预算执行、调整和结转情况无法计算。")
    else:
        yield line("全部项目总指标", Field("总指标"), Field("总指标构成"), "。")


def quota_by_kind(material: Material) -> Iterator[Piece]:
    """，其中：年初预算…、预算追加…; ，全部为年初预算 where there is but one kind."""
    facts = material.facts.project
    quota = facts["总指标"].value
    shares = [Share(name, value, name) for name in KINDS if (value := facts[name].value)]
    if quota is None or not shares:
        return
    if len(shares) == 1 and shares[0].amount == quota:
        yield f"，全部为{shares[0].name}"
    else:
        yield from ("，", *material.voice.split(shares, quota))


def budget_rates(material: Material) -> Iterator[str]:
    """Each of the three rates with its calculation and its distance from the standard."""
    if not material.funds:
        return
    for name in STANDARDS:
        fact = material.facts.project[name]
        if fact.value is None:
            yield line(f"{name}无法计算：{unended(fact.reason or '数据不足')}。")
        else:
            yield line(name, Field(name), "（", Field(f"{name}算式"), "），", Field(f"{name}对照"), "。")
    yield line(Field("有结余的项目"))


def beside_standard(material: Material, name: str) -> Iterator[Piece]:
    """低于标准值（100.00%）11.67个百分点"""
    value = material.facts.project[name].value
    setting, low_is_bad = STANDARDS[name]
    if value is None:
        yield NOTHING
        return
    standard = Fraction(material.records.setting_number(setting))
    yield Run(against(value, standard, low_is_bad=low_is_bad), name)


def worked(material: Material, name: str) -> Iterator[Piece]:
    """How a rate comes about, in the project's own unit: 已支付2,053.31÷总指标2,324.67."""
    voice, facts, records = material.voice, material.facts.project, material.records
    quota, initial = facts["总指标"], facts["年初预算"]
    if name in (rates.EXECUTION, rates.CARRY_OVER):
        part, setting = (
            ("已支付", "execution_base") if name == rates.EXECUTION else ("结余", "carry_over_base")
        )
        base = facts[records.setting(setting)]
        yield from (part, Run(voice.amount(facts[part].value), part))
        yield from (f"÷{base.name}", Run(voice.amount(base.value), base.name))
        return
    below = Run(voice.amount(initial.value), "年初预算")
    if records.setting("adjustment_base") == "剔除政策性":
        yield from ("剔除政策性因素的追加和调减÷年初预算", below)
        return
    yield from (
        "总指标",
        Run(voice.amount(quota.value), "总指标"),
        "与年初预算",
        below,
        "之差÷年初预算",
        below,
    )


def rates_table(material: Material, _argument: str = "") -> Table | None:
    """The three rates, their standards and the distance; None while none can be calculated."""
    rows = []
    for name, (setting, low_is_bad) in STANDARDS.items():
        fact = material.facts.project[name]
        if fact.value is None:
            continue
        standard = Fraction(material.records.setting_number(setting))
        limit = kinds.show_rate(standard)
        said = against(fact.value, standard, low_is_bad=low_is_bad).replace(f"标准值（{limit}）", "")
        said = "持平" if said.startswith("与标准值") else said
        rows.append(TableRow((name, Cell(kinds.show_rate(fact.value), name), limit, Cell(said, name))))
    columns = (
        Column("指标", 30),
        Column("实际值", 20, "right"),
        Column("标准值", 20, "right"),
        Column("差距", 40, "center"),
    )
    return Table("预算指标与标准值对照表", "", columns, tuple(rows)) if rows else None


def balances(material: Material) -> Iterator[Piece]:
    """The funds that left a balance, those that spent the smallest part first."""
    voice = material.voice
    behind = [
        (fund, facts)
        for fund, facts in ((fund, material.of_fund(fund)) for fund in material.funds)
        if facts[rates.EXECUTION].value is not None and facts["结余"].value and facts["结余"].value > 0
    ]
    if not behind:
        return
    behind.sort(key=lambda each: each[1][rates.EXECUTION].value or figures.ZERO)
    yield from ("有结余的项目", f"{len(behind)}个：" if len(behind) > 1 else "为")
    for place, (fund, facts) in enumerate(behind):
        yield f"{'；' if place else ''}{fund_name(fund)}结余"
        yield voice.fact(facts["结余"], fund_source(fund, "结余"))
        yield "，执行率"
        yield voice.fact(facts[rates.EXECUTION], fund_source(fund, rates.EXECUTION))
    yield "。"
