"""The score bar: what it says, what it drops when it gets narrow, where a click leads."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from ui.look import THEMES, Look
from ui.scorebar import ScoreBar, ScoreView
from ui.tabband import TabBand

BANDS = (("优", Decimal(90)), ("良", Decimal(80)), ("中", Decimal(60)), ("差", Decimal(0)))
CASE = ScoreView(Decimal("77.48"), "中", BANDS, problems={"错误": 4, "疑点": 13, "提示": 6})
OPEN = ScoreView(
    Decimal("61.30"),
    None,
    BANDS,
    open_count=3,
    open_points=Decimal("20"),
    weight=Decimal("80"),
    problems={"error": 1},
)


@pytest.fixture
def bar(look: Look, qtbot: QtBot) -> ScoreBar:
    made = ScoreBar(look)
    qtbot.addWidget(made)
    made.show_score(CASE)
    made.resize(made.sizeHint().width(), 44)
    made.show()
    return made


def parts(bar: ScoreBar) -> list[QAbstractButton]:
    return sorted(bar.findChildren(QAbstractButton), key=lambda part: part.x())


def test_it_drops_the_distance_then_the_scale_then_the_words(bar: ScoreBar) -> None:
    seen: list[frozenset[str]] = []
    for width in range(bar.sizeHint().width(), bar.minimumSizeHint().width() - 1, -1):
        bar.resize(width, 44)
        if not seen or seen[-1] != bar.shown_parts():
            seen.append(bar.shown_parts())
    dropped = [sorted(before - after) for before, after in zip(seen, seen[1:], strict=False)]
    assert dropped == [["distance"], ["scale"], ["words"]]
    assert seen[-1] == {"total", "grade", "open", "error", "doubt", "hint"}, "these never go"


@pytest.mark.parametrize("view", [CASE, OPEN])
def test_nothing_reaches_beyond_the_bar(bar: ScoreBar, view: ScoreView) -> None:
    bar.show_score(view)
    for width in range(bar.minimumSizeHint().width(), bar.sizeHint().width() + 200, 7):
        bar.resize(width, 44)
        placed = parts(bar)
        assert placed[0].x() >= 0
        assert placed[-1].geometry().right() < width
        assert all(
            left.geometry().right() < right.x() for left, right in zip(placed, placed[1:], strict=False)
        )


@pytest.mark.parametrize(
    ("view", "total", "spoken", "spoken_open"),
    [
        (CASE, ("", "77.48", "分"), "总分 77.48，等次 中，距良 2.52 分", "没有未评的指标"),
        (OPEN, ("已评", "61.30", "/ 80.00"), "已评 61.30 分，满分 80.00 分", "未评 3 项，共 20.00 分"),
        (
            ScoreView(Decimal("95"), "优", BANDS),
            ("", "95.00", "分"),
            "总分 95.00，等次 优",
            "没有未评的指标",
        ),
        (
            ScoreView(Decimal("80.40"), "良", BANDS, before=Decimal("77.48")),
            ("77.48 →", "80.40", "分"),
            "假设总分 80.40，现为 77.48，等次 良，距优 9.60 分",
            "没有未评的指标",
        ),
        (ScoreView(None), ("", "—", ""), "总分尚不能计算", "没有未评的指标"),
        (
            ScoreView(Decimal("79.995"), "中", BANDS),
            ("", "80.00", "分"),
            "总分 80.00，等次 中，距良 0.01 分",
            "没有未评的指标",
        ),
    ],
)
def test_what_it_says(
    look: Look, view: ScoreView, total: tuple[str, str, str], spoken: str, spoken_open: str
) -> None:
    assert view.total_parts == total
    assert view.spoken == spoken
    assert view.spoken_open == spoken_open


def test_every_part_says_itself(bar: ScoreBar) -> None:
    names = [part.accessibleName() for part in parts(bar)]
    assert names == [
        "总分 77.48，等次 中，距良 2.52 分",
        "没有未评的指标",
        "错误 4 个",
        "疑点 13 个",
        "提示 6 个",
    ]
    assert [part.toolTip() for part in parts(bar)] == names
    assert bar.accessibleName() == "；".join(names)


def test_clicks_and_keys_lead_somewhere(bar: ScoreBar, qtbot: QtBot) -> None:
    score, opened, *severities = parts(bar)
    with qtbot.waitSignal(bar.scoreClicked):
        qtbot.mouseClick(score, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    with qtbot.waitSignal(bar.openClicked):
        qtbot.keyClick(opened, Qt.Key.Key_Return)
    told: list[str] = []
    bar.severityClicked.connect(told.append)
    for part in severities:
        qtbot.keyClick(part, Qt.Key.Key_Space)
    assert told == ["error", "doubt", "hint"]
    assert {part.focusPolicy() for part in parts(bar)} == {Qt.FocusPolicy.TabFocus}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    ("total", "grade", "rank"), [("95", "优", 1), ("85", "良", 2), ("77.48", "中", 3), ("30", "差", 4)]
)
def test_the_badge_has_the_colour_of_the_grade(
    look: Look, qtbot: QtBot, theme: str, total: str, grade: str, rank: int
) -> None:
    themed = Look(theme)
    bar = ScoreBar(themed)
    qtbot.addWidget(bar)
    bar.show_score(ScoreView(Decimal(total), grade, BANDS))
    bar.resize(bar.sizeHint().width(), 44)
    image, badge = bar.grab().toImage(), bar.grade_rect().toRect()
    assert image.pixelColor(badge.left(), badge.center().y()) == themed.grade_color(rank)
    inside = [image.pixelColor(badge.left() + 2, y) for y in range(badge.top() + 4, badge.top() + 20)]
    assert set(map(QColor.name, inside)) == {themed.color("surface").name()}


def test_only_the_present_grade_is_filled_on_the_scale(bar: ScoreBar, look: Look) -> None:
    colors = {row: pixels(bar.grab().toImage(), look.grade_color(row)) for row in (1, 2, 3, 4)}
    assert colors[3] > 300, "a box of 20 of 100 points, and the badge"
    assert colors[1] == colors[2] == 0
    bar.show_score(OPEN)
    bar.resize(bar.sizeHint().width(), 44)
    assert pixels(bar.grab().toImage(), look.grade_color(3)) < 300, "no grade while points are open"


def pixels(image: QImage, color: QColor) -> int:
    return sum(image.pixelColor(x, y) == color for y in range(image.height()) for x in range(image.width()))


def test_open_points_turn_ochre(bar: ScoreBar, look: Look) -> None:
    opened = parts(bar)[1]
    assert pixels(opened.grab().toImage(), look.color("doubt")) == 0
    bar.show_score(OPEN)
    bar.resize(bar.sizeHint().width(), 44)
    assert pixels(opened.grab().toImage(), look.color("doubt")) > 0


def test_the_band_leaves_the_rest_of_its_width_to_the_score(look: Look, qtbot: QtBot) -> None:
    bar = ScoreBar(look)
    bar.show_score(CASE)
    band = TabBand(look, bar)
    qtbot.addWidget(band)
    for text in ["概览", "资金", "合同", "指标", "问题", "资料", "报告"]:
        band.add_tab(text)
    band.set_counter(2, 15, "error")
    band.resize(1366, 44)
    band.show()
    assert band.height() == 44
    assert {"distance", "scale", "words"} <= bar.shown_parts(), "all of it on a small laptop"
    band.resize(960, 44)
    assert "scale" not in bar.shown_parts(), "the smallest window"
    assert band.tabs.geometry().right() < bar.x() + 1
    with qtbot.waitSignal(band.currentChanged):
        qtbot.mouseClick(band.tabs, Qt.MouseButton.LeftButton, pos=band.tabs.tabRect(3).center())
    assert band.currentIndex() == 3
