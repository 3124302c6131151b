"""Why an indicator has its score, as four lines that end in the number of the table."""

from __future__ import annotations

from dataclasses import dataclass

from models.sources import Pairs


@dataclass(frozen=True, slots=True)
class Explanation:
    """完成值 → 规则 → 计算 → 得分, each as Chinese text; an empty line is not shown.

    `value` and `unrounded` are the results at the end of the first and third line. `notes` say what
    else bears on the score (states, adjustments, why there is none); `sources` are the rows behind it.
    """

    value_line: str = ""
    value: str = ""
    rule_line: str = ""
    calculation_line: str = ""
    unrounded: str = ""
    score_line: str = ""
    score: str = ""
    notes: tuple[str, ...] = ()
    sources: Pairs = ()

    @property
    def text(self) -> str:
        """The explanation as one paragraph, as the report prints it."""
        value = f"{self.value}（{self.value_line}）" if self.value and self.value_line else self.value
        told = _told(self.calculation_line)
        calculation = f"{self.calculation_line} ＝ {self.unrounded}" if self.unrounded and not told else ""
        score = f"{self.score}（{self.score_line}）" if self.score and self.score_line else self.score
        lines = (
            _line("完成值", value or self.value_line),
            _line("规则", self.rule_line),
            _line("计算", calculation or self.calculation_line),
            _line("得分", score),
        )
        said = "；".join(line.rstrip("。；") for line in (*lines, *self.notes) if line)
        return said if not said or said[-1] in "？！" else said + "。"


def _line(label: str, text: str) -> str:
    return f"{label}：{text}" if text else ""


def _told(calculation: str) -> bool:
    """Whether a calculation already ends in its result: 得满分 5.00, 得 0 分, 按 5.00 计."""
    return "得" in calculation or calculation.endswith(("分", "计"))
