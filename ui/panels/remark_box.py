"""The remark on a contract as the report will print it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from models.remarks import Piece
from ui.look import Look


class RemarkBox(QTextEdit):
    """The remark as it will stand in the report, its amounts marked as coming from the rows."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._pieces: tuple[Piece, ...] = ()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("备注"))
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        look.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.show_pieces(self._pieces)

    def show_pieces(self, shown: Sequence[Piece]) -> None:
        """Write the sentence."""
        self._pieces = tuple(shown)
        self.clear()
        cursor = QTextCursor(self.document())
        plain, figure = QTextCharFormat(), QTextCharFormat()
        figure.setBackground(self._look.color("selection"))
        figure.setFontUnderline(True)
        figure.setUnderlineColor(self._look.color("accent"))
        figure.setFontWeight(QFont.Weight.Normal)
        for piece in self._pieces:
            cursor.insertText(piece.text, figure if piece.is_figure else plain)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(round(self.document().size().height()) + self._look.px(8))
