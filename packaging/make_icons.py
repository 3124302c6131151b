"""Draws the program's sign again: `python packaging/make_icons.py`, from the project's folder.

Writes resources/icons/program/*.png, which the window and Linux desktops use, and packaging/icons/ for the
executables of Windows (.ico) and macOS (.icns).
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parent.parent
SIZES = (16, 24, 32, 48, 64, 128, 256)


def main() -> None:
    """Draw every size, then put them together."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(ROOT))
    from ui.look import Look

    app = QApplication([])
    look = Look("light")
    pictures = ROOT / "resources" / "icons" / "program"
    pictures.mkdir(parents=True, exist_ok=True)
    for side in (*SIZES, 512):
        sign(look, side).save(str(pictures / f"jiheng-{side:03}.png"))
    app.quit()
    largest = Image.open(pictures / "jiheng-512.png")
    target = ROOT / "packaging" / "icons"
    target.mkdir(exist_ok=True)
    others = [Image.open(pictures / f"jiheng-{side:03}.png") for side in SIZES]
    largest.save(target / "jiheng.ico", sizes=[(side, side) for side in SIZES], append_images=others)
    largest.save(target / "jiheng.icns")
    (pictures / "jiheng-512.png").unlink()


def sign(look, side: int) -> QPixmap:
    """绩 in the colour of text on the accent, on a rounded square of the accent colour."""
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.color("accent"))
    painter.drawRoundedRect(QRectF(picture.rect()), side / 8, side / 8)
    font = look.font(weight=700)
    font.setPixelSize(round(side * 0.7))
    painter.setFont(font)
    painter.setPen(look.color("on-accent"))
    painter.drawText(picture.rect(), Qt.AlignmentFlag.AlignCenter, "绩")
    painter.end()
    return picture


if __name__ == "__main__":
    main()
