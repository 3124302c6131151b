"""The package for Debian, UOS and Kylin: the bundle in /opt, a desktop entry, a file type, no scripts."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from devtools.packages.building import BUILD, size
from devtools.packages.filling import APP_ID, LINUX, filled, release_date
from devtools.system import SetupError
from services.version import PROGRAM_VERSION

PROGRAM = Path("opt/jiheng")
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256)


def architecture() -> str:
    """Debian's name for the machine, such as amd64 or arm64."""
    done = subprocess.run(["dpkg", "--print-architecture"], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def desktop_files(bundle: Path, share: Path) -> None:
    """Desktop entry, file type, AppStream data and icons, as they lie below a `share` folder."""
    words = {"VERSION": PROGRAM_VERSION, "DATE": release_date(), "EXEC": "jiheng"}
    for template, folder, name in (
        ("desktop.in", "applications", f"{APP_ID}.desktop"),
        ("mime.xml", "mime/packages", f"{APP_ID}.xml"),
        ("metainfo.xml.in", "metainfo", f"{APP_ID}.metainfo.xml"),
    ):
        target = share / folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(filled(LINUX / template, words), "utf-8")
    for side in ICON_SIZES:
        source = bundle / f"lib/resources/icons/program/jiheng-{side:03}.png"
        sized = share / f"icons/hicolor/{side}x{side}"
        for folder, name in (("apps", "jiheng.png"), ("mimetypes", "application-x-jiheng.png")):
            (sized / folder).mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, sized / folder / name)


def tree(bundle: Path, root: Path, *, glibc: str, machine: str) -> None:
    """Everything the package installs below `root`, and DEBIAN/control."""
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(bundle, root / PROGRAM)
    (root / "usr/bin").mkdir(parents=True)
    (root / "usr/bin/jiheng").symlink_to("/" / PROGRAM / "jiheng")
    desktop_files(bundle, root / "usr/share")
    papers = root / "usr/share/doc/jiheng"
    papers.mkdir(parents=True)
    shutil.copyfile(LINUX / "copyright", papers / "copyright")
    shutil.copyfile(bundle / "lib/CHANGELOG.md", papers / "CHANGELOG.md")
    kilobytes = size(root) // 1024
    words = {
        "VERSION": PROGRAM_VERSION, "ARCHITECTURE": machine, "GLIBC": glibc, "KILOBYTES": str(kilobytes),
    }  # fmt: skip
    (root / "DEBIAN").mkdir()
    (root / "DEBIAN/control").write_text(filled(LINUX / "control.in", words), "utf-8")
    for path in root.rglob("*"):
        if not path.is_symlink():
            runs = path.is_dir() or path.parent == root / PROGRAM and path.name == "jiheng"
            path.chmod(0o755 if runs else 0o644)


def package(bundle: Path, target: Path, *, glibc: str) -> Path:
    """Write the .deb into the folder `target`; SetupError when dpkg-deb refuses."""
    machine = architecture()
    root = BUILD / "deb"
    tree(bundle, root, glibc=glibc, machine=machine)
    made = target / f"jiheng_{PROGRAM_VERSION}_{machine}.deb"
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(made)]
    print("$", " ".join(command[:4]), made.name, flush=True)
    if subprocess.run(command, check=False).returncode != 0:
        raise SetupError("生成 .deb 没有成功，请看上面的信息。")
    shutil.rmtree(root)
    return made
