"""An English window on the sample, whose data are Chinese: what the program itself says is English."""

from __future__ import annotations

import ast
import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from devtools.translations import screen_modules
from models.checks.budget import WRONG_BRACKETS
from models.defaults import SETTINGS
from services import standards
from services.help_pages import ENGLISH as EDITION
from services.help_pages import pages_folder
from services.project import Project
from tests.services import untidy_changsha
from tests.ui.english_hands import CHINESE_SIGNS, OwnWords, chinese_left, painted, texts_of, typed_words
from tests.ui.windows import english_window
from ui.about import AboutDialog
from ui.actions import ACTIONS
from ui.context import Context
from ui.dialogs import NewProjectDialog
from ui.edit_labels import said_label
from ui.faults import FailureDialog
from ui.grid.grid import Grid
from ui.help.window import HelpWindow
from ui.importing.dialog import ImportWizard
from ui.language import LANGUAGES
from ui.panels.phrase_box import PhraseBox
from ui.panels.solver_strip import SolverDialog
from ui.standards.dialog import StandardsDialog
from ui.trying import begin, drop
from ui.versions.dialog import VersionsDialog
from ui.versions.freezing import FreezeDialog
from ui.window import MainWindow
from ui.words import told

TABS = ("overview", "funds", "contracts", "indicators", "findings", "papers", "report")
EXAMPLES = re.compile(
    "Such as |Write the formula|A formula|Paste criteria|zwy finds|Language 语言|Outline of 财预|^＋$|^语言$"
)
"""Beginnings of what shows how something Chinese is written, names of documents, and signs."""
ROWS = 2
PERSON = "测试员"
"""Who made the sample."""


@pytest.fixture(scope="module")
def window(
    sample_master: Path, tmp_path_factory: pytest.TempPathFactory, qapp: QApplication
) -> Iterator[MainWindow]:
    folder = tmp_path_factory.mktemp("english")
    path = folder / "sample.jiheng"
    path.write_bytes(sample_master.read_bytes())
    with english_window(path, qapp, 1500, 900) as made:
        yield made


def context_of(window: MainWindow) -> Context:
    assert window.context is not None
    return window.context


def own_words(window: MainWindow, *more: str) -> OwnWords:
    """The words of the project, of the library of standards, and more that is no word of the program."""
    records = context_of(window).records
    words = [*typed_words(records), *more, *LANGUAGES.values(), SETTINGS["bands"].default, PERSON]
    for row in records.live("allocation"):
        words.append(WRONG_BRACKETS.sub(r"〔\1〕", str(row["document_number"])))
    for row in records.live("indicator"):
        words += re.findall('"([^"]+)"', row["parameters"] or "")
    for each in standards.catalogue():
        words += [each.document, each.title, f"{each.document}　{each.title}"]
    return OwnWords(words)


def assert_english(root: QWidget, own: OwnWords) -> None:
    """Neither what the widgets say nor what is painted has Chinese of the program's own."""
    QApplication.processEvents()
    with painted() as texts:
        root.grab()
    said = {*texts, *texts_of(root)}
    assert {text for text in chinese_left(said, own) if not EXAMPLES.search(text)} == set()


def put_away(dialog: QDialog) -> None:
    """Close it for good, so that the window is looked at without it."""
    dialog.close()
    dialog.deleteLater()
    QCoreApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)


# Pages


@pytest.mark.parametrize("key", TABS)
def test_a_page_speaks_english_in_every_row_and_panel(window: MainWindow, key: str) -> None:
    bench, own = window.workbench, own_words(window)
    assert bench is not None
    bench.show_key(key)
    assert_english(window, own)
    for table in bench.tab.tables:
        for row in context_of(window).records.live(table)[:ROWS]:
            bench.show_row(table, row["id"])
            QApplication.processEvents()
    detail, kinds = getattr(bench.tab, "detail", None), getattr(bench.tab, "kinds", None)
    for page in getattr(detail, "_keys", ()):
        detail.show_page(page)  # type: ignore[union-attr]
        assert_english(bench.tab, own)
    for entry in getattr(kinds, "_entries", ()):
        kinds.choose(entry.key)  # type: ignore[union-attr]
        assert_english(bench.tab, own)


def test_every_indicator_is_explained_in_english(window: MainWindow) -> None:
    bench, own = window.workbench, own_words(window)
    assert bench is not None
    bench.show_key("indicators")
    for node in context_of(window).workspace.evaluation.nodes():
        bench.show_row("indicator", node.id)
        assert_english(bench.tab.panel, own)  # type: ignore[attr-defined]


