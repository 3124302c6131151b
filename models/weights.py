"""The weights of the indicator table: their live sums, the branch that is off, and spreading the difference.

Weights here are as they are typed, before 不适用 indicators leave and the rest is scaled.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from models import figures, kinds, tree
from models.figures import ZERO
from models.records import Records
from models.sayings import listing, saying
from models.tree import Item, Role

WHOLE = Fraction(100)
EFFECTS = Fraction(60)
"""产出 and 效益 together weigh at least so much, as 财预〔2020〕10号 asks."""

HUNDREDTHS = 100
TOTAL = saying("分值合计")
"""How the notice about the total of all begins; it is the first one."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A row that adds up others: the sum of what is typed below it, and what is typed on itself, if anything.

    `difference` is what its leaves have to gain to make that: 0 where nothing is typed.
    """

    indicator: str
    name: str
    total: Fraction
    typed: Fraction | None

    @property
    def difference(self) -> Fraction:
        """What the leaves below lack (negative: have too much)."""
        return ZERO if self.typed is None else self.typed - self.total


@dataclass(frozen=True, slots=True)
class Weighing:
    """The live sums: `total` of all leaves, and `branches` in the order of the paper.

    `empty` are the leaves without a weight, `notices` say in Chinese what is wrong.
    """

    total: Fraction
    branches: tuple[Branch, ...]
    empty: tuple[str, ...]
    notices: tuple[str, ...]

    @property
    def difference(self) -> Fraction:
        """What the table lacks to make 100 (negative: has too much)."""
        return WHOLE - self.total

    @property
    def off(self) -> tuple[Branch, ...]:
        """The branches whose typed weight is not the sum of what is below."""
        return tuple(branch for branch in self.branches if branch.difference != 0)


@dataclass(frozen=True, slots=True)
class Spread:
    """New weights by indicator id, only those that change; or why there are none."""

    weights: Mapping[str, Decimal]
    reason: str = ""


def weighing(records: Records) -> Weighing:
    """The sums of the weights as they stand, with what is wrong about them."""
    roots = tree.build(records)
    leaves = [leaf for root in roots for leaf in _leaves(root)]
    total = _sum(leaves)
    branches = tuple(
        Branch(item.id, _name(item), _sum(list(_leaves(item))), figures.exact(item.row["weight"]))
        for root in roots
        for item in root.walk()
        if item.role is Role.BRANCH
    )
    empty = tuple(leaf.id for leaf in leaves if figures.exact(leaf.row["weight"]) is None)
    found = Weighing(total, branches, empty, ())
    return Weighing(total, branches, empty, tuple(_notices(found, roots, len(leaves))))


def effects(records: Records) -> Fraction | None:
    """What the level-1 indicators of 产出 and 效益 weigh together; None where the table has not both."""
    return _effects(tree.build(records))


def spread(
    records: Records,
    locked: Collection[str] = (),
    *,
    branch: str | None = None,
    total: Fraction | None = None,
) -> Spread:
    """Weights for the leaves that are not locked so that all of them make 100, each keeping its share.

    With `branch` only the leaves below it change, and they make `total`, else its typed weight. Shares are
    rounded to 0.01 by largest remainder, so the sum is met exactly; leaves without weight stay empty unless
    none has one, then all get the same.
    """
    roots = tree.build(records)
    if branch is not None:
        item = next((item for root in roots for item in root.walk() if item.id == branch), None)
        if item is None or item.role is not Role.BRANCH:
            return Spread({}, saying("所选的不是上级指标，不能在它下面分摊"))
        roots = (item,)
        total = figures.exact(item.row["weight"]) if total is None else total
        if total is None:
            return Spread({}, saying("“{0}”没有填分值，不知道下级应合计多少。请先填上", _name(item)))
    leaves = [leaf for root in roots for leaf in _leaves(root)]
    return _spread(leaves, frozenset(locked), WHOLE if total is None else total)


def _spread(leaves: Sequence[Item], locked: frozenset[str], total: Fraction) -> Spread:
    kept = _sum([leaf for leaf in leaves if leaf.id in locked])
    free = {leaf.id: figures.exact(leaf.row["weight"]) for leaf in leaves if leaf.id not in locked}
    if not free:
        reason = saying("没有可以调整的指标：末级指标都已锁定") if leaves else saying("还没有末级指标")
        return Spread({}, reason)
    if any(weight is not None and weight < 0 for weight in free.values()):
        return Spread({}, saying("有分值小于 0，不能分摊。请先改正"))
    rest = total - kept
    if rest < 0:
        over, whole = kinds.round_half_up(-rest), kinds.round_half_up(total)
        return Spread({}, saying("锁定的指标已超过 {0} 分，多 {1} 分。请解除部分锁定", whole, over))
    known = {key: weight for key, weight in free.items() if weight is not None and weight > 0}
    parts = known or dict.fromkeys(free, Fraction(1))
    if (rest * HUNDREDTHS).denominator != 1:
        reason = saying("要分摊 {0} 分，比 0.01 还细。请先把锁定的分值改为两位小数", figures.decimal(rest))
        return Spread({}, reason)
    shared = _largest_remainder(parts, int(rest * HUNDREDTHS))
    return Spread({key: weight for key, weight in shared.items() if Fraction(weight) != free[key]})


def _largest_remainder(parts: Mapping[str, Fraction], units: int) -> dict[str, Decimal]:
    whole = sum(parts.values(), ZERO)
    shares = {key: part * units / whole for key, part in parts.items()}
    counts = {key: share.numerator // share.denominator for key, share in shares.items()}
    spare = units - sum(counts.values())
    for key in sorted(shares, key=lambda key: counts[key] - shares[key])[:spare]:
        counts[key] += 1
    return {key: Decimal(count).scaleb(-2) for key, count in counts.items()}


def _leaves(item: Item) -> Iterator[Item]:
    if item.role is Role.LEAF:
        yield item
    elif item.role is Role.BRANCH:
        for child in item.children:
            yield from _leaves(child)


def _sum(leaves: Sequence[Item]) -> Fraction:
    return sum((figures.exact(leaf.row["weight"]) or ZERO for leaf in leaves), ZERO)


def _name(item: Item) -> str:
    return " ".join(str(item.row[name]) for name in ("code", "name") if item.row[name])


def _effects(roots: Sequence[Item]) -> Fraction | None:
    outputs = [root for root in roots if "产出" in _name(root)]
    benefits = [root for root in roots if "效益" in _name(root) and "产出" not in _name(root)]
    if not outputs or not benefits:
        return None
    return _sum([leaf for root in (*outputs, *benefits) for leaf in _leaves(root)])


def _notices(found: Weighing, roots: Sequence[Item], count: int) -> Iterator[str]:
    if count and found.difference:
        told = listing(f"{_name(root)} {kinds.round_half_up(_sum(list(_leaves(root))))}" for root in roots)
        total = kinds.round_half_up(found.total)
        yield saying("{0} {1}，比 100 {2}：{3}", TOTAL, total, _off(found.difference), told)
    for branch in found.off:
        typed, total = (kinds.round_half_up(each or ZERO) for each in (branch.typed, branch.total))
        off = _off(branch.difference)
        yield saying("“{0}”填了 {1} 分，下级合计 {2}，{3}", branch.name, typed, total, off)
    if found.empty:
        yield saying("{0} 个末级指标没有填分值", len(found.empty))
    together = _effects(roots)
    if together is not None and together < EFFECTS:
        yield saying("产出和效益合计 {0} 分，低于 60", kinds.round_half_up(together))


def _off(difference: Fraction) -> str:
    points = kinds.round_half_up(abs(difference))
    return saying("少 {0} 分", points) if difference > 0 else saying("多 {0} 分", points)
