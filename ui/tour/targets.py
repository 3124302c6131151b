"""What each step of the tour points at, in the page where it is done."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton, QTextEdit, QToolBar, QWidget

from models.records import Records
from ui.workbench import Workbench

Finder = Callable[[Workbench], QWidget | None]


def _attribute(path: str) -> Finder:
    """A part of the tab in front, by the names that lead to it."""

    def find(bench: Workbench) -> QWidget | None:
        found: object = bench.tab
        for name in path.split("."):
            found = getattr(found, name, None)
        return found if isinstance(found, QWidget) else None

    return find


def _tool(text: str) -> Finder:
    """A button of the tab's tool bar by its words, in whichever language the screen speaks."""

    def find(bench: Workbench) -> QWidget | None:
        bar = bench.tab.toolbar
        if not isinstance(bar, QToolBar):
            return None
        shown = (bench.tab.tr(text), QCoreApplication.translate("ReportTools", text))
        actions = [action for action in bar.actions() if action.text() in shown]
        buttons = [button for button in bar.findChildren(QPushButton) if button.text() in shown]
        return bar.widgetForAction(actions[0]) if actions else next(iter(buttons), None)

    return find


def _writing(bench: Workbench) -> QWidget | None:
    """The text of the chapter."""
    return next((each for each in bench.tab.findChildren(QTextEdit) if each.isVisible()), None)


TARGETS: Mapping[str, Finder] = {
    "look": lambda bench: bench.score_bar,
    "pay": _attribute("detail"),
    "undo": lambda bench: bench.score_bar,
    "why": _attribute("panel"),
    "try": _tool("假设"),
    "answer": _attribute("problems"),
    "draft": _attribute("problems"),
    "paper": _tool("标为已提供"),
    "evidence": _tool("附佐证…"),
    "table": _tool("导入…"),
    "sentence": _writing,
    "print": _tool("导出 PDF"),
}
"""Key of a step → where its widget is, once its page is in front."""

CONTRACT, INDICATOR = "长沙市政府英文门户网站年度运维项目", "B11"
Place = tuple[str, str, str]


def _payment(records: Records) -> Place | None:
    contracts = records.find("contract", CONTRACT)
    payments = records.of("payment", "contract", contracts[0]["id"]) if contracts else ()
    return ("payment", str(payments[0]["id"]), "amount") if payments else None


def _indicator(records: Records) -> Place | None:
    found = records.find("indicator", INDICATOR)
    return ("indicator", str(found[0]["id"]), "") if found else None


def _missing(records: Records) -> Place | None:
    missing = (row for row in records.live("request") if row["state"] == "未提供")
    return next((("request", str(row["id"]), "name") for row in missing), None)


def _finding(records: Records) -> Place | None:
    return next((("finding", str(row["id"]), "title") for row in records.live("finding")), None)


PLACES: Mapping[str, Callable[[Records], Place | None]] = {
    "pay": _payment,
    "why": _indicator,
    "paper": _missing,
    "evidence": _finding,
}
"""Key of a step → table, id and field of the row that it is about."""
