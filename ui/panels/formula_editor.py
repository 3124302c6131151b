"""An indicator's formula: the field, and under it the value, its sources, or what is wrong and where."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from models import kinds
from models.fields import Row
from models.formula import FormulaError, check
from models.formula.lexer import requoted
from models.formula.words import CLOSERS
from models.judging import number
from models.measure import Measured, measure
from models.scope import EvaluationScope
from services.workspace import Change
from ui.context import Context
from ui.panels.formula_field import FormulaField, span_of
from ui.panels.links import GAP, LinkText, Part, counted, show_rows
from ui.words import calculated, told


class FormulaEditor(QWidget):
    """Edits `indicator.formula`; what is typed is kept even when it is wrong, and then says so."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._row_id, self._shown = context, "", ""
        look = context.look
        self.field = FormulaField(context, self)
        self.result, self.sources = LinkText(look, self), LinkText(look, self)
        self.error = LinkText(look, self)
        label = QLabel(self.tr("计算公式"), self)
        label.setProperty("role", "note")
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        label.setContentsMargins(0, look.px(5), 0, 0)
        under = QVBoxLayout()
        under.setSpacing(look.px(3))
        for widget in (self.error, self.result, self.sources):
            under.addWidget(widget)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(10))
        grid.setVerticalSpacing(look.px(4))
        grid.setColumnMinimumWidth(0, look.px(76))
        grid.setColumnStretch(1, 1)
        grid.addWidget(label, 0, 0)
        grid.addWidget(self.field, 0, 1)
        grid.addLayout(under, 1, 1)
        self.field.textChanged.connect(self._preview)
        self.field.kept.connect(self.commit)
        self.field.givenUp.connect(self.give_up)
        context.committed.connect(self._follow)
        context.changed.connect(self._follow)
        context.look.changed.connect(self._preview)
        self.show_row("")

    def show_row(self, row_id: str) -> None:
        """Show that indicator's formula."""
        self._row_id = row_id
        row = self._row()
        self._shown = str(row["formula"] or "") if row is not None else ""
        self.field.setReadOnly(row is None or self._context.workspace.project.read_only)
        self.field.show_text(self._shown)
        self._preview()

    def set_dates(self, is_by_dates: bool) -> None:
        """Invite to write days between two dates, or any figure."""
        by_dates = self.tr('如 天数(合同["…"].约定完工日期, 合同["…"].验收日期)')
        usual = self.tr("如 已支付 / 总指标 * 100；Ctrl+空格 列出可用的名称")
        self.field.setPlaceholderText(by_dates if is_by_dates else usual)

    def _row(self) -> Row | None:
        return self._context.records.get("indicator", self._row_id)

    def _follow(self, _change: Change) -> None:
        row = self._row()
        if row is None:
            self._row_id = ""
            return
        stored = str(row["formula"] or "")
        if stored != self._shown:
            is_typing = self.field.hasFocus() and self.field.toPlainText() != self._shown
            self._shown = stored
            if not is_typing:
                self.field.show_text(stored)
        self._preview()

    # What it comes to

    def _preview(self) -> None:
        text, row = self.field.toPlainText(), self._row()
        scope = EvaluationScope(self._context.records, self._context.evaluation.facts)
        errors = check(text, scope) if text.strip() and row is not None else ()
        self.field.underline(errors)
        self._show_errors(text, errors)
        self.result.setVisible(bool(text.strip()) and not errors)
        self.sources.hide()
        if row is None or errors or not text.strip():
            return
        how = row["measure"] if row["measure"] in ("公式", "日期") else "公式"
        tried = {**row, "formula": text, "measure": how}
        facts = self._context.evaluation.facts
        found = measure(self._context.records, scope, facts, tried)
        self._show_result(found)

    def _show_errors(self, text: str, errors: tuple[FormulaError, ...]) -> None:
        self.error.setVisible(bool(errors))
        if not errors:
            self.error.say()
            return
        first = errors[0]
        place = self.tr("第 {0} 个字：").format(first.position + 1)
        parts = [Part(place + told(first.message), role="error")]
        if first.nearest and not self.field.isReadOnly():
            start, end = span_of(text, first.position)
            put = first.nearest
            if text[start] in CLOSERS:
                put = requoted(text[start:end], put)
            change = partial(self.field.replace, start, end, put)
            parts += [Part(GAP), Part(self.tr("改为“{0}”").format(first.nearest), change)]
        self.error.say(*parts)

    def _show_result(self, found: Measured) -> None:
        shown = _shown(found)
        if not shown or found.reason:
            self.result.say(Part(self.tr("还算不出：{0}").format(calculated(found.reason)), role="doubt"))
        else:
            line = calculated(found.line) if found.line != shown else ""
            self.result.say(Part(f"= {shown}", bold=True), Part(f"{GAP}{line}" if line else "", role="text2"))
        parts: list[Part] = []
        for words, rows in counted(found.sources):
            parts.append(Part(GAP if parts else self.tr("来源") + GAP, role="text2"))
            parts.append(Part(words, partial(show_rows, self._context, rows, self)))
        self.sources.say(*parts)
        self.sources.setVisible(bool(parts))

    # What one types

    def commit(self) -> bool:
        """Keep the formula; False when the project refuses it."""
        text = self.field.toPlainText().strip()
        row = self._row()
        if row is None or self.field.isReadOnly() or text == self._shown:
            return True
        self._shown = text
        sentence = self._context.typed("indicator", self._row_id, "formula", text)
        if sentence is not None:
            self._shown = str(row["formula"] or "")
            self.error.say(Part(sentence, role="error"))
            self.error.show()
        return sentence is None

    def give_up(self) -> None:
        """Bring back what stands in the project."""
        self.field.show_text(self._shown)
        self._preview()


def _shown(found: Measured) -> str:
    """The value as the indicator shows it."""
    if found.series:
        return " → ".join("—" if each is None else number(each) for each in found.series)
    if found.value is None:
        return ""
    if found.unit == "%":
        return kinds.show_rate(found.value)
    return f"{number(found.value)} {found.unit}".strip()
