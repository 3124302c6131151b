"""The sample's contract tables out of an untidy workbook, a CSV in GBK and a Word document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from models.fields import Row
from models.records import Records
from models.schema import SCHEMA
from services import importing
from services.importing import Part
from services.importing.session import Session
from services.project import Project
from services.reading import read_tables
from services.settings import Settings
from services.workspace import Workspace
from tests.services import untidy_changsha

OLD = Path(__file__).parent.parent / "files" / "untidy.xls"


@pytest.fixture
def sample(sample_path: Path) -> Records:
    project = Project.open(sample_path, read_only=True)
    try:
        return Records({name: project.rows(name) for name in SCHEMA})
    finally:
        project.close()


@pytest.fixture
def bare(sample_path: Path, sample: Records) -> Iterable[Workspace]:
    """The sample without its contracts and whatever hangs on them."""
    workspace = Workspace(Project.open(sample_path, person="测试员"))
    with workspace.edit("清空合同") as edit:
        for name in ("contract", "contract_group", "vendor"):
            for row in workspace.records.all(name):
                if edit.row(name, row["id"]) is not None:
                    edit.delete(name, row["id"])
    yield workspace
    workspace.close()


@pytest.fixture
def files(tmp_path: Path, sample: Records) -> list[Path]:
    paths = [tmp_path / "支出明细.xlsx", tmp_path / "小微企业平台.csv", tmp_path / "APP.docx"]
    writers: list[Callable[[Path, Records], None]] = [
        untidy_changsha.write_workbook,
        untidy_changsha.write_csv,
        untidy_changsha.write_document,
    ]
    for path, write in zip(paths, writers, strict=True):
        write(path, sample)
    return paths


def proposal(records: Records, paths: Iterable[Path]) -> importing.Proposal:
    grids = [grid for path in paths for grid in read_tables(path)]
    parts = [Part(grid, importing.laid_out(grid, records)) for grid in grids]
    return importing.propose(records, parts, {})


def contracts(records: Records) -> Counter[tuple[object, ...]]:
    return Counter(
        (
            records.key_of("fund", records.get("fund", row["fund"]) or {}),
            records.title("contract_group", row["group"]),
            records.title("vendor", row["vendor"]),
            row["amount"],
            tuple(
                (item["name"], item["amount"]) for item in records.of("contract_item", "contract", row["id"])
            ),
            tuple(
                sorted(
                    (pay["paid_on"], pay["amount"]) for pay in records.of("payment", "contract", row["id"])
                )
            ),
            tuple(
                (term["condition"], term["share"], term["amount"])
                for term in records.of("term", "contract", row["id"])
            ),
        )
        for row in records.live("contract")
    )


def test_the_untidy_tables_end_as_exactly_the_sample(
    bare: Workspace, sample: Records, files: list[Path]
) -> None:
    found = proposal(bare.records, files)
    assert not found.plan.bad
    before = {name: list(bare.project.rows(name)) for name in SCHEMA}
    with bare.edit("导入", "import") as edit:
        importing.apply(edit, found.plan)
    assert contracts(bare.records) == contracts(sample)
    bare.undo()
    assert {name: list(bare.project.rows(name)) for name in SCHEMA} == before


def test_every_judgement_on_the_way_is_told(bare: Workspace, files: list[Path]) -> None:
    found = proposal(bare.records, files)
    grave = [
        one.sentence for reading in found.readings for one in reading.judgements if one.severity != "hint"
    ]
    assert len(grave) == 3
    assert "小计：合同金额 71.80万元 与明细合计 91.80万元 不符，差 20.00万元" in grave[0]
    assert "590.61万元 与明细合计 610.61万元" in grave[1] and "350.79万元 与明细合计 350.80万元" in grave[1]
    assert "备注“2108年”不是有效年份，付款 217.00万元 按 2018 年读入" in grave[2]
    groups = {row["name"]: row["declared_amount"] for row in written(bare, found.plan).all("contract_group")}
    assert groups["长沙市政府协同办公系统运维项目"] == 71_800_000
    assert (
        sum(row["amount"] for row in bare.records.live("contract") if fund(bare.records, row) == "F3")
        == 1_489_830_000
    )


def written(workspace: Workspace, plan: importing.Plan) -> Records:
    with workspace.edit("导入", "import") as edit:
        importing.apply(edit, plan)
    return workspace.records


def fund(records: Records, contract: Row) -> str:
    return records.key_of("fund", records.get("fund", contract["fund"]) or {})


def test_importing_the_same_again_changes_nothing(bare: Workspace, files: list[Path]) -> None:
    before = contracts(written(bare, proposal(bare.records, files).plan))
    again = proposal(bare.records, files)
    assert again.plan.new_count == 0 and again.plan.changed_count == 0
    assert "项目里已有同样的行" in again.judgements[0].sentence
    assert contracts(bare.records) == before


def test_a_legacy_workbook_says_the_same_as_the_new_one(bare: Workspace, files: list[Path]) -> None:
    """The file was saved as .xls by a spreadsheet program from the workbook of these tests."""
    old, new = read_tables(OLD), read_tables(files[0])
    for one, other in zip(old, new, strict=True):
        assert (one.name, one.rows, one.covered) == (other.name, other.rows, other.covered)
    assert not proposal(bare.records, [OLD]).plan.bad


def test_a_group_named_in_two_files_is_one(bare: Workspace, tmp_path: Path) -> None:
    paths = []
    for name, contract in (("上", "甲合同"), ("下", "乙合同")):
        path = tmp_path / f"F2{name}.csv"
        text = f"项目名称,中标单位,合同名称,合同金额（万元）\n门户,甲公司,{contract},5\n"
        path.write_text(text, "utf-8")
        paths.append(path)
    records = written(bare, proposal(bare.records, paths).plan)
    assert [row["name"] for row in records.live("contract_group")] == ["门户"]
    assert len({row["group"] for row in records.live("contract")}) == 1 == len(records.live("vendor"))
    assert len(records.live("contract")) == 2


def csv(folder: Path, text: str) -> Path:
    path = folder / "合同表.csv"
    path.write_text(text, "utf-8")
    return path


def test_every_refused_cell_is_explained_where_it_stands(bare: Workspace, tmp_path: Path) -> None:
    path = csv(
        tmp_path,
        "单位：万元,,,,\n合同名称,中标单位,合同价款,2018年支付,签订日期\n"
        "甲合同,甲公司,约五十,1.00,2018-05\n乙合同,,20.00,2.00,2018-13\n\n丙合同,丙公司,30.00,#REF!,2018\n"
        "丁合同,丁公司,40.00,4.00,2018.5.9\n合计,,90.00,7.00,\n",
    )
    session = Session(lambda: bare.records, Settings(tmp_path / "settings.json"))
    session.open(path)
    session.belongs_to(0, "F2")
    plan = session.propose().plan
    said = {(bad.row, bad.column): bad.message for bad in plan.bad}
    assert set(said) == {
        (3, "合同价款"), (4, "中标单位"), (4, "签订日期"), (6, "2018年支付"),
    }  # fmt: skip
    assert "“约五十”不是金额" in said[3, "合同价款"] and "必填" in said[4, "中标单位"]
    assert "月份 13" in said[4, "签订日期"] and "#REF!" in said[6, "2018年支付"]
    records = written(bare, plan)
    assert {row["name"] for row in records.live("contract")} == {"丙合同", "丁合同"}
    assert [row["amount"] for row in records.live("payment")] == [4_000_000]


def test_chosen_rows_bring_what_they_need_and_nothing_else(bare: Workspace, files: list[Path]) -> None:
    plan = proposal(bare.records, files).plan
    payment = next(change for change in plan.changes if change.table == "payment")
    chosen = plan.only({("payment", payment.row_id)})
    assert Counter(change.table for change in chosen.changes) == {
        "payment": 1, "contract": 1, "contract_group": 1, "vendor": 1,
    }  # fmt: skip
    records = written(bare, chosen)
    assert len(records.live("payment")) == len(records.live("contract")) == 1


def test_what_a_unit_calls_its_columns_is_remembered(bare: Workspace, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    path = csv(tmp_path, "甲方项目,协作方,造价,2018年支付\n门户,甲公司,5,1\n")

    def opened() -> Session:
        session = Session(lambda: bare.records, Settings(settings.path))
        session.open(path)
        return session

    session = opened()
    session.read_as(0, "contracts")
    for column, key in enumerate(("contract.name", "contract.vendor", "contract.amount")):
        session.fill(0, column, key)
    session.in_unit(0, "元")
    session.remember()
    path.write_text("甲方项目,协作方,造价,2019年支付\n门户,甲公司,5,1\n", "utf-8")
    layout = opened().tables[0].layout
    assert [one.key for one in layout.columns] == [
        "contract.name", "contract.vendor", "contract.amount", "payment.amount@2019",
    ]  # fmt: skip
    assert layout.unit == "元"


class Enough(Exception):
    pass


def test_a_big_import_can_be_stopped_at_every_stage(bare: Workspace, tmp_path: Path) -> None:
    rows = "".join(f"补助{n},张三,{n}.00,2018-05\n" for n in range(1, 5001))
    path = csv(tmp_path, "支出内容,收款人,支出金额（元）,支付日期\n" + rows)
    session = Session(lambda: bare.records, Settings(tmp_path / "settings.json"))

    def stop(done: int, of: int) -> None:
        assert 0 <= done <= of + 2
        if done >= 2000:
            raise Enough

    with pytest.raises(Enough):
        session.open(path, stop)
    assert session.tables == []
    session.open(path)
    session.belongs_to(0, "F1")
    with pytest.raises(Enough):
        session.propose(stop)
    before = len(bare.records.all("expense"))
    plan = session.propose().plan
    with pytest.raises(Enough), bare.edit("导入", "import") as edit:
        importing.apply(edit, plan, stop)
    assert len(bare.records.all("expense")) == before
    assert len(written(bare, plan).all("expense")) == before + 5000
