"""Files read in a process of their own: the same as here, killed when unwanted, a crash is a sentence."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.sayings import Saying, saying, word
from models.untidy.grid import Grid
from services.errors import UserProblem
from services.reading import apart, child, read_foreign, read_sheets_apart, read_tables
from services.reading.wire import lines_of, received, said_data, said_of
from services.sheets import Sheet, read_sheets

ROOT = Path(__file__).resolve().parents[2]


class Enough(Exception):
    pass


@pytest.fixture
def book(tmp_path: Path) -> Path:
    from openpyxl import Workbook

    made = Workbook()
    for row in (
        ["项目台账"],
        ["合同名称", "乙方", "合同金额（元）"],
        ["甲", "甲公司", "=1+1"],
        ["乙", "乙公司", 2],
    ):
        made.active.append(row)
    made.active.title = "合同"
    made.active.merge_cells("A1:C1")
    made.active.row_dimensions[4].hidden = True
    made.save(tmp_path / "台账.xlsx")
    return tmp_path / "台账.xlsx"


def test_a_file_says_the_same_apart_as_here(book: Path) -> None:
    assert read_foreign(book) == read_tables(book)
    assert read_sheets_apart(book) == read_sheets(book)


def test_sentences_arrive_with_what_was_put_into_them(book: Path) -> None:
    (grid,) = read_foreign(book) or ()
    (fault,) = grid.faults.values()
    assert isinstance(fault, Saying) and fault.arguments == ("=1+1",)
    (book.parent / "坏.docx").write_bytes(b"x")
    with pytest.raises(UserProblem, match="不是 Word 文档") as caught:
        read_foreign(book.parent / "坏.docx")
    assert isinstance(caught.value.args[0], Saying)


@pytest.mark.parametrize(
    ("text", "is_ours"),
    [("名称,数值\n甲,1\n", True), ("名称,怎么算的\n甲,1\n", False), ("数据台账\n名称,数值\n甲,1\n", False)],
)
def test_the_programs_own_tables_are_known_by_their_heads(tmp_path: Path, text: str, is_ours: bool) -> None:
    (tmp_path / "基础数据.csv").write_text(text, "utf-8")
    assert (read_foreign(tmp_path / "基础数据.csv") is None) == is_ours


def held_up(monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    monkeypatch.setattr(apart, "command", lambda: [sys.executable, "-c", script])


def test_a_reader_that_is_no_longer_wanted_is_killed(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held_up(monkeypatch, "import time; time.sleep(60)")
    started: list[subprocess.Popen[bytes]] = []
    real = subprocess.Popen
    monkeypatch.setattr(subprocess, "Popen", lambda *a, **k: started.append(real(*a, **k)) or started[-1])

    def stop(_done: int, _of: int) -> None:
        raise Enough

    begin = perf_counter()
    with pytest.raises(Enough):
        read_foreign(book, stop)
    assert perf_counter() - begin < 5 and started[0].poll() is not None


def test_a_reader_that_takes_too_long_is_ended_with_a_sentence(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held_up(monkeypatch, "import time; time.sleep(60)")
    monkeypatch.setattr(apart, "DEADLINE", 0.2)
    with pytest.raises(UserProblem, match="已停止。请拆分后再导入"):
        read_foreign(book)


@pytest.mark.parametrize(
    "script",
    [
        "import os; os.abort()",
        "raise SystemExit(3)",
        "import sys; open(sys.argv[-1], 'w').write('[\"grid\"')",
        "import sys; open(sys.argv[-1], 'w').write('[\"rows\", [[1]]]\\n')",
        "import sys; open(sys.argv[-1], 'w').write('{}\\n')",
        "pass",
    ],
)
def test_a_reader_that_crashes_or_lies_is_a_sentence(
    book: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    held_up(monkeypatch, script)
    with pytest.raises(UserProblem, match="读到一半停了"):
        read_foreign(book)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux is held to such a limit")
def test_a_file_that_takes_too_much_memory_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.csv").write_text("甲,乙\n" * 400_000, "utf-8")
    script = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r});"
        "import services.reading.child as c, services.reading.files, services.importing.columns;"
        "import resource; c.MEMORY_LIMIT = 90_000_000; sys.exit(c.run_child(sys.argv[1:]))"
    )
    held_up(monkeypatch, script)
    with pytest.raises(UserProblem, match="请拆分后再导入|读到一半停了"):
        read_foreign(tmp_path / "a.csv")
    assert child.MEMORY_LIMIT > 90_000_000


def test_the_reader_loads_no_window(book: Path, tmp_path: Path) -> None:
    script = (
        "import sys, main; code = main.main(['read-table', 'tables', *sys.argv[1:]]);"
        "print(code, *(name for name in sys.modules if name.startswith(('PySide6', 'ui', 'apsw'))))"
    )
    words = [sys.executable, "-c", script, str(book), str(tmp_path / "out.json")]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0"]


TEXTS = st.text(max_size=6)
CELLS = st.tuples(st.integers(0, 9), st.integers(0, 9))
GRIDS = st.builds(
    Grid,
    TEXTS,
    st.lists(st.lists(TEXTS, max_size=4).map(tuple), max_size=5).map(tuple),
    st.dictionaries(CELLS, CELLS, max_size=4),
    st.dictionaries(CELLS, TEXTS, max_size=4),
    st.lists(TEXTS, max_size=3).map(tuple),
    st.lists(st.tuples(TEXTS, st.integers(0, 99)), max_size=3).map(tuple),
    st.frozensets(st.integers(0, 9), max_size=3),
    st.booleans(),
)
SHEETS = st.builds(
    Sheet,
    TEXTS,
    st.lists(TEXTS, max_size=3).map(tuple),
    st.lists(st.lists(TEXTS, max_size=4).map(tuple), max_size=5).map(tuple),
    st.dictionaries(CELLS, TEXTS, max_size=3),
)


@given(st.lists(st.one_of(GRIDS, SHEETS), max_size=4))
def test_any_table_arrives_as_it_left(tables: list[Grid | Sheet]) -> None:
    import json

    assert received(json.dumps(line) for line in lines_of(tables)).tables == tuple(tables)


def test_a_sentence_within_a_sentence_arrives() -> None:
    said = saying("{0}：{1} 行", saying("工作表“{0}”", word("合同")), 3)
    back = said_of(said_data(said))
    assert back == said and isinstance(back, Saying) and back.arguments == said.arguments
