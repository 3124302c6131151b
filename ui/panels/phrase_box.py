"""A pasted sentence of scoring rules becomes a proposal: kind and parameters, which a person confirms."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from models import figures, kinds, rules
from models.figures import exact
from models.measure import unit_of
from models.tables.indicators import RULE_WORDS
from ui.context import Context
from ui.panels.detail import rule
from ui.panels.growing import fit_text
from ui.panels.links import GAP, LinkText, Part
from ui.panels.rule_trial import tried
from ui.words import told, worded

if TYPE_CHECKING:
    from models.phrases import Proposal


class PhraseBox(QFrame):
    """Hidden until it is asked for; what is taken is one edit of the history."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._row_id = context, ""
        self.proposals: tuple[Proposal, ...] = ()
        self.buttons: list[QPushButton] = []
        self.lines: list[str] = []
        self.setProperty("kind", "box")
        look = context.look
        self.field = QPlainTextEdit(self)
        self.field.setTabChangesFocus(True)
        self.field.setAccessibleName(self.tr("评分标准原文"))
        self.field.setPlaceholderText(
            self.tr("粘贴评分标准，如：得分＝执行率×分值，每低于1个百分点扣权重分的5%，扣完为止")
        )
        fit_text(look, self.field, 2, 6)
        self.field.textChanged.connect(self._read)
        self.criteria = LinkText(look, self)
        self.note = LinkText(look, self)
        self._found = QVBoxLayout()
        self._found.setSpacing(look.px(6))
        close = QPushButton(self.tr("关闭"), self)
        close.setProperty("small", True)
        close.clicked.connect(self.hide)
        foot = QHBoxLayout()
        foot.addWidget(self.criteria, 1)
        foot.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(8), look.px(8), look.px(8), look.px(8))
        column.setSpacing(look.px(6))
        column.addWidget(self.field)
        column.addWidget(self.note)
        column.addLayout(self._found)
        column.addLayout(foot)
        self.hide()

    def show_row(self, row_id: str) -> None:
        """Another indicator: the box closes."""
        if row_id != self._row_id:
            self._row_id = row_id
            self.field.clear()
            self.hide()

    def ask(self) -> None:
        """Open; the indicator's own 评分标准 can be read at one click."""
        row = self._context.records.get("indicator", self._row_id)
        if row is None or self._context.workspace.project.read_only:
            return
        own = str(row["criteria"] or "").strip()
        self.criteria.setVisible(bool(own))
        self.criteria.say(Part(self.tr("读入本指标的“评分标准”"), partial(self.field.setPlainText, own)))
        self.show()
        self._read()
        self.field.setFocus()

    # What is read

    def _read(self) -> None:
        row = self._context.records.get("indicator", self._row_id)
        text = self.field.toPlainText().strip()
        weight = exact(row["weight"]) if row is not None else None
        from models.phrases import LENGTH_LIMIT, propose

        self.proposals = propose(text, weight) if row is not None else ()
        self._clear()
        for proposal in self.proposals:
            self._show(proposal)
        self.note.setVisible(bool(text))
        if len(text) > LENGTH_LIMIT:
            self.note.say(
                Part(
                    self.tr("太长，最多 {0} 字。请只粘贴一项指标的评分标准").format(LENGTH_LIMIT),
                    role="doubt",
                )
            )
        elif not self.proposals:
            said = self.tr("没有认出常见的写法。请在下面选评分规则，自己填参数")
            self.note.say(Part(said if text else "", role="doubt"))
        else:
            said = self.tr("读出 {0} 种可能，核对后采用").format(len(self.proposals))
            self.note.say(Part(said, role="text2"))

    def _clear(self) -> None:
        self.buttons, self.lines = [], []
        while self._found.count():
            old = self._found.takeAt(0).widget()
            if old is not None:
                old.hide()
                old.deleteLater()

    def _show(self, proposal: Proposal) -> None:
        look, line = self._context.look, QWidget(self)
        words, button = LinkText(look, line), QPushButton(self.tr("采用"), line)
        button.setProperty("small", True)
        if not self.buttons:
            button.setProperty("primary", True)
        button.clicked.connect(partial(self.take, proposal))
        words.say(*self._parts(proposal))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(words, 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(rule(line))
        column.addLayout(row)
        self._found.addWidget(line)
        self.buttons.append(button)
        self.lines.append(words.accessibleName())

    def _parts(self, proposal: Proposal) -> list[Part]:
        parts = [
            Part(worded(RULE_WORDS[proposal.kind]), bold=True),
            Part(GAP + told(proposal.confidence), role="text2"),
            Part("\n" + self._sentence(proposal)),
        ]
        if proposal.target is not None:
            target = kinds.canonical(figures.decimal(proposal.target))
            parts.append(Part(self.tr("；标准值 {0}").format(target)))
        if proposal.reason:
            parts.append(Part("\n" + told(proposal.reason), role="text2"))
        if proposal.unread:
            parts.append(Part("\n" + self.tr("没有读入：{0}").format(proposal.unread), role="doubt"))
        if worth := self._worth(proposal):
            parts.append(Part("\n" + worth, role="text2"))
        return parts

    def _sentence(self, proposal: Proposal) -> str:
        row = self._context.records.get("indicator", self._row_id)
        node = self._context.evaluation.index.get(self._row_id)
        assert row is not None
        weight = Fraction(node.weight) if node is not None and node.weight is not None else Fraction(0)
        unit = unit_of(row) or ("%" if node is not None and node.value_text.endswith("%") else "")
        target = proposal.target if proposal.target is not None else exact(row["target"])
        return told(rules.describe(proposal.kind, proposal.parameters, weight, target, unit))

    def _worth(self, proposal: Proposal) -> str:
        """What the indicator would score by it."""
        node = tried(self._context, self._row_id, self._cells(proposal))
        if node is None or node.score is None:
            return ""
        before = self._context.evaluation.node(node.id).score
        new = kinds.show_number(node.score)
        if before is None or before == node.score:
            return self.tr("按此得分 {0}").format(new)
        return self.tr("按此得分 {0} → {1}").format(kinds.show_number(before), new)

    def _cells(self, proposal: Proposal) -> dict[str, object]:
        cells: dict[str, object] = {"rule": proposal.kind, "parameters": proposal.stored}
        if proposal.target is not None:
            cells["target"] = figures.decimal(proposal.target)
        return cells

    def take(self, proposal: Proposal) -> None:
        """Write kind, parameters and a named 标准值 as one edit; the text itself where 评分标准 is empty."""
        row = self._context.records.get("indicator", self._row_id)
        if row is None:
            return
        cells = self._cells(proposal)
        text = self.field.toPlainText().strip()
        if not row["criteria"] and text:
            cells["criteria"] = text
        title = self._context.records.title("indicator", self._row_id)
        with self._context.edit(self.tr("指标“{0}” · 按评分标准设定规则").format(title)) as edit:
            edit.update("indicator", self._row_id, cells)
        self.field.clear()
        self.hide()
        said = self.tr("已按粘贴的评分标准设定规则")
        self._context.toast(said, self.tr("撤销"), self._context.workspace.undo)
