"""Every adjustable figure of the evaluation with what it is now and its default."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from models.defaults import SETTINGS, Setting
from services.workspace import Change
from ui.context import Context
from ui.panels.detail import surface
from ui.panels.quiet_combo import QuietCombo
from ui.words import worded

WORDS = {
    "full": QT_TRANSLATE_NOOP("SettingsForm", "计满分"),
    "none": QT_TRANSLATE_NOOP("SettingsForm", "不得分"),
}


def setting_words(value: str) -> str:
    """A setting's value as people read it."""
    return QCoreApplication.translate("SettingsForm", WORDS[value]) if value in WORDS else worded(value)


class SettingsForm(QWidget):
    """One line per setting; what cannot be taken gets a sentence under it, the old value stays."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.editors: dict[str, QComboBox | QLineEdit] = {}
        self.notes: dict[str, QLabel] = {}
        look = context.look
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(10))
        grid.setVerticalSpacing(look.px(6))
        grid.setColumnMinimumWidth(0, look.px(190))
        grid.setColumnStretch(2, 1)
        for at, (key, setting) in enumerate(SETTINGS.items()):
            self._add(grid, at * 2, key, setting)
        context.committed.connect(self._follow)
        self._fill()

    def _add(self, grid: QGridLayout, at: int, key: str, setting: Setting) -> None:
        label = QLabel(worded(setting.label), self)
        label.setProperty("role", "note")
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        editor: QComboBox | QLineEdit
        if setting.choices:
            editor = QuietCombo(self)
            for word in setting.choices:
                editor.addItem(setting_words(word), word)
            editor.activated.connect(partial(self._chosen, key))
        else:
            editor = QLineEdit(self)
            editor.editingFinished.connect(partial(self.commit, key))
        editor.setAccessibleName(worded(setting.label))
        editor.setFixedWidth(self._context.look.px(280))
        editor.setEnabled(not self._context.workspace.project.read_only)
        usual = QLabel(self.tr("默认 {0}").format(setting_words(setting.default)), self)
        usual.setProperty("role", "note")
        note = QLabel(self)
        note.setProperty("role", "error")
        note.hide()
        for column, widget in enumerate((label, editor, usual)):
            grid.addWidget(widget, at, column)
        grid.addWidget(note, at + 1, 1, 1, 2)
        self.editors[key], self.notes[key] = editor, note

    def _follow(self, change: Change) -> None:
        if change.touches("setting"):
            self._fill()

    def _fill(self) -> None:
        for key, editor in self.editors.items():
            value = self._context.records.setting(key)
            if isinstance(editor, QComboBox):
                editor.setCurrentIndex(editor.findData(value))
            elif not editor.hasFocus() or not self.notes[key].text():
                editor.setText(value)
            self._say(key, "")

    def _say(self, key: str, sentence: str) -> None:
        self.notes[key].setText(sentence)
        self.notes[key].setVisible(bool(sentence))

    def _chosen(self, key: str, at: int) -> None:
        editor = self.editors[key]
        assert isinstance(editor, QComboBox)
        self._say(key, self._context.choose(key, str(editor.itemData(at))) or "")

    def commit(self, key: str) -> bool:
        """Keep what is typed; an empty line brings the default back."""
        editor = self.editors[key]
        assert isinstance(editor, QLineEdit)
        text = editor.text().strip()
        if text == self._context.records.setting(key):
            self._say(key, "")
            return True
        sentence = self._context.choose(key, text)
        self._say(key, sentence or "")
        return sentence is None


def settings_page(context: Context) -> QWidget:
    """The form on its own page."""
    page = surface()
    grid = QGridLayout(page)
    grid.setContentsMargins(*[context.look.px(16)] * 4)
    grid.addWidget(SettingsForm(context, page), 0, 0)
    grid.setRowStretch(1, 1)
    return page
