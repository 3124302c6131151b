"""What an import would write, in one sentence with counts."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from models.schema import SCHEMA
from services.importing import Plan
from services.importing.session import counted

COUNTED: Mapping[str, str] = {
    "fund": "个资金项目", "allocation": "个指标文", "contract_group": "个项目分组", "contract": "份合同",
    "contract_item": "条明细", "payment": "笔付款", "term": "条付款条款", "expense": "笔支出",
}  # fmt: skip
"""How rows of these tables are counted; rows of others are 行."""

SHOWN = 5


def _tr(text: str) -> str:
    return QCoreApplication.translate("ImportOutcome", text)


def outcome(plan: Plan) -> str:
    """New rows by table and how many rows change; that nothing would be written, where that is so."""
    counts = counted(plan)
    shown = ([name for name in COUNTED if name in counts] or list(counts))[:SHOWN]
    parts = [f"{counts[name]} {COUNTED.get(name) or _tr('行') + SCHEMA[name].label}" for name in shown]
    said = [_tr("新增 {0}").format("、".join(parts))] if parts else []
    if plan.changed_count:
        said.append(_tr("修改 {0} 行").format(plan.changed_count))
    return "，".join(said)