def test_menus_speak_english(window: MainWindow) -> None:
    bench, own = window.workbench, own_words(window)
    assert bench is not None
    for tab in bench.tabs:
        bench.show_key(tab.key)
        for grid in (each for each in tab.findChildren(Grid) if each.isVisible()):
            grid.view.setCurrentIndex(grid.model.index(1, 1))
            for menu in (grid.menu(), *(grid.title_menu(at) for at in range(3))):
                assert_english(menu, own)
                menu.deleteLater()
    for menu in window.findChildren(QMenu):
        menu.aboutToShow.emit()
        assert_english(menu, own)


# Dialogs


Make = Callable[[MainWindow], QDialog]
DIALOGS: dict[str, Make] = {
    "new": lambda window: NewProjectDialog(window.look, Path("project"), window),
    "about": lambda window: AboutDialog(window.look, window),
    "failure": lambda window: FailureDialog(window.look, "details", window),
    "freeze": lambda window: FreezeDialog(context_of(window), window),
    "versions": lambda window: VersionsDialog(context_of(window), window.files, window),
    "solver": lambda window: SolverDialog(context_of(window), window),
    "help": lambda window: HelpWindow(window.look, window),
}


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_speaks_english(window: MainWindow, name: str) -> None:
    dialog = DIALOGS[name](window)
    dialog.show()
    assert_english(dialog, own_words(window))
    put_away(dialog)


def test_the_library_of_standards_speaks_english_but_for_the_standards(window: MainWindow) -> None:
    dialog = StandardsDialog(context_of(window), window.files.ask, window)
    dialog.show()
    words: list[str] = []
    for each in standards.catalogue():
        for entry in standards.load(each.id).entries:
            words += [str(value) for value in entry.values.values() if isinstance(value, str)]
    assert_english(dialog, own_words(window, *words, *(line for word in words for line in word.splitlines())))
    put_away(dialog)


def test_what_is_solved_back_is_said_in_english(window: MainWindow) -> None:
    dialog = SolverDialog(context_of(window), window)
    dialog.show()
    for printed in ("165.62%", "12.34%"):
        for field in dialog.findChildren(QLineEdit):
            field.setText(printed)
        assert_english(dialog, own_words(window))
    put_away(dialog)


MADE_OF_THE_FILE = ("2018年支付金额（元）", "长沙市", "(2018续签)")
"""Two lines of headings as one, and parts of the names that contracts without a name are given."""


def test_the_import_speaks_english_on_all_its_pages(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    context, path = context_of(window), tmp_path / "list.xlsx"
    untidy_changsha.write_workbook(path, context.records)
    wizard = ImportWizard(window.look, context.workspace, window.settings, lambda: None)
    wizard.show()
    wizard.open(path)
    words = [
        str(cell.value or "") for sheet in load_workbook(path) for row in sheet.iter_rows() for cell in row
    ]
    words += [sheet.title for sheet in load_workbook(path)]
    words += [part for word in words for part in re.split("[；;。]", unicodedata.normalize("NFKC", word))]
    own = own_words(window, *MADE_OF_THE_FILE, *words, *(re.sub("[（(].*", "", word) for word in words))
    for step in range(3):
        qtbot.waitUntil(lambda step=step: wizard.step == step and wizard.main.isEnabled())  # type: ignore[misc]
        assert_english(wizard, own)
        wizard.main.click()
    put_away(wizard)


# What is done


def test_edits_undo_and_history_speak_english(window: MainWindow) -> None:
    context, own = context_of(window), own_words(window)
    row = context.records.live("contract")[0]
    assert context.typed("contract", row["id"], "amount", "12.34") is None
    assert context.typed("contract", row["id"], "procurement", "公开招标") is None
    window.commands.undo()
    assert_english(window, own)
    window.commands.show_history()
    history = window.commands._history
    assert history is not None
    assert_english(history, own)
    history.close()
    window.commands.undo()


def test_trying_and_sensitivity_speak_english(window: MainWindow) -> None:
    bench, context, own = window.workbench, context_of(window), own_words(window)
    assert bench is not None
    bench.show_key("indicators")
    bench.tab._toggle_sensitivity()  # type: ignore[attr-defined]
    begin(context)
    leaf = next(iter(context.workspace.evaluation.leaves()))
    assert context.typed("indicator", leaf.id, "weight", "9") is None
    assert_english(window, own)
    drop(context)
    bench.tab._toggle_sensitivity()  # type: ignore[attr-defined]


def test_what_is_found_is_said_in_english(window: MainWindow) -> None:
    find = window.corner.find
    for words in ("zfje", "2018", "88.33"):
        find.setFocus()
        find.setText(words)
        QTest.qWait(200)
        assert_english(window, own_words(window))
    find.clear()


def test_the_status_line_says_in_english_what_a_figure_comes_from(window: MainWindow) -> None:
    bench, own = window.workbench, own_words(window)
    assert bench is not None
    bench.show_key("funds")
    grid = bench.tab.grid  # type: ignore[attr-defined]
    for column in range(len(grid.model.columns)):
        grid.view.setCurrentIndex(grid.model.index(1, column))
        assert_english(window.statusBar(), own)


CRITERIA = (
    "得分＝执行率×分值，每低于1个百分点扣权重分的5%，扣完为止",
    "每发现一处扣2分",
    "由专家酌情评分",
    "90分以上得满分，80-90得8分，其余不得分",
)


def pieces(text: str) -> Iterator[str]:
    """Every part of a text that may be quoted."""
    yield from (text[start:end] for start in range(len(text)) for end in range(start + 3, len(text) + 1))


def test_pasted_criteria_are_read_in_english(window: MainWindow) -> None:
    bench = window.workbench
    assert bench is not None
    bench.show_key("indicators")
    box = bench.tab.findChildren(PhraseBox)[0]
    bench.show_row("indicator", next(iter(context_of(window).workspace.evaluation.leaves())).id)
    own = own_words(window, *(piece for criteria in CRITERIA for piece in pieces(criteria)))
    box.ask()
    for criteria in CRITERIA:
        box.field.setPlainText(criteria)
        assert box.lines and all("clear" in line or "guess" in line for line in box.lines)
        assert_english(box, own)
    box.hide()


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ("合同“门户运维” · 合同金额", "Contract “门户运维” · Contract amount"),
        ("付款“2018　26.05”（门户运维） · 付款金额", "Payment “2018　26.05” (门户运维) · Amount paid"),
        ("撤销 合同“门户运维” · 合同金额", "Undo Contract “门户运维” · Contract amount"),
        ("作废合同“门户运维”", "Void Contract “门户运维”"),
        ("项目设置 · 千分位", "Project settings · Thousands separators"),
        ("定稿　征求意见稿", "Freeze\u2003Consultation draft"),
        ("报告章节“存在的问题” · 恢复自动正文", "Report chapter “存在的问题” · Back to automatic text"),
        ("假设：合同“门户运维” · 合同金额 等 3 行",
         "What-if: Contract “门户运维” · Contract amount and others, 3 rows"),
        ("粘贴 12 行合同", "Paste 12 rows of Contracts"),
        ("新建项目（样例）", "New project (sample)"),
        ("导入 支出.xlsx（92 行）", "Import 支出.xlsx (92 rows)"),
        ("校核“付款超过合同金额” · 已解释", 'Check “Payments exceed contract amount” · Explained'),
        ("Contract typed in English", "Contract typed in English"),
    ],
)  # fmt: skip
def test_an_edit_of_a_chinese_window_is_named_in_english(window: MainWindow, kept: str, said: str) -> None:
    assert said_label(kept) == said


