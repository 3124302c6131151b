"""The program without a window: every command answers with a sentence, or JSON, and an exit code.

0 done; 1 from check and verify (something is wrong), import (bad rows left), undo and redo (nothing
to take back); 2 wrong use or unreadable input.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from models.dates import BadValue
from services.errors import UserProblem
from services.settings import Settings, person_name

Command = Callable[[argparse.Namespace], int]

DONE, FOUND, WRONG = 0, 1, 2


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        for english, chinese in _ARGPARSE_WORDS.items():
            message = message.replace(english, chinese)
        usage = " ".join(self.format_usage().removeprefix("usage: ").split())
        raise UserProblem(f"命令写得不对：{message}。用法：{usage}")


_ARGPARSE_WORDS = {
    "the following arguments are required:": "缺少",
    "unrecognized arguments:": "不认识",
    "invalid choice:": "不能是",
    "choose from": "可用",
    "expected one argument": "后面要有一个值",
    "not allowed with argument": "不能同时用",
    "argument ": "",
}


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

    return Project.open(Path(words.file), person=_person(words))


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
    from services.exporting.outputs import export_file
    from ui.cli_text import records_of

    with _read(words) as project:
        records = records_of(project)
    _say(export_file(records, Path(words.out), words.what, source=Path(words.file)))
    return DONE


def history(words: argparse.Namespace) -> int:
    """Say who changed what and when, newest first."""
    from ui.cli_text import entry_json, history_text

    with _read(words) as project:
        entries = project.history()
        if words.json:
            _say_json({"entries": [entry_json(entry) for entry in entries]})
        else:
            _say(history_text(entries))
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
            _say(str(nothing))
            return FOUND
    if words.json:
        _say_json({"id": entry.id, "kind": entry.kind, "label": entry.label, "target": entry.target})
    else:
        _say(f"已{word}：{entry.label.removeprefix(word).strip()}")
    return DONE


def set_(words: argparse.Namespace) -> int:
    """Write one cell, typed as in the window."""
    from ui.cli_import import set_value

    with _write(words) as project:
        return set_value(words, project)


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
    "verify": verify,
}


def parser() -> argparse.ArgumentParser:
    """The words every command takes."""
    top = _Parser(prog="main.py", description="绩衡：专项资金绩效评价工作台", allow_abbrev=False)
    commands = top.add_subparsers(dest="command", required=True, parser_class=_Parser)
    for name, command in COMMANDS.items():
        one = commands.add_parser(name, help=(command.__doc__ or "").splitlines()[0], allow_abbrev=False)
        one.add_argument("file")
        one.add_argument("--person")
        one.add_argument("--json", action="store_true")
        _ARGUMENTS.get(name, lambda parser: None)(one)
    return top


def _new_arguments(one: argparse.ArgumentParser) -> None:
    start = one.add_mutually_exclusive_group()
    start.add_argument("--sample", action="store_true")
    start.add_argument("--from", dest="workbook")


def _import_arguments(one: argparse.ArgumentParser) -> None:
    one.add_argument("workbook")
    one.add_argument("--good-rows", action="store_true")


def _export_arguments(one: argparse.ArgumentParser) -> None:
    one.add_argument("out")
    one.add_argument("--what", choices=("report", "self-evaluation", "tables", "evidence"))


def _set_arguments(one: argparse.ArgumentParser) -> None:
    for word in ("table", "row", "field", "value"):
        one.add_argument(word)


_ARGUMENTS: dict[str, Callable[[argparse.ArgumentParser], None]] = {
    "new": _new_arguments,
    "import": _import_arguments,
    "export": _export_arguments,
    "set": _set_arguments,
}


def run(words: Sequence[str]) -> int:
    """Carry out one command and give its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
    try:
        named = parser().parse_args(list(words))
        code = COMMANDS[named.command](named)
        sys.stdout.flush()
        return code
    except (UserProblem, BadValue) as problem:
        print(str(problem), file=sys.stderr)
        return WRONG
    except BrokenPipeError:
        # Whoever read our output (head, a pager) has enough; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
