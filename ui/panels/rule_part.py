"""An indicator's rule: chosen, read from a pasted sentence, or set parameter by parameter."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from services.workspace import Change
from ui.context import Context
from ui.form import Form
from ui.panels.detail import Heading
from ui.panels.links import LinkText, Part
from ui.panels.phrase_box import PhraseBox
from ui.panels.rule_editors import meaning
from ui.panels.rule_form import RuleForm


class RulePart(QWidget):
    """The kind, the way from a sentence to it, and its parameters."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        look = context.look
        self.choice = Form(context, "indicator", ("rule",), parent=self)
        self.phrases = PhraseBox(context, self)
        self.form = RuleForm(context, self, is_headed=False)
        self.heading = Heading(look, self.tr("规则"), parent=self)
        self.paste = LinkText(look, self)
        self.paste.setWordWrap(False)
        self.paste.say(Part(self.tr("粘贴评分标准…"), self.phrases.ask))
        self.paste.setVisible(not context.workspace.project.read_only)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.paste)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        column.addLayout(head)
        for widget in (self.phrases, self.choice, self.form):
            column.addWidget(widget)
        self._row_id = ""
        context.committed.connect(self._follow)

    def show_row(self, row_id: str) -> None:
        """Show the rule of that indicator."""
        for part in (self.choice, self.phrases, self.form):
            part.show_row(row_id)
        self._row_id = row_id
        self._say_meaning()

    def _follow(self, _change: Change) -> None:
        self._say_meaning()

    def _say_meaning(self) -> None:
        row = self._context.records.get("indicator", self._row_id)
        self.heading.note.setText(meaning(str(row["rule"])) if row is not None else "")
