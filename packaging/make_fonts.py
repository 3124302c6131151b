"""Rebuild resources/fonts from the freely licensed originals, the same bytes every time.

The originals are public packages, fetched and unpacked by hand with their ordinary clients:

    npm pack @expo-google-fonts/noto-sans-sc@0.4.3     folder for --noto-sans
    npm pack @expo-google-fonts/noto-serif-sc@0.4.3    folder for --noto-serif
    apt-get download fonts-lxgw-wenkai  (1.250)        LXGWWenKai-Regular.ttf: --wenkai
    apt-get download unicode-data       (15.0.0)       Unihan_OtherMappings.txt[.bz2]: --unihan

Usage, with the project's own Python (fonttools is one of its development packages):

    python packaging/make_fonts.py --noto-sans DIR --noto-serif DIR --wenkai FILE --unihan FILE [--out DIR]

Each font is cut down to the characters that Chinese reports need, loses the tables for vertical
setting and variation, gains a few signs composed of its own shapes (☐ ☑ ✕ ▾ …), and gets plain names.
"""

from __future__ import annotations

import argparse
import bz2
import math
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
SIGN_BLOCKS = (
    (0x0020, 0x017F),  # Latin, with the tone marks of pinyin
    (0x01CD, 0x01DC),
    (0x2000, 0x27BF),  # punctuation, currency, letterlike, arrows, mathematics, circled, boxes, shapes
    (0x2E80, 0x312F),  # CJK punctuation, kana, bopomofo
    (0x3200, 0x33FF),  # circled and squared CJK, ㎡
    (0xFE30, 0xFE4F),
    (0xFF00, 0xFFEF),  # full-width forms
)
URO = range(0x4E00, 0xA000)
DROPPED_TABLES = ["vhea", "vmtx", "VORG", "BASE", "STAT", "DSIG", "FFTM", "prep", "fpgm", "cvt "]
FEATURES = ["ccmp", "kern", "liga", "locl", "mark", "mkmk", "tnum", "lnum"]
SIDE = 60
"""The free space on both sides of a turned shape, in font units (1,000 to the em)."""
ENGLISH = (3, 1, 0x409)
LEGAL_NAMES = (0, 7, 8, 9, 10, 13, 14)


@dataclass(frozen=True)
class Part:
    """One shape inside a composed sign: a character, scaled and turned (degrees) about its middle."""

    character: str
    scale: float = 1.0
    turn: int = 0


COMPOSED = {
    "☐": (Part("□"),),
    "▢": (Part("□"),),
    "☑": (Part("□"), Part("✓", 0.75)),
    "✔": (Part("✓"),),
    "✕": (Part("×"),),
    "✗": (Part("×"),),
    "⟵": (Part("←"),),
    "▸": (Part("▶", 0.6),),
    "▾": (Part("▼", 0.6),),
    "▴": (Part("▲", 0.6),),
    "◂": (Part("◀", 0.6),),
    "⌄": (Part("›", 1.0, -90),),
    "⌃": (Part("›", 1.0, 90),),
}
"""Signs the originals lack, each made of shapes they have; a sign the original has is left alone."""


@dataclass(frozen=True)
class Face:
    """A font to be made: its file, its names, its weight and the characters it keeps."""

    file: str
    source: Path
    family: str
    style: str
    postscript: str
    weight: int
    characters: frozenset[int]


def gb2312() -> Iterator[int]:
    """Every character of GB 2312: 6,763 Han characters and 682 signs."""
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                yield ord(bytes((row, cell)).decode("gb2312"))
            except UnicodeDecodeError:
                continue


def general_standard(unihan: Path) -> Iterator[int]:
    """The 8,105 characters of the 通用规范汉字表, from the kTGH lines of the Unihan database."""
    raw = unihan.read_bytes()
    text = (bz2.decompress(raw) if unihan.suffix == ".bz2" else raw).decode("utf-8")
    for line in text.splitlines():
        columns = line.split("\t")
        if len(columns) > 2 and columns[1] == "kTGH":
            yield int(columns[0][2:], 16)


def faces(words: argparse.Namespace) -> list[Face]:
    """The five fonts: heads keep GB 2312, the window the general standard too, the body every name."""
    signs = {code for first, last in SIGN_BLOCKS for code in range(first, last + 1)}
    heads = frozenset(signs | set(gb2312()))
    common = heads | frozenset(general_standard(words.unihan))
    body = common | frozenset(URO)
    sans, serif = words.noto_sans, words.noto_serif
    return [
        Face("NotoSansSC-Regular.ttf", sans / "400Regular/NotoSansSC_400Regular.ttf",
             "Noto Sans SC", "Regular", "NotoSansSC-Regular", 400, common),
        Face("NotoSansSC-SemiBold.ttf", sans / "600SemiBold/NotoSansSC_600SemiBold.ttf",
             "Noto Sans SC", "Bold", "NotoSansSC-SemiBold", 600, common),
        Face("NotoSerifSC-Regular.ttf", serif / "400Regular/NotoSerifSC_400Regular.ttf",
             "Noto Serif SC", "Regular", "NotoSerifSC-Regular", 400, body),
        Face("NotoSerifSC-Black.ttf", serif / "900Black/NotoSerifSC_900Black.ttf",
             "Noto Serif SC Black", "Regular", "NotoSerifSC-Black", 900, heads),
        Face("JihengKai-Regular.ttf", words.wenkai,
             "Jiheng Kai", "Regular", "JihengKai-Regular", 400, heads),
    ]  # fmt: skip


