"""What stands on the papers page: one kind per table, its columns, its icon, its panel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtWidgets import QSplitter, QWidget

from models import kinds
from models.evaluation import Evaluation
from models.fields import NUMERIC, Kind
from models.records import Records
from models.schema import SCHEMA
from ui.context import Context
from ui.grid.columns import Cell, Column, RowView
from ui.grid.grid import Grid
from ui.panels.paper_details import BackedForm, EvidenceForm, RosterForm, SurveyForm
from ui.panels.row_pages import RowForm
from ui.words import worded_table

Panel = Callable[[Context, str], QWidget]
STATE_TONES = {
    "已提供": "done",
    "部分提供": "doubt",
    "未提供": "error",
    "已制定": "done",
    "要素不完整": "doubt",
    "未制定": "error",
}
WIDE = ("remark", "gap", "missing", "enforced", "duty", "reason", "condition")
READ_ONLY = ("attachment",)


@dataclass(frozen=True, slots=True)
class PaperKind:
    """One kind of papers: a table with its icon, the table of what belongs to each row, and its panel."""

    table: str
    icon: str
    words: str = ""
    inner: str = ""
    panel: Panel = RowForm


_N = QT_TRANSLATE_NOOP
KINDS = (
    PaperKind("request", "papers", panel=BackedForm),
    PaperKind("regulation", "contract", panel=BackedForm),
    PaperKind("evidence", "evidence", panel=EvidenceForm),
    PaperKind("visit", "people", panel=BackedForm),
    PaperKind("voucher_check", "money", panel=BackedForm),
    PaperKind("roster", "check", _N("Papers", "签到名单"), "roster_entry", RosterForm),
    PaperKind("survey", "finding", "", "survey_question", SurveyForm),
    PaperKind("figure", "solve"),
    PaperKind("basis", "standards"),
    PaperKind("person", "people"),
    PaperKind("vendor", "vendor"),
    PaperKind("cap", "lock"),
    PaperKind("project", "report", _N("Papers", "项目信息")),
    PaperKind("setting", "settings"),
    PaperKind("attachment", "photo"),
    PaperKind("evidence_link", "link"),
)


def words_of(kind: PaperKind) -> str:
    """The words of a kind in the list at the left."""
    return (
        QCoreApplication.translate("Papers", kind.words)
        if kind.words
        else worded_table(SCHEMA[kind.table].label)
    )


def columns_for(table: str) -> tuple[Column, ...]:
    """The columns of a table's grid: tailored ones, else every short field, the first one stretched."""
    if table == "request":
        return _request_columns()
    if table == "regulation":
        return tuple(
            Column(name, width=width, stretch=not width, tone=_state_tone if name == "state" else None)
            for name, width in (
                ("title", 0),
                ("field", 84),
                ("state", 92),
                ("issued_on", 90),
                ("missing", 190),
            )
        )
    return tuple(_plain(table, at) for at, _ in enumerate(SCHEMA[table].fields) if _is_short(table, at))


def _is_short(table: str, at: int) -> bool:
    field = SCHEMA[table].fields[at]
    return field.kind is not Kind.LONGTEXT and field.name not in ("sha256", "roster", "survey")


def _plain(table: str, at: int) -> Column:
    field = SCHEMA[table].fields[at]
    title = next(
        (each for each in SCHEMA[table].title if each not in ("code",)), SCHEMA[table].fields[0].name
    )
    width = 84 if field.kind in NUMERIC or field.kind in (Kind.DATE, Kind.CHOICE, Kind.BOOL) else 120
    width = 64 if field.name == "code" else 180 if field.name in WIDE else width
    total = field.kind in (Kind.MONEY,)
    return Column(field.name, width=width, stretch=field.name == title, total=total)


def _request_columns() -> tuple[Column, ...]:
    def say(text: str) -> str:
        return QCoreApplication.translate("Papers", text)

    return (
        Column("fund_code", say("项目"), 44, compute=_fund_code, total_cell=_nothing),
        Column("name", stretch=True, total_cell=_counted),
        Column("state", width=92, tone=_state_tone, total_cell=_provided),
        Column("received_on", width=90, total_cell=_rate),
        Column("evidence", say("佐证"), 48, compute=_backed, align=Qt.AlignmentFlag.AlignHCenter),
        Column("gap", width=150, total_cell=_missing),
    )


