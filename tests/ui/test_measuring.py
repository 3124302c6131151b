"""What the inspector of pages finds, and that it finds nothing on the pages of the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTabBar,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gallery.measuring import cut_texts, faults, nameless, over_edges, overlaps
from gallery.scenes import SCENES
from gallery.stage import Stage, in_front
from ui.language import CHINESE, ENGLISH, speak
from ui.look import Look

LONG = "一句在这么窄的地方无论如何放不下的话"
ROOM = 60


def label() -> QWidget:
    return QLabel(LONG)


def choice() -> QWidget:
    made = QComboBox()
    made.addItem(LONG)
    return made


def line() -> QWidget:
    made = QLineEdit()
    made.setPlaceholderText(LONG)
    return made


def tabs() -> QWidget:
    made = QTabBar()
    for _ in range(4):
        made.addTab(LONG)
    return made


@pytest.mark.parametrize(
    "make", [label, choice, line, tabs, lambda: QPushButton(LONG), lambda: QCheckBox(LONG)]
)
def test_a_text_without_room_is_cut_until_it_has_room(make: object, look: Look, qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    widget: QWidget = make()  # type: ignore[operator]
    widget.setParent(root)
    widget.setGeometry(0, 0, ROOM, 30)
    root.resize(2000, 40)
    root.show()
    assert len(cut_texts(root)) == 1
    widget.setGeometry(0, 0, 1500, 30)
    QApplication.processEvents()
    assert cut_texts(root) == []


def test_a_cut_text_that_a_tip_tells_is_meant(look: Look, qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    cut = QLabel(LONG, root)
    cut.setGeometry(0, 0, ROOM, 30)
    cut.setToolTip(LONG)
    root.show()
    assert cut_texts(root) == []


def test_a_wrapped_text_needs_its_lines(look: Look, qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    wrapped = QLabel(LONG, root)
    wrapped.setWordWrap(True)
    wrapped.setGeometry(0, 0, 120, 20)
    root.show()
    assert len(cut_texts(root)) == 1
    wrapped.resize(120, wrapped.heightForWidth(120))
    assert cut_texts(root) == []


def test_neighbours_on_each_other_and_over_the_edge(look: Look, qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    row = QHBoxLayout(root)
    one, other = QPushButton("一"), QPushButton("二")
    row.addWidget(one)
    row.addWidget(other)
    root.show()
    QApplication.processEvents()
    assert overlaps(root) == over_edges(root) == []
    other.move(one.x() + 5, one.y())
    assert len(overlaps(root)) == 1
    other.move(root.width() - 5, one.y())
    assert len(over_edges(root)) == 1


def test_a_page_wider_than_what_shows_it(look: Look, qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    area, page = QScrollArea(root), QWidget()
    QVBoxLayout(root).addWidget(area)
    area.setWidget(page)
    page.resize(900, 20)
    root.resize(300, 100)
    root.show()
    QApplication.processEvents()
    assert over_edges(root) == [], "it can be scrolled"
    area.setHorizontalScrollBarPolicy(area.horizontalScrollBarPolicy().ScrollBarAlwaysOff)
    QApplication.processEvents()
    assert len(over_edges(root)) == 1


def test_a_control_without_a_name(look: Look, qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    field = QLineEdit(root)
    root.show()
    assert len(nameless(root)) == 1
    field.setAccessibleName("金额")
    assert nameless(root) == []


# The window

MEASURED = (
    "start", "funds", "contracts", "new-overview", "new-contracts", "new-indicators", "new-papers",
    "overview", "funds-self", "contracts-overview", "contracts-payment", "indicators-why",
    "indicators-measure", "indicators-points", "findings-0", "papers-request", "report-findings",
    "what-if", "sensitivity", "dialog-solver", "dialog-history", "dialog-import-2", "dialog-freeze",
)  # fmt: skip


@pytest.fixture(scope="module", params=[CHINESE, ENGLISH])
def stage(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Stage]:
    yield Stage(qapp, tmp_path_factory.mktemp("stage"), request.param)
    speak(qapp, CHINESE)


@pytest.mark.parametrize("size", [(1366, 768), (960, 540)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_nothing_is_cut_or_covered_or_without_a_name(
    stage: Stage, size: tuple[int, int], qtbot: QtBot, tmp_path: Path
) -> None:
    found: list[str] = []
    for kind, scenes in SCENES.items():
        chosen = {name: scene for name, scene in scenes.items() if name in MEASURED}
        if not chosen:
            continue
        with stage.window(kind, size) as window:
            for name, scene in chosen.items():
                for _ in stage.play(window, scene):
                    found += [f"{name}: {fault}" for each in in_front(window) for fault in faults(each)]
    assert sorted(set(found)) == []
