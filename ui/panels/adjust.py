"""The evaluator's own score in place of the computed one: both fields together, as one edit."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from models import kinds
from models.dates import BadValue
from models.schema import SCHEMA
from ui.context import Context
from ui.words import told_of


class AdjustBox(QFrame):
    """Asks for the score and its reason; without a reason nothing is adjusted."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._row_id = context, ""
        self.setProperty("kind", "box")
        look = context.look
        self.score, self.reason = QLineEdit(self), QLineEdit(self)
        self.score.setPlaceholderText("0.00")
        self.score.setAccessibleName(self.tr("调整得分"))
        self.score.setFixedWidth(look.px(76))
        self.reason.setPlaceholderText(self.tr("理由，写进报告得分表"))
        self.reason.setAccessibleName(self.tr("调整理由"))
        self.reason.returnPressed.connect(self.keep)
        self.score.returnPressed.connect(self.reason.setFocus)
        self.error = QLabel(self)
        self.error.setProperty("role", "error")
        self.error.setWordWrap(True)
        self.error.hide()
        self.undo_button = QPushButton(self.tr("取消调整"), self)
        self.undo_button.clicked.connect(self.withdraw)
        keep, close = QPushButton(self.tr("采用"), self), QPushButton(self.tr("关闭"), self)
        keep.clicked.connect(self.keep)
        close.clicked.connect(self.hide)
        fields, buttons = QHBoxLayout(), QHBoxLayout()
        fields.addWidget(QLabel(self.tr("调整得分"), self))
        fields.addWidget(self.score)
        fields.addWidget(self.reason, 1)
        buttons.addStretch(1)
        for button in (keep, self.undo_button, close):
            button.setProperty("small", True)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(8), look.px(6), look.px(8), look.px(6))
        for row in (fields, buttons):
            row.setSpacing(look.px(6))
            column.addLayout(row)
        column.addWidget(self.error)
        self.hide()

    def show_row(self, row_id: str) -> None:
        """Another indicator: what was typed for the one before goes."""
        if row_id != self._row_id:
            self._row_id = row_id
            self.hide()

    def ask(self) -> None:
        """Open with what stands now."""
        row = self._context.records.get("indicator", self._row_id)
        if row is None or self._context.workspace.project.read_only:
            return
        declared = SCHEMA["indicator"].field("override")
        self.score.setText(kinds.show(declared, row["override"]))
        self.reason.setText(row["override_reason"] or "")
        self.undo_button.setVisible(row["override"] is not None)
        self._say("")
        self.show()
        self.score.setFocus()
        self.score.selectAll()

    def _say(self, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))

    def keep(self) -> None:
        """Write score and reason as one edit; a sentence where either cannot be taken."""
        node = self._context.evaluation.index.get(self._row_id)
        declared = SCHEMA["indicator"].field("override")
        try:
            score = kinds.parse(declared, self.score.text())
        except BadValue as wrong:
            self._say(told_of(wrong))
            return
        reason = self.reason.text().strip()
        if score is None or not reason:
            self._say(self.tr("请填写调整得分和理由；没有理由的调整不计入总分"))
            return
        if node is not None and node.weight is not None and score > node.weight:  # type: ignore[operator]
            self._say(self.tr("调整得分 {0} 超过分值 {1}，请改小").format(score, node.weight))
            return
        title = self._context.records.title("indicator", self._row_id)
        with self._context.edit(self.tr("指标“{0}” · 调整得分").format(title)) as edit:
            edit.update("indicator", self._row_id, {"override": score, "override_reason": reason})
        self.hide()

    def withdraw(self) -> None:
        """Let the computed score count again."""
        title = self._context.records.title("indicator", self._row_id)
        with self._context.edit(self.tr("指标“{0}” · 取消调整").format(title)) as edit:
            edit.update("indicator", self._row_id, {"override": None, "override_reason": None})
        self.hide()
