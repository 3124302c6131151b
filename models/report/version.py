"""A state of a report with the data it was made of: frozen once, or as it stands now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from models.report.blocks import Document

PlainRow = Mapping[str, Any]
"""A row as the JSON export writes it: English names, amounts in 万元 as exact texts."""


@dataclass(frozen=True, slots=True)
class Version:
    """The document, every table's rows as the JSON export has them, and the scores as `score --json`.

    `name` is what people call it: 征求意见稿（2019-07-02）, or 现在.
    """

    name: str
    document: Document
    tables: Mapping[str, Sequence[PlainRow]]
    scores: Mapping[str, Any]
