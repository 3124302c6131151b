"""The problems of the workspace as lines of a list, and how they are painted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from models.checks import Problem, Severity
from models.checks.problem import quoted
from models.schema import SCHEMA
from services import pinyin
from ui.context import Context
from ui.look import Look
from ui.painting import paint_severity
from ui.panels import answers
from ui.words import headed, in_chinese, told, worded

Index = QModelIndex | QPersistentModelIndex
HEAD, LINE, BAR, TEXT_LINE = 27, 49, 32, 20
MOST_LINES = 5
HEAD_LETTERS, LATIN_HEAD_LETTERS = 4, 16
"""The most letters that may stand before a name, to be left out with it; one Chinese word is about four."""


@dataclass(frozen=True, slots=True)
class Item:
    """A heading over a severity with their number, or a problem."""

    severity: Severity
    problem: Problem | None = None
    count: int = 0


@dataclass(frozen=True, slots=True)
class Words:
    """What stands in the line of a problem: its place, its short text and what was answered."""

    place: str
    answered: str
    text: str


class ProblemModel(QAbstractListModel):
    """The problems of the workspace under a heading for each severity."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context
        self.items: list[Item] = []
        self.severities: set[Severity] = {Severity.ERROR, Severity.DOUBT}
        self.waiting: bool | None = None
        self.words = ""
        self._read: Sequence[Problem] = ()
        self._take()

    def built(self) -> list[Item]:
        """The lines as they should stand now."""
        items: list[Item] = []
        for severity in Severity:
            if severity not in self.severities:
                continue
            found = [each for each in self.context.problems if each.severity == severity]
            found = [each for each in found if self._is_wanted(each)]
            if found:
                items.append(Item(severity, count=len(found)))
                items += [Item(severity, each) for each in found]
        return items

    def _is_wanted(self, problem: Problem) -> bool:
        if self.waiting is not None and self.waiting == problem.settled:
            return False
        said = f"{told(problem.message)}{worded(problem.label)}"
        return not self.words or pinyin.found(self.words, said) is not None

    def words_of(self, problem: Problem) -> Words:
        """The words of one line, found when it is looked at: of thousands few are."""
        place, records = problem.place, self.context.records
        title = told(records.title(place.table, place.row))
        text = shortened(told(problem.message), title)
        words = " › ".join(part for part in (worded(SCHEMA[place.table].label), title) if part)
        finding = answers.finding_of(self.context, problem)
        answered = worded(problem.verdict)
        if finding is not None:
            answered = self.tr("→ 问题（{0}）").format(finding["code"] or finding["title"] or "")
        return Words(words, answered, text)

    def is_current(self) -> bool:
        """Whether the lines are those that should stand now."""
        return self._read is self.context.problems or self.built() == self.items

    def reload(self) -> None:
        """Read the problems again."""
        self.beginResetModel()
        self._take()
        self.endResetModel()

    def _take(self) -> None:
        self._read, self.items = self.context.problems, self.built()

    def row_of(self, fingerprint: str) -> int:
        """The line of a problem, -1 when it is not shown."""
        marks = [item.problem.fingerprint if item.problem else "" for item in self.items]
        return marks.index(fingerprint) if fingerprint in marks else -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Headings and problems."""
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The sentence; the delegate asks for the rest."""
        item = self.items[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            if item.problem is None:
                return f"{worded(item.severity)} {item.count}"
            return told(item.problem.message)
        if role == Qt.ItemDataRole.AccessibleTextRole and item.problem is not None:
            said = self.words_of(item.problem)
            return headed(
                worded(item.severity), f"{told(item.problem.message)}　{said.place}　{said.answered}"
            )
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Problems can be chosen, headings cannot."""
        if not index.isValid() or self.items[index.row()].problem is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class ProblemDelegate(QStyledItemDelegate):
    """Paints a heading, or a problem on two lines; the current one leaves room for its buttons."""

    def __init__(self, model: ProblemModel, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._model, self._look, self._view = model, look, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Lower for headings, higher for the current problem."""
        look, item = self._look, self._model.items[index.row()]
        if item.problem is None:
            return QSize(look.px(200), look.px(HEAD))
        height = look.px(LINE)
        if self._is_current(index):
            height += look.px(BAR) + self.lines(item.problem) * look.px(TEXT_LINE) - look.px(TEXT_LINE)
        return QSize(look.px(200), height)

    def _is_current(self, index: Index) -> bool:
        return index.row() == self._view.currentIndex().row()

    def lines(self, problem: Problem) -> int:
        """How many lines the whole sentence of the current problem takes."""
        width = self._view.viewport().width() - self._look.px(34 + 14)
        metrics = QFontMetrics(self._look.font(13))
        flags = int(Qt.TextFlag.TextWordWrap)
        box = metrics.boundingRect(QRect(0, 0, max(width, 100), 1000), flags, told(problem.message))
        return max(1, min(round(box.height() / metrics.lineSpacing()), MOST_LINES))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One item."""
        item, rect = self._model.items[index.row()], QRectF(option.rect)
        painter.save()
        if item.problem is None:
            self._heading(painter, rect, item)
        else:
            self._problem(painter, rect, item, self._is_current(index))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), self._look.color("grid"))
        painter.restore()

    def _heading(self, painter: QPainter, rect: QRectF, item: Item) -> None:
        look = self._look
        painter.fillRect(rect, look.color("header"))
        box = rect.adjusted(look.px(14), 0, 0, 0)
        painter.setFont(look.font(12))
        painter.setPen(look.color("text2"))
        flags = int(Qt.AlignmentFlag.AlignVCenter)
        word = f"{worded(item.severity)} "
        painter.drawText(box, flags, word)
        taken = QFontMetricsF(look.font(12)).horizontalAdvance(word)
        painter.setFont(look.font(12, 600))
        painter.setPen(look.color("text"))
        painter.drawText(box.adjusted(taken, 0, 0, 0), flags, str(item.count))

    def _problem(self, painter: QPainter, rect: QRectF, item: Item, is_chosen: bool) -> None:
        look, problem = self._look, item.problem
        assert problem is not None
        said = self._model.words_of(problem)
        painter.fillRect(rect, look.color("selection" if is_chosen else "surface"))
        if is_chosen:
            edge = "accent" if self._view.hasFocus() else "border-strong"
            painter.fillRect(QRectF(rect.left(), rect.top(), 4, rect.height()), look.color(edge))
        top, left = rect.top() + look.px(4), rect.left() + look.px(34)
        shape = QRectF(rect.left() + look.px(14), top + look.px(4), look.px(12), look.px(12))
        paint_severity(painter, shape, problem.severity, look)
        width, line = rect.right() - look.px(14) - left, look.px(TEXT_LINE)
        role = "text2" if problem.settled else "text"
        if is_chosen:
            height = line * self.lines(problem)
            painter.setFont(look.font(13))
            painter.setPen(look.color(role))
            flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(QRectF(left, top, width, height), flags, told(problem.message))
            top += height - line
        else:
            self._line(painter, QRectF(left, top, width, line), said.text, 13, role)
        answered_width = 0.0
        if said.answered:
            metrics = QFontMetricsF(look.font(12))
            answered_width = min(metrics.horizontalAdvance(said.answered) + look.px(12), width / 2)
            box = QRectF(left + width - answered_width, top + line, answered_width, line)
            role = "accent" if said.answered.startswith("→") else "text2"
            self._line(painter, box, said.answered, 12, role, Qt.AlignmentFlag.AlignRight)
        box = QRectF(left, top + line, width - answered_width, line)
        self._line(painter, box, said.place, 12, "text2")

    def _line(
        self,
        painter: QPainter,
        rect: QRectF,
        text: str,
        px: int,
        role: str,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        font = self._look.font(px)
        painter.setFont(font)
        painter.setPen(self._look.color(role))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, int(align | Qt.AlignmentFlag.AlignVCenter), shown)


def shortened(message: str, title: str) -> str:
    """The sentence without the name of the row, which stands below it anyway."""
    head, found, tail = message.partition(quoted(title)) if title else ("", "", "")
    most = HEAD_LETTERS if in_chinese() else LATIN_HEAD_LETTERS
    tail = tail.lstrip("的，：:, ")
    return tail[0].upper() + tail[1:] if found and len(head) <= most and tail else message
