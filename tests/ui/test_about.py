"""The box 关于绩衡: version, checksum, change log, licences."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from devtools.packages.sums import write_sums
from services.installation import Delivery, delivery
from services.version import PROGRAM_VERSION
from ui.about import AboutDialog, papers
from ui.look import Look


@pytest.fixture
def installed(tmp_path: Path) -> Delivery:
    (tmp_path / "jiheng").write_text("program")
    (tmp_path / "Qt.so").write_text("library")
    write_sums(tmp_path)
    found = delivery(tmp_path)
    assert found is not None
    return found


def words(dialog: AboutDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_version_and_qt_stand_there(qtbot: QtBot) -> None:
    dialog = AboutDialog(Look())
    qtbot.addWidget(dialog)
    assert f"绩衡 {PROGRAM_VERSION}" in words(dialog)
    assert "LGPL-3.0" in words(dialog) and "可以替换" in words(dialog)
    assert "从源代码运行" in dialog.files.text()


def test_every_paper_can_be_read(qtbot: QtBot) -> None:
    dialog = AboutDialog(Look())
    qtbot.addWidget(dialog)
    names = [dialog.names.item(at).text() for at in range(dialog.names.count())]
    assert names == list(papers())
    assert {"更新记录", "绩衡", "Qt LGPL-3.0", "Qt README", "openpyxl", "Lucide"} <= set(names)
    for at, name in enumerate(names):
        dialog.names.setCurrentRow(at)
        assert dialog.text.toPlainText().strip(), name


def test_an_installed_program_shows_its_checksum_and_compares(qtbot: QtBot, installed: Delivery) -> None:
    dialog = AboutDialog(Look(), delivered=installed)
    qtbot.addWidget(dialog)
    assert installed.checksum in dialog.files.text()
    qtbot.mouseClick(dialog.compare, Qt.MouseButton.LeftButton)
    assert dialog.files.text() == "2 个程序文件与发布时一致。"
    (installed.folder / "Qt.so").write_text("another build")
    (installed.folder / "jiheng").unlink()
    qtbot.mouseClick(dialog.compare, Qt.MouseButton.LeftButton)
    assert "缺少 1 个：jiheng" in dialog.files.text() and "不同 1 个：Qt.so" in dialog.files.text()
