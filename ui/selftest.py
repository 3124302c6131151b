"""The program tries itself, every step on a fresh sample in a folder of its own; and draws every tab."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from models.evaluation import evaluate
from models.fields import Row
from models.kinds import show_number
from models.records import Records
from models.schema import SCHEMA
from models.score_json import score_json
from services import importing
from services.errors import UserProblem
from services.installation import delivery
from services.project import Project
from services.settings import Settings
from services.sheets import read_sheets

if TYPE_CHECKING:
    from ui.tab import Tab
    from ui.window import MainWindow

DONE, FOUND, WRONG = 0, 1, 2
STANDARD = "1366x768"
PATIENCE = 60.0
"""Seconds that a page may take to draw what it draws in a thread."""

Step = Callable[[], str]
QUIET = 10
"""Rounds without work after which a page that has worked is taken to be ready."""


class Disagreement(Exception):
    """What a step found is not what it should be."""


def run_selftest(words: Sequence[str]) -> int:
    """`self-test`, or `pictures FILE FOLDER [--size 1366x768] [--theme dark]`; gives the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        if words[0] == "pictures":
            return _pictures(_parsed(words[1:]))
        if len(words) > 1:
            raise UserProblem(f"self-test 后面不能再写“{words[1]}”")
        with tempfile.TemporaryDirectory(prefix="jiheng-") as folder:
            return SelfTest(Path(folder)).run()
    except UserProblem as problem:
        print(problem, file=sys.stderr)
        return WRONG


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> None:  # type: ignore[override]
        usage = "main.py pictures 项目文件 文件夹 [--size 1366x768] [--theme light|dark|contrast]"
        raise UserProblem(f"命令写得不对：{message}。用法：{usage}")


