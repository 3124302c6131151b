"""The parameters of an indicator's rule as a small form made from the rule's own declaration."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from models import rules
from models.fields import Row
from models.kinds import clean
from models.rules import BadParameters, Parameter, ParameterKind
from services.workspace import Change
from ui.context import Context
from ui.panels.detail import Heading
from ui.panels.links import LinkText, Part
from ui.panels.quiet_combo import QuietCombo

SIGNS = "%％分位"


class RuleForm(QWidget):
    """Edits `indicator.parameters`; what the rule cannot use gets a sentence, the old parameters stay."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._row_id, self._kind, self._stored = context, "", "", ""
        self._raw: dict[str, Any] = {}
        self.editors: dict[str, QWidget] = {}
        look = context.look
        self._heading = Heading(look, self.tr("规则参数"), parent=self)
        self.sentence = LinkText(look, self)
        self._body: QWidget | None = None
        self.error = QLabel(self)
        self.error.setProperty("role", "error")
        self.error.setWordWrap(True)
        self.repair = LinkText(look, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(6))
        for widget in (self._heading, self.sentence, self.error, self.repair):
            self._column.addWidget(widget)
        context.changed.connect(self._follow)
        self.show_row("")

    def show_row(self, row_id: str) -> None:
        """Show the parameters of that indicator's rule; hidden where it has no rule."""
        self._row_id = row_id
        row = self._context.records.get("indicator", row_id)
        self._kind = str(row["rule"] or "") if row is not None else ""
        self._stored = str(row["parameters"] or "") if row is not None else ""
        self.setVisible(bool(self._kind))
        self._read(self._stored)
        self._build()
        self._describe(row)

    def _follow(self, change: Change) -> None:
        row = self._context.records.get("indicator", self._row_id)
        if not change.touches("indicator") or row is None:
            return
        if (row["rule"] or "", row["parameters"] or "") != (self._kind, self._stored):
            self.show_row(self._row_id)
        else:
            self._describe(row)

    def _read(self, stored: str) -> None:
        try:
            found = json.loads(stored) if stored.strip() else {}
        except ValueError:
            found = {}
        self._raw = dict(found) if isinstance(found, dict) else {}

    def _describe(self, row: Row | None) -> None:
        """The rule as the sentence that the report prints, or why it cannot be used."""
        self.repair.say()
        self.repair.hide()
        if row is None or not self._kind:
            return
        try:
            rules.parse_parameters(self._kind, self._stored)
        except BadParameters as wrong:
            self._say(str(wrong))
            self.repair.say(Part(self.tr("改用示例参数"), self._use_example))
            self.repair.show()
            self.sentence.say(Part(self.tr("规则参数不能用，指标暂不计分"), role="text2"))
            return
        node = self._context.workspace.evaluation.index.get(self._row_id)
        self.sentence.say(node.explanation.rule_line if node is not None else "")
        self._say("")

    def _say(self, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))

    def _use_example(self) -> None:
        self._context.typed("indicator", self._row_id, "parameters", rules.RULES[self._kind].example)

    # The form

    def _build(self) -> None:
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
            self._body = None
        self.editors = {}
        if not self._kind:
            return
        self._body = QWidget(self)
        grid = QGridLayout(self._body)
        look = self._context.look
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(10))
        grid.setVerticalSpacing(look.px(6))
        grid.setColumnMinimumWidth(0, look.px(76))
        grid.setColumnStretch(1, 1)
        for at, declared in enumerate(rules.RULES[self._kind].parameters):
            label = QLabel(declared.label, self._body)
            label.setProperty("role", "note")
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(label, at, 0)
            if declared.kind is ParameterKind.ROWS:
                label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
                grid.addWidget(self._rows(declared), at, 1)
            else:
                put = partial(self._put, declared.name)
                editor = self._editor(declared, self._raw.get(declared.name), put)
                self.editors[declared.name] = editor
                grid.addWidget(editor, at, 1)
        self._body.setEnabled(not self._context.workspace.project.read_only)
        self._column.insertWidget(self._column.indexOf(self.error), self._body)

    def _editor(self, declared: Parameter, given: Any, put: Callable[[Any], None]) -> QWidget:
        if declared.kind is ParameterKind.CHOICE:
            return self._choice(declared, given, put)
        if declared.kind is ParameterKind.FLAG:
            box = QCheckBox(self._body)
            box.setChecked(bool(declared.default if given is None else given))
            box.setAccessibleName(declared.label)
            box.toggled.connect(put)
            return box
        line = QLineEdit(self._body)
        line.setText(_shown(declared, given))
        line.setAccessibleName(declared.label)
        line.setPlaceholderText(_shown(declared, _plain(declared.default)) or declared.help)
        line.setToolTip(declared.help)
        line.editingFinished.connect(lambda: put(_typed(declared, line.text())))
        return line

    def _choice(self, declared: Parameter, given: Any, put: Callable[[Any], None]) -> QuietCombo:
        combo = QuietCombo(self._body)
        if declared.default is None and not declared.required:
            combo.addItem(declared.help or "", None)
        for word, label in declared.words.items():
            combo.addItem(label, word)
        combo.setCurrentIndex(max(combo.findData(declared.default if given is None else given), 0))
        combo.setAccessibleName(declared.label)
        combo.activated.connect(lambda at: put(combo.itemData(at)))
        return combo

    def _rows(self, declared: Parameter) -> QWidget:
        """A line of editors per row, a head above, and links to add and remove rows."""
        body = QWidget(self._body)
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self._context.look.px(6))
        grid.setVerticalSpacing(self._context.look.px(4))
        for column, one in enumerate(declared.columns):
            head = QLabel(one.label, body)
            head.setProperty("role", "note")
            grid.addWidget(head, 0, column)
        given = self._raw.get(declared.name)
        rows = given if isinstance(given, list) else [_plain_row(row) for row in declared.default or ()]
        for at, row in enumerate(rows):
            for column, one in enumerate(declared.columns):
                put = partial(self._put_in_row, declared.name, rows, at, one.name)
                editor = self._editor(one, row.get(one.name) if isinstance(row, dict) else None, put)
                editor.setMinimumWidth(0)
                self.editors[f"{declared.name}.{at}.{one.name}"] = editor
                grid.addWidget(editor, at + 1, column)
            remove = LinkText(self._context.look, body)
            remove.say(Part(self.tr("删除"), partial(self._drop_row, declared.name, rows, at)))
            grid.addWidget(remove, at + 1, len(declared.columns))
        add = LinkText(self._context.look, body)
        add.say(Part(self.tr("＋ 增加一档"), partial(self._add_row, declared.name, rows)))
        grid.addWidget(add, len(rows) + 1, 0, 1, len(declared.columns))
        return body

    # What one types

    def _put(self, name: str, value: Any) -> None:
        if self._raw.get(name) == value:
            return
        self._keep({**self._raw, name: value})

    def _put_in_row(self, name: str, rows: list[Any], at: int, column: str, value: Any) -> None:
        if rows[at].get(column) == value:
            return
        changed = [{**row, column: value} if number == at else row for number, row in enumerate(rows)]
        self._keep({**self._raw, name: changed})

    def _drop_row(self, name: str, rows: list[Any], at: int) -> None:
        self._keep({**self._raw, name: rows[:at] + rows[at + 1 :]}, is_new_shape=True)

    def _add_row(self, name: str, rows: list[Any]) -> None:
        self._keep({**self._raw, name: [*rows, {}]}, is_new_shape=True)

    def _keep(self, raw: dict[str, Any], *, is_new_shape: bool = False) -> None:
        """Write the parameters when the rule can use them; until then they wait here with the sentence."""
        self._raw = {name: value for name, value in raw.items() if value is not None}
        text = json.dumps(self._raw, ensure_ascii=False)
        try:
            checked = rules.parse_parameters(self._kind, text)
        except BadParameters as wrong:
            if is_new_shape:
                self._build()
            self._say(self.tr("没有写入。{0}").format(wrong))
            return
        text = rules.write_parameters(self._kind, checked)
        self._say(self._context.typed("indicator", self._row_id, "parameters", text) or "")


def _shown(declared: Parameter, given: Any) -> str:
    if given is None:
        return ""
    if isinstance(given, str) and given in declared.words:
        return declared.words[given]
    return "、".join(map(str, given)) if isinstance(given, list | tuple) else str(given)


def _plain(value: Any) -> Any:
    """A default in the form in which parameters are stored."""
    if value is None or isinstance(value, bool | str):
        return value
    return str(value)


def _plain_row(row: Any) -> dict[str, Any]:
    return {name: _plain(value) for name, value in row.items()}


def _typed(declared: Parameter, text: str) -> Any:
    """What was typed, as it is stored: a sign behind a figure goes, an empty field is no value."""
    plain = clean(text).strip()
    if not plain:
        return None
    for word, label in declared.words.items():
        if plain in (word, label):
            return word
    if declared.kind is ParameterKind.NUMBERS:
        return [part.strip(SIGNS + " ") for part in plain.replace("，", "、").replace(",", "、").split("、")]
    return plain.strip(SIGNS + " ") if declared.kind is ParameterKind.NUMBER else plain
