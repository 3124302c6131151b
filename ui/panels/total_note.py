"""What limits the total: caps and vetoes in force, and the way to their table."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models import kinds
from services.workspace import Change
from ui.context import Context
from ui.panels.detail import Heading
from ui.panels.links import GAP, LinkText, Part
from ui.words import calculated


class TotalNote(QWidget):
    """One line per ceiling that is in force or cannot be judged, each a link to its row."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.heading = Heading(context.look, self.tr("总分"), parent=self)
        self.words = LinkText(context.look, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.look.px(4))
        column.addWidget(self.heading)
        column.addWidget(self.words)
        context.changed.connect(self._follow)
        self._write()

    def _follow(self, _change: Change) -> None:
        self._write()

    def _write(self) -> None:
        found = self._context.evaluation
        total, scored = kinds.show_number(found.total), kinds.show_number(found.scored)
        limited = found.total < found.scored
        said = self.tr("各项得分合计 {0}，封顶后 {1}").format(scored, total) if limited else total
        self.heading.note.setText(said)
        parts: list[Part] = []
        for each in found.ceilings:
            role = "error" if each.limit is not None else "doubt"
            parts.append(Part(calculated(each.sentence), partial(self._open, each.row_id), role=role))
            parts.append(Part("\n"))
        if not found.ceilings:
            count = len(self._context.records.live("cap"))
            none, idle = (
                self.tr("没有封顶和否决条件"),
                self.tr("{0} 个封顶和否决条件都不成立").format(count),
            )
            parts.append(Part((idle if count else none) + GAP, role="text2"))
        parts.append(Part(self.tr("封顶与否决表"), partial(self._open, "")))
        self.words.say(*parts)

    def _open(self, row_id: str) -> None:
        self._context.show_row("cap", row_id)
