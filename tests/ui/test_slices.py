"""Work in slices: little at a time, one piece in the place of the other, and never a step within itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.slices import Slices


@pytest.fixture
def slices(qtbot: QtBot) -> Iterator[Slices]:
    owner = QObject()
    yield Slices(owner)
    owner.deleteLater()


def counted(until: int, done: list[int]) -> Iterator[int]:
    for number in range(1, until + 1):
        done.append(number)
        yield number


def test_all_is_done_and_its_end_is_told(slices: Slices, qtbot: QtBot) -> None:
    done: list[int] = []
    given: list[object] = []
    slices.yielded.connect(given.append)
    with qtbot.waitSignal(slices.ended):
        slices.run(counted(3, done))
    assert done == given == [1, 2, 3] and not slices.is_running


def test_a_new_piece_takes_the_place_of_the_one_before(slices: Slices) -> None:
    first: list[int] = []
    second: list[int] = []
    slices.run(counted(3, first))
    slices.run(counted(2, second))
    slices.finish()
    assert (first, second) == ([], [1, 2])


def test_a_step_that_asks_for_all_the_rest_does_not_begin_itself_again(slices: Slices) -> None:
    done: list[str] = []

    def steps() -> Iterator[None]:
        done.append("before")
        slices.finish()
        yield
        done.append("after")

    slices.run(steps())
    slices.finish()
    assert done == ["before", "after"] and not slices.is_running


def test_what_a_step_begins_anew_is_not_ended_with_it(slices: Slices) -> None:
    done: list[int] = []

    def steps() -> Iterator[None]:
        slices.run(counted(2, done))
        return
        yield

    slices.run(steps())
    slices.finish()
    assert done == [1, 2] and not slices.is_running


def test_a_fault_ends_it(slices: Slices) -> None:
    def steps() -> Iterator[None]:
        yield
        raise RuntimeError("broken")

    slices.run(steps())
    with pytest.raises(RuntimeError):
        slices.finish()
    assert not slices.is_running
