"""项目支出绩效自评表: the form of every fund, once there are objectives to be scored."""

from __future__ import annotations

from collections.abc import Iterator

from models.report.blocks import Block, PageBreak, Title
from models.report.material import Material
from models.report.self_evaluation import TITLE, form_body


def self_evaluations(material: Material) -> Iterator[Block]:
    """The forms, each from the top of a page; the annex's own title stands above the first."""
    if not material.records.live("objective"):
        return
    for number, form in enumerate(material.self_evaluations):
        if number:
            yield PageBreak()
            yield Title(TITLE)
        yield from form_body(material.records, material.project, form)
