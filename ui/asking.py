"""What is asked of the person in a dialog: which file, which fields, whether to go on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QWidget

from services.settings import Settings
from ui.dialogs import SUFFIX, NewProject, NewProjectDialog
from ui.look import Look

if TYPE_CHECKING:
    from models.records import Records
    from services.importing import Plan
    from services.workspace import Workspace
    from ui.importing.dialog import ImportWizard


class Ask(QObject):
    """Asks in dialogs and gives the answer, None when the person went back."""

    def __init__(self, look: Look, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._look, self._settings, self._window = look, settings, window

    @property
    def folder(self) -> Path:
        """The folder used last, else the person's documents."""
        kept = self._settings.get("folder")
        if kept and Path(kept).is_dir():
            return Path(kept)
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(documents) if documents and Path(documents).is_dir() else Path.home()

    def _keep(self, chosen: str) -> Path | None:
        if not chosen:
            return None
        path = Path(chosen)
        self._settings.set("folder", str(path.parent))
        return path

    def project_to_open(self) -> Path | None:
        """Which project file to open."""
        filters = self.tr("绩衡项目 (*{0});;所有文件 (*)").format(SUFFIX)
        chosen, _ = QFileDialog.getOpenFileName(self._window, self.tr("打开项目"), str(self.folder), filters)
        return self._keep(chosen)

    def table_to_import(self) -> Path | None:
        """Which workbook or table to import."""
        from services.reading import READABLE

        filters = self.tr("表格 ({0});;所有文件 (*)").format(" ".join(f"*{each}" for each in READABLE))
        chosen, _ = QFileDialog.getOpenFileName(self._window, self.tr("导入表格"), str(self.folder), filters)
        return self._keep(chosen)

    def place(self, title: str, name: str, words: str, suffix: str) -> Path | None:
        """Where to write a file of this kind; the suffix is added where it is missing."""
        filters = f"{words} (*{suffix})"
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, title, str(self.folder / f"{name}{suffix}"), filters
        )
        path = self._keep(chosen)
        if path is not None and path.suffix.lower() != suffix:
            path = path.with_name(path.name + suffix)
        return path

    def new_project(self) -> NewProject | None:
        """Title, unit, year and file of a new project."""
        dialog = NewProjectDialog(self._look, self.folder, self._window)
        if dialog.exec() != QDialog.DialogCode.Accepted or dialog.made is None:
            return None
        self._settings.set("folder", str(dialog.made.path.parent))
        return dialog.made

    def import_wizard(self, workspace: Workspace) -> ImportWizard:
        """The import of foreign tables, not yet shown."""
        from ui.importing.dialog import ImportWizard

        return ImportWizard(self._look, workspace, self._settings, self.table_to_import, self._window)

    def go_through(self, wizard: ImportWizard) -> None:
        """Let the person go through the steps."""
        wizard.exec()

    def go_on(self, name: str, plan: Plan, records: Records) -> bool:
        """Whether to write what the plan shows."""
        from ui.import_dialog import ImportDialog

        dialog = ImportDialog(self._look, name, plan, records, self._window)
        return dialog.exec() == QDialog.DialogCode.Accepted

    def person(self, now: str) -> str | None:
        """The name that goes into the history."""
        name, given = QInputDialog.getText(
            self._window, self.tr("使用人"), self.tr("记入修改历史的姓名"), text=now
        )
        return name.strip() if given and name.strip() else None
