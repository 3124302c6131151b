"""The public version: who and what is masked, what stays, and that nothing else moves."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.report.blocks import (
    Annex,
    Cell,
    Column,
    Document,
    Heading,
    Paragraph,
    Run,
    Signature,
    Table,
    TableRow,
    Title,
)
from models.report.masking import Masker, public
from models.report.person_names import NAMES, ORGANISATIONS, PHONES, is_name, mask_of
from models.report.shapes import shape
from models.schema import SCHEMA
from tests.models.documents import DOCUMENTS


def people(*names: str) -> dict[str, list[dict[str, Any]]]:
    return {"person": [{"name": name} for name in names]}


@pytest.mark.parametrize(
    ("name", "mask"),
    [
        ("张三丰", "张某某"),
        ("李四", "李某"),
        ("欧阳锋", "欧阳某"),
        ("司马相如", "司马某某"),
        ("诸葛", "诸某"),
        ("买买提·艾力", "买某某·某某"),
        ("张　三", "张　某"),
        ("John Smith", "J*** S****"),
    ],
)
def test_a_name_keeps_its_surname_and_its_length(name: str, mask: str) -> None:
    assert mask_of(name) == mask
    assert len(mask) == len(name)


@pytest.mark.parametrize(
    ("words", "is_one"),
    [
        ("张三", True), ("欧阳锋", True), ("John Smith", True), ("张学", True), ("王立会", True),
        ("张", False), ("欧阳", False), ("", False), ("财务科", False), ("金融办", False), ("水利局", False),
        ("市财政局", False), ("信息中心", False), ("中软公司", False), ("签到人001", False), ("138", False),
    ],
)  # fmt: skip
def test_what_in_a_field_for_names_is_a_persons(words: str, is_one: bool) -> None:
    assert is_name(words) is is_one


@pytest.mark.parametrize(
    ("names", "text", "masked"),
    [
        # everywhere, and longest first
        (["张三丰"], "现场由张三丰陪同，张三丰签字。", "现场由张某某陪同，张某某签字。"),
        (["王平", "王平安"], "王平安与王平到场", "王某某与王某到场"),
        (["欧阳锋"], "欧阳锋说明", "欧阳某说明"),
        # a surname alone, or a single character, is nothing
        (["张", "欧阳"], "张贴公告，欧阳修路", "张贴公告，欧阳修路"),
        # a name that is also a word
        (["高峰"], "避开用水高峰，高峰期加派人手。", "避开用水高峰，高峰期加派人手。"),
        (["高峰"], "组长高峰负责，高峰科长确认", "组长高某负责，高某科长确认"),
        (["高峰", "李四"], "参加人员：李四、高峰，错开高峰、低谷", "参加人员：李某、高某，错开高峰、低谷"),
        (["高峰", "安全"], "质量、安全、高峰", "质量、安全、高峰"),
        (["项目"], "项目名称", "项目名称"),
        # a surname that is also a part of words
        (["于水"], "用于水利建设，由于水位上涨", "用于水利建设，由于水位上涨"),
        (["于水"], "由于水负责，联系于水", "由于某负责，联系于水"),
        (["于水"], "联系人于水", "联系人于某"),
        (["何平"], "经何平审核", "经何某审核"),
        (["施工"], "施工期间，施工、监理", "施工期间，施工、监理"),
        (["范围"], "评价范围，负责人范围", "评价范围，负责人范某"),
        (["施意"], "实施意见，由施意提供", "实施意见，由施某提供"),
        # organisations stay
        (["王府"], "王府井百货", "王府井百货"),
        # Latin names are whole words
        (["Ann Lee"], "Ann Lee and Ann Leeson", "A** L** and Ann Leeson"),
        (["张三", "李四"], "张三、李四和王五", "张某、李某和王五"),
    ],
)  # fmt: skip
def test_names_in_texts(names: list[str], text: str, masked: str) -> None:
    assert Masker(people(*names)).text(text) == masked


def test_a_vendor_that_is_called_after_a_person_stays() -> None:
    rows = {**people("张三丰"), "vendor": [{"name": "长沙张三丰建材店", "aliases": None}]}
    said = Masker(rows).text("长沙张三丰建材店的张三丰")
    assert said == "长沙张三丰建材店的张某某"


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        # phones
        ("电话13812345678。", "电话138****5678。"),
        ("（138-1234-5678）", "（138-****-5678）"),
        ("138 1234 5678", "138 **** 5678"),
        ("+86 13812345678", "+86 138****5678"),
        ("张三/13812345678,13987654321", "张三/138****5678,139****4321"),
        ("0731-88661234", "0731-****1234"),
        ("(0731)88661234", "(0731)****1234"),
        ("联系电话：88661234", "联系电话：8****234"),
        # numbers that are no phones
        ("13812345678元", "13812345678元"),
        ("13812345678.50", "13812345678.50"),
        ("13,812,345,678", "13,812,345,678"),
        ("长财字〔2018〕13812345678号", "长财字〔2018〕13812345678号"),
        ("合同编号：13812345678", "合同编号：13812345678"),
        ("HT-13812345678", "HT-13812345678"),
        ("138123456789", "138123456789"),
        ("已支付2,053.31万元，占100.00%", "已支付2,053.31万元，占100.00%"),
        ("2018-06-08至2019-05-07", "2018-06-08至2019-05-07"),
        # identity numbers, and a credit code that is none
        ("身份证430102199003071234", "身份证4301**************"),
        ("43010219900307123X", "4301**************"),
        ("身份证号：430102900307123", "身份证号：4301***********"),
        ("914301007700000000", "914301007700000000"),
        ("91430100MA4L1234XY", "91430100MA4L1234XY"),
        # mail
        ("zhang.san@csc.gov.cn", "z********@csc.gov.cn"),
        ("12345678@qq.com", "1*******@qq.com"),
    ],
)  # fmt: skip
def test_numbers_and_addresses(text: str, masked: str) -> None:
    assert Masker({}).text(text) == masked
    assert len(masked) == len(text)


def test_what_is_typed_into_the_field_for_phones_is_masked_as_it_stands() -> None:
    rows = {"roster_entry": [{"name": "李四", "phone": "8866 123"}]}
    assert Masker(rows).text("李四 8866 123；88 66123") == "李某 8*** 123；88 66123"


NAME, PHONE = "张三丰", "13812345678"
MADE = Document(
    f"{NAME}的报告",
    (
        Title(f"报告\n{NAME}"),
        Heading(1, f"一、{NAME}", "opening"),
        Paragraph(
            (Run("由张三"), Run("丰", bold=True), Run("支付"), Run("13.81万元", ("fund", "F1", "已支付")))
        ),
        Table(
            f"{NAME}经手",
            "万元",
            (Column("提供人"), Column("金额", 5, "right")),
            (
                TableRow((Cell(NAME, ("request", "R1", "provider")), "2,053.31")),
                TableRow((PHONE, Cell("—")), "total"),
            ),
            1,
        ),
        Annex("1", f"{NAME}清单"),
        Signature((f"主评人：{NAME}", "2019年8月2日")),
    ),
    subject=NAME,
    keywords=(NAME, "绩效"),
    author=NAME,
)  # fmt: skip


def test_every_block_and_the_documents_own_words_are_masked_and_nothing_else_changes() -> None:
    masked = public(MADE, people(NAME))
    assert NAME not in repr(masked) and PHONE not in repr(masked)
    paragraph = masked.blocks[2]
    assert isinstance(paragraph, Paragraph)
    assert [run.text for run in paragraph.runs] == ["由张某", "某", "支付", "13.81万元"]
    # what is printed differs only by the masks: putting the names back gives the document as it was
    expected = repr(MADE).replace("由张三", "由张某").replace("Run(text='丰'", "Run(text='某'")
    assert repr(masked) == expected.replace(NAME, "张某某").replace(PHONE, "138****5678")


def test_a_column_that_says_so_makes_a_word_a_name() -> None:
    table = Table("", "", (Column("提供人"), Column("时段")), (TableRow(("高峰", "高峰")),))
    masked = public(Document("", (table,)), people("高峰")).blocks[0]
    assert isinstance(masked, Table) and masked.rows[0].cells == ("高某", "高峰")


def test_a_document_without_persons_is_public_as_it_is() -> None:
    plain = replace(MADE, title="", subject="", author="", keywords=(), blocks=(Title("报告"),))
    assert public(plain, people(NAME)) == plain


@given(
    st.lists(
        st.sampled_from(["张三丰", "李四", "高峰", "，", "用于", "12.50万元", "13812345678", " "]), max_size=9
    )
)
def test_a_text_keeps_its_length_and_masking_again_changes_nothing(parts: list[str]) -> None:
    masker = Masker(people("张三丰", "李四", "高峰"))
    once = masker.text("".join(parts))
    assert len(once) == len("".join(parts))
    assert masker.text(once) == once
    assert re.findall(r"\d+\.\d+", once) == re.findall(r"\d+\.\d+", "".join(parts))


@settings(max_examples=60)
@given(DOCUMENTS)
def test_whatever_is_masked_the_document_keeps_its_shape_and_its_sources(made: Document) -> None:
    masked = public(made, people(NAME, "李四"))
    assert [len(text) for text in shape(Document).words(masked)] == [
        len(text) for text in shape(Document).words(made)
    ]
    assert hidden(masked) == hidden(made)


def hidden(document: Document) -> str:
    """The document without its words."""
    return repr(shape(Document).reword(document, lambda text: ""))


def test_the_declared_fields_are_there() -> None:
    for table, field in (*NAMES, *PHONES, *ORGANISATIONS):
        assert SCHEMA[table].has(field), f"{table}.{field}"


def test_ten_thousand_people_are_masked_in_a_moment() -> None:
    signs = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英"
    names = [
        f"{family}{one}{two}"
        for family in "张王李赵陈刘杨黄吴徐孙胡朱郭罗马林宋郑"
        for one in signs
        for two in signs
    ]
    table = Table("", "", (Column("姓名"), Column("备注")), tuple(TableRow((name, "签收")) for name in names))
    started = time.perf_counter()
    masked = public(Document("", (table,)), people(*names)).blocks[0]
    assert time.perf_counter() - started < 5
    assert isinstance(masked, Table) and all(row.cell(0).text.endswith("某某") for row in masked.rows)
