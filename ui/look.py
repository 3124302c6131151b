"""The design language in Qt: tokens of a theme, palette, fonts, scaled lengths and the one style sheet.

One Look is made when the program starts and is handed to whatever paints; there is no global one.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QStyleFactory

from services.resources import resource
from ui.icons import Icons

THEMES = ("light", "dark", "contrast")
FONT_SIZES = {"小": 12, "标准": 13, "大": 15, "特大": 18}
STANDARD_SIZE = 13
_BUNDLED_FAMILY = "Noto Sans SC"
_FAMILIES = {
    "win32": ("Microsoft YaHei UI", "Segoe UI", _BUNDLED_FAMILY, "SimSun"),
    "darwin": ("PingFang SC", _BUNDLED_FAMILY),
}
_LINUX_FAMILIES = ("Noto Sans CJK SC", "Source Han Sans SC", _BUNDLED_FAMILY, "WenQuanYi Micro Hei")


def load_tokens(theme: str) -> Mapping[str, Any]:
    """The token table of a theme as shipped: `name`, `dark` and `colors` (role → #RRGGBB)."""
    tokens: Mapping[str, Any] = json.loads(resource("themes", f"{theme}.json").read_text("utf-8"))
    return tokens


class Look(QObject):
    """Colours, fonts, lengths and icons of the chosen theme and font size; `changed` after either changes."""

    changed = Signal()

    def __init__(
        self, theme: str = "light", font_size: int = STANDARD_SIZE, app: QApplication | None = None
    ) -> None:
        """Read the theme ("light", "dark", "contrast", or "system": light or dark as the desktop is)."""
        super().__init__()
        self._app = app
        self._applied = False
        self._choice = theme
        self.font_size = font_size
        self._families: tuple[str, ...] | None = None
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._load()

    def _load(self) -> None:
        self.theme = self._resolved()
        tokens = load_tokens(self.theme)
        self.is_dark: bool = tokens["dark"]
        self._colors = {role: QColor(value) for role, value in tokens["colors"].items()}
        self._icons = Icons(self.color)

    def _resolved(self) -> str:
        if self._choice != "system":
            return self._choice
        scheme = QGuiApplication.styleHints().colorScheme()
        return "dark" if scheme == Qt.ColorScheme.Dark else "light"

    def _follow_system(self) -> None:
        if self._choice == "system" and self._resolved() != self.theme:
            self.choose(theme="system")

    def choose(self, *, theme: str | None = None, font_size: int | None = None) -> None:
        """Change theme or font size; re-applies to the application if it was applied, then says `changed`."""
        self._choice = theme or self._choice
        self.font_size = font_size or self.font_size
        self._load()
        if self._applied and self._app is not None:
            self.apply(self._app)
        self.changed.emit()

    # Colours

    @property
    def roles(self) -> tuple[str, ...]:
        """Names of all tokens."""
        return tuple(self._colors)

    def color(self, role: str) -> QColor:
        """The colour of a token, e.g. "accent", "border-strong", "error-bg"; KeyError if there is none."""
        return QColor(self._colors[role])

    def grade_color(self, rank: int) -> QColor:
        """The colour of a grade, 1 for the best (优) to 4 for the lowest (差)."""
        return self.color(f"g{min(max(rank, 1), 4)}")

    # Lengths and fonts

    @property
    def scale(self) -> float:
        """Font height ÷ its height at the standard size on a 96 dpi screen: the factor of every length."""
        return self.font_size / STANDARD_SIZE * self._dpi_ratio()

    @staticmethod
    def _dpi_ratio() -> float:
        screen = QGuiApplication.primaryScreen()
        base = 72.0 if sys.platform == "darwin" else 96.0
        return screen.logicalDotsPerInchY() / base if screen is not None else 1.0

    def px(self, length: float) -> int:
        """A length of the design in device-independent pixels at the present size; lines stay 1 or 2."""
        return round(length) if abs(length) <= 2 else round(length * self.scale)

    @property
    def row_height(self) -> int:
        """Height of a grid row: font height + 8."""
        return round(18 * self.scale) + 8

    @property
    def icon_size(self) -> QSize:
        """Size of icons in tool bars, buttons and menus: 16, or 20 at the largest font size."""
        side = 20 if self.font_size >= FONT_SIZES["特大"] else 16
        return QSize(side, side)

    def families(self) -> tuple[str, ...]:
        """The font families to use, best first: those installed, else the bundled one if it is there."""
        if self._families is None:
            for path in sorted(resource("fonts").glob("*NotoSansSC*.ttf")):
                QFontDatabase.addApplicationFont(str(path))
            installed = set(QFontDatabase.families())
            wanted = _FAMILIES.get(sys.platform, _LINUX_FAMILIES)
            self._families = tuple(name for name in wanted if name in installed)
        return self._families

    def points(self, px: float) -> float:
        """The point size of a design size in px, following the font-size setting."""
        per_px = 1.0 if sys.platform == "darwin" else 0.75
        return px * per_px * self.font_size / STANDARD_SIZE

    def font(self, px: float = STANDARD_SIZE, weight: int = 400) -> QFont:
        """A font of a design size in px and a weight (400, 500, 600, 700), with figures of equal width."""
        font = QFont(QApplication.font())
        if self.families():
            font.setFamilies(list(self.families()))
        font.setPointSizeF(self.points(px))
        font.setWeight(QFont.Weight(weight))
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    # Icons

    def icon(self, name: str, role: str = "text") -> QIcon:
        """The icon of an action by file name, in the theme's colours: normal, disabled and selected."""
        return self._icons.icon(name, self.icon_size.width(), role)

    def icon_pixmap(self, name: str, size: int, color: QColor | str = "text", ratio: float = 1.0) -> QPixmap:
        """An icon as a picture of size × size px in a colour or token, for a screen's pixel ratio."""
        return self._icons.pixmap(name, size, self.color(color) if isinstance(color, str) else color, ratio)

    # Application

    def apply(self, app: QApplication) -> None:
        """Set style, palette, fonts and style sheet of the whole application."""
        self._app, self._applied = app, True
        self._set_scheme()
        app.setStyleSheet("")
        app.setStyle(QStyleFactory.create("Fusion"))
        for effect in (
            Qt.UIEffect.UI_AnimateMenu,
            Qt.UIEffect.UI_AnimateCombo,
            Qt.UIEffect.UI_AnimateTooltip,
        ):
            QApplication.setEffectEnabled(effect, False)
        app.setPalette(self.palette())
        app.setFont(self.font())
        app.setStyleSheet(self.style_sheet())

    def _set_scheme(self) -> None:
        hints = QGuiApplication.styleHints()
        if self._choice == "system":
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(Qt.ColorScheme.Dark if self.is_dark else Qt.ColorScheme.Light)

    def palette(self) -> QPalette:
        """The palette of the theme for all three colour groups."""
        palette = QPalette()
        for role, token in _PALETTE.items():
            palette.setColor(role, self.color(token))
        for role in (
            QPalette.ColorRole.WindowText,
            QPalette.ColorRole.Text,
            QPalette.ColorRole.ButtonText,
            QPalette.ColorRole.HighlightedText,
            QPalette.ColorRole.PlaceholderText,
        ):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("disabled"))
        return palette

    def style_sheet(self) -> str:
        """The one style sheet, made from resources/themes/look.qss and the tokens at the present size."""
        template = resource("themes", "look.qss").read_text("utf-8")
        sheet = re.sub(r"/\*.*?\*/", "", template, flags=re.DOTALL)
        sheet = re.sub(r"\b(\d+)px", lambda m: f"{self.px(int(m[1]))}px", sheet)
        sheet = re.sub(r"@font\((\d+)\)", lambda m: f"{self.points(int(m[1])):.2f}pt", sheet)
        sheet = re.sub(r"@circle\((\d+)\)", lambda m: f"{(self.px(int(m[1])) + 2) // 2}px", sheet)
        sheet = re.sub(r"@(?!image\()([a-z][\w-]*)", lambda m: self.color(m[1]).name(), sheet)
        # The paths come last: nothing in them may be taken for a length or a colour.
        return re.sub(r"@image\(([\w-]+)\)", partial(_image, resource("themes", self.theme)), sheet)


def _image(folder: Path, match: re.Match[str]) -> str:
    return f'url("{(folder / f"{match[1]}.svg").as_posix()}")'


_Role = QPalette.ColorRole
_PALETTE = {
    _Role.Window: "window",
    _Role.WindowText: "text",
    _Role.Base: "surface",
    _Role.AlternateBase: "header",
    _Role.Text: "text",
    _Role.Button: "surface",
    _Role.ButtonText: "text",
    _Role.BrightText: "on-accent",
    _Role.ToolTipBase: "surface",
    _Role.ToolTipText: "text",
    _Role.PlaceholderText: "disabled",
    _Role.Highlight: "selection",
    _Role.HighlightedText: "text",
    _Role.Accent: "accent",
    _Role.Link: "accent",
    _Role.LinkVisited: "accent",
    _Role.Light: "surface",
    _Role.Midlight: "hover",
    _Role.Mid: "border",
    _Role.Dark: "border-strong",
    _Role.Shadow: "border-strong",
}
