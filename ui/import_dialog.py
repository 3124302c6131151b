"""What an import would do, shown before it is done: changes, wrong cells, and the choice."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTreeWidget, QTreeWidgetItem, QWidget

from models.records import Records
from models.schema import SCHEMA
from services.importing import Plan
from ui.dialogs import Frame
from ui.importing.change_words import change_words
from ui.look import Look
from ui.words import told, worded, worded_table

SHOWN = 1000


class ImportDialog(Frame):
    """Shows a plan; accepted means: write its good rows."""

    def __init__(
        self, look: Look, name: str, plan: Plan, records: Records, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, "", parent=parent)
        self.setWindowTitle(self.tr("导入“{0}”").format(name))
        self._records = records
        self.plan = plan
        self.bad: QTreeWidget | None = None
        self.leave.setText(self.tr("取消"))
        if plan.bad:
            self._add_bad(plan)
        self._add_changes(plan)
        for note in plan.notes[:6]:
            label = QLabel(told(note), self)
            label.setProperty("role", "note")
            label.setTextFormat(Qt.TextFormat.PlainText)
            self.body.addWidget(label)
        self._set_buttons(plan)
        self.open_at_size(860, 560)

    def _set_buttons(self, plan: Plan) -> None:
        if not plan.changes:
            self.leave.setText(self.tr("关闭"))
            self.outcome.setText(self.tr("没有可以导入的变化"))
            return
        words = self.tr("将新增 {0} 行，修改 {1} 行；可一步撤销").format(plan.new_count, plan.changed_count)
        if plan.bad:
            words = self.tr("先在表格里改好有误的单元格；或只导入好的行：新增 {0} 行，修改 {1} 行").format(
                plan.new_count, plan.changed_count
            )
        self.outcome.setText(words)
        self.main.setText(self.tr("导入好的行") if plan.bad else self.tr("导入"))
        self.main.setVisible(True)
        self.main.setDefault(not plan.bad)
        self.main.setAutoDefault(not plan.bad)

    def _heading(self, text: str) -> None:
        label = QLabel(text, self)
        label.setProperty("role", "section")
        self.body.addWidget(label)

    def _list(self, titles: list[str], widths: list[int]) -> QTreeWidget:
        made = QTreeWidget(self)
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setHeaderLabels(titles)
        for at, width in enumerate(widths):
            made.setColumnWidth(at, self.look.px(width))
        made.header().setStretchLastSection(True)
        self.body.addWidget(made, 1)
        return made

    def _add_bad(self, plan: Plan) -> None:
        self._heading(self.tr("有误的单元格　{0}").format(len(plan.bad)))
        titles = [self.tr("工作表"), self.tr("行"), self.tr("列"), self.tr("怎么改")]
        self.bad = bad = self._list(titles, [120, 60, 140])
        bad.setAccessibleName(self.tr("有误的单元格"))
        for each in plan.bad[:SHOWN]:
            item = QTreeWidgetItem([each.sheet, str(each.row), worded(each.column), told(each.message)])
            item.setToolTip(3, told(each.message))
            item.setForeground(3, self.look.color("error"))
            bad.addTopLevelItem(item)

    def _add_changes(self, plan: Plan) -> None:
        self._heading(self.tr("将发生的变化　{0} 行").format(len(plan.changes)))
        self.changes = self._list([self.tr("表"), self.tr("行"), self.tr("变化")], [120, 280])
        self.changes.setAccessibleName(self.tr("将发生的变化"))
        for change in plan.changes[:SHOWN]:
            words = change_words(self._records, change)
            item = QTreeWidgetItem([worded_table(SCHEMA[change.table].label), change.title, words])
            item.setToolTip(2, words)
            self.changes.addTopLevelItem(item)
        if len(plan.changes) > SHOWN:
            more = self.tr("……另有 {0} 行").format(len(plan.changes) - SHOWN)
            self.changes.addTopLevelItem(QTreeWidgetItem(["", more, ""]))
