"""Report versions: frozen whole, read back as they were, never altered, exported and compared."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import apsw
import pytest

from models.report.blocks import Document, Title, text_of
from models.report.version import Version
from services import version_archive, versions
from services.errors import UserProblem
from services.project import Project
from services.version_archive import Frozen, pack, unpack
from services.workspace import Workspace

NOW = datetime(2019, 8, 2, 17, 30, tzinfo=UTC)


@pytest.fixture
def workspace(sample_path: Path) -> Iterator[Workspace]:
    made = Workspace(Project.open(sample_path, person="测试员"))
    yield made
    made.close()


def pay_more(workspace: Workspace) -> None:
    """Change an amount that the whole report depends on."""
    payment = workspace.records.all("payment")[8]
    with workspace.edit("改付款") as edit:
        edit.update("payment", payment["id"], {"amount": payment["amount"] + 10_000_000})


def freeze(workspace: Workspace, stage: str = "征求意见稿", **rest: Any) -> Any:
    made = versions.freeze(workspace, stage, "李工", now=NOW, **rest)
    return workspace.records.get("report_version", made)


def test_a_frozen_version_is_the_report_as_it_stood_with_its_data(workspace: Workspace) -> None:
    before = versions.present(workspace)
    row = freeze(workspace, title="第一稿", remark="送单位")
    pay_more(workspace)
    found = versions.read(workspace.project, row)
    assert found.version.document == before.document
    assert found.version.tables == before.tables and found.version.scores == before.scores
    assert (found.stage, found.title, found.frozen_by) == ("征求意见稿", "第一稿", "李工")
    assert found.frozen_at == "2019-08-02T17:30:00+00:00"
    assert versions.present(workspace).document != before.document


def test_the_row_says_what_people_need(workspace: Workspace) -> None:
    row = freeze(workspace, remark="送单位")
    said = {name: row[name] for name in ("stage", "title", "frozen_on", "frozen_by", "score", "remark")}
    assert said == {
        "stage": "征求意见稿",
        "title": "征求意见稿",
        "frozen_on": "2019-08-02",
        "frozen_by": "李工",
        "score": "74.52　中",
        "remark": "送单位",
    }
    assert freeze(workspace)["title"] == "征求意见稿（2）"


def test_freezing_is_one_entry_of_the_history_and_can_be_undone_and_redone(workspace: Workspace) -> None:
    entries = len(workspace.project.history())
    row = freeze(workspace)
    newest, *older = workspace.project.history()
    assert len(older) == entries and newest.label == "定稿　征求意见稿"
    assert {change.table for change in newest.changes} == {"report_version"}
    workspace.undo()
    assert versions.listed(workspace.records) == ()
    workspace.redo()
    assert versions.read(workspace.project, versions.find(workspace.records, row["id"])).stage == "征求意见稿"
    assert workspace.project.verify() == []


def test_the_projects_stage_stays_and_the_frozen_report_carries_its_own(workspace: Workspace) -> None:
    assert workspace.records.project["stage"] == "征求意见稿"
    found = versions.read(workspace.project, freeze(workspace, "送审稿"))
    assert workspace.records.project["stage"] == "征求意见稿"
    assert "（送审稿）" in text_of(found.version.document)
    assert found.version.tables["project"][0]["stage"] == "送审稿"
    assert freeze(workspace, "")["stage"] == "征求意见稿"


def test_an_unknown_stage_is_refused_and_nothing_is_kept(workspace: Workspace) -> None:
    entries = len(workspace.project.history())
    with pytest.raises(UserProblem, match="报告阶段没有“定稿”。可用：初稿、征求意见稿、送审稿、终稿"):
        freeze(workspace, "定稿")
    assert len(workspace.project.history()) == entries and workspace.project.rows("attachment") == []


def test_a_file_that_is_only_read_cannot_get_a_version(sample_path: Path) -> None:
    workspace = Workspace(Project.open(sample_path, read_only=True))
    with pytest.raises(UserProblem):
        versions.freeze(workspace, "初稿", "李工", now=NOW)
    workspace.close()


def test_a_report_too_large_to_be_read_back_is_not_frozen(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(version_archive, "LARGEST", 100_000)
    with pytest.raises(UserProblem, match="超过定稿能存的"):
        freeze(workspace)
    assert versions.listed(workspace.records) == ()


@pytest.mark.parametrize("by", ["id", "title", "stage"])
def test_a_version_is_found_by_what_people_know_the_newest_first(workspace: Workspace, by: str) -> None:
    freeze(workspace, "初稿")
    newest = freeze(workspace, "初稿", title="第二次初稿")
    assert versions.find(workspace.records, f" {newest[by]} ") == newest


def test_an_unknown_version_names_those_there_are(workspace: Workspace) -> None:
    with pytest.raises(UserProblem, match="还没有定稿过"):
        versions.find(workspace.records, "初稿")
    freeze(workspace, "初稿")
    with pytest.raises(UserProblem, match="没有叫“终稿”的报告版本。现有：“初稿（2019-08-02）”"):
        versions.find(workspace.records, "终稿")


def test_bytes_altered_in_the_file_are_noticed(workspace: Workspace, sample_path: Path) -> None:
    row = freeze(workspace)
    workspace.close()
    db = apsw.Connection(str(sample_path))
    db.execute('UPDATE "attachment_content" SET "bytes" = zeroblob(100)')
    db.close()
    with Project.open(sample_path, read_only=True) as project, pytest.raises(UserProblem, match="已损坏"):
        versions.read(project, row)


def test_a_version_that_is_only_entered_has_no_archive(workspace: Workspace) -> None:
    with workspace.edit("登记") as edit:
        made = edit.insert("report_version", {"stage": "终稿"})
    with pytest.raises(UserProblem, match="报告版本“终稿”没有存档"):
        versions.read(workspace.project, versions.find(workspace.records, made))


SMALL = Frozen(
    Version("初稿", Document("报告", (Title("报告"),)), {"fund": [{"id": "1"}]}, {"total": "1.00"}),
    "初稿", "初稿", NOW.isoformat(), "李工", "0.1.0", 2,
)  # fmt: skip


def test_an_archive_comes_back_as_it_was() -> None:
    assert unpack(pack(SMALL), "初稿") == SMALL


def _packed(data: Any) -> bytes:
    packer = zlib.compressobj(wbits=31)
    text = data if isinstance(data, bytes) else json.dumps(data).encode()
    return packer.compress(text) + packer.flush()


def _with(change: Callable[[dict[str, Any]], object]) -> Callable[[dict[str, Any]], bytes]:
    def changed(data: dict[str, Any]) -> bytes:
        change(data)
        return _packed(data)

    return changed


@pytest.mark.parametrize(
    ("made", "says"),
    [
        (lambda data: b"no archive", "内容不完整或被改动过"),
        (lambda data: _packed(data)[:-40], "内容不完整或被改动过"),
        (lambda data: _packed(data) + b"more", "内容不完整或被改动过"),
        (lambda data: _packed(b"[" * 100_000), "内容不完整或被改动过"),
        (lambda data: _packed(b"\xff\xfe"), "内容不完整或被改动过"),
        (lambda data: _packed([]), "不是报告版本"),
        (_with(lambda data: data.update(format=2)), "较新的程序"),
        (_with(lambda data: data.update(frozen_by=None)), "内容不完整或被改动过"),
        (_with(lambda data: data.update(schema_version="2")), "内容不完整或被改动过"),
        (_with(lambda data: data.update(scores={"total": 74.52})), "内容不完整或被改动过"),
        (_with(lambda data: data.update(scores={"levels": {}})), "内容不完整或被改动过"),
        (_with(lambda data: data.update(tables={"fund": [{"name": "无编号"}]})), "内容不完整或被改动过"),
        (_with(lambda data: data.update(tables={"fund": [{"id": "1", "name": ["列表"]}]})), "内容不完整"),
        (_with(lambda data: data["report"].update(format=9)), "格式是第 9 版"),
        (_with(lambda data: data["report"]["document"].update(blocks=[{"@": "Run"}])), "报告存档的内容不对"),
    ],
)  # fmt: skip
def test_what_is_no_archive_is_refused_in_a_sentence(
    made: Callable[[dict[str, Any]], bytes], says: str
) -> None:
    data = json.loads(zlib.decompress(pack(SMALL), wbits=31))
    with pytest.raises(UserProblem, match=rf"^报告版本“初稿”的存档读不了：.*{says}.*请改用备份里的项目文件$"):
        unpack(made(data), "初稿")


def test_an_archive_that_unfolds_without_end_is_not_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(version_archive, "LARGEST", 100_000)
    with pytest.raises(UserProblem, match="解开后超过"):
        unpack(_packed(b" " * 10_000_000), "初稿")


def test_a_version_is_compared_with_the_present_and_with_another(workspace: Workspace) -> None:
    first = versions.read(workspace.project, freeze(workspace)).version
    # freezing adds a row of its own, which is no difference of the report
    assert versions.compare(first, versions.present(workspace)) == ()
    pay_more(workspace)
    second = versions.read(workspace.project, freeze(workspace)).version
    found = versions.compare(first, second)
    assert versions.compare(first, versions.present(workspace)) == found
    sentences = [each.sentence for each in found]
    assert sentences[0].startswith("总分 74.52 → ")
    assert any(each.startswith("已支付 2,053.31 → 2,063.31，") for each in sentences)
    assert any(each.startswith("“付款”改 1 行：") for each in sentences)
    assert any(isinstance(each.source, tuple) and each.source[0] == "contract" for each in found)


@pytest.mark.parametrize("ending", [".pdf", ".docx"])
def test_a_version_is_exported_as_it_was_and_masked_when_public(
    workspace: Workspace, tmp_path: Path, ending: str
) -> None:
    person = workspace.records.all("person")[0]
    with workspace.edit("组长") as edit:
        edit.update("person", person["id"], {"name": "欧阳建国"})
        edit.update("project", "project", {"procedures": "欧阳建国（13812345678）主持。"})
    version = versions.read(workspace.project, freeze(workspace)).version
    with workspace.edit("以后") as edit:
        edit.update("project", "project", {"procedures": "换人主持。"})
    source = workspace.project.path
    whole, public = tmp_path / f"全{ending}", tmp_path / f"公开{ending}"
    assert "征求意见稿（2019-08-02）；" in versions.export(version, whole, source=source)
    assert "公开版；" in versions.export(version, public, source=source, public=True)
    assert "欧阳建国（13812345678）主持" in words_of(whole)
    assert "欧阳某某（138****5678）主持" in words_of(public)
    assert "欧阳建国" not in words_of(public)


def words_of(path: Path) -> str:
    if path.suffix == ".docx":
        import docx

        return "".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
    import pypdfium2

    with pypdfium2.PdfDocument(path) as pages:
        text = "".join(page.get_textpage().get_text_bounded() for page in pages)
    return "".join(text.split())


def test_a_version_is_written_as_a_report_only(workspace: Workspace, tmp_path: Path) -> None:
    version = versions.present(workspace)
    with pytest.raises(UserProblem, match="报告只能导出为 .pdf 或 .docx"):
        versions.export(version, tmp_path / "表.xlsx", source=workspace.project.path)
    with pytest.raises(UserProblem, match="那是项目文件本身|只能导出"):
        versions.export(version, workspace.project.path, source=workspace.project.path)
