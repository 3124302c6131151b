"""What other chapters leave: what went well, papers not handed in, indicators without a score."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from models.evaluation import Node
from models.report.blocks import Run
from models.report.conclusion import STRONG, strong
from models.report.differences import OF_FUND, TOTAL, of_fund
from models.report.live.syntax import Field
from models.report.live.writing import line, of
from models.report.material import Material
from models.report.regulations import COUNT, made
from models.report.wording import Piece, listed, quoted, unended

HANDED_IN, IN_PART, NOT_HANDED_IN = "已提供", "部分提供", "未提供"


def practices(material: Material) -> Iterator[str]:
    """主要经验及做法: the aspects with nearly all their points, the regulations in force."""
    none = True
    if any(strong(material)):
        none = False
        yield line(
            f"从评分看，得分率达到{STRONG}%的方面有", Field("得分较高的方面"), "，有关做法可以继续坚持。"
        )
    if made(material.records.live("regulation")):
        none = False
        yield line(
            "制度建设方面，", Field("单位简称"), "已制定与项目管理有关的制度", COUNT, "项，项目管理有章可循。"
        )
    if none:
        yield line("尚未归纳主要经验及做法。")


def remaining(material: Material) -> Iterator[str]:
    """其他需要说明的问题: papers, differing declarations, indicators that were not scored."""
    yield line(Field("资料提供情况"))
    yield line(Field(TOTAL))
    yield line(Field("未计分指标"))
    yield line(Field("封顶和否决说明"))
    yield line(Field("其他事项结语"))


def own_remaining(material: Material) -> Iterator[str]:
    """The same where the unit reports itself: its own figures against the rows."""
    if not any(any(of_fund(material, fund)) for fund in material.funds):
        yield line("没有其他需要说明的情况。")
        return
    yield line("年初以来报送的资金情况表与付款、合同明细的汇总数有差异，说明如下：")
    yield from (line(of(material, "fund", fund, OF_FUND)) for fund in material.funds)


def papers(material: Material) -> Iterator[Piece]:
    """评价组索取资料26项，未提供5项（…）、部分提供1项（…），有关内容无法核实。"""
    rows = [row for row in material.records.live("request") if row["state"] != "不适用"]
    if not rows:
        return
    states = Counter(row["state"] for row in rows)
    source = ("request", rows[0]["id"], "state")
    yield from ("评价组索取资料", Run(f"{len(rows)}", source), "项，已提供")
    yield from (Run(f"{states[HANDED_IN]}", source), "项")
    for state in (IN_PART, NOT_HANDED_IN):
        if states[state]:
            names = listed(unended(row["name"]) for row in rows if row["state"] == state and row["name"])
            yield from (f"，{state}", Run(f"{states[state]}", source), f"项（{names}）" if names else "项")
    silent = len(rows) - sum(states[state] for state in (HANDED_IN, IN_PART, NOT_HANDED_IN))
    if silent:
        yield from ("，提供情况未登记", Run(f"{silent}", source), "项")
    yield "。"


def unscored(material: Material) -> Iterator[Piece]:
    """Which indicators do not count, and which are still open."""
    leaves = list(material.evaluation.leaves())
    absent = [node for node in leaves if node.absent]
    still_open = [node for node in leaves if not node.absent and node.score is None]
    if absent:
        yield f"指标{_names(absent)}不适用，不计入总分。"
    if still_open:
        yield f"指标{_names(still_open)}尚未评分"
        yield from ("，涉及", Run(f"{material.evaluation.open_points:f}", "未评分值"), "分。")


def _names(nodes: list[Node]) -> str:
    return "".join(quoted(unended(node.row["name"] or "未命名指标")) for node in nodes)


def closing_words(material: Material) -> Iterator[Piece]:
    """没有其他需要说明的问题。, where there was nothing else."""
    from_data = (papers, unscored)
    said = any(any(phrase(material)) for phrase in from_data) or material.evaluation.ceilings
    yield "除上述情况外，没有其他需要说明的问题。" if said else "没有其他需要说明的问题。"
