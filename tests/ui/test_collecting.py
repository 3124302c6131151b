"""Garbage: what lasts is put aside while a project is open, and looked through again afterwards."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from ui.collecting import Collecting


@pytest.fixture
def collecting(qapp: QApplication) -> Iterator[Collecting]:
    thresholds = gc.get_threshold()
    made = Collecting()
    made.begin()
    yield made
    made.end()
    gc.set_threshold(*thresholds)


def test_what_is_there_is_put_aside_as_long_as_a_project_is_open(collecting: Collecting) -> None:
    assert gc.get_freeze_count() > 10_000
    collecting.end()
    assert gc.get_freeze_count() == 0


def test_what_outlives_a_long_search_is_put_aside(
    collecting: Collecting, monkeypatch: pytest.MonkeyPatch
) -> None:
    gc.unfreeze()
    monkeypatch.setattr("ui.collecting.LONG", 3_600)
    gc.collect()
    assert gc.get_freeze_count() == 0
    monkeypatch.setattr("ui.collecting.LONG", 0)
    gc.collect()
    assert gc.get_freeze_count() > 10_000


def test_garbage_is_still_found_and_nobody_is_asked_once_it_has_ended(collecting: Collecting) -> None:
    class Ring:
        def __init__(self) -> None:
            self.itself = self

    found: list[int] = []
    gc.callbacks.append(watch := lambda phase, about: found.append(about.get("collected", 0)))
    Ring()
    gc.collect()
    gc.callbacks.remove(watch)
    assert max(found) >= 1
    asked = len(gc.callbacks)
    collecting.end()
    assert len(gc.callbacks) == asked - 1
