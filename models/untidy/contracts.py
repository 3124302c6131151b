"""Groups, contracts, items, payments and terms out of one table of all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from models.sayings import listing, saying, word
from models.untidy.contract_entries import Found, Maker
from models.untidy.contract_lines import Line, LineReader, contracts_of
from models.untidy.contract_offers import Offers, share_sections
from models.untidy.grid import Grid
from models.untidy.layout import Layout
from models.untidy.lines import Step, no_step
from models.untidy.reading import DOUBT, ERROR, HINT, Cells, Judgement, Option, Reading, choice
from models.untidy.remarks import read_remark
from models.untidy.targets import when_of
from models.untidy.totals import take_totals

SHOWN_NAMES = 2
RENEWAL = "续签"
YEAR, YEARS_BACK = "year", 3
REPEATS, JOINED, APART = "repeats", "joined", "apart"
JOINING = (Option(JOINED, "同一合同的明细"), Option(APART, "各为一份合同"))


def read_contracts(
    grid: Grid, layout: Layout, this_year: int, choices: Mapping[str, str], step: Step = no_step
) -> Reading:
    """The entries of a contract table and what was judged on the way."""
    cells = Cells(grid, layout)
    maker = Maker(cells, layout, this_year, choice(choices, YEAR, _years(this_year), str(this_year or "")))
    joining = choice(choices, REPEATS, JOINING, JOINED)
    reader = LineReader(cells, layout, apart=joining == APART)
    lines = reader.read(step)
    every = lines.all
    maker.note_amounts(every)
    found = [
        _found(maker, part)
        for block in lines.blocks
        for part in contracts_of(block, this_year, is_named=reader.is_named)
    ]
    share_sections(found, this_year)
    named = _name(found, layout.given.get("title", ""))
    for one in found:
        maker.make(one)
    _link_renewals(found)
    offers = Offers(maker, choices)
    if cells.has("contract.remark"):
        offers.take(found)
    judgements = [
        *_tell_fund(maker, every),
        *take_totals(lines.totals, every, maker, choices),
        *offers.judgements,
        *named,
        *_tell_repeats(reader.repeats, joining),
        *_tell_cells(maker, every),
        *_tell_sums(maker, found),
    ]
    return Reading(tuple(maker.entries), tuple(judgements))


def _years(this_year: int) -> tuple[Option, ...]:
    """The years that payments without one may be of."""
    near = range(this_year - YEARS_BACK, this_year + 2) if this_year else ()
    return tuple(Option(str(year), saying("{0} 年", year)) for year in near)


def _found(maker: Maker, lines: list[Line]) -> Found:
    remark = "；".join(dict.fromkeys(line.remark for line in lines if line.remark))
    fens = [line.fen for line in lines if line.amount and not line.repeats]
    known = [fen for fen in fens if fen is not None]
    total = sum(known) if known and len(known) == len(fens) else None
    entry = maker.entry("contract", lines[0].row)
    return Found(lines, total, remark, read_remark(remark, maker.year), entry)


def _name(found: Sequence[Found], title: str) -> list[Judgement]:
    """Give every contract its name: the table's own, else one made of what the table says of it."""
    made: list[Found] = []
    for one in found:
        own = next((line.name for line in one.lines if line.name), "")
        one.is_named = bool(own) or (len(one.lines) == 1 and bool(one.first.item))
        one.entry.values["name"] = own or (one.first.item if one.is_named else one.first.group or title)
        if not one.is_named:
            made.append(one)
    counts = Counter(one.entry.values["name"] for one in found)
    for one in made:
        name = one.entry.values["name"]
        if name and counts[name] > 1 or one.said.is_renewal or one.said.lot:
            one.entry.values["name"] = name + _mark(one)
    _part_equal_names(found)
    names = [one.entry.values["name"] for one in made if one.entry.values["name"]]
    if not names:
        return []
    shown = listing(f"“{name}”" for name in names[:SHOWN_NAMES])
    if len(names) > SHOWN_NAMES:
        shown = saying("{0}等", shown)
    said = saying("{0} 份合同在表中没有名称，按项目分组和备注拟为{1}，导入后可改", len(names), shown)
    return [Judgement("names", HINT, said, cells=tuple((one.first.row, 0) for one in made))]


def _mark(one: Found) -> str:
    """What the remark says that tells the contract from others of its group."""
    year = one.said.prices[0].year if one.said.prices else 0
    year = year or int(one.said.signed_on[:4] or 0)
    if one.said.lot:
        return one.said.lot
    if one.said.is_renewal:
        return f"({year}{RENEWAL})" if year else f"({RENEWAL})"
    return f"({year})" if year else ""


