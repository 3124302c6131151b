"""Prose as the report prints it, over a field that nobody types in: live numbers tinted as in chapters."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import (
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from models.report.live.syntax import Field, pieces
from models.report.material import Material
from services.workspace import Change
from ui.context import Context


class PrintedText(QWidget):
    """Lies over a long text with fields in it while the caret is elsewhere; a press brings the text back."""

    def __init__(self, context: Context, editor: QPlainTextEdit) -> None:
        super().__init__(editor)
        self._context, self._editor = context, editor
        self._document = QTextDocument(self)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(0)
        self._late.timeout.connect(self._write)
        for watched in (editor, editor.viewport()):
            watched.installEventFilter(self)
        editor.textChanged.connect(self._late.start)
        context.changed.connect(self._follow)
        context.look.changed.connect(self._late.start)
        self.hide()

    def _follow(self, _change: Change) -> None:
        self._late.start()

    @property
    def text(self) -> str:
        """What is shown; empty while the field itself is."""
        return self._document.toPlainText() if self.isVisibleTo(self._editor) else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Away with the focus in the field, back when it has gone."""
        if event.type() == QEvent.Type.FocusIn:
            self.hide()
        elif event.type() in (
            QEvent.Type.FocusOut, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.EnabledChange,
        ):  # fmt: skip
            self._late.start()
        return False

    def _write(self) -> None:
        text = self._editor.toPlainText()
        is_wanted = "{" in text and not self._editor.hasFocus()
        self.setVisible(is_wanted)
        if not is_wanted:
            return
        self.setGeometry(self._editor.viewport().geometry())
        self._document.setDocumentMargin(self._editor.document().documentMargin())
        self._document.setDefaultFont(self._editor.font())
        self._document.setTextWidth(self.width())
        workspace = self._context.workspace
        quoter = Material(workspace.records, workspace.evaluation, workspace.problems).quoter
        self._document.clear()
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        plain = QTextCharFormat()
        plain.setForeground(self._editor.palette().brush(QPalette.ColorRole.Text))
        for number, line in enumerate(text.split("\n")):
            if number:
                cursor.insertBlock()
            for piece in pieces(line):
                if not isinstance(piece, Field):
                    cursor.insertText(piece.text, plain)
                    continue
                for run in quoter.runs(piece):
                    cursor.insertText(run.text, self._figure(plain, is_wrong=bool(run.wrong)))
        cursor.endEditBlock()
        self.update()

    def _figure(self, plain: QTextCharFormat, *, is_wrong: bool) -> QTextCharFormat:
        look, shape = self._context.look, QTextCharFormat(plain)
        shape.setBackground(look.color("error-bg" if is_wrong else "selection"))
        shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        shape.setUnderlineColor(look.color("error" if is_wrong else "accent"))
        return shape

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of the field, and the words."""
        painter = QPainter(self)
        ground = "surface" if self._editor.isEnabled() and not self._editor.isReadOnly() else "computed"
        painter.fillRect(self.rect(), self._context.look.color(ground))
        self._document.drawContents(painter)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Whoever presses here wants to write."""
        self._editor.setFocus(Qt.FocusReason.MouseFocusReason)
