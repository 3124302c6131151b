"""Report versions: freeze the report as it stands with its data, read it back, compare, publish."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from models.fields import Row
from models.kinds import one_line, show_number
from models.records import Records
from models.sayings import listing, saying, word
from models.schema import SCHEMA, SCHEMA_VERSION
from services.errors import UserProblem
from services.exporting.pace import Watch
from services.project import Project
from services.version import PROGRAM_VERSION
from services.version_archive import Frozen, pack, unpack
from services.workspace import Workspace

if TYPE_CHECKING:
    from models.evaluation import Evaluation
    from models.report.comparing import Difference
    from models.report.version import Version

TABLE = "report_version"
STAGES = SCHEMA[TABLE].field("stage").choices
NOW = "现在的报告"


def freeze(
    workspace: Workspace, stage: str, person: str, *, now: datetime, title: str = "", remark: str = ""
) -> str:
    """Keep the report as it stands, as that stage, with all its data; the id of the new version's row.

    One edit, one entry of the history; undoing it takes the row away. An empty `stage` is the project's
    own, which stays as it is; the frozen report carries the stage it was frozen as. UserProblem for an
    unknown stage, a file that cannot be written, or a report too large to be read back.
    """
    chosen = _stage(stage, workspace.records)
    records = _as_stage(workspace.records, chosen)
    named = one_line(title) or _free_title(chosen, workspace.records)
    version, evaluation = _version(named, records, workspace.evaluation)
    made = Frozen(version, chosen, named, now.isoformat(), person, PROGRAM_VERSION, SCHEMA_VERSION)
    content = pack(made)
    with workspace.edit(f"定稿　{named}") as edit:
        file_name = f"报告版本 {named} {now:%Y-%m-%d %H%M%S}.json.gz"
        values = {
            "stage": chosen,
            "title": named,
            "frozen_on": now.date().isoformat(),
            "frozen_by": person or None,
            "score": score_words(evaluation),
            "attachment": workspace.project.add_attachment(content, file_name),
            "remark": one_line(remark) or None,
        }
        return edit.insert(TABLE, values)


def read(project: Project, row: Row) -> Frozen:
    """The version of that row as it was frozen, checked against its digest; UserProblem if it is not."""
    name = called(row)
    if row["attachment"] is None:
        raise UserProblem(saying("报告版本“{0}”没有存档，只有登记。请从备份里的项目文件取", name))
    return unpack(project.attachment(row["attachment"]), name)


def present(workspace: Workspace) -> Version:
    """The report and its data as they stand."""
    version, _ = _version(NOW, workspace.records, workspace.evaluation)
    return version


def called(row: Row) -> str:
    """What people call a version: its title and day."""
    day = f"（{row['frozen_on']}）" if row["frozen_on"] else ""
    return f"{row['title'] or row['stage']}{day}"


def listed(records: Records) -> Sequence[Row]:
    """The rows of the frozen versions, oldest first."""
    return records.all(TABLE)


def find(records: Records, words: str) -> Row:
    """The version that a person means: by id, else the newest of that title or stage.

    UserProblem says which there are.
    """
    rows = listed(records)
    for names in (("id",), ("title", "stage")):
        hits = [row for row in rows if words.strip() in [row[name] for name in names]]
        if hits:
            return hits[-1]
    known = "、".join(f"“{called(row)}”" for row in rows) or saying("还没有定稿过")
    raise UserProblem(saying("没有叫“{0}”的报告版本。现有：{1}", words, known))


def compare(before: Version, after: Version) -> tuple[Difference, ...]:
    """What differs between two versions, or a version and the present state."""
    from models.report.comparing import compare as compared

    return compared(before, after)


def export(version: Version, out: Path, *, source: Path, public: bool = False, **watch: Unpack[Watch]) -> str:
    """Write the version's report exactly as it was, or its public version, as .pdf or .docx.

    `source` is the project file. Says what was written; UserProblem, and `out` is then as before.
    """
    from models.report import masking
    from services.exporting.outputs import PUBLIC, export_document

    document = masking.public(version.document, version.tables) if public else version.document
    note = f"{version.name}；{PUBLIC if public else ''}"
    return export_document(document, out, source=source, note=note, **watch)


def _stage(stage: str, records: Records) -> str:
    chosen = stage.strip() or records.project["stage"] or STAGES[0]
    if chosen not in STAGES:
        raise UserProblem(saying("报告阶段没有“{0}”。可用：{1}", stage, listing(map(word, STAGES))))
    return str(chosen)


def _as_stage(records: Records, stage: str) -> Records:
    """The records with the project at that stage, so that the frozen report says what it is frozen as."""
    if records.project["stage"] == stage:
        return records
    return records.replaced({"project": [{**records.project, "stage": stage}]})


def _free_title(stage: str, records: Records) -> str:
    """The stage itself, from the second version of a stage on with a number."""
    taken = {row["title"] for row in listed(records)}
    number = 2
    title = stage
    while title in taken:
        title, number = f"{stage}（{number}）", number + 1
    return title


def _version(name: str, records: Records, known: Evaluation) -> tuple[Version, Evaluation]:
    from models.checks import run
    from models.evaluation import evaluate
    from models.report.document import build
    from models.report.version import Version
    from models.score_json import score_json
    from services.exporting.json_tables import tables_json
    from services.report_forms import form_of

    evaluation = evaluate(records, known)
    document = build(records, evaluation, run(records, evaluation), form_of(records))
    tables = tables_json(records)["tables"]
    return Version(name, document, tables, score_json(evaluation, records)), evaluation


def score_words(evaluation: Evaluation) -> str:
    """The total with the grade, or what is scored and what is open."""
    total = show_number(evaluation.total)
    if evaluation.open_points:
        return saying("已评 {0}，未评 {1}", total, show_number(evaluation.open_points))
    return saying("{0}　{1}", total, word(evaluation.grade) if evaluation.grade else saying("未定等次"))
