"""Where a number of the report comes from: its calculation, and the way to its rows."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from models.report.blocks import Source
from models.schema import SCHEMA
from ui.context import Context
from ui.panels.links import LinkText, Part, show_rows


class SourceBox(QFrame):
    """Hidden until a number is chosen."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setProperty("kind", "box")
        look = context.look
        self.number = QLabel(self)
        self.number.setProperty("role", "section")
        self.how, self.way = LinkText(look, self), LinkText(look, self)
        self.way.setWordWrap(False)
        label = QLabel(self.tr("算法"), self)
        label.setProperty("role", "note")
        grid = QGridLayout(self)
        grid.setContentsMargins(look.px(10), look.px(6), look.px(10), look.px(6))
        grid.setHorizontalSpacing(look.px(24))
        grid.setVerticalSpacing(look.px(6))
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.number, 0, 0, 1, 2)
        grid.addWidget(self.way, 0, 2)
        grid.addWidget(label, 1, 0)
        grid.addWidget(self.how, 1, 1, 1, 2)
        self.hide()

    def show_source(self, text: str, source: Source) -> None:
        """Explain a number of the text."""
        self.number.setText(text)
        close = Part(self.tr("关闭"), self.hide, "text2")
        opened = self.tr("打开来源")
        if isinstance(source, str):
            fact = self._context.workspace.evaluation.facts.project.get(source)
            calculation = (
                f"{source} ＝ {fact.calculation}" if fact is not None and fact.calculation else source
            )
            self.how.say(calculation)
            rows = fact.sources if fact is not None else ()
            go = Part(opened, partial(show_rows, self._context, rows, self))
            self.way.say(*((go, Part("　　"), close) if rows else (close,)))
        else:
            table, row_id, field = source
            declared = SCHEMA[table]
            words = [declared.label, self._context.records.title(table, row_id)]
            if declared.has(field):
                words.append(declared.field(field).label)
            self.how.say(" › ".join(word for word in words if word))
            self.way.say(
                Part(opened, partial(self._context.show_row, table, row_id, field)), Part("　　"), close
            )
        self.show()
