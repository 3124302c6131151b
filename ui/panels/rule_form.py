"""The parameters of an indicator's rule as a small form made from the rule's own declaration."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from models import kinds, rules
from models.evaluation import Node
from models.rules import BadParameters, Parameter, ParameterKind
from services.workspace import Change
from ui.context import Context
from ui.panels.curve import RuleCurve
from ui.panels.detail import Heading
from ui.panels.links import GAP, LinkText, Part
from ui.panels.rule_editors import field_of, make_editor, mark, meaning, plainly, put_value, value_of
from ui.panels.rule_rows import RowsTable, rows_of
from ui.panels.rule_trial import tried
from ui.words import calculated, told, worded


class RuleForm(QWidget):
    """Edits `indicator.parameters`; what the rule cannot use gets a sentence, the old parameters stay.

    Sentence, score and curve follow every key; the parameters are written when a field is left.
    """

    def __init__(self, context: Context, parent: QWidget | None = None, *, is_headed: bool = True) -> None:
        super().__init__(parent)
        self._context, self._row_id, self._kind, self._stored = context, "", "", ""
        self.editors: dict[str, QWidget] = {}
        self.tables: dict[str, RowsTable] = {}
        look = context.look
        self.heading = Heading(look, self.tr("规则参数"), parent=self)
        self.heading.setVisible(is_headed)
        self.sentence, self.score = LinkText(look, self), LinkText(look, self)
        self.repair = LinkText(look, self)
        self.curve = RuleCurve(look, self)
        self.error = QLabel(self)
        self.error.setProperty("role", "error")
        self.error.setWordWrap(True)
        self.error.setTextFormat(Qt.TextFormat.PlainText)
        self._body: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(6))
        for widget in (self.heading, self.error, self.repair, self.sentence, self.score, self.curve):
            self._column.addWidget(widget)
        context.committed.connect(self._follow)
        context.changed.connect(self._follow)
        self.show_row("")

    def show_row(self, row_id: str) -> None:
        """Show the parameters of that indicator's rule; hidden where it has no rule."""
        self._row_id = row_id
        row = self._context.records.get("indicator", row_id)
        self._kind = str(row["rule"] or "") if row is not None else ""
        self._stored = str(row["parameters"] or "") if row is not None else ""
        self.setVisible(bool(self._kind))
        self.heading.note.setText(meaning(self._kind))
        self._build(self._decoded())
        self._describe()

    def _follow(self, _change: Change) -> None:
        row = self._context.records.get("indicator", self._row_id)
        if row is None:
            return
        kind, stored = str(row["rule"] or ""), str(row["parameters"] or "")
        if kind != self._kind:
            self.show_row(self._row_id)
        elif stored != self._stored:
            self._stored = stored
            self._fill(self._decoded())
            self._describe()
        elif not self.error.text():
            self._describe()

    def _decoded(self) -> dict[str, Any]:
        try:
            found = json.loads(self._stored) if self._stored.strip() else {}
        except ValueError:
            found = {}
        return dict(found) if isinstance(found, dict) else {}

    # What it is worth

    def _describe(self) -> None:
        """The stored rule as the report prints it, or why it cannot be used."""
        self._mark("")
        self.repair.hide()
        if not self._kind:
            return
        wrong = self._show_stored()
        self._say(plainly(wrong.args[0]) if wrong is not None else "")
        if wrong is not None:
            self.repair.say(Part(self.tr("改用示例参数"), self._use_example))
            self.repair.setVisible(not self._context.workspace.project.read_only)

    def _show_stored(self) -> BadParameters | None:
        """Show what stands in the project; what is wrong with it, if anything is."""
        try:
            rules.parse_parameters(self._kind, self._stored)
        except BadParameters as wrong:
            self.sentence.say(Part(self.tr("规则参数不能用，指标暂不计分"), role="text2"))
            self.score.hide()
            self.curve.show_node(None)
            return wrong
        self._show(self._context.evaluation.index.get(self._row_id), is_draft=False)
        return None

    def _show(self, node: Node | None, *, is_draft: bool) -> None:
        self.curve.show_node(node)
        self.sentence.say(told(node.explanation.rule_line) if node is not None else "")
        self.score.setVisible(node is not None)
        if node is None:
            return
        before = self._context.evaluation.node(node.id)
        new = _points(node)
        changed = is_draft and _points(before) != new
        said = f"{_points(before)} → {new}" if changed else new
        why = calculated(node.explanation.calculation_line if node.score is not None else node.reason)
        parts = [
            Part(self.tr("得分 "), role="text2"),
            Part(said, bold=True),
            Part(f"{GAP}{why}", role="text2"),
        ]
        if is_draft:
            parts.append(Part(GAP + self.tr("离开输入框即写入"), role="hint"))
        self.score.say(*parts)

    def _say(self, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))

    def _mark(self, name: str) -> None:
        for key, editor in self.editors.items():
            mark(editor, invalid=bool(name) and (key == name or (name[0] == "." and key.endswith(name))))

    def _use_example(self) -> None:
        self._context.typed("indicator", self._row_id, "parameters", rules.RULES[self._kind].example)

    # The form

    def _declared(self) -> tuple[Parameter, ...]:
        return rules.RULES[self._kind].parameters if self._kind in rules.RULES else ()

    def _build(self, raw: Mapping[str, Any]) -> None:
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
            self._body = None
        self.editors, self.tables = {}, {}
        if not self._declared():
            return
        self._body = QWidget(self)
        look, grid = self._context.look, QGridLayout(self._body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(10))
        grid.setVerticalSpacing(look.px(6))
        grid.setColumnMinimumWidth(0, look.px(76))
        grid.setColumnStretch(1, 1)
        for at, declared in enumerate(self._declared()):
            if declared.kind is ParameterKind.ROWS:
                self._add_table(grid, at, declared, raw)
            else:
                self._add_editor(grid, at, declared, raw)
        self._body.setEnabled(not self._context.workspace.project.read_only)
        self._column.insertWidget(self._column.indexOf(self.error), self._body)

    def _add_editor(self, grid: QGridLayout, at: int, declared: Parameter, raw: Mapping[str, Any]) -> None:
        assert self._body is not None
        label = QLabel(worded(declared.label), self._body)
        label.setProperty("role", "note")
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        editor = make_editor(declared, self._body)
        put_value(editor, declared, raw.get(declared.name))
        if isinstance(editor, QCheckBox):
            editor.setText(worded(declared.help))
        self.editors[declared.name] = editor
        self._connect(editor)
        grid.addWidget(label, at, 0)
        grid.addWidget(editor, at, 1)

    def _add_table(self, grid: QGridLayout, at: int, declared: Parameter, raw: Mapping[str, Any]) -> None:
        def reshape(rows: list[Mapping[str, Any]]) -> None:
            self._build({**self._typed(), declared.name: rows})
            self._focus_new(declared.name, len(rows) - 1)
            self._keep()

        rows = rows_of(declared, raw.get(declared.name))
        table = RowsTable(self._context.look, declared, rows, reshape)
        self.tables[declared.name] = table
        self.editors.update(table.editors)
        for editor in table.editors.values():
            self._connect(editor)
        grid.addWidget(table, at, 0, 1, 2)

    def _focus_new(self, name: str, at: int) -> None:
        fields = [each for key, each in self.editors.items() if key.startswith(f"{name}.{at}.")]
        empty = (each for each in fields if isinstance(each, QLineEdit) and not each.text())
        if (first := next(empty, None)) is not None:
            first.setFocus()

    def _connect(self, editor: QWidget) -> None:
        editor.installEventFilter(self)
        if isinstance(editor, QLineEdit):
            editor.textEdited.connect(self._draft)
            editor.editingFinished.connect(self._keep)
        elif isinstance(editor, QCheckBox):
            editor.toggled.connect(self._keep)
        elif isinstance(editor, QComboBox):
            editor.activated.connect(self._keep)

    def _fill(self, raw: Mapping[str, Any]) -> None:
        """Show other parameters in the same fields, so that the focus stays; new fields only for new rows."""
        for declared in self._declared():
            table = self.tables.get(declared.name)
            if table is not None and table.count != len(rows_of(declared, raw.get(declared.name))):
                self._build(raw)
                return
        silent = [QSignalBlocker(editor) for editor in self.editors.values()]
        for declared in self._declared():
            given, table = raw.get(declared.name), self.tables.get(declared.name)
            if table is not None:
                table.fill(rows_of(declared, given))
            else:
                put_value(self.editors[declared.name], declared, given)
        for blocker in silent:
            blocker.unblock()

    # What one types

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc brings the stored parameters back."""
        if event.type() == QEvent.Type.KeyPress and cast(QKeyEvent, event).key() == Qt.Key.Key_Escape:
            self._fill(self._decoded())
            self._describe()
            return True
        return False

    def _typed(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for declared in self._declared():
            table = self.tables.get(declared.name)
            value = table.rows() if table is not None else value_of(self.editors[declared.name], declared)
            if value is not None:
                found[declared.name] = value
        return found

    def _checked(self) -> str:
        """The parameters in the fields as stored text; BadParameters where the rule cannot use them."""
        checked = rules.parse_parameters(self._kind, json.dumps(self._typed(), ensure_ascii=False))
        return rules.write_parameters(self._kind, checked)

    def _draft(self) -> None:
        """Show what the rule would be with what stands in the fields; nothing is written yet."""
        for table in self.tables.values():
            table.follow()
        self.repair.hide()
        try:
            text = self._checked()
        except BadParameters as wrong:
            self._refuse(wrong)
            return
        self._say("")
        self._mark("")
        self._show(tried(self._context, self._row_id, {"parameters": text}), is_draft=text != self._stored)

    def _refuse(self, wrong: BadParameters, before: str = "") -> None:
        self._show_stored()
        self._mark(field_of(str(wrong)))
        self._say(before + plainly(wrong.args[0]))

    def _keep(self, *_: object) -> None:
        """Write the parameters when the rule can use them; until then they wait here with the sentence."""
        for table in self.tables.values():
            table.follow()
        if self._typed() == self._decoded():
            self._describe()
            return
        try:
            text = self._checked()
        except BadParameters as wrong:
            self._refuse(wrong, self.tr("没有写入。"))
            return
        if text == self._normal():
            self._describe()
            return
        sentence = self._context.typed("indicator", self._row_id, "parameters", text)
        if sentence:
            self._say(sentence)

    def _normal(self) -> str:
        """The stored parameters as they would be written today; nothing where they cannot be used."""
        try:
            return rules.write_parameters(self._kind, rules.parse_parameters(self._kind, self._stored))
        except BadParameters:
            return ""


def _points(node: Node) -> str:
    return (
        QCoreApplication.translate("RuleForm", "未评")
        if node.computed is None
        else kinds.show_number(node.computed)
    )
