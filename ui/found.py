"""What was found, as the lines of a list: under a heading for each table, the hit in bold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from models.fields import Kind
from models.records import OWNERS
from models.schema import SCHEMA
from models.search import Hit, Hits, Marked, Query, marked
from models.search.notes import CHAPTER, FACT, FIELD, PROBLEM, fact_of
from services import pinyin
from ui.look import Look
from ui.panels.payments import money_cell
from ui.searching import Searcher
from ui.words import headed, told, worded, worded_table

Index = QModelIndex | QPersistentModelIndex
SHOWN = 6
HEADING, FOUND, MORE, NOTHING = "heading", "found", "more", "nothing"
NAMED_BY = ("code", "number", "name", "title")
ROW = 28


@dataclass(frozen=True, slots=True)
class Found:
    """One line: a heading, a hit with its title and what stands there, or how many more there are."""

    kind: str
    title: Marked
    label: str = ""
    text: Marked = Marked("")
    place: tuple[str, str, str] = ("", "", "")
    table: str = ""

    @property
    def words(self) -> str:
        """All of it, as it is read aloud."""
        about = headed(self.label, self.text.text) if self.text.text else self.label
        return "　".join(word for word in (self.title.text, about) if word)


@dataclass(slots=True)
class FoundLines:
    """Makes lines of what was found; what it says comes from the rows as they are now."""

    searcher: Searcher
    query: Query
    groups: list[Hits] = field(default_factory=list)
    opened: set[str] = field(default_factory=set)

    def add(self, hits: Hits) -> None:
        """One more table; those with a cell that is just what was typed stand first."""
        self.groups.append(hits)
        self.groups.sort(key=lambda each: each.best(1)[0].fit)

    def lines(self) -> list[Found]:
        """Headings and hits."""
        return [line for hits in self.groups for line in self._group(hits)]

    def _group(self, hits: Hits) -> list[Found]:
        label, page = self._names(hits.table)
        count = _tr("{0} 处").format(f"{hits.count:,}")
        heading = Found(HEADING, Marked("　".join(word for word in (label, page) if word)), count)
        best = hits.best() if hits.table in self.opened else hits.best(SHOWN)
        lines = [line for hit in best if (line := self._line(hit)) is not None]
        left = hits.count - len(best)
        if left <= 0:
            return [heading, *lines]
        words = _tr("还有 {0} 处…") if hits.table not in self.opened else _tr("还有 {0} 处，请再输入几个字")
        kind = MORE if hits.table not in self.opened else NOTHING
        return [heading, *lines, Found(kind, Marked(words.format(f"{left:,}")), table=hits.table)]

    def _names(self, table: str) -> tuple[str, str]:
        words = {PROBLEM: _tr("校核"), FACT: _tr("计算结果"), FIELD: _tr("栏目"), CHAPTER: _tr("报告正文")}
        if table in words:
            return words[table], ""
        page = self.searcher.page(table)
        return worded_table(SCHEMA[table].label), _tr("在“{0}”页").format(page)

    def _line(self, hit: Hit) -> Found | None:
        noted = {PROBLEM: self._problem, FACT: self._fact, FIELD: self._field, CHAPTER: self._chapter}
        return noted.get(hit.table, self._row)(hit)

    def _row(self, hit: Hit) -> Found | None:
        records = self.searcher.records
        row = records.get(hit.table, hit.row)
        if row is None:
            return None
        table, name = SCHEMA[hit.table], hit.field
        title = told(records.title(hit.table, hit.row))
        if not any(table.has(each) for each in NAMED_BY):
            owners = (records.title(each.table, row[each.name]) for each in OWNERS[hit.table])
            title = "　".join(word for word in (next(filter(None, owners), ""), title) if word)
        place = (hit.table, hit.row, name)
        if name in table.title:
            return Found(FOUND, self._marked(title), place=place, table=hit.table)
        shown = self._marked(records.shown(hit.table, table.field(name), row))
        title, label = title or worded_table(table.label), worded(table.field(name).label)
        return Found(FOUND, Marked(title), label, shown, place, hit.table)

    def _marked(self, text: str) -> Marked:
        return marked(text, self.query, pinyin.initials)

    def _problem(self, hit: Hit) -> Found | None:
        problems = self.searcher.context.problems
        problem = next((each for each in problems if each.fingerprint == hit.row), None)
        if problem is None:
            return None
        place = problem.place
        title = Marked(worded(problem.severity))
        return Found(FOUND, title, worded(problem.label), self._marked(told(problem.message)),
                     (place.table, place.row, place.field), PROBLEM)  # fmt: skip

    def _fact(self, hit: Hit) -> Found | None:
        fact = fact_of(self.searcher.context.evaluation.facts, hit.row)
        if fact is None:
            return None
        fund_id = hit.row.partition("/")[0]
        title = self.searcher.records.title("fund", fund_id) if fund_id else _tr("全部资金")
        first = next(iter(self.searcher.records.live("fund")), None)
        place = ("fund", fund_id or (str(first["id"]) if first else ""), "")
        records = self.searcher.records
        shown = money_cell(records, fact.value).text if fact.kind is Kind.MONEY else fact.shown
        return Found(FOUND, Marked(title), worded(fact.name), self._marked(shown), place, FACT)

    def _chapter(self, hit: Hit) -> Found:
        """A paragraph of the report; a chapter that nobody has touched has no row but its key."""
        rows = (row["id"] for row in self.searcher.records.all("section") if row["key"] == hit.row)
        place = ("section", str(next(rows, hit.row)), "text")
        return Found(FOUND, self._marked(hit.field), place=place, table=CHAPTER)

    def _field(self, hit: Hit) -> Found | None:
        table, _, name = hit.row.partition(".")
        rows = self.searcher.records.live(table)
        place = (table, str(rows[0]["id"]) if rows else "", name)
        title = self._marked(
            f"{worded_table(SCHEMA[table].label)} · {worded(SCHEMA[table].field(name).label)}"
        )
        return Found(
            FOUND, title, _tr("在“{0}”页").format(self.searcher.page(table)), place=place, table=FIELD
        )


def _tr(words: str) -> str:
    return QCoreApplication.translate("Found", words)


class FoundModel(QAbstractListModel):
    """The lines as Qt wants them; headings cannot be chosen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: Sequence[Found] = ()

    def show_lines(self, lines: Sequence[Found]) -> None:
        """Show these lines."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a line."""
        spoken = (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        )
        return self.lines[index.row()].words if index.isValid() and role in spoken else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Hits can be chosen, headings not."""
        able = index.isValid() and self.lines[index.row()].kind in (FOUND, MORE)
        return (Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable) if able else Qt.ItemFlag.NoItemFlags

    def step(self, start: int, by: int) -> int:
        """The nearest line that can be chosen, so many from there; the start where there is none."""
        able = [at for at, line in enumerate(self.lines) if line.kind in (FOUND, MORE)]
        if not able:
            return start
        if by == 0:
            return able[0]
        before = [at for at in able if at < start]
        at = (len(before) + by) if start in able else (len(before) + by - (by > 0))
        return able[min(max(at, 0), len(able) - 1)]


class FoundDelegate(QStyledItemDelegate):
    """Paints headings and hits; what was found is bold and underlined."""

    def __init__(self, model: FoundModel, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._look = model, look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line."""
        return QSize(self._look.px(200), self._look.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One line."""
        line, rect, look = self._model.lines[index.row()], QRectF(option.rect), self._look
        painter.save()
        if line.kind == HEADING:
            painter.fillRect(rect, look.color("header"))
            self._marked(painter, rect.adjusted(look.px(10), 0, 0, 0), line.title, "text2", 12)
            painter.setFont(look.font(12))
            room = rect.adjusted(0, 0, -look.px(10), 0)
            painter.drawText(
                room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), line.label
            )
        else:
            if option.state & QStyle.StateFlag.State_Selected:
                painter.fillRect(rect, look.color("selection"))
            self._hit(painter, rect.adjusted(look.px(20), 0, -look.px(10), 0), line)
        painter.restore()

    def _hit(self, painter: QPainter, rect: QRectF, line: Found) -> None:
        look = self._look
        if line.kind != FOUND:
            self._marked(painter, rect, line.title, "accent" if line.kind == MORE else "text2", 12)
            return
        if not line.label:
            self._marked(painter, rect, line.title, "text", 13)
            return
        share = 0.1 if line.table == PROBLEM else 0.4 if line.text.text else 0.6
        left = QRectF(rect.left(), rect.top(), rect.width() * share, rect.height())
        self._marked(painter, left, line.title, "text", 13)
        right = rect.adjusted(left.width() + look.px(10), 0, 0, 0)
        label = Marked(f"{line.label}　" if line.text.text else line.label)
        used = self._marked(painter, right, label, "text2", 12)
        self._marked(painter, right.adjusted(used, 0, 0, 0), line.text, "text", 13)

    def _marked(self, painter: QPainter, rect: QRectF, text: Marked, role: str, size: int) -> float:
        """Draw a text, its hit bold and underlined, as far as there is room; gives the width."""
        look, left = self._look, rect.left()
        painter.setPen(look.color(role))
        pieces = (
            (text.text[: text.start], False), (text.text[text.start : text.end], True),
            (text.text[text.end :], False),
        )  # fmt: skip
        for piece, is_hit in pieces:
            room = rect.right() - left
            if not piece or room <= 0:
                continue
            font = look.font(size, 600 if is_hit else 400)
            font.setUnderline(is_hit)
            metrics = QFontMetricsF(font)
            shown = metrics.elidedText(piece, Qt.TextElideMode.ElideRight, room)
            painter.setFont(font)
            place = QRectF(left, rect.top(), room, rect.height())
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
            left += metrics.horizontalAdvance(shown)
        return left - rect.left()
