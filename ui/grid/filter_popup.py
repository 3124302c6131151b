"""The filter of one column: its values with how often each stands there, words, or from and to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QListView, QPushButton, QVBoxLayout

from models.dates import BadValue
from models.fields import NUMERIC, Kind
from services import pinyin
from ui.context import Context
from ui.grid.filtering import ColumnFilter, bound, counted
from ui.grid.model import GridModel
from ui.words import told_of

LIMIT = 500
WIDTH, HEIGHT = 260, 240


class FilterPopup(QFrame):
    """Stands under a column's title until it is answered; `chosen` carries the filter, idle for none."""

    chosen = Signal(object)

    def __init__(self, context: Context, model: GridModel, column: int, parent: QFrame | object) -> None:
        super().__init__(parent, Qt.WindowType.Popup)  # type: ignore[arg-type]
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "box")
        self._context, self._field = context, model.fields[column]
        name = model.columns[column].name
        self._kept = model.arrangement.column_filters.get(name, ColumnFilter())
        self._values = counted(model.arrangement.cells_of(name), LIMIT)
        self.words, self.low, self.high = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.words.setPlaceholderText(self.tr("包含的字（可输拼音首字母）"))
        self.words.setClearButtonEnabled(True)
        self.words.setText(self._kept.words)
        self.words.setAccessibleName(self.words.placeholderText())
        for field, hint in ((self.low, self.tr("从")), (self.high, self.tr("到"))):
            field.setPlaceholderText(hint)
            field.setAccessibleName(hint)
        self.list, self._items = QListView(self), QStandardItemModel(self)
        self.list.setModel(self._items)
        self.list.setAccessibleName(model.columns[column].title)
        self.list.setUniformItemSizes(True)
        self.note = QLabel(self)
        self.note.setProperty("role", "error")
        self.note.setWordWrap(True)
        self.note.hide()
        self._has_range = self._knows_range(model, column)
        self._fill()
        self._build()

    def _knows_range(self, model: GridModel, column: int) -> bool:
        field = self._field
        if field is not None:
            return field.kind in NUMERIC or field.kind is Kind.DATE
        return model.columns[column].align == Qt.AlignmentFlag.AlignRight

    def _fill(self) -> None:
        for text, count in self._values:
            item = QStandardItem(f"{text or self.tr('（空）')}　{count}")
            item.setCheckable(True)
            item.setEditable(False)
            is_in = self._kept.values is None or text in self._kept.values
            item.setCheckState(Qt.CheckState.Checked if is_in else Qt.CheckState.Unchecked)
            self._items.appendRow(item)

    def _build(self) -> None:
        look = self._context.look
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(10), look.px(10), look.px(10), look.px(10))
        column.setSpacing(look.px(6))
        column.addWidget(self.words)
        if self._has_range:
            row = QHBoxLayout()
            row.addWidget(self.low)
            row.addWidget(self.high)
            column.addLayout(row)
        ticks = QHBoxLayout()
        for text, run in (
            (self.tr("全选"), lambda: self._tick(True)),
            (self.tr("全不选"), lambda: self._tick(False)),
            (self.tr("空"), lambda: self._only({""})),
            (self.tr("非空"), lambda: self._only({text for text, _ in self._values if text})),
        ):
            button = QPushButton(text, self)
            button.setProperty("small", True)
            button.clicked.connect(run)
            ticks.addWidget(button)
        column.addLayout(ticks)
        column.addWidget(self.list, 1)
        column.addWidget(self.note)
        answers = QHBoxLayout()
        self.drop_button, self.take_button = QPushButton(self.tr("清除筛选")), QPushButton(self.tr("确定"))
        self.take_button.setProperty("primary", True)
        self.drop_button.clicked.connect(self.drop)
        self.take_button.clicked.connect(self.take)
        answers.addWidget(self.drop_button)
        answers.addStretch(1)
        answers.addWidget(self.take_button)
        column.addLayout(answers)
        for field in (self.words, self.low, self.high):
            field.returnPressed.connect(self.take)
        self.words.textEdited.connect(self._narrow)

    def open_at(self, at: QPoint) -> None:
        """Show it there, with the cursor in the field of words."""
        look = self._context.look
        self.resize(look.px(WIDTH), look.px(HEIGHT + (30 if self._has_range else 0) + 120))
        self.move(at)
        self.show()
        self.words.setFocus()

    # Ticks

    def _tick(self, on: bool) -> None:
        for at in range(self._items.rowCount()):
            if not self.list.isRowHidden(at):
                state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
                self._items.item(at).setCheckState(state)

    def _only(self, wanted: Sequence[str] | set[str]) -> None:
        for at, (text, _) in enumerate(self._values):
            state = Qt.CheckState.Checked if text in wanted else Qt.CheckState.Unchecked
            self._items.item(at).setCheckState(state)

    def _narrow(self, typed: str) -> None:
        wanted = typed.strip().lower()
        for at, (text, _) in enumerate(self._values):
            self.list.setRowHidden(at, bool(wanted) and pinyin.found(wanted, text) is None)

    def ticked(self) -> frozenset[str] | None:
        """The ticked values; None where all are."""
        on = {
            text
            for at, (text, _) in enumerate(self._values)
            if self._items.item(at).checkState() == Qt.CheckState.Checked
        }
        return None if len(on) == len(self._values) else frozenset(on)

    # Answers

    def take(self) -> None:
        """Filter by what is chosen; a bound that is no figure or date keeps it open with a sentence."""
        unit = self._context.records.money_unit
        try:
            low, high = (bound(self._field, each.text(), unit) for each in (self.low, self.high))
        except BadValue as wrong:
            self.note.setText(told_of(wrong))
            self.note.show()
            return
        self.chosen.emit(ColumnFilter(self.ticked(), self.words.text().strip(), low, high))
        self.close()

    def drop(self) -> None:
        """Let all rows through."""
        self.chosen.emit(ColumnFilter())
        self.close()
