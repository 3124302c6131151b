"""扣分与问题: the findings that take points from an indicator, and what still has no finding."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from models import figures, kinds
from models.evaluation import Node, Role
from models.fields import Row
from ui.context import Context
from ui.messages import Choice, InlineMessage
from ui.panels.detail import Heading
from ui.panels.links import LinkText, Part, offer


class LostPoints(QWidget):
    """One line per finding with the points it takes; a message where points are lost without one."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._node: Node | None = None
        self.lines: list[tuple[LinkText, str]] = []
        self.message: InlineMessage | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_node(self, node: Node | None) -> None:
        """Show what an indicator loses and to which findings."""
        self._node = node
        while self._column.count():
            old = self._column.takeAt(0).widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.lines, self.message = [], None
        rows = self._rows()
        is_lost = node is not None and node.role is Role.LEAF and node.lost > 0
        self.setVisible(bool(rows) or is_lost)
        if self.isHidden():
            return
        self._column.addWidget(Heading(self._context.look, self.tr("扣分与问题"), parent=self))
        self._column.addSpacing(self._context.look.px(6))
        for row in rows:
            self._column.addWidget(self._line(row))
        if is_lost and not rows and node is not None:
            self.message = self._unlinked(node)
            self._column.addWidget(self.message)

    def _rows(self) -> tuple[Row, ...]:
        return self._context.records.of("deduction", "indicator", self._node.id) if self._node else ()

    def _line(self, row: Row) -> QFrame:
        look, records = self._context.look, self._context.records
        box = QFrame(self)
        box.setProperty("kind", "box")
        inside = QHBoxLayout(box)
        inside.setContentsMargins(look.px(10), look.px(4), look.px(10), look.px(4))
        finding = records.get("finding", row["finding"])
        code = f"（{finding['code']}）" if finding is not None and finding["code"] else ""
        title = f"{code}{finding['title'] or ''}" if finding is not None else self.tr("问题已删除")
        text, number = LinkText(look, box), QLabel(box)
        text.say(Part(title, partial(self._context.show_row, "finding", row["finding"])))
        points = figures.exact(row["points"])
        shown = "" if points is None else kinds.show_number(kinds.round_half_up(-points))
        number.setText(shown)
        number.setProperty("role", "error")
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        inside.addWidget(text, 1)
        inside.addWidget(number)
        self.lines.append((text, shown))
        return box

    def _unlinked(self, node: Node) -> InlineMessage:
        lost = kinds.show_number(node.lost)
        words = self.tr("失分 {0} 还没有关联问题").format(lost)
        choices = [Choice(self.tr("关联问题…"), self.ask)]
        return InlineMessage(self._context.look, "doubt", words, choices, parent=self)

    def ask(self) -> None:
        """Offer the findings that could take the points."""
        records = self._context.records
        choices = [
            (records.title("finding", row["id"]), partial(self.link, row["id"]))
            for row in records.live("finding")
        ]
        offer(self, choices)

    def link(self, finding_id: str) -> None:
        """Let a finding take all points that the indicator loses and no finding has yet."""
        node = self._node
        if node is None:
            return
        taken = sum((figures.exact(row["points"]) or figures.ZERO for row in self._rows()), figures.ZERO)
        rest = kinds.round_half_up(node.lost - figures.decimal(taken))
        label = self.tr("扣分关联“{0}”").format(self._context.records.title("finding", finding_id))
        with self._context.edit(label) as edit:
            values = {"finding": finding_id, "indicator": node.id, "points": rest if rest > 0 else None}
            edit.insert("deduction", values)
        self._context.toast(label, self.tr("撤销"), self._context.workspace.undo)
