"""Rows on their way in: what a sheet's row says, and whether it makes a row or changes one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from models import kinds
from models.dates import BadValue
from models.fields import Field, Kind, Row, Table, Value
from models.records import Records
from models.sayings import saying, sentence_of, word
from models.untidy.lines import STEP, Step, no_step
from services.exchange import PIECE, ROW_ID
from services.importing.columns import Column, Endings, Layout
from services.importing.plans import BadCell
from services.setting_words import setting_value
from services.sheets import Sheet

KNOWN_LIMIT, KNOWN_LENGTH = 5_000, 100
"""How many texts of a column, and how long ones, are remembered with their values."""

NewId = Callable[[], str]

NOT_EVERYWHERE = frozenset({("indicator", "weight")})
"""Required fields that some rows rightly leave empty: branches add up their children, 要点 share evenly."""


@dataclass(slots=True)
class Pending:
    """A ref as it stands in the sheet: the visible text and the id behind it, either may be empty."""

    text: str
    row_id: str


@dataclass(slots=True)
class Draft:
    """One row of a sheet on its way in; refs wait until every sheet has been read.

    `sheet` and `number` are where people find the row, `heads` what stands there over its fields.
    A row that `falls` needs a refused row of the same place, where the wrong cell is told already.
    """

    table: Table
    sheet: str
    number: int
    row_id: str = ""
    given_id: str = ""
    existing: Row | None = None
    values: dict[str, Value] = field(default_factory=dict)
    pending: dict[str, Pending] = field(default_factory=dict)
    bad: list[BadCell] = field(default_factory=list)
    heads: Mapping[str, str] = field(default_factory=dict)
    falls: bool = False

    @property
    def is_refused(self) -> bool:
        """Whether the row is left out: a cell is wrong, or it falls with another of the same place."""
        return bool(self.bad) or self.falls

    def refuse(self, column: str, message: str) -> None:
        """Note a wrong cell; the row will not be taken."""
        self.bad.append(BadCell(self.sheet, self.number, column, message))

    @property
    def where(self) -> str:
        """The row's place as people find it."""
        return saying("工作表“{0}”第 {1} 行", self.sheet, self.number)

    def row(self) -> Row:
        """The row as it would stand afterwards, refs still missing in new rows."""
        blank: dict[str, Value] = {"id": self.row_id, "position": None, "void_reason": None}
        blank.update({each.name: None for each in self.table.fields})
        return {**blank, **(self.existing or {}), **self.values}


