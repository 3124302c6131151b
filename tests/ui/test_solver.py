"""反推 on the funds page: printed rates give the interval of a base, live, and kept with the project."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.hands import Hands
from ui.panels import solver_question
from ui.panels.solver_question import Question
from ui.panels.solver_strip import SolverDialog

SAID = "反推：调整率 165.62% 与结转率 31.01% 同时成立，年初预算应在 875.17 – 875.20 万元之间"
USUAL = f"{SAID}；现填 875.18，相符。"


@pytest.fixture
def hands(opened_money: Hands, qtbot: QtBot) -> Iterator[Hands]:
    yield opened_money
    solver_question.keep(opened_money.context, None)
    opened_money.start_over()


def test_the_strip_answers_before_anybody_asks(hands: Hands) -> None:
    assert hands.funds.rates.strip.text == USUAL


def ask(hands: Hands, base: str, printed: dict[str, str]) -> solver_question.Answer:
    workspace = hands.context.workspace
    return solver_question.answer(workspace.records, workspace.evaluation, Question(base, printed))


CASES = [
    ("年初预算", {"预算调整率": "165.62%"}, "年初预算应在 875.17 – 875.20 万元之间", True),
    ("年初预算", {"预算调整率": "150%"}, "年初预算应在 ", False),
    ("已支付", {"预算执行率": "88.33%"}, "已支付应在 ", True),
    ("已支付", {"预算执行率": "88"}, "已支付应在 ", True),
    ("已支付", {"预算执行率": "88.0"}, "已支付应在 ", False),
    ("结余", {"结余结转率": "31.01%"}, "结余应在 ", True),
    ("年初预算", {"预算调整率": "165.62%", "结余结转率": "40.00%"}, "没有一个年初预算能同时得出", False),
]


@pytest.mark.parametrize(("base", "printed", "said", "fits"), CASES)
def test_answers(hands: Hands, base: str, printed: dict[str, str], said: str, fits: bool) -> None:
    found = ask(hands, base, printed)
    assert said in found.text
    assert found.fits is fits
    assert ("相符" in found.text) is fits


def test_in_yuan_the_interval_is_exact_to_the_cent(hands: Hands) -> None:
    assert hands.context.choose("money_unit", "元") is None
    text = hands.funds.rates.strip.text
    assert " 元之间；现填 8,751," in text
    assert text.endswith("相符。")


def test_the_answer_follows_the_rows(hands: Hands) -> None:
    context = hands.context
    solver_question.keep(context, Question("年初预算", {"预算调整率": "165.62%", "结余结转率": "31.01%"}))
    strip = hands.funds.rates.strip
    row = next(row for row in context.records.live("allocation") if row["kind"] == "年初预算")
    context.typed("allocation", row["id"], "amount", "100")
    assert "相符" not in strip.text
    hands.undo()
    assert strip.text == USUAL


def test_the_dialog_answers_while_one_types_and_is_kept(hands: Hands, qtbot: QtBot) -> None:
    dialog = SolverDialog(hands.context)
    qtbot.addWidget(dialog)
    assert dialog.answer.text == USUAL
    assert not dialog.ticks["预算执行率"].isChecked()
    dialog.ticks["结余结转率"].setChecked(False)
    dialog.fields["预算调整率"].setText("165.6")
    assert "调整率 165.6% 成立" in dialog.answer.text
    dialog.accept()
    hands.funds.rates.strip.refresh()
    assert "调整率 165.6% 成立" in hands.funds.rates.strip.text
    again = SolverDialog(hands.context)
    qtbot.addWidget(again)
    assert again.question == Question("年初预算", {"预算调整率": "165.6"})


@pytest.mark.parametrize(
    ("base", "name", "typed", "sentence"),
    [
        ("年初预算", "预算调整率", "大约165", "不是印出来的率"),
        ("年初预算", "预算执行率", "88.33%", "不随年初预算变化"),
        ("结余", "预算调整率", "165.62%", "不随结余变化"),
    ],
)
def test_what_cannot_be_solved_says_why_under_its_field(
    hands: Hands, qtbot: QtBot, base: str, name: str, typed: str, sentence: str
) -> None:
    dialog = SolverDialog(hands.context)
    qtbot.addWidget(dialog)
    for each, tick in dialog.ticks.items():
        tick.setChecked(each == name)
    dialog.base.setCurrentText(base)
    dialog.fields[name].setText(typed)
    assert sentence in dialog.notes[name].text()
    assert not dialog.main.isEnabled()
    dialog.accept()
    assert dialog.result() == 0


def test_the_button_stands_in_the_rates_panel(hands: Hands) -> None:
    button = hands.funds.rates.solve_button
    assert button.isVisible()
    assert button.text() == "反推…"