def _part_equal_names(found: Sequence[Found]) -> None:
    """Contracts of one name that the table did not give are told apart by vendor, then by number."""
    groups: dict[tuple[str, str], list[Found]] = {}
    for one in found:
        groups.setdefault((one.first.group, one.entry.values["name"]), []).append(one)
    for (_, name), equal in groups.items():
        if len(equal) < 2 or not name or all(one.is_named for one in equal):
            continue
        vendors = Counter(one.first.vendor for one in equal)
        for number, one in enumerate(equal, start=1):
            if vendors[one.first.vendor] == 1 and one.first.vendor:
                one.entry.values["name"] = f"{name}（{one.first.vendor}）"
            elif number > 1:
                one.entry.values["name"] = f"{name}（{number}）"


def _link_renewals(found: Sequence[Found]) -> None:
    """A contract that renews another belongs under the one before it of the same group and vendor."""
    above: dict[tuple[str, str], Found] = {}
    for one in found:
        key = (one.first.group, one.first.vendor)
        is_renewal = one.said.is_renewal or RENEWAL in one.entry.values["name"]
        before = above.get(key)
        if is_renewal and before is not None and one.first.vendor:
            one.entry.refs["parent"] = before.entry
        above[key] = one


def _tell_fund(maker: Maker, lines: Sequence[Line]) -> list[Judgement]:
    if not lines or all(maker.fund_of(line) for line in lines):
        return []
    return [Judgement("fund", ERROR, saying("看不出这些合同属于哪个资金项目。请在上面选择"))]


def _tell_repeats(rows: Sequence[int], joining: str) -> list[Judgement]:
    if not rows:
        return []
    how = next(word(one.words) for one in JOINING if one.value == joining)
    said = saying("{0} 行与上一行同一项目、同一单位，没有付款和备注，按{1}读入", len(rows), how)
    cells = tuple((row, 0) for row in rows)
    return [Judgement(REPEATS, DOUBT, said, JOINING, joining, cells)]


def _tell_sums(maker: Maker, found: Sequence[Found]) -> list[Judgement]:
    """Contracts that the table names whose amount stands in several lines that are no items."""
    several = []
    for one in found:
        amounts = [line for line in one.lines if line.amount and not line.repeats and not line.item]
        if one.is_named and len(amounts) > 1 and maker.cells.has("contract.name"):
            several += [(line.row, maker.cells.index("contract.amount")) for line in amounts[1:]]
    if not several:
        return []
    said = saying("{0} 行没有合同名称而有合同金额，加到上面的合同里", len(several))
    return [Judgement("sums", DOUBT, said, cells=tuple(several))]


def _tell_cells(maker: Maker, lines: Sequence[Line]) -> list[Judgement]:
    told: list[Judgement] = []
    yearless = [one.head.text for one in maker.payments if not when_of(one.key) and not maker.is_dated(one)]
    if yearless:
        blank = saying("（未填）")
        said = saying("“{0}”没有写年份，按 {1} 年的付款读入", listing(yearless), maker.yearless or blank)
        told.append(Judgement(YEAR, DOUBT, said, _years(maker.year), maker.yearless))
    zeros = tuple((line.row, maker.cells.index("contract.amount")) for line in lines if line.fen == 0)
    if maker.cells.filled:
        names = sorted({maker.layout.columns[column].head.text for _, column in maker.cells.filled})
        said = saying(
            "合并或空着的单元格按上一行补齐：{0}，共 {1} 处", listing(names), len(maker.cells.filled)
        )
        told.append(Judgement("filled", HINT, said, cells=tuple(maker.cells.filled)))
    repeated = tuple((line.row, maker.cells.index("contract.amount")) for line in lines if line.repeats)
    if repeated:
        said = saying("{0} 行重复写着同一合同的金额，合同金额只计一次", len(repeated))
        told.append(Judgement("amounts", DOUBT, said, cells=repeated))
    if maker.summed:
        said = saying("{0} 份合同的付款分写在几行，按合同合计为一笔", len(maker.summed))
        told.append(Judgement("summed", HINT, said, cells=tuple(maker.summed)))
    if zeros:
        told.append(Judgement("zeros", HINT, saying("{0} 项金额为 0.00，照样导入", len(zeros)), cells=zeros))
    return told
