"""Which font files stand for the official styles: the system's own first, then the shipped ones."""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from models.sayings import saying
from services.errors import UserProblem
from services.resources import resource

SUFFIXES = frozenset({".ttf", ".ttc", ".otf"})
LARGEST_NAME_TABLE = 1 << 20
MOST_FACES = 64


class FontStyle(StrEnum):
    """The styles of an official document, by the names people know them by."""

    TITLE = "小标宋"
    HEI = "黑体"
    KAI = "楷体"
    FANG = "仿宋"
    SONG = "宋体"


OFFICIAL: Mapping[FontStyle, tuple[str, ...]] = {
    FontStyle.TITLE: (
        "方正小标宋简体", "方正小标宋_GBK", "方正小标宋_GB2312", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05",
        "华文中宋", "STZhongsong",
    ),
    FontStyle.HEI: ("黑体", "SimHei", "方正黑体_GBK", "FZHei-B01", "方正黑体简体", "FZHei-B01S"),
    FontStyle.KAI: (
        "楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi",
        "方正楷体_GBK", "FZKai-Z03", "方正楷体简体", "FZKai-Z03S",
    ),
    FontStyle.FANG: (
        "仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong",
        "方正仿宋_GBK", "FZFangSong-Z02", "方正仿宋简体", "FZFangSong-Z02S", "华文仿宋", "STFangsong",
    ),
    FontStyle.SONG: ("宋体", "SimSun", "方正书宋_GBK", "FZShuSong-Z01", "方正书宋简体", "FZShuSong-Z01S"),
}  # fmt: skip
"""The accepted system families of each style, the best first."""

SHIPPED: Mapping[FontStyle, tuple[tuple[str, int], ...]] = {
    FontStyle.TITLE: (("Noto Serif SC Black", 900), ("Noto Serif SC", 900)),
    FontStyle.HEI: (("Noto Sans SC", 700),),
    FontStyle.KAI: (("Jiheng Kai", 400), ("LXGW WenKai", 400)),
    FontStyle.FANG: (("Noto Serif SC", 400),),
    FontStyle.SONG: (("Noto Serif SC", 400),),
}
"""The shipped families that stand in for each style, with the weight wanted."""

RARE_CHARACTERS = ("SimSun-ExtB", "宋体-ExtB", "宋体-方正超大字符集", "Simsun (Founder Extended)")
"""System families asked for characters that the chosen fonts lack, such as those of rare names."""


@dataclass(frozen=True, slots=True)
class Face:
    """One usable TrueType face: where it is and what it is called."""

    path: Path
    index: int
    names: frozenset[str]
    family: str
    weight: int
    checksum: int
    bundled: bool

    @property
    def key(self) -> str:
        """A name that tells this face and version from every other, the same on every computer."""
        return f"{self.family}-{self.weight}-{self.checksum:08x}"

    @property
    def label(self) -> str:
        """How a person reads it: 仿宋_GB2312（系统字体）."""
        return f"{self.family}（{'随程序附带' if self.bundled else '系统字体'}）"


@dataclass(frozen=True, slots=True)
class FontSet:
    """The face of each style, and the faces asked in turn for characters that a style's face lacks."""

    faces: Mapping[FontStyle, Face]
    fallbacks: tuple[Face, ...]


def system_folders() -> tuple[Path, ...]:
    """Where this system keeps its fonts and this person's own; folders that do not exist are left out."""
    if sys.platform == "win32":
        windows, local = os.environ.get("WINDIR", r"C:\Windows"), os.environ.get("LOCALAPPDATA", "")
        places = [Path(windows, "Fonts")]
        places += [Path(local, "Microsoft", "Windows", "Fonts")] if local else []
    elif sys.platform == "darwin":
        places = [Path("/System/Library/Fonts"), Path("/Library/Fonts"), Path("~/Library/Fonts")]
    else:
        shared = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts")]
        places = [*shared, Path("~/.local/share/fonts"), Path("~/.fonts")]
    return tuple(place for place in map(_expanded, places) if place.is_dir())


