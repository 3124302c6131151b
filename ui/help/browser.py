"""A page of the help as it is read: Markdown in the look of the program, pictures as wide as fits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import (
    QBrush,
    QFont,
    QKeyEvent,
    QPainter,
    QPixmap,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from services.help_pages import HelpPages, Page, picture
from ui.look import Look

_Format = QTextDocument.MarkdownFeature
FEATURES = _Format.MarkdownDialectGitHub | _Format.MarkdownNoHTML
TEXT, HEADING, TITLE, MARGIN, PICTURE_MOST = 14, 16, 22, 20, 920
_OUTSIDE = re.compile(r"(?<!!)\[([^\]]+)\]\(((?:https?|ftp|file|mailto):[^)]*)\)")
_Property = QTextBlockFormat.LineHeightTypes


class HelpBrowser(QTextBrowser):
    """Shows pages and pictures of the help and nothing else: no address is ever followed or fetched."""

    pageAsked = Signal(str)

    def __init__(self, look: Look, pages: HelpPages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._pages = look, pages
        self.page: Page | None = None
        self.setOpenLinks(False)
        self.setProperty("help", True)
        self.setAccessibleName(self.tr("帮助内容"))
        self.anchorClicked.connect(lambda url: self.pageAsked.emit(url.path().removesuffix(".md")))
        look.changed.connect(self._show_again)

    def show_page(self, page: Page, words: str = "") -> None:
        """Show a page from its top, or where these words stand."""
        self.page = page
        self._write()
        self.setAccessibleDescription(page.title)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)
        if words:
            self.find(words)

    def _show_again(self) -> None:
        if self.page is not None:
            at = self.verticalScrollBar().value()
            self._write()
            self.verticalScrollBar().setValue(at)

    def loadResource(self, kind: int, name: QUrl) -> Any:
        """A picture of the help by its file name; nothing else is read from anywhere."""
        if kind != int(QTextDocument.ResourceType.ImageResource.value):
            return None
        return self._picture(name.path())

    # What a page looks like

    def _write(self) -> None:
        assert self.page is not None
        document = self.document()
        document.clear()
        document.setDefaultFont(self._look.font(TEXT))
        document.setDocumentMargin(self._look.px(MARGIN))
        document.setMarkdown(_OUTSIDE.sub(r"\1（\2）", self.page.text), FEATURES)
        document.setUndoRedoEnabled(False)
        for block in _blocks(document):
            self._dress_block(block)
        self._dress_tables()
        self._fit_pictures()

    def _dress_block(self, block: QTextBlock) -> None:
        look, cursor, form = self._look, QTextCursor(block), QTextBlockFormat(block.blockFormat())
        level = form.headingLevel()
        in_table = cursor.currentTable() is not None
        is_tight = level or in_table or any(each.isImageFormat() for _, _, each in _fragments(block))
        form.setLineHeight(100 if is_tight else 145, _Property.ProportionalHeight.value)
        if not in_table:
            above = (0, 0, 18, 12)[level] if level < 4 else 12
            form.setTopMargin(look.px(above))
            form.setBottomMargin(look.px(4 if block.textList() is not None else 8))
        cursor.setBlockFormat(form)
        for start, length, form in list(_fragments(block)):
            self._dress_words(block, start, length, form, level)

    def _dress_words(
        self, block: QTextBlock, start: int, length: int, form: QTextCharFormat, level: int
    ) -> None:
        look, dressed = self._look, QTextCharFormat(form)
        if level:
            dressed.setFont(look.font(TITLE if level == 1 else HEADING, 600))
        if form.isAnchor():
            known = form.anchorHref().removesuffix(".md") in self._pages
            dressed.setForeground(look.color("accent" if known else "text"))
            dressed.setFontUnderline(False)
            if not known:
                dressed.setAnchor(False)
                dressed.setAnchorHref("")
        if form.fontFixedPitch():
            dressed.setFont(look.font(TEXT))
            dressed.setFontFixedPitch(False)
            dressed.setBackground(look.color("group"))
        cursor = QTextCursor(block)
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(dressed)

    def _dress_tables(self) -> None:
        look = self._look
        frames = self.document().rootFrame().childFrames()
        for table in (each for each in frames if isinstance(each, QTextTable)):
            form = table.format()
            form.setBorder(1)
            form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            form.setBorderBrush(QBrush(look.color("border")))
            form.setBorderCollapse(True)
            form.setCellPadding(look.px(6))
            form.setTopMargin(look.px(4))
            form.setBottomMargin(look.px(12))
            form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
            table.setFormat(form)
            for column in range(table.columns()):
                cell = table.cellAt(0, column)
                head = cell.format()
                head.setBackground(look.color("header"))
                head.setFontWeight(QFont.Weight.DemiBold)
                cell.setFormat(head)

    # Pictures

    def _room(self) -> int:
        return min(self.viewport().width() - 2 * self._look.px(MARGIN) - 4, self._look.px(PICTURE_MOST))

    def _picture(self, name: str) -> QPixmap:
        """A picture as wide as there is room for, framed by a hairline."""
        whole, ratio = QPixmap(str(picture(name, self._pages.language))), self.devicePixelRatioF()
        if whole.isNull():
            return whole
        width = round(min(max(self._room(), 100), whole.width()) * ratio)
        fitted = whole.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        painter = QPainter(fitted)
        painter.setPen(self._look.color("border-strong"))
        painter.drawRect(fitted.rect().adjusted(0, 0, -1, -1))
        painter.end()
        fitted.setDevicePixelRatio(ratio)
        return fitted

    def _fit_pictures(self) -> None:
        document = self.document()
        for block in list(_blocks(document)):
            for start, length, form in list(_fragments(block)):
                if not form.isImageFormat():
                    continue
                image = form.toImageFormat()
                fitted = self._picture(image.name())
                document.addResource(
                    QTextDocument.ResourceType.ImageResource.value, QUrl(image.name()), fitted
                )
                size = fitted.deviceIndependentSize()
                image.setWidth(size.width())
                image.setHeight(size.height())
                cursor = QTextCursor(block)
                cursor.setPosition(start)
                cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(image)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures follow the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and self.page is not None:
            self._fit_pictures()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Backspace and Alt+arrows are the window's; all else scrolls and follows links."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier or event.key() == Qt.Key.Key_Backspace:
            event.ignore()
            return
        super().keyPressEvent(event)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _fragments(block: QTextBlock) -> Iterator[tuple[int, int, QTextCharFormat]]:
    at = block.begin()
    while not at.atEnd():
        piece = at.fragment()
        if piece.isValid():
            yield piece.position(), piece.length(), piece.charFormat()
        at += 1
