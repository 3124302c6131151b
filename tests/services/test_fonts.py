"""Which font stands for which official style."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

from services.errors import UserProblem
from services.fonts import FontStyle, read_faces, resolve


def font(name: str, chinese: str = "", *, weight: int = 400, embedding: int = 0, cff: bool = False) -> TTFont:
    """A font of two glyphs with English and Chinese names."""
    made = FontBuilder(1000, isTTF=not cff)
    made.setupGlyphOrder([".notdef", "A"])
    made.setupCharacterMap({0x41: "A"})
    if cff:
        glyphs = {each: T2CharStringPen(500, None).getCharString() for each in (".notdef", "A")}
        made.setupCFF(name.replace(" ", ""), {}, glyphs, {})
    else:
        made.setupGlyf({each: TTGlyphPen(None).glyph() for each in (".notdef", "A")})
    made.setupHorizontalMetrics({".notdef": (500, 0), "A": (500, 0)})
    made.setupHorizontalHeader(ascent=800, descent=-200)
    family = {"en": name, "zh": chinese} if chinese else {"en": name}
    made.setupNameTable({"familyName": family, "fullName": name, "psName": name.replace(" ", "")}, mac=False)
    made.setupOS2(fsType=embedding, usWeightClass=weight)
    made.setupPost()
    return made.font


def save(folder: Path, file: str, made: TTFont) -> None:
    folder.mkdir(exist_ok=True)
    made.save(folder / file)


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    folder = tmp_path / "shipped"
    save(folder, "serif.ttf", font("Noto Serif SC"))
    save(folder, "black.ttf", font("Noto Serif SC Black", weight=900))
    save(folder, "sans.ttf", font("Noto Sans SC"))
    save(folder, "bold.ttf", font("Noto Sans SC", weight=600))
    save(folder, "kai.ttf", font("Jiheng Kai"))
    return folder


@pytest.fixture
def system(tmp_path: Path) -> Path:
    (tmp_path / "system").mkdir()
    return tmp_path / "system"


def families(system: Path, shipped: Path, *, bundled_only: bool = False) -> dict[str, tuple[str, int]]:
    faces = resolve(system=[system], shipped=shipped, bundled_only=bundled_only).faces
    return {str(style): (face.family, face.weight) for style, face in faces.items()}


STAND_INS = {
    "小标宋": ("Noto Serif SC Black", 900),
    "黑体": ("Noto Sans SC", 600),
    "楷体": ("Jiheng Kai", 400),
    "仿宋": ("Noto Serif SC", 400),
    "宋体": ("Noto Serif SC", 400),
}


def test_shipped_fonts_stand_in_where_the_system_has_none(system: Path, shipped: Path) -> None:
    save(system, "other.ttf", font("DejaVu Sans"))
    assert families(system, shipped) == STAND_INS


def test_system_fonts_come_first_and_the_bureau_ones_before_those_of_windows(
    system: Path, shipped: Path
) -> None:
    save(system, "simfang.ttf", font("FangSong", "仿宋"))
    save(system, "fzfs.TTF", font("FangSong_GB2312", "仿宋_GB2312"))
    save(system, "xbs.ttf", font("FZXiaoBiaoSong-B05S", "方正小标宋简体"))
    found = families(system, shipped)
    assert found["仿宋"] == ("仿宋_GB2312", 400)
    assert found["小标宋"] == ("方正小标宋简体", 400)
    assert found["黑体"] == STAND_INS["黑体"]
    assert families(system, shipped, bundled_only=True) == STAND_INS


@pytest.mark.parametrize(
    ("what", "made"),
    [
        ("restricted licence", font("SimHei", "黑体", embedding=0x0002)),
        ("no subsetting", font("SimHei", "黑体", embedding=0x0100)),
        ("bitmap embedding only", font("SimHei", "黑体", embedding=0x0200)),
        ("PostScript outlines", font("SimHei", "黑体", cff=True)),
    ],
)
def test_fonts_that_cannot_be_embedded_are_passed_over(
    system: Path, shipped: Path, what: str, made: TTFont
) -> None:
    save(system, "simhei.ttf", made)
    assert families(system, shipped)["黑体"] == STAND_INS["黑体"], what


def test_a_collection_gives_each_of_its_faces(system: Path, shipped: Path) -> None:
    collection = TTCollection()
    collection.fonts = [font("NSimSun", "新宋体"), font("SimSun", "宋体")]
    collection.save(system / "simsun.ttc")
    face = resolve(system=[system], shipped=shipped).faces[FontStyle.SONG]
    assert (face.family, face.index, face.label) == ("宋体", 1, "宋体（系统字体）")


@pytest.mark.parametrize("content", [b"", b"\0\1\0\0", b"ttcf\0\1\0\0\xff\xff\xff\xff", b"%PDF-1.4" * 40])
def test_damaged_files_are_passed_over(system: Path, shipped: Path, content: bytes) -> None:
    (system / "simsun.ttf").write_bytes(content)
    assert read_faces(system / "simsun.ttf") == ()
    assert families(system, shipped) == STAND_INS


def test_every_cut_of_a_font_file_is_read_or_passed_over(system: Path) -> None:
    save(system, "whole.ttf", font("SimSun", "宋体"))
    whole = (system / "whole.ttf").read_bytes()
    for length in range(0, len(whole), 7):
        (system / "cut.ttf").write_bytes(whole[:length])
        assert len(read_faces(system / "cut.ttf")) <= 1


def test_without_any_font_the_person_is_told(system: Path, tmp_path: Path) -> None:
    with pytest.raises(UserProblem, match="resources/fonts.*重新安装"):
        resolve(system=[system], shipped=tmp_path / "nothing")


def test_the_program_ships_a_face_for_every_style() -> None:
    fonts = resolve(bundled_only=True)
    assert {str(style): face.family for style, face in fonts.faces.items()} == {
        style: family for style, (family, _) in STAND_INS.items()
    }
    assert fonts.faces[FontStyle.HEI].weight >= 600
    assert all(face.bundled for face in fonts.faces.values())
