"""The self-evaluation forms as files: the official table in PDF and XLSX, sums that are formulas."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from main import main
from models.records import Records
from models.self_evaluation import forms
from services.exporting.outputs import export_file
from services.exporting.self_evaluation_xlsx import write_self_evaluation
from tests.models.changsha import records

MONEY_ROW = 6


def one_fund(**more: Any) -> Records:
    """The fund of scoring.md: 37.24 of 43.20, with whatever else a test needs."""
    return records(
        **{
            "fund": [{"id": "F", "code": "F1", "name": "培训", "goal": "目标", "result": "完成"}],
            "allocation": [{"fund": "F", "document_number": "1号", "kind": "年初预算", "amount": "43.20"}],
            "expense": [{"fund": "F", "name": "支出", "amount": "37.24"}],
            "objective": [
                {
                    "fund": "F", "level1": "产出指标", "level2": "数量指标", "name": "人数", "operator": "≥",
                    "target": "155", "actual": "100", "unit": "人", "weight": "50",
                },
                {
                    "fund": "F", "level1": "满意度指标", "name": "满意", "operator": "定性", "weight": "10",
                },
            ],
            **more,
        }
    )  # fmt: skip


def sheet_of(found: Records, path: Path) -> Worksheet:
    write_self_evaluation(found, forms(found), path)
    return load_workbook(path).worksheets[0]


def calculated(sheet: Worksheet, cell: str) -> Decimal:
    """What Excel makes of the few formulas of the form."""
    value = sheet[cell].value
    if not isinstance(value, str) or not value.startswith("="):
        return Decimal(str(value)) if isinstance(value, int | float) else Decimal(0)
    if division := re.fullmatch(r"=(F\d+)/(E\d+)", value):
        return calculated(sheet, division[1]) / calculated(sheet, division[2])
    if score := re.fullmatch(r"=ROUND\(MAX\(MIN\((ROUND\()?(H\d+)(,4\))?\*(G\d+),(G\d+)\),0\),2\)", value):
        rate, points = calculated(sheet, score[2]), calculated(sheet, score[4])
        rate = rate.quantize(Decimal("0.0001"), "ROUND_HALF_UP") if score[1] else rate
        return max(min(rate * points, points), Decimal(0)).quantize(Decimal("0.01"), "ROUND_HALF_UP")
    total = re.fullmatch(r"=SUM\(([A-Z]+\d+)(?:,([A-Z]+)(\d+):[A-Z]+(\d+))?\)", value)
    assert total, value
    rows = range(int(total[3]), int(total[4]) + 1) if total[2] else ()
    return calculated(sheet, total[1]) + sum(calculated(sheet, f"{total[2]}{row}") for row in rows)


def test_the_sums_of_the_workbook_are_formulas_that_give_the_forms_figures(tmp_path: Path) -> None:
    found = one_fund()
    (form,) = forms(found)
    sheet = sheet_of(found, tmp_path / "自评.xlsx")
    last = sheet.max_row
    assert [sheet.cell(last, 1).value, sheet.cell(last, 9).value] == ["总分", "另有 10 分未评"]
    assert calculated(sheet, f"H{MONEY_ROW}").quantize(Decimal("0.0001")) == Decimal("0.8620")
    assert calculated(sheet, f"I{MONEY_ROW}") == form.execution == Decimal("8.62")
    assert calculated(sheet, f"G{last}") == form.weight == 70
    assert calculated(sheet, f"H{last}") == form.total == Decimal("8.62") + Decimal("32.26")


def test_every_form_of_the_sample_adds_up(sample_path: Path, tmp_path: Path) -> None:
    out = tmp_path / "自评.xlsx"
    assert main(["export", str(sample_path), str(out), "--what", "self-evaluation"]) == 0
    assert main(["export", str(sample_path), str(tmp_path / "t.json")]) == 0
    codes = [row["code"] for row in json.loads((tmp_path / "t.json").read_text("utf-8"))["tables"]["fund"]]
    book = load_workbook(out)
    assert [name.split()[0] for name in book.sheetnames] == [*codes, "得分说明"]
    totals = []
    for sheet in book.worksheets[:-1]:
        totals.append(calculated(sheet, f"H{sheet.max_row}"))
        assert calculated(sheet, f"G{sheet.max_row}") == 100
    assert totals[1] == Decimal("6.23") + Decimal("9.62") + 20 + 9 + 27


def test_the_layout_is_the_official_one(tmp_path: Path) -> None:
    sheet = sheet_of(one_fund(), tmp_path / "自评.xlsx")
    header = [cell.value for cell in sheet[MONEY_ROW - 1]]
    assert header[0] == "项目资金（万元）"
    assert header[3:] == ["年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"]
    names = [sheet.cell(row, 2).value for row in range(MONEY_ROW, MONEY_ROW + 4)]
    assert names == ["年度资金总额", "其中：当年财政拨款", "上年结转资金", "其他资金"]
    marks = [sheet.cell(MONEY_ROW + 1, column).value for column in (7, 9)]
    assert marks == ["—", "—"]
    titles = next(row for row in sheet.iter_rows(values_only=True) if row[1] == "一级指标")
    assert titles == (
        "绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分",
        "偏差原因分析及改进措施",
    )  # fmt: skip
    merged = {str(each) for each in sheet.merged_cells.ranges}
    assert {f"A{MONEY_ROW - 1}:A{MONEY_ROW + 3}", "A1:I1", "C3:I3"} <= merged


HOSTILE = '=HYPERLINK("x")'


def test_no_text_becomes_a_formula(tmp_path: Path) -> None:
    objective = {
        "fund": "F", "level1": "产出指标", "level2": HOSTILE, "name": "+1", "operator": "=", "target": "0",
        "actual": "0", "unit": "-2", "weight": "10", "reason": "@SUM(A1)",
    }  # fmt: skip
    fund = {"id": "F", "code": "=1", "name": HOSTILE, "implementer": "-x", "goal": HOSTILE, "result": "=2"}
    project = {"id": "P", "title": "报告", "unit": "单位", "year": 2018, "department": HOSTILE}
    path = tmp_path / "自评.xlsx"
    sheet = sheet_of(one_fund(fund=[fund], objective=[objective], project=[project]), path)
    ours = re.compile(r"=(F\d+/E\d+|ROUND\(MAX\(MIN\(.*|SUM\([A-Z0-9,:]+\))")
    texts = 0
    for each in load_workbook(path).worksheets:
        for cell in (cell for row in each.iter_rows() for cell in row):
            if cell.data_type == "f":
                assert ours.fullmatch(str(cell.value))
            elif isinstance(cell.value, str) and cell.value.startswith(("=", "+", "-", "@")):
                assert cell.data_type == "s"
                assert cell.quotePrefix
                texts += 1
    assert texts >= 8
    assert sheet["C3"].value == HOSTILE


def test_sheet_names_hold_whatever_a_fund_is_called(tmp_path: Path) -> None:
    funds = [{"id": str(n), "code": "", "name": "[甲]/乙:*?" + "长" * 40} for n in range(3)]
    funds.append({"id": "r", "code": "", "name": "得分说明"})
    funds.append({"id": "e", "code": "", "name": "'"})
    found = one_fund(fund=funds, allocation=[], expense=[], objective=[])
    path = tmp_path / "自评.xlsx"
    write_self_evaluation(found, forms(found), path)
    names = load_workbook(path).sheetnames
    assert len({name.lower() for name in names}) == len(names) == 6
    assert all(0 < len(name) <= 31 and not re.search(r"[\[\]:*?/\\']", name) for name in names)


def test_amounts_follow_the_unit_of_the_project(tmp_path: Path) -> None:
    found = one_fund(setting=[{"key": "money_unit", "value": "元"}])
    sheet = sheet_of(found, tmp_path / "自评.xlsx")
    assert sheet["A5"].value == "项目资金（元）"
    assert sheet[f"F{MONEY_ROW}"].value == 372400


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory, sample_master: Path) -> list[str]:
    path = tmp_path_factory.mktemp("self") / "自评.pdf"
    assert main(["export", str(sample_master), str(path), "--what", "self-evaluation"]) == 0
    pdf = pypdfium2.PdfDocument(path)
    texts = [re.sub(r"\s", "", page.get_textpage().get_text_range()) for page in pdf]
    pdf.close()
    return texts


def test_the_pdf_holds_a_form_for_every_fund(pages: list[str]) -> None:
    starts = [page for page in pages if "项目支出绩效自评表" in page]
    assert len(starts) == 6
    for page in starts:
        assert "（2018年度）" in page
        for words in ("项目名称", "主管部门", "实施单位", "项目资金（万元）", "年度资金总额", "预期目标"):
            assert words in page
    text = "".join(pages)
    assert text.count("总分") == 6
    for words in ("62.26%", "6.23", "≥2,200篇", "1,058篇", "9.62", "71.85", "另有10分未评"):
        assert words in text
    assert "350.80÷全年预算数563.45＝62.26%" in text


def test_a_form_longer_than_a_page_is_carried_on(tmp_path: Path) -> None:
    objectives = [
        {"fund": "F", "level1": "产出指标", "level2": "数量指标", "name": f"第{n}项", "reason": "原因" * 40}
        for n in range(40)
    ]
    found = one_fund(
        fund=[{"id": "F", "name": "长表", "goal": "目标" * 1500, "result": "结果" * 2500}],
        objective=objectives,
    )
    source, out = tmp_path / "a.jiheng", tmp_path / "自评.pdf"
    export_file(found, out, "self-evaluation", source=source)
    pdf = pypdfium2.PdfDocument(out)
    text = re.sub(r"\s", "", "".join(page.get_textpage().get_text_range() for page in pdf))
    count = len(pdf)
    pdf.close()
    assert count > 5
    assert all(f"第{n}项" in text for n in range(40))
    assert text.count("目标") >= 1500
