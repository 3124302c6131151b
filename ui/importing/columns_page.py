"""Step 2: what each column is read into, the unit, the fund, and what was judged in reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSpinBox,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from models.schema import SCHEMA
from models.untidy.about import belonging_key
from models.untidy.matching import Column
from models.untidy.reading import Judgement
from models.untidy.targets import Target, targets
from services.importing.session import ON_THE_WHOLE, Session, Table
from ui.importing.judgement_list import JudgementList
from ui.importing.sheet import SheetView
from ui.look import Look
from ui.words import told, worded

_N = QT_TRANSLATE_NOOP
UNITS = (
    *(_N("Schema", "万元"), _N("Schema", "元")),
    *(_N("Schema", "千元"), _N("Schema", "百万元"), _N("Schema", "亿元")),
)


class ColumnsPage(QWidget):
    """One table at a time; `changed` when the person decided something otherwise."""

    changed = Signal()

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._session, self._number = look, session, -1
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(16), look.px(10), look.px(16), 0)
        column.setSpacing(look.px(8))
        column.addLayout(self._top())
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.setChildrenCollapsible(False)
        self.view = SheetView(look, splitter, choosing=True)
        self.view.setAccessibleName(self.tr("要导入的表，只供查看"))
        assert self.view.head is not None
        self.head = self.view.head
        self.head.chosen.connect(self._fill_column)
        splitter.addWidget(self.view)
        splitter.addWidget(self._build_below())
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([look.px(250), look.px(190)])
        column.addWidget(splitter, 1)

    # Building

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.px(6))
        self.table, self.target, self.unit, self.owner = (QComboBox(self) for _ in range(4))
        self.head_row = QSpinBox(self)
        self.head_row.setSpecialValueText(self.tr("无"))
        self.head_row.setKeyboardTracking(False)
        self.head_row.setFixedWidth(self._look.px(64))
        self.target.addItems([worded(each.label) for each in targets()])
        for unit in UNITS:
            self.unit.addItem(worded(unit), unit)
        self.owner_word = QLabel(self)
        self.table_word = QLabel(self.tr("表"), self)
        for word, widget in (
            (self.table_word, self.table),
            (QLabel(self.tr("导入到"), self), self.target),
            (QLabel(self.tr("表头在第"), self), self.head_row),
            (QLabel(self.tr("行　金额单位"), self), self.unit),
            (self.owner_word, self.owner),
        ):
            word.setBuddy(widget)
            row.addWidget(word)
            row.addWidget(widget)
            row.addSpacing(self._look.px(6))
            widget.setAccessibleName(word.text().strip("　 "))
        for combo, letters in ((self.table, 4), (self.target, 7), (self.owner, 7)):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(letters)
            combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            combo.setMaximumWidth(self._look.px(260))
            combo.currentTextChanged.connect(combo.setToolTip)
            row.setStretchFactor(combo, 3)
        row.addStretch(1)
        self.state = QLabel(self)
        row.addWidget(self.state)
        self._connect()
        return row

    def _connect(self) -> None:
        self.table.activated.connect(self._turn)
        self.target.activated.connect(self._choose_target)
        self.unit.activated.connect(lambda _at: self._do(self._session.in_unit, self.unit.currentData()))
        self.owner.activated.connect(
            lambda _at: self._do(self._session.belongs_to, str(self.owner.currentData() or ""))
        )
        self.head_row.valueChanged.connect(lambda value: self._do(self._session.head_in, value - 1))

    def _build_below(self) -> QWidget:
        below = QWidget(self)
        column = QVBoxLayout(below)
        column.setContentsMargins(0, self._look.px(6), 0, 0)
        column.setSpacing(self._look.px(4))
        heading = QLabel(self.tr("读入时的判断"), below)
        heading.setProperty("role", "section")
        self.judgements = JudgementList(self._look, below)
        self.judgements.decided.connect(self._decide)
        self.judgements.shown.connect(self.view.show_row)
        column.addWidget(heading)
        column.addWidget(self.judgements, 1)
        return below

    # Showing

    def enter(self) -> None:
        """Show the first of the tables that are taken."""
        self.table.clear()
        for number, table in enumerate(self._session.tables):
            if table.taken:
                self.table.addItem(told(table.grid.name), number)
        self.table.setVisible(self.table.count() > 1)
        self.table_word.setVisible(self.table.count() > 1)
        self._turn(0)

    def _turn(self, at: int) -> None:
        self._number = int(self.table.itemData(at))
        self.show_layout()
        self.show_judgements()

    @property
    def _table(self) -> Table:
        return self._session.tables[self._number]

    def show_layout(self) -> None:
        """The table as it is read now."""
        table, layout = self._table, self._table.layout
        self.view.show_table(table.grid, layout)
        self.head.offer([(one.head.text, _slots(layout.target, one, self.tr("不导入")), one.key)
                         for one in layout.columns])  # fmt: skip
        for widget in (self.target, self.unit, self.head_row):
            widget.blockSignals(True)
        self.target.setCurrentIndex([each.name for each in targets()].index(layout.target.name))
        self.unit.setCurrentIndex(self.unit.findData(layout.unit))
        self.head_row.setRange(0, len(table.grid.rows))
        self.head_row.setValue(layout.head.last + 1)
        for widget in (self.target, self.unit, self.head_row):
            widget.blockSignals(False)
        self.target.setToolTip(self.target.currentText())
        self._show_owner()
        self._show_state()
        first = max(layout.head.first, 0)
        self.view.scrollTo(self.view.sheet.index(first, 0), SheetView.ScrollHint.PositionAtTop)

    def _show_owner(self) -> None:
        layout, records = self._table.layout, self._session.records
        key = belonging_key(layout)
        belonging = layout.target.belonging
        self.owner.setVisible(bool(key))
        self.owner_word.setVisible(bool(key))
        if not key or belonging is None:
            return
        self.owner_word.setText(worded(SCHEMA[belonging.table].label))
        self.owner.setAccessibleName(worded(SCHEMA[belonging.table].label))
        self.owner.clear()
        self.owner.addItem(self.tr("（请选择）"), "")
        for row in records.live(belonging.table):
            self.owner.addItem(records.title_of(belonging.table, row), records.key_of(belonging.table, row))
        self.owner.setCurrentIndex(max(0, self.owner.findData(layout.given.get(key, ""))))
        self.owner.setToolTip(self.owner.currentText())

    def _show_state(self) -> None:
        layout = self._table.layout
        count, is_open = sum(bool(one.key) for one in layout.columns), len(layout.open_columns)
        self.state.setProperty("role", "doubt" if is_open else "done")
        self.state.setText(
            self.tr("{0} 列没有对应").format(is_open)
            if is_open
            else self.tr("✓ {0} 列已全部对应").format(count)
        )
        self.state.style().unpolish(self.state)
        self.state.style().polish(self.state)

    def show_judgements(self) -> None:
        """What was judged of the table and of all together, with marks at the cells."""
        if self._number < 0 or self._session.proposal is None:
            return
        own = self._session.judgements(self._number)
        self.judgements.fill([*own, *self._session.proposal.judgements])
        marks = self._session.marks(self._number)
        self.view.sheet.mark(marks.cells, marks.filled)

    # Deciding

    def _do(self, run: Callable[..., None], *words: object) -> None:
        run(self._number, *words)
        self.show_layout()
        self.changed.emit()

    def _choose_target(self, at: int) -> None:
        self._do(self._session.read_as, targets()[at].name)

    def _fill_column(self, column: int, key: str) -> None:
        self._do(self._session.fill, column, key)
        self.head.combos[column].setFocus()

    def _decide(self, key: str, value: str) -> None:
        whole: Sequence[Judgement] = self._session.proposal.judgements if self._session.proposal else ()
        number = ON_THE_WHOLE if any(one.key == key for one in whole) else self._number
        self._session.decide(number, key, value)
        self.changed.emit()


def _slots(target: Target, column: Column, none: str) -> list[tuple[str, str]]:
    """What a column may fill, by key and words; a head that names a year offers the fields of that year."""
    found = [("", none)]
    filled = target.slot(column.key)
    for slot in target.slots:
        own = slot.of(column.head.when) if slot.repeated else slot
        if filled is not None and filled.of("").key == slot.key:
            own = filled
        found.append((own.key, own.label.replace(slot.label, worded(slot.label), 1)))
    return found
