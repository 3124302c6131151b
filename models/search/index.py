"""The index of a project's rows: blocks of rows, each one long text that is searched as a whole.

An edit outdates only the blocks of its rows. Building and searching go on block by block, so that whoever
runs them may do something else between two blocks, or leave off.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from models.experts import is_sealed
from models.fields import Field, Kind
from models.records import Records
from models.schema import SCHEMA
from models.search.folding import END, forms
from models.search.marking import Initials
from models.search.query import Query, Word

BLOCK, OF_PROSE = 400, 20
"""How many rows make a block; fewer where a row may hold pages."""

KEPT = 60
WHOLE, BEGINNING, WITHIN = range(3)
"""How well a cell fits, best first: all of it was typed, its beginning, or a part further in."""

UNSEARCHED = frozenset(
    {("evidence_link", "on_table"), ("evidence_link", "on_row"), ("evidence_link", "on_field"),
     ("verdict", "fingerprint"), ("verdict", "check"), ("finding", "origin"), ("section", "base"),
     ("section", "key"), ("section", "text"), ("indicator", "parameters"), ("attachment", "sha256"),
     ("attachment", "size")}
)  # fmt: skip
"""What a file keeps for the program and nobody reads; chapters are searched as they are printed."""


Cell = tuple[str, str, str]
"""A row's id, a field's name, and one form of what stands there."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A cell that was found, in a table or among the cells of `SearchIndex.note`."""

    table: str
    row: str
    field: str
    fit: int = WITHIN


@dataclass(slots=True)
class Hits:
    """The rows of one table that were found so far: how many, and the best of them."""

    table: str
    count: int = 0
    by_fit: tuple[list[Hit], list[Hit], list[Hit]] = field(default_factory=lambda: ([], [], []))

    def add(self, hit: Hit) -> None:
        """One more row."""
        self.count += 1
        if len(self.by_fit[hit.fit]) < KEPT:
            self.by_fit[hit.fit].append(hit)

    def best(self, limit: int = KEPT) -> list[Hit]:
        """The rows that fit best, each kind in the order of the table."""
        return [hit for hits in self.by_fit for hit in hits][:limit]


class Block:
    """Some rows of one table as one text: every form of every cell on a line of its own."""

    def __init__(self) -> None:
        self.rows: list[str] = []
        self.text: str | None = None
        self.initials: tuple[str, ...] | None = None
        self._starts: list[int] = []
        self.cells: list[tuple[str, str]] = []

    def outdate(self) -> None:
        """A row has changed, come or gone."""
        self.text = self.initials = None

    def fill(self, cells: Iterable[Cell]) -> None:
        """Take these cells, in their order, in place of those before."""
        pieces: list[str] = []
        self._starts, self.cells, self.initials = [], [], None
        at = 1
        for row_id, name, form in cells:
            if form:
                pieces.append(form)
                self._starts.append(at)
                self.cells.append((row_id, name))
                at += len(form) + 1
        self.text = END + END.join(pieces) + END

    def spell(self, initials: Initials) -> tuple[str, ...]:
        """The text with initials in place of Chinese characters."""
        if self.initials is None:
            self.initials = tuple(initials(self.text or END))
        return self.initials

    def found(self, word: Word, initials: Initials) -> dict[str, tuple[int, str]]:
        """For every row that has the word: how well its best cell fits, and which cell that is."""
        assert self.text is not None
        result: dict[str, tuple[int, str]] = {}
        for form in word.forms:
            self._collect(self.text, form, result)
        if word.initials:
            for text in self.spell(initials):
                self._collect(text, word.initials, result)
        return result

    def _collect(self, text: str, form: str, result: dict[str, tuple[int, str]]) -> None:
        at = text.find(form)
        while at >= 0:
            cell = bisect_right(self._starts, at) - 1
            row_id, name = self.cells[cell]
            begins = self._starts[cell] == at
            fit = WITHIN if not begins else WHOLE if text[at + len(form)] == END else BEGINNING
            known = result.get(row_id)
            if known is None or fit < known[0]:
                result[row_id] = (fit, name)
            at = text.find(form, text.index(END, at))