def label_templates() -> Iterator[str]:
    """The Chinese templates of the names that the window gives to edits."""
    for path in screen_modules():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Assign) and any(
                getattr(each, "id", "") == "label" for each in node.targets
            ):
                yield from said_in(node.value)
            elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") in ("edit", "write_rows"):
                yield from (text for argument in node.args for text in said_in(argument))


def said_in(node: ast.expr) -> Iterator[str]:
    """The literals that pass through Qt within an expression."""
    for call in ast.walk(node):
        if isinstance(call, ast.Call) and getattr(call.func, "attr", "") in ("tr", "translate"):
            last = call.args[-1]
            if isinstance(last, ast.Constant) and CHINESE_SIGNS.search(str(last.value)):
                yield str(last.value)


def test_every_name_of_an_edit_is_known_in_english(window: MainWindow) -> None:
    templates = set(label_templates())
    assert len(templates) > 25
    for template in templates:
        label = template.format("Li", "Li")
        assert not CHINESE_SIGNS.search(said_label(label)), label


def test_a_file_that_is_not_sound_is_told_of_in_english(window: MainWindow, tmp_path: Path) -> None:
    import apsw

    path = tmp_path / "broken.jiheng"
    workspace = context_of(window).workspace
    workspace.project.backup(path)
    with apsw.Connection(str(path)) as db:
        db.execute("UPDATE history SET label = 'other' WHERE number = 1")
    with Project.open(path, person="Li", read_only=True) as project:
        said = [told(each) for each in project.verify()]
    assert said == ["Entry 1 of the history does not link to its neighbours; it may have been tampered with"]


# Help


def test_every_action_that_the_english_help_names_is_on_the_screen(window: MainWindow) -> None:
    bench = window.workbench
    assert bench is not None
    said = {QCoreApplication.translate("Actions", spec.text) for spec in ACTIONS}
    for tab in bench.tabs:
        bench.show_key(tab.key)
        said |= {
            button.text().strip() for kind in (QToolButton, QPushButton) for button in tab.findChildren(kind)
        }
    texts = [path.read_text("utf-8") for path in pages_folder(EDITION).glob("*.md")]
    named = {word for text in texts for word in re.findall("「([^」]+)」", text)}
    assert len(named) > 20 and named <= said, named - said
