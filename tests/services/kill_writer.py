"""A writer to be killed: `kill_writer.py FILE edit|undo|create` says "ack N" after each thing it has done.

Every edit writes two rows that must agree, so that half an edit would show.
"""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from services.project import NothingToUndo, Project

PAIR = ("left", "right")


def main(path: Path, what: str) -> None:
    """Work until killed."""
    if what == "create":
        for number in count(1):
            Project.create(
                path.with_name(f"{number}.jiheng"), {"figure": [{"name": "x" * 500}] * 200}
            ).close()
            print("ack", number, flush=True)
    with Project.open(path, person="写手") as project:
        print("ack", 0, flush=True)
        for number in count(1):
            if what == "undo" and number % 3 == 0:
                project.undo()
                project.redo()
            with project.edit(f"第 {number} 次") as edit:
                for row in PAIR:
                    edit.update("figure", row, {"value": number, "source": f"{number} " * 400})
                edit.insert("person", {"name": str(number)})
            if what == "undo" and number % 5 == 0:
                try:
                    project.undo()
                    project.redo()
                except NothingToUndo:
                    continue
            print("ack", number, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