class SearchIndex:
    """Where every word of some tables stands; `records` are the rows as they were followed last."""

    def __init__(self, records: Records, tables: Iterable[str], initials: Initials) -> None:
        self._initials = initials
        self._tables = tuple(tables)
        self.records = records
        self._blocks: dict[str, list[Block]] = {}
        self._block_of: dict[str, dict[str, Block]] = {}
        self._notes: dict[str, Block] = {}
        for table in self._tables:
            self._read(table)

    def _read(self, table: str) -> None:
        self._blocks[table], self._block_of[table] = [], {}
        for row in self.records.all(table):
            self._append(table, str(row["id"]))

    def _append(self, table: str, row_id: str) -> None:
        blocks = self._blocks[table]
        has_prose = any(each.kind is Kind.LONGTEXT for each in SCHEMA[table].fields)
        if not blocks or len(blocks[-1].rows) >= (OF_PROSE if has_prose else BLOCK):
            blocks.append(Block())
        blocks[-1].rows.append(row_id)
        blocks[-1].outdate()
        self._block_of[table][row_id] = blocks[-1]

    def follow(self, records: Records, changed: Mapping[str, Iterable[str]]) -> None:
        """Take these rows from now on; `changed` names by table those that are not as they were."""
        seals = is_sealed(self.records, "expert_score", "score") != is_sealed(
            records, "expert_score", "score"
        )
        self.records = records
        for table in self._tables:
            known = self._block_of[table]
            if seals and table == "expert_score":
                self._read(table)
                continue
            for row_id in changed.get(table, ()):
                block = known.get(row_id)
                if block is None and records.get(table, row_id) is not None:
                    self._append(table, row_id)
                elif block is not None:
                    block.outdate()

    def note(self, kind: str, cells: Iterable[Cell]) -> None:
        """Search these cells too, in place of those of the same kind before: what stands in no row."""
        block = Block()
        block.fill(cells)
        block.rows = list(dict.fromkeys(row_id for row_id, _ in block.cells))
        self._notes[kind] = block

    def build(self) -> Iterator[None]:
        """Read what is outdated, a block at each step."""
        for table in self._tables:
            for block in tuple(self._blocks[table]):
                if block.text is None:
                    self._build(table, block)
                    yield

    def spell(self) -> Iterator[None]:
        """Have the initials of what was read ready, a block at each step."""
        for blocks in (*self._blocks.values(), list(self._notes.values())):
            for block in tuple(blocks):
                if block.text is not None and block.initials is None:
                    block.spell(self._initials)
                    yield

    def _build(self, table: str, block: Block) -> None:
        fields, records = self._fields(table), self.records
        rows = [row for row_id in block.rows if (row := records.get(table, row_id)) is not None]
        block.fill(
            (row["id"], each.name, form)
            for row in rows
            for each in fields
            for form in forms(each, row[each.name])
        )

    def _fields(self, table: str) -> tuple[Field, ...]:
        return tuple(
            each
            for each in SCHEMA[table].fields
            if (table, each.name) not in UNSEARCHED and not is_sealed(self.records, table, each.name)
        )

    def search(self, query: Query) -> Iterator[Hits | None]:
        """What is found, table by table, as it is found; None between, where others may have a turn."""
        for table in self._tables:
            hits = Hits(table)
            for block in tuple(self._blocks[table]):
                if block.text is None:
                    self._build(table, block)
                    yield None
                self._search(table, block, query, hits)
                yield None
            if hits.count:
                yield hits
        for kind, block in self._notes.items():
            hits = Hits(kind)
            self._search(kind, block, query, hits)
            yield hits if hits.count else None

    def _search(self, table: str, block: Block, query: Query, hits: Hits) -> None:
        first, *others = (block.found(word, self._initials) for word in query.words)
        rows = first if len(first) < 2 else [row_id for row_id in block.rows if row_id in first]
        for row_id in rows:
            found = [first[row_id], *(other[row_id] for other in others if row_id in other)]
            if len(found) > len(others) and self._counts(table, row_id):
                fit, name = min(found)
                hits.add(Hit(table, row_id, name, fit))

    def _counts(self, table: str, row_id: str) -> bool:
        """Whether a row can be shown; what is noted always can."""
        if table in self._notes:
            return True
        row = self.records.get(table, row_id)
        return row is not None and self.records.is_live(table, row)
