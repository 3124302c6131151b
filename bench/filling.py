"""Projects of any size to measure on: the sample, and the sample with many contracts and payments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models import kinds
from services import founding
from services.project import Project
from services.sample import sample_sheets

PER_CONTRACT = 20
PERSON = "测量"


def sample_project(path: Path) -> Path:
    """The sample as a project file."""
    founding.create(path, founding.found(sample_sheets()), person=PERSON).close()
    return path


def large_project(path: Path, payments: int) -> Path:
    """The sample with so many further payments under further contracts, as a project file."""
    rows = {name: list(given) for name, given in founding.found(sample_sheets()).rows.items()}
    fund = rows["fund"][0]["id"]
    rows["contract"] += contracts(fund, payments)
    rows["payment"] += payment_rows(payments)
    Project.create(path, rows, person=PERSON).close()
    return path


def small_and_large(folder: Path, payments: int) -> dict[str, Path]:
    """The sample and the large project, by what a measurement calls them."""
    return {
        "样例": sample_project(folder / "sample.jiheng"),
        f"{payments:,} 笔付款": large_project(folder / "large.jiheng", payments),
    }


def contracts(fund: str, payments: int) -> Iterator[dict[str, Any]]:
    """One contract for every twenty payments, each costing what is paid."""
    for number in range(-(-payments // PER_CONTRACT)):
        yield {
            "id": f"c{number:06}",
            "fund": fund,
            "number": f"XZ-{number:05}",
            "name": f"运行维护服务第 {number + 1} 包",
            "amount": 40_000_000,
            "procurement": "公开招标",
            "signed_on": "2017-12",
        }


def payment_rows(count: int) -> Iterator[dict[str, Any]]:
    """Payments whose dates, amounts and vouchers differ, twenty to a contract."""
    for number in range(count):
        yield {
            "id": f"p{number:06}",
            "contract": f"c{number // PER_CONTRACT:06}",
            "paid_on": f"2018-{number % 12 + 1:02}-{number % 28 + 1:02}",
            "amount": 1_000_000 + number * 7919 % 1_000_000,
            "voucher": f"记-{number * 31 % 99991:05}",
            "payee": f"第 {number % 977} 收款单位",
        }


REMARK = "按合同约定的进度支付，已核对付款凭证和验收单"
SENTENCE = "评价组核对了指标文、合同与付款凭证，资金共计2,053.30万元，执行率为88.33%（详见“资金总表”）。"


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a report: its heading, a paragraph and the rows of its table."""

    heading: str
    text: str
    rows: Sequence[tuple[str, ...]]


def report_sections(count: int, rows: int) -> Iterator[Section]:
    """So many sections, which share so many payments among them."""
    texts = [
        (row["contract"], row["paid_on"], kinds.show_money(row["amount"]), row["voucher"], row["payee"])
        for row in payment_rows(rows)
    ]
    each = max(rows // count, 1)
    for number in range(count):
        mine = [(*text, REMARK) for text in texts[number * each : (number + 1) * each]]
        yield Section(f"（{number + 1}）第 {number + 1} 个项目的付款", SENTENCE * 3, mine)
