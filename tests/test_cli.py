"""The commands as people and other programs call them: sentences, JSON, exit codes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from main import main
from services.project import Project

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*words: object) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main([str(word) for word in words])
        out, err = capsys.readouterr()
        return code, out, err

    return call


@pytest.fixture
def score(run: Run, sample_path: Path) -> Callable[[], dict[str, Any]]:
    def ask() -> dict[str, Any]:
        code, out, _ = run("score", sample_path, "--json")
        assert code == 0
        return json.loads(out)  # type: ignore[no-any-return]

    return ask


def payment_of(run: Run, path: Path, amount: str) -> str:
    run("export", path, path.with_suffix(".json"))
    tables = json.loads(path.with_suffix(".json").read_text("utf-8"))["tables"]
    return next(str(row["id"]) for row in tables["payment"] if row["amount"] == amount)


def test_the_sample_has_the_figures_of_the_case(score: Callable[[], dict[str, Any]]) -> None:
    facts = score()["facts"]
    expected = {
        "总指标": "2324.67",
        "已支付": "2053.31",
        "年初预算": "875.18",
        "预算执行率": "88.33",
        "预算调整率": "165.62",
        "结余结转率": "31.01",
    }
    assert {name: facts[name] for name in expected} == expected
    rates = [facts["funds"][f"F{number}"]["预算执行率"] for number in range(1, 7)]
    assert rates == ["100.00", "62.26", "100.00", "84.77", "93.72", "100.00"]


def test_the_sample_is_scored_whole_and_comes_out_as_zhong(score: Callable[[], dict[str, Any]]) -> None:
    found = score()
    assert found["grade"] == "中" and found["open_points"] == "0.00"
    assert sum(Decimal(level["score"]) for level in found["levels"]) == Decimal(found["total"])
    assert all(one["explanation"] for one in found["indicators"])


def test_set_changes_the_total_and_undo_brings_everything_back(
    run: Run, sample_path: Path, score: Callable[[], dict[str, Any]]
) -> None:
    before = score()
    payment = payment_of(run, sample_path, "315.00")
    tables = sample_path.with_suffix(".json").read_text("utf-8")
    assert run("set", sample_path, "payment", payment, "amount", "115.00")[0] == 0
    after = score()
    assert after["facts"]["已支付"] == "1853.31" and after["facts"]["funds"]["F3"]["预算执行率"] == "63.18"
    assert after["total"] != before["total"]
    assert run("undo", sample_path)[0] == 0
    assert score() == before
    run("export", sample_path, sample_path.with_suffix(".json"))
    assert sample_path.with_suffix(".json").read_text("utf-8") == tables
    assert run("redo", sample_path)[0] == 0
    assert score() == after


def test_history_names_person_time_field_before_and_after(run: Run, sample_path: Path) -> None:
    payment = payment_of(run, sample_path, "315.00")
    run("set", sample_path, "payment", payment, "amount", "3150000元", "--person", "李工")
    newest = json.loads(run("history", sample_path, "--json")[1])["entries"]
    assert newest == sorted(newest, key=lambda entry: entry["time"], reverse=True) and len(newest) == 1
    run("set", sample_path, "payment", payment, "amount", "316", "--person", "李工")
    entry = json.loads(run("history", sample_path, "--json")[1])["entries"][0]
    change = {"table": "payment", "row": payment, "field": "amount", "before": "315.00", "after": "316.00"}
    assert entry["person"] == "李工" and entry["kind"] == "edit" and "T" in entry["time"]
    assert [{key: one[key] for key in change} for one in entry["changes"]] == [change]
    assert entry["changes"][0]["name"] and "付款金额" in entry["label"]


def test_the_history_names_what_a_cell_pointed_to(run: Run, sample_path: Path) -> None:
    contract = "长沙市政府协同办公系统运维项目(2017)"
    vendor = "湖南创博龙智信息科技股份有限公司"
    assert run("set", sample_path, "contract", contract, "vendor", vendor)[0] == 0
    said = run("history", sample_path)[1]
    assert f"{contract} · 服务单位：湖南科创信息技术股份有限公司 → {vendor}" in said


def test_nothing_to_take_back_is_said_with_code_1(run: Run, sample_path: Path) -> None:
    assert run("undo", sample_path)[:2] == (1, "没有可以撤销的修改\n")
    assert run("redo", sample_path)[0] == 1


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("payment", "没有的", "amount", "1"), "没有编号或名称为“没有的”的付款"),
        (("fund", "F2", "declared_paid", "三百"), "不是金额"),
        (("fund", "F2", "colour", "1"), "没有字段“colour”"),
        (("colour", "F2", "name", "1"), "没有名为“colour”的表"),
        (("contract_item", "安全培训服务", "amount", "10"), "请改用 id"),
        (("project", "-", "year", "2108"), "1949 到 2099"),
        (("contract", "舆情监控系统运维", "fund", "F9"), "没有编号或名称为“F9”的资金项目"),
        (("setting", "money_unit", "value", "美元"), "只能是：万元、元"),
    ],
)
def test_what_cannot_be_set_is_said_and_nothing_changes(
    run: Run, sample_path: Path, words: tuple[str, ...], sentence: str
) -> None:
    content = sample_path.read_bytes()
    code, _, said = run("set", sample_path, *words)
    assert code == 2 and sentence in said
    assert sample_path.read_bytes() == content


def test_set_takes_codes_names_and_settings(
    run: Run, sample_path: Path, score: Callable[[], dict[str, Any]]
) -> None:
    assert run("set", sample_path, "fund", "F2", "declared_paid", "350.80")[0] == 0
    assert run("set", sample_path, "contract", "舆情监控系统运维", "vendor", "新公司")[0] == 0
    assert run("set", sample_path, "setting", "carry_over_base", "value", "总指标")[0] == 0
    assert score()["facts"]["结余结转率"] == "11.67"
    assert run("set", sample_path, "fund", "F2", "declared_paid", "")[0] == 0


def test_check_names_what_the_unit_declared_otherwise(run: Run, sample_path: Path) -> None:
    code, out, _ = run("check", sample_path, "--json")
    pairs = {
        (one["found"], one["expected"]) for one in json.loads(out)["problems"] if one["severity"] == "错误"
    }
    assert code == 1
    assert {("590.61", "610.61"), ("71.80", "91.80"), ("350.79", "350.80"), ("89.57", "89.58")} <= pairs
    messages = [one["message"] for one in json.loads(out)["problems"]]
    assert any("2,053.30" in each and "2,053.31" in each for each in messages)


def test_reading_commands_leave_the_file_as_it_is(run: Run, sample_path: Path, tmp_path: Path) -> None:
    content, stamp = sample_path.read_bytes(), sample_path.stat().st_mtime_ns
    for words in (("score", "--json"), ("check",), ("history",), ("verify",)):
        assert run(words[0], sample_path, *words[1:])[0] in (0, 1)
    assert run("export", sample_path, tmp_path / "a.json")[0] == 0
    assert (sample_path.read_bytes(), sample_path.stat().st_mtime_ns) == (content, stamp)


def test_a_workbook_makes_the_same_project_again(
    run: Run, sample_path: Path, tmp_path: Path, score: Callable[[], dict[str, Any]]
) -> None:
    workbook, other = tmp_path / "交换.xlsx", tmp_path / "另一个.jiheng"
    assert run("export", sample_path, workbook)[0] == 0
    assert run("new", other)[0] == 0
    assert run("import", other, workbook)[0] == 0
    assert json.loads(run("score", other, "--json")[1]) == score()
    run("export", sample_path, tmp_path / "a.json")
    run("new", tmp_path / "b.jiheng", "--from", workbook)
    run("export", tmp_path / "b.jiheng", tmp_path / "b.json")
    one, two = (json.loads((tmp_path / name).read_text("utf-8")) for name in ("a.json", "b.json"))
    assert one == two
    assert run("import", sample_path, workbook)[:2] == (0, "已导入 0 行\n")


def test_new_never_overwrites(run: Run, sample_path: Path) -> None:
    content = sample_path.read_bytes()
    code, _, said = run("new", sample_path, "--sample")
    assert code == 2 and "没有覆盖" in said
    assert sample_path.read_bytes() == content


@pytest.mark.parametrize(
    "words",
    [("score",), ("set", "a.jiheng", "fund"), ("export", "a.jiheng", "b.pdf", "--what", "all"), ("wrong",)],
)
def test_wrong_use_is_explained_with_code_2(run: Run, words: tuple[str, ...]) -> None:
    try:
        code, _, said = run(*words)
    except SystemExit as left:  # argparse itself
        code, said = int(str(left.code)), ""
    assert code == 2 and "Traceback" not in said


@pytest.mark.parametrize("command", ["score", "check", "history", "verify", "undo"])
def test_a_foreign_file_is_named_and_left_alone(run: Run, tmp_path: Path, command: str) -> None:
    foreign = tmp_path / "报表.jiheng"
    foreign.write_bytes(b"PK\x03\x04 not ours" * 100)
    code, _, said = run(command, foreign)
    assert code == 2 and said.strip() and "Traceback" not in said
    assert foreign.read_bytes() == b"PK\x03\x04 not ours" * 100
    assert [path.name for path in tmp_path.iterdir() if path != foreign and path.suffix != ".json"] == []


def sheet_file(folder: Path, name: str, text: str) -> Path:
    """A CSV file that is one table."""
    path = folder / f"{name}.csv"
    path.write_text(text, "utf-8")
    return path


def test_new_from_a_workbook_with_a_bad_cell_makes_nothing(run: Run, tmp_path: Path) -> None:
    bad = sheet_file(tmp_path, "资金项目", "编号,项目名称,申报总指标\nF1,甲,三百\n")
    code, out, said = run("new", tmp_path / "a.jiheng", "--from", bad)
    assert code == 2 and "没有建立" in said
    assert "工作表“资金项目”第 2 行“申报总指标”" in out and "563.40" in out
    assert not (tmp_path / "a.jiheng").exists()


def test_new_says_what_it_left_alone(run: Run, tmp_path: Path) -> None:
    other = sheet_file(tmp_path, "资金项目", "编号,项目名称,心情\nF1,甲,好\n")
    code, out, _ = run("new", tmp_path / "a.jiheng", "--from", other)
    assert code == 0 and "列“心情”不认识" in out


def test_new_from_a_standard_is_said_to_come_later(run: Run, tmp_path: Path) -> None:
    code, _, said = run("new", tmp_path / "a.jiheng", "--standard", "财政部2020")
    assert code == 2 and "指标体系" in said and not (tmp_path / "a.jiheng").exists()


def test_import_takes_nothing_or_the_good_rows(run: Run, sample_path: Path, tmp_path: Path) -> None:
    mixed = sheet_file(tmp_path, "资金项目", "编号,项目名称,申报总指标\nF7,好的,1\nF8,坏的,三百\nF1,改名,\n")
    content = sample_path.read_bytes()
    code, out, _ = run("import", sample_path, mixed)
    assert code == 1 and "什么也没有导入" in out and "第 3 行" in out
    assert sample_path.read_bytes() == content
    code, out, _ = run("import", sample_path, mixed, "--good-rows")
    assert code == 1 and "已导入 2 行" in out and "→ 改名" in out
    assert run("import", sample_path, mixed, "--good-rows", "--json")[0] == 1
    newest = json.loads(run("history", sample_path, "--json")[1])["entries"][0]
    assert newest["kind"] == "import" and {one["table"] for one in newest["changes"]} == {"fund"}
    assert run("undo", sample_path)[0] == 0
    assert "好的" not in run("score", sample_path, "--json")[1]


@pytest.mark.parametrize(
    ("words", "after"),
    [
        (("fund", "F2", "declared_paid", "-3.5"), "-3.50"),
        (("fund", "F2", "declared_paid", "3508000元"), "350.80"),
        (("fund", "F2", "declared_paid", "12.345678"), "12.345678"),
        (("资金项目", "F2", "申报已支付", "1,234.5"), "1234.50"),
        (("fund", "F2", "declared_paid", ""), None),
        (("fund", "F2", "declared_rate", "88.330%"), "88.33"),
        (("fund", "F2", "void_reason", "重复"), "重复"),
        (("project", "-", "year", "2019"), 2019),
        (("contract", "舆情监控系统运维", "signed_on", "2018年6月"), "2018-06"),
    ],
)
def test_set_reads_what_one_would_type(
    run: Run, sample_path: Path, words: tuple[str, ...], after: object
) -> None:
    code, out, _ = run("set", sample_path, *words, "--json")
    told = json.loads(out)
    assert (code, told["changed"], told["after"]) == (0, True, after)


def test_set_counts_in_wan_whatever_the_unit_of_the_project(run: Run, sample_path: Path) -> None:
    assert run("set", sample_path, "setting", "金额单位", "value", "元")[0] == 0
    code, out, _ = run("set", sample_path, "fund", "F2", "declared_paid", "350.80")
    assert (code, out) == (0, "已保存：350.80 万元\n")


def test_set_names_the_candidates_and_takes_their_ids(run: Run, sample_path: Path) -> None:
    code, _, said = run("set", sample_path, "contract_item", "安全培训服务", "amount", "10")
    ids = re.findall(r"id (\w+)", said.split("：", 2)[-1])
    assert code == 2 and len(ids) == 2
    assert run("set", sample_path, "contract_item", ids[0], "amount", "10", "--person", "李工")[0] == 0
    assert json.loads(run("history", sample_path, "--json")[1])["entries"][0]["person"] == "李工"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("setting", "没有的", "value", "1"), "没有名为“没有的”的项目设置"),
        (("setting", "bands", "value", "很好"), "不是等次界限"),
        (("setting", "execution_standard", "value", "很高"), "百分数"),
        (("attachment", "x", "name", "y"), "没有名为“attachment”的表可以修改"),
        (("indicator", "A1", "parent", "A1"), "绕成了圈"),
        (("term", "合同签订后付30%", "share", "140"), ""),
        (("vendor", "x", "void_reason", "y"), "没有字段“void_reason”"),
    ],
)
def test_what_set_refuses(run: Run, sample_path: Path, words: tuple[str, ...], sentence: str) -> None:
    content = sample_path.read_bytes()
    code, out, said = run("set", sample_path, *words)
    assert (code, out) == (2, "") and sentence in said and len(said.splitlines()) == 1
    assert sample_path.read_bytes() == content


def test_score_names_every_fact_with_its_value_and_why_the_total_is_below_the_sum(
    run: Run, sample_path: Path, score: Callable[[], dict[str, Any]]
) -> None:
    with Project.open(sample_path) as project, project.edit("封顶") as edit:
        edit.insert("cap", {"kind": "封顶", "condition": "预算执行率 < 90", "limit": Decimal(55)})
    said = run("score", sample_path)[1].splitlines()
    assert said[0] == "总分 55.00，等次 差"
    assert said[1] == "封顶条件“预算执行率 < 90”成立（88.33% < 90），总分不超过 55.00"
    assert "年初预算　875.18　资金指标 4 笔合计" in said
    assert score()["ceilings"] == [said[1]]


def test_import_does_not_tell_a_blind_score_as_a_difference(
    run: Run, sample_path: Path, tmp_path: Path
) -> None:
    with Project.open(sample_path) as project, project.edit("评分") as edit:
        indicator = edit.insert("indicator", {"code": "盲", "name": "论证", "weight": Decimal(0)})
        person = edit.insert("person", {"name": "甲", "role": "专家"})
        score = edit.insert(
            "expert_score", {"indicator": indicator, "person": person, "score": Decimal("9.17")}
        )
    book = tmp_path / "表.xlsx"
    assert run("export", sample_path, book)[0] == 0
    with Project.open(sample_path) as project, project.edit("背靠背") as edit:
        edit.update("expert_score", score, {"score": Decimal("7.23")})
        edit.insert("setting", {"key": "experts_released", "value": "否"})
    code, said, _ = run("import", sample_path, book)
    assert code == 0
    assert "得分（尚未公布）" in said
    assert "7.23" not in said


def test_versions_are_frozen_listed_and_compared(run: Run, sample_path: Path) -> None:
    assert run("versions", sample_path)[1].startswith("还没有定稿过")
    assert run("freeze", sample_path, "征求意见稿")[1].startswith("已定稿：征求意见稿　")
    run("set", sample_path, "fund", "F2", "declared_paid", "340")
    code, out, _ = run("freeze", sample_path, "送审稿", "--title", "第二次", "--json")
    assert code == 0 and json.loads(out)["title"] == "第二次"
    listed = json.loads(run("versions", sample_path, "--json")[1])["versions"]
    assert [(each["stage"], each["title"]) for each in listed] == [
        ("征求意见稿", "征求意见稿"),
        ("送审稿", "第二次"),
    ]
    code, out, _ = run("compare", sample_path, "征求意见稿")
    assert code == 0 and "·申报已支付 350.79 → 340.00，1 处" in out
    code, out, _ = run("compare", sample_path, "征求意见稿", "第二次", "--json")
    kinds = {each["kind"] for each in json.loads(out)["differences"]}
    assert code == 0 and kinds == {"figure", "words", "data"}
    assert "没有差异" in run("compare", sample_path, "第二次", "送审稿")[1]


def test_a_comparison_and_a_version_are_written_as_files(run: Run, sample_path: Path, tmp_path: Path) -> None:
    run("freeze", sample_path, "初稿")
    code, out, _ = run("compare", sample_path, "初稿", "--out", tmp_path / "比较.docx")
    assert code == 0 and "已导出" in out and (tmp_path / "比较.docx").is_file()
    code, out, _ = run("export", sample_path, tmp_path / "稿.pdf", "--version", "初稿", "--public")
    assert code == 0 and "公开版；" in out and (tmp_path / "稿.pdf").read_bytes().startswith(b"%PDF")


def test_a_version_holds_no_tables_to_export(run: Run, sample_path: Path, tmp_path: Path) -> None:
    run("freeze", sample_path, "初稿")
    out = tmp_path / "表.xlsx"
    code, _, err = run("export", sample_path, out, "--version", "初稿", "--what", "tables")
    assert code == 2 and "不能从中导出数据表" in err and not out.exists()


def test_a_public_report_names_nobody_and_tables_are_never_public(
    run: Run, sample_path: Path, tmp_path: Path
) -> None:
    code, out, _ = run("export", sample_path, tmp_path / "公开.docx", "--public")
    assert code == 0 and "公开版；" in out
    code, _, err = run("export", sample_path, tmp_path / "表.xlsx", "--public")
    assert code == 2 and "数据表（.xlsx）没有公开版" in err


def test_an_unknown_stage_or_version_is_wrong_use(run: Run, sample_path: Path) -> None:
    assert run("freeze", sample_path, "定稿")[0] == 2
    code, _, err = run("compare", sample_path, "终稿")
    assert code == 2 and "还没有定稿过" in err