def cut(face: Face) -> TTFont:
    """The original with only the face's characters, without hints and vertical metrics."""
    options = Options()
    options.layout_features = FEATURES
    options.drop_tables = [*options.drop_tables, *DROPPED_TABLES]
    options.hinting = False
    options.glyph_names = False
    options.name_languages = ["*"]
    options.notdef_outline = True
    options.recalc_timestamp = False
    font = TTFont(face.source, recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=face.characters)
    subsetter.subset(font)
    whole = BytesIO()
    font.save(whole)
    whole.seek(0)
    return TTFont(whole, recalcTimestamp=False)


def compose(font: TTFont) -> None:
    """Add the signs of COMPOSED that the font lacks."""
    characters: dict[int, str] = font.getBestCmap()
    order = list(font.getGlyphOrder())
    for sign, parts in COMPOSED.items():
        known = all(ord(part.character) in characters for part in parts)
        if ord(sign) in characters or not known:
            continue
        name = f"uni{ord(sign):04X}"
        pen = TTGlyphPen(font["glyf"])
        for part in parts:
            base = characters[ord(part.character)]
            pen.addComponent(base, placed(font["glyf"][base], part))
        glyph = pen.glyph()
        order.append(name)
        font.setGlyphOrder(order)
        font["glyf"].glyphOrder = order
        font["glyf"][name] = glyph
        glyph.recalcBounds(font["glyf"])
        width = font["hmtx"][characters[ord(parts[0].character)]][0]
        if any(part.turn for part in parts):
            width = glyph.xMax - glyph.xMin + 2 * SIDE
            shift = SIDE - glyph.xMin
            for component in glyph.components:
                component.x += shift
            glyph.recalcBounds(font["glyf"])
        font["hmtx"][name] = (width, glyph.xMin)
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[ord(sign)] = name
    font["maxp"].numGlyphs = len(order)


def placed(glyph: Any, part: Part) -> tuple[float, float, float, float, int, int]:
    """The matrix which scales and turns a shape and leaves its middle where it was."""
    angle = math.radians(part.turn)
    cos, sin = round(math.cos(angle)) * part.scale, round(math.sin(angle)) * part.scale
    x, y = (glyph.xMin + glyph.xMax) / 2, (glyph.yMin + glyph.yMax) / 2
    return cos, sin, -sin, cos, round(x - cos * x + sin * y), round(y - sin * x - cos * y)


def rename(font: TTFont, face: Face) -> None:
    """Give the font its names, and link regular and bold; copyright and licence stay as they were."""
    table = font["name"]
    version = table.getDebugName(5) or "Version 1.0"
    kept = {(name.nameID, name.toUnicode()) for name in table.names if name.nameID in LEGAL_NAMES}
    table.names = []
    for number, text in sorted(kept):
        table.setName(text, number, *ENGLISH)
    full = face.family if face.style == "Regular" else f"{face.family} {face.style}"
    own = {1: face.family, 2: face.style, 3: f"{version};Jiheng;{face.postscript}", 4: full, 5: version}
    for number, text in {**own, 6: face.postscript}.items():
        table.setName(text, number, *ENGLISH)
    bold = face.style == "Bold"
    system = font["OS/2"]
    system.usWeightClass = face.weight
    system.fsSelection = (system.fsSelection & ~0x61) | (0x20 if bold else 0x40)
    system.fsType = 0
    font["head"].macStyle = 1 if bold else 0


def make(face: Face, folder: Path) -> Path:
    """Write one font into the folder."""
    font = cut(face)
    compose(font)
    rename(font, face)
    font["post"].formatType = 3.0
    target = folder / face.file
    font.save(target)
    return target


def main() -> None:
    """Read the places of the originals and write all fonts."""
    parser = argparse.ArgumentParser(description="Rebuild resources/fonts.")
    for name in ("--noto-sans", "--noto-serif", "--wenkai", "--unihan"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--out", type=Path, default=HERE.parent / "resources" / "fonts")
    words = parser.parse_args()
    words.out.mkdir(parents=True, exist_ok=True)
    for face in faces(words):
        target = make(face, words.out)
        print(f"{target.name}: {target.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
