"""What a field prints, case by case: the expression, the way of writing it, the words on paper."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.evaluation import evaluate
from models.formula import FormulaError
from models.records import Records
from models.report.live.quoting import Quoter
from models.report.live.syntax import Field, read_field
from models.report.material import Material
from tests.models import changsha as case
from tests.models.test_report import FINDINGS

ROWS: dict[str, list[dict[str, Any]]] = {
    "project": [
        {"id": "P", "title": "报告", "unit": "市电子政务办", "year": 2018, "report_date": "2019-08-10",
         "started_on": "2019-05-09", "ended_on": "2019-08-02"},
    ],
    "figure": [
        {"name": "计划更新", "value": "2200", "unit": "篇"},
        {"name": "实际更新", "value": "1058", "unit": "篇"},
        {"name": "增长率", "value": "3.005", "unit": "%"},
    ],
    "objective": [{"fund": "F1", "name": "上线", "target": "142", "actual": "110", "unit": "台"}],
}  # fmt: skip


@pytest.fixture(scope="module")
def quoter() -> Quoter:
    return quoting(case.changsha(**ROWS, **FINDINGS))


def quoting(records: Records) -> Quoter:
    marks = {("章节", "findings"): "七", ("附件", "绩效评价评分表"): "附件1"}
    return Quoter(Material(records, evaluate(records), (), marks))


PRINTED = [
    # amounts
    ("总指标", "", "2,324.67万元"),
    ("总指标", "数", "2,324.67"),
    ("总指标", "元", "23,246,700.00元"),
    ("总指标", "亿元", "0.23亿元"),
    ("总指标", "整数", "2,325万元"),
    ('资金["F2"].结余', "", "212.65万元"),
    ("资金[“网站群等运维”].已支付", "数", "350.80"),
    ("总指标 − 已支付", "", "271.36万元"),
    ("结余 / 2", "", "135.68万元"),
    ("2 × 结余", "", "542.72万元"),
    ('合计(资金["F2"].结余, 资金["F4"].结余)', "", "251.65万元"),
    # rates, and differences of rates
    ("预算执行率", "", "88.33%"),
    ("预算执行率", "数", "88.33"),
    ("预算执行率", "整数", "88%"),
    ("预算执行率", "一位小数", "88.3%"),
    ("100 − 预算执行率", "", "11.67个百分点"),
    ('预算执行率 − 资金["F2"].预算执行率', "", "26.07个百分点"),
    ('占比(基础数据["实际更新"], 基础数据["计划更新"])', "", "48.09%"),
    ('基础数据["增长率"]', "", "3.01%"),
    # counts, numbers, dates, words
    ("合同数", "", "23"),
    ("资金项目数", "", "6"),
    ('基础数据["计划更新"]', "", "2,200"),
    ('基础数据["计划更新"] − 基础数据["实际更新"]', "", "1,142"),
    ('基础数据["实际更新"] / 3', "", "352.67"),
    ('基础数据["实际更新"] / 3', "整数", "353"),
    ('绩效目标["上线"].实际完成值', "", "110"),
    ("报告日期", "", "2019年8月10日"),
    ("报告日期", "短", "2019.8.10"),
    ("报告日期", "年", "2019年"),
    ('天数(日期("2019-05-09"), 日期("2019-08-02"))', "", "85"),
    ("年度", "", "2018年"),
    ("单位", "", "市电子政务办"),
    ("评价期间", "", "2019年5月9日至8月2日"),
    ('资金["F2"].项目名称', "", "网站群等运维"),
    # scores
    ("总分", "", "45.00"),
    ('指标["目标明确性"].得分', "", "45.00"),
    ('指标["目标明确性"].得分', "最短", "45"),
    ('指标["目标明确性"].得分率', "", "75.00%"),
    ("等次", "", "—"),
    ('指标["满意度"].得分', "", "—"),
    # sentences that write themselves, numbers of chapters and annexes
    ("预算执行率对照", "", "低于标准值（100.00%）11.67个百分点"),
    ("总指标构成", "", "，其中：年初预算875.18万元、预算追加1,449.49万元"),
    ('资金["F2"].结余说明', "", "资金结余212.65万元。"),
    ('问题["目标不明确。"].扣分情况', "", "“目标明确性”扣15分"),
    ('章节["findings"]', "", "七"),
    ('附件["绩效评价评分表"]', "", "附件1"),
]  # fmt: skip


@pytest.mark.parametrize(("expression", "way", "printed"), PRINTED)
def test_what_a_field_prints(quoter: Quoter, expression: str, way: str, printed: str) -> None:
    assert quoter.quote(Field(expression, way)).text == printed


WRONG = [
    ("预算执行绿", "", "是不是“预算执行率”"),
    ('资金["F22"].结余', "", "是不是“F2”"),
    ('资金["F2"].结佘', "", "没有“结佘”这一项，是不是“结余”"),
    ('基础数据["计划更"]', "", "是不是“计划更新”"),
    ("总指标", "百分点", "“百分点”不是金额的写法，可以写 数、元、万元、亿元、整数"),
    ("年度", "数", "“数”不是文字的写法，可以写 空着"),
    ("预算执行率对照", "数", "这一句没有别的写法"),
    ('章节["finding"]', "", "没有章节“finding”，是不是“findings”"),
    ('附件["会议纪要"]', "", "可能没有列入报告"),
    ("总指标 +", "", ""),
    ("__import__('os')", "", ""),
]


@pytest.mark.parametrize(("expression", "way", "said"), WRONG)
def test_what_is_said_of_a_wrong_field(quoter: Quoter, expression: str, way: str, said: str) -> None:
    with pytest.raises(FormulaError) as error:
        quoter.quote(Field(expression, way))
    assert said in error.value.message
    mistake = quoter.mistake(Field(expression, way))
    assert mistake is not None and mistake.message == error.value.message
    (run,) = quoter.runs(Field(expression, way))
    assert (run.text, run.wrong) == (Field(expression, way).text, error.value.message)


@pytest.mark.parametrize(("expression", "way", "printed"), PRINTED)
def test_nothing_is_wrong_with_what_prints(quoter: Quoter, expression: str, way: str, printed: str) -> None:
    assert quoter.mistake(Field(expression, way)) is None


@pytest.mark.parametrize(
    "expression", ["总指标", "预算执行率", "总指标 − 已支付", '资金["F1"].结余', "合同金额"]
)
def test_what_is_missing_is_a_dash(expression: str) -> None:
    missing = quoting(case.records(fund=[{"id": "F1", "code": "F1"}], allocation=[{"fund": "F1"}]))
    assert missing.quote(Field(expression)).text in ("—", "0.00万元")
    assert quoting(case.records()).quote(Field("结余")).text == "—"


def test_pinned_words_are_printed_and_the_data_still_told(quoter: Quoter) -> None:
    quoted = quoter.quote(read_field("结余|=约270万元"))
    assert (quoted.text, quoted.now) == ("约270万元", "271.36万元")


@pytest.mark.parametrize(
    ("thirds", "printed"),
    [("0.01", "0.01万元"), ("0.015", "0.02万元"), ("0.005", "0.01万元"), ("0.0049", "0.00万元")],
)
def test_amounts_are_rounded_half_up_once(quoter: Quoter, thirds: str, printed: str) -> None:
    assert quoter.quote(Field(f"结余 × 0 + 结余 / 结余 × {thirds}", "万元")).text == printed


def test_amounts_follow_the_projects_settings() -> None:
    plain = quoting(case.changsha(setting=[{"key": "thousands", "value": "否"}]))
    assert plain.quote(Field("总指标")).text == "2324.67万元"
    yuan = quoting(case.changsha(setting=[{"key": "money_unit", "value": "元"}]))
    assert yuan.quote(Field("总指标")).text == "23,246,700.00元"


def finding(row_id: str, fact: str) -> dict[str, Any]:
    return {"id": row_id, "code": row_id, "title": row_id, "fact": fact}


@pytest.mark.parametrize(
    ("facts", "printed"),
    [
        (["结余{结余}。"], "结余—。"),
        (['见{问题["乙"].事实}', "{资金项目数}个"], "见0个"),
        (['我{问题["甲"].事实}'], '我我{问题["甲"].事实}'),
        (['甲{问题["乙"].事实}', '乙{问题["甲"].事实}'], None),
        (["{{不是字段} {没有收尾"], "{不是字段} {没有收尾"),
    ],
)
def test_prose_is_printed_with_its_fields_and_never_circles(facts: list[str], printed: str | None) -> None:
    rows = [finding(name, fact) for name, fact in zip("甲乙丙", facts, strict=False)]
    records = case.records(finding=rows)
    said = Material(records, evaluate(records), ()).said(facts[0])
    assert said == printed or printed is None


@given(st.one_of(st.text(max_size=120), st.text('{}|=“”"[]()资金结余F2.−+*/,章节附件表:', max_size=120)))
def test_any_text_is_printed(typed: str) -> None:
    records = case.records(finding=[finding("甲", typed)])
    said = Material(records, evaluate(records), ()).said(typed)
    assert said == typed or "{" in typed
