"""The words that the quick filter looks through: made of some hundred rows at a time, in idle time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import compress
from operator import is_, or_
from time import sleep

from models import kinds
from models.fields import NUMERIC, Kind, Row
from models.records import ABOVE
from services import pinyin
from services.workspace import Change
from ui.grid.lines import LineCells

ROWS = 1_000
"""Rows of a block: the words of one are made within a few milliseconds."""
BREATH = 0.002
"""Seconds left to the thread that loads the readings of characters."""


@dataclass(slots=True, eq=False)
class Block:
    """Some rows that stand together; by column the words of each as a line of small letters, and initials."""

    rows: Sequence[Row]
    words: dict[int, str] = field(default_factory=dict)
    initials: dict[int, tuple[str, ...]] = field(default_factory=dict)


class WordIndex:
    """What each row shows and its pinyin initials.

    Only what a search needs is made: figures are put into words when figures are sought. After a change only
    the blocks that it touched are made anew; all where columns quote other tables or compute.
    """

    def __init__(self, cells: LineCells, table: str) -> None:
        self._cells, self._table = cells, table
        self._rows: Sequence[Row] = ()
        self._blocks: list[Block] = []

    def heard(self, change: Change | None) -> None:
        """Something changed; None for everything."""
        fields = self._cells.fields
        above = {field.table for field in fields if field is not None and field.kind is Kind.REF}
        quoted = {"setting", "project", *above, *(name for each in above for name in ABOVE[each])}
        is_quoted = change is None or change.touches(*(quoted - {self._table}))
        if is_quoted or self._table in above:
            self._cells.texts.forget()
        if is_quoted or None in fields or self._table in above:
            self._rows, self._blocks = (), []

    # Getting ready

    def is_ready(self, rows: Sequence[Row], wanted: str | None) -> bool:
        """Whether everything is there to look for these words, or for any."""
        self._align(rows)
        columns = self._every if wanted is None else self._columns(wanted)
        by_initials = wanted is None or pinyin.has_letters(wanted)
        return all(
            block.words.keys() >= columns and (not by_initials or block.initials.keys() >= columns)
            for block in self._blocks
        )

    def steps(self, rows: Callable[[], Sequence[Row]]) -> Iterator[None]:
        """Make all ready, in steps of a few ms; the rows may be others after each of them.

        Words come first, then figures, which few searches need, then initials.
        """
        pinyin.warm()
        every, figures = self._every, self._every - self._columns("x")
        yield from self._through(rows, self._words, every - figures)
        yield from self._through(rows, self._words, figures)
        while not pinyin.is_warm():
            sleep(BREATH)
            yield
        yield from self._through(rows, self._initials, every)

    def _through(
        self,
        rows: Callable[[], Sequence[Row]],
        make: Callable[[Block, int], object],
        columns: frozenset[int],
    ) -> Iterator[None]:
        """Make something of these columns, one block after another."""
        done = set[Block]()
        while True:
            self._align(rows())
            block = next((each for each in self._blocks if each not in done), None)
            if block is None:
                return
            done.add(block)
            for at in columns:
                make(block, at)
            yield

    @property
    def _every(self) -> frozenset[int]:
        return frozenset(range(len(self._cells.fields)))

    def _columns(self, wanted: str) -> frozenset[int]:
        """The columns in which the words may stand: letters and characters are not sought among figures."""
        with_figures = kinds.FIGURE_SIGNS.issuperset(wanted)
        return frozenset(
            at
            for at, field in enumerate(self._cells.fields)
            if with_figures or field is None or field.kind not in NUMERIC
        )

    # Looking

    def passing(self, rows: Sequence[Row], wanted: str) -> list[Row]:
        """The rows that have the words (in small letters), themselves or by initials."""
        self._align(rows)
        columns, by_initials = self._columns(wanted), pinyin.has_letters(wanted)
        found = list[Row]()
        for block in self._blocks:
            has: list[bool] | None = None
            for at in columns:
                forms = (self._words(block, at), *(self._initials(block, at) if by_initials else ()))
                here = pinyin.lines_with(wanted, forms)
                if here is not None:
                    has = here if has is None else list(map(or_, has, here))
                    if all(has):
                        break
            if has is not None:
                found += compress(block.rows, has)
        return found

    def _words(self, block: Block, at: int) -> str:
        if at not in block.words:
            block.words[at] = "\n".join(self._cells.texts_of(block.rows, at)).lower()
        return block.words[at]

    def _initials(self, block: Block, at: int) -> tuple[str, ...]:
        if at not in block.initials:
            block.initials[at] = pinyin.initials(self._words(block, at))
        return block.initials[at]

    # Blocks

    def _align(self, rows: Sequence[Row]) -> None:
        """Blocks over these rows; those whose rows still stand together are kept."""
        if rows is self._rows:
            return
        heads = {id(block.rows[0]): block for block in self._blocks}
        blocks, at = list[Block](), 0
        while at < len(rows):
            kept = heads.get(id(rows[at]))
            if kept is not None and all(map(is_, kept.rows, rows[at : at + len(kept.rows)])):
                blocks.append(kept)
            else:
                blocks.append(Block(rows[at : self._end(rows, at, heads)]))
            at += len(blocks[-1].rows)
        self._rows, self._blocks = rows, blocks

    @staticmethod
    def _end(rows: Sequence[Row], start: int, heads: dict[int, Block]) -> int:
        """Where a new block has to end: where an old one begins."""
        end = min(start + ROWS, len(rows))
        if not heads:
            return end
        return next((at for at in range(start + 1, end) if id(rows[at]) in heads), end)
