"""The design language: readable in every theme, the same tokens everywhere, sizes that follow the setting."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from services.resources import resource
from ui import painting
from ui.icons import icon_names
from ui.look import FONT_SIZES, THEMES, Look, load_tokens
from ui.messages import Banner, Choice, EmptyState, InlineMessage
from ui.tabband import CounterTabs
from ui.toast import Toast

SURFACES = ("window", "surface", "header", "computed", "group", "total", "editing", "selection", "hover")
# what is written or drawn, on what, and the least contrast
PAIRS = [
    *[(ink, ground, 4.5) for ink in ("text", "text2") for ground in SURFACES],
    *[("text", f"{kind}-bg", 4.5) for kind in painting.SEVERITIES],
    *[(kind, f"{kind}-bg", 4.5) for kind in painting.SEVERITIES],
    *[
        (kind, ground, 4.5)
        for kind in painting.SEVERITIES
        for ground in ("surface", "computed", "header", "selection", "group", "total", "window")
    ],
    *[
        ("accent", ground, 4.5)
        for ground in ("surface", "window", "computed", "selection", "error-bg", "doubt-bg", "hint-bg")
    ],
    *[("on-accent", ground, 4.5) for ground in ("accent", "accent-hover", "g1", "g2", "g3", "g4")],
    *[(f"g{rank}", "surface", 4.5) for rank in (1, 2, 3, 4)],
    ("done", "surface", 4.5),
    ("done", "window", 4.5),
    ("surface", "text", 4.5),
    ("selection", "text", 4.5),
    ("disabled", "surface", 3.0),
    ("disabled", "window", 3.0),
    ("border-strong", "surface", 3.0),
    ("border-strong", "window", 3.0),
]


def luminance(color: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF())


def contrast(one: QColor, other: QColor) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def drawn(size: QSize, paint: object, ground: QColor, ratio: float = 1.0) -> QImage:
    """What a paint function draws on a ground of one colour."""
    image = QImage(size * ratio, QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(ground)
    painter = QPainter(image)
    paint(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return image


def count(image: QImage, color: QColor) -> int:
    """How many pixels have exactly this colour."""
    return sum(image.pixelColor(x, y) == color for y in range(image.height()) for x in range(image.width()))


@pytest.mark.parametrize("theme", THEMES)
def test_text_and_outlines_are_readable(look: Look, theme: str) -> None:
    colors = Look(theme)
    weak = [
        f"{ink} on {ground}: {contrast(colors.color(ink), colors.color(ground)):.2f} < {least}"
        for ink, ground, least in PAIRS
        if contrast(colors.color(ink), colors.color(ground)) < least
    ]
    assert weak == []


def test_every_theme_has_the_same_roles() -> None:
    roles = {theme: tuple(load_tokens(theme)["colors"]) for theme in THEMES}
    assert roles["dark"] == roles["light"]
    assert roles["contrast"] == roles["light"]


@pytest.mark.parametrize("theme", THEMES)
def test_the_pictures_of_the_style_sheet_use_only_tokens(theme: str) -> None:
    pictures = sorted(resource("themes", theme).glob("*.svg"))
    assert [path.name for path in pictures] == [
        path.name for path in sorted(resource("themes", "light").glob("*.svg"))
    ]
    tokens = set(load_tokens(theme)["colors"].values())
    for path in pictures:
        assert set(re.findall(r"#[0-9A-Fa-f]{6}", path.read_text("utf-8"))) <= tokens, path.name


@pytest.mark.parametrize("theme", THEMES)
def test_the_style_sheet_has_every_colour_and_picture(look: Look, theme: str) -> None:
    sheet = Look(theme).style_sheet()
    assert "@" not in sheet.replace(resource("themes").as_posix(), "")
    pictures = re.findall(r'url\("(.+?)"\)', sheet)
    assert pictures
    assert [path for path in pictures if not Path(path).is_file()] == []


def test_no_widget_has_a_style_sheet_of_its_own() -> None:
    sources = Path(__file__).resolve().parents[2].joinpath("ui").rglob("*.py")
    users = {path.name for path in sources if "setStyleSheet" in path.read_text("utf-8")}
    assert users <= {"look.py"}


@pytest.mark.parametrize(
    ("setting", "text_pt", "row", "button"),
    [("小", 9.0, 25, 26), ("标准", 9.75, 26, 28), ("大", 11.25, 29, 32), ("特大", 13.5, 33, 39)],
)
def test_sizes_follow_the_font_size(look: Look, setting: str, text_pt: float, row: int, button: int) -> None:
    sized = Look("light", FONT_SIZES[setting])
    assert sized.font().pointSizeF() == pytest.approx(text_pt)
    assert sized.row_height == row
    assert sized.px(28) == button
    assert (sized.px(1), sized.px(2)) == (1, 2), "lines do not grow"


def test_figures_have_equal_widths(look: Look) -> None:
    from PySide6.QtGui import QFontMetricsF

    metrics = QFontMetricsF(look.font(13))
    assert len({round(metrics.horizontalAdvance(digit * 4), 3) for digit in "0123456789"}) == 1


def test_an_unknown_role_is_an_error(look: Look) -> None:
    with pytest.raises(KeyError):
        look.color("pink")


def test_the_palette_comes_from_the_tokens(look: Look, qapp: QApplication) -> None:
    dark = Look("dark")
    dark.apply(qapp)
    palette = qapp.palette()
    assert palette.color(QPalette.ColorRole.Base) == dark.color("surface")
    assert palette.color(QPalette.ColorRole.HighlightedText) == dark.color("text"), (
        "selected text keeps its colour"
    )
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled == dark.color("disabled")


def test_a_change_of_theme_reaches_what_is_open(look: Look, qtbot: QtBot) -> None:
    field = QLineEdit("563.45")
    qtbot.addWidget(field)
    field.show()
    with qtbot.waitSignal(look.changed):
        look.choose(theme="dark")
    assert field.grab().toImage().pixelColor(4, field.height() // 2) == look.color("surface")
    assert look.is_dark


@pytest.mark.parametrize(
    ("scheme", "theme"), [(Qt.ColorScheme.Dark, "dark"), (Qt.ColorScheme.Light, "light")]
)
def test_the_system_theme_is_light_or_dark(
    look: Look, monkeypatch: pytest.MonkeyPatch, scheme: Qt.ColorScheme, theme: str
) -> None:
    hints = type("Hints", (), {"colorScheme": lambda self: scheme})()
    system = Look("system")
    monkeypatch.setattr("ui.look.QGuiApplication.styleHints", lambda: hints)
    system._follow_system()
    assert system.theme == theme


def test_fields_do_not_jump_when_they_get_the_focus(look: Look, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(200, 100)
    QPushButton("导入…", page).setFocus()
    field = QLineEdit("563.45", page)
    field.move(0, 50)
    page.show()
    field.adjustSize()
    page.activateWindow()
    field.grab()
    before, at = field.sizeHint(), field.cursorRect().topLeft()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.grab()
    assert field.sizeHint() == before
    assert field.cursorRect().topLeft() == at
    assert field.grab().toImage().pixelColor(1, field.height() // 2) == look.color("accent")


def test_heights_of_the_design(look: Look, qtbot: QtBot) -> None:
    button, small, field = QPushButton("导入…"), QPushButton("保留"), QLineEdit()
    small.setProperty("small", True)
    for widget in (button, small, field):
        qtbot.addWidget(widget)
        widget.show()
    assert (button.sizeHint().height(), small.sizeHint().height(), field.sizeHint().height()) == (28, 24, 26)


def test_resources_are_found_in_a_bundle_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert resource("themes", "light.json").is_file()
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    assert resource("themes", "light.json") == tmp_path / "resources" / "themes" / "light.json"


# Icons


def test_every_icon_has_its_licence_beside_it() -> None:
    text = resource("icons", "LICENSE").read_text("utf-8")
    assert "ISC License" in text
    assert "MIT License" in text
    assert {"new", "import", "merge", "what-if", "panel", "contract"} <= set(icon_names())


@pytest.mark.parametrize("theme", THEMES)
def test_every_icon_is_drawn_in_the_theme(look: Look, theme: str) -> None:
    from PySide6.QtGui import QIcon

    themed = Look(theme)
    for name in icon_names():
        icon = themed.icon(name)
        for mode, role in ((QIcon.Mode.Normal, "text"), (QIcon.Mode.Disabled, "disabled")):
            image = icon.pixmap(QSize(16, 16), 2.0, mode).toImage()
            assert image.size() == QSize(32, 32), name
            inked = [
                image.pixelColor(x, y)
                for y in range(32)
                for x in range(32)
                if image.pixelColor(x, y).alpha() > 250
            ]
            assert inked, f"{name} is empty"
            assert all(_close(color, themed.color(role)) for color in inked), name


def _close(one: QColor, other: QColor) -> bool:
    pairs = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)
    return all(abs(a - b) <= 3 for a, b in pairs)


def test_an_unknown_icon_is_an_error(look: Look) -> None:
    with pytest.raises(FileNotFoundError):
        look.icon("no-such-icon")


# Small drawings


@pytest.mark.parametrize(
    ("score", "filled"), [(Decimal("0"), 0), (Decimal("2"), 50), (Decimal("4"), 100), (Decimal("5"), 100)]
)
def test_a_weight_bar_is_filled_to_the_score(look: Look, score: Decimal, filled: int) -> None:
    def paint(painter: QPainter, rect: QRectF) -> None:
        painting.paint_bar(painter, rect, Decimal(4), score, Decimal(8), look)

    image = drawn(QSize(200, 20), paint, look.color("surface"))
    row = [image.pixelColor(x, 10) for x in range(200)]
    accent = sum(color == look.color("accent") for color in row)
    assert abs(accent - filled) <= 2, "the outline takes a pixel at either end"
    assert row[99] == look.color("border-strong"), "half as long as the heaviest"
    assert row[101] == look.color("surface")


def test_a_bar_without_a_score_is_only_dashed(look: Look) -> None:
    def paint(painter: QPainter, rect: QRectF) -> None:
        painting.paint_bar(painter, rect, Decimal(4), None, Decimal(4), look)

    image = drawn(QSize(100, 20), paint, look.color("surface"))
    assert count(image, look.color("accent")) == 0
    assert 0 < count(image, look.color("border-strong")) < 2 * (100 + 8)


@pytest.mark.parametrize(
    ("prior", "current", "has_error"), [(50, 35, False), (50, 50, False), (50, 70, True), (0, 0, False)]
)
def test_a_payment_bar_shows_what_goes_beyond_the_contract(
    look: Look, prior: int, current: int, has_error: bool
) -> None:
    def paint(painter: QPainter, rect: QRectF) -> None:
        painting.paint_payment_bar(painter, rect, Decimal(100), Fraction(prior), Decimal(current), look)

    image = drawn(QSize(120, 20), paint, look.color("surface"))
    assert (count(image, look.color("error")) > 0) == has_error
    assert (count(image, look.color("prior")) > 0) == (prior > 0)
    assert (count(image, look.color("accent")) > 0) == (current > 0)


@pytest.mark.parametrize("severity", ["error", "doubt", "hint", "错误", "疑点", "提示"])
def test_marks_sit_in_the_top_right_corner(look: Look, severity: str) -> None:
    def paint(painter: QPainter, rect: QRectF) -> None:
        painting.paint_mark(painter, rect, severity, look)

    image = drawn(QSize(80, 26), paint, look.color("surface"))
    color = look.color(painting.severity_role(severity))
    marked = [(x, y) for y in range(26) for x in range(80) if image.pixelColor(x, y) == color]
    assert marked
    assert min(x for x, _y in marked) >= 68
    assert max(y for _x, y in marked) <= 12


def test_severities_differ_by_shape_alone(look: Look) -> None:
    shapes = set()
    for severity in painting.SEVERITIES:
        image = drawn(
            QSize(24, 24),
            lambda painter, rect, name=severity: painting.paint_severity(painter, rect, name, look),
            look.color("surface"),
        )
        ink = image.pixelColor(12, 12)
        shapes.add(tuple(image.pixelColor(x, y) == ink for y in range(24) for x in range(24)))
    assert len(shapes) == 3


@pytest.mark.parametrize(("rank", "filled"), [(1, 4), (2, 3), (3, 2), (4, 1), (None, 0)])
def test_a_grade_has_as_many_filled_squares_as_it_is_good(look: Look, rank: int | None, filled: int) -> None:
    def paint(painter: QPainter, rect: QRectF) -> None:
        painting.paint_grade(painter, rect, "", rank, look)

    image = drawn(QSize(26, 30), paint, look.color("surface"))
    color = look.color("text2") if rank is None else look.grade_color(rank)
    centres = [image.pixelColor(round(13 - 11 + index * 6) + 2, 24) for index in range(4)]
    assert sum(centre == color for centre in centres) == filled


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_outlines_are_sharp_at_every_scale(look: Look, ratio: float) -> None:
    def paint(painter: QPainter, rect: QRectF) -> None:
        painting.paint_outline(painter, rect.adjusted(3, 3, -3, -3), look.color("text"))

    image = drawn(QSize(40, 20), paint, look.color("surface"), ratio)
    seen = {image.pixelColor(x, y).name() for y in range(image.height()) for x in range(image.width())}
    assert seen == {look.color("text").name(), look.color("surface").name()}


# Messages


def test_an_inline_message_says_its_severity_and_follows_its_links(look: Look, qtbot: QtBot) -> None:
    done: list[str] = []
    choices = [
        Choice("看明细", lambda: done.append("rows")),
        Choice("拟为问题", lambda: done.append("finding")),
    ]
    message = InlineMessage(look, "错误", "合同金额 <39.70> 与明细合计不符。", choices)
    qtbot.addWidget(message)
    message.activate("拟为问题")
    assert done == ["finding"]
    assert message.accessibleName() == "错误：合同金额 <39.70> 与明细合计不符。"
    assert message.links() == ("看明细", "拟为问题")
    message.show()
    assert message.grab().toImage().pixelColor(1, 10) == look.color("error")


def test_text_of_a_message_is_never_markup(look: Look, qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QLabel

    message = InlineMessage(look, "hint", '<img src="x"><b>粗</b>')
    qtbot.addWidget(message)
    label = message.findChild(QLabel)
    assert "<img" not in label.text()
    assert "&lt;b&gt;粗" in label.text()


def test_a_toast_offers_to_undo_and_leaves(look: Look, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 500)
    window.show()
    undone: list[bool] = []
    toast = Toast(look, window)
    toast.say("已粘贴 42 行付款", "撤销", lambda: undone.append(True))
    assert toast.isVisible()
    assert toast.geometry().bottom() < 500 - 25, "above the status line"
    qtbot.mouseClick(toast.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert undone == [True]
    assert not toast.isVisible()
    toast.say("已保存", milliseconds=1)
    qtbot.waitUntil(lambda: not toast.isVisible())


def test_a_banner_and_an_empty_state_offer_their_choices(look: Look, qtbot: QtBot) -> None:
    done: list[str] = []
    banner = Banner(
        look, "doubt", "what-if", "假设", "77.48 → 80.40", [Choice("退出假设", lambda: done.append("leave"))]
    )
    empty = EmptyState(
        look, "contract", "还没有合同", "从 Excel 粘贴", [Choice("新增合同", lambda: done.append("add"))]
    )
    for widget in (banner, empty):
        qtbot.addWidget(widget)
        widget.show()
        qtbot.mouseClick(widget.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert done == ["leave", "add"]
    banner.set_text("77.48 → 81.00")
    assert banner.accessibleName() == "假设：77.48 → 81.00"
    assert empty.accessibleName() == "还没有合同。从 Excel 粘贴"


@pytest.mark.parametrize("kind", painting.SEVERITIES)
def test_a_frame_is_coloured_by_its_kind(look: Look, qtbot: QtBot, kind: str) -> None:
    frame = QFrame()
    frame.setProperty("kind", kind)
    frame.resize(40, 20)
    qtbot.addWidget(frame)
    frame.show()
    image = frame.grab().toImage()
    assert image.pixelColor(1, 10) == look.color(kind)
    assert image.pixelColor(20, 10) == look.color(f"{kind}-bg")


# Tabs


@pytest.fixture
def tabs(look: Look, qtbot: QtBot) -> CounterTabs:
    made = CounterTabs(look)
    qtbot.addWidget(made)
    for text in ("概览", "资金", "合同"):
        made.addTab(text)
    made.show()
    return made


@pytest.mark.parametrize("severity", ["error", "doubt"])
def test_a_counter_is_painted_in_the_colours_of_its_gravest_problem(
    tabs: CounterTabs, look: Look, severity: str
) -> None:
    tabs.set_counter(1, 15, severity)
    image, rect = tabs.grab().toImage(), tabs.counter_rect(1)
    assert image.pixelColor(rect.left() + 2, rect.center().y()) == look.color(f"{severity}-bg")
    assert tabs.tabRect(1).contains(rect)
    assert tabs.accessibleTabName(1) == "资金，15 个问题"


def test_a_tab_without_problems_has_no_counter(tabs: CounterTabs) -> None:
    plain = tabs.tabRect(1).width()
    tabs.set_counter(1, 3, "error")
    assert tabs.tabRect(1).width() > plain
    tabs.set_counter(1, 0)
    assert tabs.counter(1) is None
    assert tabs.counter_rect(1).isEmpty()
    assert tabs.tabRect(1).width() == plain
    assert tabs.accessibleTabName(1) == "资金"


def test_the_active_tab_has_the_accent_above_and_the_page_below(tabs: CounterTabs, look: Look) -> None:
    tabs.setCurrentIndex(2)
    image, rect = tabs.grab().toImage(), tabs.tabRect(2)
    middle = rect.center().x()
    assert image.pixelColor(middle, 7) == look.color("accent")
    assert image.pixelColor(middle, tabs.height() - 1) == look.color("surface")
