"""Set-up, fonts and licences: what a fresh machine is told, and what is shipped beside the code."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

import dev
from devtools import commands, environment, system

ROOT = Path(__file__).resolve().parent.parent
FONTS = sorted((ROOT / "resources" / "fonts").glob("*.ttf"))
CONFIGURATION = [
    "requirements.txt",
    "requirements-dev.txt",
    "pyproject.toml",
    ".ci/run",
    "dev.py",
    "devtools",
]
SIGNS = (
    "①②③④⑤⑥⑦⑧⑨⑩⑳≥≤≠≈％%—–…√✓✗✕×÷−±＋＝▲△▼◆◇●○◎■□★→←↑↓↔⟵└├│─⌄⌃›‹·℃㎡№￥¥‰§“”‘’〔〕【】"
    "《》〈〉「」、。，；：！？（）☐☑▢▸▾▴◂½²³Ⅰ〇㈠⑴\u3000"
)
NAMES = "喆堃昇玥珺祎旸垚犇镕芃"
FAMILIES = {
    "NotoSansSC-Regular.ttf": ("Noto Sans SC", "Regular", 400),
    "NotoSansSC-SemiBold.ttf": ("Noto Sans SC", "Bold", 600),
    "NotoSerifSC-Regular.ttf": ("Noto Serif SC", "Regular", 400),
    "NotoSerifSC-Black.ttf": ("Noto Serif SC Black", "Regular", 900),
    "JihengKai-Regular.ttf": ("Jiheng Kai", "Regular", 400),
}


@pytest.fixture(scope="module", params=FONTS, ids=lambda path: path.name)
def font(request: pytest.FixtureRequest) -> TTFont:
    return TTFont(request.param, lazy=True)


def gb2312() -> set[str]:
    found = set()
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            found.add(bytes((row, cell)).decode("gb2312", "ignore"))
    return found - {""}


# Python's version


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 11, 7), (3, 12, 1), (3, 13, 9)])
def test_a_fitting_python_is_not_spoken_of(version: tuple[int, ...]) -> None:
    assert dev.version_problem(version) == ""


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 6, 15), (3, 8, 1), (3, 10, 13), (3, 14, 0), (4, 0, 0)])
def test_another_python_is_told_in_both_languages(version: tuple[int, ...]) -> None:
    chinese, english = dev.version_problem(version).splitlines()
    found = f"{version[0]}.{version[1]}"
    assert chinese.startswith("绩衡需要 Python") and f"当前是 {found}" in chinese
    assert english.startswith("Jiheng needs Python") and f"this is {found}." in english


def test_dev_py_keeps_to_what_old_pythons_read() -> None:
    text = (ROOT / "dev.py").read_text("utf-8")
    assert text.startswith("# -*- coding: utf-8 -*-\n")
    for newer in ("from __future__", 'f"', ":=", "->", "match "):
        assert newer not in text


def test_dev_py_runs_without_anything_installed() -> None:
    done = subprocess.run([sys.executable, "-S", "-E", str(ROOT / "dev.py"), "nonsense"], capture_output=True)
    assert done.returncode == 2
    assert "用法" in done.stderr.decode("utf-8", "replace") or b"\\u7528" in done.stderr


# System packages


@pytest.mark.parametrize(
    ("absent_libraries", "absent_modules", "expected"),
    [
        (set(), set(), []),
        (set(), {"ensurepip"}, ["python3-venv"]),
        ({"libEGL.so.1"}, set(), ["libegl1"]),
        ({"libgthread-2.0.so.0"}, set(), ["libglib2.0-0"]),
        ({"libxcb-cursor.so.0", "libGL.so.1"}, {"venv"}, ["python3-venv", "libgl1", "libxcb-cursor0"]),
    ],
)
def test_only_what_is_missing_is_named(
    absent_libraries: set[str], absent_modules: set[str], expected: list[str]
) -> None:
    missing = system.missing_packages(
        "python3-venv",
        library_loads=lambda name: name not in absent_libraries,
        module_exists=lambda name: name not in absent_modules,
    )
    assert missing == expected


def test_the_loader_is_asked_for_real() -> None:
    assert not system.loads("libdoes-not-exist-anywhere.so.9")
    assert system.has_module("json") and not system.has_module("no_such_module_here")


def test_a_python_of_its_own_version_has_its_own_venv_package() -> None:
    assert system.venv_package("/usr/bin/python3", (3, 11)) == "python3-venv"
    assert system.venv_package("/usr/bin/python3.99", (3, 99)) == "python3.99-venv"


def test_the_command_is_printed_whole() -> None:
    sentence = system.manual_sentence(["libegl1", "libgl1"], root=False)
    command = "sudo apt-get update && sudo apt-get install -y --no-install-recommends libegl1 libgl1"
    assert command in sentence
    assert "sudo" not in system.manual_sentence(["libegl1"], root=True)


def test_without_apt_the_libraries_are_named() -> None:
    sentence = system.foreign_sentence(["python3-venv", "libegl1"])
    assert "venv" in sentence and "libEGL.so.1" in sentence


@pytest.mark.parametrize(
    ("answers", "fetched_first", "expected_words", "done"),
    [
        ([0], False, ["install"], True),
        ([0, 0], True, ["update", "install"], True),
        ([1, 0, 0], False, ["install", "update", "install"], True),
        ([1, 1], False, ["install", "update"], False),
        ([1], True, ["update"], False),
        ([0, 1], True, ["update", "install"], False),
    ],
)
def test_package_lists_are_fetched_when_needed(
    monkeypatch: pytest.MonkeyPatch,
    answers: list[int],
    fetched_first: bool,
    expected_words: list[str],
    done: bool,
) -> None:
    plan = subprocess.CompletedProcess(args=[], returncode=100 if fetched_first else 0)
    monkeypatch.setattr(system.subprocess, "run", lambda *_args, **_options: plan)
    asked: list[str] = []

    def call(command: Sequence[str]) -> int:
        asked.append(command[2])
        return answers[len(asked) - 1]

    assert system.install(["libegl1"], root=False, call=call) is done
    assert asked == expected_words


@pytest.fixture
def person(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setattr(system.sys, "platform", "linux")
    monkeypatch.setattr(system, "missing_packages", lambda _venv, tools: ["libegl1"])
    monkeypatch.setattr(system.os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(system.shutil, "which", lambda name: f"/usr/bin/{name}")
    return monkeypatch


def test_a_person_without_terminal_gets_the_command(person: pytest.MonkeyPatch) -> None:
    person.setattr(system.sys, "stdin", None)
    with pytest.raises(system.SetupError, match="sudo apt-get install .*libegl1"):
        system.ensure_system_packages()


def test_a_person_who_says_no_gets_the_command(person: pytest.MonkeyPatch) -> None:
    class Terminal:
        def isatty(self) -> bool:
            return True

    person.setattr(system.sys, "stdin", Terminal())
    person.setattr("builtins.input", lambda _question: "")
    with pytest.raises(system.SetupError, match="sudo apt-get install"):
        system.ensure_system_packages()


def test_packaging_needs_objdump_and_the_library_of_the_systems_python() -> None:
    debian = system.packaging_tools("/usr/bin/python3", (3, 11))
    assert list(debian) == ["binutils", "libpython3.11"]
    assert list(system.packaging_tools("/opt/python/bin/python3", (3, 12))) == ["binutils"]
    missing = system.missing_packages(
        "python3-venv",
        tools={"binutils": lambda: False, "libpython3.11": lambda: True},
        library_loads=lambda _library: True,
        module_exists=lambda _module: True,
    )
    assert missing == ["binutils"]


def test_other_systems_need_nothing(person: pytest.MonkeyPatch) -> None:
    called: list[object] = []
    person.setattr(system.subprocess, "run", lambda *words, **_options: called.append(words))
    person.setattr(system.sys, "platform", "win32")
    system.ensure_system_packages()
    assert called == []


# The environment


def test_requirements_are_installed_once_per_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = tmp_path / "requirements.txt"
    wanted.write_text("a==1\n", "utf-8")
    runs: list[list[str]] = []

    def pip(command: list[str], **_options: object) -> subprocess.CompletedProcess[bytes]:
        runs.append(command)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(environment.subprocess, "run", pip)
    for _ in range(2):
        environment.install_requirements(tmp_path, "requirements.txt", (wanted,))
    assert len(runs) == 1 and "--disable-pip-version-check" in runs[0]
    wanted.write_text("a==2\n", "utf-8")
    environment.install_requirements(tmp_path, "requirements.txt", (wanted,))
    assert len(runs) == 2


def test_a_failed_install_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = tmp_path / "requirements.txt"
    wanted.write_text("a==1\n", "utf-8")
    monkeypatch.setattr(
        environment.subprocess, "run", lambda command, **_options: subprocess.CompletedProcess(command, 1)
    )
    with pytest.raises(system.SetupError, match=r"requirements\.txt"):
        environment.install_requirements(tmp_path, "requirements.txt", (wanted,))
    assert environment.installed(tmp_path) == {}


def test_a_damaged_stamp_means_nothing_installed(tmp_path: Path) -> None:
    (tmp_path / environment.STAMP).write_text("{", "utf-8")
    assert environment.installed(tmp_path) == {}
    (tmp_path / environment.STAMP).write_text(json.dumps([1]), "utf-8")
    assert environment.installed(tmp_path) == {}


def test_a_folder_without_python_does_not_fit(tmp_path: Path) -> None:
    assert not environment.fits(tmp_path)


def test_children_speak_utf8_and_see_no_foreign_paths(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "/somewhere")
    seen = environment.child_environment({"QT_QPA_PLATFORM": "offscreen"})
    assert seen["PYTHONUTF8"] == "1" and seen["QT_QPA_PLATFORM"] == "offscreen" and "PYTHONPATH" not in seen


# The commands


@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_where_a_window_can_appear(platform: str, variables: dict[str, str], expected: bool) -> None:
    assert commands.has_display(platform, variables) is expected


class Steps:
    """Stands in for the programs dev.py starts: notes them, makes what `new` would make."""

    def __init__(self, root: Path, failing: str = "") -> None:
        self.root, self.failing, self.seen = root, failing, list[str]()

    def __call__(self, _python: Path, words: Sequence[str], _extra: object = None) -> int:
        self.seen.append(" ".join(words))
        if words[1] == "new":
            (self.root / words[2]).write_bytes(b"new")
        return 3 if self.failing and self.failing in words else 0


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(commands, "ROOT", tmp_path)
    monkeypatch.setattr(commands, "setup", lambda **_options: Path("python"))
    monkeypatch.setattr(commands, "has_display", lambda *_words: False)
    return tmp_path


def test_run_without_display_writes_the_results(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = Steps(desk)
    monkeypatch.setattr(commands, "step", steps)
    assert commands.run(["run"]) == 0
    assert steps.seen == [
        "main.py new out/sample.jiheng --sample",
        "main.py score out/sample.jiheng",
        "main.py export out/sample.jiheng out/report.pdf",
        "main.py export out/sample.jiheng out/tables.xlsx",
        "main.py pictures out/sample.jiheng out/",
    ]


def test_run_keeps_an_edited_sample(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (desk / "out").mkdir()
    (desk / "out/sample.jiheng").write_bytes(b"edited")
    steps = Steps(desk)
    monkeypatch.setattr(commands, "step", steps)
    monkeypatch.setattr(commands, "has_display", lambda *_words: True)
    assert commands.run(["run"]) == 0
    assert steps.seen == ["main.py out/sample.jiheng"]
    assert (desk / "out/sample.jiheng").read_bytes() == b"edited"


def test_run_stops_at_the_first_failure(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = Steps(desk, failing="score")
    monkeypatch.setattr(commands, "step", steps)
    assert commands.run(["run"]) == 3
    assert steps.seen[-1] == "main.py score out/sample.jiheng"


@pytest.mark.parametrize("failing", ["", "ruff", "mypy", "pytest"])
def test_test_runs_everything_and_fails_with_any(
    desk: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], failing: str
) -> None:
    steps = Steps(desk, failing)
    monkeypatch.setattr(commands, "step", steps)
    assert commands.run(["test", "-k", "money"]) == (1 if failing else 0)
    assert steps.seen[0].startswith("-m ruff check") and steps.seen[-1] == "-m pytest -k money"
    assert len(steps.seen) == 4
    assert (failing in capfd.readouterr().out) or not failing


@pytest.mark.parametrize("words", [[], ["nonsense"], ["setup", "more"], ["run", "a", "b"], ["run", "--help"]])
def test_wrong_words_show_the_usage(desk: Path, words: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    assert commands.run(words) == 2
    assert "用法" in capfd.readouterr().err


# Requirements


def requirements(name: str) -> list[str]:
    lines = (ROOT / name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith(("#", "-r "))]


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_pinned(name: str) -> None:
    assert requirements(name)
    for line in requirements(name):
        assert re.fullmatch(r"[A-Za-z0-9_-]+==[0-9][0-9.]*( ; sys_platform == \"win32\")?", line), line


def test_no_configuration_names_a_registry() -> None:
    places = [ROOT / name for name in CONFIGURATION]
    files = [
        file for place in places for file in ([place] if place.is_file() else sorted(place.glob("*.py")))
    ]
    assert len(files) > len(places)
    for file in files:
        assert not re.search(r"https?://|--(extra-)?index-url|find-links", file.read_text("utf-8")), file


def test_qt_and_sqlite_are_the_versions_that_were_measured() -> None:
    pinned = requirements("requirements.txt")
    assert "PySide6-Essentials==6.9.3" in pinned and "apsw-sqlite3mc==3.54.0.0" in pinned


# Fonts and licences


def test_the_fonts_are_all_there() -> None:
    assert {path.name for path in FONTS} == set(FAMILIES)
    assert sum(path.stat().st_size for path in FONTS) < 25_500_000


def test_fonts_hold_gb2312_and_the_signs(font: TTFont) -> None:
    characters = {chr(code) for code in font.getBestCmap()}
    assert "".join(sorted(gb2312() - characters)) == ""
    assert "".join(sorted(set(SIGNS) - characters)) == ""


@pytest.mark.parametrize(
    "name", ["NotoSansSC-Regular.ttf", "NotoSansSC-SemiBold.ttf", "NotoSerifSC-Regular.ttf"]
)
def test_window_and_body_write_rare_names(name: str) -> None:
    characters = TTFont(ROOT / "resources/fonts" / name, lazy=True).getBestCmap()
    assert [sign for sign in NAMES if ord(sign) not in characters] == []


def test_the_body_font_holds_the_whole_basic_block() -> None:
    characters = TTFont(ROOT / "resources/fonts/NotoSerifSC-Regular.ttf", lazy=True).getBestCmap()
    assert [hex(code) for code in range(0x4E00, 0x9FA6) if code not in characters] == []


def test_fonts_have_their_own_names_and_may_be_embedded(font: TTFont) -> None:
    path = Path(font.reader.file.name)
    names, system_table = font["name"], font["OS/2"]
    assert (names.getDebugName(1), names.getDebugName(2), system_table.usWeightClass) == FAMILIES[path.name]
    assert system_table.fsType == 0
    for reserved in ("LXGW", "霞鹜", "Source"):
        assert not [
            name for name in names.names if name.nameID in (1, 3, 4, 6) and reserved in name.toUnicode()
        ]


@pytest.mark.parametrize(
    "name", ["NotoSansSC-Regular.ttf", "NotoSansSC-SemiBold.ttf", "JihengKai-Regular.ttf"]
)
def test_digits_stand_under_each_other(name: str) -> None:
    font = TTFont(ROOT / "resources/fonts" / name, lazy=True)
    characters, widths = font.getBestCmap(), font["hmtx"]
    assert len({widths[characters[ord(digit)]][0] for digit in "0123456789"}) == 1


def test_every_font_has_its_licence_beside_it() -> None:
    readme = (ROOT / "resources/fonts/README.md").read_text("utf-8")
    for path in FONTS:
        licence = path.with_name(f"OFL-{path.stem.split('-')[0]}.txt")
        text = licence.read_text("utf-8")
        assert "SIL OPEN FONT LICENSE Version 1.1" in text and "Copyright" in text
        assert path.name in readme and licence.name in readme


def test_every_runtime_package_has_its_licence() -> None:
    folder = ROOT / "resources/licences"
    for line in requirements("requirements.txt"):
        name = line.split("==")[0].lower()
        if name in ("pyside6-essentials", "shiboken6"):
            assert "LESSER GENERAL PUBLIC LICENSE" in (folder / "qt/LGPL-3.0.txt").read_text("utf-8")
            assert "GNU GENERAL PUBLIC LICENSE" in (folder / "qt/GPL-3.0.txt").read_text("utf-8")
        else:
            assert len((folder / "python" / f"{name}.txt").read_text("utf-8")) > 500


def test_the_projects_own_licence_is_mit() -> None:
    assert (
        (ROOT / "LICENSE")
        .read_text("utf-8")
        .startswith("MIT License\n\nCopyright (c) 2026 Jiheng contributors")
    )
