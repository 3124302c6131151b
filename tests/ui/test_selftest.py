"""The program tries itself, and draws every tab."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from services.project import Project
from ui import selftest
from ui.files import sample_rows
from ui.selftest import Disagreement, SelfTest, run_selftest


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "样例.jiheng"
    Project.create(path, sample_rows()).close()
    return path


def test_every_step_passes_on_a_fresh_sample(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_selftest(["self-test"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == "全部通过。"
    assert all(line.startswith("通过　") for line in lines[:-1])
    for word in ("样例", "付款", "撤销", "核对", "PDF", "Word", "XLSX", "JSON", "空项目", "页面"):
        assert any(word in line for line in lines)


def test_a_step_that_fails_is_named_and_the_others_go_on(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> str:
        raise Disagreement("表“付款”不同")

    monkeypatch.setattr(SelfTest, "_undo", broken)
    for slow in ("_import", "_draw"):
        monkeypatch.setattr(SelfTest, slow, lambda _self: "")
    monkeypatch.setattr(SelfTest, "_export", lambda _self, _name, _start: "")
    assert SelfTest(tmp_path).run() == 1
    out = capsys.readouterr().out
    assert "失败　撤销后各行复原：表“付款”不同" in out
    assert out.rstrip().endswith("1 步失败。")
    assert out.count("通过　") == 10


def test_a_row_that_differs_is_a_disagreement() -> None:
    rows = sample_rows()
    changed = {**rows, "fund": [{**rows["fund"][0], "name": "别的"}, *rows["fund"][1:]]}
    selftest._compare(rows, {name: list(map(dict, each)) for name, each in rows.items()})
    with pytest.raises(Disagreement, match="资金项目"):
        selftest._compare(rows, changed)


def test_pictures_of_every_tab_in_the_asked_size_and_the_file_is_not_touched(
    qapp: QApplication, sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = Path(shutil.copyfile(sample, tmp_path / "样例.jiheng"))
    before = file.read_bytes()
    out = tmp_path / "图片"
    assert run_selftest(["pictures", str(file), str(out), "--size", "1100x700"]) == 0
    titles = ("概览", "资金", "合同", "指标", "问题", "资料", "报告")
    names = [path.name for path in sorted(out.iterdir())]
    assert names == [f"{number:02}-{title}.png" for number, title in enumerate(titles, 1)]
    for path in out.iterdir():
        image = QImage(str(path))
        assert (image.width() / image.devicePixelRatio(), image.height()) == (1100, 700)
        colors = {image.pixel(x, y) for x in range(0, 1100, 20) for y in range(110, 660, 20)}
        assert len(colors) > 3, path.name
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["self-test", "more"], "more"),
        (["pictures"], "用法"),
        (["pictures", "没有.jiheng", "out"], "没有“没有.jiheng”这个文件"),
        (["pictures", "a.jiheng", "out", "--size", "big"], "big"),
        (["pictures", "a.jiheng", "out", "--theme", "pink"], "用法"),
    ],
)
def test_wrong_use_is_said_and_gives_2(
    qapp: QApplication, words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_selftest(words) == 2
    assert said in capsys.readouterr().err
