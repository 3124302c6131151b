"""Two standards side by side: what only one has, and what both have but say differently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from models.schema import SCHEMA
from models.standard import Changed, Entry, Standard, compare
from ui.look import Look
from ui.panels.quiet_combo import QuietCombo
from ui.standards.words import rule_sentence, tr, weight_words
from ui.words import worded

Line = tuple[str, str, str, str]
"""Indicator, what differs, the first standard's text, the second's."""


def lines(first: Standard, second: Standard) -> tuple[list[Line], str]:
    """The differences of two standards as lines of a table, and their counts in one sentence."""
    found = compare(first, second)
    listed: list[Line] = []
    for changed in found.changed:
        name = _named(changed.before)
        for what, before, after in _fields(changed):
            listed.append((name, what, before, after))
            name = ""
    listed += [(_named(each), tr("只有前者有"), _told(each), "") for each in found.removed]
    listed += [(_named(each), tr("只有后者有"), "", _told(each)) for each in found.added]
    said = tr("相同 {0} 项，不同 {1} 项，只有前者有 {2} 项，只有后者有 {3} 项（含要点）")
    return listed, said.format(found.same, len(found.changed), len(found.removed), len(found.added))


def _named(entry: Entry) -> str:
    return f"{entry.code}　{entry.name}".strip("　")


def _told(entry: Entry) -> str:
    weight = weight_words(entry.values.get("weight"))
    return "　".join(part for part in (tr("分值 {0}").format(weight) if weight else "", rule_sentence(entry))
                    if part)  # fmt: skip


def _fields(changed: Changed) -> Iterator[tuple[str, str, str]]:
    """The fields that differ; rule and parameters as one sentence, which people can read."""
    fields = SCHEMA["indicator"]
    rule_labels = {fields.field("rule").label, fields.field("parameters").label}
    is_told = False
    for label, before, after in changed.fields:
        if label not in rule_labels:
            yield worded(label), before, after
        elif not is_told:
            is_told = True
            yield (
                worded(fields.field("rule").label),
                rule_sentence(changed.before),
                rule_sentence(changed.after),
            )


class Differences(QWidget):
    """Chooses what to compare with, and shows the table of differences."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._first: Standard | None = None
        self._others: Sequence[Standard] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(8), 0, 0)
        column.setSpacing(look.px(6))
        row = QHBoxLayout()
        row.setContentsMargins(look.px(14), 0, look.px(14), 0)
        row.setSpacing(look.px(8))
        words = QLabel(tr("与"), self)
        self.other = QuietCombo(self)
        self.other.setAccessibleName(tr("与哪个指标体系比较"))
        self.other.setMinimumWidth(look.px(280))
        self.count = QLabel(self)
        self.count.setProperty("role", "note")
        self.count.setWordWrap(True)
        row.addWidget(words)
        row.addWidget(self.other)
        row.addWidget(self.count, 1)
        column.addLayout(row)
        self.table = QTreeWidget(self)
        self.table.setAccessibleName(tr("两个指标体系的差别"))
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setColumnCount(4)
        for at, width in enumerate((190, 90, 250)):
            self.table.setColumnWidth(at, look.px(width))
        column.addWidget(self.table, 1)
        self.other.currentIndexChanged.connect(self._show)

    def show_standard(self, first: Standard, others: Sequence[Standard]) -> None:
        """Compare this standard; `others` are what it can be compared with."""
        chosen = self.other.currentText()
        self._first, self._others = first, [each for each in others if each.id != first.id]
        self.other.blockSignals(True)
        self.other.clear()
        self.other.addItems([each.title for each in self._others])
        self.other.setCurrentText(chosen)
        self.other.blockSignals(False)
        self._show()

    def _show(self) -> None:
        self.table.clear()
        at = self.other.currentIndex()
        self.count.setText("" if at >= 0 else tr("没有别的指标体系可以比较"))
        if self._first is None or at < 0:
            return
        second = self._others[at]
        titles = [tr("指标"), tr("差别"), self._first.title, second.title]
        self.table.setHeaderLabels(titles)
        for column, title in enumerate(titles):
            self.table.headerItem().setToolTip(column, title)
        listed, said = lines(self._first, second)
        self.count.setText(said)
        for line in listed:
            item = QTreeWidgetItem([" ".join(text.split()) for text in line])
            for column, text in enumerate(line):
                item.setToolTip(column, text)
            self.table.addTopLevelItem(item)

    def texts(self) -> list[Line]:
        """The lines of the table as they are read."""
        found = (self.table.topLevelItem(at) for at in range(self.table.topLevelItemCount()))
        return [(each.text(0), each.text(1), each.text(2), each.text(3)) for each in found if each]
