"""One finding under the list: facts, standard, what it costs, what is advised, and its evidence."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from models import kinds
from models.report.wording import numeral
from models.schema import SCHEMA
from services.workspace import Change
from ui.context import Context
from ui.form import Form
from ui.grid.columns import Cell, Column, RowView
from ui.grid.grid import Grid
from ui.messages import Choice, InlineMessage
from ui.panels.detail import fit_height, scrolled, surface
from ui.panels.evidence_list import EvidenceList
from ui.panels.growing import fit_text
from ui.panels.links import LinkText, Part, offer
from ui.panels.row_pages import OrEmpty
from ui.words import worded

LABEL = 60


class Advice(QWidget):
    """The recommendations linked to a finding, or how to come to one."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self.row_id = context, ""
        self.text = LinkText(context.look, self)
        self.message: InlineMessage | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.text)

    def show_row(self, row_id: str) -> None:
        """Show the advice for that finding."""
        self.row_id = row_id
        records = self._context.records
        if self.message is not None:
            self.message.hide()
            self.message.deleteLater()
            self.message = None
        links = records.of("finding_recommendation", "finding", row_id) if row_id else ()
        self.text.setVisible(bool(links))
        parts: list[Part] = []
        order = [row["id"] for row in records.live("recommendation")]
        for link in links:
            target = link["recommendation"]
            number = f"（{numeral(order.index(target) + 1)}）" if target in order else ""
            title = records.title("recommendation", target)
            parts.append(Part(f"{number}{title}", partial(self._context.show_row, "recommendation", target)))
            parts += [
                Part("　"),
                Part(self.tr("移除"), partial(self.unlink, link["id"]), "text2"),
                Part("\n"),
            ]
        parts += [
            Part(self.tr("＋ 关联建议…"), self.ask),
            Part("　　"),
            Part(self.tr("新写建议"), self.write),
        ]
        self.text.say(*parts)
        if row_id and not links:
            choices = [Choice(self.tr("用已有建议…"), self.ask), Choice(self.tr("新写建议"), self.write)]
            words = self.tr("写一条建议，或者关联已有的建议")
            look = self._context.look
            self.message = InlineMessage(look, "doubt", words, choices, self.tr("还没有建议。"), self)
            self._column.addWidget(self.message)

    def ask(self) -> None:
        """Offer the recommendations that are not linked yet."""
        records = self._context.records
        linked = {
            one["recommendation"] for one in records.of("finding_recommendation", "finding", self.row_id)
        }
        rows = [row for row in records.live("recommendation") if row["id"] not in linked]
        offer(self, [(row["title"] or "", partial(self.link, row["id"])) for row in rows])

    def link(self, recommendation: str) -> None:
        """Link a recommendation."""
        with self._context.edit(self.tr("问题关联建议")) as edit:
            values = {"finding": self.row_id, "recommendation": recommendation}
            edit.insert("finding_recommendation", values)

    def unlink(self, link_id: str) -> None:
        """Take a recommendation off the finding; it stays in the list."""
        with self._context.workspace.edit(self.tr("问题取消关联建议")) as edit:
            edit.delete("finding_recommendation", link_id)

    def write(self) -> None:
        """Make a recommendation for the finding and go there."""
        title = self._context.records.get("finding", self.row_id)
        about = str(title["title"] or "") if title is not None else ""
        with self._context.edit(self.tr("新写建议")) as edit:
            made = edit.insert("recommendation", {"title": f"解决“{about}”"})
            edit.insert("finding_recommendation", {"finding": self.row_id, "recommendation": made})
        self._context.show_row("recommendation", made, "text")


