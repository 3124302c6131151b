"""The program without a window: every command answers with a sentence, or JSON, and an exit code.

0 done; 1 from check and verify (something is wrong), import (bad rows left), undo and redo (nothing
to take back); 2 wrong use or unreadable input.
"""

from __future__ import annotations

import argparse
import contextlib
import errno
import io
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from models import kinds
from models.dates import BadValue
from services.errors import UserProblem
from services.settings import Settings, person_name
from ui.cli_parser import arranged, parser

Command = Callable[[argparse.Namespace], int]

DONE, FOUND, WRONG = 0, 1, 2


def _say(text: str) -> None:
    print(text)


def _say_json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=1))


def _person(words: argparse.Namespace) -> str:
    return person_name(words.person, Settings())


def _read(words: argparse.Namespace) -> Any:
    from services.project import Project

    return Project.open(Path(words.file), read_only=True)


def _write(words: argparse.Namespace) -> Any:
    from services.project import Project

    project = Project.open(Path(words.file), person=_person(words))
    if project.kept_copy is not None:
        print(f"文件已升级为现在的版本，原样的备份是“{project.kept_copy.name}”", file=sys.stderr)
    return project


def new(words: argparse.Namespace) -> int:
    """Make a project file: empty, from the sample, or from a workbook."""
    from ui.cli_import import make_project

    return make_project(words, _person(words))


def import_(words: argparse.Namespace) -> int:
    """Take the rows of a workbook into a project; nothing at all while a cell is bad."""
    from ui.cli_import import import_workbook

    with _write(words) as project:
        return import_workbook(words, project)


def score(words: argparse.Namespace) -> int:
    """Say the scores and the facts."""
    from models.evaluation import evaluate
    from models.score_json import score_json
    from ui.cli_text import records_of, score_text

    with _read(words) as project:
        records = records_of(project)
    evaluation = evaluate(records)
    if words.json:
        _say_json(score_json(evaluation, records))
    else:
        _say(score_text(evaluation))
    return DONE


def check(words: argparse.Namespace) -> int:
    """Say the problems; 1 while an error or a doubt stands that nobody has explained."""
    from models.checks import problem_json, run
    from models.evaluation import evaluate
    from ui.cli_text import problems_text, records_of, still_open

    if Path(words.file).suffix.lower() in (".docx", ".txt", ".pdf"):
        raise UserProblem("这个版本还不能校核书面报告，只能校核 .jiheng 项目文件")
    with _read(words) as project:
        records = records_of(project)
    problems = run(records, evaluate(records))
    if words.json:
        _say_json({"problems": [problem_json(problem, records) for problem in problems]})
    else:
        _say(problems_text(problems, records))
    return FOUND if any(still_open(problem) for problem in problems) else DONE


def export(words: argparse.Namespace) -> int:
    """Write the report, the tables or the workbook, by the ending of the file's name."""
    from ui.cli_versions import exported

    with _read(words) as project:
        said = exported(words, project)
    if words.json:
        _say_json({"file": words.out, "message": said})
    else:
        _say(said)
    return DONE


def history(words: argparse.Namespace) -> int:
    """Say who changed what and when, newest first."""
    from ui.cli_text import entry_json, history_text, records_of

    with _read(words) as project:
        entries = project.history()
        if words.json:
            _say_json({"entries": [entry_json(entry) for entry in entries]})
        else:
            _say(history_text(entries, records_of(project)))
    return DONE


def undo(words: argparse.Namespace) -> int:
    """Take back the newest edit that is not undone."""
    return _step(words, "undo", "撤销")


def redo(words: argparse.Namespace) -> int:
    """Do again what was undone last."""
    return _step(words, "redo", "重做")


def _step(words: argparse.Namespace, name: str, word: str) -> int:
    from services.project import NothingToRedo, NothingToUndo

    with _write(words) as project:
        try:
            entry = getattr(project, name)()
        except (NothingToUndo, NothingToRedo) as nothing:
            if words.json:
                _say_json({"id": None, "message": str(nothing)})
            else:
                _say(str(nothing))
            return FOUND
    if words.json:
        _say_json({"id": entry.id, "kind": entry.kind, "label": entry.label, "target": entry.target})
    else:
        _say(f"已{word}：{entry.label.removeprefix(word).strip()}")
    return DONE


