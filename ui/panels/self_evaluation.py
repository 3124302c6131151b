"""项目支出绩效自评表 of one fund: the official form on the screen, with every score and why it is so."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.evaluation import Evaluation
from models.records import Records
from models.self_evaluation import LEVELS, UNSORTED, Line, form
from models.self_evaluation import Form as Sheet
from services.workspace import Change
from ui.context import Context
from ui.form import Form
from ui.grid.columns import Cell, Column, Group, RowView
from ui.grid.grid import Grid
from ui.messages import InlineMessage
from ui.panels.detail import Heading, column_of, fit_height, scrolled
from ui.panels.four_lines import FourLines
from ui.panels.money_table import MoneyTable, points
from ui.words import told, worded

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
ZERO = Decimal("0.00")
OBJECTIVE = ("operator", "target", "actual", "unit", "attainment", "weight", "score", "reason")
WHAT, PDF, EXCEL = "self-evaluation", ".pdf", ".xlsx"


class SelfEvaluation(QWidget):
    """The form of the selected fund; `opened` asks for an objective's cell where it is typed."""

    opened = Signal(str, str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.fund = context, ""
        self._known: tuple[Records, str, Sheet | None] = (context.records, "", None)
        look = context.look
        self.notes = QVBoxLayout()
        self.notes.setSpacing(look.px(4))
        notes = QWidget(self)
        notes.setLayout(self.notes)
        self.notes.setContentsMargins(0, 0, 0, 0)
        self.money = MoneyTable(context, self)
        self.execution = FourLines(look, self)
        self.goals = Form(context, "fund", ("goal", "implementation", "result"), label_width=84)
        self.objectives = self._build_objectives()
        self.why_title = Heading(look, self.tr("为什么是这个分"), "", self)
        self.why = FourLines(look, self)
        self.objective = Form(context, "objective", OBJECTIVE, label_width=84)
        page = column_of(
            look, 10, self._head(), 4, notes, 8, Heading(look, self.tr("项目资金"), self.tr("分值 10")), 4,
            self.money, 6, self.execution, 14, Heading(look, self.tr("绩效指标")), 6, self.objectives,
            14, self.why_title, 4, self.why, 10, self.objective,
            14, Heading(look, self.tr("年度总体目标")), 6, self.goals,
        )  # fmt: skip
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled(page))

    def _head(self) -> QWidget:
        look = self.context.look
        head = QWidget(self)
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Heading(look, self.tr("绩效自评表"), "", head), 1)
        self.total = QLabel(head)
        self.total.setProperty("role", "section")
        row.addWidget(self.total)
        row.addSpacing(look.px(10))
        self.export_button = QPushButton(look.icon("export"), self.tr("导出…"), head)
        self.export_button.setProperty("small", True)
        self.export_button.setToolTip(self.tr("导出这一份；全部资金项目的在“项目”菜单里"))
        self.menu = menu = QMenu(self.export_button)
        for words, suffix in ((self.tr("PDF…"), PDF), (self.tr("Excel…"), EXCEL)):
            action = menu.addAction(words)
            action.triggered.connect(lambda _checked=False, suffix=suffix: self.export(suffix))
        self.export_button.clicked.connect(self._open_menu)
        row.addWidget(self.export_button)
        return head

    def _build_objectives(self) -> Grid:
        tr, computed = self.tr, self._computed
        grid = Grid(
            self.context,
            "objective",
            [
                Column("name", self.tr("三级指标"), stretch=True),
                Column("target_text", tr("年度指标值"), 80, computed(lambda line: worded(line.target_text)),
                       align=RIGHT),
                Column("actual_text", tr("实际完成值"), 80, computed(lambda line: worded(line.actual_text)),
                       align=RIGHT),
                Column("weight", width=60, total_cell=self._total_weight),
                Column("form_score", self.tr("得分"), 60, self._score_cell, align=RIGHT,
                       total_cell=self._total_score),
            ],
            scope={"fund": ""},
            groups=self._groups,
            total_label=self.tr("总分"),
            parent=self,
        )  # fmt: skip
        fit_height(grid)
        grid.rowSelected.connect(self._choose)
        grid.activated.connect(self._open)
        return grid

    # The form as it is calculated now

    @property
    def sheet(self) -> Sheet | None:
        """The form of the fund as the rows stand; None without a fund."""
        records = self.context.records
        if self._known[0] is not records or self._known[1] != self.fund:
            row = records.get("fund", self.fund)
            facts = self.context.evaluation.facts
            made = form(records, facts, row) if row is not None and self.fund in facts.funds else None
            self._known = (records, self.fund, made)
        return self._known[2]

    def line(self, row_id: str) -> Line | None:
        """The line of an objective."""
        lines = self.sheet.lines if self.sheet is not None else ()
        return next((line for line in lines if line.row["id"] == row_id), None)

    def _groups(self, records: Records) -> list[Group]:
        made = []
        lines = self.sheet.lines if self.sheet is not None else ()
        for level in (*LEVELS, UNSORTED):
            inside = [line for line in lines if line.level1 == level]
            if inside:
                weight = sum((line.weight or ZERO for line in inside), ZERO)
                scores = [line.score for line in inside if line.score is not None]
                score = points(sum(scores, ZERO)) if scores else "—"
                cells = {"weight": Cell(points(weight)), "form_score": Cell(score)}
                made.append(Group(level, worded(level), [line.row["id"] for line in inside], cells))
        return made

    def _computed(self, text: Callable[[Line], str]) -> Callable[[RowView], Cell]:
        def cell(view: RowView) -> Cell:
            line = self.line(view.row["id"])
            return Cell(text(line) if line is not None else "")

        return cell

    def _score_cell(self, view: RowView) -> Cell:
        line = self.line(view.row["id"])
        if line is None:
            return Cell()
        if line.score is None:
            return Cell("—", tone="doubt")
        return Cell(points(line.score), line.score, "doubt" if view.row["score"] is not None else "")

    def _total_weight(self, records: Records, evaluation: Evaluation) -> Cell:
        return Cell(points(self.sheet.weight)) if self.sheet is not None else Cell()

    def _total_score(self, records: Records, evaluation: Evaluation) -> Cell:
        return Cell(points(self.sheet.total)) if self.sheet is not None else Cell()

    # What is shown

    def show_fund(self, fund: str) -> None:
        """Show the form of a fund; nothing for an empty id."""
        if fund != self.fund:
            self.fund = fund
            self.objectives.set_scope({"fund": fund})
            self.goals.show_row(fund)
            self._choose("")
        self.refresh(None)

    def refresh(self, change: Change | None) -> None:
        """Money, notes and reasons as they stand; the grid follows by itself."""
        sheet = self.sheet
        self.money.show_sheet(sheet)
        self.execution.show_explanation(sheet.execution_explanation if sheet is not None else None)
        while self.notes.count():
            old = self.notes.takeAt(0).widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for note in sheet.notes if sheet is not None else ():
            self.notes.addWidget(
                InlineMessage(self.context.look, "hint", self.tr("{0}。").format(told(note)), parent=self)
            )
        self.total.setText(self._total_words(sheet))
        self._choose(self.objective.row_id)

    def _total_words(self, sheet: Sheet | None) -> str:
        if sheet is None:
            return ""
        words = self.tr("{0} / {1}").format(points(sheet.total), points(sheet.weight))
        if sheet.open_points:
            words += self.tr("，未评 {0}").format(points(sheet.open_points))
        return words

    def note_texts(self) -> list[str]:
        """What is to be looked at before the form leaves."""
        return [each.text for each in self.findChildren(InlineMessage) if self.notes.indexOf(each) >= 0]

    def _choose(self, row_id: str) -> None:
        line = self.line(row_id)
        if line is None and self.sheet is not None and self.sheet.lines:
            line = self.sheet.lines[0]
        for part in (self.why_title, self.objective):
            part.setVisible(line is not None)
        self.why.show_explanation(line.explanation if line is not None else None)
        self.why_title.note.setText(line.name if line is not None else "")
        shown_row = line.row["id"] if line is not None else ""
        if self.objective.row_id != shown_row:
            self.objective.show_row(shown_row)

    def _open(self, row_id: str, column: str) -> None:
        names = {"target_text": "target", "actual_text": "actual", "form_score": "score"}
        self.opened.emit(row_id, names.get(column, column))

    def export(self, suffix: str) -> None:
        """Write this fund's form to a file."""
        self.context.ask_export(WHAT, suffix, self.fund)

    def _open_menu(self) -> None:
        self.menu.popup(self.export_button.mapToGlobal(QPoint(0, self.export_button.height())))
