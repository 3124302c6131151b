"""Why an indicator has its score, as four lines that end in the number of the table."""

from __future__ import annotations

from dataclasses import dataclass

from models.figures import Pair


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
    sources: tuple[Pair, ...] = ()

    @property
    def text(self) -> str:
        """The explanation as one paragraph, as the report prints it."""
        lines = (
            _line("完成值", self.value_line, self.value),
            _line("规则", self.rule_line, ""),
            _line("计算", self.calculation_line, self.unrounded),
            _line("得分", self.score_line, self.score),
        )
        return "；".join(line for line in (*lines, *self.notes) if line) + "。"


def _line(label: str, text: str, result: str) -> str:
    if text and result:
        return f"{label}：{text} ＝ {result}" if label != "得分" else f"{label}：{result}（{text}）"
    return f"{label}：{text or result}" if text or result else ""
