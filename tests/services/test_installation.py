"""The delivered program: which files it has, which are gone or changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from devtools.packages.sums import write_sums
from services.installation import delivery, program_name


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    (tmp_path / "lib").mkdir()
    for name in ("jiheng", "lib/Qt.so", "lib/字体.ttf"):
        (tmp_path / name).write_text(name, "utf-8")
    write_sums(tmp_path)
    return tmp_path


def test_from_sources_there_is_nothing_to_compare() -> None:
    assert delivery() is None
    assert program_name() == "main.py"


def test_a_folder_without_checksums_has_nothing_to_compare(tmp_path: Path) -> None:
    assert delivery(tmp_path) is None


def test_a_whole_program_has_no_faults(installed: Path) -> None:
    delivered = delivery(installed)
    assert delivered is not None
    assert sorted(delivered.sums) == ["jiheng", "lib/Qt.so", "lib/字体.ttf"]
    assert (delivered.missing(), delivered.changed()) == ([], [])


def test_missing_and_exchanged_files_are_told_apart(installed: Path) -> None:
    (installed / "lib/字体.ttf").unlink()
    (installed / "lib/Qt.so").write_text("another build")
    delivered = delivery(installed)
    assert delivered is not None
    assert (delivered.missing(), delivered.changed()) == (["lib/字体.ttf"], ["lib/Qt.so"])


def test_the_checksum_of_the_list_follows_every_file(installed: Path) -> None:
    before = delivery(installed)
    (installed / "jiheng").write_text("1.1", "utf-8")
    write_sums(installed)
    after = delivery(installed)
    assert before is not None and after is not None
    assert before.checksum != after.checksum


def test_an_installed_program_is_called_by_its_own_name(
    monkeypatch: pytest.MonkeyPatch, installed: Path
) -> None:
    monkeypatch.setattr("sys._MEIPASS", str(installed / "lib"), raising=False)
    monkeypatch.setattr("sys.executable", "/opt/jiheng/jiheng")
    assert program_name() == "jiheng"
    delivered = delivery()
    assert delivered is not None and delivered.folder == installed
