"""A chapter as text: numbers from the data are tinted and lead to their rows, tables stand as one line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QWidget

from models.report.blocks import Annex, Block, Heading, Paragraph, Run, Signature, Source, Table, Title
from ui.look import Look

TEXT, LINE = 15, 28
SCHEME = "source:"


class ChapterText(QTextBrowser):
    """Shows blocks; `sourceChosen` carries the text of a number and where it comes from."""

    sourceChosen = Signal(str, object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._blocks: tuple[Block, ...] = ()
        self._sources: list[tuple[str, Source]] = []
        self._headings: dict[str, int] = {}
        self._chosen = -1
        self.setOpenLinks(False)
        self.setReadOnly(True)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setProperty("page", True)
        self.setAccessibleName(self.tr("正文"))
        self.setLineWrapMode(QTextBrowser.LineWrapMode.WidgetWidth)
        self.anchorClicked.connect(self._clicked)
        look.changed.connect(self._write)

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        """Show a chapter; the place in it stays when only figures changed."""
        if tuple(blocks) == self._blocks:
            return
        same = bool(self._blocks) and bool(blocks) and self._blocks[0] == blocks[0]
        place = self.verticalScrollBar().value() if same else 0
        self._blocks = tuple(blocks)
        self._chosen = -1
        self._write()
        self.verticalScrollBar().setValue(place)

    def show_heading(self, text: str) -> None:
        """Scroll to a heading."""
        if text in self._headings:
            cursor = QTextCursor(self.document())
            cursor.setPosition(self._headings[text])
            top = self.document().documentLayout().blockBoundingRect(cursor.block()).top()
            self.verticalScrollBar().setValue(int(top) - self._look.px(8))

    @property
    def words(self) -> int:
        """How many characters the chapter has."""
        return len("".join(self.toPlainText().split()))

    # Writing

    def _write(self) -> None:
        self._sources, self._headings = [], {}
        self.clear()
        self.document().setDocumentMargin(self._look.px(20))
        self.document().setDefaultFont(self._look.font(TEXT))
        cursor = QTextCursor(self.document())
        for block in self._blocks:
            self._block(cursor, block)

    def _block(self, cursor: QTextCursor, block: Block) -> None:
        match block:
            case Title():
                self._line(cursor, [Run(block.text.replace("\n", ""), bold=True)], centered=True)
            case Annex():
                self._line(cursor, [Run(f"附件{block.number}　{block.title}", bold=True)])
            case Heading():
                self._line(cursor, [Run(block.text, bold=True)], before=6)
                self._headings[block.text] = cursor.block().position()
            case Paragraph():
                self._line(cursor, block.runs, indent=block.style in ("body", "lead"))
            case Signature():
                for line in block.lines:
                    self._line(cursor, [Run(line)], right=True)
            case Table():
                self._table(cursor, block)

    def _format(self, *, before: int = 0) -> QTextBlockFormat:
        shape = QTextBlockFormat()
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
        shape.setLineHeight(self._look.px(LINE), fixed)
        shape.setTopMargin(self._look.px(before))
        return shape

    def _start(self, cursor: QTextCursor, shape: QTextBlockFormat) -> None:
        if cursor.position() == 0:
            cursor.setBlockFormat(shape)
        else:
            cursor.insertBlock(shape)

    def _line(
        self,
        cursor: QTextCursor,
        runs: Sequence[Run],
        *,
        indent: bool = False,
        before: int = 0,
        centered: bool = False,
        right: bool = False,
    ) -> None:
        shape = self._format(before=before)
        if indent:
            shape.setTextIndent(2 * self._look.font(TEXT).pointSizeF() * self.logicalDpiX() / 72)
        if centered or right:
            shape.setAlignment(Qt.AlignmentFlag.AlignHCenter if centered else Qt.AlignmentFlag.AlignRight)
        self._start(cursor, shape)
        for run in runs:
            cursor.insertText(run.text, self._character(run))

    def _character(self, run: Run) -> QTextCharFormat:
        shape = QTextCharFormat()
        shape.setFont(self._look.font(TEXT, 600 if run.bold else 400))
        shape.setForeground(self._look.color("text"))
        if run.source is not None:
            shape.setAnchor(True)
            shape.setAnchorHref(f"{SCHEME}{len(self._sources)}")
            shape.setBackground(self._look.color("selection"))
            shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            shape.setUnderlineColor(self._look.color("accent"))
            shape.setToolTip(self.tr("来自数据，点开看来源"))
            self._sources.append((run.text, run.source))
        return shape

    def _table(self, cursor: QTextCursor, table: Table) -> None:
        shape = self._format(before=6)
        shape.setBackground(QColor(self._look.color("computed")))
        shape.setBottomMargin(self._look.px(6))
        self._start(cursor, shape)
        bold, muted = QTextCharFormat(), QTextCharFormat()
        bold.setFont(self._look.font(13, 600))
        bold.setForeground(self._look.color("text"))
        muted.setFont(self._look.font(12))
        muted.setForeground(self._look.color("text2"))
        cursor.insertText(self.tr("　表：{0}　").format(table.caption or self.tr("无标题")), bold)
        size = self.tr("{0} 行 {1} 列，由数据生成").format(len(table.rows), len(table.columns))
        cursor.insertText(size, muted)

    # Numbers

    def _clicked(self, url: QUrl) -> None:
        at = url.toString().removeprefix(SCHEME)
        if at.isdigit() and int(at) < len(self._sources):
            self.sourceChosen.emit(*self._sources[int(at)])

    def follow(self, text: str) -> None:
        """Choose the first number with this text; ValueError when there is none."""
        texts = [shown for shown, _source in self._sources]
        self._clicked(QUrl(f"{SCHEME}{texts.index(text)}"))

    def numbers(self) -> list[str]:
        """The texts of the numbers that come from the data."""
        return [shown for shown, _source in self._sources]
