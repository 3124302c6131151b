"""The help in its window: the page that belongs to what is in front, going round in it, and its keys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTextEdit, QToolButton
from pytestqt.qtbot import QtBot

from services.help_pages import HelpPages, Page, guide, load
from services.settings import Settings
from ui.actions import ACTIONS
from ui.dialogs import Frame
from ui.help.browser import HelpBrowser
from ui.help.keys import key_tables
from ui.help.topics import TOPICS
from ui.help.window import HelpWindow
from ui.look import Look
from ui.window import MainWindow

Key, ROOT = Qt.Key, Path(__file__).resolve().parents[2]
IMAGE = int(QTextDocument.ResourceType.ImageResource.value)


@pytest.fixture(scope="module")
def pages(qapp: QApplication) -> HelpPages:
    return load(key_tables())


@pytest.fixture
def window(look: Look, sample_path: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(look, Settings(tmp_path / "settings.json"))
    qtbot.addWidget(made)
    made.show()
    assert QTest.qWaitForWindowExposed(made)
    made.files.open_path(sample_path)
    yield made
    made.close()


@pytest.fixture
def help_window(look: Look, qtbot: QtBot) -> HelpWindow:
    made = HelpWindow(look)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowExposed(made)
    made.show_page("start")
    return made


def opened(window: MainWindow) -> HelpWindow:
    found = window.findChild(HelpWindow)
    assert found is not None and found.isVisible()
    return found


# The page that belongs


def test_f1_opens_the_page_of_the_tab_in_front(window: MainWindow) -> None:
    bench = window.workbench
    assert bench is not None
    for at, tab in enumerate(bench.tabs):
        window.activateWindow()
        bench.show_tab(at)
        QTest.keyClick(bench.band.tabs, Key.Key_F1)
        assert opened(window).name == tab.key
    assert len(window.findChildren(HelpWindow)) == 1


def test_f1_without_a_project_tells_how_to_begin(window: MainWindow) -> None:
    window.close_project()
    window.menu_actions["help"].trigger()
    assert opened(window).name == "start"


def test_the_keys_of_the_menu_are_a_page(window: MainWindow) -> None:
    window.menu_actions["keys"].trigger()
    assert opened(window).name == "keys"


def test_f1_in_a_dialog_opens_its_own_page_in_a_window_that_can_be_used(look: Look, qtbot: QtBot) -> None:
    class FreezeDialog(Frame):
        """Named as one of the table."""

    dialog = FreezeDialog(look, "定稿")
    qtbot.addWidget(dialog)
    dialog.open()
    assert QTest.qWaitForWindowExposed(dialog)
    dialog.activateWindow()
    QTest.keyClick(dialog, Key.Key_F1)
    found = dialog.findChild(HelpWindow)
    assert found is not None and found.name == "versions"
    assert found.windowModality() == Qt.WindowModality.NonModal


def test_every_class_and_every_page_of_the_table_exists(pages: HelpPages) -> None:
    sources = "\n".join(path.read_text("utf-8") for path in (ROOT / "ui").rglob("*.py"))
    classes = set(re.findall(r"^class (\w+)", sources, re.MULTILINE))
    assert set(TOPICS) <= classes
    assert all(page in pages for page in TOPICS.values())


# What the pages say


def test_every_action_that_is_named_exists(window: MainWindow, pages: HelpPages) -> None:
    bench = window.workbench
    assert bench is not None
    said = {spec.text for spec in ACTIONS}
    for at, tab in enumerate(bench.tabs):
        bench.show_tab(at)
        said |= {
            button.text().strip() for kind in (QToolButton, QPushButton) for button in tab.findChildren(kind)
        }
    named = {word for page in pages.pages for word in re.findall(r"「([^」]+)」", page.text)}
    assert len(named) > 20
    assert named <= said, named - said


def test_every_key_of_the_actions_stands_on_the_page_of_keys(pages: HelpPages) -> None:
    lines = pages["keys"].text.splitlines()
    for spec in ACTIONS:
        for key in spec.keys:
            assert any(spec.text.removesuffix("…") in line and key in line for line in lines), spec.name


def test_the_guide_is_what_the_pages_are(pages: HelpPages) -> None:
    made = guide(pages, "../resources/help/pictures")
    kept = (ROOT / "docs" / "guide.md").read_text("utf-8")
    assert kept == made, "after a change: python packaging/make_guide.py --guide"


# Going round


def test_back_and_forward_by_keys_remember_where_one_was(help_window: HelpWindow) -> None:
    assert not help_window.back.isEnabled()
    help_window.show_page("contracts")
    help_window.browser.verticalScrollBar().setValue(40)
    help_window.show_page("keys")
    QTest.keyClick(help_window.browser, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert (help_window.name, help_window.browser.verticalScrollBar().value()) == ("contracts", 40)
    QTest.keyClick(help_window.browser, Key.Key_Backspace)
    assert help_window.name == "start" and not help_window.back.isEnabled()
    QTest.keyClick(help_window.browser, Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert help_window.name == "contracts" and help_window.forward.isEnabled()


def test_initials_find_pages_and_return_opens_the_chosen_one_at_the_words(help_window: HelpWindow) -> None:
    help_window.browser.setFocus()
    QTest.keyClick(help_window.browser, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(help_window.search, "gkb")
    assert [line.partition("\n")[0] for line in help_window.titles()] == ["报告版本和公开版", "导出"]
    QTest.keyClick(help_window.search, Key.Key_Down)
    QTest.keyClick(help_window.search, Key.Key_Return)
    assert help_window.name == "export"
    assert help_window.browser.textCursor().selectedText() == "公开版"
    QTest.keyClick(help_window.search, Key.Key_Escape)
    assert len(help_window.titles()) == len(help_window.pages.pages) and help_window.isVisible()
    help_window.search.setText("没有这样的话")
    assert help_window.titles() == []
    QTest.keyClick(help_window.search, Key.Key_Return)
    assert help_window.name == "export"


def test_the_contents_open_pages_and_a_link_within_a_page_does(help_window: HelpWindow) -> None:
    model = help_window.list.model()
    at = next(at for at in range(model.rowCount()) if model.index(at, 0).data() == "写报告")
    help_window.list.setFocus()
    help_window.list.setCurrentIndex(model.index(at, 0))
    QTest.keyClick(help_window.list, Key.Key_Return)
    assert help_window.name == "report"
    help_window.browser.anchorClicked.emit(QUrl("versions.md"))
    assert help_window.name == "versions"
    help_window.browser.anchorClicked.emit(QUrl("nowhere.md"))
    assert help_window.name == "versions"


# How it looks, and that it stays at home


def page_with(text: str) -> Page:
    return Page("start", "甲", "部", f"# 甲\n\n{text}")


def anchors(browser: HelpBrowser) -> list[str]:
    return re.findall(r'href="([^"]*)"', browser.toHtml())


@pytest.mark.parametrize(
    ("text", "shown", "links"),
    [
        ("[录资金](funds.md)", "录资金", ["funds.md"]),
        ("[网站](https://example.org/a)", "网站（https://example.org/a）", []),
        ("https://example.org/a", "https://example.org/a", []),
        ("[文件](file:///etc/hosts)", "文件（file:///etc/hosts）", []),
        ("[没有](gone.md)", "没有", []),
        ("<b>粗</b>", "<b>粗</b>", []),
    ],
)
def test_only_pages_of_the_help_are_links(
    help_window: HelpWindow, text: str, shown: str, links: list[str]
) -> None:
    help_window.browser.show_page(page_with(text))
    assert shown in help_window.browser.toPlainText()
    assert anchors(help_window.browser) == links


@pytest.mark.parametrize(
    "address", ["file:///etc/hosts", "https://example.org/a.png", "../../icons/go.svg", "pictures/no.png"]
)
def test_nothing_but_pictures_of_the_help_is_loaded(help_window: HelpWindow, address: str) -> None:
    browser = help_window.browser
    loaded = browser.loadResource(IMAGE, QUrl(address))
    assert loaded is None or loaded.isNull()
    assert browser.loadResource(int(QTextDocument.ResourceType.HtmlResource.value), QUrl(address)) is None


def test_pictures_are_never_wider_than_the_page(help_window: HelpWindow) -> None:
    for width in (1000, 620):
        help_window.resize(width, 600)
        help_window.show_page("contracts")
        browser = help_window.browser
        assert browser.loadResource(IMAGE, QUrl("pictures/contracts.png")).width() > 0
        assert browser.document().idealWidth() <= browser.viewport().width() + 1
        assert browser.horizontalScrollBar().maximum() == 0


def test_the_page_follows_theme_and_font_size(help_window: HelpWindow, look: Look) -> None:
    def height() -> float:
        return help_window.browser.document().size().height()

    help_window.show_page("keys")
    before = height()
    look.choose(theme="dark", font_size=18)
    assert height() > before * 1.2 and help_window.name == "keys"
    look.choose(theme="light", font_size=13)
    assert height() == before


def test_all_that_can_be_used_has_a_name(help_window: HelpWindow) -> None:
    for widget in (
        help_window.search,
        help_window.list,
        help_window.browser,
        help_window.back,
        help_window.forward,
    ):
        assert widget.accessibleName()
    QTest.keyClick(help_window.browser, Key.Key_F6)
    assert help_window.list.hasFocus()
    QTest.keyClick(help_window.list, Key.Key_F6)
    assert help_window.browser.hasFocus() and isinstance(help_window.browser, QTextEdit)
    QTest.keyClick(help_window.browser, Key.Key_Escape)
    assert not help_window.isVisible()
