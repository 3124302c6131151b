"""The report as a workbook that calculates: its formulas give the program's figures, and texts stay texts."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from models import kinds
from models.evaluation import evaluate
from models.records import Records
from models.report.material import Material
from services.exporting.report_book import write_report_book
from tests.models import changsha as case
from tests.services.spreadsheet import Place, Spreadsheet, Value
from tests.services.test_report_pdf import sample_records

SHEETS = ["汇总", "得分表", "资金表", "合同表", "支付明细"]
NEAR = Fraction(1, 10**9)
"""Excel keeps 15 digits."""

TREE: list[dict[str, Any]] = [
    {"id": "A", "name": "决策"},
    {"id": "A1", "parent": "A", "name": "立项"},
    {"id": "A11", "parent": "A1", "name": "依据", "weight": "10", "rule": "manual", "value": "8.5"},
    {"id": "A12", "parent": "A1", "name": "程序", "weight": "10", "rule": "manual", "value": "10"},
    {"id": "A2", "parent": "A", "name": "目标", "weight": "20", "rule": "manual", "value": "15"},
    {"id": "B", "name": "效益", "weight": "60", "rule": "manual", "value": "50"},
]


def material(records: Records) -> Material:
    return Material(records, evaluate(records), ())


def book_of(records: Records, path: Path) -> Spreadsheet:
    write_report_book(material(records), path)
    return Spreadsheet(path)


def same(one: Value, other: Value) -> bool:
    if isinstance(one, Fraction) and isinstance(other, Fraction):
        return abs(one - other) < NEAR
    return one == other


def differences(one: dict[Place, Value], other: dict[Place, Value]) -> dict[Place, tuple[Value, Value]]:
    places = one.keys() | other.keys()
    return {at: (one.get(at), other.get(at)) for at in places if not same(one.get(at), other.get(at))}


def column(book: Spreadsheet, sheet: str, title: str) -> dict[str, Value]:
    """What stands in a column, by the text of the line."""
    places = [at for at, value in book.cells.items() if at[0] == sheet and value == title]
    head = min(places, key=lambda at: at[1])
    lines: dict[str, Value] = {}
    for at, value in sorted(book.cached.items()):
        if at[0] == sheet and at[1] > head[1] and at[2] < head[2] and isinstance(value, str):
            lines.setdefault(value, book.cached.get((sheet, at[1], head[2])))
    return lines


def case_of(**settings: str) -> Records:
    rows = [{"key": key, "value": value} for key, value in settings.items()]
    return case.changsha(setting=rows, indicator=TREE)


UNSCORED = [{**row, "value": None} if row["id"] in ("A11", "A12") else row for row in TREE]
ABSENT = [{**row, "state": "不适用"} if row["id"] == "A2" else row for row in TREE]
UNWEIGHED = [{**row, "weight": None} if row["id"] == "A2" else row for row in TREE]
NOBODY = [{**row, "state": "不适用"} for row in TREE]
UNTIMELY = [
    {"id": "p1", "contract": "C10", "paid_on": "2019-03", "amount": "5"},
    {"id": "p2", "contract": "C10", "amount": "1.5"},
    {"id": "p3", "contract": "C11", "paid_on": "2018", "amount": "2", "fund": "F3"},
    {"id": "p4", "contract": "C12", "paid_on": "2018"},
]
STRANGE_KIND = [
    {"fund": "F1", "document_number": "无类型", "amount": "7"},
    {"fund": "F1", "document_number": "1号", "kind": "上年结转", "amount": "3"},
    {"fund": "F1", "document_number": "2号", "kind": "年初预算", "amount": "9", "received_amount": "4"},
]
CAP = [
    {"kind": "封顶", "condition": "预算执行率 < 95", "limit": "79"},
    {"kind": "封顶", "condition": "没有这个 < 95", "limit": "10"},
]

MANY = [
    {"id": "A", "name": "很多"},
    *({"id": f"B{n}", "parent": "A", "name": f"分支{n}"} for n in range(300)),
    *(
        {
            "id": f"L{n}",
            "parent": f"B{n}",
            "name": f"末级{n}",
            "weight": "0.25",
            "rule": "manual",
            "value": "0.2",
        }
        for n in range(300)
    ),
]

CASES: dict[str, Callable[[], Records]] = {
    "sample": sample_records,
    "case": lambda: case_of(),
    "in yuan": lambda: case_of(money_unit="元", thousands="否"),
    "base without carried": lambda: case_of(execution_base="全年预算数"),
    "base received": lambda: case_of(execution_base="到位资金"),
    "other grades": lambda: case_of(bands="83 甲、82.5 乙、0 丙"),
    "no year": lambda: case.changsha(indicator=TREE, project=[{"id": "P", "title": "报告"}]),
    "unscored": lambda: case.changsha(indicator=UNSCORED),
    "absent": lambda: case.changsha(indicator=ABSENT),
    "unweighed": lambda: case.changsha(indicator=UNWEIGHED),
    "many branches": lambda: case.changsha(indicator=MANY),
    "nothing applies": lambda: case.changsha(indicator=NOBODY),
    "capped": lambda: case.changsha(indicator=TREE, cap=CAP),
    "untimely payments": lambda: case.changsha(payment=UNTIMELY),
    "strange kind": lambda: case.changsha(allocation=STRANGE_KIND),
    "received": lambda: case.changsha(
        allocation=STRANGE_KIND, setting=[{"key": "execution_base", "value": "到位资金"}]
    ),
    "no documents": lambda: case.changsha(allocation=[]),
    "nothing paid": lambda: case.changsha(payment=[], expense=[]),
    "no contracts": lambda: case.changsha(contract=[], payment=[], contract_item=[]),
}


@pytest.mark.parametrize("name", CASES)
def test_every_formula_comes_to_the_programs_figure(name: str, tmp_path: Path) -> None:
    book = book_of(CASES[name](), tmp_path / "附表.xlsx")
    assert len(book.formulas) > 30
    assert differences(book.cached, book.shown()) == {}


def test_the_figures_are_those_of_the_evaluation(tmp_path: Path) -> None:
    records = sample_records()
    evaluation = evaluate(records)
    book = book_of(records, tmp_path / "附表.xlsx")
    scores, grades = column(book, "得分表", "得分"), column(book, "汇总", "未评分值")
    for node in evaluation.nodes():
        if node.role != "point":
            assert scores[node.row["name"]] == Fraction(node.score or 0), node.row["name"]
    assert scores["总分"] == Fraction(evaluation.total) and scores["等次"] == evaluation.grade == "中"
    assert grades["总分和等次"] == "中"
    money = {
        title: column(book, "资金表", title)["合计"] for title in ("指标金额", "已支付", "结余", "预算执行率")
    }
    shown = [kinds.round_half_up(value, 2) for value in money.values() if isinstance(value, Fraction)]
    assert [f"{each}" for each in shown] == ["2324.67", "2053.31", "271.36", "0.88"]
    rates = column(book, "汇总", "预算执行率")
    assert kinds.show_rate(Fraction(str(rates["网站群等运维"])) * 100) == "62.26%"
    unpaid = column(book, "合同表", "未付")
    facts = evaluation.facts.contracts
    for row in records.live("contract"):
        assert unpaid[row["name"]] == facts[row["id"]]["未付"].value


def test_readers_that_do_not_calculate_see_the_figures(tmp_path: Path) -> None:
    path = tmp_path / "附表.xlsx"
    book = book_of(sample_records(), path)
    calamine = CalamineWorkbook.from_path(path)
    sheets = {name: calamine.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in SHEETS}
    for (name, row, place), value in book.cached.items():
        found = sheets[name][row - 1][place - 1]
        assert same(Fraction(str(found)) if isinstance(found, int | float) else found, value)


def test_a_changed_payment_changes_what_depends_on_it_and_nothing_else(tmp_path: Path) -> None:
    records = sample_records()
    payment = next(row for row in records.all("payment") if row["amount"] == 10_800_000)
    contract = records.title("contract", payment["contract"])
    changed = [
        {**row, "amount": 20_800_000} if row["id"] == payment["id"] else row for row in records.all("payment")
    ]
    before = book_of(records, tmp_path / "一.xlsx")
    after = book_of(records.replaced({"payment": changed}), tmp_path / "二.xlsx")
    typed = [at for at in differences(before.cells, after.cells) if at[0] == "支付明细"]
    (place,) = [at for at in typed if at not in before.formulas]
    assert before.value(place) == Fraction("10.8")
    moved = {at for at in differences(before.cached, after.cached) if at[0] not in ("汇总", "得分表")}
    fund = records.get(
        "fund", next(row["fund"] for row in records.all("contract") if row["id"] == payment["contract"])
    )
    assert fund is not None
    lines = {(sheet, before.cached.get((sheet, row, 2))) for sheet, row, _ in moved}
    assert {name for sheet, name in lines if sheet == "合同表"} == {contract, fund["name"], "合计"}
    assert {name for sheet, name in lines if sheet == "资金表"} == {fund["name"], "合计"}
    assert {row for sheet, row, _ in moved if sheet == "支付明细"} == {place[1], max(at[1] for at in moved)}
    before.change(place, Fraction("20.8"))
    left = differences(before.shown(), after.cached)
    assert {at[0] for at in left} <= {"汇总", "得分表"}
    assert not [at for at in left if at[0] == "汇总" and before.cached.get((at[0], at[1], 1)) == "合计"
                and "资金表" in before.formulas.get(at, "")]  # fmt: skip


def test_a_reviewer_can_try_a_score(tmp_path: Path) -> None:
    records = case.changsha(indicator=TREE)
    book = book_of(records, tmp_path / "一.xlsx")
    lower = [{**row, "value": "36"} if row["id"] == "B" else row for row in TREE]
    tried = book_of(case.changsha(indicator=lower), tmp_path / "二.xlsx")
    (place,) = [at for at, value in book.cells.items() if at[0] == "得分表" and value == 50 and at[2] == 5]
    assert column(book, "得分表", "得分")["等次"] == "良"
    book.change(place, Fraction(36))
    texts = {at for at in book.cells if at[0] == "得分表" and at[2] in (8, 9)}
    left = differences(book.shown(), tried.cached).keys() - texts
    assert left == set()
    assert column(tried, "得分表", "得分")["等次"] == "中"


def test_branches_add_up_their_leaves(tmp_path: Path) -> None:
    book = book_of(case.changsha(indicator=TREE), tmp_path / "附表.xlsx")
    lines = {value: at[1] for at, value in book.cells.items() if at[0] == "得分表" and at[2] < 4}
    assert book.formulas["得分表", lines["决策"], 5] == '=IF(COUNT(E5,E8)=0,"未评",SUM(E5,E8))'
    assert book.formulas["得分表", lines["立项"], 5] == '=IF(COUNT(E6:E7)=0,"未评",SUM(E6:E7))'
    assert book.formulas["得分表", lines["合计"], 5] == "=SUM(E4,E9)"
    grade = book.formulas["得分表", lines["等次"], 5]
    assert grade.count("IF(ROUND(") == 4


ALWAYS = (
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    '<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" '
    'oor:op="fuse"><value>0</value></prop></item></oor:items>'
)
"""LibreOffice's setting to calculate workbooks anew whoever wrote them."""


