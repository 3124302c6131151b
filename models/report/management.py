"""项目资金管理情况: the money's regulations, procurement, obligations, vouchers that were checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from models import figures, kinds
from models.report.blocks import Run
from models.report.live.syntax import Field, Insert
from models.report.live.writing import line
from models.report.material import Material, contract_source
from models.report.regulations import incomplete, made, missing, titles
from models.report.wording import Piece, listed

FIELDS = ("财务管理", "资金管理")
ANSWERS = (
    ("payee_ok", "收款方与合同或审批不一致"),
    ("approval_ok", "审批不完整"),
    ("invoice_ok", "票据不合规"),
    ("purpose_ok", "用途不符"),
)


def management(material: Material) -> Iterator[str]:
    """What the rows say about how the money was managed."""
    if not material.funds:
        yield line("尚未录入资金项目。")
        return
    rows = material.records.live("regulation")
    if any(row["field"] in FIELDS for row in rows):
        yield line(Field("资金管理制度"))
    yield from _procurement(material)
    yield line(Field("凭证抽查"))
    if not (rows or material.contracts or material.records.live("voucher_check")):
        yield line("尚未录入资金管理方面的制度、合同和凭证抽查情况。")


def money_regulations(material: Material) -> Iterator[Piece]:
    """Which regulations on money there are, which lack something, which were not made."""
    rows = [row for row in material.records.live("regulation") if row["field"] in FIELDS]
    in_force = titles(made(rows))
    pieces = [f"资金和财务管理方面，单位制定了{in_force}"] if in_force else []
    pieces += [*incomplete(rows), *missing(rows)]
    if pieces:
        yield "；".join(pieces) + "。"


def _procurement(material: Material) -> Iterator[str]:
    if material.contracts:
        yield line(
            "项目支出涉及合同",
            Field("合同数"),
            "份，合同金额合计",
            Field("合同金额"),
            "。按采购方式分，",
            Field("采购方式构成"),
            "。",
            Field("未付合同款"),
        )
        yield Insert("图", "付款进度").text


def by_procurement(material: Material) -> Iterator[Piece]:
    """公开招标6份、续签5份、采购方式资料未提供12份"""
    contracts = material.contracts
    modes = Counter(row["procurement"] for row in contracts if row["procurement"])
    told = [(mode, count) for mode, count in modes.most_common()]
    silent = len(contracts) - sum(modes.values())
    told += [("采购方式资料未提供", silent)] if silent else []
    for place, (words, count) in enumerate(told):
        mode = words if words in modes else None
        first = next(row for row in contracts if (row["procurement"] or None) == mode)
        yield f"{'、' if place else ''}{words}"
        yield from (Run(f"{count}", ("contract", first["id"], "procurement")), "份")


def obligations(material: Material) -> Iterator[Piece]:
    """What is unpaid of all contracts, and whether the balance covers it."""
    facts, voice = material.facts.project, material.voice
    unpaid = facts["合同未付"]
    if not unpaid.value:
        return
    rows = [row for row in material.contracts if material.of_contract(row)["未付"].value]
    balance = facts["结余"].value
    yield "按合同和支付记录核对，"
    if rows:
        yield from (Run(f"{len(rows)}", contract_source(rows[0], "未付")), "份")
    yield from ("合同尚有款项未付，合计", voice.fact(unpaid))
    if balance is not None and unpaid.value > balance > figures.ZERO:
        yield from ("，大于年末结余", voice.fact(facts["结余"]), "，后续付款资金需另行落实")
    yield "。"


def vouchers(material: Material) -> Iterator[Piece]:
    """How many vouchers were looked at on site, what part of the payments they are, and what was wrong."""
    rows = material.records.live("voucher_check")
    if not rows:
        return
    source = ("voucher_check", rows[0]["id"], "amount")
    known = [amount for row in rows if (amount := figures.in_wan(row["amount"])) is not None]
    paid = material.facts.project["已支付"].value
    yield from ("现场抽查支付凭证", Run(f"{len(rows)}", source), "笔")
    if known:
        checked = sum(known, figures.ZERO)
        yield from ("，金额合计", material.voice.money(checked, source))
        if paid:
            yield from ("，占已支付资金的", Run(kinds.show_rate(checked / paid * 100), source))
    wrong = [(word, sum(row[field] == "否" for row in rows)) for field, word in ANSWERS]
    found = listed(f"{word}{count}笔" for word, count in wrong if count)
    yield f"，发现{found}。" if found else "，未发现收款方、审批、票据和用途方面的问题。"