class FindingDetail(QWidget):
    """The form of the current finding."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self.row_id = context, ""
        form = partial(Form, context, "finding", label_width=LABEL)
        self.forms = (
            form(("fact", "criterion")),
            form(("category", "severity", "status")),
            form(("fund", "contract", "amount")),
            form(("cause", "effect")),
        )
        for each, name, least in (
            (self.forms[0], "fact", 2),
            (self.forms[0], "criterion", 1),
            (self.forms[3], "cause", 1),
            (self.forms[3], "effect", 1),
        ):
            fit_text(context.look, each.editors[name], least)
        self.deductions = Grid(
            context,
            "deduction",
            [
                Column("indicator", self.tr("扣分指标"), stretch=True),
                Column("points", self.tr("扣分"), 76),
                Column("lost", self.tr("指标失分"), 84, compute=_lost, align=Qt.AlignmentFlag.AlignRight),
            ],
            scope={"finding": None},
            entry_hint=self.tr("选择指标，输入编号或名称"),
        )
        fit_height(self.deductions)
        self.advice = Advice(context)
        self.evidence = EvidenceList(context, "finding")
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._header())
        self.area = self._body()
        column.addWidget(self.area, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(OrEmpty(context, "finding", content, self))
        context.changed.connect(self._follow)
        self.show_row("")

    def _header(self) -> QHBoxLayout:
        look = self._context.look
        row = QHBoxLayout()
        row.setContentsMargins(look.px(16), look.px(10), look.px(16), look.px(8))
        row.setSpacing(look.px(10))
        self.title = QLabel(self)
        self.title.setProperty("role", "title")
        self.origin = QLabel(self)
        self.origin.setProperty("role", "note")
        self.button = QPushButton(self)
        self.button.setProperty("small", True)
        self.button.clicked.connect(self.advance)
        row.addWidget(self.title, 1)
        row.addWidget(self.origin)
        row.addWidget(self.button)
        return row

    def _body(self) -> QScrollArea:
        look = self._context.look
        page = surface()
        grid = QGridLayout(page)
        grid.setContentsMargins(look.px(16), 0, look.px(16), look.px(12))
        grid.setHorizontalSpacing(look.px(10))
        grid.setVerticalSpacing(look.px(8))
        grid.setColumnMinimumWidth(0, look.px(LABEL))
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        facts, sorts, about, reasons = self.forms
        grid.addWidget(facts, 0, 0, 1, 3)
        grid.addWidget(sorts, 1, 0, 1, 2)
        grid.addWidget(about, 1, 2)
        rest = ((self.tr("扣分"), self.deductions), (self.tr("建议"), self.advice))
        for at, (words, widget) in enumerate((*rest, (self.tr("佐证"), self.evidence)), 2):
            label = QLabel(words, page)
            label.setProperty("role", "note")
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            label.setContentsMargins(0, look.px(6) if widget is self.deductions else 0, 0, 0)
            grid.addWidget(label, at, 0)
            grid.addWidget(widget, at, 1, 1, 2)
        grid.addWidget(reasons, 5, 0, 1, 3)
        grid.setRowStretch(6, 1)
        return scrolled(page)

    def show_row(self, row_id: str) -> None:
        """Show that finding; an empty form that takes nothing for none."""
        self.row_id = row_id
        for form in self.forms:
            form.show_row(row_id)
        self.deductions.set_scope({"finding": row_id or None})
        self.deductions.setEnabled(bool(row_id))
        self.evidence.show_row(row_id)
        self._write()

    def _follow(self, change: Change) -> None:
        if self.row_id and self._context.records.get("finding", self.row_id) is None:
            self.show_row("")
        else:
            self._write()

    def _write(self) -> None:
        records = self._context.records
        row = records.get("finding", self.row_id)
        self.advice.show_row(self.row_id if row is not None else "")
        self.advice.setVisible(row is not None)
        self.area.widget().setEnabled(row is not None)
        if row is None:
            self.title.setText(self.tr("没有选中问题"))
            self.origin.setText("")
            self.button.hide()
            return
        code = f"（{row['code']}）" if row["code"] else ""
        self.title.setText(f"{code}{row['title'] or ''}")
        drafted = [worded(each.label) for each in self._context.problems if each.fingerprint == row["origin"]]
        self.origin.setText(self.tr("来自校核：{0}").format(drafted[0]) if drafted else "")
        following = self._next_status()
        self.button.setVisible(bool(following) and not self._context.workspace.project.read_only)
        self.button.setText(self.tr("标为{0}").format(worded(following)))

    def _next_status(self) -> str:
        row = self._context.records.get("finding", self.row_id)
        words = SCHEMA["finding"].field("status").choices
        now = row["status"] if row is not None else None
        at = words.index(now) + 1 if now in words else 0
        return words[at] if at < len(words) else ""

    def advance(self) -> None:
        """Set the finding to the next status."""
        following = self._next_status()
        if following:
            self._context.typed("finding", self.row_id, "status", following)


def _lost(view: RowView) -> Cell:
    node = view.evaluation.index.get(view.row["indicator"] or "")
    lost = node.lost if node is not None else None
    return Cell("" if lost is None else kinds.show_number(lost), lost)
