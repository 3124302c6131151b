"""An indicator's rule: chosen, read from a pasted sentence, or set parameter by parameter."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.context import Context
from ui.form import Form
from ui.panels.detail import Heading
from ui.panels.links import LinkText, Part
from ui.panels.phrase_box import PhraseBox
from ui.panels.rule_form import RuleForm


class RulePart(QWidget):
    """The kind, the way from a sentence to it, and its parameters."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = context.look
        self.choice = Form(context, "indicator", ("rule",), parent=self)
        self.phrases = PhraseBox(context, self)
        self.form = RuleForm(context, self)
        self.paste = LinkText(look, self)
        self.paste.setWordWrap(False)
        self.paste.say(Part(self.tr("粘贴评分标准…"), self.phrases.ask))
        self.paste.setVisible(not context.workspace.project.read_only)
        head = QHBoxLayout()
        head.addWidget(Heading(look, self.tr("规则"), parent=self), 1)
        head.addWidget(self.paste)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        column.addLayout(head)
        for widget in (self.phrases, self.choice, self.form):
            column.addWidget(widget)

    def show_row(self, row_id: str) -> None:
        """Show the rule of that indicator."""
        for part in (self.choice, self.phrases, self.form):
            part.show_row(row_id)
