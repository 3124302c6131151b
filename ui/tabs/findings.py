"""问题: what the checks found at the left; findings, advice, opinions and rectification at the right."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from models import figures, kinds
from models.records import Records
from models.report.wording import numeral
from models.sources import Pair
from services.workspace import Change
from ui.grid.columns import Cell, Column, RowView
from ui.grid.grid import Grid
from ui.panels import answers
from ui.panels.advice_detail import AdviceDetail
from ui.panels.detail import rule
from ui.panels.finding_detail import FindingDetail
from ui.panels.problem_list import ProblemList
from ui.panels.row_pages import GridOverForm, RowForm
from ui.panels.sub_tabs import SubTabs
from ui.tab import Tab, Tool

RIGHT, CENTER = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter


class FindingsTab(Tab):
    """Problems beside findings, each leading to the other."""

    key = "findings"
    tables = (
        "finding", "deduction", "recommendation", "finding_recommendation",
        "opinion", "rectification", "verdict",
    )  # fmt: skip

    @property
    def title(self) -> str:
        """The words on the tab."""
        return self.tr("问题")

    def build(self) -> None:
        """Tool bar, problem list, and the pages at the right."""
        self.problems = ProblemList(self.context, self)
        self._build_pages()
        self.add_toolbar(
            [
                Tool("add", self.tr("新增问题"), self._add_finding),
                Tool("advice", self.tr("新增建议"), self._add_advice),
                None,
                self.evidence_tool(),
                Tool("void", self.tr("作废…"), self._void),
            ],
            filter_hint=self.tr("筛选校核和问题"),
        )
        assert self.filter_field is not None
        self.filter_field.textChanged.connect(self._filter)
        self.attach_grid(lambda: self._pages[list(self._pages)[self.bar.currentIndex()]][1])
        right = QFrame(self)
        right.setProperty("kind", "surface")
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(rule(right))
        column.addWidget(self.stack, 1)
        splitter = self.add_panes(self.problems, right, (470, 889), (600, 1313))
        splitter.setStretchFactor(0, 0)
        splitter.setStretchFactor(1, 1)
        self.problems.drafted.connect(lambda row_id: self.show_row("finding", row_id))
        for table, (_words, grid, _) in self._pages.items():
            first = next(iter(self.context.records.live(table)), None)
            if first is not None:
                grid.select(first["id"], grid.model.columns[0].name)

    def _build_pages(self) -> None:
        self.bar = SubTabs(self.tr("问题页面"), self)
        self.stack = QStackedWidget(self)
        self.findings = self._findings_grid()
        self.detail = FindingDetail(self.context)
        self.advice = self._advice_grid()
        self.opinions = self._plain_grid(
            "opinion", self.tr("在此输入反馈意见"), finding=150, text=0, decision=90
        )
        self.rectifications = self._plain_grid(
            "rectification",
            self.tr("在此输入整改措施"),
            finding=150,
            measure=0,
            responsible=90,
            due_on=90,
            status=84,
        )
        self.verdicts = self._plain_grid("verdict", "", check=170, decision=84, reason=0, person=84)
        self._pages: dict[str, tuple[str, Grid, str]] = {}
        self._add_page("finding", self.tr("问题"), self.findings, self.detail, (272, 300))
        self._add_page("recommendation", self.tr("建议"), self.advice, AdviceDetail(self.context), (290, 280))
        for table, words, grid in (
            ("opinion", self.tr("意见反馈"), self.opinions),
            ("rectification", self.tr("整改"), self.rectifications),
            ("verdict", self.tr("校核结论"), self.verdicts),
        ):
            self._add_page(table, words, grid, RowForm(self.context, table), (250, 320))
        self.bar.currentChanged.connect(self._turned)

    def _add_page(self, table: str, words: str, grid: Grid, detail: QWidget, shares: tuple[int, int]) -> None:
        self._pages[table] = (words, grid, words)
        self.bar.addTab(words)
        self.stack.addWidget(GridOverForm(grid, detail, shares, self))
        grid.selectionSummary.connect(
            lambda text: self.status.emit(self._hint(), text if "　" in text else self._sums())
        )

    def _findings_grid(self) -> Grid:
        columns = (
            Column("code", self.tr("编号"), 40, align=CENTER),
            Column("title", self.tr("问题"), stretch=True),
            Column("category", self.tr("类别"), 84),
            Column("severity", self.tr("程度"), 56, align=CENTER),
            Column("amount", self.tr("涉及金额"), 78),
            Column("points", self.tr("扣分"), 64, compute=_points, align=RIGHT, marks=("deduction",)),
            Column("advice", self.tr("建议"), 92, compute=_advice, marks=("",)),
            Column("status", self.tr("状态"), 76, align=CENTER),
        )
        hint = self.tr("在此输入新问题")
        return Grid(self.context, "finding", columns, entry_hint=hint, defaults=self._new_finding)

    def _advice_grid(self) -> Grid:
        columns = (
            Column("number", self.tr("编号"), 56, compute=_number),
            Column("title", self.tr("建议"), stretch=True, marks=("",)),
            Column("responsible", self.tr("责任单位"), 110),
            Column("due_on", self.tr("期限"), 90),
            Column("findings", self.tr("对应问题"), 92, compute=_solves),
        )
        return Grid(self.context, "recommendation", columns, entry_hint=self.tr("在“建议”栏输入新建议"))

    def _plain_grid(self, table: str, hint: str, **widths: int) -> Grid:
        columns = [Column(name, width=width or 90, stretch=not width) for name, width in widths.items()]
        return Grid(self.context, table, columns, entry_hint=hint)

    def _new_finding(self) -> dict[str, str]:
        return {"code": answers.next_code(self.context), "status": "草拟"}

    # What is shown

    def refresh(self, change: Change | None) -> None:
        """Counts on the sub-tabs and the sums in the status line."""
        for at, (table, (words, _grid, _)) in enumerate(self._pages.items()):
            count = len(self.context.records.live(table))
            self.bar.setTabText(at, f"{words} {count}" if count else words)
        self.status.emit(*self.status_words())

    def _turned(self, at: int) -> None:
        self.stack.setCurrentIndex(at)

    def _filter(self, text: str) -> None:
        self.problems.set_filter(text)
        for _words, grid, _ in self._pages.values():
            grid.set_filter(text)

    def _hint(self) -> str:
        return self.tr("校核随每次修改自动进行，不妨碍录入")

    def _sums(self) -> str:
        records, evaluation = self.context.records, self.context.evaluation
        lost = sum((root.lost for root in evaluation.roots), kinds.round_half_up(0))
        found = (figures.exact(row["points"]) or figures.ZERO for row in records.live("deduction"))
        linked = kinds.round_half_up(sum(found, figures.ZERO))
        shown = [kinds.show_number(each) for each in (lost, linked, lost - linked)]
        return self.tr("失分 {0}　已关联问题 {1}　未关联 {2}").format(*shown)

    def status_words(self) -> tuple[str, str]:
        """That checks run by themselves, and how much of what is lost has a finding."""
        return (self._hint(), self._sums()) if self._is_built else ("", "")

    def page(self, table: str) -> None:
        """Turn to the page of a table."""
        self.bar.setCurrentIndex(list(self._pages).index(table))

    def show_row(self, table: str, row_id: str, field: str = "") -> None:
        """Go to a row; links between rows lead to the finding."""
        self.ensure_built()
        if table in ("deduction", "finding_recommendation"):
            row = self.context.records.get(table, row_id)
            table, row_id = "finding", row["finding"] if row is not None else ""
        self.page(table)
        grid = self._pages[table][1]
        if not grid.select(row_id, field) and self.filter_field is not None:
            self.filter_field.show_all()
            grid.select(row_id, field)
        grid.view.setFocus()

    # What the buttons do

    def _add_finding(self) -> None:
        self.page("finding")
        self.findings.insert_row()

    def _add_advice(self) -> None:
        self.page("recommendation")
        self.advice.insert_row()

    def row_shown(self) -> Pair | None:
        """The finding in the form."""
        return "finding", self.detail.row_id

    def _void(self) -> None:
        self.page("finding")
        self.findings.delete_rows()


def _points(view: RowView) -> Cell:
    rows = view.records.of("deduction", "finding", view.row["id"])
    total = sum((figures.exact(row["points"]) or figures.ZERO for row in rows), figures.ZERO)
    if not total:
        return Cell("–", figures.ZERO, "muted")
    return Cell(kinds.show_number(kinds.round_half_up(-total)), total, "error")


def _numbers(records: Records, ids: list[str], table: str) -> str:
    order = [row["id"] for row in records.live(table)]
    return "".join(f"（{numeral(order.index(one) + 1)}）" for one in ids if one in order)


def _advice(view: RowView) -> Cell:
    rows = view.records.of("finding_recommendation", "finding", view.row["id"])
    words = _numbers(view.records, [row["recommendation"] for row in rows], "recommendation")
    return Cell(words) if words else Cell(QCoreApplication.translate("FindingsTab", "缺"), tone="doubt")


def _number(view: RowView) -> Cell:
    return Cell(_numbers(view.records, [view.row["id"]], "recommendation"), tone="muted")


def _solves(view: RowView) -> Cell:
    rows = view.records.of("finding_recommendation", "recommendation", view.row["id"])
    found = [view.records.get("finding", row["finding"]) for row in rows]
    words = "".join(f"（{row['code'] or '?'}）" for row in found if row is not None)
    return Cell(words) if words else Cell(QCoreApplication.translate("FindingsTab", "缺"), tone="doubt")
