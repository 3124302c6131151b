"""How a score came about in four lines: 完成值, 规则, 计算, 得分."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from models.explanation import Explanation
from ui.look import Look
from ui.words import calculated, in_chinese, sayings, told, worded_parts


def paragraph(said: Explanation) -> str:
    """The explanation as one paragraph in the language of the screen."""
    if in_chinese():
        return said.text
    lines = (
        f"{calculated(said.value_line)} {worded_parts(told(said.value))}",
        calculated(said.rule_line),
        f"{calculated(said.calculation_line)} = {said.unrounded}" if said.unrounded else "",
        f"{calculated(said.score_line)} {said.score}",
        *map(calculated, said.notes),
    )
    return sayings(line.strip() for line in lines if line.strip())


class FourLines(QWidget):
    """Words at the left, what they come to at the right; the last line ends in the score."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: dict[str, tuple[QLabel, QLabel]] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(10))
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        titles = {
            "value": self.tr("完成值"),
            "rule": self.tr("规则"),
            "calculation": self.tr("计算"),
            "score": self.tr("得分"),
        }
        for at, (key, title) in enumerate(titles.items()):
            label, words, result = QLabel(title, self), QLabel(self), QLabel(self)
            label.setProperty("role", "muted")
            result.setProperty("role", "rate" if key == "score" else "section")
            result.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            words.setWordWrap(True)
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setMinimumHeight(look.px(28))
            for column, part in enumerate((label, words, result)):
                grid.addWidget(part, at * 2, column)
            if key != "score":
                line = QFrame(self)
                line.setProperty("kind", "rule")
                line.setProperty("strong", key == "calculation")
                grid.addWidget(line, at * 2 + 1, 0, 1, 3)
            self.lines[key] = (words, result)

    def show_explanation(self, said: Explanation | None) -> None:
        """Explain a score; hidden for none."""
        self.setVisible(said is not None)
        if said is None:
            return
        score_line = sayings(calculated(part) for part in (said.score_line, *said.notes) if part)
        for key, words, result in (
            ("value", said.value_line, said.value),
            ("rule", said.rule_line, ""),
            ("calculation", said.calculation_line, said.unrounded),
            ("score", score_line, said.score or "—"),
        ):
            text, number = self.lines[key]
            text.setText(calculated(words))
            number.setText(worded_parts(told(result)))

    def line(self, key: str) -> str:
        """A line as it is read: words, then result."""
        words, result = self.lines[key]
        return f"{words.text()} {result.text()}".strip()
