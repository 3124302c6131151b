"""The rows of one evaluation, read only, with the questions that facts, scores and checks ask of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from functools import cached_property
from types import MappingProxyType

from models import kinds, replacing
from models.defaults import SETTINGS, chosen, parse_bands
from models.fields import Field, Kind, Row
from models.replacing import ById, Rows, Window
from models.sayings import joined, word
from models.schema import SCHEMA

OWNERS: Mapping[str, tuple[Field, ...]] = {
    name: tuple(field for field in table.refs if field.owner) for name, table in SCHEMA.items()
}
"""The refs of each table through which a row belongs to another."""


def _tables_above(table: str) -> frozenset[str]:
    found: set[str] = set()
    pending = [table]
    while pending:
        for field in OWNERS[pending.pop()]:
            if field.table not in found:
                found.add(field.table)
                pending.append(field.table)
    return frozenset(found)


ABOVE: Mapping[str, frozenset[str]] = {name: _tables_above(name) for name in SCHEMA}
"""The tables on whose rows it depends whether rows of this one count."""


class Records:
    """A snapshot of every table's rows, each table in the order people see."""

    def __init__(self, rows: Mapping[str, Iterable[Row]]) -> None:
        self._rows: dict[str, Rows] = {
            name: tuple(sorted(rows.get(name, ()), key=replacing.place)) for name in SCHEMA
        }
        self._by_id: dict[str, ById] = {}
        self._live: dict[str, Rows] = {}
        self._live_ids: dict[str, frozenset[str]] = {}
        self._of: dict[tuple[str, str], dict[str, Rows]] = {}
        self._numbers: dict[str, dict[str, int]] = {}
        self._known_live: dict[str, set[str]] = defaultdict(set)
        self._titles: dict[str, dict[str, str]] = defaultdict(dict)
        self._by_text: dict[tuple[str, str], Mapping[str, Rows]] = {}

    def replaced(
        self,
        changed: Mapping[str, Iterable[Row]],
        touched: Mapping[str, Collection[str]] = MappingProxyType({}),
    ) -> Records:
        """The same rows with whole tables exchanged; what is known of the others need not be found again.

        `touched` are the ids of all rows of a table that differ, where these are known: that makes it quick.
        """
        made, windows = Records({}), {}
        made._rows = dict(self._rows)
        for name, rows in changed.items():
            ids = touched.get(name, ())
            before = [row for row_id in ids if (row := self.get(name, row_id)) is not None]
            stayed = before if len(before) == len(ids) else ()  # a new row may stand where another one went
            made._rows[name], windows[name] = replacing.ordered(self._rows[name], rows, stayed)
        unsteady = {name for name, window in windows.items() if not _counts_alike(name, window)}
        ended = {name for name in SCHEMA if ABOVE[name] & unsteady or name in windows and name in ABOVE[name]}
        made._by_id = {name: known for name, known in self._by_id.items() if name not in windows}
        made._numbers = {name: known for name, known in self._numbers.items() if name not in windows}
        made._live = {name: known for name, known in self._live.items() if name not in ended}
        made._of = {key: known for key, known in self._of.items() if key[0] not in ended}
        made._by_text = {
            key: known for key, known in self._by_text.items() if key[0] not in windows and key[1]
        }
        made._live_ids = {
            name: known for name, known in self._live_ids.items() if name not in ended and name not in windows
        }
        for name, window in windows.items():
            made._follow(name, window, self._by_id.get(name))
        return made

    def _follow(self, table: str, window: Window, by_id: ById | None) -> None:
        """Bring what is known of an exchanged table up to date."""
        if by_id is not None:
            self._by_id[table] = by_id.following(window)
        if table not in self._live:
            return
        after = [row for row in window.after if self.is_live(table, row)]
        self._live[table] = replacing.following(self._live[table], window, after)
        for name, field in [key for key in self._of if key[0] == table]:
            self._of[name, field] = replacing.index_following(self._of[name, field], field, window, after)

    def all(self, table: str) -> tuple[Row, ...]:
        """Every row, void ones too."""
        return self._rows[table]

    def get(self, table: str, row_id: str | None) -> Row | None:
        """The row of that id, or None."""
        if row_id is None:
            return None
        if table not in self._by_id:
            self._by_id[table] = ById.of(self._rows[table])
        return self._by_id[table].get(row_id)

    def number(self, table: str, row: Row) -> int:
        """Which row of its table it is, from 1, void ones counted."""
        if table not in self._numbers:
            self._numbers[table] = {each["id"]: index for index, each in enumerate(self._rows[table], 1)}
        return self._numbers[table][row["id"]]

    def live(self, table: str) -> tuple[Row, ...]:
        """The rows that count: neither void nor under a void row."""
        if table not in self._live:
            self._live[table] = tuple(self._found_live(table))
        return self._live[table]

    def _ids_of_live(self, table: str) -> frozenset[str]:
        if table not in self._live_ids:
            self._live_ids[table] = frozenset(row["id"] for row in self.live(table))
        return self._live_ids[table]

    def _found_live(self, table: str) -> Iterable[Row]:
        rows = self._rows[table]
        if table in ABOVE[table]:
            return (row for row in rows if self.is_live(table, row))
        gone = [(field.name, dead) for field in OWNERS[table] if (dead := self._dead(field.table))]
        standing = (row for row in rows if row["void_reason"] is None)
        return (row for row in standing if not any(row[name] in dead for name, dead in gone))

    def _dead(self, table: str) -> frozenset[str]:
        every = self._rows[table]
        if len(self.live(table)) == len(every):
            return frozenset()
        return frozenset(row["id"] for row in every) - self._ids_of_live(table)

    def is_live(self, table: str, row: Row) -> bool:
        """Whether the row is not void and nothing above it is."""
        pending: list[tuple[str, Row]] = [(table, row)]
        seen: set[tuple[str, str]] = set()
        while pending:
            name, one = pending.pop()
            key = (name, one["id"])
            if one["id"] in self._known_live[name] or key in seen:
                continue
            if one["void_reason"] is not None:
                return False
            seen.add(key)
            for field in OWNERS[name]:
                above = self.get(field.table, one[field.name])
                if above is not None:
                    pending.append((field.table, above))
        for name, row_id in seen:
            self._known_live[name].add(row_id)
        return True

    def of(self, table: str, field: str, row_id: str | None) -> tuple[Row, ...]:
        """The live rows whose ref field points to that row (to nothing, for None), or that say that text."""
        return self._by(table, field).get(row_id or "", ())

    def values(self, table: str, field: str) -> Iterable[str]:
        """What the live rows say in a field of text, or point to in a ref, each once."""
        return filter(None, self._by(table, field))

    def _by(self, table: str, field: str) -> Mapping[str, Rows]:
        key = (table, field)
        if key not in self._of:
            self._of[key] = replacing.index_of(self.live(table), field)
        return self._of[key]

    def astray(self, table: str, field: str) -> tuple[Row, ...]:
        """The live rows whose ref field points to a row that is not there or not live, in their order."""
        index = self._by(table, field)
        if not any(index):
            return ()
        above = self._ids_of_live(SCHEMA[table].field(field).table)
        stray = (rows for key, rows in index.items() if key and key not in above)
        return tuple(sorted((row for rows in stray for row in rows), key=replacing.place))

    def title(self, table: str, row_id: str | None) -> str:
        """The words by which people know a row: its code and name; empty when there is no such row."""
        if row_id is None:
            return ""
        known = self._titles[table]
        if row_id not in known:
            row = self.get(table, row_id)
            known[row_id] = self.title_of(table, row) if row is not None else ""
        return known[row_id]

    def title_of(self, table: str, row: Row) -> str:
        """The words by which people know this row, which need not be among the records."""
        fields = [SCHEMA[table].field(name) for name in SCHEMA[table].title]
        shown = [(field, text) for field in fields if (text := self.shown(table, field, row))]
        if not any(field.choices for field in fields):
            return "　".join(text for _, text in shown)
        return joined("　", [word(text) if field.choices else text for field, text in shown])

    def shown(self, table: str, field: Field, row: Row) -> str:
        """The text of one cell as screens and reports show it, refs by their row's title."""
        value = row[field.name]
        if field.kind is Kind.REF:
            return self.title(field.table, value) if field.table != table or value != row["id"] else ""
        return kinds.show(field, value, money_unit=self.money_unit, thousands=self.thousands)

    def key_of(self, table: str, row: Row) -> str:
        """The short text that stands for a row in a ref cell: its code, else its name, else its title."""
        for name in ("code", "name"):
            if SCHEMA[table].has(name) and row[name]:
                return str(row[name])
        return self.title_of(table, row) or str(row["id"])

    def find(self, table: str, text: str) -> tuple[Row, ...]:
        """The rows that a person's words may mean: by id, else by code, else by name or title."""
        row = self.get(table, text)
        if row is not None:
            return (row,)
        for name in ("code", "name", *SCHEMA[table].title):
            if SCHEMA[table].has(name) and SCHEMA[table].field(name).kind in (Kind.TEXT, Kind.CHOICE):
                hits = self._keyed(table, name, lambda row, name=name: row[name]).get(text, ())  # type: ignore[misc]
                if hits:
                    return hits
        return self._keyed(table, "", lambda row: self.title_of(table, row)).get(text, ())

    def _keyed(self, table: str, name: str, key: Callable[[Row], str | None]) -> Mapping[str, Rows]:
        """The rows by a text of theirs, found once: a block of pasted names asks again and again."""
        if (table, name) not in self._by_text:
            found: dict[str, list[Row]] = defaultdict(list)
            for row in self._rows[table]:
                found[key(row) or ""].append(row)
            self._by_text[table, name] = {text: tuple(rows) for text, rows in found.items()}
        return self._by_text[table, name]

    @property
    def project(self) -> Row:
        """The evaluation's one project row."""
        return self._rows["project"][0]

    @cached_property
    def _settings(self) -> Mapping[str, str]:
        return {row["key"]: row["value"] for row in self._rows["setting"] if row["key"] and row["value"]}

    def setting(self, key: str) -> str:
        """An adjustable figure: the project's, else the default; a word that is no choice is ignored."""
        declared = SETTINGS[key]
        value = chosen(declared, self._settings.get(key, declared.default))
        return declared.default if declared.choices and value not in declared.choices else value

    def setting_number(self, key: str) -> Decimal:
        """An adjustable figure as a number; the default where the project's makes no sense."""
        try:
            value = Decimal(self.setting(key).strip().rstrip("%％"))
        except InvalidOperation:
            return Decimal(SETTINGS[key].default)
        return value if value.is_finite() else Decimal(SETTINGS[key].default)

    @cached_property
    def money_unit(self) -> str:
        """万元 or 元: the unit in which amounts are typed and shown."""
        return self.setting("money_unit")

    @cached_property
    def thousands(self) -> bool:
        """Whether figures carry thousands separators."""
        return self.setting("thousands") == "是"

    @property
    def bands(self) -> Sequence[tuple[str, Decimal]]:
        """The grades with their lower bounds, highest first."""
        return parse_bands(self.setting("bands"))


def _counts_alike(table: str, window: Window) -> bool:
    """Whether rows below this table count as before: the same rows, as void as they were, in their places."""
    decisive = ("id", "void_reason", *(field.name for field in OWNERS[table]))
    return len(window.before) == len(window.after) and all(
        old is new or all(old[name] == new[name] for name in decisive)
        for old, new in zip(window.before, window.after, strict=True)
    )
