"""What export writes by a file's ending, and the sentences for what it does not write."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from models.records import Records
from services.errors import ExportCancelled, UserProblem
from services.exporting.outputs import export_file
from tests.models.changsha import changsha, records


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "项目.jiheng"
    path.write_bytes(b"project")
    return path


@pytest.mark.parametrize("what", [None, "report"])
def test_pdf_is_the_report(source: Path, what: str | None) -> None:
    out = source.with_name("报告.pdf")
    said = export_file(records(), out, what, source=source)
    assert out.read_bytes().startswith(b"%PDF")
    assert said.startswith(f"已导出 {out}（")
    assert " 页；字体：" in said


@pytest.mark.parametrize("what", [None, "report"])
def test_docx_is_the_report_with_the_same_words(source: Path, what: str | None) -> None:
    from docx import Document

    out = source.with_name("报告.docx")
    said = export_file(changsha(), out, what, source=source)
    assert said.startswith(f"已导出 {out}（Word 报告；")
    assert "仿宋_GB2312" in said
    headings = [each.text for each in Document(out).paragraphs if each.style.name == "Heading 1"]
    assert len(headings) == 9
    assert headings[0] == "一、评价情况"


def test_docx_is_also_the_self_evaluation(source: Path) -> None:
    from docx import Document

    out = source.with_name("自评.docx")
    assert "绩效自评表 6 份" in export_file(changsha(), out, "self-evaluation", source=source)
    assert len(Document(out).tables) == 6


def test_xlsx_of_the_report_are_its_tables_with_formulas(source: Path) -> None:
    from openpyxl import load_workbook

    out = source.with_name("附表.xlsx")
    assert "可以试算" in export_file(changsha(), out, "report", source=source)
    assert load_workbook(out).sheetnames == ["汇总", "资金表", "合同表", "支付明细"]


@pytest.mark.parametrize("name", ["佐证.pdf", "佐证.docx", "佐证.xlsx"])
@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([{"title": "验收单"}, {"title": "回单", "void_reason": "重复"}], "佐证材料目录 1 项"),
        ([], "目前没有登记佐证材料"),
    ],
)
def test_the_evidence_index_is_a_file_of_its_own(
    source: Path, name: str, rows: list[dict[str, str]], said: str
) -> None:
    out = source.with_name(name)
    assert said in export_file(changsha(evidence=rows), out, "evidence", source=source)
    assert out.stat().st_size > 1000


@pytest.mark.parametrize("what", [None, "tables"])
def test_json_is_every_table(source: Path, what: str | None) -> None:
    out = source.with_name("表.JSON")
    assert export_file(changsha(), out, what, source=source).startswith(f"已导出 {out}（")
    tables = json.loads(out.read_text("utf-8"))["tables"]
    assert len(tables["contract"]) == 23
    assert tables["contract"][9]["amount"] == "36.00"


@pytest.mark.parametrize("what", [None, "tables"])
def test_xlsx_is_the_exchange_workbook(source: Path, what: str | None) -> None:
    from openpyxl import load_workbook

    out = source.with_name("表.xlsx")
    assert export_file(changsha(), out, what, source=source).startswith(f"已导出 {out}（")
    assert load_workbook(out)["合同"].max_row == 24


@pytest.mark.parametrize(
    ("name", "what", "said"),
    [
        ("表.docx", "tables", "数据表不能导出为 .docx 文件。请把文件名改为 .xlsx 或 .json 结尾"),
        ("表.pdf", "tables", "数据表不能导出为 .pdf 文件。请把文件名改为 .xlsx 或 .json 结尾"),
        ("报告.json", "report", "报告不能导出为 .json 文件。请把文件名改为 .pdf、.docx 或 .xlsx 结尾"),
        ("自评.json", "self-evaluation", "不能导出为 .json 文件。请把文件名改为 .pdf、.docx 或 .xlsx 结尾"),
        ("自评.xlsx", "self-evaluation", "项目里还没有资金项目"),
        ("自评.docx", "self-evaluation", "项目里还没有资金项目"),
        ("佐证.json", "evidence", "不能导出为 .json 文件。请把文件名改为 .pdf、.docx 或 .xlsx 结尾"),
        ("报告.txt", None, "不认识扩展名“.txt”"),
        ("报告", "report", "不认识扩展名"),
        ("报告.pdf", "everything", "不能导出“everything”"),
        ("没有/报告.pdf", None, "文件夹"),
    ],
)
def test_what_cannot_be_written_is_said(source: Path, name: str, what: str | None, said: str) -> None:
    out = source.parent / name
    with pytest.raises(UserProblem, match=said.replace(".", r"\.")):
        export_file(records(), out, what, source=source)
    assert [each.name for each in source.parent.iterdir()] == [source.name]


def test_the_project_file_is_never_overwritten(tmp_path: Path) -> None:
    project = tmp_path / "项目.pdf"
    project.write_bytes(b"project")
    link = tmp_path / "别名.pdf"
    link.symlink_to(project)
    (tmp_path / "夹").mkdir()
    for out in (project, link, tmp_path / "夹" / ".." / "项目.pdf"):
        with pytest.raises(UserProblem, match="项目文件本身"):
            export_file(records(), out, None, source=project)
    assert project.read_bytes() == b"project"


def test_a_folder_of_that_name_is_said(source: Path) -> None:
    out = source.with_name("报告.pdf")
    out.mkdir()
    with pytest.raises(UserProblem, match="那是一个文件夹"):
        export_file(records(), out, None, source=source)


def test_an_empty_project_can_be_exported(source: Path) -> None:
    for name in ("空.pdf", "空.docx", "空.xlsx", "空.json"):
        export_file(Records({}), source.with_name(name), None, source=source)
        assert source.with_name(name).stat().st_size > 0


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("报告.pdf", None),
        ("报告.docx", None),
        ("表.xlsx", None),
        ("自评.pdf", "self-evaluation"),
        ("自评.docx", "self-evaluation"),
        ("佐证.pdf", "evidence"),
        ("佐证.docx", "evidence"),
    ],
)
def test_a_long_export_is_told_and_can_be_stopped(source: Path, name: str, what: str | None) -> None:
    out = source.with_name(name)
    out.write_bytes(b"old")
    told: list[int] = []
    with pytest.raises(ExportCancelled, match="导出已取消，没有写入文件"):
        export_file(
            changsha(), out, what, source=source,
            progress=told.append, cancelled=lambda: bool(told) and told[-1] >= 60,
        )  # fmt: skip
    assert out.read_bytes() == b"old"
    assert sorted(each.name for each in source.parent.iterdir()) == sorted([source.name, name])
    told.clear()
    export_file(changsha(), out, what, source=source, progress=told.append)
    assert told == sorted(set(told)) and told[-1] == 100
