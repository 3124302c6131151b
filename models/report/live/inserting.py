"""What stands on a line of its own: tables, charts and passages that the data give."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from models.formula import UnknownName, nearest_name
from models.report.blocks import Chart, Table
from models.report.live.syntax import Insert, InsertKind
from models.report.material import Material
from models.sayings import saying, word

Give = Callable[[Material, str], Table | Chart | Iterable[str] | None]
"""Makes the table, chart or lines of a passage for an argument; None where there is nothing to show."""

Made = Table | Chart | tuple[str, ...] | None


class WrongInsert(LookupError):
    """An insert that names nothing; the message says what, and what it may have meant."""


class Inserts:
    """The inserts of one state of the data, each made once."""

    def __init__(self, material: Material, known: Mapping[tuple[InsertKind, str], Give]) -> None:
        self._material = material
        self._known = known
        self._made: dict[Insert, Made] = {}

    def make(self, insert: Insert) -> Made:
        """The table or chart, the lines of the passage, or None where there is nothing to show.

        WrongInsert says that it names nothing.
        """
        if insert not in self._made:
            self._made[insert] = self._give(insert)
        return self._made[insert]

    def names(self, kind: InsertKind) -> tuple[str, ...]:
        """What there is of that kind."""
        return tuple(name for each, name in self._known if each == kind)

    def known(self, insert: Insert) -> Give:
        """What makes the insert; WrongInsert where there is none of that name."""
        give = self._known.get((insert.kind, insert.name))
        if give is None:
            nearest = nearest_name(insert.name, self.names(insert.kind))
            meant = saying("，是不是“{0}”？", nearest) if nearest else saying("，请从“插入数据”里选")
            raise WrongInsert(saying("没有名为“{0}”的{1}{2}", insert.name, word(insert.kind), meant))
        return give

    def not_found(self, insert: Insert, unknown: UnknownName) -> WrongInsert:
        """What is to be said where the argument finds no row."""
        meant = saying("，是不是“{0}”？", unknown.nearest) if unknown.nearest else ""
        said = unknown.message or saying("找不到“{0}”{1}", unknown.name, meant)
        return WrongInsert(saying("{0}“{1}”：{2}", word(insert.kind), insert.name, said))

    def _give(self, insert: Insert) -> Made:
        give = self.known(insert)
        try:
            given = give(self._material, insert.argument)
        except UnknownName as unknown:
            raise self.not_found(insert, unknown) from None
        return given if given is None or isinstance(given, Table | Chart) else tuple(given)
