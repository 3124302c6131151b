"""The fonts of one PDF: registered, measured, asked for rare characters, embedded with right maps."""

from __future__ import annotations

import functools
import threading
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from models.report.blocks import Source
from models.sayings import saying
from services.errors import ExportError
from services.fonts import Face, FontSet, FontStyle

ONE_AT_A_TIME = threading.Lock()
"""Held while pages are made: the registered fonts are reportlab's, one set for the whole process."""
DIGITS = range(ord("0"), ord("9") + 1)
NAMELESS = {"Co": "自造字", "Cn": "未分配的字符"}
"""What a character without a name is."""
MOST_NAMED = 20
MAPPED_AT_ONCE = 100
"""How many characters one bfchar section of a ToUnicode map may hold."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A character that no font has; it stands in the file as a box and can still be copied."""

    character: str

    @property
    def label(self) -> str:
        """The character with its number and name: 😀（U+1F600 GRINNING FACE）."""
        name = unicodedata.name(self.character, NAMELESS.get(unicodedata.category(self.character), ""))
        return f"{self.character}（{f'U+{ord(self.character):04X} {name}'.strip()}）"


def named(missing: Sequence[Missing]) -> str:
    """Missing characters one after another; of very many only the first."""
    more = f" 等 {len(missing)} 个字符" if len(missing) > MOST_NAMED else ""
    return "、".join(each.label for each in missing[:MOST_NAMED]) + more


@dataclass(frozen=True, slots=True)
class FontsUsed:
    """What a PDF was set in: the faces really drawn with by style, and the characters no font has."""

    faces: Mapping[FontStyle, Face]
    fallbacks: tuple[Face, ...]
    missing: tuple[Missing, ...]
    pages: int

    def sentences(self) -> tuple[str, ...]:
        """The same as Chinese lines for the export dialog and the command line."""
        lines = [f"{style}：{face.label}" for style, face in self.faces.items()]
        if self.fallbacks:
            lines.append(f"生僻字：{'、'.join(face.label for face in self.fallbacks)}")
        if self.missing:
            lines.append(f"缺字，文件中以方框代替，请改用其他写法：{named(self.missing)}")
        return tuple(lines)


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters set in one font; `source` is where the figure comes from that they are part of."""

    font: str
    text: str
    source: Source | None = None


class FontBook:
    """Chooses a font for every character and remembers which faces and characters it met."""

    def __init__(self, fonts: FontSet) -> None:
        self._fonts = fonts
        self._names: dict[FontStyle, str] = {}
        self._widths: dict[str, Advances] = {}
        self._choice: dict[tuple[FontStyle, str], str] = {}
        self._fallbacks: dict[Face, None] = {}
        self._missing: dict[str, None] = {}

    @property
    def body(self) -> str:
        """The registered name of the body font."""
        return self._name(FontStyle.FANG)

    def pieces(self, style: FontStyle, text: str, source: Source | None = None) -> list[Piece]:
        """The text in runs of one font each; a character that the style's font lacks comes from another."""
        main = self._name(style)
        known = self._widths[main]
        if all(map(known.__contains__, map(ord, text))):
            return [Piece(main, text, source)] if text else []
        made: list[Piece] = []
        start, font = 0, ""
        for at, char in enumerate(text):
            chosen = main if ord(char) in known else self._choose(style, char, main)
            if chosen != font and at:
                made.append(Piece(font, text[start:at], source))
                start = at
            font = chosen
        return [*made, Piece(font, text[start:], source)]

    def widths(self, piece: Piece, size: float) -> list[float]:
        """The advance of every character in points."""
        scale = size / 1000
        return [each * scale for each in map(self._widths[piece.font].__getitem__, map(ord, piece.text))]

    def length(self, pieces: Iterable[Piece], size: float) -> float:
        """How long the pieces are together, in points."""
        advances = (map(self._widths[each.font].__getitem__, map(ord, each.text)) for each in pieces)
        return sum(map(sum, advances)) * size / 1000

    def width(self, style: FontStyle, text: str, size: float) -> float:
        """The length of a text on one line, in points."""
        return self.length(self.pieces(style, text), size)

    def used(self, pages: int) -> FontsUsed:
        """What was met so far."""
        missing = tuple(map(Missing, sorted(self._missing)))
        faces = {style: self._fonts.faces[style] for style in self._names}
        return FontsUsed(faces, tuple(self._fallbacks), missing, pages)

    def _name(self, style: FontStyle) -> str:
        if style not in self._names:
            self._names[style] = self._load(self._fonts.faces[style])
        return self._names[style]

    def _load(self, face: Face) -> str:
        if face.key not in self._widths:
            self._widths[face.key] = registered(face).covered
        return face.key

    def _choose(self, style: FontStyle, char: str, main: str) -> str:
        key = (style, char)
        if key not in self._choice:
            self._choice[key] = self._search(char, main)
        return self._choice[key]

    def _search(self, char: str, main: str) -> str:
        if char.isspace():
            return main
        for face in self._fonts.fallbacks:
            try:
                name = self._load(face)
            except ExportError:
                continue
            if ord(char) in self._widths[name]:
                self._fallbacks[face] = None
                return name
        self._missing[char] = None
        return main


