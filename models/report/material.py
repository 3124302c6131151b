"""What the chapters draw from: the rows, what follows from them, and the project's way of saying amounts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from models import figures
from models.checks.problem import Problem
from models.evaluation import Evaluation
from models.facts import Facts, charged_fund
from models.fields import Kind, Row
from models.figures import FactSet
from models.records import Records
from models.report.blocks import Run
from models.report.live.scope import ReportScope
from models.report.wording import Voice
from models.schema import SCHEMA
from models.self_evaluation import Form, forms

if TYPE_CHECKING:
    from models.report.live.quoting import Quoter

Marks = Mapping[tuple[str, str], str]
"""The numbers of chapters and annexes, by 章节 or 附件 and their key."""

NAMELESS = "未命名项目"
NAME = "名称"
"""The sentence, in the language of fields, that is just the name by which chapters call a row."""


@dataclass(frozen=True)
class Material:
    """The one argument of every chapter; `marks` are the numbers of the report that is being written."""

    records: Records
    evaluation: Evaluation
    problems: Sequence[Problem]
    marks: Marks = field(default_factory=lambda: MappingProxyType({}))

    @cached_property
    def voice(self) -> Voice:
        """Says amounts as the project's settings want them."""
        return Voice(self.records.money_unit, self.records.thousands)

    @cached_property
    def scope(self) -> ReportScope:
        """The names that live fields can quote."""
        return ReportScope(self.records, self.evaluation)

    @cached_property
    def forms(self) -> tuple[Form, ...]:
        """The self-evaluation form of every fund, its prose as it was typed."""
        return forms(self.records, self.facts)

    @cached_property
    def self_evaluations(self) -> tuple[Form, ...]:
        """The same as they are printed: the fields in their prose with their values."""
        return tuple(self._told(form) for form in self.forms)

    def _told(self, form: Form) -> Form:
        lines = (replace(line, row=self._spoken("objective", line.row)) for line in form.lines)
        return replace(form, fund=self._spoken("fund", form.fund), lines=tuple(lines))

    def _spoken(self, table: str, row: Row) -> Row:
        """The row with its prose as it is printed."""
        written = (field.name for field in SCHEMA[table].fields if field.kind is Kind.LONGTEXT)
        return {**row, **{name: self.said(row[name]) for name in written if row[name]}}

    @cached_property
    def quoter(self) -> Quoter:
        """Works out live fields."""
        from models.report.live.quoting import Quoter  # its phrases draw from the material themselves

        return Quoter(self)

    def said(self, text: str | None) -> str:
        """What people wrote in a row, as it is printed outside the chapters: its fields with their values."""
        return self.quoter.said(text) if text and "{" in text else text or ""

    @cached_property
    def project(self) -> Mapping[str, Any]:
        """The project's row; in a file without one, a row that says nothing."""
        return figures.project_row(self.records) or dict.fromkeys(
            field.name for field in SCHEMA["project"].fields
        )

    @property
    def facts(self) -> Facts:
        """Every fact of the evaluation."""
        return self.evaluation.facts

    @cached_property
    def funds(self) -> tuple[Row, ...]:
        """The live funds in people's order."""
        return self.records.live("fund")

    @cached_property
    def contracts(self) -> tuple[Row, ...]:
        """The live contracts of live funds, fund by fund."""
        return tuple(row for fund in self.funds for row in self.records.of("contract", "fund", fund["id"]))

    @property
    def year(self) -> str:
        """The budget year in words: 2018年."""
        return f"{self.project['year']}年" if self.project["year"] else "本年"

    @property
    def unit(self) -> str:
        """The evaluated unit by its full name."""
        return self.project["unit"] or "被评价单位"

    @property
    def short_unit(self) -> str:
        """The evaluated unit as the text names it after its first mention."""
        return self.project["unit_short"] or self.unit

    @property
    def kind(self) -> str:
        """What is evaluated: 专项资金, 项目支出 or 部门整体支出."""
        return self.project["kind"] or "专项资金"

    @property
    def money_line(self) -> str:
        """The unit above tables of amounts."""
        return self.voice.unit

    @cached_property
    def payments(self) -> Mapping[str | None, Sequence[Row]]:
        """The live payments by the fund that bears them."""
        found: dict[str | None, list[Row]] = {}
        for payment in self.records.live("payment"):
            found.setdefault(charged_fund(self.records, payment), []).append(payment)
        return found

    def of_fund(self, fund: Row) -> FactSet:
        """The facts of a fund."""
        return self.facts.funds[fund["id"]]

    def of_contract(self, contract: Row) -> FactSet:
        """The facts of a contract."""
        return self.facts.contracts[contract["id"]]

    def open_problems(self, check: str, table: str, row_id: str) -> tuple[Problem, ...]:
        """The problems of that check at that row which nobody has explained."""
        found = self._by_place.get((check, table, row_id), ())
        return tuple(each for each in found if not each.settled)

    @cached_property
    def _by_place(self) -> Mapping[tuple[str, str, str], Sequence[Problem]]:
        found: dict[tuple[str, str, str], list[Problem]] = {}
        for each in self.problems:
            found.setdefault((each.check, each.place.table, each.place.row), []).append(each)
        return found


def fund_name(fund: Row | None) -> str:
    """The name by which chapters call a fund."""
    return (fund["name"] or fund["short_name"] or fund["code"] or NAMELESS) if fund is not None else NAMELESS


def named_fund(_material: Material, fund: Row) -> Iterator[Run]:
    """The same as a piece that leads to the fund."""
    yield Run(fund_name(fund), ("fund", fund["id"], "name"))


def fund_source(fund: Row, name: str) -> tuple[str, str, str]:
    """Where a fund's fact comes from: the fund's row and the fact's name."""
    return "fund", fund["id"], name


def contract_source(contract: Row, name: str) -> tuple[str, str, str]:
    """Where a contract's fact comes from: the contract's row and the fact's name."""
    return "contract", contract["id"], name
