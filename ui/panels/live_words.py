"""What the editor shows for fields, inserts and headings of live text, over one state of the data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication

from models.formula import FormulaError
from models.report.blocks import Table, clean
from models.report.live.inserting import WrongInsert
from models.report.live.quoting import Quoted
from models.report.live.rendering import Renderer
from models.report.live.syntax import Field, Insert, Line, read_line
from ui.words import told_of

Kind = Literal["live", "pinned", "wrong", "silent"]
OBJECT = "\ufffc"
_UNHELD = dict.fromkeys(map(ord, (OBJECT, "\ufdd0", "\ufdd1")))


@dataclass(frozen=True, slots=True)
class Shown:
    """A field as it stands in the editor: its words, and whether they follow, are pinned, wrong or none."""

    text: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class InsertWords:
    """The one line that an insert takes: what it is, what it comes to now, whether it names nothing."""

    title: str
    note: str
    wrong: bool = False


def held(text: str) -> str:
    """The text without the few characters that mean something else to a text document."""
    return text.translate(_UNHELD)


class LiveWords:
    """Says fields and inserts as the report prints them."""

    def __init__(self, renderer: Renderer) -> None:
        self._renderer = renderer

    def shown(self, field: Field) -> Shown:
        """The words that stand for a field."""
        try:
            quoted = self._renderer.quoter.quote(field)
        except FormulaError:
            return Shown(held(field.text), "wrong")
        text = held(" ".join(clean(quoted.text).split("\n")))
        if not text:
            return Shown(_tr("〔此处无话〕"), "silent")
        return Shown(text, "live" if field.pinned is None else "pinned")

    def quoted(self, field: Field) -> Quoted | None:
        """What a field comes to; None for a wrong one."""
        try:
            return self._renderer.quoter.quote(field)
        except FormulaError:
            return None

    def mistake(self, field: Field) -> FormulaError | None:
        """What is wrong with a field; None where nothing is."""
        try:
            self._renderer.quoter.quote(field)
        except FormulaError as error:
            return error
        return None

    def insert(self, insert: Insert) -> InsertWords:
        """The line of a table, chart or passage."""
        of = f"（{insert.argument}）" if insert.argument else ""
        title = f"{insert.kind}：{insert.name}{of}"
        try:
            made = self._renderer.inserts.make(insert)
        except WrongInsert as wrong:
            return InsertWords(title, told_of(wrong), wrong=True)
        if made is None or made == ():
            return InsertWords(title, _tr("现在没有可显示的内容"))
        if isinstance(made, Table):
            size = _tr("{0} 行 {1} 列，由数据生成").format(len(made.rows), len(made.columns))
            return InsertWords(title, size)
        if isinstance(made, tuple):
            return InsertWords(title, _tr("{0} 段，由数据生成").format(len(made)))
        return InsertWords(title, _tr("由数据生成"))

    def plain(self, written: str) -> str:
        """A line of live text as words, e.g. for comparing."""
        read = read_line(written)
        if isinstance(read, Insert):
            return f"〔{self.insert(read).title}〕"
        return self.words(read)

    def words(self, line: Line) -> str:
        """The words of a line, silent fields left out."""
        shown = (self.shown(each) if isinstance(each, Field) else each for each in line.pieces)
        return "".join(each.text for each in shown if not (isinstance(each, Shown) and each.kind == "silent"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("LiveWords", text)
