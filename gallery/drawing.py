"""Draws the scenes of one language, size and scale, theme by theme, and measures what stands there."""

from __future__ import annotations

import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from gallery.measuring import faults
from gallery.sheets import write_sheets
from gallery.stage import Scene, Size, Stage, in_front, own_settings, picture
from ui.app import make_application
from ui.window import MainWindow

SHEETS = "sheets"


class Drawing:
    """What is drawn goes into a folder of its own for each language, size, scale and theme."""

    def __init__(self, folder: Path, language: str, size: Size, scale: int) -> None:
        self._folder, self._language, self._size = folder, language, size
        self._name = f"{language}-{size[0]}-{scale}00"
        (folder / SHEETS).mkdir(parents=True, exist_ok=True)

    def run(self, scenes: Mapping[str, Mapping[str, Scene]], themes: Sequence[str]) -> int:
        """Draw every scene in every theme; 1 when one of them could not be played."""
        app, failed = make_application(), 0
        with own_settings() as scratch:
            stage = Stage(app, scratch, self._language)
            for theme in themes:
                stage.look.choose(theme=theme)
                failed += self._draw_theme(stage, scenes, theme)
        return 1 if failed else 0

    def _draw_theme(self, stage: Stage, scenes: Mapping[str, Mapping[str, Scene]], theme: str) -> int:
        folder = self._folder / f"{self._name}-{theme}"
        folder.mkdir(parents=True, exist_ok=True)
        drawn: list[Path] = []
        wrong: list[str] = []
        failed = 0
        for kind, of_kind in scenes.items():
            with stage.window(kind, self._size) as window:
                for name, scene in of_kind.items():
                    path = folder / f"{name}.png"
                    try:
                        wrong += self._take(stage, window, scene, path)
                        drawn.append(path)
                    except Exception:
                        failed += 1
                        print(f"{folder.name}/{name}:\n{traceback.format_exc()}", flush=True)
        sheets = self._folder / SHEETS
        write_sheets(drawn, sheets, folder.name)
        (sheets / f"{folder.name}.txt").write_text("\n".join(wrong) + "\n", "utf-8")
        print(f"{folder.name}: {len(drawn)} pictures, {len(wrong)} faults, {failed} failed", flush=True)
        return failed

    def _take(self, stage: Stage, window: MainWindow, scene: Scene, path: Path) -> list[str]:
        found: list[str] = []
        for _ in stage.play(window, scene):
            found = [f"{path.stem}: {fault}" for each in in_front(window) for fault in faults(each)]
            picture(window).save(str(path))
        QApplication.processEvents()
        return found
