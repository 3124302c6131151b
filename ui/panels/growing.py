"""Fields for long text that are as high as their text, within bounds."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.look import Look

MOST = 7


def fit_text(look: Look, editor: QWidget, least: int = 1, most: int = MOST) -> None:
    """Let a long text's field be as high as its lines, between `least` and `most` of them."""
    if not isinstance(editor, QPlainTextEdit):
        return

    def fit() -> None:
        layout = editor.document().documentLayout()
        lines = round(layout.documentSize().height())
        height = max(min(lines, most), least) * editor.fontMetrics().lineSpacing() + look.px(18)
        if editor.minimumHeight() != height:
            editor.setMinimumHeight(height)
            editor.setMaximumHeight(height)

    editor.document().documentLayout().documentSizeChanged.connect(lambda _size: fit())
    look.changed.connect(fit)
    fit()
