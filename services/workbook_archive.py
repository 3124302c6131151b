"""Whether a stranger's workbook or document can be read without harm, before it is read."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from models.sayings import saying
from services.errors import UserProblem

MEMBER_LIMIT = 10_000
UNPACKED_LIMIT = 300_000_000
RATIO_LIMIT = 200
RATIO_MATTERS_FROM = 20_000_000
LEGACY_LIMIT = 100_000_000
DOCUMENT_LIMIT = 60_000_000
"""Bytes of a legacy workbook, and of the text of a Word document, which is kept in memory as a tree."""

CELL_LIMIT = 12_000_000
"""Cells of the rectangle that a sheet's rows and columns span: readers keep all of it in memory."""

_ZIP_SIGNATURE = b"PK\x03\x04"
_OLE_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_FILLED_CELL = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Za-z]{1,9})(\d{1,12})"[^>]*(?<!/)>')


def check_workbook(path: Path) -> None:
    """UserProblem for what is no .xlsx, is locked, is damaged, or unpacks to more than any workbook holds."""
    with _explained(path, "Excel"):
        with path.open("rb") as file:
            start = file.read(8)
            if start == _OLE_SIGNATURE:
                raise UserProblem(_ole_sentence(path.name, file.read()))
        if not start.startswith(_ZIP_SIGNATURE):
            raise UserProblem(saying("“{0}”不是 Excel 工作簿。请选择 .xlsx 工作簿，或 CSV 表格", path.name))
        with zipfile.ZipFile(path) as archive:
            _check_sizes(path, archive.infolist())
            if "xl/workbook.xml" not in archive.namelist():
                said = saying(
                    "“{0}”不是完整的 Excel 工作簿（.xlsx）。请用 Excel 或 WPS 打开并另存为 .xlsx 再导入",
                    path.name,
                )
                raise UserProblem(said)
            _check_members(path, archive)


def check_legacy(path: Path) -> None:
    """UserProblem for what is no .xls, is locked, or is too big to be one."""
    with _explained(path, "Excel"), path.open("rb") as file:
        content = file.read(LEGACY_LIMIT + 1)
    if not content.startswith(_OLE_SIGNATURE):
        said = saying(
            "“{0}”不是旧版 Excel 工作簿（.xls）。请用 Excel 或 WPS 打开并另存为 .xlsx 再导入", path.name
        )
        raise UserProblem(said)
    if len(content) > LEGACY_LIMIT:
        raise UserProblem(saying("“{0}”超过 {1} MB。请拆分后再导入", path.name, LEGACY_LIMIT // 1_000_000))
    if _ENCRYPTED in content:
        raise UserProblem(_ole_sentence(path.name, content))


def check_document(path: Path) -> None:
    """UserProblem for what is no .docx, is locked, is damaged, or unpacks to more than any document holds."""
    with _explained(path, "Word"):
        with path.open("rb") as file:
            start = file.read(8)
        if not start.startswith(_ZIP_SIGNATURE):
            said = saying(
                "“{0}”不是 Word 文档（.docx），或有打开密码。请用 Word 或 WPS 另存为不带密码的 .docx 再导入",
                path.name,
            )
            raise UserProblem(said)
        with zipfile.ZipFile(path) as archive:
            _check_sizes(path, archive.infolist())
            texts = [each for each in archive.infolist() if each.filename.endswith((".xml", ".rels"))]
            if sum(each.file_size for each in texts) > DOCUMENT_LIMIT:
                raise _too_big(path, saying("文档"))
            for each in texts:
                archive.read(each)


@contextmanager
def _explained(path: Path, program: str) -> Iterator[None]:
    """Say of a file that cannot be read or unpacked what can be done about it."""
    try:
        yield
    except OSError as error:
        raise UserProblem(
            saying("“{0}”读不出来（{1}）。请核对文件是否还在、能否打开", path.name, error.strerror)
        ) from error
    except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, RuntimeError, EOFError) as error:
        raise UserProblem(
            saying("“{0}”已损坏，不能读取。请用 {1} 或 WPS 打开并重新保存", path.name, program)
        ) from error


def _ole_sentence(name: str, rest: bytes) -> str:
    if _ENCRYPTED in rest:
        return saying("“{0}”有打开密码，读不了。请在 Excel 或 WPS 中去掉密码、另存为 .xlsx 再导入", name)
    return saying("“{0}”是旧版 .xls 文件或加了密码。请在 Excel 或 WPS 中另存为不带密码的 .xlsx 再导入", name)


def _too_big(path: Path, kind: str = saying("工作簿")) -> UserProblem:
    said = saying(
        "“{0}”解压后大得不像{1}，为安全起见没有读取。请核对文件来源，或拆分后再导入", path.name, kind
    )
    return UserProblem(said)


def _check_sizes(path: Path, members: Sequence[zipfile.ZipInfo]) -> None:
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    swollen = unpacked > RATIO_MATTERS_FROM and unpacked > RATIO_LIMIT * max(packed, 1)
    if len(members) > MEMBER_LIMIT or unpacked > UNPACKED_LIMIT or swollen:
        raise _too_big(path)


def _check_members(path: Path, archive: zipfile.ZipFile) -> None:
    """Every member unpacks to what the directory says, and no cell stands absurdly far out."""
    for member in archive.infolist():
        content = archive.read(member)
        if b"sheetData" in content:
            _check_extent(path, member.filename, content)


def _check_extent(path: Path, name: str, content: bytes) -> None:
    rows = columns = 0
    for letters, digits in _FILLED_CELL.findall(content):
        rows, columns = max(rows, int(digits)), max(columns, _column(letters.upper()))
    if rows * columns > CELL_LIMIT:
        said = saying(
            "“{0}”里有一张工作表的内容散到第 {1} 行、第 {2} 列，为安全起见没有读取。"
            "请删去远处多余的内容（{3}）",
            path.name,
            rows,
            columns,
            Path(name).name,
        )
        raise UserProblem(said)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
