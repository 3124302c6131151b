"""How an official report words things: numerals, lists, titles, periods, amounts, rates against standards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from models import figures, kinds
from models.dates import chinese_date
from models.fields import Kind
from models.figures import Fact
from models.report.blocks import Cell, Heading, Paragraph, ParagraphStyle, Run, Source

NUMERALS = "〇一二三四五六七八九"
NOTHING = "—"
YUAN_PER_WAN = 10_000
SENTENCE_ENDS = "。！？；：”）…"

Piece = str | Run
"""What a sentence is made of: words, or a figure with its source."""


@dataclass(frozen=True, slots=True)
class Share:
    """A named part of an amount, in 万元, and where it comes from."""

    name: str
    amount: Fraction
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """Says amounts in the project's unit at two decimals, with or without thousands separators."""

    unit: str = "万元"
    thousands: bool = True

    def amount(self, value: Fraction | None) -> str:
        """An amount of 万元 without its unit, as tables carry it; — for None."""
        if value is None:
            return NOTHING
        units = value if self.unit == "万元" else value * YUAN_PER_WAN
        return kinds.show_number(kinds.round_half_up(units), self.thousands)

    def number(self, value: Decimal) -> str:
        """A plain number with its own decimals."""
        return kinds.show_number(value, self.thousands)

    def money(self, value: Fraction | None, source: Source | None = None) -> Run:
        """An amount of 万元 with its unit, as sentences carry it."""
        return Run(NOTHING if value is None else f"{self.amount(value)}{self.unit}", source)

    def fact(self, fact: Fact, source: Source | None = None) -> Run:
        """A fact as a sentence quotes it; its own name is the source where none is given."""
        where = source or fact.name
        return self.money(fact.value, where) if fact.kind is Kind.MONEY else Run(fact.shown, where)

    def cell(self, fact: Fact, source: Source | None = None, *, joined: bool = False) -> Cell:
        """A fact as a table carries it."""
        text = self.amount(fact.value) if fact.kind is Kind.MONEY else fact.shown
        return Cell(text, source or fact.name, joined)

    def split(self, shares: Sequence[Share], whole: Fraction, lead: str = "其中：") -> tuple[Piece, ...]:
        """其中：… with every part; a rest is said, never hidden in a part."""
        if not shares:
            return ()
        pieces: list[Piece] = [lead]
        comma = separator(share.name for share in shares)
        for number, share in enumerate(shares):
            pieces += [comma if number else "", share.name, self.money(share.amount, share.source)]
        return (*pieces, *self._rest(shares, whole, comma))

    def _rest(self, shares: Sequence[Share], whole: Fraction, comma: str) -> Iterator[Piece]:
        rest = whole - sum((share.amount for share in shares), Fraction(0))
        if rest:
            yield from (f"{comma}未列明细", self.money(rest))
        amounts = [*(share.amount for share in shares), rest]
        printed = sum(map(self._printed, amounts), Decimal(0))
        gap = self._printed(whole) - printed
        if gap:
            yield f"（各项分别四舍五入，相加与合计相差{kinds.show_number(abs(gap))}{self.unit}）"

    def _printed(self, value: Fraction) -> Decimal:
        return kinds.round_half_up(value if self.unit == "万元" else value * YUAN_PER_WAN)


def numeral(number: int) -> str:
    """A counting numeral up to 99: 一, 十, 十一, 二十, 二十三; larger ones in figures."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    ten = "" if not tens else "十" if tens == 1 else f"{NUMERALS[tens]}十"
    return ten + (NUMERALS[ones] if ones or not tens else "")


def chapter(number: int, text: str, key: str) -> Heading:
    """A heading of the first level: 一、."""
    return Heading(1, f"{numeral(number)}、{text}", key)


def section(number: int, text: str) -> Heading:
    """A heading of the second level: （一）."""
    return Heading(2, f"（{numeral(number)}）{text}")


def item(number: int, text: str) -> Heading:
    """A heading of the third level: 1. ."""
    return Heading(3, f"{number}. {text}")


def listed(words: Iterable[str]) -> str:
    """Words in a row, parted by 、; titles in 《》 stand side by side without it."""
    return "、".join(word for word in words if word).replace("》、《", "》《")


def separator(names: Iterable[str]) -> str:
    """What parts names in a row: 、, or ， where a name has a 、 of its own."""
    return "，" if any("、" in name for name in names) else "、"


def titled(title: str) -> str:
    """A document's title in 《》, unless it has them or says more than a title."""
    return title if "《" in title else f"《{title}》"


def quoted(words: str) -> str:
    """A name in “”; quotation marks inside become ‘’."""
    return f"“{words.replace('“', '‘').replace('”', '’')}”"


def period(first: str | None, last: str | None) -> str:
    """于 … 至 …, the year of the end left out where it is the same; empty when neither is known."""
    if first and last:
        end = chinese_date(last)
        year = f"{first[:4]}年"
        same = first[:4] == last[:4] and end != year
        return f"{chinese_date(first)}至{end.removeprefix(year) if same else end}"
    if first:
        return f"{chinese_date(first)}起"
    return f"截至{chinese_date(last)}" if last else ""


def day(iso: str | None) -> str:
    """A date in official writing; — when it is not known."""
    return chinese_date(iso) if iso else NOTHING


def short_day(iso: str | None) -> str:
    """A date as narrow columns carry it: 2018.11.28; — when it is not known."""
    return ".".join(str(int(part)) for part in iso.split("-")) if iso else NOTHING


def ended(text: str) -> str:
    """The text as a whole sentence."""
    stripped = text.strip()
    return stripped if not stripped or stripped[-1] in SENTENCE_ENDS else f"{stripped}。"


def unended(text: str) -> str:
    """The text without its full stop, to go on behind it."""
    return text.strip().rstrip("。；，")


def sentence(*pieces: Piece, style: ParagraphStyle = "body") -> Paragraph:
    """A paragraph of words and figures; neighbouring words are one run."""
    runs: list[Run] = []
    for piece in pieces:
        run = Run(piece) if isinstance(piece, str) else piece
        if runs and isinstance(piece, str) and runs[-1].source is None and not runs[-1].bold:
            runs[-1] = Run(runs[-1].text + piece)
        elif run.text:
            runs.append(run)
    return Paragraph(tuple(runs), style)


def prose(text: str | None) -> tuple[Paragraph, ...]:
    """What people wrote, a paragraph for each of its lines; none for an empty text."""
    lines = (line.strip() for line in (text or "").splitlines())
    return tuple(sentence(line) for line in lines if line)


def against(rate: Fraction, standard: Fraction, *, low_is_bad: bool) -> str:
    """A rate beside its standard, the difference of the printed figures in 百分点."""
    shown, limit = Fraction(kinds.round_half_up(rate)), standard
    printed = shown if low_is_bad else abs(shown)
    gap = kinds.show_number(figures.decimal(abs(printed - limit)).quantize(Decimal("0.01")))
    said = kinds.show_rate(limit)
    if printed == limit:
        return f"与标准值{said}持平"
    return f"{'低于' if printed < limit else '超过'}标准值（{said}）{gap}个百分点"