FOR_LIBREOFFICE = ("sample", "in yuan", "base without carried", "unscored", "capped", "untimely payments")


def recalculated(paths: Sequence[Path], folder: Path) -> list[Path]:
    """The workbooks as LibreOffice calculates them anew."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not there")
    profile, out = folder / "profile", folder / "out"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(ALWAYS, "utf-8")
    words = [soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "xlsx"]
    environment = {key: value for key, value in os.environ.items() if not key.startswith("QT_")}
    words += ["--outdir", str(out), *map(str, paths)]
    subprocess.run(words, check=True, capture_output=True, env=environment, timeout=300)
    return [out / path.name for path in paths]


def without_results(path: Path, emptied: Path) -> Path:
    """A copy of the workbook in which every formula is said to come to 0."""
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(emptied, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if name.startswith("xl/worksheets/sheet"):
                data = re.sub(rb"</f><v>[^<]*</v>", b"</f><v>0</v>", data)
            target.writestr(name, data)
    return emptied


def test_libreoffice_comes_to_the_same_figures(tmp_path: Path) -> None:
    books, emptied = [], []
    for number, name in enumerate(FOR_LIBREOFFICE):
        path = tmp_path / f"{number}.xlsx"
        books.append(book_of(CASES[name](), path))
        emptied.append(without_results(path, tmp_path / f"empty-{number}.xlsx"))
    for book, fresh in zip(books, map(Spreadsheet, recalculated(emptied, tmp_path)), strict=True):
        wrong = {
            at: (book.cached[at], fresh.cached.get(at))
            for at in book.formulas
            if not same(book.cached[at], fresh.cached.get(at))
        }
        assert wrong == {}
