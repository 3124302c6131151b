"""Sentences that follow from small sets of rows: splits, awards, terms, checks on site, surveys, advice."""

from __future__ import annotations

from typing import Any

import pytest

from models.defaults import REPORT_FORMS
from models.report.blocks import text_of
from tests.models import changsha as case
from tests.models.test_report import report

Tables = dict[str, list[dict[str, Any]]]

FUND: Tables = {"fund": [{"id": "F1", "code": "F1", "name": "平台"}]}


def granted(*amounts: tuple[str, str]) -> Tables:
    rows = [
        {"fund": "F1", "kind": kind, "amount": amount, "document_number": f"{at}号"}
        for at, (kind, amount) in enumerate(amounts)
    ]
    return {**FUND, "allocation": rows}


def spent(*rows: dict[str, Any], quota: str = "100") -> Tables:
    return {**granted(("年初预算", quota)), "expense": [{"fund": "F1", **row} for row in rows]}


CONTRACT = {"id": "C1", "fund": "F1", "vendor": "V", "name": "运维合同", "amount": "36"}
VENDOR = {"id": "V", "name": "甲公司"}

SENTENCES: list[tuple[Tables, str]] = [
    # the quota by kind
    (granted(("年初预算", "100")), "全部项目总指标100.00万元，全部为年初预算。"),
    (
        granted(("年初预算", "100"), ("预算追加", "20.5")),
        "总指标120.50万元，其中：年初预算100.00万元、预算追加20.50万元。",
    ),
    (granted(("年初预算", "0")), "全部项目总指标0.00万元。"),
    # what the money went to
    (spent({"name": "电费", "amount": "100"}), "实际支付100.00万元，全部用于电费。资金无结余。"),
    (
        spent({"name": "电费", "amount": "60"}, {"name": "邮费", "amount": "1.25"}),
        "实际支付61.25万元，其中：电费60.00万元、邮费1.25万元。资金结余38.75万元。",
    ),
    (spent({"name": "电费", "amount": "120"}), "支付超过总指标20.00万元。"),
    # awards: quantity × standard, and for how many where the remark counts them
    (
        spent({"name": "A类补贴", "group": "奖励", "quantity": "208", "standard": "0.5", "amount": "104",
               "remark": "15家单位"},
              {"name": "B类补贴", "group": "奖励", "quantity": "74", "standard": "0.25", "amount": "18.5",
               "remark": "名单另附"}, quota="200"),
        "奖励实际支付122.50万元，其中：A类补贴（15家单位，208×0.50万元）104.00万元、B类补贴（74×0.25万元）18.50万元。",
    ),
    # one contract in a sentence, with its terms
    (
        {**granted(("年初预算", "100")), "vendor": [VENDOR],
         "contract": [{**CONTRACT, "signed_on": "2018-12"}],
         "payment": [{"contract": "C1", "paid_on": "2018", "amount": "10.8"}],
         "term": [{"contract": "C1", "condition": "签订后", "share": "30", "amount": "10.8"},
                  {"contract": "C1", "condition": "验收后"}]},
        "“运维合同”：服务单位为甲公司，2018年12月签订，合同总价36.00万元，2018年支付10.80万元，"
        "合同款25.20万元未支付。合同约定：签订后支付30%即10.80万元；验收后支付。",
    ),
    (
        {**FUND, "vendor": [VENDOR], "contract": [{**CONTRACT, "amount": None}]},
        "“运维合同”：服务单位为甲公司，尚未填写合同金额和付款。",
    ),
    # what was looked at on site
    (
        {**spent({"id": "E1", "name": "电费", "amount": "80"}),
         "voucher_check": [{"expense": "E1", "voucher": "1", "amount": "20", "payee_ok": "是"},
                           {"expense": "E1", "voucher": "2", "amount": "12", "invoice_ok": "否"}]},
        "现场抽查支付凭证2笔，金额合计32.00万元，占已支付资金的40.00%，发现票据不合规1笔。",
    ),
    (
        {"visit": [{"place": "机房", "visited_on": "2019-06-03", "checked": "{资金项目数}个项目的设备",
                    "result": "在用。"}]},
        "2019年6月3日，评价组到机房现场核查：0个项目的设备，在用。",
    ),
    # surveys
    (
        {**FUND, "survey": [{"id": "S", "title": "用户调查", "audience": "用户", "issued": 100,
                             "returned": 98, "valid": 96}],
         "survey_question": [{"survey": "S", "very": 96, "fairly": 0, "neutral": 0,
                              "little": 0, "dissatisfied": 0}]},
        "用户调查（发放100份、回收98份、有效96份，有效回收率96.00%），用户满意度为100.00%。",
    ),
    # findings and advice that are not written yet
    ({"finding": [{"title": "甲", "fact": None}]}, "（一）甲\n事实尚未填写。"),
    ({"recommendation": [{"title": "乙", "text": None}]}, "（一）乙\n内容尚未填写。"),
    ({"finding": [{"title": "甲", "fact": "结余{结余}，见{{附表}"}]}, "（一）甲\n结余—，见{附表}"),
]  # fmt: skip


@pytest.mark.parametrize(("tables", "said"), SENTENCES, ids=[said[:24] for _, said in SENTENCES])
def test_what_is_said_of_the_rows(tables: Tables, said: str) -> None:
    assert said in text_of(report(case.records(**tables)))


PAPERS: Tables = {
    "request": [
        {"name": "合同", "state": "已提供"}, {"name": "年报", "state": "部分提供"},
        {"name": "日志", "state": "未提供"}, {"name": "照片", "state": "不适用"}, {"name": "台账"},
    ]
}  # fmt: skip


@pytest.mark.parametrize(
    ("tables", "said"),
    [
        (PAPERS, "评价组索取资料4项，已提供1项，部分提供1项（年报），未提供1项（日志），提供情况未登记1项。"),
        (PAPERS, "除上述情况外，没有其他需要说明的问题。"),
        ({}, "七、其他需要说明的问题\n没有其他需要说明的问题。"),
        ({"regulation": [{"title": "财务制度", "state": "已制定"}]}, "单位已制定与项目管理有关的制度1项，"),
    ],
)
def test_what_the_outline_of_2020_says_besides(tables: Tables, said: str) -> None:
    assert said in text_of(report(case.records(**tables), REPORT_FORMS[1]))
