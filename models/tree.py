"""The indicator tree: which rows are branches, leaves and 要点, and what each leaf weighs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from models.fields import Row
from models.figures import ZERO, exact
from models.records import Records
from models.sayings import saying

DEEPEST = 12
HUNDREDTHS = 10_000
"""How many hundredths of a point the whole table has: 100.00."""

UNASSESSABLE = "无法考核"
CYCLE = saying("上级关系成环，无法计分。请改正它的“上级”")
TOO_DEEP = saying("层级超过 {0} 层，无法计分。请把它移到上面的层级", DEEPEST)
STRAY = saying("要点下面还有下级，却另有评分规则，无法计分。请去掉下级，或把评分规则改为“要点”")


class Role(StrEnum):
    """What a row of the tree is: it adds up others, it is scored, or it is a 要点 of one that is."""

    BRANCH = "branch"
    LEAF = "leaf"
    POINT = "point"


@dataclass(frozen=True, slots=True)
class Item:
    """One row in its place; `fault` says why neither it nor anything under it can be scored.

    `unassessable` says that it, or a branch above it, is marked 无法考核.
    """

    row: Row
    level: int
    role: Role
    children: tuple[Item, ...]
    fault: str = ""
    unassessable: bool = False

    @property
    def id(self) -> str:
        """The row's id."""
        return str(self.row["id"])

    def walk(self) -> Iterator[Item]:
        """This item and all under it, in the order of the paper."""
        yield self
        for child in self.children:
            yield from child.walk()


def build(records: Records) -> tuple[Item, ...]:
    """The level-1 items of the live indicators.

    A row whose 上级 does not exist stands at level 1; rows that form a ring are put there with a fault.
    """
    rows = records.live("indicator")
    known = {row["id"] for row in rows}
    under: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        under[row["parent"] if row["parent"] in known else ""].append(row)
    grower = _Grower(under)
    roots = [grower.grow(row, 1, None, "") for row in under[""]]
    roots += [grower.grow(row, 1, None, CYCLE) for row in rows if row["id"] not in grower.placed]
    return tuple(roots)


class _Grower:
    """Places every row once."""

    def __init__(self, under: Mapping[str, Sequence[Row]]) -> None:
        self._under = under
        self.placed: set[str] = set()

    def grow(self, row: Row, level: int, parent: Role | None, fault: str, passed: bool = False) -> Item:
        self.placed.add(row["id"])
        passed = passed or row["state"] == UNASSESSABLE
        below = [child for child in self._under.get(row["id"], ()) if child["id"] not in self.placed]
        role = self._role(row, parent, bool(below))
        if below and level >= DEEPEST:
            return self._cut(row, level, role, fault or TOO_DEEP)
        if role is Role.POINT and below and row["rule"] not in (None, "points"):
            fault = fault or STRAY
        self.placed.update(child["id"] for child in below)
        children = tuple(self.grow(child, level + 1, role, fault, passed) for child in below)
        return Item(row, level, role, children, fault, passed)

    def _cut(self, row: Row, level: int, role: Role, fault: str) -> Item:
        pending = [row["id"]]
        while pending:
            found = [child["id"] for child in self._under.get(pending.pop(), ())]
            pending += [each for each in found if each not in self.placed]
            self.placed.update(found)
        passed = row["state"] == UNASSESSABLE
        return Item(row, level, Role.LEAF if role is Role.BRANCH else role, (), fault, passed)

    @staticmethod
    def _role(row: Row, parent: Role | None, has_children: bool) -> Role:
        if parent in (Role.LEAF, Role.POINT):
            return Role.POINT
        return Role.BRANCH if has_children and row["rule"] != "points" else Role.LEAF


@dataclass(frozen=True, slots=True)
class Weights:
    """What each leaf weighs by its id, None where nothing is typed; `scaled` once 不适用 ones have left."""

    of: Mapping[str, Fraction | None]
    absent: frozenset[str]
    scaled: bool


def weigh(roots: Sequence[Item]) -> Weights:
    """The leaves' weights: as typed, or scaled to 100.00 when some leaf that weighs is 不适用."""
    leaves = [leaf for root in roots for leaf in _leaves(root, absent=False)]
    absent = frozenset(item.id for item, left in leaves if left)
    typed = {item.id: exact(item.row["weight"]) for item, _ in leaves}
    staying = {key: weight for key, weight in typed.items() if key not in absent and weight is not None}
    left = sum((typed[key] or ZERO for key in absent), ZERO)
    whole = sum(staying.values(), ZERO)
    if left <= 0 or whole <= 0 or any(weight < 0 for weight in staying.values()):
        return Weights(typed, absent, scaled=False)
    return Weights({**typed, **_largest_remainder(staying, whole)}, absent, scaled=True)


def _leaves(item: Item, absent: bool) -> Iterator[tuple[Item, bool]]:
    absent = absent or item.row["state"] == "不适用"
    if item.role is Role.LEAF:
        yield item, absent
    elif item.role is Role.BRANCH:
        for child in item.children:
            yield from _leaves(child, absent)


def _largest_remainder(weights: Mapping[str, Fraction], whole: Fraction) -> dict[str, Fraction]:
    shares = {key: weight * HUNDREDTHS / whole for key, weight in weights.items()}
    units = {key: share.numerator // share.denominator for key, share in shares.items()}
    spare = HUNDREDTHS - sum(units.values())
    by_remainder = sorted(shares, key=lambda key: units[key] - shares[key])
    for key in by_remainder[:spare]:
        units[key] += 1
    return {key: Fraction(count, 100) for key, count in units.items()}
