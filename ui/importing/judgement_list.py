"""What was decided in reading, one line each: severity, sentence, and how else it could be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from models.untidy.reading import Judgement
from ui.look import Look
from ui.messages import SeverityMark
from ui.slices import Slices
from ui.words import headed, told, worded

ORDER = {"error": 0, "doubt": 1, "hint": 2}
AT_ONCE, MORE = 12, 60
"""Lines that are made at once, and how many more a person asks for at a time; those are made in slices."""


class JudgementList(QScrollArea):
    """The judgements, the gravest first; `decided` otherwise by key and value, `shown` asks for a cell."""

    decided = Signal(str, str)
    shown = Signal(int, int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("读入时的判断"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.buttons: dict[str, list[QPushButton]] = {}
        self.sentences: list[str] = []
        self._rest: list[Judgement] = []
        self._more: QPushButton | None = None
        self._slices = Slices(self)

    def fill(self, judgements: Sequence[Judgement]) -> None:
        """Show these; where a button had the focus, the one in its place has it again."""
        focus = next(
            (key for key, those in self.buttons.items() if any(each.hasFocus() for each in those)), ""
        )
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, self._look.px(4), 0)
        column.setSpacing(self._look.px(2))
        self.buttons, self.sentences, self._more = {}, [], None
        self._rest = sorted(judgements, key=lambda one: ORDER[one.severity])
        column.addStretch(1)
        self.setWidget(page)
        steps = self._add(page, column, MORE)
        for _ in range(AT_ONCE):
            next(steps, None)
        self._slices.run(steps)
        if self.buttons.get(focus):
            self.buttons[focus][0].setFocus()

    def _add(self, page: QWidget, column: QVBoxLayout, most: int) -> Iterator[None]:
        """So many more lines, one at a time, and a button where others are left."""
        if self._more is not None:
            self._more.deleteLater()
            self._more = None
        lines, self._rest = self._rest[:most], self._rest[most:]
        for each in lines:
            column.insertWidget(column.count() - 1, self._line(each, page))
            self.sentences.append(told(each.sentence))
            yield
        if self._rest:
            words = self.tr("再看 {0} 条，共余 {1} 条").format(min(MORE, len(self._rest)), len(self._rest))
            self._more = QPushButton(words, page)
            self._more.setProperty("small", True)
            self._more.setAutoDefault(False)
            self._more.clicked.connect(lambda _checked=False: self._slices.run(self._add(page, column, MORE)))
            column.insertWidget(column.count() - 1, self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def _line(self, judgement: Judgement, parent: QWidget) -> QWidget:
        look = self._look
        line = QWidget(parent)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        row.addWidget(SeverityMark(look, judgement.severity, line), 0, Qt.AlignmentFlag.AlignTop)
        label = QLabel(told(judgement.sentence), line)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row.addWidget(label, 1)
        buttons = [*self._choices(judgement, line), *self._look_button(judgement, line)]
        for button in buttons:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.buttons[judgement.key] = buttons
        return line

    def _choices(self, judgement: Judgement, line: QWidget) -> list[QPushButton]:
        others = [one for one in judgement.options if one.value != judgement.chosen]
        if not others:
            return []
        button = QPushButton(line)
        button.setProperty("small", True)
        button.setAutoDefault(False)
        if len(others) == 1:
            button.setText(self.tr("改为{0}").format(worded(told(others[0].words))))
            value = others[0].value
            button.clicked.connect(lambda _checked=False: self.decided.emit(judgement.key, value))
        else:
            button.setText(self.tr("改…"))
            menu = QMenu(button)
            for one in others:
                action = menu.addAction(worded(told(one.words)))
                action.triggered.connect(lambda _c=False, v=one.value: self.decided.emit(judgement.key, v))
            button.setMenu(menu)
        button.setAccessibleName(headed(button.text(), told(judgement.sentence)))
        return [button]

    def _look_button(self, judgement: Judgement, line: QWidget) -> list[QPushButton]:
        if not judgement.cells:
            return []
        button = QPushButton(self.tr("查看"), line)
        button.setProperty("small", True)
        button.setAutoDefault(False)
        button.setAccessibleName(self.tr("查看：{0}").format(told(judgement.sentence)))
        cells, state = judgement.cells, {"at": -1}

        def show_next() -> None:
            state["at"] = (state["at"] + 1) % len(cells)
            self.shown.emit(*cells[state["at"]])

        button.clicked.connect(lambda _checked=False: show_next())
        return [button]
