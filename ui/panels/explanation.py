"""Why an indicator has its score: 完成值 → 规则 → 计算 → 得分, the rule's curve, and the rows behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from models.evaluation import Node
from models.measure import Gap
from models.sources import Pair
from ui.context import Context
from ui.messages import InlineMessage
from ui.panels.curve import RuleCurve
from ui.panels.links import LinkText, Part, counted, show_rows
from ui.words import calculated, told, worded, worded_parts

NUMBER = r"[−-]?\d[\d,]*(?:\.\d+)?%?"


class Explanation(QWidget):
    """Four lines that end in the same number as the tree; numbers lead to their rows."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.lines: dict[str, tuple[LinkText, QLabel]] = {}
        self.notes = QVBoxLayout()
        self.notes.setSpacing(context.look.px(4))
        self.curve = RuleCurve(context.look, self)
        self.sources = LinkText(context.look, self)
        self.sources.setWordWrap(False)
        self.sources.setAlignment(Qt.AlignmentFlag.AlignTop)
        look = context.look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._build_lines())
        column.addLayout(self.notes)
        column.addSpacing(look.px(8))
        beside = QHBoxLayout()
        beside.setSpacing(look.px(24))
        beside.addWidget(self.curve)
        beside.addWidget(self.sources, 1)
        column.addLayout(beside)

    def _build_lines(self) -> QGridLayout:
        look, grid = self._context.look, QGridLayout()
        grid.setHorizontalSpacing(look.px(10))
        grid.setVerticalSpacing(0)
        grid.setColumnMinimumWidth(0, look.px(48))
        grid.setColumnStretch(1, 1)
        titles = {
            "value": self.tr("完成值"),
            "rule": self.tr("规则"),
            "calculation": self.tr("计算"),
            "score": self.tr("得分"),
        }
        for at, (key, title) in enumerate(titles.items()):
            label, text, result = QLabel(title, self), LinkText(look, self), QLabel(self)
            label.setProperty("role", "muted")
            result.setProperty("role", "rate" if key == "score" else "section")
            for part in (label, text, result):
                part.setMinimumHeight(look.px(30))
            result.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
            for column, part in enumerate((label, text, result)):
                grid.addWidget(part, at * 2, column)
            if key != "score":
                grid.addWidget(self._line(strong=key == "calculation"), at * 2 + 1, 0, 1, 3)
            self.lines[key] = (text, result)
        return grid

    def _line(self, *, strong: bool) -> QFrame:
        line = QFrame(self)
        line.setProperty("kind", "rule")
        if strong:
            line.setProperty("strong", True)
        return line

    def show_node(self, node: Node | None) -> None:
        """Explain an indicator; nothing for none."""
        self._show_notes(node)
        self.curve.show_node(node)
        if node is None:
            for text, result in self.lines.values():
                text.say("")
                result.setText("")
            self.sources.say("")
            return
        said = node.explanation
        self._say("value", said.value_line or _untold(node), worded_parts(told(said.value)))
        self._say("rule", said.rule_line, "")
        self._say("calculation", said.calculation_line, said.unrounded)
        self._say("score", said.score_line, said.score or "—")
        self._show_sources(node)

    def _say(self, key: str, words: str, result: str) -> None:
        text, number = self.lines[key]
        text.say(*self._linked(calculated(words)))
        number.setText(result)

    def _linked(self, words: str) -> Iterator[Part | str]:
        """The words with every number that stands behind a known name as a link to its rows."""
        targets = self._targets()
        names = "|".join(re.escape(name) for name in sorted(targets, key=len, reverse=True))
        at = 0
        for match in re.finditer(rf"({names}) ({NUMBER})", words) if names else ():
            yield words[at : match.start(2)]
            yield Part(match[2], partial(show_rows, self._context, targets[match[1]], self))
            at = match.end()
        yield words[at:]

    def _targets(self) -> dict[str, Sequence[Pair]]:
        facts = self._context.evaluation.facts.project
        found: dict[str, Sequence[Pair]] = {
            worded(name): fact.sources for name, fact in facts.items() if fact.sources
        }
        figures = self._context.records.live("figure")
        found.update({str(row["name"]): (("figure", row["id"]),) for row in figures if row["name"]})
        return found

    def _show_sources(self, node: Node) -> None:
        rows = [pair for pair in node.explanation.sources if pair[0] != "indicator"]
        parts: list[Part] = [Part(self.tr("来源"), role="text2")] if rows else []
        for words, found in counted(rows):
            parts.append(Part("\n"))
            parts.append(Part(words, partial(show_rows, self._context, found, self)))
        self.sources.say(*parts)

    def _show_notes(self, node: Node | None) -> None:
        while self.notes.count():
            old = self.notes.takeAt(0).widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for note in node.explanation.notes if node is not None else ():
            kind = "error" if node is not None and node.gap is Gap.BROKEN else "doubt"
            kind = kind if node is not None and (node.score is None or node.adjusted) else "hint"
            self.notes.addWidget(InlineMessage(self._context.look, kind, calculated(note), parent=self))

    def note_texts(self) -> list[str]:
        """The notes shown under the lines."""
        return [each.text for each in self.findChildren(InlineMessage) if self.notes.indexOf(each) >= 0]

    def line(self, key: str) -> str:
        """A line as it is read: words, then result."""
        text, result = self.lines[key]
        return f"{text.accessibleName()} {result.text()}".strip()


def _untold(node: Node) -> str:
    """What the value line says where the value has no calculation of its own."""
    return worded(node.row["attainment"] or "") if node.row["rule"] == "bands" else ""
