"""报告版本: what was frozen, beside the report as it stands; comparing two of them, and exporting one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.report.comparing import Difference, comparison_document
from models.report.version import Version
from services import versions
from services.errors import UserProblem
from services.exporting.pace import Watch, Write
from services.workspace import Workspace
from ui.context import Context
from ui.dialogs import Frame, file_name
from ui.messages import InlineMessage
from ui.panels.detail import rule
from ui.versions.differences import DifferenceList
from ui.versions.freezing import FreezeDialog
from ui.versions.list import VersionList
from ui.words import told_of, worded
from ui.work import Work

PDF, WORD = ".pdf", ".docx"


class Writer(Protocol):
    """Asks where to, and writes there beside the window."""

    def write_document(self, words: str, name: str, suffix: str, write: Write) -> Work | None:
        """Write a file of that kind where the person says; None when they went back."""


class VersionsDialog(Frame):
    """Stays open beside the work; the first line is the report as it stands."""

    def __init__(self, context: Context, writer: Writer, parent: QWidget | None = None) -> None:
        super().__init__(context.look, "", parent=parent)
        self.setWindowTitle(self.tr("报告版本"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.context, self._writer = context, writer
        self._compared: tuple[Version, Version, Sequence[Difference]] | None = None
        self.message: QWidget | None = None
        self.work: Work | None = None
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.body.addLayout(self._build_tools())
        self.list = VersionList(self.look, self)
        self.body.addWidget(self.list, 2)
        self.body.addWidget(rule(self))
        self.body.addLayout(self._build_heading())
        self.differences = DifferenceList(context, self)
        self.differences.lost.connect(self.outcome.setText)
        self.body.addWidget(self.differences, 3)
        self.list.itemSelectionChanged.connect(self._follow_selection)
        context.changed.connect(self._fill)
        self.leave.setAutoDefault(False)
        self._fill()
        self.open_at_size(900, 640)

    # Building

    def _button(self, words: str, tip: str, icon: str, run: Callable[[], object]) -> QPushButton:
        button = QPushButton(words, self)
        button.setIcon(self.look.icon(icon))
        button.setToolTip(tip)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: run())
        return button

    def _build_tools(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(*[self.look.px(10)] * 4)
        line.setSpacing(self.look.px(8))
        tr = self.tr
        freezing = tr("把现在的报告连同数据存为一个版本")
        comparing = tr("选两个版本，或选一个与现在的报告比较")
        exact = tr("所选版本原样导出")
        self.freeze_button = self._button(tr("定稿…"), freezing, "frozen", self.freeze)
        self.compare_button = self._button(tr("比较"), comparing, "compare", self.compare)
        self.pdf_button = self._button(tr("导出 PDF…"), exact, "export", lambda: self.export(PDF))
        self.word_button = self._button(tr("导出 Word…"), exact, "export", lambda: self.export(WORD))
        self.public = QCheckBox(tr("公开版"), self)
        self.public.setToolTip(tr("人名、电话、证件号和邮箱隐去；单位、供应商和数字不变"))
        for button in (self.freeze_button, self.compare_button):
            line.addWidget(button)
        line.addStretch(1)
        for widget in (self.public, self.pdf_button, self.word_button):
            line.addWidget(widget)
        return line

    def _build_heading(self) -> QVBoxLayout:
        column = QVBoxLayout()
        line = QHBoxLayout()
        for each in (column, line):
            each.setSpacing(self.look.px(6))
        column.setContentsMargins(*[self.look.px(10)] * 4)
        self.heading = QLabel(self)
        self.heading.setProperty("role", "section")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setWordWrap(True)
        words = self.tr("比较结果写成 Word 文件")
        self.write_button = self._button(self.tr("导出比较…"), words, "export", self.export_comparison)
        line.addWidget(self.heading, 1)
        line.addWidget(self.write_button)
        column.addLayout(line)
        self._messages = column
        return column

    # What is shown

    @property
    def _workspace(self) -> Workspace:
        """The file's own: what is only tried is neither frozen nor compared."""
        return self.context.file

    def _fill(self, _change: object = None) -> None:
        """List the versions anew; a comparison stays as it was made."""
        self.list.fill(self._workspace)
        if self._compared is None and self.work is None:
            self._say_heading()
        self._follow_selection()

    def _follow_selection(self) -> None:
        chosen = self.list.chosen
        can_compare = len(chosen) == 2 or (len(chosen) == 1 and chosen[0] is not None)
        self.compare_button.setEnabled(can_compare)
        for button in (self.pdf_button, self.word_button):
            button.setEnabled(len(chosen) == 1)
        self.freeze_button.setEnabled(not self._workspace.project.read_only and self.context.trial is None)
        hint = self.tr("选一个版本与现在的报告比较，按住 Ctrl 可选两个")
        self.outcome.setText("" if can_compare else hint)

    def _say_heading(self) -> None:
        if self._compared is None:
            self.heading.setText(self.tr("还没有比较"))
            self.write_button.setVisible(False)
            return
        before, after, differences = self._compared
        said = self.tr("{0} 处差异").format(len(differences)) if differences else self.tr("没有差异")
        self.heading.setText(self.tr("{0} → {1}：{2}").format(worded(before.name), worded(after.name), said))
        self.write_button.setVisible(True)

    def _complain(self, text: str) -> None:
        if self.message is not None:
            self.message.hide()
            self.message.deleteLater()
            self.message = None
        if text:
            self.message = InlineMessage(self.look, "error", text, parent=self)
            self._messages.addWidget(self.message)

    # What is done

    def freeze(self) -> None:
        """Ask for the stage and freeze; the new version is chosen."""
        dialog = FreezeDialog(self.context, self)
        if dialog.exec():
            self.list.choose(dialog.made)

    def _versions(self) -> list[Version] | None:
        """What is chosen, read; None and a complaint where one cannot be read."""
        self._complain("")
        workspace = self._workspace
        try:
            return [
                versions.read(workspace.project, row).version if row else versions.present(workspace)
                for row in self.list.chosen
            ]
        except UserProblem as problem:
            self._complain(told_of(problem))
            return None

    def compare(self) -> None:
        """Compare the two that are chosen, or the one with the report as it stands; `work` brings the end."""
        found = self._versions()
        if not found or self.work is not None:
            return
        before, after = found[0], found[1] if len(found) > 1 else versions.present(self._workspace)
        self.heading.setText(self.tr("正在比较…"))
        self.work = Work(lambda: (before, after, versions.compare(before, after)), self)
        self.work.done.connect(self._show)
        self.work.failed.connect(self._fail)
        self.work.start()

    def _show(self, compared: tuple[Version, Version, Sequence[Difference]]) -> None:
        self.work, self._compared = None, compared
        self._say_heading()
        self.differences.show_differences(compared[2])

    def _fail(self, error: Exception) -> None:
        self.work = None
        self._say_heading()
        raise error

    def export(self, suffix: str) -> None:
        """Write the chosen version exactly as it was, or its public version."""
        found = self._versions()
        if not found:
            return
        version, public, source = found[0], self.public.isChecked(), self._workspace.project.path
        words = self.tr("公开版") if public else self.tr("报告")
        name = file_name(f"{version.document.title} {version.name}{f' {words}' if public else ''}")

        def write(path: Path, watch: Watch) -> str:
            return versions.export(version, path, source=source, public=public, **watch)

        self._writer.write_document(words, name, suffix, write)

    def export_comparison(self) -> None:
        """Write the comparison that is shown as a Word file."""
        if self._compared is None:
            return
        from services.exporting.outputs import export_document

        before, after, differences = self._compared
        document, source = comparison_document(before, after, differences), self._workspace.project.path
        self._writer.write_document(
            self.tr("比较"), file_name(document.title), WORD,
            lambda path, watch: export_document(document, path, source=source, **watch),
        )  # fmt: skip

    def done(self, result: int) -> None:
        """Close once a comparison that has begun is at its end."""
        if self.work is not None:
            self.work.wait()
        super().done(result)
