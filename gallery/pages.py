"""Every tab with its pages: one scene each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from gallery.stage import Scene, calm
from models.rules import RULES
from ui.window import MainWindow


def page(key: str) -> Scene:
    """A tab as it opens."""

    def scene(window: MainWindow) -> Iterator[None]:
        turn(window, key)
        yield

    return scene


def turn(window: MainWindow, key: str) -> Any:
    """The tab of that key, in front, with its right side open where there is room."""
    assert window.workbench is not None
    window.workbench.show_key(key)
    calm(window)
    return window.workbench.tab


def open_side(tab: Any) -> None:
    """Show the right side, which is closed in a narrow window until a person opens it."""
    if tab.panel_action is not None:
        tab.panel_action.setChecked(True)


def detail(key: str, name: str) -> Scene:
    """A page of the panel beside a grid, for the row that has most on it."""

    def scene(window: MainWindow) -> Iterator[None]:
        tab = turn(window, key)
        open_side(tab)
        tab.show_row(*SUBJECTS[key](window))
        tab.detail.show_page(name)
        yield

    return scene


def _fund(window: MainWindow) -> tuple[str, str]:
    return "fund", str(records(window).find("fund", "F2")[0]["id"])


def _contract(window: MainWindow) -> tuple[str, str]:
    found = (row for row in records(window).live("contract") if row["parent"])
    return "contract", str(max(found, key=lambda row: len(str(row["name"])))["id"])


SUBJECTS = {"funds": _fund, "contracts": _contract}


def records(window: MainWindow) -> Any:
    """The rows of the project."""
    assert window.context is not None
    return window.context.records


def indicator(name: str, code: str = "B11") -> Scene:
    """A page of the panel beside the indicators."""

    def scene(window: MainWindow) -> Iterator[None]:
        tab = turn(window, "indicators")
        open_side(tab)
        calm(window)
        tab.show_row("indicator", str(records(window).find("indicator", code)[0]["id"]))
        tab.panel.show_page(name)
        yield

    return scene


def rule(kind: str) -> Scene:
    """The form of a rule, on an indicator that is given it for the while."""

    def scene(window: MainWindow) -> Iterator[None]:
        assert window.context is not None
        tab = turn(window, "indicators")
        open_side(tab)
        calm(window)
        row = records(window).find("indicator", "B11")[0]
        with window.context.edit("规则") as edit:
            edit.update("indicator", row["id"], {"rule": kind, "parameters": None})
        tab.show_row("indicator", str(row["id"]))
        tab.panel.show_page("measure")
        yield
        window.context.workspace.undo()

    return scene


def finding(at: int) -> Scene:
    """A page of the findings."""

    def scene(window: MainWindow) -> Iterator[None]:
        tab = turn(window, "findings")
        open_side(tab)
        calm(window)
        tab.bar.setCurrentIndex(at)
        yield
        tab.bar.setCurrentIndex(0)

    return scene


def papers(table: str) -> Scene:
    """A kind of papers, its first row chosen."""

    def scene(window: MainWindow) -> Iterator[None]:
        tab = turn(window, "papers")
        open_side(tab)
        rows = records(window).live(table)
        tab.show_row(table, str(rows[0]["id"]) if rows else "")
        yield

    return scene


def chapter(key: str) -> Scene:
    """A chapter of the report."""

    def scene(window: MainWindow) -> Iterator[None]:
        tab = turn(window, "report")
        open_side(tab)
        calm(window)
        tab.list.choose(key)
        yield

    return scene


TABS = ("overview", "funds", "contracts", "indicators", "findings", "papers", "report")
FUND_PAGES = ("allocation", "expense", "objective", "milestone", "texts", "self")
CONTRACT_PAGES = ("overview", "item", "term", "payment", "acceptance", "review", "evidence")
PAPERS = (
    "request", "regulation", "evidence", "visit", "voucher_check", "roster", "survey", "figure", "basis",
    "person", "vendor", "cap", "project", "setting", "attachment",
)  # fmt: skip

PAGES: Mapping[str, Scene] = {
    **{key: page(key) for key in TABS},
    **{f"funds-{name}": detail("funds", name) for name in FUND_PAGES},
    **{f"contracts-{name}": detail("contracts", name) for name in CONTRACT_PAGES},
    **{f"indicators-{name}": indicator(name) for name in ("why", "measure", "history")},
    "indicators-points": indicator("points", "B21"),
    **{f"rule-{kind}": rule(kind) for kind in RULES},
    **{f"findings-{at}": finding(at) for at in range(5)},
    **{f"papers-{table}": papers(table) for table in PAPERS},
    **{f"report-{key}": chapter(key) for key in ("circumstances", "findings", "annexes")},
}