class Reader:
    """Makes drafts of one sheet's rows and finds out which existing rows they mean."""

    def __init__(
        self, records: Records, sheet: Sheet, layout: Layout, endings: Endings, new_id: NewId
    ) -> None:
        self._records, self._sheet, self._layout, self._endings = records, sheet, layout, endings
        self._new_id = new_id
        self._required = [each for each in layout.table.fields if each.required]
        self._unique = [each for each in layout.table.fields if each.unique]
        self._taken: dict[str, int] = {}
        self._known: dict[int, dict[str, Value]] = defaultdict(dict)
        self._keys: dict[tuple[str, Value], int] = {}

    def drafts(self, step: Step = no_step) -> list[Draft]:
        """One draft for every row that is not empty."""
        found = []
        for number, cells in enumerate(self._sheet.rows, start=2):
            if number % STEP == 0:
                step(number, len(self._sheet.rows))
            if any(cell.strip() for cell in cells):
                found.append(self._draft(number, cells))
        return found

    def _draft(self, number: int, cells: tuple[str, ...]) -> Draft:
        origin = self._sheet.origin(number)
        draft = Draft(self._layout.table, origin.sheet, origin.row, heads=origin.heads)
        given = _cell(cells, self._layout.row_id).strip()
        for column in self._layout.columns:
            fault = self._sheet.faults.get((number, column.index)) if self._sheet.faults else None
            if fault:
                draft.refuse(column.field.label, fault)
            else:
                self._read(draft, column, cells, given)
        if self._layout.void_reason is not None:
            reason = self._text(draft, "void_reason", _cell(cells, self._layout.void_reason), given)
            draft.values["void_reason"] = kinds.clean(reason).strip() or None
        self._identify(draft, given)
        if draft.table.name == "setting":
            _check_setting(draft)
        self._require(draft)
        return draft

    def _read(self, draft: Draft, column: Column, cells: tuple[str, ...], given: str) -> None:
        name = column.field.name
        text = cells[column.index] if column.index < len(cells) else ""
        known = self._known[column.index]
        if text in known:
            value = known[text]
        else:
            text = self._text(draft, name, text, given)
            try:
                value = self._parsed(column, text)
            except BadValue as problem:
                draft.refuse(column.field.label, sentence_of(problem))
                return
        if column.field.kind is not Kind.REF:
            draft.values[name] = value
            return
        behind = _cell(cells, self._layout.ref_ids.get(name)).strip()
        draft.pending[name] = Pending(str(value or ""), behind)

    def _parsed(self, column: Column, text: str) -> Value:
        """The value of a cell; what stands in many cells of a column is parsed once."""
        known = self._known[column.index]
        value = kinds.parse(column.field, text, money_unit=column.money_unit)
        if len(known) < KNOWN_LIMIT and len(text) < KNOWN_LENGTH:
            known[text] = value
        return value

    def _text(self, draft: Draft, name: str, start: str, given: str) -> str:
        """The whole of a text whose first piece fills its cell."""
        return (
            start + self._endings.get((draft.table.name, given, name), "") if len(start) == PIECE else start
        )

    def _identify(self, draft: Draft, given: str) -> None:
        table = draft.table
        if table.single:
            draft.existing = next(iter(self._records.all(table.name)), None)
            given = draft.existing["id"] if draft.existing is not None else given
        else:
            draft.existing = self._records.get(table.name, given) or self._by_unique(draft, given)
        draft.given_id = given
        draft.row_id = draft.existing["id"] if draft.existing is not None else given or self._new_id()
        earlier = self._taken.setdefault(draft.row_id, draft.number)
        if earlier != draft.number:
            said = saying(
                "这一行与第 {0} 行是同一行。若要新增，请清空隐藏列“{1}”里的内容，并改用新的编号",
                earlier,
                ROW_ID,
            )
            draft.refuse(ROW_ID, said)

    def _by_unique(self, draft: Draft, given: str) -> Row | None:
        """The existing row with the same unique code.

        A code given twice in the sheet is refused; rows with ids of their own are taken for what they
        are, because a project may hold such a clash.
        """
        for each in self._unique:
            value = draft.values.get(each.name)
            if value is None:
                continue
            earlier = self._keys.setdefault((each.name, value), draft.number)
            if earlier != draft.number and given:
                return None
            if earlier != draft.number:
                draft.refuse(
                    each.label,
                    saying(
                        "“{0}”在第 {1} 行已经有了。{2}不能重复，请改成别的", value, earlier, word(each.label)
                    ),
                )
                return None
            hits = [row for row in self._records.all(draft.table.name) if row[each.name] == value]
            if len(hits) > 1:
                draft.refuse(
                    each.label,
                    saying(
                        "项目里有 {0} 行的{1}是“{2}”，不知道要改哪一行。请先改正重复",
                        len(hits),
                        word(each.label),
                        value,
                    ),
                )
            return hits[0] if len(hits) == 1 else None
        return None

    def _require(self, draft: Draft) -> None:
        wrong = {bad.column for bad in draft.bad} if draft.bad else ()
        for each in self._required:
            if each.label in wrong or self._may_be_empty(draft, each):
                continue
            if each in self._layout.missing:
                if draft.existing is None:
                    draft.refuse(
                        each.label, saying("缺少必填列“{0}”，新增的行需要它。请补上这一列", word(each.label))
                    )
            elif not _filled(draft, each) and not _was_empty(draft, each):
                draft.refuse(each.label, saying("{0}是必填项，请填写", word(each.label)))

    @staticmethod
    def _may_be_empty(draft: Draft, each: Field) -> bool:
        numbered = bool(draft.table.code_prefix) and each.name == "code" and draft.existing is None
        return numbered or (draft.table.name, each.name) in NOT_EVERYWHERE


def _check_setting(draft: Draft) -> None:
    row = draft.row()
    try:
        if "value" in draft.values:
            draft.values["value"] = setting_value(row["key"], row["value"])
    except BadValue as problem:
        draft.refuse(draft.table.field("value").label, sentence_of(problem))


def _was_empty(draft: Draft, each: Field) -> bool:
    """Whether an existing row has lacked the value all along: the import makes that no worse."""
    return draft.existing is not None and draft.existing[each.name] is None


def _filled(draft: Draft, each: Field) -> bool:
    if each.kind is Kind.REF:
        waiting = draft.pending.get(each.name)
        return waiting is not None and bool(waiting.text)
    return draft.values.get(each.name) is not None


def _cell(cells: tuple[str, ...], index: int | None) -> str:
    return cells[index] if index is not None and index < len(cells) else ""
