"""What of a table is not taken, or taken in other words: every part of it is named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from models.dates import short
from models.fields import Kind
from models.sayings import Saying, listing, saying, word
from models.untidy.content import Look, choice_text, look_of_column
from models.untidy.grid import Grid, bare, one_line
from models.untidy.layout import Layout
from models.untidy.lines import Role
from models.untidy.matching import GROUP
from models.untidy.plain import GROUPED
from models.untidy.reading import DOUBT, ERROR, HINT, NO, YES, Judgement, Option, choice
from models.untidy.targets import CONTRACTS, Slot

_HIDDEN = (Option(YES, "读入"), Option(NO, "不读"))
SHOWN = 3
"""How many of several texts are named."""


def leftovers(grid: Grid, layout: Layout) -> list[Judgement]:
    """The judgements on columns, rows and words that do not come in as they stand."""
    found = (
        _of_head(layout), _of_unit(layout), _of_fractions(layout), _of_columns(grid, layout),
        _of_headings(grid, layout), _of_notes(grid, layout), _of_words(grid, layout),
    )  # fmt: skip
    return [one for one in found if one is not None]


def shown(grid: Grid, layout: Layout, choices: Mapping[str, str]) -> tuple[Layout, list[Judgement]]:
    """The layout without the rows that are hidden in the file, where the person leaves these out."""
    rows = [at for at in sorted(grid.hidden) if at < len(layout.roles) and layout.roles[at] is Role.DATA]
    if not rows:
        return layout, []
    chosen = choice(choices, "hidden", _HIDDEN, YES)
    said = listing([str(grid.place(at)[1]) for at in rows[:SHOWN]])
    said = saying("{0}等", said) if len(rows) > SHOWN else said
    how = saying("照样读入") if chosen == YES else saying("没有读入")
    sentence = saying("{0} 行在文件中是隐藏的（第 {1} 行），{2}", len(rows), said, how)
    if chosen == NO:
        left = set(rows)
        roles = tuple(Role.HIDDEN if at in left else role for at, role in enumerate(layout.roles))
        layout = replace(layout, roles=roles)
    cells = tuple((at, 0) for at in rows)
    return layout, [Judgement("hidden", DOUBT, sentence, _HIDDEN, chosen, cells)]


def _of_head(layout: Layout) -> Judgement | None:
    if layout.head.first < 0:
        return Judgement("head", ERROR, saying("没有找到表头，各列按内容猜测。请在上面指定表头，或逐列核对"))
    filled = {one.key for one in layout.columns if one.key}
    lacking = [
        slot for key in layout.target.decisive if key not in filled and (slot := layout.target.slot(key))
    ]
    if not lacking:
        return None
    labels = listing(saying("“{0}”", word(slot.label)) for slot in lacking)
    return Judgement("head", ERROR, saying("没有认出{0}这一列。请在列头上选择，或改选“导入到”", labels))


def _of_unit(layout: Layout) -> Judgement | None:
    if layout.unit_said or not any(_is(layout, one.key, Kind.MONEY) for one in layout.columns):
        return None
    said = saying("表中没有写金额单位，按{0}读入。不对请在上面改", word(layout.unit))
    return Judgement("unit", DOUBT, said)


def _is(layout: Layout, key: str, kind: Kind) -> bool:
    slot = layout.target.slot(key)
    return slot is not None and slot.field.kind is kind


def _of_fractions(layout: Layout) -> Judgement | None:
    fractions = [one.head.text for one in layout.columns if one.as_fraction]
    if not fractions:
        return None
    said = saying("“{0}”写成小数，按百分数读入（0.3 是 30%）", listing(fractions))
    return Judgement("fractions", DOUBT, said)


def _of_columns(grid: Grid, layout: Layout) -> Judgement | None:
    named: list[str] = [f"“{one.head.text}”" for one in layout.open_columns]
    named += [saying("第 {0} 列（没有表头）", at + 1) for at in _nameless(grid, layout)]
    if not named:
        return None
    return Judgement("columns", DOUBT, saying("{0}没有对应的字段，不导入", listing(named)))


def _nameless(grid: Grid, layout: Layout) -> list[int]:
    """Columns that hold something and are not taken, without a head or under one that only counts rows."""
    data = _data(layout)
    found = []
    for one in layout.columns:
        texts = (
            []
            if one.key or (one.head.text and not one.head.is_serial)
            else [grid.own(at, one.index) for at in data]
        )
        if not any(text.strip() for text in texts):
            continue
        look, share = look_of_column(texts)
        counts = one.head.is_serial and (look in (Look.COUNT, Look.NUMBER) or share < 1 or len(texts) < SHOWN)
        if not counts and not (one.head.is_serial and one.head.word == "序号"):
            found.append(one.index)
    return found


def _data(layout: Layout) -> list[int]:
    return [row for row, role in enumerate(layout.roles) if role is Role.DATA]


def _of_headings(grid: Grid, layout: Layout) -> Judgement | None:
    """Headings between the rows, where no field takes their words."""
    is_taken = layout.target.name in GROUPED or (layout.target.name == CONTRACTS and layout.of(GROUP) is None)
    rows = [at for at, role in enumerate(layout.roles) if role is Role.GROUP and at not in layout.owners]
    if is_taken or not rows:
        return None
    return _at(rows, "headings", saying("{0} 行分组标题不导入：{1}", len(rows), _words_of(grid, rows)))


def _of_notes(grid: Grid, layout: Layout) -> Judgement | None:
    rows = [at for at, role in enumerate(layout.roles) if role is Role.NOTE]
    if not rows:
        return None
    return _at(rows, "notes", saying("{0} 行表下说明不导入：{1}", len(rows), _words_of(grid, rows)))


def _at(rows: Sequence[int], key: str, said: Saying) -> Judgement:
    return Judgement(key, HINT, said, cells=tuple((at, 0) for at in rows))


def _words_of(grid: Grid, rows: Sequence[int]) -> Saying:
    """What stands in the first of these rows."""
    texts = [
        short(" ".join(text for each in grid.rows[at] if (text := one_line(each)))) for at in rows[:SHOWN]
    ]
    shown = listing([f"“{text}”" for text in texts])
    return saying("{0}等", shown) if len(rows) > SHOWN else shown


def _of_words(grid: Grid, layout: Layout) -> Judgement | None:
    """Choices in other words than the program's own."""
    data = _data(layout)
    parts: list[Saying] = []
    for one in layout.columns:
        slot = layout.target.slot(one.key)
        if slot is not None and slot.field.kind is Kind.CHOICE:
            parts += _meant(slot, {grid.own(at, one.index).strip() for at in data})
    if not parts:
        return None
    return Judgement("choices", HINT, listing(parts))


def _meant(slot: Slot, texts: set[str]) -> list[Saying]:
    field = slot.field
    pairs = [(text, choice_text(field, text)) for text in sorted(texts) if bare(text)]
    return [
        saying("“{0}”按“{1}”读入", text, word(meant))
        for text, meant in pairs
        if meant in field.choices and text != meant and text not in field.words.values()
    ]
