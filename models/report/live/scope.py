"""What a report's fields may quote: all that formulas may, and the scores, counts and words of the report."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from models import figures
from models.evaluation import Evaluation, Node, Role
from models.fields import Kind, Row
from models.figures import Fact, FactSet
from models.formula import FIGURES, Reference, UnknownName
from models.records import Records
from models.scope import COLLECTIONS, Collection, EvaluationScope

REPORT_COLLECTIONS: Mapping[str, Collection] = MappingProxyType(
    {
        **COLLECTIONS,
        "指标": Collection("indicator", ("code", "name")),
        "问题": Collection("finding", ("code", "title")),
        "建议": Collection("recommendation", ("title",)),
        "名单": Collection("roster", ("title",)),
        "支出": Collection("expense", ("name",)),
        "制度": Collection("regulation", ("title",)),
        "现场核查": Collection("visit", ("place",)),
    }
)
"""The rows that fields can quote; indicators' scores are of the report only, so that no formula circles."""

_WORD_OF: Mapping[str, str] = {
    **{each.table: word for word, each in REPORT_COLLECTIONS.items()},
    "figure": FIGURES,
}

COUNTED: Mapping[str, str] = MappingProxyType(
    {
        "资金项目数": "fund",
        "资金文件数": "allocation",
        "付款笔数": "payment",
        "问题数": "finding",
        "建议数": "recommendation",
        "制度数": "regulation",
        "佐证数": "evidence",
        "现场核查次数": "visit",
        "凭证抽查笔数": "voucher_check",
        "绩效目标数": "objective",
    }
)
"""How many rows there are of what; voided ones do not count."""

COUNTED_IN_STATE: Mapping[str, tuple[str, str]] = MappingProxyType(
    {"资料部分提供数": ("request", "部分提供"), "资料未提供数": ("request", "未提供")}
)
"""How many rows of what are in which state."""

COUNTED_OF_FUND: Mapping[str, str] = MappingProxyType({"绩效指标数": "objective", "资金文件数": "allocation"})
"""The same for the rows of one fund."""


class ReportScope(EvaluationScope):
    """The names of one evaluation as its report quotes them: rates as printed, scores, counts."""

    collections = REPORT_COLLECTIONS

    def __init__(self, records: Records, evaluation: Evaluation) -> None:
        super().__init__(records, evaluation.facts, printed=True)
        self._evaluation = evaluation
        scores = {fact.name: fact for fact in _scores(evaluation)}
        self._whole = ChainMap(dict(evaluation.facts.project), scores, _Counts(records))  # type: ignore[arg-type]

    def key_of(self, table: str, row: Row) -> str:
        """The code or name by which a field finds exactly this row, its id where it has none of its own."""
        word = _WORD_OF[table]
        if word == FIGURES:
            return str(row["name"] or "")
        for candidate in [str(row[field]) for field in self.collections[word].keys if row[field]]:
            try:
                if self.row(word, candidate)[1]["id"] == row["id"]:
                    return candidate
            except UnknownName:
                continue
        return str(row["id"])

    def written(self, table: str, row: Row) -> str:
        """The row as fields write it: 资金["F2"]."""
        return Reference(0, collection=_WORD_OF[table], key=self.key_of(table, row)).text

    def facts_of_row(self, table: str, row_id: str) -> FactSet:
        """The facts of a row that a field can quote, by name."""
        return self._facts_of(table, row_id)

    def whole_facts(self) -> FactSet:
        """The facts of the whole project that a field can quote, by name."""
        return self._whole

    def _facts_of(self, table: str, row_id: str) -> FactSet:
        if table == "fund":
            counts = (
                figures.count(name, of, self._records.of(of, "fund", row_id), "逐行计数")
                for name, of in COUNTED_OF_FUND.items()
            )
            return {fact.name: fact for fact in counts} | dict(super()._facts_of(table, row_id))
        if table != "indicator":
            return super()._facts_of(table, row_id)
        node = self._evaluation.index.get(row_id)
        return {} if node is None else {fact.name: fact for fact in _of_node(node)}


def _exact(points: Decimal | None) -> Fraction | None:
    return None if points is None else Fraction(points)


def _scores(evaluation: Evaluation) -> Iterator[Fact]:
    roots = tuple(("indicator", node.id) for node in evaluation.roots)
    yield Fact("总分", _exact(evaluation.total), Kind.NUMBER, "各指标得分合计", roots)
    yield Fact("未评分值", _exact(evaluation.open_points), Kind.NUMBER, "尚未评分的指标的分值合计", roots)
    yield Fact("满分", _exact(evaluation.weight), Kind.NUMBER, "各指标分值合计", roots)
    leaves = tuple(("indicator", node.id) for node in evaluation.leaves())
    yield Fact("评分指标数", Fraction(len(leaves)), Kind.INTEGER, "评分表里计分的指标", leaves)
    yield Fact("一级指标数", Fraction(len(roots)), Kind.INTEGER, "评分表的一级指标", roots)


class _Counts(Mapping[str, Fact]):
    """How many rows there are of what, counted when it is asked for: there may be very many."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def __getitem__(self, name: str) -> Fact:
        if name in COUNTED:
            table = COUNTED[name]
            return figures.count(name, table, self._records.live(table), "逐行计数")
        table, state = COUNTED_IN_STATE[name]
        rows = [row for row in self._records.live(table) if row["state"] == state]
        return figures.count(name, table, rows, f"状态为“{state}”的逐行计数")

    def __iter__(self) -> Iterator[str]:
        return iter((*COUNTED, *COUNTED_IN_STATE))

    def __len__(self) -> int:
        return len(COUNTED) + len(COUNTED_IN_STATE)


def _of_node(node: Node) -> Iterator[Fact]:
    rows = (("indicator", node.id),)
    score, weight = _exact(node.score), _exact(node.weight)
    yield Fact("得分", score, Kind.NUMBER, node.explanation.calculation_line, rows, node.reason)
    yield Fact("分值", weight, Kind.NUMBER, "", rows)
    yield Fact("失分", Fraction(node.lost), Kind.NUMBER, "分值 − 得分", rows)
    rate = score / weight * 100 if score is not None and weight else None
    yield Fact("得分率", rate, Kind.PERCENT, "得分 ÷ 分值", rows)
    if node.role is not Role.BRANCH:
        is_rate = node.row["unit"] == "%"
        kind = Kind.PERCENT if is_rate else Kind.NUMBER
        yield Fact("完成值", node.value, kind, node.explanation.value_line, rows, node.reason)
