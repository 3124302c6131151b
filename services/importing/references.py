"""Which row each ref of the drafts means, whatever the order of the sheets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from models import kinds
from models.dates import BadValue
from models.fields import Field, Kind, Row, Table
from models.records import Records
from models.sayings import saying, sentence_of, word
from models.schema import SCHEMA
from services.exchange import ref_text
from services.importing.drafts import Draft, NewId, Pending

Index = Sequence[Mapping[str, list[str]]]
"""For one table, row ids by text: by id, by code, by name, by title; the first that has the text counts."""


class References:
    """Resolves the pending refs against the rows as they would stand after the import."""

    def __init__(self, records: Records, drafts: Sequence[Draft], new_id: NewId) -> None:
        self._records, self._new_id = records, new_id
        self._drafts: dict[str, dict[str, Draft]] = defaultdict(dict)
        self._ids: dict[str, dict[str, str]] = defaultdict(dict)
        for draft in drafts:
            self._drafts[draft.table.name].setdefault(draft.row_id, draft)
            if draft.given_id not in ("", draft.row_id):
                self._ids[draft.table.name].setdefault(draft.given_id, draft.row_id)
        self._after: dict[str, Index] = {}
        self._before: dict[str, Index] = {}
        self.made: dict[str, Draft] = {}
        self.notes: list[str] = []

    def resolve(self, draft: Draft) -> None:
        """Put ids in place of the draft's refs, or say why a text means no row."""
        for name, pending in draft.pending.items():
            field = draft.table.field(name)
            if pending.text:
                draft.values[name] = self._target(draft, field, pending)
            else:
                draft.values[name] = None

    def _target(self, draft: Draft, field: Field, pending: Pending) -> str | None:
        table = SCHEMA[field.table]
        behind = self._ids[table.name].get(pending.row_id, pending.row_id)
        if behind and self._unchanged(table, behind, pending.text):
            return behind
        hits = self._lookup(table, pending.text)
        if len(hits) == 1:
            return hits[0]
        if not hits and not table.exchanged:
            self.notes.append(
                saying("{0}：{1}“{2}”不随表格交换，没有关联", draft.where, word(table.label), pending.text)
            )
            return None
        if not hits and table.make_from_text:
            return self._make(draft, table, field, pending.text)
        if hits:
            draft.refuse(
                field.label,
                saying(
                    "有 {0} 条{1}叫“{2}”。请改用编号或 id 指明是哪一条",
                    len(hits),
                    word(table.label),
                    pending.text,
                ),
            )
        else:
            draft.refuse(
                field.label,
                saying(
                    "没有编号或名称为“{0}”的{1}。请核对文字，或先在“{1}”表中增加",
                    pending.text,
                    word(table.label),
                ),
            )
        return None

    def _unchanged(self, table: Table, row_id: str, text: str) -> bool:
        """Whether the visible text still belongs to the id behind it."""
        draft = self._drafts[table.name].get(row_id)
        if draft is not None and text in (draft.values.get("code"), draft.values.get("name")):
            return True
        rows = [self._records.get(table.name, row_id), draft.row() if draft is not None else None]
        return any(row is not None and text in self._words(table, row) for row in rows)

    def _words(self, table: Table, row: Row) -> set[str]:
        return {ref_text(self._records, table, row), *(text for _, text in self._texts(table, row))}

    def _texts(self, table: Table, row: Row) -> Iterable[tuple[int, str]]:
        yield 0, row["id"]
        names = dict.fromkeys(("code", "name", *table.title))
        for level, name in enumerate(names, start=1):
            if table.has(name) and table.field(name).kind in (Kind.TEXT, Kind.CHOICE) and row[name]:
                yield level, row[name]
        yield len(names) + 1, self._records.title_of(table.name, row)

    def _lookup(self, table: Table, text: str) -> list[str]:
        if table.name not in self._after:
            drafts = self._drafts[table.name]
            kept = [row for row in self._records.all(table.name) if row["id"] not in drafts]
            self._after[table.name] = self._index(table, [*kept, *(draft.row() for draft in drafts.values())])
            self._before[table.name] = self._index(table, self._records.all(table.name))
        for index in (self._after[table.name], self._before[table.name]):
            for level in index:
                if text in level:
                    return level[text]
        return []

    def _index(self, table: Table, rows: Sequence[Row]) -> Index:
        live: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        void: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for row in rows:
            for level, text in self._texts(table, row):
                (live if row["void_reason"] is None else void)[level][text].append(row["id"])
        return [dict(void[level]) | dict(live[level]) for level in sorted({*live, *void})]

    def _make(self, draft: Draft, table: Table, field: Field, text: str) -> str | None:
        if text not in self.made:
            made = Draft(table, draft.sheet, draft.number, self._new_id())
            try:
                made.values[table.make_from_text] = kinds.parse(table.field(table.make_from_text), text)
            except BadValue as problem:
                draft.refuse(field.label, sentence_of(problem))
                return None
            self.made[text] = made
        return self.made[text].row_id


def refuse_dangling(drafts: Sequence[Draft]) -> None:
    """Refuse rows that point to new rows which are refused themselves, as far as that reaches."""
    refused = {
        (each.table.name, each.row_id): each for each in drafts if each.is_refused and each.existing is None
    }
    waiting = [draft for draft in drafts if not draft.is_refused]
    while refused:
        fallen = [draft for draft in waiting if _points_to(draft, refused)]
        if not fallen:
            return
        waiting = [draft for draft in waiting if not draft.is_refused]
        refused = {(each.table.name, each.row_id): each for each in fallen if each.existing is None}


def _points_to(draft: Draft, refused: Mapping[tuple[str, str], Draft]) -> bool:
    for name, pending in draft.pending.items():
        field = draft.table.field(name)
        target = refused.get((field.table, str(draft.values.get(name))))
        if target is not None and (target.sheet, target.number) == (draft.sheet, draft.number):
            draft.falls = True
        elif target is not None:
            draft.refuse(
                field.label,
                saying("所指的“{0}”在{1}，那一行有错。请先改好那一行", pending.text, target.where),
            )
    return draft.is_refused


def refuse_cycles(records: Records, drafts: Sequence[Draft]) -> None:
    """Refuse rows that would be above themselves (an indicator's 上级, a contract's 续签自)."""
    for table in {draft.table.name: draft.table for draft in drafts}.values():
        for field in table.refs:
            if field.table == table.name:
                _refuse_cycles(records, [draft for draft in drafts if draft.table is table], field)


def _refuse_cycles(records: Records, drafts: Sequence[Draft], field: Field) -> None:
    table = field.table
    above = {row["id"]: row[field.name] for row in records.all(table)}
    above.update({draft.row_id: draft.values[field.name] for draft in drafts if field.name in draft.values})
    safe: set[str] = set()
    for draft in drafts:
        seen: list[str] = []
        at: str | None = draft.row_id
        while at is not None and at not in safe and at not in seen:
            seen.append(at)
            at = above.get(at)
        if at == draft.row_id and at in seen:
            draft.refuse(
                field.label, saying("{0}绕成了一圈，一行不能在自己之上。请改填别的行", word(field.label))
            )
        elif at is None or at in safe:
            safe.update(seen)
