"""Asks as which stage, under which name the report is frozen, and freezes it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from services import versions
from services.errors import UserProblem
from ui.context import Context
from ui.dialogs import Frame
from ui.messages import InlineMessage
from ui.words import told_of, worded


class FreezeDialog(Frame):
    """Stage, name and remark of a new version; 定稿 keeps the report as one undoable edit."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.look, "", parent=parent)
        self.setWindowTitle(self.tr("定稿"))
        self.context = context
        self.made = ""
        self.message: InlineMessage | None = None
        self.stage = QComboBox(self)
        for stage in versions.STAGES:
            self.stage.addItem(worded(stage), stage)
        now = context.records.project["stage"] or versions.STAGES[0]
        self.stage.setCurrentIndex(self.stage.findData(now))
        self.title, self.remark = QLineEdit(self), QLineEdit(self)
        form = QFormLayout()
        form.setHorizontalSpacing(self.look.px(10))
        form.setVerticalSpacing(self.look.px(6))
        for words, editor in (
            (self.tr("报告阶段"), self.stage),
            (self.tr("名称"), self.title),
            (self.tr("备注"), self.remark),
        ):
            editor.setAccessibleName(words)
            editor.setMinimumWidth(self.look.px(320))
            form.addRow(words, editor)
        self.title.setToolTip(self.tr("不写时用阶段的名称"))
        self.body.addLayout(form)
        self.main.setText(self.tr("定稿"))
        self.main.setVisible(True)
        self.main.setDefault(True)
        self.leave.setText(self.tr("取消"))
        self.leave.setAutoDefault(False)
        self.outcome.setText(self.tr("报告和全部数据存为一个版本，以后的修改不影响它；可一步撤销"))

    def accept(self) -> None:
        """Freeze; a problem is said here and the dialog stays."""
        workspace = self.context.file
        try:
            self.made = versions.freeze(
                workspace,
                self.stage.currentData(),
                workspace.project.person,
                now=datetime.now().astimezone(),
                title=self.title.text(),
                remark=self.remark.text(),
            )
        except UserProblem as problem:
            self._complain(told_of(problem))
            return
        name = versions.called(versions.find(workspace.records, self.made))
        self.context.toast(self.tr("已定稿　{0}").format(name), self.tr("撤销"), workspace.undo)
        super().accept()

    def _complain(self, text: str) -> None:
        if self.message is not None:
            self.message.hide()
            self.message.deleteLater()
        self.message = InlineMessage(self.look, "error", text, parent=self)
        self.body.addWidget(self.message)
