"""The commands where things go wrong: pipes, full disks, other locales, faults of the program itself."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from services.project import Project
from services.settings import Settings, person_name
from tests.test_cli import Run, run

__all__ = ["run"]

MAIN = Path(__file__).parent.parent / "main.py"


def main_py(*words: object, **rest: Any) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, **rest.pop("env", {})}
    command = [sys.executable, str(MAIN), *map(str, words)]
    rest = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **rest}
    return subprocess.run(command, env=environment, check=False, timeout=60, **rest)


def test_a_pipe_gets_utf_8_whatever_the_locale(sample_path: Path) -> None:
    plain = sample_path.rename(sample_path.with_name("plain.jiheng"))
    done = main_py("score", plain, env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"})
    assert done.returncode == 0 and "总分" in done.stdout.decode("utf-8")


@pytest.mark.skipif(os.name != "posix", reason="locales are of POSIX")
def test_chinese_words_in_the_bare_locale(sample_path: Path) -> None:
    bare = {"LC_ALL": "POSIX", "LANG": ""}
    assert main_py("set", sample_path, "fund", "F1", "简称", "中文", env=bare).returncode == 0
    assert "→ 中文" in main_py("history", sample_path, env=bare).stdout.decode("utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_an_output_that_takes_nothing_ends_in_one_sentence(sample_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = main_py("history", sample_path, stdout=full)
    assert done.returncode == 2
    assert done.stderr.decode("utf-8").splitlines() == ["磁盘已满，没有写完。请腾出空间后再试"]


@pytest.mark.skipif(os.name != "posix", reason="pipes close differently")
def test_a_reader_that_has_enough_is_no_fault(sample_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = main_py("score", sample_path, "--json", stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_no_window_without_a_display(tmp_path: Path) -> None:
    gone = dict.fromkeys(("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"), "")
    if not sys.platform.startswith("linux"):
        pytest.skip("only X11 and Wayland can be missing")
    done = main_py(env=gone)
    assert done.returncode == 2 and "没有图形界面" in done.stderr.decode("utf-8")


def test_a_fault_of_the_program_ends_in_a_sentence_and_a_log(
    run: Run, sample_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(self: Project) -> list[str]:
        raise ZeroDivisionError("kaputt")

    monkeypatch.setattr(Project, "verify", broken)
    code, out, said = run("verify", sample_path)
    assert (code, out) == (2, "")
    [sentence] = said.splitlines()
    assert "意料之外" in sentence and "Traceback" not in sentence
    log = tmp_path / "jiheng-errors.log"
    assert str(log) in sentence
    assert "ZeroDivisionError: kaputt" in log.read_text("utf-8") and "verify" in log.read_text("utf-8")


@pytest.mark.parametrize("word", ["a\udcffb.jiheng", ""])
def test_a_name_that_is_no_text_is_refused(run: Run, word: str) -> None:
    code, _, said = run("new", word)
    assert code == 2 and len(said.splitlines()) == 1


@pytest.mark.parametrize(
    ("named", "environment", "setting", "expected"),
    [
        ("李工", "王工", "张工", "李工"),
        (None, "王工", "张工", "王工"),
        (" ", "", "张工", "张工"),
        (None, "", "", "登录"),
        ("李\n工\udcff\x00", "王工", "", "李 工"),
    ],
)
def test_who_is_working(
    monkeypatch: pytest.MonkeyPatch, named: str | None, environment: str, setting: str, expected: str
) -> None:
    monkeypatch.setenv("JIHENG_PERSON", environment)
    monkeypatch.setattr("getpass.getuser", lambda: "登录")
    choices = Settings()
    choices.set("person", setting)
    assert person_name(named, Settings()) == expected


def test_nobody_is_said_where_nobody_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> str:
        raise ImportError("no pwd")

    monkeypatch.setattr("getpass.getuser", unknown)
    monkeypatch.setenv("JIHENG_PERSON", "")
    assert person_name(None, Settings()) == "未署名"


@pytest.mark.parametrize("words", [("--help",), ("score", "--help"), ("set", "-h"), ("import", "--help")])
def test_help_is_chinese(run: Run, words: tuple[str, ...]) -> None:
    code, out, said = run(*words)
    assert (code, said) == (0, "")
    assert "用法" in out and "退出码" in out
    assert not [word for word in ("usage", "options", "positional", "show this") if word in out]


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
def test_an_exported_workbook_is_as_readable_as_any_new_file(
    run: Run, sample_path: Path, tmp_path: Path
) -> None:
    (tmp_path / "any").touch()
    assert run("export", sample_path, tmp_path / "a.xlsx")[0] == 0
    modes = {stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("any", "a.xlsx")}
    assert len(modes) == 1


def test_every_command_answers_json(run: Run, sample_path: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.xlsx"
    for words in (
        ("set", sample_path, "fund", "F1", "short_name", "新简称"),
        ("undo", sample_path),
        ("redo", sample_path),
        ("redo", sample_path),
        ("export", sample_path, out),
        ("import", sample_path, out),
        ("new", tmp_path / "b.jiheng", "--from", out),
        ("verify", sample_path),
        ("history", sample_path),
    ):
        code, said, _ = run(*words, "--json")
        assert code == (1 if words[0] == "redo" and json.loads(said)["id"] is None else 0)
        assert isinstance(json.loads(said), dict)
