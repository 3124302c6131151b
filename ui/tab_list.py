"""The seven tabs in their order."""

from __future__ import annotations

from ui.tabs.contracts import ContractsTab
from ui.tabs.findings import FindingsTab
from ui.tabs.funds import FundsTab
from ui.tabs.indicators import IndicatorsTab
from ui.tabs.overview import OverviewTab
from ui.tabs.papers import PapersTab
from ui.tabs.report import ReportTab
from ui.workbench import TabMaker


def tab_makers() -> tuple[TabMaker, ...]:
    """What makes each tab of a project."""
    return (OverviewTab, FundsTab, ContractsTab, IndicatorsTab, FindingsTab, PapersTab, ReportTab)
