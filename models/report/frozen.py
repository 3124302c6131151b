"""A document as plain data and back: exact, with every source, and nothing trusted that is read."""

from __future__ import annotations

from typing import Any

from models.report.blocks import Document
from models.report.shapes import BadShape, shape

FORMAT = 1
"""Raised when a field of a block changes its meaning; one that is added with a default is no new format."""


class BadDocument(ValueError):
    """Data that is no document; the message is a Chinese sentence that says why."""


def to_data(document: Document) -> dict[str, Any]:
    """The document as lists, dicts and texts that JSON carries without loss."""
    return {"format": FORMAT, "document": shape(Document).write(document)}


def from_data(data: Any) -> Document:
    """The document that `to_data` gave; BadDocument for anything else."""
    if not isinstance(data, dict) or type(data.get("format")) is not int:
        raise BadDocument("不是存档的报告")
    if data["format"] != FORMAT:
        raise BadDocument(f"报告存档的格式是第 {data['format']} 版，这个程序只认识第 {FORMAT} 版")
    try:
        document = shape(Document).read(data.get("document"))
    except BadShape as wrong:
        raise BadDocument(f"报告存档的内容不对：{wrong}") from None
    assert isinstance(document, Document)
    return document
