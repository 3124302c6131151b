"""Contact sheets: many pictures on one, each with its name below, to be looked through quickly."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

ACROSS, DOWN, WIDTH, NAME, GAP = 2, 2, 720, 18, 6


def write_sheets(pictures: Sequence[Path], folder: Path, title: str) -> list[Path]:
    """Put the pictures on sheets of `ACROSS` × `DOWN`; gives the files."""
    per_sheet = ACROSS * DOWN
    made = []
    for at in range(0, len(pictures), per_sheet):
        path = folder / f"{title}-{at // per_sheet + 1:02}.png"
        _sheet(pictures[at : at + per_sheet]).save(str(path))
        made.append(path)
    return made


def _sheet(pictures: Sequence[Path]) -> QImage:
    images = [QImage(str(path)) for path in pictures]
    height = max(image.height() * WIDTH // max(image.width(), 1) for image in images)
    step = height + NAME + GAP
    sheet = QImage(ACROSS * (WIDTH + GAP), ceil(len(images) / ACROSS) * step, QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.darkGray)
    painter = QPainter(sheet)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for at, (image, path) in enumerate(zip(images, pictures, strict=True)):
        left, top = at % ACROSS * (WIDTH + GAP), at // ACROSS * step
        small = image.scaled(
            WIDTH, height, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        painter.setPen(Qt.GlobalColor.white)
        painter.drawText(QRect(left + 4, top, WIDTH, NAME), Qt.AlignmentFlag.AlignVCenter, path.stem)
        painter.drawImage(left, top + NAME, small)
    painter.end()
    return sheet
