"""The experts' scores of one indicator: typed in a grid, with mean, spread, who is missing, and release."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from models import experts
from models.fields import Row, Value
from models.records import Records
from services.workspace import Change
from ui.context import Context
from ui.grid.columns import Column
from ui.grid.grid import Grid
from ui.panels.detail import Heading, fit_height, rule
from ui.panels.links import LinkText, Part
from ui.words import listed, told

NOWHERE = "-"
"""The id of no indicator."""


class ExpertGrid(Grid):
    """While the scores are not released, one types one's own score only."""

    def _commit(self, index: QModelIndex, text: str) -> str | None:
        records = self.context.records
        is_person = index.isValid() and self.model.columns[index.column()].name == "person"
        if is_person and text.strip() and not experts.released(records):
            me = own_row(self.context)
            hits = [row["id"] for row in records.find("person", text.strip())]
            if me is None or hits != [me]:
                return self.tr("公布以前只能填自己的评分")
        return super()._commit(index, text)


def own_row(context: Context) -> str | None:
    """The row of the person at the keyboard, known by name."""
    name = context.workspace.project.person
    found = [row for row in context.records.live("person") if row["name"] == name]
    return str(found[0]["id"]) if len(found) == 1 else None


class ExpertBox(QFrame):
    """While the scores are not released, everybody sees the own one only, and nothing is counted."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "surface")
        self._context, self._row_id = context, ""
        look = context.look
        heading = Heading(look, self.tr("专家评分"), self.tr("每位专家一行"), self)
        self.summary, self.waiting = LinkText(look, self), LinkText(look, self)
        self.release = QPushButton(self)
        self.release.setProperty("small", True)
        self.release.clicked.connect(self.turn)
        self.grid = ExpertGrid(
            context,
            "expert_score",
            [Column("person", width=120), Column("score", width=76), Column("reason", stretch=True)],
            scope={"indicator": NOWHERE},
            rows=self._rows,
            defaults=self._defaults,
            entry_hint=self.tr("选择专家"),
        )
        fit_height(self.grid)
        head = QHBoxLayout()
        head.addWidget(heading, 1)
        head.addWidget(self.release)
        under = QVBoxLayout()
        under.setSpacing(look.px(4))
        under.addWidget(self.summary)
        under.addWidget(self.waiting)
        for layout in (head, under):
            layout.setContentsMargins(look.px(16), 0, look.px(16), 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(12), 0, 0)
        column.setSpacing(look.px(6))
        column.addLayout(head)
        column.addWidget(rule(self))
        column.addWidget(self.grid)
        column.addLayout(under)
        context.committed.connect(self._follow)
        context.changed.connect(self._follow)

    def show_row(self, row_id: str) -> None:
        """Show the scores of that indicator."""
        self._row_id = row_id
        self.grid.set_scope({"indicator": row_id or NOWHERE})
        self._write()

    def _rows(self, records: Records) -> Sequence[Row]:
        return [
            row
            for row in experts.visible(records, own_row(self._context))
            if row["indicator"] == self._row_id
        ]

    def _defaults(self) -> Mapping[str, Value]:
        """A new line belongs to this indicator, and before the release to the person at the keyboard."""
        mine = {} if experts.released(self._context.records) else {"person": own_row(self._context)}
        return {"indicator": self._row_id or NOWHERE, **mine}

    def _follow(self, change: Change) -> None:
        if change.touches("setting", "person"):
            self.grid.model.reload()
        self._write()

    def _write(self) -> None:
        records = self._context.records
        open_now = experts.released(records)
        self.release.setText(self.tr("改为背靠背评分") if open_now else self.tr("公布专家评分"))
        self.release.setToolTip(
            self.tr("各人只看到自己的评分，公布以前不计分")
            if open_now
            else self.tr("公布后全部评分可见，并计入得分")
        )
        self.release.setEnabled(not self._context.workspace.project.read_only)
        node = self._context.evaluation.index.get(self._row_id)
        said = "" if node is None else told(node.explanation.calculation_line or node.reason)
        role = "" if node is not None and node.score is not None else "doubt"
        self.summary.say(Part(said, role=role))
        self.summary.setVisible(bool(said))
        if not open_now and own_row(self._context) is None:
            name = self._context.workspace.project.person
            said = self.tr("“{0}”不在评价人员表里，不能评分；请先登记姓名").format(name)
            self.waiting.say(Part(said, role="doubt"))
            self.waiting.show()
            return
        absent = experts.missing(records, self._row_id) if self._row_id else ()
        names = listed(str(row["name"] or "") for row in absent)
        self.waiting.say(Part(self.tr("还没有评分：{0}").format(names), role="text2"))
        self.waiting.setVisible(bool(names))

    def turn(self) -> None:
        """Release the scores, or take that back; an edit of the history like any other."""
        open_now = experts.released(self._context.records)
        refused = self._context.choose(experts.SETTING, "否" if open_now else "是")
        if refused:
            self.summary.say(Part(refused, role="error"))
