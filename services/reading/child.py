"""The process that reads one stranger's file and writes what stands there as data; it ends with the file.

Whatever the file does to it happens here and not in the program with the person's work.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from models.sayings import saying, sentence_of
from services.errors import UserProblem
from services.reading.wire import EXCHANGE, PROBLEM, Line, lines_of, said_data

FOREIGN, SHEETS = "tables", "sheets"
MEMORY_LIMIT = 3_000_000_000
"""Bytes of address space that reading a file may take, where the system can hold it to that."""


def run_child(words: Sequence[str]) -> int:
    """`read-table tables|sheets FILE RESULT`: write the file's tables, or why there are none."""
    kind, file, result = words
    _limit()
    with Path(result).open("w", encoding="ascii") as out:
        try:
            for line in _lines(kind, Path(file)):
                out.write(json.dumps(line))
                out.write("\n")
        except UserProblem as problem:
            out.write("\n" + json.dumps([PROBLEM, said_data(sentence_of(problem))]) + "\n")
        except MemoryError:
            said = saying("“{0}”太大，读不下。请拆分后再导入", Path(file).name)
            out.write("\n" + json.dumps([PROBLEM, said_data(said)]) + "\n")
    return 0


def _lines(kind: str, path: Path) -> Iterator[Line]:
    if kind == SHEETS:
        from services.sheets import read_sheets

        yield from lines_of(read_sheets(path))
        return
    from services.importing.columns import is_exchange
    from services.reading.files import read_tables

    if is_exchange(path):
        yield [EXCHANGE]
    else:
        yield from lines_of(read_tables(path))


def _limit() -> None:
    """Hold this process to the limit; where the system knows none, the time limit of the parent remains."""
    if not sys.platform.startswith(("linux", "freebsd")):
        return
    import resource

    for what, most in ((resource.RLIMIT_AS, MEMORY_LIMIT), (resource.RLIMIT_CORE, 0)):
        _, hard = resource.getrlimit(what)
        if hard == resource.RLIM_INFINITY or hard > most:
            resource.setrlimit(what, (most, hard))
