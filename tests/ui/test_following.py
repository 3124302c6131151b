"""What follows from an edit comes a moment later: no key is kept waiting, and nothing is forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from services.workspace import Change
from tests.ui import score_hands
from tests.ui.hands import Hands
from ui.bell import Bell
from ui.context import Context

Key = Qt.Key
CONTRACT = "长沙市政府门户网站群技术支撑"


@pytest.fixture
def hands(opened_money: Hands, qtbot: QtBot) -> Iterator[Hands]:
    yield opened_money
    opened_money.start_over()


@pytest.fixture
def in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a person has it: what follows from an edit is worked out by the event loop."""
    monkeypatch.setattr(Context, "settle", lambda self: None)


@pytest.fixture
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a person has it, but for who asks for what follows at once."""
    hear = Context._hear.__wrapped__  # type: ignore[attr-defined]
    monkeypatch.setattr(Context, "_hear", hear)


def pay(context: Context, amount: str) -> None:
    payment = context.records.live("payment")[-1]
    assert context.typed("payment", payment["id"], "amount", amount) is None


@pytest.mark.usefixtures("in_time")
def test_a_typed_amount_stands_there_at_once_and_the_score_follows(hands: Hands, qtbot: QtBot) -> None:
    context, tab = hands.context, hands.contracts
    contract = context.records.live("payment")[-1]["contract"]
    tab.grid.select(contract, "name")
    tab.detail.show_page("payment")
    qtbot.waitUntil(lambda: tab.detail.payments.grid.model.row_counts[1] > 0)
    before, row = hands.score, context.records.live("payment")[-1]
    pay(context, "0.01")
    assert tab.detail.payments.grid.cell(row["id"], "amount") == "0.01"
    assert hands.score == before and not context.workspace.is_settled
    qtbot.waitUntil(lambda: hands.score != before)
    assert context.workspace.is_settled
    assert hands.score[0] == f"{context.workspace.evaluation.total}"


@pytest.mark.usefixtures("in_time")
def test_quick_edits_overtake_the_results_and_the_last_one_counts(hands: Hands, qtbot: QtBot) -> None:
    context, heard = hands.context, Heard()
    context.changed.connect(heard.hear)
    ids = [row["id"] for row in context.records.live("payment")[-3:]]
    for at, row_id in enumerate(ids):
        assert context.typed("payment", row_id, "amount", f"0.0{at + 1}") is None
    assert heard.changes == []
    qtbot.waitUntil(lambda: bool(heard.changes))
    assert [set(each.rows["payment"]) for each in heard.changes] == [set(ids)]
    hands.undo(len(ids))
    qtbot.waitUntil(lambda: context.workspace.is_settled and len(heard.changes) > 1)


@pytest.mark.usefixtures("unhurried")
def test_an_indicator_just_made_is_gone_to_and_deleted_at_once(
    qapp: QApplication, tmp_path: Path, sample_master: Path
) -> None:
    with score_hands.opened(sample_master, tmp_path, qapp) as hands:
        tree, count = hands.indicators.tree, len(hands.context.records.live("indicator"))
        made = tree.insert()
        assert hands.indicators.tree.current() is not None
        assert hands.indicators.tree.current().id == made  # type: ignore[union-attr]
        for _press in range(2):
            tree.delete_current()
        assert len(hands.context.records.live("indicator")) < count + 1
        assert hands.context.records.get("indicator", made) is None


def test_what_a_trial_needs_is_worked_out_when_it_is_asked_for(hands: Hands) -> None:
    workspace = hands.context.workspace
    before = workspace.evaluation.total
    with workspace.edit("付款") as edit:
        edit.update("payment", workspace.records.live("payment")[-1]["id"], {"amount": 1})
        assert workspace.results.evaluation.total == before
    assert workspace.evaluation.total != before


class Heard(QWidget):
    """A part of the window that notes what it hears."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.changes: list[Change] = []

    def hear(self, change: Change) -> None:
        self.changes.append(change)


def change(*ids: str) -> Change:
    return Change({"payment": frozenset(ids)})


def pages(qtbot: QtBot) -> tuple[QStackedWidget, list[Heard]]:
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    heard = [Heard(), Heard()]
    for each in heard:
        stack.addWidget(each)
    with qtbot.waitExposed(stack):
        stack.show()
    return stack, heard


def test_a_page_behind_another_hears_once_of_everything_when_it_is_turned_to(qtbot: QtBot) -> None:
    stack, (front, behind) = pages(qtbot)
    bell = Bell()
    for each in (front, behind):
        bell.connect(each.hear)
    bell.ring(change("a"))
    bell.ring(change("b"))
    assert len(front.changes) == 2 and behind.changes == []
    stack.setCurrentWidget(behind)
    assert [set(each.rows["payment"]) for each in behind.changes] == [{"a", "b"}]
    bell.ring(change("c"))
    assert len(front.changes) == 2 and len(behind.changes) == 2


def test_what_hides_itself_while_it_has_nothing_to_say_still_hears(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    note = Heard(page)
    with qtbot.waitExposed(page):
        page.show()
    note.hide()
    bell = Bell()
    bell.connect(note.hear)
    bell.ring(change("a"))
    assert len(note.changes) == 1


def test_a_fault_in_one_part_keeps_none_of_the_others_from_hearing(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[type[BaseException]] = []
    monkeypatch.setattr("sys.excepthook", lambda kind, *_rest: told.append(kind))

    class Broken(Heard):
        def hear(self, change: Change) -> None:
            raise RuntimeError("broken")

    bell, parts = Bell(), [Heard(), Broken(), Heard()]
    for part in parts:
        qtbot.addWidget(part)
        bell.connect(part.hear)
    bell.ring(change("a"))
    assert told == [RuntimeError]
    assert [len(part.changes) for part in parts] == [1, 0, 1]


def test_a_part_that_has_gone_is_forgotten(qtbot: QtBot) -> None:
    bell, gone = Bell(), QLabel()
    stays = Heard()
    qtbot.addWidget(stays)
    heard = Heard(gone)
    for part in (heard, stays):
        bell.connect(part.hear)
    gone.deleteLater()
    QTest.qWait(1)
    bell.ring(change("a"))
    assert heard.changes == [] and len(stays.changes) == 1
    bell.disconnect(stays.hear)
    bell.ring(change("b"))
    assert len(stays.changes) == 1
