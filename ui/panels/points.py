"""The 要点 of one indicator: shares, how far each is fulfilled, faults; judged by the keys 1, 2 and 3."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models import figures, kinds, rules
from models.evaluation import Node, Role
from models.figures import exact
from services.workspace import Change
from ui.context import Context
from ui.form import Form
from ui.grid.columns import Cell, Column, RowView
from ui.grid.grid import Grid
from ui.panels.detail import column_of, fit_height, rule, scrolled
from ui.panels.links import GAP, LinkText, Part
from ui.panels.rule_form import RuleForm
from ui.panels.tree import FULFILMENTS

NOWHERE = "-"
"""The id of no indicator: a branch has no 要点."""

POINT_FIELDS = ("code", "name", "weight", "fulfilment", "partial", "state", "explanation")
FAULTS = "faults"
WHOLE = Fraction(100)


class PointsGrid(Grid):
    """Rows to type into; 1, 2 and 3 judge the current one where no number is typed."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """1 符合, 2 部分符合, 3 不符合; the next 要点 is then current."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            word, row_id = FULFILMENTS.get(Qt.Key(event.key())), self.current_row_id()
            index = self.view.currentIndex()
            typed = self.model.columns[index.column()].name if index.isValid() else ""
            if word and row_id and typed in ("name", "fulfilment", "score"):
                self.context.typed("indicator", row_id, "fulfilment", word)
                return True
        return super().eventFilter(watched, event)


class PointsPage(QWidget):
    """The grid of 要点, what their shares add up to, and the current one's own rule."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._row_id, self._above = context, "", NOWHERE
        look = context.look
        self.grid = self._build_grid()
        self.note, self.faults = LinkText(look, self), LinkText(look, self)
        self.form = Form(context, "indicator", POINT_FIELDS)
        self.rule_form = RuleForm(context)
        self.grid.rowSelected.connect(self._show_point)
        fit_height(self.grid)
        parts = (8, self.note, 10, self.form, 6, self.faults, 12, self.rule_form)
        self._area = scrolled(column_of(look, *parts))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.grid)
        column.addWidget(rule(self))
        column.addWidget(self._area, 1)
        context.changed.connect(self._follow)

    def _build_grid(self) -> PointsGrid:
        right = Qt.AlignmentFlag.AlignRight
        columns = (
            Column("name", self.tr("要点"), stretch=True),
            Column("weight", self.tr("占比 %"), 58),
            Column("fulfilment", self.tr("符合情况"), 76),
            Column("partial", self.tr("比例"), 58),
            Column("value", self.tr("处数"), 48),
            Column("score", self.tr("得分"), 52, compute=_score, align=right),
        )
        hint = self.tr("在此输入新要点")
        return PointsGrid(self._context, "indicator", columns, scope={"parent": NOWHERE}, entry_hint=hint)

    def show_points(self, above: str, point: str) -> None:
        """Show the 要点 of an indicator, "" for none, and go to one of them."""
        self._above = above or NOWHERE
        self.grid.set_scope({"parent": self._above})
        self._show_point("")
        self._write_note()
        if point:
            self.grid.select(point)

    def _show_point(self, row_id: str) -> None:
        self._row_id = row_id
        self.form.show_row(row_id)
        self.rule_form.show_row(row_id)
        self.form.setVisible(bool(row_id))
        self._write_faults()

    def _follow(self, _change: Change) -> None:
        self._write_note()
        self._write_faults()

    def _node(self, row_id: str) -> Node | None:
        return self._context.evaluation.index.get(row_id)

    def _write_note(self) -> None:
        """What the shares come to, with the keys."""
        node = self._node(self._above)
        points = [each for each in node.children if each.role is Role.POINT] if node is not None else []
        self.note.setVisible(bool(points))
        shares = [exact(each.row["weight"]) for each in points]
        given = [share for share in shares if share is not None]
        total = sum(given, Fraction(0))
        shown = kinds.canonical(figures.decimal(total))
        keys = Part(GAP + self.tr("按 1 符合　2 部分符合　3 不符合").replace("　", GAP), role="text2")
        if not given:
            self.note.say(Part(self.tr("占比未填，各要点平均"), role="text2"), keys)
        elif len(given) < len(shares):
            left = kinds.canonical(figures.decimal(max(WHOLE - total, Fraction(0))))
            said = self.tr("已填占比 {0}%，其余要点平均分 {1}%").format(shown, left)
            self.note.say(Part(said, role="text2" if total <= WHOLE else "error"), keys)
        else:
            off = abs(total - WHOLE) > Fraction(len(given), 100)
            said = self.tr("占比合计 {0}%").format(shown) + (self.tr("，应为 100%") if off else " ✓")
            self.note.say(Part(said, role="error" if off else "done"), keys)

    def _write_faults(self) -> None:
        row = self._context.records.get("indicator", self._row_id)
        can = row is not None and not self._context.workspace.project.read_only
        self.faults.setVisible(can)
        if row is None:
            return
        if row["rule"]:
            said, run = self.tr("改回按符合情况评定"), self.drop_rule
        else:
            said, run = self.tr("改为按处扣分…"), self.count_faults
        self.faults.say(Part(said, run))

    def count_faults(self) -> None:
        """Let the current 要点 be scored by its number of faults."""
        self._set(self.tr("按处扣分"), {"rule": FAULTS, "parameters": rules.RULES[FAULTS].example})
        self.grid.select(self._row_id, "value")

    def drop_rule(self) -> None:
        """Let the current 要点 be judged as a whole again."""
        self._set(self.tr("按符合情况评定"), {"rule": None, "parameters": None, "value": None})

    def _set(self, words: str, cells: dict[str, str | Decimal | None]) -> None:
        title = self._context.records.title("indicator", self._row_id)
        row_id = self._row_id
        with self._context.edit(self.tr("要点“{0}” · {1}").format(title, words)) as edit:
            edit.update("indicator", row_id, cells)
        self.rule_form.show_row(row_id)


def _score(view: RowView) -> Cell:
    node = view.evaluation.index.get(view.row["id"])
    return Cell("" if node is None or node.score is None else kinds.show_number(node.score))
