"""Styles, fonts and settings of a Word report, after the official form (GB/T 9704)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

TITLE, HEI, KAI, FANG, SONG = "方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312", "宋体"
FACES = (TITLE, HEI, KAI, FANG, SONG)
"""The faces that official documents name; they are not embedded, Word takes the computer's own."""
STAND_INS: Mapping[str, str] = {
    TITLE: "方正小标宋_GBK,华文中宋",
    HEI: "SimHei",
    KAI: "KaiTi_GB2312,楷体,KaiTi",
    FANG: "FangSong_GB2312,仿宋,FangSong",
    SONG: "SimSun",
}
"""What Word takes where a face is not installed, as on a Windows of today without the _GB2312 ones."""

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = f'xmlns:w="{WORD}" xmlns:r="{RELATIONS}"'
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
LEADING = 579
"""28.95 pt in twips: 22 lines on a page."""
CHARACTER = 315
"""A character at a pitch of 28 to the line, in twips."""
PITCH = -5
"""What is taken from each 16 pt character, in twips: 15.75 pt, 28 of them in 156 mm."""
CELL_SIZES = (21, 18, 15)
"""Sizes of tables in half-points, as in the PDF: 10.5, 9 and 7.5 pt."""
CELL_LEADING = 14
"""The twips from line to line in a cell for each half-point of its size, as in the PDF."""


def fonts(face: str, *, hint: bool = False) -> str:
    """The face for Chinese and Western characters alike."""
    told = ' w:hint="eastAsia"' if hint else ""
    return f'<w:rFonts{told} w:ascii="{face}" w:hAnsi="{face}" w:eastAsia="{face}" w:cs="{face}"/>'


def _letters(face: str, size: int, pitch: int = 0) -> str:
    return (
        f'<w:rPr>{fonts(face)}<w:b w:val="0"/><w:bCs w:val="0"/><w:color w:val="000000"/>'
        f'<w:spacing w:val="{pitch}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
    )


def _lines(
    line: int,
    *,
    keep: bool = False,
    tabs: str = "",
    rule: str = "exact",
    after: int = 0,
    left: int = 0,
    first: int = 0,
    character: int = CHARACTER,
    align: str = "both",
    level: int | None = None,
) -> str:
    """Paragraph properties; measures in twips, `first` in characters, `level` from 0."""
    kept = '<w:keepNext w:val="1"/><w:keepLines w:val="1"/>' if keep else ""
    outline = "" if level is None else f'<w:outlineLvl w:val="{level}"/>'
    return (
        f'<w:pPr>{kept}<w:widowControl w:val="0"/>{tabs}<w:kinsoku w:val="1"/><w:wordWrap w:val="1"/>'
        '<w:overflowPunct w:val="1"/><w:topLinePunct w:val="0"/><w:autoSpaceDE w:val="0"/>'
        '<w:autoSpaceDN w:val="0"/><w:adjustRightInd w:val="0"/><w:snapToGrid w:val="0"/>'
        f'<w:spacing w:before="0" w:after="{after}" w:line="{line}" w:lineRule="{rule}"/>'
        f'<w:ind w:left="{left}" w:firstLineChars="{first * 100}" w:firstLine="{first * character}"/>'
        f'<w:jc w:val="{align}"/>{outline}</w:pPr>'
    )


def _style(style: str, name: str, properties: str, *, base: str = "Normal", following: str = "") -> str:
    after = f'<w:next w:val="{following}"/>' if following else ""
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    default = "" if base else ' w:default="1"'
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{style}"><w:name w:val="{name}"/>{based}{after}'
        f"<w:qFormat/>{properties}</w:style>"
    )


