"""The window's own dialogs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.dates import BadValue
from models.fields import Value
from models.kinds import parse
from models.schema import SCHEMA
from ui.look import Look
from ui.words import told_of, worded

SUFFIX = ".jiheng"
SHARE = 0.96
"""How much of the screen a dialog may take."""
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def file_name(title: str) -> str:
    """A file name made of a title, without what file systems refuse."""
    return _FORBIDDEN.sub(" ", title).strip(" .")[:80]


@dataclass(frozen=True, slots=True)
class NewProject:
    """What a new project starts from: its file, its project row's fields, the id of a standard or ""."""

    path: Path
    values: Mapping[str, Value]
    standard: str = ""


class Frame(QDialog):
    """A dialog with a body, and below a line: what will happen at the left, the buttons at the right."""

    def __init__(self, look: Look, title: str, main: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.setWindowTitle(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(*[look.px(16)] * 4)
        self.body.setSpacing(look.px(8))
        column.addLayout(self.body, 1)
        line = QFrame(self)
        line.setProperty("kind", "rule")
        column.addWidget(line)
        foot = QHBoxLayout()
        foot.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(12))
        foot.setSpacing(look.px(8))
        self.outcome = QLabel(self)
        self.outcome.setProperty("role", "note")
        self.outcome.setTextFormat(Qt.TextFormat.PlainText)
        self.outcome.setWordWrap(True)
        foot.addWidget(self.outcome, 1)
        self.foot = foot
        self.main = QPushButton(main, self)
        self.main.setVisible(bool(main))
        self.main.setDefault(bool(main))
        self.main.clicked.connect(self.accept)
        foot.addWidget(self.main)
        foot.addSpacing(look.px(8))
        self.leave = QPushButton(self.tr("取消") if main else self.tr("关闭"), self)
        self.leave.setAutoDefault(not main)
        self.leave.clicked.connect(self.reject)
        foot.addWidget(self.leave)
        column.addLayout(foot)
        QShortcut(QKeySequence("F1"), self).activated.connect(self.show_help)

    def open_at_size(self, width: int, height: int) -> None:
        """Begin with this size in px of the design, and no larger than the screen."""
        room = self.screen().availableSize() * SHARE
        self.resize(QSize(self.look.px(width), self.look.px(height)).boundedTo(room))

    def show_help(self) -> None:
        """The page of the help that belongs to this dialog (F1)."""
        from ui.help.topics import page_in_front
        from ui.help.window import show_help

        show_help(self, self.look, page_in_front(self))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin above the buttons, which were made first: from there Tab goes on as one reads."""
        if self.focusWidget() is None:
            at = self.nextInFocusChain()
            while at is not self and (
                self.foot.indexOf(at) >= 0 or not at.focusPolicy() & Qt.FocusPolicy.TabFocus
            ):
                at = at.nextInFocusChain()
            at.setFocus(Qt.FocusReason.OtherFocusReason)
        super().showEvent(event)


class NewProjectDialog(Frame):
    """Asks for title, unit and year of a new evaluation and where its file goes."""

    FIELDS = ("title", "unit", "year", "kind", "commissioner", "evaluator")

    def __init__(self, look: Look, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(look, "", parent=parent)
        self.setWindowTitle(self.tr("新建项目"))
        self.main.setText(self.tr("建立项目"))
        self.main.setVisible(True)
        self.main.setDefault(True)
        self.leave.setText(self.tr("取消"))
        self.outcome.setText(self.tr("标有 * 的必须填写，其余以后可补"))
        self.made: NewProject | None = None
        self._folder, self._is_own_path = folder, False
        self.editors: dict[str, QLineEdit | QComboBox] = {}
        self._notes: dict[str, QLabel] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(look.px(10))
        self._grid.setVerticalSpacing(look.px(6))
        self._grid.setColumnMinimumWidth(1, look.px(420))
        for at, name in enumerate(self.FIELDS):
            self._add_field(at, name)
        self._add_standard(len(self.FIELDS))
        self._add_path(len(self.FIELDS) + 1)
        self.body.addLayout(self._grid)
        self._text("year").setText(str(date.today().year - 1))
        self._text("title").textChanged.connect(self._suggest)
        self._suggest("")

    def _text(self, name: str) -> QLineEdit:
        editor = self.editors[name]
        assert isinstance(editor, QLineEdit)
        return editor

    def _add_field(self, at: int, name: str) -> None:
        field = SCHEMA["project"].field(name)
        editor: QLineEdit | QComboBox
        if field.choices:
            editor = QComboBox(self)
            for choice in ("", *field.choices):
                editor.addItem(worded(choice), choice)
        else:
            editor = QLineEdit(self)
        editor.setAccessibleName(worded(field.label))
        self.editors[name] = editor
        self._add_line(at, worded(field.label) + ("*" if field.required else ""), editor, name)

    def _add_standard(self, at: int) -> None:
        self.standard = QComboBox(self)
        self.standard.setAccessibleName(self.tr("指标体系"))
        self.standard.addItem(self.tr("以后再选"), "")
        from services.standards import catalogue

        for each in catalogue():
            if not each.fault:
                self.standard.addItem(f"{each.document}　{each.title}".strip("　"), each.id)
                self.standard.setItemData(
                    self.standard.count() - 1, worded(each.remark), Qt.ItemDataRole.ToolTipRole
                )
        self._add_line(at, self.tr("指标体系"), self.standard, "standard")
        self._notes["standard"].setProperty("role", "note")
        self.standard.currentIndexChanged.connect(self._tell_standard)

    def _tell_standard(self) -> None:
        note = self._notes["standard"]
        note.setText(self.tr("建议分值为本程序拟，建立以后可以改") if self.standard.currentData() else "")
        note.setVisible(bool(note.text()))

    def _add_line(self, at: int, label: str, editor: QWidget, name: str) -> None:
        words = QLabel(label, self)
        words.setProperty("role", "muted")
        words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        words.setBuddy(editor)
        self._grid.addWidget(words, 2 * at, 0)
        self._grid.addWidget(editor, 2 * at, 1)
        note = QLabel(self)
        note.setProperty("role", "error")
        note.setTextFormat(Qt.TextFormat.PlainText)
        note.setWordWrap(True)
        note.hide()
        self._grid.addWidget(note, 2 * at + 1, 1)
        self._notes[name] = note

    def _add_path(self, at: int) -> None:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self.look.px(6))
        self.path_field = QLineEdit(row)
        self.path_field.setAccessibleName(self.tr("保存为"))
        self.path_field.textEdited.connect(self._own_path)
        browse = QPushButton(self.tr("选位置…"), row)
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        line.addWidget(self.path_field, 1)
        line.addWidget(browse)
        self._add_line(at, self.tr("保存为*"), row, "path")

    def _own_path(self) -> None:
        self._is_own_path = True

    def _suggest(self, title: str) -> None:
        if not self._is_own_path:
            name = file_name(title) or self.tr("绩效评价")
            self.path_field.setText(str(self._folder / f"{name}{SUFFIX}"))

    def _browse(self) -> None:
        filters = self.tr("绩衡项目 (*{0})").format(SUFFIX)
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("保存为"), self.path_field.text(), filters)
        if chosen:
            self._is_own_path = True
            self.path_field.setText(chosen)

    def note_text(self, name: str) -> str:
        """The sentence under a field, empty when it can be taken."""
        return self._notes[name].text()

    def accept(self) -> None:
        """Take what is typed, or say under each field what is wrong."""
        values: dict[str, Value] = {}
        wrong: dict[str, str] = {}
        for name, editor in self.editors.items():
            field = SCHEMA["project"].field(name)
            text = str(editor.currentData()) if isinstance(editor, QComboBox) else editor.text()
            try:
                values[name] = parse(field, text)
            except BadValue as refused:
                wrong[name] = told_of(refused)
            if field.required and not text.strip():
                wrong[name] = self.tr("请填写{0}").format(worded(field.label))
        path = self._path()
        if path is None:
            wrong["path"] = self.tr("请选择保存的位置和文件名")
        elif path.exists():
            wrong["path"] = self.tr("已有“{0}”，不会覆盖它。请换一个文件名").format(path.name)
        for name, note in self._notes.items():
            if name == "standard":
                continue
            note.setText(wrong.get(name, ""))
            note.setVisible(name in wrong)
        if wrong:
            focus = self.editors.get(next(iter(wrong)), self.path_field)
            focus.setFocus()
            return
        assert path is not None
        self.made = NewProject(path, values, str(self.standard.currentData()))
        super().accept()

    def _path(self) -> Path | None:
        text = self.path_field.text().strip()
        if not text:
            return None
        path = Path(text).expanduser()
        return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
