"""Totals against what they sum: a total is never imported as a row, and one that is wrong is named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models.sayings import listing, saying
from models.untidy.contract_entries import Maker, wan, yuan
from models.untidy.contract_lines import AMOUNT, Line, Total
from models.untidy.lines import SAID
from models.untidy.reading import ERROR, HINT, NO, YES, Judgement, Option, choice

_KEEP = (Option(YES, "记为申报数"), Option(NO, "不记"))


@dataclass(frozen=True, slots=True)
class Checked:
    """A total, the lines that it sums (or seems to sum), and what these come to by column key in 分."""

    total: Total
    lines: Sequence[Line]
    sums: Mapping[str, int]

    @property
    def wrong(self) -> dict[str, tuple[int, int]]:
        """What the total says and what the lines come to, where the two differ."""
        said = self.total.amounts
        return {key: (said[key], self.sums[key]) for key in said if said[key] != self.sums[key]}


def checked(total: Total, amounts: Mapping[tuple[int, str], int]) -> Checked:
    """The total beside the nearest lines that come to it, else beside those it would be expected to sum."""
    ranges = [lines for lines in total.ranges if lines] or [[]]
    candidates = [
        Checked(
            total,
            lines,
            {key: sum(amounts.get((line.row, key), 0) for line in lines) for key in total.amounts},
        )
        for lines in ranges
    ]
    return next((one for one in candidates if not one.wrong), candidates[0])


def take_totals(
    totals: Sequence[Total], lines: Sequence[Line], maker: Maker, choices: Mapping[str, str]
) -> list[Judgement]:
    """Check every total, and keep those of whole groups as what the unit declared for them."""
    found = [checked(total, maker.amounts) for total in totals]
    judgements, kept, right = [], [], 0
    for one in found:
        judgement = _judged(one, maker, choices)
        if judgement is None:
            right += 1
        else:
            judgements.append(judgement)
        if judgement is None or judgement.chosen == YES:
            kept.append(one)
    if right:
        judgements.append(
            Judgement("totals", HINT, saying("{0} 行小计、合计与明细相符，不作为一行导入", right))
        )
    _declare(kept, lines, maker)
    _declare_whole(kept, lines, maker)
    return judgements


def _judged(one: Checked, maker: Maker, choices: Mapping[str, str]) -> Judgement | None:
    if not one.wrong:
        return None
    key, cells = f"total.{one.total.row}", maker.cells
    chosen = choice(choices, key, _KEEP, YES)
    parts = [
        saying(
            "{0} {1} 与明细合计 {2} 不符，差 {3}",
            maker.layout.columns[cells.index(name)].head.word,
            wan(said),
            wan(found),
            wan(abs(said - found)),
        )
        for name, (said, found) in one.wrong.items()
    ]
    kept = saying("不作为一行导入，记为申报数备查") if chosen == YES else saying("不导入，也不记")
    place = cells.grid.place(one.total.row)[1]
    sentence = saying(
        "第 {0} 行{1}：{2}。{3}", place, SAID[one.total.role], listing(parts, between="；"), kept
    )
    where = tuple((one.total.row, cells.index(name)) for name in one.wrong)
    return Judgement(key, ERROR, sentence, _KEEP, chosen, where)


def _declare(kept: Sequence[Checked], lines: Sequence[Line], maker: Maker) -> None:
    """Subtotals that together are a whole group, once each, are what was declared for the group."""
    sizes: dict[tuple[str, str], int] = {}
    for line in lines:
        owner = (maker.fund_of(line), line.group)
        sizes[owner] = sizes.get(owner, 0) + 1
    parts: dict[tuple[str, str], list[Checked]] = {}
    for one in kept:
        owners = {(maker.fund_of(line), line.group) for line in one.lines}
        if len(owners) == 1:
            parts.setdefault(owners.pop(), []).append(one)
    for owner, group in parts.items():
        rows = [line.row for one in group for line in one.lines]
        entry = maker.groups.get(owner)
        if entry is None or len(rows) != len(set(rows)) or len(rows) != sizes[owner]:
            continue
        paid = [one.key for one in maker.payments if maker.year_of(one)[:4] == str(maker.year)]
        for name, keys in (("declared_amount", [AMOUNT]), ("declared_paid", paid)):
            said = [one.total.amounts.get(key) for one in group for key in keys]
            known = [fen for fen in said if fen is not None]
            if known and len(known) == len(said):
                entry.values[name] = yuan(sum(known))


def _declare_whole(kept: Sequence[Checked], lines: Sequence[Line], maker: Maker) -> None:
    """The total of everything is what was declared for the fund, where nothing says so yet."""
    funds = {maker.fund_of(line) for line in lines}
    for one in kept:
        if len(one.lines) != len(lines) or AMOUNT not in one.total.amounts or funds in ({""}, set()):
            continue
        if len(funds) == 1:
            made = maker.entry("fund", one.total.row)
            made.values = {"code": next(iter(funds)), "declared_contracts": yuan(one.total.amounts[AMOUNT])}
            made.fills = True
            maker.entries.append(made)
            return
