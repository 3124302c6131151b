"""Which entries of the history are shown: by words, person, kind, days, table, field, and one row."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from models.dates import BadValue, parse_date, span
from models.schema import SCHEMA, TABLES
from services.project import Wanted
from ui.context import Context
from ui.panels.history_model import kind_words
from ui.words import told, told_of, worded, worded_table

PAUSE = 200
"""How long one has stopped typing before the list follows, in ms."""


class HistoryFilter(QWidget):
    """A line of fields; `changed` says that other entries are wanted."""

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._row = ""
        look = context.look
        self.text = self._line(self.tr("文字"), 150)
        self.text.setPlaceholderText(self.tr("修改的内容"))
        self.text.setClearButtonEnabled(True)
        self.person = self._choice(self.tr("姓名"), 84)
        self.kind = self._choice(self.tr("种类"), 66)
        self.table = self._choice(self.tr("表"), 96)
        self.field = self._choice(self.tr("栏目"), 108)
        self.since, self.until = self._line(self.tr("从哪天起"), 92), self._line(self.tr("到哪天止"), 92)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        column.addLayout(self._first())
        column.addLayout(self._second())
        self._fill()
        self._connect()

    def _line(self, name: str, width: int) -> QLineEdit:
        made = QLineEdit(self)
        made.setAccessibleName(name)
        made.setMinimumWidth(self._context.look.px(width))
        made.textEdited.connect(lambda _text: self._pause.start())
        return made

    def _choice(self, name: str, width: int) -> QComboBox:
        made = QComboBox(self)
        made.setAccessibleName(name)
        made.setMinimumWidth(self._context.look.px(width))
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        return made

    def _first(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._context.look.px(6))
        for words, field, share in (
            (self.tr("文字"), self.text, 3),
            (self.tr("姓名"), self.person, 2),
            (self.tr("种类"), self.kind, 1),
            (self.tr("从"), self.since, 1),
            (self.tr("到"), self.until, 1),
        ):
            row.addWidget(self._label(words, field))
            row.addWidget(field, share)
        return row

    def _second(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._context.look.px(6))
        for words, field in ((self.tr("表　"), self.table), (self.tr("栏目"), self.field)):
            row.addWidget(self._label(words, field))
            row.addWidget(field, 2)
        self.scope = QPushButton(self)
        self.scope.setProperty("small", True)
        self.scope.setAutoDefault(False)
        self.scope.setToolTip(self.tr("不再只看这一行"))
        self.scope.hide()
        row.addWidget(self.scope)
        self.note = QLabel(self)
        self.note.setProperty("role", "error")
        row.addWidget(self.note, 3)
        self.clear_all = QPushButton(self.tr("全部显示"), self)
        self.clear_all.setProperty("small", True)
        self.clear_all.setAutoDefault(False)
        row.addWidget(self.clear_all)
        return row

    def _label(self, words: str, field: QWidget) -> QLabel:
        label = QLabel(words, self)
        label.setProperty("role", "note")
        label.setBuddy(field)
        return label

    def _fill(self) -> None:
        self.person.addItem(self.tr("所有人"), "")
        for name in self._context.workspace.project.people():
            self.person.addItem(name, name)
        self.kind.addItem(self.tr("全部"), "")
        for kind, words in kind_words().items():
            self.kind.addItem(words, kind)
        self.table.addItem(self.tr("所有表"), "")
        for table in TABLES:
            if table.recorded:
                self.table.addItem(worded_table(table.label), table.name)
        self._fill_fields()

    def _fill_fields(self) -> None:
        table = SCHEMA.get(str(self.table.currentData() or ""))
        self.field.clear()
        self.field.addItem(self.tr("所有栏目"), "")
        for field in table.fields if table is not None else ():
            self.field.addItem(worded(field.label), field.name)
        self.field.setEnabled(table is not None)
        self.field.setToolTip("" if table is not None else self.tr("先选表"))

    def _connect(self) -> None:
        self.table.activated.connect(self._turn_table)
        for combo in (self.person, self.kind, self.field):
            combo.activated.connect(lambda _at: self.changed.emit())
        self.scope.clicked.connect(self._leave_row)
        self.clear_all.clicked.connect(self.reset)
        for editor in (self.since, self.until):
            editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A day that was understood is written out when its field is left."""
        if event.type() == QEvent.Type.FocusOut and isinstance(watched, QLineEdit) and watched.text().strip():
            try:
                watched.setText(parse_date(watched.text()))
            except BadValue:
                return False
        return False

    def _turn_table(self, _at: int = 0) -> None:
        self._fill_fields()
        self._leave_row()

    def _leave_row(self) -> None:
        self._row = ""
        self.scope.hide()
        self.changed.emit()

    def reset(self) -> None:
        """Ask for nothing in particular."""
        for line in (self.text, self.since, self.until):
            line.clear()
        for combo in (self.person, self.kind, self.table):
            combo.setCurrentIndex(0)
        self._turn_table()

    def show_only(self, table: str, row_id: str, field: str = "") -> None:
        """Ask for one row, or one cell of it, and nothing else."""
        self.blockSignals(True)
        self.reset()
        self.table.setCurrentIndex(self.table.findData(table))
        self._fill_fields()
        self.field.setCurrentIndex(max(self.field.findData(field), 0))
        self._row = row_id
        title = told(self._context.records.title(table, row_id)) or worded_table(SCHEMA[table].label)
        short = title if len(title) <= 20 else f"{title[:19]}…"
        self.scope.setText(self.tr("只看“{0}”　×").format(short).replace("&", "&&"))
        self.scope.setAccessibleName(self.tr("只看“{0}”，按下则看所有行").format(title))
        self.scope.setVisible(bool(row_id))
        self.blockSignals(False)
        self.changed.emit()

    def wanted(self) -> Wanted:
        """What is asked for; a day that cannot be read is said and not asked for."""
        self.note.setText("")
        since, until = self._day(self.since), self._day(self.until)
        return Wanted(
            text=self.text.text().strip(),
            person=str(self.person.currentData() or ""),
            kind=str(self.kind.currentData() or ""),
            since=span(since).first.isoformat() if since else "",
            until=span(until).last.isoformat() if until else "",
            table=str(self.table.currentData() or ""),
            row=self._row,
            field=str(self.field.currentData() or ""),
        )

    def _day(self, editor: QLineEdit) -> str:
        try:
            return parse_date(editor.text()) if editor.text().strip() else ""
        except BadValue as wrong:
            self.note.setText(told_of(wrong))
            return ""
