"""Strangers' files read in a process of their own, which can be killed at any moment and cannot harm ours."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path
from time import monotonic

from models.sayings import saying
from models.untidy.grid import Grid
from models.untidy.lines import Step, no_step
from services.errors import UserProblem
from services.installation import READ_TABLE, own_command
from services.reading.child import FOREIGN, SHEETS
from services.reading.wire import Received, received
from services.sheets import Sheet

DEADLINE = 180.0
"""Seconds that reading a file may take."""

GLANCE = 0.03
"""Seconds between two looks at whether it is done, or no longer wanted."""


def read_foreign(path: Path, step: Step = no_step) -> list[Grid] | None:
    """Every table of a file; None where it is a workbook of the program's own.

    `step` may raise to end it. Raises UserProblem for what cannot be read, takes too long or ends badly.
    """
    found = _read(FOREIGN, path, step)
    return None if found.is_exchange else [each for each in found.tables if isinstance(each, Grid)]


def read_sheets_apart(path: Path, step: Step = no_step) -> list[Sheet]:
    """The sheets of an exchange workbook; raises and may be ended like `read_foreign`."""
    return [each for each in _read(SHEETS, path, step).tables if isinstance(each, Sheet)]


def command() -> list[str]:
    """What starts the program once more, to read."""
    return [*own_command(), READ_TABLE]


def _read(kind: str, path: Path, step: Step) -> Received:
    with tempfile.TemporaryDirectory(prefix="jiheng-", ignore_cleanup_errors=True) as folder:
        result = Path(folder) / "tables.json"
        _run([*command(), kind, str(path.absolute()), str(result)], path, step)
        try:
            with result.open(encoding="ascii") as lines:
                found = received(line for line in lines if _going_on(line, step))
        except (OSError, ValueError, TypeError, KeyError, IndexError) as error:
            raise _broken(path) from error
    if found.problem:
        raise UserProblem(found.problem)
    return found


def _going_on(line: str, step: Step) -> bool:
    """Ask before each line whether it is still wanted; blank lines are none."""
    step(0, 0)
    return bool(line.strip())


def _run(words: list[str], path: Path, step: Step) -> None:
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # only Windows has it
    none = subprocess.DEVNULL
    try:
        child = subprocess.Popen(words, stdin=none, stdout=none, stderr=none, creationflags=flags)
    except OSError as error:
        raise _broken(path) from error
    try:
        end = monotonic() + DEADLINE
        while not _ended(child):
            step(0, 0)
            if monotonic() > end:
                raise _too_long(path)
    finally:
        child.kill()
        child.wait()
    if child.returncode:
        raise _broken(path)


def _ended(child: subprocess.Popen[bytes]) -> bool:
    try:
        child.wait(GLANCE)
    except subprocess.TimeoutExpired:
        return False
    return True


def _too_long(path: Path) -> UserProblem:
    said = saying("“{0}”读了 {1} 秒还没有读完，已停止。请拆分后再导入", path.name, round(DEADLINE))
    return UserProblem(said)


def _broken(path: Path) -> UserProblem:
    said = saying(
        "“{0}”读到一半停了，文件可能损坏或太大。请用 Excel 或 WPS 打开并另存，或复制表格后粘贴", path.name
    )
    return UserProblem(said)
