"""Live text in a text document: nothing is lost on the way in and out, no edit leaves half things behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QTextEdit

from models.report.document import compose
from models.report.live.syntax import canonical
from services.project import Project
from services.report_forms import form_of
from services.workspace import Workspace
from ui.look import Look
from ui.panels.live_document import LiveDocument
from ui.panels.live_words import LiveWords


@pytest.fixture(scope="module")
def words(sample_master: Path) -> Iterator[LiveWords]:
    workspace = Workspace(Project.open(sample_master, read_only=True))
    report = compose(workspace.records, workspace.evaluation, workspace.problems, form_of(workspace.records))
    yield LiveWords(report.renderer)
    workspace.close()


@pytest.fixture(scope="module")
def document(qapp: object) -> Iterator[LiveDocument]:
    editor = QTextEdit()
    made = LiveDocument(Look("light", 13), editor)
    editor.setDocument(made)
    yield made
    editor.deleteLater()


FIELDS = [
    "{已支付}", "{结余|亿元}", "{结余|=约270万元}", '{资金["F2"].支付构成}', "{不存在}", "{申报合计差异}",
    "{占比(结余, 总指标)|一位小数}",
    "{{", "{", "}", "{}", "{a|}", '{"', "{结余|=}",
]  # fmt: skip
STARTS = ["", "## ", "### ", "> ", "\\", "\\## ", "#", "##", "{{表:", "{表:x}甲"]
INSERTS = [
    "{表:资金总额及组成}",
    '{表:合同及支付明细("F2")}',
    "{图:不存在}",
    "{段:引言}",
    "{表:无}甲",
    "{表: }",
]
LINES = st.one_of(
    st.builds(
        lambda start, parts: start + "".join(parts),
        st.sampled_from(STARTS),
        st.lists(st.one_of(st.sampled_from(FIELDS), st.text(max_size=6)), max_size=5),
    ),
    st.sampled_from(INSERTS),
)
TEXTS = st.one_of(st.lists(LINES, max_size=6).map("\n".join), st.text())


def held(text: str) -> str:
    return "".join(char for char in text if char not in "\ufffc\ufdd0\ufdd1")


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_live_text_comes_back_as_it_was(document: LiveDocument, words: LiveWords, text: str) -> None:
    document.load(held(text), words)
    assert document.text == canonical(held(text))
    assert canonical(document.text) == document.text


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_looking_again_changes_nothing(document: LiveDocument, words: LiveWords, text: str) -> None:
    document.load(held(text), words)
    assert document.follow(words) == [] and document.settle() is False
