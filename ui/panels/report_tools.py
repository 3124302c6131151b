"""The right half of the report tab's tool bar: the form that the report follows, and the exports."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QToolBar, QToolButton, QWidget

from models.defaults import REPORT_FORMS
from ui.look import Look
from ui.words import worded

Trigger = Callable[[str], object]


def form_button(bar: QToolBar, choose: Callable[[str], object], trigger: Trigger) -> QToolButton:
    """Says form and stage; its menu chooses another form."""
    button = QToolButton(bar)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setToolTip(_tr("报告格式和阶段"))
    menu = QMenu(button)
    for name in REPORT_FORMS:
        menu.addAction(worded(name)).triggered.connect(partial(choose, name))
    menu.addSeparator()
    menu.addAction(_tr("项目信息…")).triggered.connect(partial(trigger, "project"))
    button.setMenu(menu)
    bar.addWidget(button)
    return button


def export_buttons(bar: QToolBar, look: Look, trigger: Trigger) -> list[QPushButton]:
    """Word, Excel and PDF by the window's own actions."""
    made: list[QPushButton] = []
    for words, name, primary in (
        ("Word", "export-report-word", False),
        ("Excel", "export-tables", False),
        (_tr("导出 PDF"), "export-report", True),
    ):
        gap = QWidget(bar)
        gap.setFixedWidth(look.px(6))
        bar.addWidget(gap)
        button = QPushButton(words, bar)
        button.setProperty("primary", primary)
        button.setAccessibleName(words if primary else _tr("导出 {0}").format(words))
        button.setToolTip(button.accessibleName())
        button.clicked.connect(partial(trigger, name))
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        bar.addWidget(button)
        made.append(button)
    return made


def _tr(text: str) -> str:
    return QCoreApplication.translate("ReportTools", text)
