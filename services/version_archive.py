"""A frozen version as the bytes of an attachment and back: compressed JSON, bounded and checked when read."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from models.report import frozen
from models.report.frozen import BadDocument
from models.report.version import Version
from models.sayings import saying, sentence_of
from models.schema import SCHEMA
from services.errors import UserProblem

KIND, FORMAT = "jiheng-report-version", 1
LARGEST = 128_000_000
"""Bytes of JSON that are written, and taken when read."""
_GZIP = 31
_LEVEL = 6
_HEADINGS = ("stage", "title", "frozen_at", "frozen_by", "program_version")


@dataclass(frozen=True, slots=True)
class Frozen:
    """A report as it was frozen, with its data; `frozen_at` is the moment as ISO text with its time zone."""

    version: Version
    stage: str
    title: str
    frozen_at: str
    frozen_by: str
    program_version: str
    schema_version: int


def pack(made: Frozen) -> bytes:
    """The bytes to keep; UserProblem for a report too large to be read back."""
    content = {
        "kind": KIND,
        "format": FORMAT,
        **{name: getattr(made, name) for name in _HEADINGS},
        "schema_version": made.schema_version,
        "report": frozen.to_data(made.version.document),
        "tables": made.version.tables,
        "scores": made.version.scores,
    }
    text = json.dumps(content, separators=(",", ":"), sort_keys=True).encode("ascii")
    if len(text) > LARGEST:
        sizes = len(text) // 1_000_000, LARGEST // 1_000_000
        raise UserProblem(
            saying("报告和数据共 {0} MB，超过定稿能存的 {1} MB。请先导出报告和数据另存", *sizes)
        )
    packer = zlib.compressobj(_LEVEL, wbits=_GZIP)
    return packer.compress(text) + packer.flush()


def unpack(content: bytes, name: str) -> Frozen:
    """What `pack` kept; UserProblem, with the version's `name`, for anything else."""
    try:
        data = _parsed(_unpacked(content))
        return _frozen(data, name)
    except (BadDocument, ValueError, RecursionError, zlib.error) as wrong:
        why = sentence_of(wrong) if isinstance(wrong, BadDocument) else saying("内容不完整或被改动过")
        raise UserProblem(
            saying("报告版本“{0}”的存档读不了：{1}。请改用备份里的项目文件", name, why)
        ) from None


def _unpacked(content: bytes) -> bytes:
    unpacker = zlib.decompressobj(wbits=_GZIP)
    text = unpacker.decompress(content, LARGEST + 1)
    if len(text) > LARGEST:
        raise BadDocument(saying("解开后超过 {0} MB", LARGEST // 1_000_000))
    if not unpacker.eof or unpacker.unused_data:
        raise ValueError("cut off or continued")
    return text


def _parsed(text: bytes) -> Any:
    return json.loads(text.decode("ascii"), parse_float=_refused, parse_constant=_refused)


def _refused(number: str) -> NoReturn:
    raise ValueError(number)


def _frozen(data: Any, name: str) -> Frozen:
    if not isinstance(data, dict) or data.get("kind") != KIND:
        raise BadDocument(saying("不是报告版本"))
    if data.get("format") != FORMAT:
        raise BadDocument(saying("是较新的程序存的，请升级后再打开"))
    headings = {key: str(data[key]) for key in _HEADINGS if isinstance(data.get(key), str)}
    if len(headings) < len(_HEADINGS):
        raise ValueError("headings")
    if type(data.get("schema_version")) is not int:
        raise ValueError("schema_version")
    version = Version(name, frozen.from_data(data.get("report")), _tables(data), _scores(data))
    return Frozen(version, **headings, schema_version=data["schema_version"])


def _tables(data: Mapping[str, Any]) -> dict[str, list[dict[str, Any]]]:
    tables = data.get("tables")
    if not isinstance(tables, dict):
        raise ValueError("tables")
    for rows in tables.values():
        if not isinstance(rows, list) or not all(map(_is_row, rows)):
            raise ValueError("rows")
    return {name: rows for name, rows in tables.items() if name in SCHEMA}


def _is_row(row: Any) -> bool:
    return isinstance(row, dict) and isinstance(row.get("id"), str) and all(map(_is_plain, row.values()))


def _is_plain(value: Any) -> bool:
    return value is None or isinstance(value, str | int)


def _scores(data: Mapping[str, Any]) -> dict[str, Any]:
    """The scores with every figure a text or nothing; more than the comparison reads is not looked at."""
    scores = data.get("scores")
    if not isinstance(scores, dict):
        raise ValueError("scores")
    lines = [scores, *_lines(scores, "levels"), *_lines(scores, "indicators")]
    named = ("total", "grade", "open_points", "code", "name", "score", "weight", "value")
    if not all(_is_plain(line.get(key)) for line in lines for key in named):
        raise ValueError("scores")
    return scores


def _lines(scores: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    lines = scores.get(key, [])
    if not isinstance(lines, list) or not all(isinstance(line, dict) for line in lines):
        raise ValueError(key)
    return lines