def set_(words: argparse.Namespace) -> int:
    """Write one cell, typed as in the window."""
    from ui.cli_set import set_value

    with _write(words) as project:
        return set_value(words, project)


def versions(words: argparse.Namespace) -> int:
    """List the frozen versions of the report, oldest first."""
    from ui.cli_versions import list_versions

    with _read(words) as project:
        return list_versions(words, project)


def freeze(words: argparse.Namespace) -> int:
    """Keep the report as it stands, with its data, as a version of that stage."""
    from ui.cli_versions import freeze_version

    with _write(words) as project:
        return freeze_version(words, project, _person(words))


def compare(words: argparse.Namespace) -> int:
    """Say what differs between two versions, or a version and the report as it stands."""
    from ui.cli_versions import compare_versions

    with _read(words) as project:
        return compare_versions(words, project)


def verify(words: argparse.Namespace) -> int:
    """Say whether the file is sound: structure, values, history, attachments."""
    with _read(words) as project:
        faults: Sequence[str] = project.verify()
    if words.json:
        _say_json({"sound": not faults, "faults": list(faults)})
    else:
        _say("\n".join(faults) if faults else "文件完好：结构、数据、修改历史和附件都已核对。")
    return FOUND if faults else DONE


COMMANDS: dict[str, Command] = {
    "new": new,
    "import": import_,
    "score": score,
    "check": check,
    "export": export,
    "history": history,
    "undo": undo,
    "redo": redo,
    "set": set_,
    "versions": versions,
    "freeze": freeze,
    "compare": compare,
    "verify": verify,
}


def run(words: Sequence[str]) -> int:
    """Carry out one command and give its exit code; whatever goes wrong ends in one sentence."""
    _write_utf8()
    try:
        code = _carried_out(words)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except (UserProblem, BadValue) as problem:
        return say_wrong(str(problem))
    except BrokenPipeError:
        # Whoever read our output (head, a pager) has enough; there is nobody left to tell.
        _drop_output()
        return DONE
    except KeyboardInterrupt:
        return say_wrong("已中断")
    except OSError as error:
        _drop_output()
        return say_wrong(_os_sentence(error))
    except Exception as error:
        return say_wrong(_unexpected(error, words))


def _carried_out(words: Sequence[str]) -> int:
    for word in words:
        if kinds.has_halves(word):
            raise UserProblem(
                f"命令里的“{kinds.clean(word)}”有读不懂的字符。请核对终端的编码，或改用别的文件名"
            )
    try:
        named = parser(COMMANDS).parse_args(arranged(words))
    except SystemExit as left:  # after --help
        return int(left.code or 0)
    if not named.file.strip():
        raise UserProblem("没有写项目文件的名字")
    return COMMANDS[named.command](named)


def _write_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def _drop_output() -> None:
    """Let what is left in the buffer go nowhere, so that the interpreter's own flush is not a fault."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say_wrong(sentence: str) -> int:
    """Say on the error output what was wrong and give the exit code for it."""
    with contextlib.suppress(OSError):
        print(sentence, file=sys.stderr)
    return WRONG


def _os_sentence(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "磁盘已满，没有写完。请腾出空间后再试"
    named = f"“{error.filename}”" if error.filename else "文件或输出"
    return f"{named}读写不了（{error.strerror or type(error).__name__}）。请核对位置、权限和磁盘"


def _unexpected(error: Exception, words: Sequence[str]) -> str:
    from services.failure_log import keep

    what = type(error).__name__
    path = keep(error, words)
    where = f"详细情况记在“{path}”，请把它交给维护人员" if path is not None else "详细情况没有地方可记"
    return f"程序出了意料之外的错（{what}），这次没有完成。{where}"
