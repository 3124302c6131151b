"""One recommendation: its form, and the findings it answers."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from services.workspace import Change
from ui.context import Context
from ui.panels.detail import Heading
from ui.panels.links import LinkText, Part, offer
from ui.panels.row_pages import RowForm


class AdviceDetail(RowForm):
    """The recommendation's fields over links to its findings."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self.findings = LinkText(context.look)
        heading = Heading(context.look, "")
        super().__init__(context, "recommendation", below=(12, heading, 4, self.findings), parent=parent)
        heading.title.setText(self.tr("对应问题"))
        self.row_id = ""
        context.committed.connect(self._follow_links)

    def show_row(self, row_id: str) -> None:
        """Show that recommendation."""
        super().show_row(row_id)
        self.row_id = row_id
        self._write_links()

    def _follow_links(self, _change: Change) -> None:
        self._write_links()

    def _write_links(self) -> None:
        parts: list[Part] = []
        records = self._context.records
        for link in (
            records.of("finding_recommendation", "recommendation", self.row_id) if self.row_id else ()
        ):
            title = records.title("finding", link["finding"])
            parts.append(Part(title, partial(self._context.show_row, "finding", link["finding"])))
            parts += [
                Part("　"),
                Part(self.tr("移除"), partial(self.unlink, link["id"]), "text2"),
                Part("\n"),
            ]
        if self.row_id:
            parts.append(Part(self.tr("＋ 关联问题…"), self.ask))
        self.findings.say(*parts)

    def ask(self) -> None:
        """Offer the findings."""
        records = self._context.records
        choices = [
            (records.title("finding", row["id"]), partial(self.link, row["id"]))
            for row in records.live("finding")
        ]
        offer(self, choices)

    def link(self, finding_id: str) -> None:
        """Link a finding to the recommendation."""
        with self._context.edit(self.tr("问题关联建议")) as edit:
            edit.insert("finding_recommendation", {"finding": finding_id, "recommendation": self.row_id})

    def unlink(self, link_id: str) -> None:
        """Take a finding off the recommendation."""
        with self._context.workspace.edit(self.tr("问题取消关联建议")) as edit:
            edit.delete("finding_recommendation", link_id)
