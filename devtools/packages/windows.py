"""What Windows needs: the version inside the executable, and the installer."""

from __future__ import annotations

import subprocess
from pathlib import Path

from devtools.packages.building import size
from devtools.packages.filling import TEMPLATES
from devtools.system import SetupError
from services.version import PROGRAM_VERSION

SCRIPT = TEMPLATES / "windows" / "jiheng.nsi"
ICON = TEMPLATES / "icons" / "jiheng.ico"


def version_text(version: str) -> str:
    """The version information of an executable, in the form that PyInstaller reads from a file."""
    numbers = (*(int(part) for part in version.split(".")), 0, 0, 0, 0)[:4]
    words = {
        "CompanyName": "绩衡",
        "FileDescription": "绩衡　专项资金绩效评价工作台",
        "FileVersion": version,
        "InternalName": "jiheng",
        "LegalCopyright": "MIT",
        "OriginalFilename": "jiheng.exe",
        "ProductName": "绩衡",
        "ProductVersion": version,
    }
    texts = ", ".join(f"StringStruct({name!r}, {word!r})" for name, word in words.items())
    language, unicode = 0x0804, 1200
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}), kids=["
        f"StringFileInfo([StringTable('{language:04x}{unicode:04x}', [{texts}])]), "
        f"VarFileInfo([VarStruct('Translation', [{language}, {unicode}])])])\n"
    )


def installer(bundle: Path, target: Path, *, makensis: str = "makensis") -> Path:
    """Write the installer into the folder `target`; SetupError when makensis refuses."""
    made = target / f"jiheng-{PROGRAM_VERSION}-windows-x64-setup.exe"
    defines = {
        "VERSION": PROGRAM_VERSION,
        "BUNDLE": str(bundle),
        "OUTPUT": str(made),
        "ICON": str(ICON),
        "KILOBYTES": str(size(bundle) // 1024),
    }
    words = [f"-D{name}={value}" for name, value in defines.items()]
    command = [makensis, "-V2", "-WX", "-INPUTCHARSET", "UTF8", *words, str(SCRIPT)]
    print("$ makensis", SCRIPT.name, flush=True)
    if subprocess.run(command, check=False).returncode != 0:
        raise SetupError("生成安装程序没有成功，请看上面的信息。")
    return made
