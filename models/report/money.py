"""三、项目资金情况: the money of all funds, how each was used, the three rates, how it was managed."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models import figures, kinds, rates
from models.fields import Row
from models.report.blocks import Block, Cell, Column, Run, Table, TableRow, para
from models.report.differences import of_total
from models.report.management import management
from models.report.material import Material, fund_name, fund_source
from models.report.spending import spending
from models.report.wording import Piece, Share, against, chapter, section, sentence

STANDARDS = (
    # rate, the setting with its standard, whether less than the standard is bad
    (rates.EXECUTION, "execution_standard", True),
    (rates.ADJUSTMENT, "adjustment_standard", False),
    (rates.CARRY_OVER, "carry_over_standard", False),
)
KINDS = ("年初预算", "上年结转", "预算追加", "预算调减")


def money(material: Material, number: int) -> Iterator[Block]:
    """The chapter."""
    yield chapter(number, "项目资金情况", "money")
    if not material.funds:
        yield para("尚未录入资金项目和资金指标。")
        return
    yield _whole(material)
    yield from of_total(material)
    yield para("各项目资金总额及组成见下表。")
    yield funds_table(material)
    yield section(1, "项目资金使用情况")
    yield from spending(material)
    yield section(2, "预算执行、调整和结转情况")
    yield from _rates(material)
    yield section(3, "项目资金管理情况")
    yield from management(material)


def _whole(material: Material) -> Block:
    voice, facts = material.voice, material.facts.project
    paid = facts["已支付"]
    shares = []
    for fund in material.funds:
        value = material.of_fund(fund)["已支付"].value
        if value:
            shares.append(Share(fund_name(fund), value, fund_source(fund, "已支付")))
    split: tuple[Piece, ...] = (
        voice.split(shares, paid.value, "按项目分：") if paid.value and len(shares) > 1 else ()
    )
    return sentence(
        f"{material.year}，纳入评价的{len(material.funds)}个项目总指标",
        voice.fact(facts["总指标"]),
        "，已支付",
        voice.fact(paid),
        "，结余",
        voice.fact(facts["结余"]),
        "，预算执行率",
        voice.fact(facts[rates.EXECUTION]),
        "。",
        *(("已支付资金", *split, "。") if split else ()),
    )


def funds_table(material: Material) -> Table:
    """项目资金总额及组成: quota, paid, balance and rate of every fund, with the granting documents."""
    voice = material.voice
    rows = []
    for fund in material.funds:
        facts = material.of_fund(fund)
        figures_of = [
            voice.cell(facts[name], fund_source(fund, name))
            for name in ("总指标", "已支付", "结余", rates.EXECUTION)
        ]
        rows.append(TableRow((fund_name(fund), _documents(material, fund), *figures_of)))
    whole = [
        voice.cell(material.facts.project[name]) for name in ("总指标", "已支付", "结余", rates.EXECUTION)
    ]
    rows.append(TableRow(("合计", "", *whole), "total"))
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


def _rates(material: Material) -> Iterator[Block]:
    yield from _composition(material)
    for name, setting, low_is_bad in STANDARDS:
        fact = material.facts.project[name]
        if fact.value is None:
            yield para(f"{name}无法计算：{fact.reason or '数据不足'}。")
            continue
        standard = Fraction(material.records.setting_number(setting))
        said = against(fact.value, standard, low_is_bad=low_is_bad)
        shown = Run(kinds.show_rate(fact.value), name)
        yield sentence(f"{name}", shown, f"（{_worked(material, name)}），{said}。")
    yield from _lowest(material)


def _composition(material: Material) -> Iterator[Block]:
    voice, facts = material.voice, material.facts.project
    whole = facts["总指标"].value
    if whole is None:
        yield para("尚未录入资金指标文件，预算执行、调整和结转情况无法计算。")
        return
    known = [(name, facts[name].value) for name in KINDS]
    shares = [Share(name, value, name) for name, value in known if value]
    yield sentence("全部项目总指标", voice.money(whole, "总指标"), "，", *voice.split(shares, whole), "。")


def _worked(material: Material, name: str) -> str:
    """How a rate comes about, in the project's own unit."""
    voice, facts, records = material.voice, material.facts.project, material.records
    quota, initial = facts["总指标"], facts["年初预算"]
    if name == rates.EXECUTION:
        base = facts[records.setting("execution_base")]
        return f"已支付{voice.amount(facts['已支付'].value)}÷{base.name}{voice.amount(base.value)}"
    if name == rates.CARRY_OVER:
        base = facts[records.setting("carry_over_base")]
        return f"结余{voice.amount(facts['结余'].value)}÷{base.name}{voice.amount(base.value)}"
    below = f"年初预算{voice.amount(initial.value)}"
    if records.setting("adjustment_base") == "剔除政策性":
        return f"剔除政策性因素的追加和调减÷{below}"
    return f"总指标{voice.amount(quota.value)}与{below}之差÷{below}"


def _lowest(material: Material) -> Iterator[Block]:
    """The funds that spent least of their quota, and where the balance lies."""
    voice = material.voice
    rated = [(fund, material.of_fund(fund)) for fund in material.funds]
    behind = [
        (fund, facts)
        for fund, facts in rated
        if facts[rates.EXECUTION].value is not None and facts["结余"].value and facts["结余"].value > 0
    ]
    if not behind:
        return
    behind.sort(key=lambda each: each[1][rates.EXECUTION].value or figures.ZERO)
    pieces: list[Piece] = ["有结余的项目", f"{len(behind)}个：" if len(behind) > 1 else "为"]
    for place, (fund, facts) in enumerate(behind):
        pieces += [
            "；" if place else "",
            f"{fund_name(fund)}结余",
            voice.fact(facts["结余"], fund_source(fund, "结余")),
        ]
        pieces += ["，执行率", voice.fact(facts[rates.EXECUTION], fund_source(fund, rates.EXECUTION))]
    yield sentence(*pieces, "。")