def _parsed(words: Sequence[str]) -> argparse.Namespace:
    parser = _Parser(prog="main.py pictures", allow_abbrev=False, add_help=False)
    parser.add_argument("file", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", default=STANDARD)
    parser.add_argument("--theme", default="light", choices=("light", "dark", "contrast"))
    return parser.parse_args(list(words))


class SelfTest:
    """The steps in their order; a step that fails does not keep the others from being tried."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = folder / "sample.jiheng"
        self._steps: tuple[tuple[str, Step], ...] = (
            ("核对程序文件", _files),
            ("建立样例项目", self._create),
            ("修改一笔付款，得分随之改变", self._edit),
            ("撤销后各行复原", self._undo),
            ("核对文件", self._verify),
            ("导出报告 PDF", lambda: self._export("report.pdf", b"%PDF-")),
            ("导出报告 Word", lambda: self._export("report.docx", b"PK\x03\x04")),
            ("导出表格 XLSX", lambda: self._export("tables.xlsx", b"PK\x03\x04")),
            ("导出数据 JSON", lambda: self._export("tables.json", b"{")),
            ("工作簿导入空项目，表格与得分相同", self._import),
            ("画出每个页面", self._draw),
        )

    def run(self) -> int:
        """Try every step and print how it went; 0 when all went well, else 1."""
        failed = 0
        for name, step in self._steps:
            try:
                print(f"通过　{name}：{step()}", flush=True)
            except Exception as error:  # whatever is wrong belongs into the list
                failed += 1
                print(f"失败　{name}：{error or type(error).__name__}", flush=True)
        print("全部通过。" if not failed else f"{failed} 步失败。")
        return FOUND if failed else DONE

    def _create(self) -> str:
        from ui.files import sample_rows

        with Project.create(self._file, sample_rows(), person="自检", label="新建项目（样例）") as project:
            self._rows = _rows(project)
        evaluation = evaluate(Records(self._rows))
        self._total = evaluation.total
        return f"{sum(map(len, self._rows.values()))} 行，总分 {show_number(self._total)}"

    def _edit(self) -> str:
        with Project.open(self._file, person="自检") as project:
            year = str(project.rows("project")[0]["year"])
            of_year = [row for row in project.rows("payment") if str(row["paid_on"]).startswith(year)]
            payment = max(of_year, key=lambda row: row["amount"] or 0)
            with project.edit("自检：付款金额") as edit:
                edit.update("payment", payment["id"], {"amount": 0})
            total = evaluate(Records(_rows(project))).total
        if total == self._total:
            raise Disagreement(f"总分仍是 {show_number(total)}")
        return f"总分 {show_number(self._total)} → {show_number(total)}"

    def _undo(self) -> str:
        with Project.open(self._file, person="自检") as project:
            undone = project.undo().label
            _compare(self._rows, _rows(project))
        return undone

    def _verify(self) -> str:
        with Project.open(self._file, read_only=True) as project:
            faults = project.verify()
            entries = len(project.history())
        if faults:
            raise Disagreement("；".join(faults))
        return f"完好，修改历史 {entries} 条"

    def _export(self, name: str, start: bytes) -> str:
        from services.exporting.outputs import export_file

        out = self._folder / name
        said = export_file(Records(self._rows), out, None, source=self._file)
        content = out.read_bytes()
        if not content.startswith(start):
            raise Disagreement(f"{name} 的开头不对")
        if name.endswith(".json"):
            tables = json.loads(content)["tables"]
            lost = [table for table, rows in tables.items() if len(rows) != len(self._rows[table])]
            if lost:
                raise Disagreement(f"缺行：{'、'.join(lost)}")
        return said.replace(str(self._folder) + os.sep, "")

    def _import(self) -> str:
        path = self._folder / "imported.jiheng"
        with Project.create(path, person="自检") as project:
            plan = importing.plan(Records(_rows(project)), read_sheets(self._folder / "tables.xlsx"))
            if plan.bad:
                raise Disagreement(str(plan.bad[0]))
            with project.edit("自检：导入", "import") as edit:
                importing.apply(edit, plan)
            rows = _rows(project)
        _compare(_without_keys(self._rows), _without_keys(rows))
        before, after = (Records(each) for each in (self._rows, rows))
        if score_json(evaluate(before), before) != score_json(evaluate(after), after):
            raise Disagreement("得分不同")
        return f"{len(plan.changes)} 行"

    def _draw(self) -> str:
        drawn = draw_tabs(self._file, self._folder / "pictures", self._folder)
        empty = [path.name for path in drawn if path.stat().st_size < 4000]
        if empty:
            raise Disagreement(f"空白：{'、'.join(empty)}")
        return "、".join(path.stem.partition("-")[2] for path in drawn)


def _files() -> str:
    """An installed program has all its files; exchanged ones (Qt's may be) are told, not a fault."""
    delivered = delivery()
    if delivered is None:
        return "从源代码运行，没有随附的校验和"
    if missing := delivered.missing():
        raise Disagreement(f"缺少 {len(missing)} 个：{'、'.join(missing[:3])}")
    changed = delivered.changed()
    return f"{len(delivered.sums)} 个文件，{len(changed) or '没有'}{'个' if changed else ''}与发布时不同"


def _rows(project: Project) -> dict[str, list[Row]]:
    return {name: list(project.rows(name)) for name in SCHEMA}


def _without_keys(rows: Mapping[str, Sequence[Row]]) -> dict[str, list[Row]]:
    """The rows in order, without what a new file gives anew: places, and the id of the one project row."""
    dropped = {name: {"position", "id"} if SCHEMA[name].single else {"position"} for name in rows}
    return {
        name: [
            {key: value for key, value in row.items() if key not in dropped[name]}
            for row in sorted(table, key=lambda row: (row["position"] or "", row["id"]))
        ]
        for name, table in rows.items()
    }


def _compare(before: Mapping[str, Sequence[Row]], after: Mapping[str, Sequence[Row]]) -> None:
    for name, rows in before.items():
        if [dict(row) for row in rows] != [dict(row) for row in after[name]]:
            raise Disagreement(f"表“{SCHEMA[name].label}”不同")


def _pictures(named: argparse.Namespace) -> int:
    width, _, height = named.size.partition("x")
    if not (width.isdigit() and height.isdigit()):
        raise UserProblem(f"大小“{named.size}”写得不对，应如 {STANDARD}")
    with tempfile.TemporaryDirectory(prefix="jiheng-") as folder:
        drawn = draw_tabs(
            named.file, named.folder, Path(folder), size=(int(width), int(height)), theme=named.theme
        )
    for path in drawn:
        print(path)
    return DONE


def draw_tabs(
    file: Path, folder: Path, scratch: Path, *, size: tuple[int, int] = (1366, 768), theme: str = "light"
) -> list[Path]:
    """A picture of the window with each tab in front, named 01-概览.png and so on.

    The file is only read: the window opens on a copy of it in the folder `scratch`.
    """
    from ui.app import make_application
    from ui.look import Look
    from ui.window import MainWindow
    from ui.work import going_on

    copy = scratch / f"copy{file.suffix}"
    # Opening says what is wrong with the file, and rolls back what a killed program left unfinished.
    Project.open(file, read_only=True).close()
    shutil.copyfile(file, copy)
    app = make_application()
    look = Look(theme)
    look.apply(app)
    window = MainWindow(look, Settings(scratch / "settings.json"))
    try:
        window.resize(*size)
        window.show_project(Project.open(copy))
        window.show()
        folder.mkdir(parents=True, exist_ok=True)
        bench = window.workbench
        return [_draw_tab(window, at, folder) for at in range(len(bench.tabs) if bench else 0)]
    except OSError as error:
        raise UserProblem(f"不能把图片写到“{folder}”。请核对文件夹和权限") from error
    finally:
        window.close()
        window.deleteLater()
        for work in going_on(app):
            work.wait()


def _draw_tab(window: MainWindow, at: int, folder: Path) -> Path:
    bench = window.workbench
    assert bench is not None
    bench.show_tab(at)
    settle(bench.tabs[at])
    path = folder / f"{at + 1:02}-{bench.tab.title}.png"
    if not window.grab().save(str(path)):
        raise OSError(path)
    return path


def settle(tab: Tab) -> None:
    """Wait until the page has drawn what it draws in threads, such as a preview, piece after piece."""
    from PySide6.QtCore import QCoreApplication, QEventLoop
    from PySide6.QtWidgets import QApplication

    from ui.work import going_on

    app = QApplication.instance()
    assert isinstance(app, QCoreApplication)
    end, quiet, wanted = time.monotonic() + PATIENCE, 0, 2
    while quiet < wanted and time.monotonic() < end:
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        if tab.is_busy() or going_on(app):
            quiet, wanted = 0, QUIET
            time.sleep(0.02)
        else:
            quiet += 1
            time.sleep(0.02 if wanted == QUIET else 0)
