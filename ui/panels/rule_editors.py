"""One editor per parameter of a rule, what it holds as it is stored, and refusals in plain words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from models.kinds import clean
from models.rules import Parameter, ParameterKind
from ui.panels.quiet_combo import QuietCombo
from ui.words import in_chinese, told, worded

SIGNS = "%％分位处期"
COMMAS = str.maketrans("，,;；/", "、、、、、")

_N = QT_TRANSLATE_NOOP
MEANINGS: Mapping[str, str] = MappingProxyType(
    {
        "ratio": _N("RuleForm", "完成值与标准值之比，达到标准得满分"),
        "linear": _N("RuleForm", "满分点与零分点之间按直线计分"),
        "deduct": _N("RuleForm", "离标准每偏差一步扣若干分"),
        "tiers": _N("RuleForm", "完成值落在哪一档，得哪一档的分"),
        "points": _N("RuleForm", "下面各条要点分担分值，逐条判断"),
        "faults": _N("RuleForm", "每有一处扣若干分"),
        "yesno": _N("RuleForm", "符合得满分，不符合不得分"),
        "bands": _N("RuleForm", "先定达成情况，再定档内比例"),
        "trend": _N("RuleForm", "各期数值应逐期上升或下降"),
        "experts": _N("RuleForm", "几位专家各自评分，取平均"),
        "manual": _N("RuleForm", "评价人员直接给分"),
    }
)
"""What each rule kind does, in one line."""


def meaning(kind: str) -> str:
    """What a rule does, in a few words; empty for none."""
    return QCoreApplication.translate("RuleForm", MEANINGS[kind]) if kind in MEANINGS else ""


_ROW = re.compile(r"第 (\d+) 行的?参数“.*?”（(\w+)）")
_ONE = re.compile(r"参数“.*?”（(\w+)）")
_NAMES = re.compile(r"（[a-z_]+）")


def make_editor(declared: Parameter, parent: QWidget) -> QWidget:
    """An empty editor for one parameter."""
    if declared.kind is ParameterKind.FLAG:
        editor: QWidget = QCheckBox(parent)
    elif declared.kind is ParameterKind.CHOICE:
        combo = QuietCombo(parent)
        if declared.default is None and not declared.required:
            combo.addItem(worded(declared.help) or "", None)
        for word, label in declared.words.items():
            combo.addItem(worded(label), word)
        editor = combo
    else:
        line = QLineEdit(parent)
        line.setPlaceholderText(shown(declared, plain(declared.default)) or worded(declared.help))
        line.setToolTip(worded(declared.help))
        editor = line
    editor.setAccessibleName(worded(declared.label))
    editor.setAccessibleDescription(worded(declared.help))
    return editor


def put_value(editor: QWidget, declared: Parameter, given: Any) -> None:
    """Show a stored value; the default where there is none."""
    if isinstance(editor, QCheckBox):
        editor.setChecked(bool(declared.default if given is None else given))
    elif isinstance(editor, QComboBox):
        editor.setCurrentIndex(max(editor.findData(declared.default if given is None else given), 0))
    elif isinstance(editor, QLineEdit):
        text = shown(declared, given)
        if editor.text() != text:
            editor.setText(text)
            editor.setCursorPosition(len(text))


def value_of(editor: QWidget, declared: Parameter) -> Any:
    """What stands in the editor, as it is stored; None for nothing."""
    if isinstance(editor, QCheckBox):
        return editor.isChecked()
    if isinstance(editor, QComboBox):
        return editor.currentData()
    assert isinstance(editor, QLineEdit)
    return typed(declared, editor.text())


def shown(declared: Parameter, given: Any) -> str:
    """A stored value as one types it."""
    if given is None:
        return ""
    if isinstance(given, str) and given in declared.words:
        return worded(declared.words[given])
    return "、".join(map(str, given)) if isinstance(given, list | tuple) else str(given)


def plain(value: Any) -> Any:
    """A default in the form in which parameters are stored."""
    if value is None or isinstance(value, bool | str):
        return value
    return {name: plain(each) for name, each in value.items()} if isinstance(value, Mapping) else str(value)


def typed(declared: Parameter, text: str) -> Any:
    """What was typed, as it is stored: a unit behind a figure goes, an empty field is no value."""
    words = clean(text).strip()
    if not words:
        return None
    for word, label in declared.words.items():
        if words in (word, label, worded(label)):
            return word
    if declared.kind is ParameterKind.NUMBERS:
        return [part.strip(SIGNS + " ") for part in words.translate(COMMAS).split("、")]
    return words.strip(SIGNS + " ").replace("−", "-") if declared.kind is ParameterKind.NUMBER else words


def field_of(message: str) -> str:
    """The editor at which a refusal points: "zero", "bands.1.to"; "" where it is none."""
    if match := _ROW.search(message):
        return f".{int(match[1]) - 1}.{match[2]}"
    match = _ONE.search(message)
    return match[1] if match else ""


def plainly(message: str) -> str:
    """A refusal without the words that only the stored text needs."""
    if not in_chinese():
        return re.sub(r" \([a-z_]+\)", "", told(message))
    if message.startswith("规则参数") or "每行应写在" in message:
        return "存下的规则参数读不懂。请在上面重新填写，或改用示例参数"
    words = _NAMES.sub("", message).replace("应为加引号的 ", "应为 ").replace("应为加引号的", "应为")
    words = words.replace("方括号里加引号的", "用顿号分开的")
    words = re.sub(r'"[a-z_]+"（([^（）]+)）', r"“\1”", words)
    words = re.sub(r'"([^"]*)"（([^（）]+)）', r"“\2”", words)
    words = re.sub(r"如 “?\"([^\"]*)\"", r"如 \1", words)
    words = re.sub(r'"([^"]*)"', r"“\1”", words)
    words = words.replace("应为方括号里的各行，每行写在一对花括号里", "请增加至少一档")
    return words.replace("现为 没有引号的 ", "现为 ")


def mark(editor: QWidget, *, invalid: bool) -> None:
    """Give a field the border of what cannot be taken, or take it off."""
    if bool(editor.property("invalid")) == invalid:
        return
    editor.setProperty("invalid", invalid)
    editor.style().unpolish(editor)
    editor.style().polish(editor)