def _fund_code(view: RowView) -> Cell:
    row = view.records.get("fund", view.row["fund"])
    return Cell(str(row["code"] or "") if row is not None else "–", tone="muted")


def _state_tone(view: RowView) -> str:
    return STATE_TONES.get(view.row["state"] or "", "")


def _backed(view: RowView) -> Cell:
    count = len(view.records.of("evidence_link", "on_row", view.row["id"]))
    return Cell(str(count) if count else "", count, "muted")


def _provided(records: Records, evaluation: Evaluation) -> Cell:
    due, given = (evaluation.facts.project[name].value for name in ("资料应提供数", "资料已提供数"))
    if not due or given is None:
        return Cell()
    return Cell(f"{given} / {due}")


def _missing(records: Records, evaluation: Evaluation) -> Cell:
    found = [row["state"] for row in records.live("request")]
    parts = [
        QCoreApplication.translate("Papers", words).format(found.count(state))
        for state, words in (("部分提供", _N("Papers", "部分 {0}")), ("未提供", _N("Papers", "未提供 {0}")))
        if state in found
    ]
    return Cell("　".join(parts))


def _rate(records: Records, evaluation: Evaluation) -> Cell:
    due, given = (evaluation.facts.project[name].value for name in ("资料应提供数", "资料已提供数"))
    return Cell(kinds.show_rate(100 * given / due)) if due and given is not None else Cell()


def _nothing(records: Records, evaluation: Evaluation) -> Cell:
    return Cell()


def _counted(records: Records, evaluation: Evaluation) -> Cell:
    words = QCoreApplication.translate("Papers", "合计　{0} 项")
    return Cell(words.format(len(records.live("request"))))


class PaperPage:
    """The grid of a kind, the grid of what belongs to the chosen row, and the panel."""

    def __init__(self, context: Context, kind: PaperKind) -> None:
        self.kind = kind
        label = worded_table(SCHEMA[kind.table].label)
        read_only = kind.table in READ_ONLY
        hint = QCoreApplication.translate("Papers", "在此输入新{0}").format(label)
        totals = kind.table == "request"
        self.grid = Grid(
            context,
            kind.table,
            columns_for(kind.table),
            entry_hint="" if read_only else hint,
            total_label=QCoreApplication.translate("Papers", "合计") if totals else "",
            read_only=read_only,
        )
        self.inner: Grid | None = None
        self.body: QWidget = self.grid
        self.panel = kind.panel(context, kind.table)
        self.grid.rowSelected.connect(self._chosen)
        if kind.inner:
            self.body = self._with_inner(context, kind)
        first = next(iter(context.records.live(kind.table)), None)
        if first is not None:
            self.grid.select(first["id"])

    def _with_inner(self, context: Context, kind: PaperKind) -> QWidget:
        hint = QCoreApplication.translate("Papers", "在此输入，或从 Excel 粘贴{0}")
        self.inner = Grid(
            context,
            kind.inner,
            columns_for(kind.inner),
            scope={kind.table: None},
            entry_hint=hint.format(worded_table(SCHEMA[kind.inner].label)),
        )
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.grid)
        splitter.addWidget(self.inner)
        splitter.setSizes([150, 420])
        return splitter

    def _chosen(self, row_id: str) -> None:
        if isinstance(self.panel, RowForm):
            self.panel.show_row(row_id)
        if self.inner is not None:
            self.inner.set_scope({self.kind.table: row_id or None})

    def show_row(self, table: str, row_id: str, field: str, records: Records) -> bool:
        """Go to a row of the table or of what belongs to it."""
        if table != self.kind.table:
            row = records.get(table, row_id)
            if self.inner is None or row is None or not self.grid.select(row[self.kind.table] or ""):
                return False
            return self.inner.select(row_id, field)
        return self.grid.select(row_id, field)