def unusual(text: str) -> str:
    """The characters of a text that not every Chinese font can be trusted to have, each once."""
    return "".join(sorted(char for char in set(text) if not _is_usual(char)))


def _is_usual(char: str) -> bool:
    try:
        return bool(char.encode("gb2312"))
    except UnicodeEncodeError:
        return False


def missing_among(characters: str, fonts: FontSet) -> tuple[Missing, ...]:
    """Those of the characters that none of the fonts has."""
    with ONE_AT_A_TIME:
        book = FontBook(fonts)
        book.pieces(FontStyle.FANG, characters)
    return book.used(0).missing


class Advances(dict[int, float]):
    """The advance of every character that a font has, in thousandths of an em; any other gets its box's."""

    def __init__(self, known: Iterable[tuple[int, float]], box: float) -> None:
        super().__init__(known)
        self._box = box

    def __missing__(self, code: int) -> float:
        return self._box


def registered(face: Face) -> Any:
    """The face as a reportlab font, read once per process; ExportError when the file cannot be read."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFError

    if face.key not in pdfmetrics.getRegisteredFontNames():
        try:
            font = _font_class()(face.key, str(face.path), subfontIndex=face.index, shapable=False)
        except (OSError, TTFError, ValueError, KeyError, AssertionError) as error:
            raise ExportError(
                saying("字体文件“{0}”不能使用，请换用其他字体或重新安装程序：{1}", face.path, error)
            ) from error
        pdfmetrics.registerFont(font)
    return pdfmetrics.getFont(face.key)


@functools.cache
def _font_class() -> Any:
    """TTFont with right ToUnicode maps beyond U+FFFF, and with characters no font has kept copyable."""
    from reportlab.pdfbase.ttfonts import TTFont

    class MappedFont(TTFont):  # type: ignore[misc, unused-ignore]
        def __init__(self, *given: Any, **named: Any) -> None:
            super().__init__(*given, **named)
            _even_digits(self)
            glyphs = self.face.charToGlyph
            known = ((code, width) for code, width in self.face.charWidths.items() if glyphs.get(code))
            self.covered = self.face.charWidths = Advances(known, self.face.defaultWidth)

        def splitString(self, text: str, doc: Any, encoding: str = "utf-8") -> Any:  # noqa: N802
            if not all(map(self.covered.__contains__, map(ord, text))):
                for code in map(ord, text):
                    self.face.charToGlyph.setdefault(code, 0)
            return super().splitString(text, doc, encoding)

        def addObjects(self, doc: Any) -> None:  # noqa: N802
            subsets = self._assignState(doc).subsets
            objects = doc.idToObject
            before = set(objects)
            super().addObjects(doc)
            maps = [name for name in objects if name not in before and name.startswith("toUnicodeCMap:")]
            for name, subset in zip(maps, subsets, strict=True):
                objects[name].content = unicode_map(name.partition(":")[2], subset)

    return MappedFont


def _even_digits(font: Any) -> None:
    """Give all digits the width of the widest, its glyphs centred, so that sums stand in straight columns.

    Some shipped and system fonts have a narrower 1, and reportlab cannot ask for tabular figures.
    """
    face = font.face
    glyphs = [face.charToGlyph.get(code, 0) for code in DIGITS]
    if not all(glyphs) or len({face.hmetrics[glyph][0] for glyph in glyphs}) == 1:
        return
    wide = max(face.hmetrics[glyph][0] for glyph in glyphs)
    for code, glyph in zip(DIGITS, glyphs, strict=True):
        advance, bearing = face.hmetrics[glyph]
        face.hmetrics[glyph] = (wide, (bearing + (wide - advance) // 2) & 0xFFFF)
        face.charWidths[code] = font.pdfScale(wide)


def unicode_map(font_name: str, subset: Sequence[int]) -> str:
    """The ToUnicode map of a font subset: the character of each code, beyond U+FFFF as a surrogate pair."""
    return "\n".join(_map_lines(font_name, subset))


def _map_lines(font_name: str, subset: Sequence[int]) -> Iterator[str]:
    yield "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap"
    yield "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def"
    yield f"/CMapName /{font_name} def\n/CMapType 2 def"
    yield "1 begincodespacerange\n<00> <FF>\nendcodespacerange"
    codes = [(at, code) for at, code in enumerate(subset) if code]
    for first in range(0, len(codes), MAPPED_AT_ONCE):
        section = codes[first : first + MAPPED_AT_ONCE]
        yield f"{len(section)} beginbfchar"
        yield from (f"<{at:02X}> <{chr(code).encode('utf-16-be').hex().upper()}>" for at, code in section)
        yield "endbfchar"
    yield "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
