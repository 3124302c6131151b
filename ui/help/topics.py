"""Which page of the help belongs to what is in front; declared once for each tab, panel and dialog."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

FIRST, KEYS = "start", "keys"
TOPICS = {
    "OverviewTab": "overview",
    "FundsTab": "funds",
    "ContractsTab": "contracts",
    "IndicatorsTab": "indicators",
    "FindingsTab": "findings",
    "PapersTab": "papers",
    "ReportTab": "report",
    "SelfEvaluation": "self-evaluation",
    "AnswerStrip": "self-evaluation",
    "SolverDialog": "self-evaluation",
    "MeasurePart": "rules",
    "RulePart": "rules",
    "SensitivityPanel": "what-if",
    "TrialBanner": "what-if",
    "EvidenceList": "papers",
    "ImportWizard": "import",
    "ImportDialog": "import",
    "StandardsDialog": "standards",
    "VersionsDialog": "versions",
    "FreezeDialog": "versions",
    "HistoryDialog": "history",
    "NewProjectDialog": "start",
    "StartPage": "start",
    "TourPanel": "tour",
}
"""Class of a widget → page; what stands within it has the same page."""


def page_of(widget: QWidget | None) -> str:
    """The page of the nearest widget around it that has one; "" for none."""
    while widget is not None:
        for kind in type(widget).__mro__:
            if kind.__name__ in TOPICS:
                return TOPICS[kind.__name__]
        widget = widget.parentWidget()
    return ""


def page_in_front(shown: QWidget | None) -> str:
    """The page of what has the focus, else of what is shown."""
    return page_of(QApplication.focusWidget()) or page_of(shown) or FIRST
