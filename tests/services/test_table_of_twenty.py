"""A table of 100 points with twenty indicators under every rule kind, entered by workbook, scored by hand.

`table_of_twenty.csv` is the sheet 指标 as people type it, with the hand-computed score in the last column.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from main import main
from models.rules import RULES

HEADER, *ROWS = csv.reader((Path(__file__).parent / "table_of_twenty.csv").open(encoding="utf-8", newline=""))
OTHERS: dict[str, Sequence[Sequence[object]]] = {
    "项目": [["报告标题*", "被评价单位*", "预算年度*"], ["二十项指标", "某局", 2018]],
    "资金项目": [["编号*", "项目名称*"], ["F1", "系统建设"]],
    "资金指标": [
        ["资金项目*", "指标文号*", "类型*", "金额*"],
        ["F1", "甲1号", "年初预算", "875.18"],
        ["F1", "甲2号", "预算追加", "1449.49"],
    ],
    "支出明细": [["资金项目*", "支出内容*", "金额*"], ["F1", "支出", "2053.30"]],
    "满意度调查": [["名称*", "调查对象"], ["服务对象", "群众"]],
    "问卷题目": [
        ["满意度调查*", "题目*", "非常满意", "比较满意", "一般", "不太满意", "不满意"],
        ["服务对象", "总体", 500, 60, 20, 12, 8],
    ],
    "基础数据": [["名称*", "数值*"], ["2020年", 10], ["2021年", 12], ["2022年", 12]],
    "评价人员": [["姓名*", "角色"], *([f"专家{each}", "专家"] for each in "甲乙丙丁")],
    "专家评分": [
        ["指标*", "专家*", "得分*"],
        *(["D2", f"专家{who}", score] for who, score in zip("甲乙丙丁", ("4", "3.2", "3", "1"), strict=True)),
    ],
}


def test_a_table_entered_by_workbook_gives_its_hand_computed_scores(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = Workbook()
    for name, rows in {**OTHERS, "指标": [HEADER[:-1], *(row[:-1] for row in ROWS)]}.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([cell or None if isinstance(cell, str) else cell for cell in row])
    del book["Sheet"]
    book.save(tmp_path / "表.xlsx")
    project = str(tmp_path / "评价.jiheng")
    assert main(["new", project, "--from", str(tmp_path / "表.xlsx")]) == 0
    capsys.readouterr()
    assert main(["score", project, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    expected = {row[1]: row[-1] for row in ROWS if row[-1]}
    assert {each["code"]: each["score"] for each in told["indicators"]} == expected
    assert told["total"] == str(sum(map(Decimal, expected.values())))
    assert (len(expected), told["open_points"]) == (20, "0.00")


def test_the_table_uses_every_rule_kind() -> None:
    assert {rule.label for rule in RULES.values()} == {row[HEADER.index("评分规则")] for row in ROWS} - {""}
