"""What one approved objective is worth on the self-evaluation form, by the form's own rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from types import MappingProxyType

from models import figures, kinds
from models.fields import Row
from models.figures import ZERO
from models.rules.wording import figure
from models.sayings import joined, saying, word

HUNDRED = Fraction(100)
QUALITATIVE = "定性"


@dataclass(frozen=True, slots=True)
class Band:
    """A qualitative conclusion: from how many percent of the points to how many it may earn."""

    least: Fraction
    most: Fraction
    words: str

    @property
    def middle(self) -> Fraction:
        """What counts while nobody typed a score: the middle of the band."""
        return (self.least + self.most) / 2


BANDS: Mapping[str, Band] = MappingProxyType(
    {
        "达成": Band(Fraction(80), HUNDRED, saying("100%—80%（含）")),
        "部分达成": Band(Fraction(60), Fraction(80), saying("80%—60%（含）")),
        "未达成": Band(ZERO, Fraction(60), "60%—0%"),
    }
)
"""达成年度指标、部分达成年度指标并具有一定效果、未达成年度指标且效果较差 (财预〔2020〕10号 第二十条)."""

RULES: Mapping[str, str] = MappingProxyType(
    {
        "≥": saying("完成值达到指标值得满分，未达到的按完成值与指标值之比计分"),
        "≤": saying("完成值不超过指标值得满分，超过的按指标值与完成值之比计分"),
        "=": saying("完成值等于指标值得满分，不等的按两者中较小的与较大的之比计分"),
        QUALITATIVE: saying(
            "按结论分三档：{0}",
            joined(saying("；"), [saying("{0} {1}", word(name), band.words) for name, band in BANDS.items()]),
        ),
    }
)

REACHED: Mapping[str, str] = MappingProxyType(
    {"≥": saying("达到"), "≤": saying("不超过"), "=": saying("等于")}
)


@dataclass(frozen=True, slots=True)
class Judged:
    """An objective's unrounded score with how it came about; None for `reason`."""

    row_id: str
    target_text: str
    actual_text: str
    rule: str = ""
    calculation: str = ""
    score: Fraction | None = None
    reason: str = ""
    notes: tuple[str, ...] = ()


def judge(row: Row) -> Judged:
    """What the objective is worth; a typed score counts instead of the computed one. Never raises."""
    blank = Judged(row["id"], target_text(row), actual_text(row), RULES.get(operator(row), ""))
    weight = figures.exact(row["weight"])
    if weight is None or weight < 0:
        return replace(blank, reason=saying("分值未填" if weight is None else "分值小于 0，请改正"))
    computed = _computed(row, blank, weight)
    typed = figures.exact(row["score"])
    return computed if typed is None else _typed(row, computed, weight, typed)


def operator(row: Row) -> str:
    """The 符号 of an objective; 定性 where none is chosen and nothing but a conclusion is given."""
    if row["operator"]:
        return str(row["operator"])
    return QUALITATIVE if row["attainment"] and row["target"] is None else ""


def target_text(row: Row) -> str:
    """The 年度指标值 as the form prints it: ≥2,200 篇; 定性 where there is none to measure."""
    if operator(row) == QUALITATIVE:
        return QUALITATIVE
    target = _quantity(row, "target")
    return f"{row['operator'] or ''}{target}" if target else ""


def actual_text(row: Row) -> str:
    """The 实际完成值 as the form prints it, or the qualitative conclusion."""
    if operator(row) == QUALITATIVE:
        return str(row["attainment"] or "")
    return _quantity(row, "actual")


def _quantity(row: Row, field: str) -> str:
    value = figures.exact(row[field])
    if value is None:
        return ""
    unit = (row["unit"] or "").strip().replace("％", "%")
    return f"{figure(value)}{'' if unit == '%' or not unit else ' '}{unit}"


def _computed(row: Row, blank: Judged, weight: Fraction) -> Judged:
    sign = operator(row)
    if sign == QUALITATIVE:
        return _banded(row, blank, weight)
    if not sign:
        return replace(blank, reason=saying("符号未填，不知道指标值是下限、上限还是定性"))
    target, actual = figures.exact(row["target"]), figures.exact(row["actual"])
    if target is None or actual is None:
        return replace(blank, reason=saying("年度指标值未填" if target is None else "实际完成值未填"))
    return _measured(blank, weight, sign, target, actual)


def _measured(blank: Judged, weight: Fraction, sign: str, target: Fraction, actual: Fraction) -> Judged:
    reached = {"≥": actual >= target, "≤": actual <= target, "=": actual == target}.get(sign)
    if reached is None:
        return replace(blank, reason=saying("符号“{0}”不认识，请选 ≥、≤、= 或 定性", sign))
    if reached:
        said = saying(
            "{0} {1}指标值 {2}，得满分 {3}",
            blank.actual_text,
            REACHED[sign],
            _bare(blank.target_text),
            figure(weight),
        )
        return replace(blank, score=weight, calculation=said)
    if target < 0 or actual < 0:
        return replace(blank, reason=saying("指标值和完成值有负数，不能按比例计分。请填写得分"))
    inverse = sign == "≤" or (sign == "=" and actual > target)
    over, under = (target, actual) if inverse else (actual, target)
    texts = (_bare(blank.target_text), blank.actual_text)
    shown = texts if inverse else (texts[1], texts[0])
    said = saying("{0} ÷ {1} × {2}", *shown, figure(weight))
    return replace(blank, score=weight * over / under, calculation=said)


def _bare(text: str) -> str:
    return text.lstrip("≥≤=")


def _banded(row: Row, blank: Judged, weight: Fraction) -> Judged:
    band = BANDS.get(row["attainment"] or "")
    if band is None:
        return replace(blank, reason=saying("定性结论未填"))
    said = saying(
        "{0}（{1}）：取档内中值 {2}% × {3}",
        word(row["attainment"]),
        band.words,
        figure(band.middle),
        figure(weight),
    )
    return replace(blank, score=weight * band.middle / HUNDRED, calculation=said)


def _typed(row: Row, computed: Judged, weight: Fraction, typed: Fraction) -> Judged:
    """The score that was typed, kept inside 0…weight, with the computed one beside it."""
    notes = []
    name = row["name"] or saying("未命名")
    score = min(max(typed, ZERO), weight)
    if score != typed:
        notes.append(
            saying(
                "“{0}”填写的得分 {1} 不在 0 到 {2} 之间，按 {3} 计",
                name,
                figure(typed),
                figure(weight),
                figure(score),
            )
        )
    band = BANDS.get(row["attainment"] or "") if operator(row) == QUALITATIVE else None
    share = score / weight * HUNDRED if weight else None
    if band is not None and share is not None and not _within(band, share):
        notes.append(
            saying(
                "“{0}”填写的得分是分值的 {1}%，不在“{2}”一档（{3}）内",
                name,
                figure(share),
                word(row["attainment"]),
                band.words,
            )
        )
    if computed.score is None:
        said = saying("按填写的得分 {0} 计", figure(score))
    else:
        rounded = kinds.round_half_up(computed.score)
        said = saying("按填写的得分 {0} 计（计算得分 {1}）", figure(score), rounded)
    return replace(computed, score=score, calculation=said, reason="", notes=tuple(notes))


def _within(band: Band, share: Fraction) -> bool:
    return band.least <= share < band.most or share == band.most == HUNDRED
