"""The seven tabs in their order."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from models.schema import SCHEMA
from ui.context import Context
from ui.plain_tab import PlainTab
from ui.tab import Tab
from ui.workbench import TabMaker

_N = QT_TRANSLATE_NOOP
_STAND_INS: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    ("overview", "OverviewTab", _N("Tabs", "概览"), ("project",)),
    ("funds", "FundsTab", _N("Tabs", "资金"), ("fund", "allocation", "expense", "objective")),
    ("contracts", "ContractsTab", _N("Tabs", "合同"), ("contract", "contract_item", "term", "payment")),
    ("indicators", "IndicatorsTab", _N("Tabs", "指标"), ("indicator", "figure", "setting", "cap")),
    ("findings", "FindingsTab", _N("Tabs", "问题"), ("finding", "recommendation", "deduction")),
    ("papers", "PapersTab", _N("Tabs", "资料"), ("request", "regulation", "basis", "person", "vendor")),
    ("report", "ReportTab", _N("Tabs", "报告"), ("section",)),
)


def tab_makers() -> tuple[TabMaker, ...]:
    """What makes each tab of a project."""
    return tuple(_maker(*each) for each in _STAND_INS)


def _maker(key: str, name: str, title: str, tables: tuple[str, ...]) -> TabMaker:
    def make(context: Context) -> Tab:
        if find_spec(f"ui.tabs.{key}") is None:
            known = tuple(table for table in tables if table in SCHEMA)
            return PlainTab(context, key, QCoreApplication.translate("Tabs", title), known)
        made: Tab = getattr(import_module(f"ui.tabs.{key}"), name)(context)
        return made

    return make
