"""项目资金管理情况: the money's regulations, procurement, obligations, vouchers that were checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from models import figures
from models.report.blocks import Block, para
from models.report.material import Material
from models.report.regulations import incomplete, missing, titles
from models.report.wording import listed, sentence

FIELDS = ("财务管理", "资金管理")
ANSWERS = (
    ("payee_ok", "收款方与合同或审批不一致"),
    ("approval_ok", "审批不完整"),
    ("invoice_ok", "票据不合规"),
    ("purpose_ok", "用途不符"),
)


def management(material: Material) -> Iterator[Block]:
    """What the rows say about how the money was managed."""
    told = [*_regulations(material), *_procurement(material), *_obligations(material), *_vouchers(material)]
    yield from told or [para("尚未录入资金管理方面的制度、合同和凭证抽查情况。")]


def _regulations(material: Material) -> Iterator[Block]:
    rows = [row for row in material.records.live("regulation") if row["field"] in FIELDS]
    made = titles(row for row in rows if row["state"] == "已制定")
    pieces = [f"资金和财务管理方面，单位制定了{made}"] if made else []
    pieces += [*incomplete(rows), *missing(rows)]
    if pieces:
        yield para("；".join(pieces) + "。")


def _procurement(material: Material) -> Iterator[Block]:
    contracts = material.contracts
    if not contracts:
        return
    modes = Counter(row["procurement"] for row in contracts if row["procurement"])
    silent = len(contracts) - sum(modes.values())
    told = [f"{mode}{count}份" for mode, count in modes.most_common()]
    told += [f"采购方式资料未提供{silent}份"] if silent else []
    amount = material.facts.project["合同金额"]
    yield sentence(
        f"项目支出涉及合同{len(contracts)}份，合同金额合计",
        material.voice.fact(amount),
        f"。按采购方式分，{listed(told)}。",
    )


def _obligations(material: Material) -> Iterator[Block]:
    facts, voice = material.facts.project, material.voice
    unpaid = facts["合同未付"]
    if not unpaid.value:
        return
    rows = [row for row in material.contracts if material.of_contract(row)["未付"].value]
    balance = facts["结余"].value
    beyond = balance is not None and unpaid.value > balance > figures.ZERO
    yield sentence(
        f"按合同和支付记录核对，{len(rows)}份合同尚有款项未付，合计",
        voice.fact(unpaid),
        *(("，大于年末结余", voice.fact(facts["结余"]), "，后续付款资金需另行落实") if beyond else ()),
        "。",
    )


def _vouchers(material: Material) -> Iterator[Block]:
    rows = material.records.live("voucher_check")
    if not rows:
        return
    known = [amount for row in rows if (amount := figures.in_wan(row["amount"])) is not None]
    wrong = [(word, sum(row[field] == "否" for row in rows)) for field, word in ANSWERS]
    found = listed(f"{word}{count}笔" for word, count in wrong if count)
    money = material.voice.money(sum(known, figures.ZERO))
    yield sentence(
        f"现场抽查支付凭证{len(rows)}笔",
        *(("，金额合计", money) if known else ()),
        f"，发现{found}。" if found else "，未发现收款方、审批、票据和用途方面的问题。",
    )
