"""What every test needs: a Qt platform without a display, settings of its own, and the sample project."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from services import founding
from services.sample import sample_sheets

os.environ["QT_QPA_PLATFORM"] = "offscreen"


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the settings of the person at the keyboard."""
    monkeypatch.setenv("JIHENG_SETTINGS", str(tmp_path / "settings.json"))
    monkeypatch.setenv("JIHENG_PERSON", "测试员")


@pytest.fixture(scope="session")
def sample_master(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample project, made once."""
    path = tmp_path_factory.mktemp("sample") / "sample.jiheng"
    founding.create(path, founding.found(sample_sheets()), person="测试员").close()
    return path


@pytest.fixture
def sample_path(sample_master: Path, tmp_path: Path) -> Path:
    """A copy of the sample project to do anything with."""
    return Path(shutil.copy(sample_master, tmp_path / "样例.jiheng"))
