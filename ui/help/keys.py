"""The pages of the help in the language of the screen, and every key of the program for the page of keys."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from services.help_pages import ENGLISH, HelpPages, load, markdown_table
from ui.actions import key_list
from ui.grid.keys import grid_keys
from ui.words import in_chinese


def _tr(text: str) -> str:
    return QCoreApplication.translate("HelpKeys", text)


def help_pages() -> HelpPages:
    """The help as the screen speaks."""
    return load(key_tables(), "" if in_chinese() else ENGLISH)


def key_tables() -> dict[str, str]:
    """The tables of keys as Markdown: of the menus' actions (`keys`), and of every grid (`grid-keys`)."""
    head = (_tr("做什么"), _tr("快捷键"))
    actions = [*key_list(), (_tr("七个页面"), "Ctrl+1…7")]
    return {"keys": markdown_table(head, actions), "grid-keys": markdown_table(head, grid_keys())}
