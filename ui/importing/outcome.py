"""What an import would write, in one sentence with counts."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from models.schema import SCHEMA
from services.importing import Plan
from ui.words import clauses, listed, worded_table

_N = QT_TRANSLATE_NOOP
COUNTED: Mapping[str, str] = {
    "fund": _N("ImportOutcome", "个资金项目"),
    "allocation": _N("ImportOutcome", "个指标文"),
    "contract_group": _N("ImportOutcome", "个项目分组"),
    "contract": _N("ImportOutcome", "份合同"),
    "contract_item": _N("ImportOutcome", "条明细"),
    "payment": _N("ImportOutcome", "笔付款"),
    "term": _N("ImportOutcome", "条付款条款"),
    "expense": _N("ImportOutcome", "笔支出"),
}
"""How rows of these tables are counted; rows of others are 行."""

SHOWN = 5


def _tr(text: str) -> str:
    return QCoreApplication.translate("ImportOutcome", text)


def _counted_word(name: str) -> str:
    return _tr(COUNTED[name]) if name in COUNTED else _tr("行{0}").format(worded_table(SCHEMA[name].label))


def outcome(plan: Plan) -> str:
    """New rows by table and how many rows change; that nothing would be written, where that is so."""
    counts = plan.new_by_table
    shown = ([name for name in COUNTED if name in counts] or list(counts))[:SHOWN]
    parts = [f"{counts[name]} {_counted_word(name)}" for name in shown]
    said = [_tr("新增 {0}").format(listed(parts))] if parts else []
    if plan.changed_count:
        said.append(_tr("修改 {0} 行").format(plan.changed_count))
    return clauses(said)
