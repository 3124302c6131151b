"""Charts on the screen: the printed picture in every theme, each mark a way to its row."""

from __future__ import annotations

from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.report.blocks import Bar, Chart
from models.report.charts import execution_by_fund, level_scores, payments_over_time
from models.report.material import Material
from ui.context import Context
from ui.look import THEMES, Look
from ui.panels.chart_view import ChartView, tip

CHART = Chart(
    "图",
    "bars",
    (
        Bar("甲", "40.00 / 100.00", ("fund", "f1", "paid"), Fraction(100), Fraction(40)),
        Bar("乙", "60.00 / 50.00　超出10.00", ("fund", "f2", "paid"), Fraction(50), Fraction(60)),
        Bar("合计", "100.00 / 150.00", None, total=True),
    ),
)


@pytest.fixture
def view(look: Look, qtbot: QtBot) -> ChartView:
    made = ChartView(look)
    qtbot.addWidget(made)
    made.resize(600, 10)
    made.show_chart(CHART)
    return made


def test_a_press_on_a_bar_leads_to_its_source(view: ChartView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.sourceChosen) as asked:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.area_of(1).center().toPoint())
    assert asked.args == ["乙　60.00 / 50.00　超出10.00", ("fund", "f2", "paid")]


def test_the_keys_go_from_mark_to_mark(view: ChartView, qtbot: QtBot) -> None:
    chosen: list[object] = []
    view.sourceChosen.connect(lambda words, source: chosen.append(source))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(view, key)
    assert chosen == [("fund", "f1", "paid"), ("fund", "f2", "paid")]
    assert view.accessibleDescription() == "合计　100.00 / 150.00"


def test_it_says_itself_to_those_who_do_not_see_it(view: ChartView) -> None:
    assert view.accessibleName() == CHART.alt
    assert "甲：40.00 / 100.00" in view.accessibleName()
    assert view.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_without_a_chart_it_is_hidden_and_takes_no_focus(view: ChartView) -> None:
    view.show_chart(None)
    assert view.isHidden() and view.height() == 0 and view.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_a_tip_is_never_markup() -> None:
    assert tip(Bar("<b>甲", "1&2")) == "<qt>&lt;b&gt;甲　1&amp;2</qt>"


def colors_of(view: ChartView) -> set[str]:
    image = view.grab().toImage()
    return {
        image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)
    }


@pytest.mark.parametrize("theme", THEMES)
def test_it_is_painted_in_the_colours_of_the_theme(
    theme: str, look: Look, view: ChartView, qapp: QApplication
) -> None:
    look.choose(theme=theme)
    assert {look.color(role).name() for role in ("surface", "accent", "error")} <= colors_of(view)


def test_it_grows_with_the_type(look: Look, view: ChartView) -> None:
    before = view.height()
    look.choose(font_size=18)
    assert view.height() > before * 1.3


def test_the_samples_charts_lead_to_rows_that_are_there(context: Context, qtbot: QtBot) -> None:
    workspace = context.workspace
    material = Material(workspace.records, workspace.evaluation, workspace.problems)
    view = ChartView(context.look)
    qtbot.addWidget(view)
    for chart in (level_scores(material), execution_by_fund(material), payments_over_time(material)):
        assert chart is not None
        view.show_chart(chart)
        view.grab()
        rows = [each.source for each in chart.items if isinstance(each.source, tuple)]
        assert rows and all(context.records.get(table, row_id) for table, row_id, _ in rows)
