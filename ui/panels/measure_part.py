"""How an indicator's value comes about: only the fields that its way of measuring needs."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models import rules
from models.fields import Row
from models.measure import method
from models.rules import Need
from services.workspace import Change
from ui.context import Context
from ui.form import Form
from ui.panels.detail import Heading
from ui.panels.formula_editor import FormulaEditor
from ui.panels.links import GAP, LinkText, Part
from ui.words import calculated, told, worded_parts

FIELDS = ("measure", "survey", "value", "unit", "attainment", "share", "target")
BY_FORMULA = ("公式", "日期")
STANDARD = "deduct"
"""Its standard may stand in the parameters or in the indicator's 标准值."""


class MeasurePart(QWidget):
    """计量方式, and what belongs to it: a formula, a survey, a typed value, a judgement."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._row_id = context, ""
        look = context.look
        self.heading = Heading(look, self.tr("计量"), parent=self)
        self.formula = FormulaEditor(context, self)
        self.form = Form(context, "indicator", ("measure",), parent=self)
        self.rest = Form(context, "indicator", FIELDS[1:], parent=self)
        self.survey = LinkText(look, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        for widget in (self.heading, self.form, self.formula, self.rest, self.survey):
            column.addWidget(widget)
        context.committed.connect(self._follow)

    def show_row(self, row_id: str) -> None:
        """Show how that indicator is measured."""
        self._row_id = row_id
        for part in (self.form, self.formula, self.rest):
            part.show_row(row_id)
        self._arrange()

    def _follow(self, change: Change) -> None:
        if change.touches("indicator", "survey", "survey_question"):
            self._arrange()

    def _arrange(self) -> None:
        row = self._context.records.get("indicator", self._row_id)
        if row is None:
            return
        needs = rules.RULES[row["rule"]].needs if row["rule"] in rules.RULES else (Need.VALUE,)
        how = method(row)
        judged = Need.ATTAINMENT in needs or Need.POINTS in needs
        self.formula.setVisible(not judged and how in BY_FORMULA)
        self.formula.set_dates(how == "日期")
        self.rest.show_fields(_fields(row, needs, how))
        self.heading.note.setText(self._note(row, needs, how))
        self._show_survey(not judged and how == "问卷")

    def _note(self, row: Row, needs: tuple[Need, ...], how: str) -> str:
        if Need.POINTS in needs:
            return self.tr("由各条要点决定，见“要点”页")
        if Need.ATTAINMENT in needs:
            return self.tr("评价人员选结论和档内比例")
        if Need.SERIES in needs:
            return self.tr('公式写成 序列("2021年", "2022年")')
        if row["rule"] == "yesno" and how == "录入":
            return self.tr("完成值填 是 或 否")
        return self.tr("没有选时，按已填的栏推定") if not row["measure"] else ""

    def _show_survey(self, is_survey: bool) -> None:
        self.survey.setVisible(is_survey)
        node = self._context.evaluation.index.get(self._row_id)
        if not is_survey or node is None:
            return
        said = node.explanation
        if node.value is None:
            self.survey.say(Part(calculated(node.reason), role="doubt"))
        else:
            line = f"{GAP}{calculated(said.value_line)}" if said.value_line else ""
            self.survey.say(
                Part(f"= {worded_parts(told(node.value_text))}", bold=True), Part(line, role="text2")
            )


def _fields(row: Row, needs: tuple[Need, ...], how: str) -> set[str]:
    """The fields under 计量方式 that matter for this row."""
    if Need.POINTS in needs:
        return set()
    if Need.ATTAINMENT in needs:
        return {"attainment", "share"}
    found = {"unit"} if how != "无" else set()
    if how == "问卷":
        found.add("survey")
    if how == "录入" and Need.SCORES not in needs:
        found.add("value")
    if Need.TARGET in needs or row["rule"] == STANDARD or row["target"] is not None:
        found.add("target")
    return found
