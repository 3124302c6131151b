"""The whole report: title, lead and chapters of its form, signature, annexes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from models.checks.problem import Problem
from models.evaluation import Evaluation
from models.records import Records
from models.report.annexes import annex_blocks, annexes
from models.report.blocks import Block, Document, annex_label
from models.report.conclusion import closing
from models.report.inserts import INSERTS
from models.report.live.inserting import Inserts
from models.report.live.rendering import Renderer
from models.report.material import Material
from models.report.opening import front
from models.report.outline import GENRE, LEAD, Chapter, Form, chapters, numbers
from models.report.wording import chapter, numeral


@dataclass(frozen=True)
class Report:
    """A report with what it is made of: its chapters as text, and each chapter's blocks by its key."""

    document: Document
    chapters: tuple[Chapter, ...]
    blocks: Mapping[str, tuple[Block, ...]]
    renderer: Renderer

    def with_text(self, chapter: Chapter, text: str) -> Document:
        """The document as it would be with another text of one chapter, while that is being typed."""
        old = self.blocks.get(chapter.key, ())
        if not old:
            return self.document
        whole = self.document.blocks
        at = next(number for number, block in enumerate(whole) if block is old[0])
        new = _blocks_of(replace(chapter, text=text), self.renderer)
        return replace(self.document, blocks=(*whole[:at], *new, *whole[at + len(old) :]))


def build(records: Records, evaluation: Evaluation, problems: Sequence[Problem], form: Form) -> Document:
    """The report of these rows as blocks; never raises for what is missing in them."""
    return compose(records, evaluation, problems, form).document


def compose(records: Records, evaluation: Evaluation, problems: Sequence[Problem], form: Form) -> Report:
    """The report with its chapters, for those who edit it."""
    material = _numbered(Material(records, evaluation, problems), form)
    behind = annexes(material, by_unit=form.by_unit)
    renderer = Renderer(material.quoter, Inserts(material, INSERTS))
    made = tuple(chapters(records, form, renderer.expanded))
    blocks = {each.key: tuple(_blocks_of(each, renderer)) for each in made if not each.left_out}
    project = material.project
    title = project["title"] or f"{material.year}{material.unit}{material.kind}{form.genre}"
    title = title.replace(GENRE, form.genre)
    whole = [*front(material, title, by_unit=form.by_unit)]
    for key in sorted(blocks, key=lambda each: each != LEAD):
        whole += blocks[key]
    whole += [*closing(material, [annex for annex, _ in behind], form), *annex_blocks(behind)]
    document = Document(
        title,
        tuple(whole),
        subject=f"{material.unit}{material.year}度{material.kind}{form.genre.removesuffix('报告')}",
        keywords=(form.genre.removesuffix("报告"), material.kind, material.year),
        author=(project["unit"] if form.by_unit else project["evaluator"] or project["commissioner"]) or "",
        contents=records.setting("report_contents") == "是",
    )
    return Report(document, made, blocks, renderer)


def _numbered(material: Material, form: Form) -> Material:
    """The material with the numbers that the chapters and annexes of this report have."""
    marks = {("章节", key): numeral(number) for key, number in numbers(material.records, form)}
    behind = annexes(material, by_unit=form.by_unit)
    marks |= {("附件", annex.title): annex_label(annex) for annex, _ in behind}
    return replace(material, marks=marks)


def _blocks_of(each: Chapter, renderer: Renderer) -> Iterator[Block]:
    if each.key == LEAD:
        yield from renderer.blocks(each.text, "lead")
        return
    yield chapter(each.number, each.title, each.key)
    yield from renderer.blocks(each.text)