def _text_styles() -> Iterable[str]:
    body = _letters(FANG, 32, PITCH)
    yield _style("Normal", "Normal", _lines(LEADING) + body, base="")
    yield _style("BodyText", "Body Text", _lines(LEADING, first=2) + body)
    for level, face in enumerate((HEI, KAI, FANG), start=1):
        lines = _lines(LEADING, keep=True, first=2, align="left", level=level - 1)
        name = f"heading {level}"
        yield _style(f"Heading{level}", name, lines + _letters(face, 32, PITCH), following="BodyText")
    heading, title = _letters(HEI, 32, PITCH), _letters(TITLE, 44)
    centred = _lines(680, keep=True, after=LEADING, align="center")
    yield _style("Title", "Title", centred + title, following="BodyText")
    annex = _lines(680, keep=True, after=LEADING, align="center", level=0)
    yield _style("AnnexTitle", "附件标题", annex + title, following="BodyText")
    yield _style("AnnexMark", "附件编号", _lines(LEADING, keep=True, align="left") + heading)
    yield _style("Centered", "居中文字", _lines(LEADING, align="center") + body)
    yield _style("Right", "右对齐文字", _lines(LEADING, align="right") + body)
    yield _style("Signature", "Signature", _lines(LEADING, align="center") + body)
    yield _style("Note", "说明文字", _lines(320, first=2, character=210) + _letters(SONG, 21))
    yield _style("Caption", "caption", _lines(400, keep=True, align="center") + _letters(HEI, 24))
    yield _style("Figure", "图", _lines(240, rule="auto", after=200, align="center") + _letters(SONG, 21))
    yield _style("TableUnit", "表格单位", _lines(320, keep=True, align="right") + _letters(SONG, 21))
    yield _style("Gap", "表后空白", _lines(200, align="left") + _letters(SONG, 10))
    yield _style("End", "分节空白", _lines(20, align="left") + _letters(SONG, 2))
    yield _style("Footer", "footer", _lines(400, align="right") + _letters(SONG, 28))


def _contents_styles() -> Iterable[str]:
    tabs = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="8845"/></w:tabs>'
    head = _lines(680, keep=True, after=LEADING, align="center")
    yield _style("TOCHeading", "TOC Heading", head + _letters(HEI, 44))
    for level, face in enumerate((HEI, FANG), start=1):
        lines = _lines(LEADING, tabs=tabs, left=2 * CHARACTER * (level - 1), align="left")
        yield _style(f"TOC{level}", f"toc {level}", lines + _letters(face, 32, PITCH))


def cell_style(size: int, *, head: bool) -> str:
    """The name of the style of table cells of that size in half-points."""
    return f"{'TableHead' if head else 'TableText'}{size}"


def _cell_styles() -> Iterable[str]:
    for size in CELL_SIZES:
        lines = _lines(CELL_LEADING * size, align="left")
        for head, face, name in ((False, SONG, "表格文字"), (True, HEI, "表格标题")):
            label = f"{name} {size / 2:g} 磅"
            yield _style(cell_style(size, head=head), label, lines + _letters(face, size))


def styles(language: str) -> str:
    """The children of w:styles; `language` is that of the Chinese text."""
    made = "".join((*_text_styles(), *_contents_styles(), *_cell_styles()))
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts(FANG)}"
        f'<w:lang w:val="en-US" w:eastAsia="{language}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault/></w:docDefaults>{made}"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
    )


def settings(language: str) -> str:
    """The children of w:settings: odd and even pages, Chinese line breaking, Word's layout of today."""
    old = (
        "balanceSingleByteDoubleByteWidth", "doNotLeaveBackslashAlone", "ulTrailSpace",
        "doNotExpandShiftReturn", "adjustLineHeightInTable", "useFELayout",
    )  # fmt: skip
    new = {"compatibilityMode": 15, "overrideTableStyleFontSizeAndJustification": 1}
    where = "http://schemas.microsoft.com/office/word"
    compat = "".join(f"<w:{each}/>" for each in old) + "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{where}" w:val="{value}"/>' for name, value in new.items()
    )
    return (
        '<w:zoom w:percent="100"/><w:evenAndOddHeaders/><w:defaultTabStop w:val="420"/>'
        f'<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>{compat}</w:compat>'
        f'<w:themeFontLang w:val="en-US" w:eastAsia="{language}"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
    )


def font_table() -> str:
    """The whole part that tells Word what to take where a face is not installed."""
    made = "".join(
        f'<w:font w:name="{face}"><w:altName w:val="{other}"/><w:charset w:val="86"/></w:font>'
        for face, other in STAND_INS.items()
    )
    return f"{DECLARATION}<w:fonts {NAMESPACES}>{made}</w:fonts>"