def _expanded(path: Path) -> Path:
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def resolve(
    *, bundled_only: bool = False, system: Sequence[Path] | None = None, shipped: Path | None = None
) -> FontSet:
    """The faces to write with; `system` and `shipped` name other folders than the usual ones.

    Raises UserProblem when not even the fonts shipped with the program can be read.
    """
    own = tuple(scan([shipped or resource("fonts")], bundled=True))
    folders = () if bundled_only else system_folders() if system is None else system
    wanted = frozenset(name for names in OFFICIAL.values() for name in names) | frozenset(RARE_CHARACTERS)
    found = tuple(face for face in scan(folders, bundled=False) if face.names & wanted)
    if not own and not found:
        raise UserProblem(
            saying("找不到可用的字体：程序自带的字体文件（resources/fonts）缺失或已损坏，请重新安装程序")
        )
    faces = {style: _face(style, found, own) for style in FontStyle}
    spare = [faces[style] for style in (FontStyle.SONG, FontStyle.FANG, FontStyle.KAI, FontStyle.HEI)]
    spare += [face for face in found if face.names & frozenset(RARE_CHARACTERS)]
    regular_first = sorted(own, key=lambda face: (abs(face.weight - 400), face.path.name))
    return FontSet(faces, tuple(dict.fromkeys([*spare, *regular_first])))


def _face(style: FontStyle, found: Sequence[Face], own: Sequence[Face]) -> Face:
    for name in OFFICIAL[style]:
        for face in found:
            if name in face.names:
                return face
    for name, weight in SHIPPED[style]:
        called = [face for face in own if name in face.names]
        if called:
            return min(called, key=lambda face: abs(face.weight - weight))
    return min((*own, *found), key=lambda face: abs(face.weight - 400))


def scan(folders: Iterable[Path], *, bundled: bool) -> Iterator[Face]:
    """Every face in the folders and below that can be embedded in a PDF, in the order of their names."""
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix.lower() in SUFFIXES:
                yield from read_faces(path, bundled=bundled)


def read_faces(path: Path, *, bundled: bool = False) -> tuple[Face, ...]:
    """The embeddable TrueType faces of one file; none when it is damaged or of another kind."""
    try:
        with path.open("rb") as file:
            offsets = _face_offsets(file)
            read = [_read_face(file, path, index, offset, bundled) for index, offset in enumerate(offsets)]
    except (OSError, struct.error, UnicodeError):
        return ()
    return tuple(face for face in read if face is not None)


def _face_offsets(file: BinaryIO) -> tuple[int, ...]:
    head = file.read(12)
    if head[:4] != b"ttcf":
        return (0,)
    count = min(struct.unpack(">L", head[8:12])[0], MOST_FACES)
    return struct.unpack(f">{count}L", file.read(4 * count))


def _read_face(file: BinaryIO, path: Path, index: int, offset: int, bundled: bool) -> Face | None:
    file.seek(offset)
    version, count = struct.unpack(">4sH6x", file.read(12))
    if version not in (b"\0\1\0\0", b"true"):
        return None
    tables = {}
    for _ in range(count):
        tag, start, length = struct.unpack(">4s4xLL", file.read(16))
        tables[tag] = (start, length)
    if not tables.keys() >= {b"glyf", b"name", b"head", b"OS/2"} or b"fvar" in tables:
        return None
    weight, embedding = struct.unpack(">4xH2xH", _part(file, tables[b"OS/2"], 10))
    if embedding & 0x0F == 2 or embedding & 0x300:
        return None
    (checksum,) = struct.unpack(">8xL", _part(file, tables[b"head"], 12))
    names = _names(_part(file, tables[b"name"], LARGEST_NAME_TABLE))
    family = next((names[key] for key in ((1, 0x804), (1, 0x409), (4, 0x409)) if key in names), path.stem)
    return Face(path, index, frozenset(names.values()), family, weight, checksum, bundled)


def _part(file: BinaryIO, table: tuple[int, int], most: int) -> bytes:
    file.seek(table[0])
    return file.read(min(table[1], most))


def _names(data: bytes) -> dict[tuple[int, int], str]:
    """Family, full, PostScript and typographic names by (number, language) of a `name` table."""
    count, strings = struct.unpack(">2xHH", data[:6])
    names = {}
    for at in range(6, 6 + 12 * count, 12):
        platform, _, language, number, length, start = struct.unpack(">6H", data[at : at + 12])
        if platform == 3 and number in (1, 4, 6, 16):
            raw = data[strings + start : strings + start + length]
            names[number, language] = raw.decode("utf-16-be", "replace").strip("\0 ")
    return names
