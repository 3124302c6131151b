"""What remarks on contracts offer beside the table: payments, terms, prices, years that cannot be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from models import kinds
from models.sayings import saying
from models.untidy.contract_entries import Found, Maker, wan, yuan
from models.untidy.contract_lines import REMARK
from models.untidy.contract_remarks import Weighed, weighed
from models.untidy.grid import Cell
from models.untidy.reading import DOUBT, HINT, NO, YES, Judgement, Option, choice
from models.untidy.remarks import Paid, Term, read_remark, sections

_TAKE = (Option(YES, "导入"), Option(NO, "不导入"))
Told = tuple[Found, Weighed]


def share_sections(found: Sequence[Found], this_year: int) -> None:
    """A remark that speaks of several contracts in turn is cut, and each takes its part."""
    for at, one in enumerate(found):
        parts = sections(one.remark) if len(one.said.prices) > 1 else ()
        group = found[at : at + len(parts)]
        prices = [price.amount for price in one.said.prices]
        is_shared = len(parts) > 1 and prices == [each.fen for each in group]
        if is_shared and not any(each.remark for each in group[1:]):
            for each, part in zip(group, parts, strict=True):
                each.remark, each.said = part, read_remark(part, this_year)


class Offers:
    """Weighs the remarks against the table and puts what is taken among the entries."""

    def __init__(self, maker: Maker, choices: Mapping[str, str]) -> None:
        self._maker, self._choices = maker, choices
        self.judgements: list[Judgement] = []

    def take(self, found: Sequence[Found]) -> None:
        """Everything that the remarks of these contracts say."""
        told = [
            (one, weighed(one.said, one.fen, self._maker.paid_in_table(one))) for one in found if one.remark
        ]
        for one, _ in told:
            self._price(one)
            self._undated(one)
            if one.said.signed_on and not one.entry.values.get("signed_on"):
                one.entry.values["signed_on"] = one.said.signed_on
        told = [(one, self._without_slips(one, each)) for one, each in told]
        self._payments(told)
        self._terms(told)

    def _cell(self, one: Found) -> tuple[Cell, ...]:
        row = next(line.row for line in one.lines) if not any(line.remark for line in one.lines) else next(
            line.row for line in one.lines if line.remark)  # fmt: skip
        return ((row, self._maker.cells.index(REMARK)),)

    def _say(self, key: str, severity: str, sentence: str, one: Found, options: tuple[Option, ...] = (),
             chosen: str = "") -> None:  # fmt: skip
        said = saying("第 {0} 行{1}", self._maker.cells.grid.place(one.first.row)[1], sentence)
        self.judgements.append(Judgement(key, severity, said, options, chosen, self._cell(one)))

    def _price(self, one: Found) -> None:
        prices = one.said.prices
        if len(prices) != 1 or one.fen is None or prices[0].amount == one.fen:
            return
        key = f"price.{one.first.row}"
        options = (Option(YES, "记为申报合同金额"), Option(NO, "不记"))
        chosen = choice(self._choices, key, options, YES)
        if chosen == YES:
            one.entry.values["declared_amount"] = yuan(prices[0].amount)
        kept = saying("，备注的数记为申报合同金额") if chosen == YES else ""
        said = saying(
            "备注说合同总价 {0}，表中是 {1}。合同金额按表中的数{2}", wan(prices[0].amount), wan(one.fen), kept
        )
        self._say(key, DOUBT, said, one, options, chosen)

    def _without_slips(self, one: Found, told: Weighed) -> Weighed:
        """Name years that cannot be, with the likely one; the person may leave such a payment out."""
        for slip in told.slips:
            key = f"slip.{one.first.row}"
            if not slip.year:
                self._say(
                    key,
                    DOUBT,
                    saying("备注“{0}年”不是有效年份，没有读入付款 {1}", slip.written, wan(slip.amount)),
                    one,
                )
                continue
            options = (Option(YES, saying("按 {0} 年", slip.year)), Option(NO, "不读这一笔"))
            chosen = choice(self._choices, key, options, YES)
            as_read = saying("按 {0} 年读入", slip.year) if chosen == YES else saying("没有读入")
            said = saying("备注“{0}年”不是有效年份，付款 {1} {2}", slip.written, wan(slip.amount), as_read)
            self._say(key, DOUBT, said, one, options, chosen)
            if chosen == NO:
                kept = tuple(each for each in told.payments if each is not slip)
                told = replace(told, payments=kept)
        return told

    def _undated(self, one: Found) -> None:
        """A payment without a year is not read: it is told, where the table lists no payments itself."""
        if one.said.undated and not self._maker.payments:
            said = saying("备注说已支付 {0}，没有写年份，没有读入付款", wan(one.said.undated))
            self._say(f"undated.{one.first.row}", DOUBT, said, one)

    def _payments(self, told: Sequence[Told]) -> None:
        offered = [(one, paid) for one, each in told for paid in each.payments]
        if offered:
            key = "remarks.payments"
            chosen = choice(self._choices, key, _TAKE, YES)
            total = wan(sum(paid.amount for _, paid in offered))
            said = saying(
                "从备注读出表中没有列出的付款 {0} 笔，合计 {1}，与合同金额和表中付款不矛盾",
                len(offered),
                total,
            )
            cells = tuple(self._cell(one)[0] for one, _ in offered)
            self.judgements.append(Judgement(key, HINT, said, _TAKE, chosen, cells))
            self._pay(offered if chosen == YES else [])
        for one, each in told:
            if each.reason:
                self._refused(one, each)

    def _refused(self, one: Found, told: Weighed) -> None:
        """A remark that contradicts the table: both numbers, and what it adds only if the person wants it."""
        if not told.refused_payments:
            self._say(f"remark.{one.first.row}", DOUBT, saying("：{0}。按表中的数导入", told.reason), one)
            return
        key = f"remark.{one.first.row}"
        chosen = choice(self._choices, key, _TAKE, NO)
        how = saying("照样导入") if chosen == YES else saying("没有导入")
        said = saying("：{0}。备注里另有 {1} 笔付款{2}", told.reason, len(told.refused_payments), how)
        self._say(key, DOUBT, said, one, _TAKE, chosen)
        self._pay([(one, paid) for paid in told.refused_payments] if chosen == YES else [])

    def _pay(self, offered: Sequence[tuple[Found, Paid]]) -> None:
        for one, paid in offered:
            self._add(one, "payment", {"paid_on": paid.paid_on, "amount": yuan(paid.amount)})

    def _terms(self, told: Sequence[Told]) -> None:
        offered = [(one, term) for one, each in told for term in each.terms]
        if offered:
            key = "remarks.terms"
            chosen = choice(self._choices, key, _TAKE, YES)
            contracts = list(dict.fromkeys(one for one, _ in offered))
            said = saying("从备注读出 {0} 份合同的付款条款 {1} 条", len(contracts), len(offered))
            cells = tuple(self._cell(one)[0] for one in contracts)
            self.judgements.append(Judgement(key, HINT, said, _TAKE, chosen, cells))
            for one, term in offered if chosen == YES else ():
                self._add(one, "term", _values(term))
        for one, each in told:
            if each.term_reason:
                self._say(
                    f"terms.{one.first.row}",
                    DOUBT,
                    saying("备注的付款条款没有读入：{0}", each.term_reason),
                    one,
                )

    def _add(self, one: Found, table: str, values: dict[str, str]) -> None:
        made = self._maker.entry(table, self._cell(one)[0][0], under=REMARK)
        made.refs["contract"] = one.entry
        made.values = values
        self._maker.entries.append(made)


def _values(term: Term) -> dict[str, str]:
    values = {"condition": term.condition}
    if term.share is not None:
        values["share"] = kinds.canonical(term.share)
    if term.amount is not None:
        values["amount"] = yuan(term.amount)
    return values
