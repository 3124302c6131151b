"""Packages: the files around the program, and that the version stands in one place."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from devtools.environment import ROOT
from devtools.packages import contents, debian, filling, windows
from services.version import PROGRAM_VERSION

EXTENSION = ".jiheng"


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A stand-in for what PyInstaller makes: a program, its icons, its papers."""
    folder = tmp_path_factory.mktemp("bundle")
    (folder / "lib").mkdir()
    (folder / "jiheng").write_bytes(b"\x7fELF")
    shutil.copytree(ROOT / "resources" / "icons", folder / "lib" / "resources" / "icons")
    shutil.copyfile(ROOT / "CHANGELOG.md", folder / "lib" / "CHANGELOG.md")
    return folder


@pytest.fixture(scope="module")
def package(bundle: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the Debian package would install, in a folder."""
    root = tmp_path_factory.mktemp("package")
    debian.tree(bundle, root, glibc="2.31", machine="amd64")
    return root


def control(package: Path) -> dict[str, str]:
    lines = (package / "DEBIAN" / "control").read_text("utf-8").splitlines()
    return dict(line.split(": ", 1) for line in lines if re.match(r"[A-Z][\w-]+: ", line))


def entry(package: Path) -> dict[str, str]:
    text = (package / f"usr/share/applications/{filling.APP_ID}.desktop").read_text("utf-8")
    return dict(line.split("=", 1) for line in text.splitlines() if "=" in line)


# The version, in one place


def test_the_version_stands_in_one_place() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", PROGRAM_VERSION)
    written = re.compile(rf"(?<![\d.]){re.escape(PROGRAM_VERSION)}(?![\d.])")
    places = [ROOT / "build.spec", ROOT / "pyproject.toml", *(ROOT / "packaging").rglob("*.*")]
    places += [path for layer in (*contents.LAYERS, "devtools") for path in (ROOT / layer).rglob("*.py")]
    texts = (path for path in places if path.suffix not in (".png", ".ico", ".icns") and path.is_file())
    found = [path.name for path in texts if written.search(path.read_text("utf-8", "replace"))]
    assert found == ["version.py"]


def test_the_change_log_tells_of_this_version() -> None:
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", filling.release_date())
    with pytest.raises(LookupError):
        filling.release_date("99.0.0")


def test_windows_reads_the_version_out_of_the_executable() -> None:
    calls: dict[str, object] = {}
    names = (
        "VSVersionInfo",
        "FixedFileInfo",
        "StringFileInfo",
        "StringTable",
        "StringStruct",
        "VarFileInfo",
        "VarStruct",
    )
    tree = ast.parse(windows.version_text("1.2.3"), mode="eval")
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            assert isinstance(node.func, ast.Name) and node.func.id in names
            if node.func.id == "StringStruct":
                name, word = (ast.literal_eval(each) for each in node.args)
                calls[name] = word
    assert calls["FileVersion"] == calls["ProductVersion"] == "1.2.3"
    assert "(1, 2, 3, 0)" in windows.version_text("1.2.3")


# The Debian package


def test_control_says_version_size_and_the_c_library(package: Path) -> None:
    said = control(package)
    assert (said["Package"], said["Version"], said["Architecture"]) == ("jiheng", PROGRAM_VERSION, "amd64")
    assert "libc6 (>= 2.31)" in said["Depends"]
    assert int(said["Installed-Size"]) > 0
    assert re.fullmatch(r"[^<]+ <[^@ ]+@[^> ]+>", said["Maintainer"])


def test_no_script_runs_as_administrator(package: Path) -> None:
    assert [path.name for path in (package / "DEBIAN").iterdir()] == ["control"]


def test_the_program_is_found_by_name_and_can_run(package: Path) -> None:
    assert (package / "usr/bin/jiheng").readlink() == Path("/opt/jiheng/jiheng")
    assert (package / "opt/jiheng/jiheng").stat().st_mode & 0o777 == 0o755
    assert (package / "opt/jiheng/lib/CHANGELOG.md").stat().st_mode & 0o777 == 0o644


def test_projects_open_with_the_program(package: Path) -> None:
    said = entry(package)
    kind = said["MimeType"].rstrip(";")
    assert said["Exec"] == "jiheng %f"
    mime = ElementTree.parse(package / f"usr/share/mime/packages/{filling.APP_ID}.xml").getroot()
    space = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    declared = mime.find("m:mime-type", space)
    assert declared is not None and declared.get("type") == kind
    assert [glob.get("pattern") for glob in declared.findall("m:glob", space)] == [f"*{EXTENSION}"]
    assert (package / f"usr/share/icons/hicolor/48x48/apps/{said['Icon']}.png").is_file()
    assert (package / f"usr/share/icons/hicolor/48x48/mimetypes/{kind.replace('/', '-')}.png").is_file()


def test_appstream_tells_of_this_version_and_the_same_entry(package: Path) -> None:
    path = package / f"usr/share/metainfo/{filling.APP_ID}.metainfo.xml"
    about = ElementTree.parse(path).getroot()
    assert about.findtext("id") == filling.APP_ID
    assert about.findtext("launchable") == f"{filling.APP_ID}.desktop"
    assert about.findtext("provides/mediatype") == entry(package)["MimeType"].rstrip(";")
    release = about.find("releases/release")
    assert release is not None and release.get("version") == PROGRAM_VERSION


@pytest.mark.parametrize(
    ("tool", "words", "file"),
    [
        ("desktop-file-validate", (), f"applications/{filling.APP_ID}.desktop"),
        ("appstreamcli", ("validate", "--no-net"), f"metainfo/{filling.APP_ID}.metainfo.xml"),
        ("xmllint", ("--noout",), f"mime/packages/{filling.APP_ID}.xml"),
    ],
)
def test_the_desktops_own_tools_find_no_fault(
    package: Path, tool: str, words: tuple[str, ...], file: str
) -> None:
    if shutil.which(tool) is None:
        pytest.skip(f"no {tool} here")
    done = subprocess.run([tool, *words, str(package / "usr/share" / file)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_template_does_not_keep_a_hole(tmp_path: Path) -> None:
    template = tmp_path / "control.in"
    template.write_text("Version: @VERSION@\nMaintainer: a@b.c\n", "utf-8")
    assert filling.filled(template, {"VERSION": "1.0"}) == "Version: 1.0\nMaintainer: a@b.c\n"
    with pytest.raises(KeyError):
        filling.filled(template, {})


# The stick, and Windows


@pytest.mark.skipif(shutil.which("sh") is None, reason="no shell here")
def test_the_start_script_is_a_script() -> None:
    for name in ("linux/start.sh", "linux/try-packages.sh", "old_base.sh"):
        subprocess.run(["sh", "-n", str(ROOT / "packaging" / name)], check=True)


@pytest.mark.skipif(shutil.which("sh") is None, reason="no shell here")
def test_the_start_script_registers_for_one_account_and_takes_it_back(bundle: Path, tmp_path: Path) -> None:
    stick, home = tmp_path / "U 盘 & co", tmp_path / "home"
    (stick / "program").mkdir(parents=True)
    debian.desktop_files(bundle, stick / "share")
    words = {"VERSION": PROGRAM_VERSION, "GLIBC": "2.31"}
    (stick / "start.sh").write_text(filling.filled(filling.LINUX / "start.sh", words), "utf-8")
    environment = {"HOME": str(home), "PATH": "/usr/bin:/bin"}

    def start(word: str) -> None:
        subprocess.run(
            ["sh", str(stick / "start.sh"), word], env=environment, check=True, capture_output=True
        )

    start("--register")
    registered = home / f".local/share/applications/{filling.APP_ID}.desktop"
    assert f'Exec=sh "{stick}/start.sh" %f' in registered.read_text("utf-8").splitlines()
    start("--unregister")
    assert not [path for path in home.rglob("*jiheng*") if path.is_file()]


@pytest.mark.skipif(shutil.which("makensis") is None, reason="no makensis here")
def test_the_windows_installer_is_built_around_a_stand_in(bundle: Path, tmp_path: Path) -> None:
    made = windows.installer(bundle, tmp_path)
    assert made.read_bytes().startswith(b"MZ")


def test_the_windows_installer_asks_for_no_administrator() -> None:
    script = windows.SCRIPT.read_text("utf-8")
    assert "RequestExecutionLevel user" in script
    assert "HKLM" not in script
    assert 'RMDir /r "$INSTDIR"' not in script, "projects may lie beside the program"
