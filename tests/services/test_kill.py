"""Writers killed at random moments: the file opens, nothing acknowledged is lost, nothing is half done.

JIHENG_KILLS sets how often (15 by default).
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from services.project import Project
from tests.services.kill_writer import PAIR

ROOT = Path(__file__).resolve().parents[2]
KILLS = int(os.environ.get("JIHENG_KILLS", "15"))


def killed(path: Path, what: str, chance: random.Random) -> list[int]:
    """What the writer acknowledged before it was killed, a moment after one of its first few."""
    words = [sys.executable, "-m", "tests.services.kill_writer", str(path), what]
    writer = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert writer.stdout is not None and writer.stderr is not None
    first = "".join(writer.stdout.readline() for _ in range(chance.randint(2, 8)))
    time.sleep(chance.uniform(0, 0.04))
    writer.kill()
    rest, errors = writer.communicate()
    assert errors == ""
    lines = (first + rest).split("\n")
    return [int(line.split()[1]) for line in lines if line.startswith("ack ") and line.split()[1:]]


def check(path: Path, acknowledged: int) -> int:
    """The number the writer had reached in the file, which must be whole."""
    with Project.open(path) as project:
        if project.history(1)[0].kind == "undo":
            project.redo()
        one, other = (next(row for row in project.rows("figure") if row["id"] == name) for name in PAIR)
        assert (one["value"], one["source"]) == (other["value"], other["source"])
        reached = int(one["value"])
        assert reached >= acknowledged
        assert sorted(int(row["name"]) for row in project.rows("person")) == list(range(1, reached + 1))
        assert project.verify() == []
    return reached


@pytest.mark.parametrize("what", ["edit", "undo"])
def test_killed_writers_lose_nothing(tmp_path: Path, what: str) -> None:
    chance = random.Random(what)
    done = 0
    for number in range((KILLS + 1) // 2):
        path = tmp_path / f"{number}.jiheng"
        Project.create(path, {"figure": [{"id": row, "name": row, "value": 0} for row in PAIR]}).close()
        done += check(path, max(killed(path, what, chance), default=0))
    assert done > 0


def test_a_killed_creation_leaves_no_half_file(tmp_path: Path) -> None:
    chance = random.Random(7)
    for number in range(max(2, KILLS // 5)):
        folder = tmp_path / str(number)
        folder.mkdir()
        made = killed(folder / "x.jiheng", "create", chance)
        files = {path.stem: path for path in folder.iterdir() if path.suffix == ".jiheng"}
        assert {str(each) for each in made} <= files.keys()
        for path in files.values():
            with Project.open(path) as project:
                assert len(project.rows("figure")) == 200 and project.verify() == []
