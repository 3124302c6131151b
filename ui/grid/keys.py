"""The keys of a grid, as in Excel: which word each one is for the grid."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt

from ui.words import listed

_KEY, _NONE = Qt.Key, Qt.KeyboardModifier.NoModifier
_CTRL, _SHIFT, _ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)

COMMANDS = {
    (_KEY.Key_Return, _NONE): "enter",
    (_KEY.Key_Enter, _NONE): "enter",
    (_KEY.Key_Return, _SHIFT): "up",
    (_KEY.Key_Enter, _SHIFT): "up",
    (_KEY.Key_Return, _ALT): "problem",
    (_KEY.Key_Tab, _NONE): "next",
    (_KEY.Key_Backtab, _SHIFT): "previous",
    (_KEY.Key_Delete, _NONE): "clear",
    (_KEY.Key_Backspace, _NONE): "empty",
    (_KEY.Key_C, _CTRL): "copy",
    (_KEY.Key_Insert, _CTRL): "copy",
    (_KEY.Key_X, _CTRL): "cut",
    (_KEY.Key_V, _CTRL): "paste",
    (_KEY.Key_Insert, _SHIFT): "paste",
    (_KEY.Key_D, _CTRL): "fill-down",
    (_KEY.Key_R, _CTRL): "fill-right",
    (_KEY.Key_Apostrophe, _CTRL): "above",
    (_KEY.Key_Semicolon, _CTRL): "today",
    (_KEY.Key_F4, _NONE): "choose",
    (_KEY.Key_Down, _ALT): "choose",
    (_KEY.Key_A, _CTRL): "all",
    (_KEY.Key_Space, _CTRL): "column",
    (_KEY.Key_Space, _SHIFT): "row",
    (_KEY.Key_Space, _CTRL | _SHIFT): "all",
    (_KEY.Key_L, _CTRL | _SHIFT): "filter",
    (_KEY.Key_H, _CTRL): "replace",
    (_KEY.Key_Plus, _CTRL): "insert",
    (_KEY.Key_Plus, _CTRL | _SHIFT): "insert",
    (_KEY.Key_Equal, _CTRL | _SHIFT): "insert",
    (_KEY.Key_Minus, _CTRL): "delete",
    (_KEY.Key_D, _CTRL | _SHIFT): "duplicate",
    (_KEY.Key_Up, _ALT | _SHIFT): "move-up",
    (_KEY.Key_Down, _ALT | _SHIFT): "move-down",
    (_KEY.Key_Menu, _NONE): "menu",
    (_KEY.Key_F10, _SHIFT): "menu",
}
"""Keys that act on cells and rows."""

MOVES = {
    _KEY.Key_Left: (-1, 0),
    _KEY.Key_Right: (1, 0),
    _KEY.Key_Up: (0, -1),
    _KEY.Key_Down: (0, 1),
}
"""Arrows: columns and rows to go; Ctrl goes to the edge of what is filled, Shift reaches."""

JUMPS = {
    _KEY.Key_Home: "home",
    _KEY.Key_End: "end",
    _KEY.Key_PageUp: "page-up",
    _KEY.Key_PageDown: "page-down",
}

_N = QT_TRANSLATE_NOOP
_SAID = (
    (_N("GridKeys", "修改单元格"), "F2"),
    (_N("GridKeys", "下一行、上一行"), "Enter、Shift+Enter"),
    (_N("GridKeys", "右一格、左一格"), "Tab、Shift+Tab"),
    (_N("GridKeys", "到有内容的边上"), _N("GridKeys", "Ctrl+方向键")),
    (_N("GridKeys", "扩大选区"), _N("GridKeys", "Shift+方向键")),
    (_N("GridKeys", "行首、行尾"), "Home、End"),
    (_N("GridKeys", "第一格、最后一格"), "Ctrl+Home、Ctrl+End"),
    (_N("GridKeys", "选整行、整列、全部"), _N("GridKeys", "Shift+空格、Ctrl+空格、Ctrl+A")),
    (_N("GridKeys", "复制、剪切、粘贴"), "Ctrl+C、X、V"),
    (_N("GridKeys", "向下、向右填充"), "Ctrl+D、Ctrl+R"),
    (_N("GridKeys", "填满选中的格"), "Ctrl+Enter"),
    (_N("GridKeys", "照上面一格、今天"), "Ctrl+'、Ctrl+;"),
    (_N("GridKeys", "清空单元格"), "Delete"),
    (_N("GridKeys", "打开选项"), "F4、Alt+↓"),
    (_N("GridKeys", "筛选本列"), "Ctrl+Shift+L"),
    (_N("GridKeys", "查找替换"), "Ctrl+H"),
    (_N("GridKeys", "插入行、复制整行"), "Ctrl+Shift+=、Ctrl+Shift+D"),
    (_N("GridKeys", "上移、下移一行"), "Alt+Shift+↑、↓"),
    (_N("GridKeys", "作废或删除行"), "Ctrl+-"),
    (_N("GridKeys", "看该格的问题"), "Alt+Enter"),
)


def grid_keys() -> list[tuple[str, str]]:
    """Words and keys for the page of keys."""
    said = partial(QCoreApplication.translate, "GridKeys")
    return [(said(words), listed(said(keys).split("、"))) for words, keys in _SAID]
