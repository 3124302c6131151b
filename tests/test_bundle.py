"""The bundle: what goes in and what stays out, which C library it asks for, its checksums, its trial."""

from __future__ import annotations

import ast
import importlib.util
import re
import shutil
import sys
import tarfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from devtools.environment import ROOT
from devtools.packages import archive, building, command, contents, glibc, licences, starting, sums
from services.version import PROGRAM_VERSION

# What goes into the bundle


def test_the_spec_is_python_and_uses_the_lists() -> None:
    tree = ast.parse((ROOT / "build.spec").read_text("utf-8"))
    called = {
        node.func.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert {"Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE", "excluded_modules", "is_wanted"} <= called
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg in ("strip", "upx"):
            assert isinstance(node.value, ast.Constant) and node.value.value is False


def test_nothing_the_program_imports_is_left_out() -> None:
    imported = contents.imported_modules(ROOT)
    for left_out in contents.excluded_modules(ROOT):
        assert not any(name == left_out or name.startswith(f"{left_out}.") for name in imported), left_out


def test_everything_the_program_imports_is_installed_for_the_bundle() -> None:
    pinned = (ROOT / "requirements.txt").read_text("utf-8").lower().replace("-", "_")
    packages = {"docx": "python_docx", "pyside6": "pyside6_essentials", "apsw": "apsw_sqlite3mc"}
    own = {*contents.LAYERS, "main"}
    for name in {each.partition(".")[0] for each in contents.imported_modules(ROOT)} - own:
        if name not in sys.stdlib_module_names:
            package = packages.get(name.lower(), name.lower())
            assert re.search(rf"^(python_)?{package}==", pinned, re.MULTILINE), name


def test_pandas_comes_along_only_where_it_is_imported(tmp_path: Path) -> None:
    (tmp_path / "main.py").write_text("def read():\n    import pandas.io\n", "utf-8")
    assert "pandas" not in contents.excluded_modules(tmp_path)
    (tmp_path / "main.py").write_text("import json\n", "utf-8")
    assert {"pandas", "numpy"} <= set(contents.excluded_modules(tmp_path))


def test_shipped_files_are_there() -> None:
    for source, place in contents.shipped_data(ROOT):
        assert Path(source).exists()
        assert place == "." or place == Path(source).name


def test_libraries_that_look_for_their_own_files_are_known() -> None:
    assert all(importlib.util.find_spec(name) for name in contents.READ_BY_PATH)


@pytest.mark.parametrize(
    ("place", "wanted"),
    [
        ("PySide6/Qt/lib/libQt6Widgets.so.6", True),
        ("PySide6/Qt6Widgets.dll", True),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", True),
        ("PySide6\\plugins\\platforms\\qwindows.dll", True),
        ("PySide6\\plugins\\platforms\\qoffscreen.dll", True),
        ("PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so", True),
        ("PySide6/Qt/plugins/imageformats/libqsvg.so", True),
        ("PySide6/Qt/plugins/imageformats/libqjpeg.so", True),
        ("PySide6/Qt/translations/qtbase_zh_CN.qm", True),
        ("resources/translations/jiheng_en.qm", True),
        ("PySide6/Qt/lib/libQt6QmlModels.so.6", False),
        ("PySide6\\Qt6Quick.dll", False),
        ("libQt6WaylandClient.so.6", False),
        ("PySide6/Qt/plugins/platforms/libqwayland-egl.so", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/plugins/tls/qschannelbackend.dll", False),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("pandas/tests/data.csv", False),
    ],
)
def test_what_of_qt_is_kept(place: str, wanted: bool) -> None:
    assert contents.is_wanted(place) is wanted


def test_libraries_that_nothing_links_to_are_left_out() -> None:
    links = {
        "/s/_ssl.so": ["libssl.so.3"],
        "/s/libssl.so.3": ["libcrypto.so.3"],
        "/s/libqxcb.so": ["libX11.so.6"],
    }
    entries = [
        ("python3.11/lib-dynload/_ssl.so", "/s/_ssl.so", "EXTENSION"),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/s/libqxcb.so", "BINARY"),
        ("libssl.so.3", "/s/libssl.so.3", "BINARY"),
        ("libcrypto.so.3", "/s/libcrypto.so.3", "BINARY"),
        ("libX11.so.6", "/s/libX11.so.6", "BINARY"),
        ("libpython3.11.so.1.0", "/s/libpython3.11.so.1.0", "BINARY"),
        ("libcairo.so.2", "/s/libcairo.so.2", "BINARY"),
        ("libgtk.so.3", "/s/libgtk.so.3", "BINARY"),
    ]
    kept = contents.without_orphans(entries, lambda source: links.get(source, ()))
    assert [place for place, _, _ in entries if (place,) not in {each[:1] for each in kept}] == [
        "libcairo.so.2",
        "libgtk.so.3",
    ]


# The C library, and checksums

LISTING = """
Version definition section '.gnu.version_d' contains 1 entry:
  000000: Rev: 1  Flags: BASE  Index: 1  Cnt: 1  Name: GLIBC_2.99

Version needs section '.gnu.version_r' contains 2 entries:
 Addr: 0x0000000000000628  Offset: 0x000628  Link: 4 (.dynstr)
  000000: Version: 1  File: libm.so.6  Cnt: 1
  0x0010:   Name: GLIBC_2.29  Flags: none  Version: 4
  0x0020: Version: 1  File: libc.so.6  Cnt: 3
  0x0030:   Name: GLIBC_2.2.5  Flags: none  Version: 2
  0x0040:   Name: GLIBC_2.9  Flags: none  Version: 3
  0x0050:   Name: CXXABI_1.3.11  Flags: none  Version: 5
"""


def test_the_newest_version_asked_for_counts() -> None:
    assert glibc.newest_needed(LISTING) == (2, 29)
    assert glibc.newest_needed("There are no version needs.") == ()
    assert glibc.oldest_glibc({Path("a"): (2, 9), Path("b"): (2, 30), Path("c"): ()}) == "2.30"
    assert glibc.oldest_glibc({}) == ""


@pytest.mark.skipif(shutil.which("readelf") is None, reason="no readelf here")
def test_programs_and_libraries_are_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copyfile("/bin/sh", tmp_path / "program")
    (tmp_path / "text").write_text("no program")
    (tmp_path / "link").symlink_to(tmp_path / "program")
    assert [path.name for path in glibc.elf_files(tmp_path)] == ["program"]
    assert glibc.main([str(tmp_path)]) == 0
    assert re.match(r"glibc >= 2\.\d+\n  program\n", capsys.readouterr().out)


def test_checksums_are_as_other_tools_read_them(tmp_path: Path) -> None:
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "甲.txt").write_text("abc", "utf-8")
    text = sums.write_sums(tmp_path).read_text("utf-8")
    assert text == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  lib/甲.txt\n"
    assert sums.write_sums(tmp_path).read_text("utf-8") == text


def test_python_brings_its_licence(tmp_path: Path) -> None:
    lines = licences.collected([], tmp_path, tmp_path / "texts")
    assert all(Path(source).read_text("utf-8", "replace").strip() for _, source, _ in lines)
    assert all(place.startswith("resources/licences/system/") for place, _, _ in lines)


@pytest.mark.skipif(shutil.which("dpkg-query") is None, reason="not a Debian")
def test_libraries_of_debian_bring_their_licences() -> None:
    found = licences.debian_licences([Path("/bin/dash"), Path("/usr/bin/env"), Path("/nowhere/libx.so")])
    assert set(found) == {"dash", "coreutils"}


# dev.py package


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A bundle that does nothing but say that it went well."""
    folder = tmp_path / "jiheng"
    shutil.copytree(ROOT / "resources" / "icons", folder / "lib" / "resources" / "icons")
    for name in ("jiheng", "bare-window"):
        (folder / name).write_text('#!/bin/sh\ntest "$QT_QPA_PLATFORM" = offscreen\n')
        (folder / name).chmod(0o755)
    return folder


class Made:
    """`dev.py package` with everything replaced that takes long."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, folder: Path, *, goes_well: bool = True) -> None:
        self.packed: list[Path] = []
        monkeypatch.setattr(command, "setup_packaging", lambda: Path(sys.executable))
        monkeypatch.setattr(building, "build", lambda _python, yardstick=False: folder)
        monkeypatch.setattr(building, "self_test", lambda _folder: goes_well)
        monkeypatch.setattr(command, "_said_glibc", lambda _folder: "2.36")
        monkeypatch.setattr(command, "packages", self._packages)
        self._folder = folder

    def _packages(self, bundle: Path, _oldest: str) -> list[Path]:
        self.packed.append(bundle)
        return [bundle / "jiheng"]

    def run(self, words: Sequence[str]) -> int:
        return command.package_command(words)


def test_packages_are_made_of_a_bundle_that_works(monkeypatch: pytest.MonkeyPatch, small: Path) -> None:
    made = Made(monkeypatch, small)
    assert made.run(["--bundle-only"]) == 0 and not made.packed
    assert made.run([]) == 0 and made.packed == [small]


def test_a_bundle_that_fails_its_trial_becomes_no_package(
    monkeypatch: pytest.MonkeyPatch, small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = Made(monkeypatch, small, goes_well=False)
    assert made.run([]) == 1 and not made.packed
    assert "未通过：自检" in capsys.readouterr().out


def test_what_is_too_large_is_named(
    monkeypatch: pytest.MonkeyPatch, small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "LARGEST_PACKAGE", 10)
    assert Made(monkeypatch, small).run([]) == 1
    assert "jiheng太大" in capsys.readouterr().out


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_the_start_is_measured_against_a_bare_window(
    monkeypatch: pytest.MonkeyPatch, small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(starting, "ROUNDS", 1)
    monkeypatch.setattr(starting, "LIMIT", 1000)
    assert starting.compared(small, small) == []
    assert len(re.findall(r"[\d.]+ 秒，[\d.]+ 倍", capsys.readouterr().out)) == 3
    monkeypatch.setattr(starting, "LIMIT", 0)
    assert starting.compared(small, small)[0].startswith("启动")


@pytest.mark.skipif(sys.platform != "linux", reason="the archive for Linux")
def test_the_archive_has_program_script_and_notes(small: Path, tmp_path: Path) -> None:
    made = archive.portable(small, tmp_path, glibc="2.31")
    assert made.name.startswith(f"jiheng-{PROGRAM_VERSION}-linux-")
    with tarfile.open(made) as packed:
        top = packed.getnames()[0]
        names = {member.name.removeprefix(f"{top}/"): member for member in packed.getmembers()}
        notes = packed.extractfile(names["使用说明.txt"])
        assert notes is not None and "2.31" in notes.read().decode("utf-8")
    assert {"program/jiheng", "start.sh", "share/applications/cn.jiheng.Jiheng.desktop"} <= set(names)
    assert all(member.uid == 0 and not member.issym() for member in names.values())
    assert names["start.sh"].mode & 0o111 and names["program/jiheng"].mode & 0o111
