"""Make the pictures of the help from the sample, and docs/guide.md from the pages of the help.

Usage, with the project's own Python:

    python packaging/make_guide.py            pictures and guide
    python packaging/make_guide.py --guide    the guide alone, after a change of words

The same program on the same machine gives the same bytes: the sample is made anew in a folder that is thrown
away, its clock stands still, and colours are cut down to a fixed number.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from io import BytesIO
from pathlib import Path
from unittest.mock import patch

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PIL import Image  # noqa: E402
from PySide6.QtCore import QBuffer, QIODevice  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from services.help_pages import ENGLISH, PICTURES, guide, load, pages_folder, picture  # noqa: E402
from services.resources import resource  # noqa: E402
from services.settings import Settings  # noqa: E402
from services.versions import freeze  # noqa: E402
from ui.app import make_application  # noqa: E402
from ui.help.keys import help_pages, key_tables  # noqa: E402
from ui.importing.dialog import ImportWizard  # noqa: E402
from ui.language import CHINESE, speak  # noqa: E402
from ui.look import Look  # noqa: E402
from ui.selftest import settle  # noqa: E402
from ui.standards.dialog import StandardsDialog  # noqa: E402
from ui.tour.panel import table_in  # noqa: E402
from ui.versions.dialog import VersionsDialog  # noqa: E402
from ui.window import MainWindow  # noqa: E402
from ui.words import in_chinese  # noqa: E402

PERSON = "评价组"
SIZE, DIALOG, COLORS, WAIT = (1180, 680), (900, 560), 256, 200
GUIDE = ROOT / "docs" / "guide.md"


class StillClock(datetime):
    """The time of every edit in the pictures."""

    @classmethod
    def now(cls, tz: object = None) -> datetime:
        """Always the same moment."""
        return datetime(2019, 8, 2, 14, 3)


@contextmanager
def sample_window(folder: Path) -> Iterator[MainWindow]:
    """The window without a project, at the size of the pictures."""
    app = make_application()
    look = Look("light")
    look.apply(app)
    settings = Settings(folder / "settings.json")
    settings.set("person", PERSON)
    window = MainWindow(look, settings)
    window.resize(*SIZE)
    window.show()
    yield window
    window.close()


def save(widget: QWidget, name: str) -> None:
    """Write a widget as a small picture of the help."""
    QTest.qWait(WAIT)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    widget.grab().save(buffer, "PNG")
    image = Image.open(BytesIO(bytes(buffer.data().data()))).convert("RGB")
    few = image.quantize(COLORS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(picture(f"{name}.png", "" if in_chinese() else ENGLISH), optimize=True)


def draw_tabs(window: MainWindow) -> None:
    """Every page of the sample, named after its key."""
    bench = window.workbench
    assert bench is not None
    for at, tab in enumerate(bench.tabs):
        bench.show_tab(at)
        settle(tab)
        save(window, tab.key)


def draw_dialogs(window: MainWindow) -> None:
    """Import, standards and versions."""
    context = window.context
    assert context is not None
    tables = [table_in(below) for _, below in help_pages()["tour"].parts()]
    QApplication.clipboard().setText(next(table for table in tables if table))
    wizard = ImportWizard(window.look, context.workspace, window.settings, lambda: None, window)
    wizard.paste()
    wizard.accept()
    freeze(context.workspace, "征求意见稿", PERSON, now=StillClock.now())
    standards = StandardsDialog(context, window.files.ask, window)
    versions = VersionsDialog(context, window.files, window)
    for dialog, name in ((wizard, "import"), (standards, "standards"), (versions, "versions")):
        dialog.resize(*DIALOG)
        dialog.show()
        save(dialog, name)
        dialog.close()


def draw_tour(window: MainWindow) -> None:
    """The tour at the step with the payment."""
    window.commands.begin_tour()
    tour = window.commands.tour
    assert tour.panel is not None
    tour.panel.next.click()
    tour.show_way()
    save(window, "tour")


def draw(folder: Path) -> None:
    """Every picture of the help."""
    with sample_window(folder) as window:
        save(window, "start")
        window.files.make_sample(folder / "样例.jiheng")
        draw_tabs(window)
        draw_dialogs(window)
        window.settings.set("folder", str(folder))
        draw_tour(window)


def write_guide() -> None:
    """Put the pages together."""
    pictures = os.path.relpath(resource("help", PICTURES), GUIDE.parent)
    GUIDE.write_text(guide(load(key_tables()), Path(pictures).as_posix()), "utf-8")


def main() -> None:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--guide", action="store_true", help="the guide alone")
    app = make_application()
    for language in () if parser.parse_args().guide else (ENGLISH, CHINESE):
        speak(app, language)
        pages_folder("" if in_chinese() else ENGLISH).joinpath(PICTURES).mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory() as place, patch("services.store.history.datetime", StillClock):
            draw(Path(place))
    write_guide()


if __name__ == "__main__":
    main()
