"""English is complete and up to date, and an English window shows no Chinese but the project's own."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QListWidget, QTabBar, QWidget

from devtools import translations
from devtools.declared_words import declared_words, table_words
from models.checks.budget import WRONG_BRACKETS
from models.formula import FormulaError, parse
from models.schema import SCHEMA
from services import founding
from services.errors import UserProblem
from services.project import Project
from services.sheets import read_sheets
from services.standards import catalogue
from tests.ui.english_hands import OwnWords, chinese_left, typed_words
from tests.ui.windows import english_window
from ui.context import Context
from ui.dialogs import NewProjectDialog
from ui.faults import FailureDialog
from ui.form import Form
from ui.grid.editors import make_editor, put_text, text_of
from ui.grid.grid import Grid
from ui.language import CHINESE, ENGLISH, speak
from ui.panels.history import HistoryDialog
from ui.panels.phases import NOW, Phases
from ui.versions.dialog import VersionsDialog
from ui.versions.freezing import FreezeDialog
from ui.window import MainWindow
from ui.words import (
    calculated,
    in_chinese,
    told,
    told_of,
    worded,
    worded_parts,
    worded_table,
)

HAN = re.compile("[\u4e00-\u9fff]")
HOLES = re.compile(r"\{[0-9](?::,)?\}")

KEYS_AND_DATA = {
    "actions.py": {"小", "大", "特大"},
    "app.py": {"绩"},
    "commands.py": {"撤销", "重做"},
    "edit_labels.py": {"[行格][{]"},
    "files.py": {"备份", "样例有误，没有建立："},
    "filtering.py": {"范围"},
    "grid_typing.py": {"没有写入。"},
    "language.py": {"中文"},
    "look.py": {"小", "大", "特大"},
    "chapter_menus.py": {".编号", ".问题标题", ".事实"},
    "curve.py": {"分值%"},
    "data_words.py": {"表", "图", "段", r"\s*([表图段])\s*[:：]\s*(.*)", '章节["'},
    "contracts.py": {"（续签）"},
    "finding_detail.py": {"解决“"},
    "problem_answers.py": {"并入问题“"},
    "formula_words.py": {
        "合计", "平均", "加权平均", "最大", "最小", "若", "四舍五入", "天数", "计数", "占比", "序列",
    },
    "live_formats.py": {"一"},
    "paper_pages.py": {"资料应提供数", "资料已提供数"},
    "problem_lines.py": {"的，：:, "},
    "standards/words.py": {"【注】"},
    "targets.py": {
        "长沙市政府英文门户网站年度运维项目", "假设", "标为已提供", "附佐证…", "导入…", "导出 PDF",
    },
}  # fmt: skip
"""Chinese in modules of the window that nobody reads there: keys of settings and facts, names of formula
functions, texts of the report and the sample, and the sign of the program."""

REWRITES_REFUSALS = "rule_editors.py"
"""Turns refusals of the models, which are Chinese sentences, into plainer ones."""


def spoken(parts: list[tuple[str, str]]) -> str:
    return "\n".join(f"{context}: {source!r}" for context, source in parts)


# The catalogue


def test_everything_has_english() -> None:
    missing = translations.missing()
    assert not missing, f"say these in resources/translations/jiheng_en.ts:\n{spoken(missing)}"


def test_the_catalogue_is_that_of_the_program_as_it_is() -> None:
    text = translations.TS.read_text("utf-8")
    anew = translations.ts_text(translations.messages(), translations.read_english(text))
    assert text == anew, "run: python3 dev.py translations"


def test_the_compiled_catalogue_is_up_to_date(tmp_path: Path) -> None:
    translations.compile_to(tmp_path / "anew.qm")
    assert (tmp_path / "anew.qm").read_bytes() == translations.QM.read_bytes(), (
        "run: python3 dev.py translations"
    )


def test_english_has_the_same_holes_and_access_keys() -> None:
    english = translations.read_english(translations.TS.read_text("utf-8"))
    differing = [
        key
        for key, text in english.items()
        if sorted(HOLES.findall(key[1])) != sorted(HOLES.findall(text))
        or bool(re.search(r"&\w", key[1])) != bool(re.search(r"&\w", text))
    ]
    assert not differing, spoken(differing)


def test_english_has_no_chinese_but_examples() -> None:
    english = translations.read_english(translations.TS.read_text("utf-8"))
    chinese = {text for text in english.values() if HAN.search(text)}
    examples = ("Such as ", "Write the formula", "A formula", "Paste criteria", "Only rows with", "Language ")
    names = ("90 优", "Outline of 财预", "In the three parts usual")
    assert not [text for text in chinese if not text.startswith((*examples, *names))]


def untranslated(path: Path) -> list[str]:
    """The Chinese literals of a module that do not pass through Qt and are no declared words."""
    tree = ast.parse(path.read_text("utf-8"))
    said = translations.Strings(tree).literals
    prose = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    known = declared_words() | table_words()
    name = path.name if path.name != "words.py" else f"{path.parent.name}/{path.name}"
    return [
        f"{path.name}:{node.lineno}: {node.value!r}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and HAN.search(node.value)
        if node not in said and node not in prose and node.value not in known
        if node.value not in KEYS_AND_DATA.get(name, ())
    ]


@pytest.mark.parametrize("path", list(translations.screen_modules()), ids=lambda path: path.stem)
def test_every_chinese_literal_of_the_window_passes_through_qt(path: Path) -> None:
    if path.name != REWRITES_REFUSALS:
        assert untranslated(path) == []


def test_an_untranslated_literal_is_found(tmp_path: Path) -> None:
    module = tmp_path / "panel.py"
    lines = ('"""说明"""', "class A:", "    def f(self):", '        return self.tr("甲乙"), "丙丁"', "")
    module.write_text("\n".join(lines), "utf-8")
    assert untranslated(module) == ["panel.py:4: '丙丁'"]


# Speaking


@pytest.fixture
def english(qapp: QApplication) -> Iterator[None]:
    speak(qapp, ENGLISH)
    yield
    speak(qapp, CHINESE)


def test_declared_words_are_said_in_english(english: None) -> None:
    assert worded(SCHEMA["fund"].label) == "Fund" and worded_table(SCHEMA["fund"].label) == "Funds"
    assert worded("公开招标") == "Open tender"
    assert worded("市里自己的说法") == "市里自己的说法"
    assert worded_parts("要点 3/4") == "Points 3/4"
    assert calculated("（总指标 3.00 − 年初预算 1.00）÷ 年初预算 1.00") == (
        "(Quota 3.00 − Initial budget 1.00) ÷ Initial budget 1.00"
    )


def test_chinese_is_as_it_was_written(qapp: QApplication) -> None:
    speak(qapp, CHINESE)
    assert in_chinese() and worded("公开招标") == "公开招标"
    assert QCoreApplication.translate("Actions", "撤销") == "撤销"


def test_a_problem_says_its_whole_sentence_in_english(context: Context, english: None) -> None:
    fund, quota = context.records.live("fund")[0], "1000000000.00"
    assert context.typed("fund", fund["id"], "declared_quota", quota) is None
    said = [told(each.message) for each in context.workspace.problems if each.found == quota]
    assert said and said[0].startswith("Fund “F1")
    assert "declared quota 1,000,000,000.00; allocations total 528.94; difference " in said[0]
    assert said[0].endswith(" 10k yuan. Check the declared figure and the details")


def test_every_problem_of_the_sample_is_said_in_english(context: Context, english: None) -> None:
    problems = context.workspace.problems
    numbers = (str(row["document_number"]) for row in context.records.live("allocation"))
    own = OwnWords(
        [*typed_words(context.records), *(WRONG_BRACKETS.sub(r"〔\1〕", each) for each in numbers)]
    )
    assert len({each.check for each in problems}) > 12
    assert chinese_left((told(each.message) for each in problems), own) == set()


@pytest.mark.parametrize(
    ("shown", "kept"), [("Open tender", "公开招标"), ("公开招标", "公开招标"), ("something", "something")]
)
def test_a_choice_is_shown_in_english_and_kept_in_chinese(
    context: Context, english: None, shown: str, kept: str
) -> None:
    parent = QWidget()
    editor = make_editor(SCHEMA["contract"].field("procurement"), context.records, {}, parent)
    put_text(editor, shown)
    assert text_of(editor) == kept
    parent.deleteLater()


def test_a_form_shows_and_keeps_choices(context: Context, english: None) -> None:
    form = Form(context, "fund", ("category",))
    row = context.records.live("fund")[0]
    form.show_row(row["id"])
    assert text_of(form.editors["category"]) == row["category"]
    put_text(form.editors["category"], "Subsidy")
    assert form.commit("category")
    assert context.records.live("fund")[0]["category"] == "补助"
    form.deleteLater()


def test_the_stages_of_work_show_where_it_stands(context: Context, english: None) -> None:
    phases = Phases(context)
    shown = [button.text() for button in phases.buttons if button.state == NOW]
    assert shown == [worded(context.records.project["phase"])] == ["Consultation"]
    phases.deleteLater()


# Refusals


def quoted_out(sentence: str) -> str:
    """A sentence without what it quotes, which is what somebody typed or named."""
    return re.sub("“[^”]*”", "“”", sentence)


REFUSED = [
    ("fund", "declared_quota", "abc", "“abc” is not an amount. Write it like 563.40, in 10k yuan"),
    ("fund", "declared_quota", "一百万", "“一百万” is not an amount. Write it like 563.40, in 10k yuan"),
    ("fund", "declared_quota", "=1+", "“=1+” cannot be worked out: The formula is not finished; "
     "a number or name is missing here"),
    ("contract", "signed_on", "2018-13", "“2018-13”: the month 13 is not between 1 and 12. Check the month"),
    ("contract", "signed_on", "去年", "“去年” is not a date. Write it like 2018, 2018-11 or 2018-11-28"),
    ("contract", "signed_on", "2018-02-30", "“2018-02-30” is not a date: month 2 of 2018 has only 28 days"),
    ("contract", "fund", "无此项目", "No row of Fund has the code or name “无此项目”"),
    ("fund", "category", "别的", "“别的” is not among the choices. Category can be: "),
]  # fmt: skip
"""Rubbish typed into a field, and how an English window refuses it."""


@pytest.mark.parametrize(("table", "field", "typed", "said"), REFUSED, ids=lambda each: str(each)[:12])
def test_what_is_typed_is_refused_in_english(
    context: Context, english: None, table: str, field: str, typed: str, said: str
) -> None:
    row = context.records.live(table)[0]
    sentence = context.typed(table, row["id"], field, typed)
    assert sentence is not None and sentence.startswith(said)
    assert not HAN.search(quoted_out(sentence))
    assert context.records.get(table, row["id"]) == row


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "The formula is empty. Write a number, a name or a calculation"),
        ("1 +", "The formula is not finished; a number or name is missing here"),
        ("(1", "A closing bracket is missing: the opening one at character 1 has no partner"),
        ("12.", "“12.” is not a complete number. Write it like 12.5"),
        ("乱写(1)", "There is no function “乱写”. There are: "),
        ("2 ^ 3", "There is no “^” in formulas. The operators are + - × ÷"),
    ],
)
def test_a_formula_is_refused_in_english(english: None, text: str, said: str) -> None:
    with pytest.raises(FormulaError) as wrong:
        parse(text)
    assert told(wrong.value.message).startswith(said)


def test_a_file_is_refused_in_english(english: None, tmp_path: Path) -> None:
    def refusal(act: Callable[[], object]) -> str:
        with pytest.raises(UserProblem) as wrong:
            act()
        return told_of(wrong.value)

    empty, absent = tmp_path / "empty.jiheng", tmp_path / "没有.jiheng"
    empty.touch()
    assert refusal(lambda: Project.open(absent)) == "There is no file “没有.jiheng”. Check its name and place"
    assert refusal(lambda: Project.open(empty)) == (
        "“empty.jiheng” is an empty file, not a Jiheng project. Use a backup"
    )
    assert refusal(lambda: read_sheets(tmp_path / "a.xlsx")) == (
        f"The file “{tmp_path / 'a.xlsx'}” was not found. Check its name and place"
    )


def test_a_refusal_is_chinese_without_a_window() -> None:
    with pytest.raises(FormulaError) as wrong:
        parse("1 +")
    assert str(wrong.value) == "公式没有写完，这里还要一个数或名称"


# The screen


Make = Callable[[MainWindow], QDialog]
DIALOGS: dict[str, Make] = {
    "new": lambda window: NewProjectDialog(window.look, Path("project"), window),
    "history": lambda window: HistoryDialog(context_of(window), QAction("Undo"), QAction("Redo"), window),
    "failure": lambda window: FailureDialog(window.look, "details", window),
    "versions": lambda window: VersionsDialog(context_of(window), window.files, window),
    "freeze": lambda window: FreezeDialog(context_of(window), window),
}
OWN_NAMES = ("中文", "语言", "财预〔2020〕10号", "新建项目")
"""Chinese that is a name: of the language, of a document, of an entry of the history."""
FORMULAS = re.compile(r"Such as |Write the formula|A formula|Paste criteria|zwy finds")
"""Beginnings of examples of formulas and criteria, which are written in Chinese."""


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[MainWindow]:
    """An English window on a new project, in which nobody has typed any Chinese."""
    folder = tmp_path_factory.mktemp("english")
    path = folder / "New.jiheng"
    founding.create(path, founding.found([]), person="Li").close()
    with english_window(path, qapp, 1366, 768) as made:
        yield made


def context_of(window: MainWindow) -> Context:
    assert window.context is not None
    return window.context


def widget_texts(widget: QWidget) -> Iterator[str]:
    for said in ("text", "title", "placeholderText", "toolTip", "accessibleName", "windowTitle"):
        text = getattr(widget, said, None)
        if callable(text) and isinstance(found := text(), str):
            yield found
    if isinstance(widget, QComboBox) and not isinstance(widget.model().parent(), QListWidget):
        yield from (widget.itemText(at) for at in range(widget.count()))
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(at) for at in range(widget.count()))
    if isinstance(widget, Grid):
        yield from (column.title for column in widget.model.columns)


def chinese_of(root: QWidget) -> set[str]:
    """What widgets and actions say in Chinese, names and examples of formulas apart."""
    said = {text for widget in (root, *root.findChildren(QWidget)) for text in widget_texts(widget)}
    for action in root.findChildren(QAction):
        said |= {action.text(), action.toolTip()}
    names = (*OWN_NAMES, *(name for each in catalogue() for name in (each.document, each.title, each.remark)))
    for name in filter(None, names):
        said = {text.replace(name, "") for text in said}
    # The tip of a problem has its sentence in English and, on the next line, in Chinese.
    said = {text for text in said if HAN.search(text.split("\n")[0])}
    return {text for text in said if not FORMULAS.search(text)}


@pytest.mark.parametrize(
    "key", ["overview", "funds", "contracts", "indicators", "findings", "papers", "report"]
)
def test_a_tab_shows_no_chinese(window: MainWindow, key: str) -> None:
    assert window.workbench is not None
    window.workbench.show_key(key)
    QApplication.processEvents()
    assert chinese_of(window) == set()


@pytest.mark.parametrize("name", list(DIALOGS))
def test_a_dialog_shows_no_chinese(window: MainWindow, name: str) -> None:
    dialog = DIALOGS[name](window)
    assert chinese_of(dialog) == set()
    dialog.deleteLater()
