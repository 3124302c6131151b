"""The standards library: official texts kept, weights of 100, whole or by branch, own ones, comparison."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from main import main
from models import rules
from models.evaluation import evaluate
from models.fields import Row
from models.formula import parse
from models.records import Records
from models.schema import SCHEMA
from models.standard import Entry, Standard
from services import standards
from services.errors import UserProblem
from services.exchange import plain
from services.exporting.standard_xlsx import write_standard
from services.exporting.xlsx import write_workbook
from services.importing import plan, read_sheets
from services.project import Project
from services.resources import resource
from services.sample import sample_sheets
from services.workspace import Workspace

SHIPPED = ("MOF-2020-10-annex2", "MOF-2013-53-project", "MOF-2013-53-department", "special-2018")
FRAMES = Path(__file__).resolve().parents[3] / "shared" / "design" / "indicator_frameworks.json"
PROJECT_FRAME = SHIPPED[0]


def leaves(standard: Standard) -> list[Entry]:
    """The indicators that carry points."""
    return [entry for entry in standard.entries if entry.values.get("weight") is not None]


def records_of(project: Project) -> Records:
    return Records({name: project.rows(name) for name in SCHEMA})


def paths(records: Records) -> set[str]:
    """Every indicator of a project by the names above it and its own."""
    known: dict[str, Row] = {row["id"]: row for row in records.all("indicator")}

    def path(row: Row) -> str:
        above = known.get(row["parent"])
        return f"{path(above)} › {row['name']}" if above is not None else str(row["name"])

    return {path(row) for row in known.values()}


@pytest.mark.parametrize(("identity", "count"), [*zip(SHIPPED, (17, 20, 28, 24), strict=True)])
def test_a_shipped_standard_is_whole(identity: str, count: int) -> None:
    standard = standards.load(identity)
    scored = leaves(standard)
    assert len(scored) == count
    assert sum(Decimal(str(entry.values["weight"])) for entry in scored) == 100
    assert len({entry.code for entry in standard.entries}) == len(standard.entries)
    assert "为绩衡建议" in standard.remark
    assert not standard.own
    for entry in scored:
        values = entry.values
        assert values["explanation"]
        assert values["criteria"]
        rules.parse_parameters(str(values["rule"]), str(values["parameters"]))
        assert (values["rule"] == "points") == bool(standard.children(entry.id))
        assert (values["measure"] == "公式") == ("formula" in values)
        if "formula" in values:
            parse(str(values["formula"]))


def test_outputs_and_effects_carry_sixty_points_in_the_frame_of_2020() -> None:
    standard = standards.load(PROJECT_FRAME)
    total = 0
    for root in standard.children(None):
        if root.name in ("产出", "效益"):
            total += sum(int(str(each.values.get("weight", 0))) for each in standard.under(root.id))
    assert total >= 60


@pytest.mark.skipif(not FRAMES.exists(), reason="the official texts are not beside this checkout")
@pytest.mark.parametrize("number", range(3))
def test_the_official_texts_are_taken_over(number: int) -> None:
    frame = json.loads(FRAMES.read_text("utf-8"))["frameworks"][number]
    standard = standards.load(frame["id"])
    known = {plain(standard.path(entry)): entry for entry in standard.entries}
    for official in frame["indicators"]:
        words = (official["level1"], official["level2"], official["level3"])
        entry = known[plain(" › ".join(words))]
        lines = str(entry.values["explanation"]).splitlines()
        assert lines[0] == official["explanation"]
        assert [child.name for child in standard.children(entry.id)] == official["points"]
        for text in official["definitions"].values():
            assert text in str(entry.values["explanation"])
        memory = "from memory" in official.get("note", "")
        assert ("凭记忆整理" in lines[-1]) == memory


@pytest.mark.parametrize("identity", SHIPPED)
def test_a_new_project_from_a_standard_has_everything_open(
    identity: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "新.jiheng"
    title = standards.load(identity).title
    assert main(["new", str(path), "--standard", title]) == 0
    capsys.readouterr()
    main(["score", str(path), "--json"])
    score = json.loads(capsys.readouterr().out)
    assert (score["total"], score["grade"], score["open_points"]) == ("0.00", None, "100.00")
    main(["check", str(path), "--json"])
    problems = json.loads(capsys.readouterr().out)["problems"]
    errors = {(each["check"], each["place"]["field"]) for each in problems if each["severity"] == "错误"}
    assert errors == {("rows.required", field) for field in ("title", "unit", "year")}
    with Project.open(path) as project:
        assert title in records_of(project).project["framework"]
        assert project.verify() == []


def test_an_unknown_standard_is_answered_with_the_list(tmp_path: Path) -> None:
    with pytest.raises(UserProblem) as told:
        standards.load("没有这个")
    assert all(identity in str(told.value) for identity in SHIPPED)
    assert main(["new", str(tmp_path / "a.jiheng"), "--standard", "没有这个"]) == 2
    assert not (tmp_path / "a.jiheng").exists()


def test_a_workbook_with_its_own_table_is_refused_beside_a_standard(tmp_path: Path) -> None:
    book = tmp_path / "上年.xlsx"
    write_standard(standards.load(PROJECT_FRAME), book)
    words = ["new", str(tmp_path / "a.jiheng"), "--standard", PROJECT_FRAME, "--from", str(book)]
    assert main(words) == 2
    assert not (tmp_path / "a.jiheng").exists()


def test_a_workbook_without_indicators_goes_with_a_standard(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = tmp_path / "资金项目.csv"
    sheet.write_text("编号,项目名称\nF1,门户运维\n", "utf-8")
    path = tmp_path / "a.jiheng"
    assert main(["new", str(path), "--standard", PROJECT_FRAME, "--from", str(sheet)]) == 0
    with Project.open(path) as project:
        assert [row["name"] for row in project.rows("fund")] == ["门户运维"]
        assert len(project.rows("indicator")) == len(standards.load(PROJECT_FRAME).entries)


def test_applied_whole_it_replaces_the_table_in_one_edit(sample_path: Path) -> None:
    standard = standards.load(PROJECT_FRAME)
    with Project.open(sample_path) as project:
        workspace = Workspace(project)
        before = workspace.records.all("indicator")
        with workspace.edit("套用指标体系") as edit:
            made = standards.apply(edit, workspace.records, standard, anew=True)
        assert len(made) == len(standard.entries) == len(workspace.records.all("indicator"))
        assert paths(workspace.records) == {standard.path(entry) for entry in standard.entries}
        assert workspace.evaluation.weight == 100
        # 预算执行率 and 资金到位率 and late milestones follow from the rows at once, the rest is open
        assert workspace.evaluation.open_points == 100 - 4 - 6 - 7
        assert standard.title in workspace.records.project["framework"]
        workspace.undo()
        assert workspace.records.all("indicator") == before


def test_a_branch_goes_where_its_names_stand(tmp_path: Path) -> None:
    standard = standards.load(PROJECT_FRAME)
    by_path = {standard.path(entry): entry.id for entry in standard.entries}
    with Project.create(tmp_path / "a.jiheng") as project:
        with project.edit("一") as edit:
            first = standards.apply(
                edit, records_of(project), standard, by_path["过程 › 资金管理 › 预算执行率"]
            )
        assert paths(records_of(project)) == {"过程", "过程 › 资金管理", "过程 › 资金管理 › 预算执行率"}
        with project.edit("二") as edit:
            second = standards.apply(edit, records_of(project), standard, by_path["过程 › 组织实施"])
        assert (len(first), len(second)) == (3, 1 + 2 + 2 + 4)
        with project.edit("三") as edit:
            standards.apply(edit, records_of(project), standard, by_path["过程 › 资金管理 › 资金到位率"])
        records = records_of(project)
        assert [row["name"] for row in records.of("indicator", "parent", None)] == ["过程"]
        assert evaluate(records).weight == 6 + 4 + 5 + 4
        assert records.project["framework"] is None


def test_a_projects_table_is_kept_listed_and_applied(sample_path: Path, tmp_path: Path) -> None:
    with Project.open(sample_path) as project:
        records = records_of(project)
    own = standards.keep(standards.of_project(records, "", "我局专项资金评分表"))
    assert standards.own_folder().is_relative_to(tmp_path)
    assert [each.title for each in standards.catalogue() if each.own] == ["我局专项资金评分表"]
    loaded = standards.load("我局专项资金评分表")
    assert loaded.own
    assert [entry.values for entry in loaded.entries] == [entry.values for entry in own.entries]
    carried = {name for entry in loaded.entries for name in entry.values}
    assert not carried & {"value", "fulfilment", "opinion", "override", "scorer", "state", "attainment"}
    path = tmp_path / "b.jiheng"
    assert main(["new", str(path), "--standard", "我局专项资金评分表"]) == 0
    with Project.open(path) as project:
        assert paths(records_of(project)) == paths(records)
        assert evaluate(records_of(project)).weight == evaluate(records).weight == 100
    standards.discard(own.id)
    assert not any(each.own for each in standards.catalogue())


def test_a_title_is_not_taken_twice(sample_path: Path) -> None:
    shipped = standards.load(PROJECT_FRAME)
    with pytest.raises(UserProblem, match="随程序附带"):
        standards.keep(shipped)
    mine = replace(shipped, title="我的：2020/改")
    kept = standards.keep(mine)
    assert "/" not in kept.id
    with pytest.raises(UserProblem, match="没有覆盖"):
        standards.keep(mine)
    standards.keep(replace(mine, remark="改过"), overwrite=True)
    assert standards.load(kept.id).remark == "改过"
    with pytest.raises(UserProblem, match="没有名称"):
        standards.keep(replace(shipped, title=" / "))
    with pytest.raises(UserProblem, match="没有指标"):
        standards.keep(replace(shipped, title="空", entries=()))
    with pytest.raises(UserProblem, match="不能删除"):
        standards.discard(PROJECT_FRAME)


def test_an_unreadable_file_of_ones_own_does_not_hide_the_others() -> None:
    folder = standards.own_folder()
    folder.mkdir(parents=True)
    (folder / "坏.xlsx").write_bytes(b"PK\x03\x04 nothing")
    listed = {each.id: each.fault for each in standards.catalogue()}
    assert set(SHIPPED) < set(listed)
    assert "坏" in listed["坏"]
    with pytest.raises(UserProblem):
        standards.load("坏")


@pytest.mark.parametrize("identity", SHIPPED)
def test_a_standards_workbook_is_read_back_and_imports_as_a_table(identity: str, tmp_path: Path) -> None:
    standard, path = standards.load(identity), tmp_path / "体系.xlsx"
    write_standard(standard, path)
    read = standards.read(path)
    assert (read.title, read.document, read.kind, read.remark) == (
        standard.title, standard.document, standard.kind, standard.remark
    )  # fmt: skip
    assert read.entries == standard.entries
    found = plan(Records({}), read_sheets(path))
    assert not found.bad
    assert len(found.changes) == len(standard.entries)


def test_an_exported_project_is_a_standard_too(sample_path: Path, tmp_path: Path) -> None:
    with Project.open(sample_path) as project:
        records = records_of(project)
    write_workbook(records, tmp_path / "上年.xlsx")
    read = standards.read(tmp_path / "上年.xlsx")
    assert read.title == "上年"
    assert {read.path(entry) for entry in read.entries} == paths(records)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("编号,指标名称,分值\nA,甲,很多\n", "不是数"),
        ("编号,指标名称,分值,上级\nA,甲,1,B\n", "没有编号或名称为“B”"),
        ("编号,分值\nA,1\n", "缺少必填列“指标名称”"),
        ("编号,指标名称\n", "是空的"),
    ],
)
def test_a_wrong_table_is_no_standard(text: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "指标.csv"
    path.write_text(text, "utf-8")
    with pytest.raises(UserProblem, match=said):
        standards.read(path)


def test_a_workbook_without_indicators_is_no_standard(tmp_path: Path) -> None:
    for sheet in sample_sheets()[:2]:
        (tmp_path / f"{sheet.name}.csv").write_text("名称\n甲\n", "utf-8")
    with pytest.raises(UserProblem, match="不是指标体系"):
        standards.read(tmp_path)


def entries(*given: tuple[str, str | None, dict[str, Any]]) -> tuple[Entry, ...]:
    return tuple(Entry(identity, parent, values) for identity, parent, values in given)


def standard(*given: tuple[str, str | None, dict[str, Any]]) -> Standard:
    return Standard("s", "标准", "", "", "", entries(*given))


def test_comparison_names_what_is_added_removed_and_changed() -> None:
    first = standard(
        ("1", None, {"code": "A", "name": "过程"}),
        ("2", "1", {"code": "A1", "name": "执行率", "weight": Decimal(5), "rule": "linear"}),
        ("3", "1", {"code": "A2", "name": "到位率", "weight": Decimal(5)}),
        ("4", "1", {"code": "A3", "name": "制度", "weight": Decimal(5)}),
        ("5", None, {"code": "B", "name": "产出"}),
    )
    second = standard(
        ("a", None, {"code": "A", "name": "管理过程"}),
        ("b", "a", {"code": "A1", "name": "执行率", "weight": Decimal(6), "rule": "tiers"}),
        ("c", "a", {"code": "A2", "name": "资金到位率", "weight": Decimal(5)}),
        ("d", None, {"code": "B", "name": "产出"}),
        ("e", "d", {"code": "B1", "name": "制度", "weight": Decimal(5)}),
        ("f", "d", {"code": "B2", "name": "数量", "weight": Decimal(5)}),
    )
    found = standards.compare(first, second)
    assert [entry.name for entry in found.added] == ["数量"]
    assert found.removed == ()
    assert [(each.before.name, each.fields) for each in found.changed] == [
        ("过程", (("指标名称", "过程", "管理过程"),)),
        ("执行率", (("分值", "5", "6"), ("评分规则", "线性（及格线）", "分档"))),
        ("到位率", (("指标名称", "到位率", "资金到位率"),)),
        ("制度", (("上级", "过程", "产出"), ("编号", "A3", "B1"))),
    ]
    assert found.same == 1
    back = standards.compare(second, first)
    assert [entry.name for entry in back.removed] == ["数量"]


@pytest.mark.parametrize("identity", SHIPPED)
def test_a_standard_differs_in_nothing_from_itself(identity: str) -> None:
    one = standards.load(identity)
    found = standards.compare(one, standards.load(identity))
    assert (found.added, found.removed, found.changed, found.same) == ((), (), (), len(one.entries))


def test_the_frames_of_2013_and_2020_compare_by_name() -> None:
    found = standards.compare(standards.load("MOF-2013-53-project"), standards.load(PROJECT_FRAME))
    added = {entry.name for entry in found.added}
    assert {"立项依据充分性", "预算编制科学性", "预算执行率"} <= added
    assert "项目质量可控性" in {entry.name for entry in found.removed}
    moved = {each.before.name: {label: after for label, _, after in each.fields} for each in found.changed}
    assert moved["资金到位率"]["上级"] == "过程 › 资金管理"


def test_the_files_are_plain_tables() -> None:
    names = {path.name for path in resource("standards").glob("*.csv")}
    assert names == {"catalogue.csv", *(f"{identity}.csv" for identity in SHIPPED)}
