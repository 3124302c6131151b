"""Every subject of the bench runs on little work and gives finite ratios; how fast it is, is no test."""

from __future__ import annotations

import json
from math import isfinite
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bench import __main__ as program
from bench.measuring import Measurement, Pair, Sizes, measured
from bench.subjects import SUBJECTS

LITTLE = Sizes(
    payments=60,
    fewer_payments=40,
    imported=30,
    table_rows=30,
    sections=3,
    scroll_steps=2,
    rounds=1,
    warm_ups=0,
)


@pytest.mark.parametrize("name", SUBJECTS)
def test_every_subject_gives_finite_ratios(name: str, qtbot: QtBot) -> None:
    found = program.run(name, LITTLE)
    assert found
    for each in found:
        assert each.subject == name and each.what and each.yardstick
        assert isfinite(each.ratio) and each.least <= each.ratio <= each.most and each.least > 0


def test_runs_alternate_and_the_first_turn_does_not_count() -> None:
    done: list[str] = []
    pair = Pair(
        "甲",
        "乙",
        ours_run=lambda: done.append("ours"),
        yardstick_run=lambda: done.append("yardstick"),
        ready=lambda: done.append("ready"),
    )
    measured("名", pair, Sizes(rounds=2, warm_ups=1))
    assert done == ["ready", "yardstick", "ours"] * 3


def test_memory_is_what_the_runs_say() -> None:
    found = measured("名", Pair("甲", "乙", lambda: 3072, lambda: 1024, unit="KiB"), Sizes(rounds=1))
    assert (found.ours, found.theirs, found.ratio) == (3072, 1024, 3)
    assert "3 MB ／ 乙 1 MB ＝ 3.00" in program.line(found)


def test_the_table_lines_up_under_chinese_headings() -> None:
    found = [Measurement("edit", "改一格", "apsw", 0.002, 0.001, 2.0, 1.5, 250.0)]
    header, row = program.table(found).splitlines()[-2:]
    assert row.split("  ")[0] == "改一格" and "2.00" in row and "1.50–250" in row and "1.0 ms" in row
    assert program._width(header[: header.index("倍数")]) == program._width(row[: row.index("2.00")])


def test_json_names_machine_and_measurements(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(program, "Sizes", lambda: LITTLE)
    assert program.main(["evaluate", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert "核" in said["machine"]
    assert {each["subject"] for each in said["measurements"]} == {"evaluate"}


def test_an_unknown_subject_is_refused_with_the_names(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        program.main(["speed"])
    assert left.value.code == 2
    assert "edit" in capsys.readouterr().err
