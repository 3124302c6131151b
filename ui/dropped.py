"""What is done with files dropped on the window, by their kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from models.schema import SCHEMA
from services.errors import UserProblem
from services.evidence import PHOTOS, keep_files
from services.reading import READABLE
from ui.current_place import row_to_back
from ui.dialogs import SUFFIX
from ui.dropping import Take
from ui.messages import Choice
from ui.words import told_of, worded_table

if TYPE_CHECKING:
    from ui.window import MainWindow

REPORTS = (".docx", ".pdf", ".txt")


class Dropped(QObject):
    """Projects are opened, tables imported, photos offered as evidence of the current row."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def takers(self) -> dict[str, Take]:
        """Who takes dropped files, by suffix: projects always, the others while they can be written."""
        files = self._window.files
        takers: dict[str, Take] = {SUFFIX: lambda paths: files.open_path(paths[0])}
        if self._window.menu_actions["import"].isEnabled():
            takers.update(dict.fromkeys(READABLE, lambda paths: files.import_path(paths[0])))
            takers.update(dict.fromkeys(REPORTS, self.offer_report))
            takers.update(dict.fromkeys(PHOTOS, self.offer_evidence))
        return takers

    def offer_report(self, paths: Sequence[Path]) -> None:
        """Say that reports are not proofread yet, and offer what can be done with the file."""
        path, window = paths[0], self._window
        choices = self._evidence_choices(paths)
        if path.suffix.lower() in READABLE:
            words = self.tr("导入其中的表格…")
            choices.insert(0, Choice(words, lambda: self._after(lambda: window.files.import_path(path))))
        sentence = self.tr("“{0}”还不能校对：报告校对的功能尚未做好").format(path.name)
        window.complain(sentence, choices, kind="hint")

    def offer_evidence(self, paths: Sequence[Path]) -> None:
        """Ask to which row the photos belong."""
        names = self.tr("“{0}”").format(paths[0].name)
        if len(paths) > 1:
            names = self.tr("“{0}”等 {1} 个文件").format(paths[0].name, len(paths))
        self._window.complain(
            self.tr("{0}作为佐证保存").format(names), self._evidence_choices(paths), kind="hint"
        )

    def _evidence_choices(self, paths: Sequence[Path]) -> list[Choice]:
        context = self._window.context
        place = row_to_back(self._window.focusWidget())
        choices = []
        if context is not None and place is not None:
            table, row_id = place
            title = context.records.title(table, row_id)
            short = title if len(title) <= 16 else f"{title[:15]}…"
            words = self.tr("附到{0}“{1}”").format(worded_table(SCHEMA[table].label), short)
            choices.append(Choice(words, lambda: self._keep(paths, (table, row_id))))
        choices.append(Choice(self.tr("只存为佐证"), lambda: self._keep(paths, None)))
        return choices

    def _keep(self, paths: Sequence[Path], on: tuple[str, str] | None) -> None:
        self._after(lambda: self._keep_now(paths, on))

    def _keep_now(self, paths: Sequence[Path], on: tuple[str, str] | None) -> None:
        context = self._window.context
        if context is None:
            return
        label = self.tr("附佐证“{0}”").format(paths[0].name)
        if len(paths) > 1:
            label = self.tr("附佐证 {0} 个文件").format(len(paths))
        try:
            made = keep_files(context.workspace, paths, label, on)
        except UserProblem as problem:
            self._window.complain(told_of(problem))
            return
        if on is None:
            context.show_row("evidence", made[0], "title")
        context.toast(label, self.tr("撤销"), context.workspace.undo)

    def _after(self, run: Callable[[], object]) -> None:
        """Put the question away, then do what was chosen."""
        self._window.forgive()
        run()
