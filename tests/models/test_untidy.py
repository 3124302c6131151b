"""How foreign tables are recognised: heads, units, years, totals, filled cells, and what columns mean."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import untidy
from models.schema import SCHEMA
from models.untidy.about import titled
from models.untidy.content import are_fractions, cell_value
from models.untidy.folding import folded
from models.untidy.grid import Grid, covered_by
from models.untidy.layout import Layout
from models.untidy.lines import Role
from models.untidy.reading import Entry, Reading
from models.untidy.targets import targets
from tests.models.changsha import records

Rows = Sequence[Sequence[str]]


def grid(rows: Rows, *merges: tuple[int, int, int, int], around: tuple[str, ...] = ()) -> Grid:
    width = max(len(row) for row in rows)
    return Grid("表", tuple(tuple(row) for row in rows), covered_by(merges, len(rows), width), around=around)


def recognised(rows: Rows, *merges: tuple[int, int, int, int]) -> Layout:
    return untidy.recognise(grid(rows, *merges), this_year=2018)


def read(rows: Rows, *merges: tuple[int, int, int, int], choices: dict[str, str] | None = None) -> Reading:
    found = grid(rows, *merges)
    return untidy.read(found, untidy.recognise(found, this_year=2018), 2018, choices or {})


def keys(layout: Layout) -> list[str]:
    return [column.key for column in layout.columns]


def of(reading: Reading, table: str) -> list[Entry]:
    return [entry for entry in reading.entries if entry.table == table]


HEADS = [
    (["项目名称", "服务单位名称", "服务项目名称", "合同金额(万元)", "2018年支 付金额", "备注"],
     "合同、合同明细、付款",
     ["contract_group.name", "contract.vendor", "contract_item.name", "contract.amount",
      "payment.amount@2018", "contract.remark"]),
    (["序号", "采购项目", "中标（成交）供应商", "中标金额（元）", "本年支付（元）"], "合同、合同明细、付款",
     ["", "contract_group.name", "contract.vendor", "contract.amount", "payment.amount@2018"]),
    (["Contract", "Supplier", "Amount", "Remark"], "合同、合同明细、付款",
     ["contract.name", "contract.vendor", "contract.amount", "contract.remark"]),
    (["项目名称", "指标文号", "总指标金额", "已支付金额", "结余金额", "执行率"], "资金项目、指标文",
     ["fund.name", "allocation.document_number", "fund.declared_quota", "fund.declared_paid",
      "fund.declared_balance", "fund.declared_rate"]),
    (["序号", "支出内容", "收款单位", "金额（元）", "支付日期"], "支出明细",
     ["", "expense.name", "expense.payee", "expense.amount", "expense.paid_on"]),
    (["序号", "姓名", "工作单位", "联系电话"], "名单",
     ["", "roster_entry.name", "roster_entry.organization", "roster_entry.phone"]),
    (["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值"], "绩效目标",
     ["objective.level1", "objective.level2", "objective.name", "objective.target", "objective.actual",
      "objective.weight"]),
    (["合同名称", "合同编号", "供应商", "合同金额(元)", "已支付金额", "未支付金额", "累计支付金额"],
     "合同、合同明细、付款",
     ["contract.name", "contract.number", "contract.vendor", "contract.amount", "payment.amount", "", ""]),
    (["Contract", "Date", "Amount (yuan)", "Voucher"], "付款",
     ["payment.contract", "payment.paid_on", "payment.amount", "payment.voucher"]),
    (["合同名称", "付款日期", "付款金额", "凭证号"], "付款",
     ["payment.contract", "payment.paid_on", "payment.amount", "payment.voucher"]),
    (["资料名称", "提供情况", "提供单位"], "资料清单", ["request.name", "request.state", "request.provider"]),
]  # fmt: skip


@pytest.mark.parametrize(("head", "label", "expected"), HEADS, ids=["、".join(each[0]) for each in HEADS])
def test_columns_find_their_fields_by_their_heads(head: list[str], label: str, expected: list[str]) -> None:
    found = recognised([["某某明细表"], head])
    assert (found.target.label, keys(found)) == (label, expected)
    assert found.is_sure == ("累计支付金额" not in head)


def test_every_declared_label_is_recognised_under_its_own_table() -> None:
    for target in targets()[2:]:
        head = [slot.words[0] for slot in target.slots]
        found = untidy.recognise(grid([head]), wanted=target.name)
        assert keys(found) == [slot.key for slot in target.slots], target.label


@pytest.mark.parametrize(
    ("rows", "units"),
    [
        ([["单位：元"], ["合同名称", "服务单位", "合同金额"], ["a", "b", "9"]], ["元"]),
        ([["（单位：万元）"], ["合同名称", "服务单位", "合同金额"], ["a", "b", "9"]], ["万元"]),
        (
            [["合同名称", "服务单位", "合同金额（元）", "2018年支付（万元）"], ["a", "b", "9", "1"]],
            ["元", "万元"],
        ),
        ([["合同名称", "服务单位", "合同金额（元）", "2018年支付"], ["a", "b", "9", "1"]], ["元", "元"]),
        ([["合同名称", "服务单位", "合同金额/元"], ["a", "b", "9"]], ["元"]),
        ([["合同名称", "服务单位", "合同金额"], ["a", "b", "521000"], ["a", "b", "38000"]], ["元"]),
        ([["合同名称", "服务单位", "合同金额"], ["a", "b", "52.10"]], ["万元"]),
        ([["编制单位：某局", "单位：千元"], ["合同名称", "服务单位", "合同金额"], ["a", "b", "9"]], ["千元"]),
    ],
)
def test_the_unit_of_amounts(rows: Rows, units: list[str]) -> None:
    found = recognised(rows)
    assert [one.unit for one in found.columns if one.key.endswith("amount") or "amount@" in one.key] == units


def test_a_unit_that_nobody_wrote_is_told() -> None:
    rows = [["合同名称", "服务单位", "合同金额"], ["甲", "乙", "521000"]]
    assert any(one.key == "unit" and "元" in one.sentence for one in read(rows).judgements)


@pytest.mark.parametrize(
    ("rows", "merges"),
    [
        ([["项目", "供应商", "合同金额（万元）", "支付金额（万元）", ""], ["", "", "", "2017年", "2018年"],
          ["a", "b", "9", "1", "2"]], [(0, 3, 0, 4), (0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 1, 2)]),
        ([["项目", "供应商", "合同金额（万元）", "支付金额（万元）", ""], ["", "", "", "2017年", "2018年"],
          ["a", "b", "9", "1", "2"]], []),
        ([["项目", "供应商", "合同金额", "2017年支付金额", "2018年支付金额"],
          ["", "", "（万元）", "（万元）", "（万元）"], ["a", "b", "9", "1", "2"]], []),
    ],
)  # fmt: skip
def test_a_head_of_two_rows(rows: Rows, merges: list[tuple[int, int, int, int]]) -> None:
    found = recognised(rows, *merges)
    assert (found.head.first, found.head.last) == (0, 1)
    assert keys(found)[2:] == ["contract.amount", "payment.amount@2017", "payment.amount@2018"]
    assert [one.unit for one in found.columns][2:] == ["万元"] * 3


def test_a_table_without_a_head_is_not_taken_for_sure() -> None:
    found = recognised([["甲项目", "某公司", "12.50", "2018.5.9"], ["乙项目", "某公司", "8.00", "2018.6.9"]])
    assert found.head.first == -1 and not found.is_sure
    assert found.roles == (Role.DATA, Role.DATA)


def test_rows_that_are_no_data() -> None:
    rows = [
        ["支出明细表"], ["单位：万元"], ["支出内容", "收款单位", "金额"], ["一、办公费"],
        ["纸张", "甲店", "1"], [], ["小计", "", "1"], ["支出内容", "收款单位", "金额"], ["笔", "乙店", "2"],
        ["合 计：", "", "3"], ["注：数据截至年底"], ["填表人：某某", "审核：某某"],
    ]  # fmt: skip
    assert [role.value for role in recognised(rows).roles] == [
        "above", "above", "head", "group", "data", "blank", "subtotal", "head", "data", "total",
        "note", "note",
    ]  # fmt: skip
    found = of(read(rows), "expense")
    assert [(one.values["name"], one.values["group"], one.values["amount"]) for one in found] == [
        ("纸张", "办公费", "1万元"), ("笔", "办公费", "2万元"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("table", "field", "text", "typed"),
    [
        ("expense", "amount", "1,234.50", "1,234.50元"),
        ("expense", "amount", "52.10万元", "52.10万元"),
        ("expense", "amount", "—", ""),
        ("expense", "amount", "约五万", "约五万"),
        ("expense", "paid_on", "43229", "2018-05-09"),
        ("expense", "paid_on", "2018.5.9", "2018.5.9"),
        ("expense", "paid_on", "/", ""),
        ("expense", "quantity", "无", ""),
        ("expense", "name", "无", "无"),
    ],
)
def test_cells_as_a_person_would_type_them(table: str, field: str, text: str, typed: str) -> None:
    assert cell_value(SCHEMA[table].field(field), text, "元") == typed


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["0.3", "1", "0.625"], ["30%", "100%", "62.5%"]),
        (["30%", "62.5%"], ["30%", "62.5%"]),
        (["30", "62.5"], ["30", "62.5"]),
        (["1", "1"], ["1", "1"]),
        (["0.3", "30"], ["0.3", "30"]),
    ],
)
def test_percents_as_fractions_or_numbers(texts: list[str], expected: list[str]) -> None:
    field, fraction = SCHEMA["fund"].field("declared_rate"), are_fractions(texts)
    assert [cell_value(field, text, "", as_fraction=fraction) for text in texts] == expected


def test_merged_cells_and_same_as_above_are_filled_down_and_told() -> None:
    rows = [["一级指标", "二级指标", "三级指标", "指标值"], ["产出指标", "数量指标", "甲", "1"],
            ["", "〃", "乙", "2"], ["", "同上", "丙", "3"]]  # fmt: skip
    found = read(rows, (1, 0, 3, 0))
    assert [(one.values["level1"], one.values["level2"]) for one in of(found, "objective")] == [
        ("产出指标", "数量指标")
    ] * 3
    assert any(one.key == "filled" and "共 4 处" in one.sentence for one in found.judgements)


def test_a_list_that_goes_on_beside_itself_is_one_list() -> None:
    head = ["姓名", "单位", "电话"]
    rows = [["培训签到表"], head * 2, ["张三", "甲", "1"] + ["李四", "乙", "2"], ["王五", "甲", "3"]]
    found = folded(grid(rows))
    reading = untidy.read(found, untidy.recognise(found), 2018, {})
    assert [(one.values["name"], one.place[1]) for one in reading.entries] == [
        ("张三", 3), ("王五", 4), ("李四", 3),
    ]  # fmt: skip
    assert folded(grid([[*head, "备注"], ["张三", "甲", "1", ""]])).rows[0] == (*head, "备注")


CONTRACT = ["项目名称", "服务单位", "服务内容", "合同金额（万元）", "2018年支付（万元）", "备注"]


@pytest.mark.parametrize(
    ("rows", "contracts"),
    [
        ([["甲", "A", "a", "1", "1", ""], ["甲", "B", "b", "2", "", ""]], [["a"], ["b"]]),
        ([["甲", "A", "a", "1", "3", ""], ["", "", "b", "2", "", ""]], [["a", "b"]]),
        ([["甲", "A", "a", "1", "1", ""], ["", "", "b", "2", "2", ""], ["", "", "c", "3", "", ""]],
         [["a"], ["b", "c"]]),
        ([["甲", "A", "a", "1", "1", "已付清"], ["", "", "b", "2", "2", ""]], [["a", "b"]]),
        ([["甲", "A", "a", "1", "1", "2017年合同总价1万元；2018年续签合同总价2万元"],
          ["", "", "b", "2", "2", ""]],
         [["a"], ["b"]]),
        ([["甲", "A", "a", "1", "1", "已付清"], ["", "", "b", "2", "2", "未付清"]], [["a"], ["b"]]),
        ([["甲", "A", "a", "1", "3", ""], ["甲", "A", "b", "2", "", ""]], [["a", "b"]]),
        ([["甲", "A", "a", "1", "", ""], ["甲", "A", "b", "2", "", ""]], [["a"], ["b"]]),
        ([["甲", "A", "a", "1", "", ""], ["", "", "小计", "1", "", ""], ["", "", "b", "2", "", ""]],
         [["a"], ["b"]]),
    ],
)  # fmt: skip
def test_which_lines_are_one_contract(rows: Rows, contracts: list[list[str]]) -> None:
    found = read([CONTRACT, *rows])
    made = of(found, "contract")
    items = [
        [one.values["name"] for one in of(found, "contract_item") if one.refs["contract"] is each]
        for each in made
    ]
    assert [names or [each.values["name"]] for names, each in zip(items, made, strict=True)] == contracts


def test_lines_that_only_repeat_names_are_told_and_may_be_contracts_of_their_own() -> None:
    rows = [CONTRACT, ["甲", "A", "a", "1", "3", ""], ["甲", "A", "b", "2", "", ""]]
    (judgement,) = (one for one in read(rows).judgements if one.key == "repeats")
    assert judgement.severity == "doubt" and "同一合同的明细" in judgement.sentence
    assert len(of(read(rows, choices={"repeats": "apart"}), "contract")) == 2


def test_a_row_that_slipped_into_other_columns_is_refused() -> None:
    rows = [CONTRACT, ["甲", "A", "a", "1", "1", ""], ["B公司", "招标代理", "2.92", "2.92", "已付清", ""]]
    faults = [one.faults.get("name", "") for one in of(read(rows), "contract")]
    assert faults[0] == "" and "“2.92”是数字，不像名称" in faults[1]


def test_payments_without_a_year_are_told_and_may_be_of_another() -> None:
    rows = [["合同名称", "服务单位", "合同金额（元）", "已支付"], ["甲", "A", "5", "3"]]
    assert [one.values["paid_on"] for one in of(read(rows), "payment")] == ["2018"]
    (judgement,) = (one for one in read(rows).judgements if one.key == "year")
    assert judgement.severity == "doubt" and [one.value for one in judgement.options][0] == "2015"
    assert [one.values["paid_on"] for one in of(read(rows, choices={"year": "2017"}), "payment")] == ["2017"]


def test_a_column_without_a_head_is_not_lost_silently() -> None:
    rows = [["合同名称", "服务单位", "合同金额（元）", ""], ["甲", "A", "5", "要紧的话"]]
    assert any("第 4 列（没有表头）没有对应的字段" in one.sentence for one in read(rows).judgements)


def test_a_numbered_heading_with_the_sum_of_its_rows_is_no_row() -> None:
    rows = [
        ["支出内容", "收款单位", "金额（元）"],
        ["一、办公费", "", "30"],
        ["纸张", "甲店", "10"],
        ["笔", "乙店", "20"],
        ["二、差旅费", "", "5"],
        ["车票", "铁路", "5"],
        ["三、其他", "丙店", "7"],
        ["合计", "", "42"],
    ]
    found = of(read(rows), "expense")
    assert [(one.values["name"], one.values.get("group", "")) for one in found] == [
        ("纸张", "办公费"), ("笔", "办公费"), ("车票", "差旅费"), ("三、其他", "差旅费"),
    ]  # fmt: skip


def test_a_wrong_subtotal_is_named_and_kept_as_declared() -> None:
    rows = [
        CONTRACT,
        ["甲", "A", "a", "1", "", ""],
        ["", "", "b", "2", "", ""],
        ["", "", "小计", "4", "", ""],
    ]
    found = read(rows)
    (judgement,) = (
        one for one in found.judgements if one.severity == "error" and one.key.startswith("total")
    )
    assert (
        "4.00万元" in judgement.sentence
        and "3.00万元" in judgement.sentence
        and "差 1.00万元" in judgement.sentence
    )
    assert of(found, "contract_group")[0].values["declared_amount"] == "40000.00元"
    otherwise = read(rows, choices={judgement.key: "no"})
    assert "declared_amount" not in of(otherwise, "contract_group")[0].values


def test_a_remark_against_the_table_is_told_and_not_taken() -> None:
    rows = [CONTRACT, ["甲", "A", "a", "10", "5", "2017年支付4万元，2018年支付6万元"]]
    found = read(rows)
    assert [one.values["paid_on"] for one in of(found, "payment")] == ["2018"]
    (judgement,) = (one for one in found.judgements if one.key == "remark.1")
    assert "6.00万元" in judgement.sentence and "5.00万元" in judgement.sentence
    chosen = read(rows, choices={judgement.key: "yes"})
    assert [one.values["paid_on"] for one in of(chosen, "payment")] == ["2018", "2017"]


def test_documents_without_their_own_amounts_are_not_guessed() -> None:
    head = ["项目名称", "指标文号", "总指标（万元）"]
    rows = [head, ["甲", "财预〔2018〕1号", "5"], ["乙", "财预〔2018〕1号、财预〔2018〕2号", "6"]]
    assert of(read(rows), "allocation") == []
    chosen = read(rows, choices={"allocation.kind": "年初预算"})
    assert [(one.values["document_number"], one.values["amount"], one.values["kind"]) for one in
            of(chosen, "allocation")] == [("财预〔2018〕1号", "5万元", "年初预算")]  # fmt: skip


@pytest.mark.parametrize(
    ("around", "code"),
    [(("基层工作平台支出明细",), "F3"), (("F4",), "F4"), (("某某", "F1"), "F1"), (("别的事情",), None)],
)
def test_the_fund_is_told_by_the_words_around(around: tuple[str, ...], code: str | None) -> None:
    rows = records(
        fund=[{"id": n, "code": n, "name": name} for n, name in
              (("F1", "政务云一期建设"), ("F3", "基层工作平台"), ("F4", "小微企业平台"))],
    )  # fmt: skip
    found = grid([CONTRACT, ["甲", "A", "a", "1", "", ""]], around=around)
    layout = titled(found, untidy.recognise(found), rows)
    assert layout.given.get("contract.fund") == code


TEXTS = st.one_of(
    st.sampled_from(["", "小计", "合计", "项目名称", "合同金额（万元）", "服务单位", "2018年支付", "备注",
                     "〃", "1.5", "-", "2108年支付3万元", "单位：元", "30%", "43229", "2018-05-09", "#REF!",
                     "一、甲", "注：乙", "序号"]),
    st.text(max_size=12),
)  # fmt: skip
SPANS = st.tuples(*[st.integers(0, 7)] * 4)


@given(
    st.lists(st.lists(TEXTS, max_size=7), max_size=12),
    st.lists(SPANS, max_size=3),
    st.sampled_from(targets()),
)
def test_any_rubbish_is_read_without_an_exception(
    rows: list[list[str]], spans: list[tuple[int, ...]], wanted: object
) -> None:
    merges = tuple((min(a, c), min(b, d), max(a, c), max(b, d)) for a, b, c, d in spans)
    width = max((len(row) for row in rows), default=0)
    found = Grid("表", tuple(tuple(row) for row in rows), covered_by(merges, len(rows), width))
    assert len(folded(found).places) in (0, len(folded(found).rows))
    for name in ("", wanted.name):
        layout = untidy.recognise(found, this_year=2018, wanted=name)
        reading = untidy.read(found, layout, 2018, {})
        assert len(layout.roles) == len(rows)
        assert all(one.severity in ("error", "doubt", "hint") for one in reading.judgements)
