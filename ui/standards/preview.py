"""A standard as a tree with ticks, and beside it everything it says about the current indicator."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QLabel,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from models.standard import Entry, Standard
from services.standard_choice import extent, is_point, leaves
from ui.look import Look
from ui.messages import InlineMessage
from ui.panels.detail import scrolled
from ui.standards.words import (
    has_note,
    measure_label,
    rule_label,
    rule_sentence,
    split_note,
    tr,
    weight_words,
)

NAME, WEIGHT, MEASURE, RULE = range(4)
NARROW = 780
_ID = Qt.ItemDataRole.UserRole
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Preview(QSplitter):
    """The tree at the left, the current indicator at the right."""

    ticked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self._standard: Standard | None = None
        self._ours = False
        self._scored: set[str] = set()
        self._items: dict[str, QTreeWidgetItem] = {}
        self.setChildrenCollapsible(False)
        self.tree = QTreeWidget(self)
        self.tree.setAccessibleName(tr("指标体系预览"))
        self.tree.setFrameShape(QFrame.Shape.NoFrame)
        self.tree.setUniformRowHeights(True)
        self.tree.setIndentation(look.px(16))
        self.tree.setColumnCount(4)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in ((WEIGHT, 74), (MEASURE, 62), (RULE, 116)):
            header.resizeSection(column, look.px(width))
        self.entry = EntryView(look, self)
        self.addWidget(self.tree)
        area = scrolled(self.entry)
        area.setMinimumWidth(look.px(240))
        self.addWidget(area)
        self.setStretchFactor(0, 1)
        self.setSizes([look.px(500), look.px(300)])
        self.tree.currentItemChanged.connect(self._choose)
        self.tree.itemChanged.connect(self._changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, names and points come first."""
        super().resizeEvent(event)
        is_narrow = self.width() < self._look.px(NARROW)
        for column in (MEASURE, RULE):
            self.tree.setColumnHidden(column, is_narrow)

    def show_standard(self, standard: Standard, *, ours: bool, can_tick: bool) -> None:
        """Show a standard, all of it ticked; `ours` says that its points are this program's proposal."""
        self._standard, self._ours = standard, ours
        self._scored = {entry.id for entry in leaves(standard)}
        self._items = {}
        self.tree.blockSignals(True)
        self.tree.clear()
        title = tr("建议分值") if ours else tr("分值")
        self.tree.setHeaderLabels([tr("指标"), title, tr("计量"), tr("评分规则")])
        head = self.tree.headerItem()
        head.setTextAlignment(WEIGHT, RIGHT)
        head.setToolTip(WEIGHT, tr("建议分值（本程序拟），原文没有规定") if ours else title)
        for entry in standard.entries:
            if not is_point(standard, entry):
                self._add(standard, entry, can_tick=can_tick)
        self.tree.expandAll()
        self.tree.blockSignals(False)
        first = next((key for key in self._items if key in self._scored), "")
        if first:
            self.tree.setCurrentItem(self._items[first])
        self._choose(self._items.get(first))

    def _add(self, standard: Standard, entry: Entry, *, can_tick: bool) -> None:
        is_scored = entry.id in self._scored
        inside = [each for each in standard.under(entry.id) if each.id in self._scored]
        weight = entry.values.get("weight") if is_scored else extent(inside).weight
        points = len(standard.children(entry.id)) if is_scored else 0
        rule = f"{rule_label(entry)} {points}" if points else rule_label(entry)
        words = [f"{entry.code}　{entry.name}".strip("　"), weight_words(weight), measure_label(entry), rule]
        item = QTreeWidgetItem(words)
        item.setData(NAME, _ID, entry.id)
        item.setTextAlignment(WEIGHT, RIGHT)
        item.setToolTip(NAME, entry.name)
        item.setToolTip(RULE, rule_sentence(entry))
        if is_scored and has_note(standard, entry):
            item.setText(NAME, f"{words[NAME]} *")
            item.setForeground(NAME, self._look.color("doubt"))
            item.setToolTip(NAME, tr("文字凭记忆整理，引用前请与原表核对"))
        if not is_scored:
            for column in (NAME, WEIGHT):
                item.setFont(column, self._look.font(13, 600))
        if can_tick:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate)
            item.setCheckState(NAME, Qt.CheckState.Checked)
        above = self._items.get(entry.parent or "")
        if above is None:
            self.tree.addTopLevelItem(item)
        else:
            above.addChild(item)
        self._items[entry.id] = item

    def _changed(self, _item: QTreeWidgetItem, column: int) -> None:
        if column == NAME:
            self.ticked.emit()

    def _choose(self, item: QTreeWidgetItem | None, _before: QTreeWidgetItem | None = None) -> None:
        standard = self._standard
        if standard is None:
            return
        entry = standard.by_id[str(item.data(NAME, _ID))] if item is not None else None
        self.entry.show_entry(standard, entry, ours=self._ours)

    def item(self, code: str) -> QTreeWidgetItem:
        """The line of an indicator by its code; LookupError if there is none."""
        assert self._standard is not None
        for key, item in self._items.items():
            if self._standard.by_id[key].code == code:
                return item
        raise LookupError(code)

    def tick(self, is_on: bool) -> None:
        """Tick everything or nothing."""
        state = Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked
        for item in self._items.values():
            if item.parent() is None:
                item.setCheckState(NAME, state)

    @property
    def chosen(self) -> frozenset[str]:
        """The ids of the ticked indicators that are scored."""
        return frozenset(
            key
            for key, item in self._items.items()
            if key in self._scored and item.checkState(NAME) == Qt.CheckState.Checked
        )


class EntryView(QFrame):
    """Everything that a standard says about one indicator, under headings."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("kind", "surface")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*[look.px(each) for each in (14, 10, 14, 12)])
        self._column.setSpacing(look.px(4))
        self._parts: list[QWidget] = []
        self.texts: dict[str, str] = {}

    def show_entry(self, standard: Standard, entry: Entry | None, *, ours: bool) -> None:
        """Show an indicator of a standard; nothing for none."""
        for part in self._parts:
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts, self.texts = [], {}
        while self._column.count():
            self._column.takeAt(0)
        if entry is None:
            return
        self._label(f"{entry.code}　{entry.name}".strip("　"), "title")
        weight = weight_words(entry.values.get("weight"))
        if weight:
            words = tr("建议分值 {0}（本程序拟）") if ours else tr("分值 {0}")
            self._label(words.format(weight), "note")
        explained, note = split_note(entry.values.get("explanation"))
        if note:
            self._add(InlineMessage(self._look, "doubt", note, parent=self))
            self.texts[tr("注")] = note
        points = standard.children(entry.id) if entry.values.get("rule") == "points" else ()
        listed = "\n".join(f"{at}. {each.name}" for at, each in enumerate(points, start=1))
        formula = str(entry.values.get("formula") or "")
        rules = (tr("建议规则（本程序拟）") if ours else tr("评分规则"), rule_sentence(entry))
        for title, text in (
            (tr("指标解释"), explained),
            (tr("评价要点"), listed),
            (tr("评分标准"), split_note(entry.values.get("criteria"))[0]),
            (tr("计算公式"), formula),
            rules,
        ):
            if text:
                self._label(title, "section", gap=6)
                self._label(text, "")
                self.texts[title] = text
        self._column.addStretch(1)

    def _label(self, text: str, role: str, gap: int = 0) -> None:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        if role:
            label.setProperty("role", role)
        else:
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if gap:
            self._column.addSpacing(self._look.px(gap))
        self._add(label)

    def _add(self, part: QWidget) -> None:
        self._column.addWidget(part)
        self._parts.append(part)
