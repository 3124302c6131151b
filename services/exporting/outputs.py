"""One way out for every file: what is written follows from the ending and from what was asked for."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, Unpack

from models import experts
from models.records import Records
from models.sayings import listing, saying, word
from models.schema import SCHEMA
from services.errors import UserProblem
from services.exporting.pace import Watch

if TYPE_CHECKING:
    from models.report.blocks import Document
    from models.report.material import Material
    from models.self_evaluation import Form

REPORT, TABLES, SELF_EVALUATION, EVIDENCE = "report", "tables", "self-evaluation", "evidence"
NATURAL: Mapping[str, str] = {".pdf": REPORT, ".docx": REPORT, ".xlsx": TABLES, ".json": TABLES}
WORDS: Mapping[str, str] = {
    REPORT: "报告",
    TABLES: "数据表",
    SELF_EVALUATION: "绩效自评表",
    EVIDENCE: "佐证材料目录",
}
PUBLIC = "公开版；"


class Writer(Protocol):
    """Writes one kind of file and says so in a sentence."""

    def __call__(self, records: Records, out: Path, fund: str, /, **watch: Unpack[Watch]) -> str:
        """Write the file; `fund` is empty where all are wanted."""


class DocumentWriter(Protocol):
    """Writes a document to one kind of file and says so in a sentence."""

    def __call__(self, document: Document, out: Path, note: str, /, **watch: Unpack[Watch]) -> str:
        """Write the file; `note` is said of it."""


def export_file(
    records: Records,
    out: Path,
    what: str | None,
    *,
    source: Path,
    fund: str = "",
    public: bool = False,
    **watch: Unpack[Watch],
) -> str:
    """Write the report or the tables to `out` and say what was written, as one Chinese sentence.

    `what` is report, tables, self-evaluation or evidence; None takes what the ending is made for.
    `source` is the project file, which is never overwritten. `fund` is the id of the one fund whose
    self-evaluation form is wanted, "" for all of them. A `public` report names no person. Long exports
    can be watched and stopped. Raises UserProblem, ExportCancelled among them; `out` is then as before.
    """
    ending = out.suffix.lower()
    asked = _check_kind(out, ending, what)
    _check_place(out, source)
    if asked == REPORT and ending in REPORT_WRITERS:
        document = _report(records, public=public)
        return REPORT_WRITERS[ending](document, out, PUBLIC if public else "", **watch)
    if public:
        raise UserProblem(
            saying("公开版只有 .pdf 和 .docx 的报告，{0}（{1}）没有公开版", word(WORDS[asked]), ending)
        )
    return WRITERS[asked, ending](records, out, fund, **watch)


def export_document(
    document: Document, out: Path, *, source: Path, note: str = "", **watch: Unpack[Watch]
) -> str:
    """Write a document that is made already, such as a frozen version, as .pdf or .docx.

    `note` is said of the file. Raises UserProblem; `out` is then as before.
    """
    ending = out.suffix.lower()
    if ending not in REPORT_WRITERS:
        raise UserProblem(
            saying("不能导出“{0}”：报告只能导出为 .pdf 或 .docx 文件。请换一个文件名", out.name)
        )
    _check_place(out, source)
    return REPORT_WRITERS[ending](document, out, note, **watch)


def _check_kind(out: Path, ending: str, what: str | None) -> str:
    """What is to be written; UserProblem where it is unknown or no file of that ending can hold it."""
    if ending not in NATURAL:
        raise UserProblem(
            saying(
                "不能导出“{0}”：不认识扩展名“{1}”。请用 .pdf 或 .docx（报告）、.xlsx 或 .json（数据表）",
                out.name,
                out.suffix,
            )
        )
    asked = what or NATURAL[ending]
    if asked not in WORDS:
        raise UserProblem(saying("不能导出“{0}”。可以导出的有：{1}", asked, "、".join(WORDS)))
    writers = (*((REPORT, each) for each in REPORT_WRITERS), *WRITERS)
    if (asked, ending) not in writers:
        *first, last = (each for kind, each in writers if kind == asked)
        fitting = saying("{0} 或 {1}", listing(first), last) if first else last
        raise UserProblem(
            saying("{0}不能导出为 {1} 文件。请把文件名改为 {2} 结尾", word(WORDS[asked]), ending, fitting)
        )
    return asked


def _check_place(out: Path, source: Path) -> None:
    if out.resolve() == source.resolve() or (out.exists() and source.exists() and out.samefile(source)):
        raise UserProblem(saying("不能导出到“{0}”：那是项目文件本身。请换一个文件名", out))
    if not out.parent.is_dir():
        raise UserProblem(
            saying("不能导出到“{0}”：文件夹“{1}”不存在。请先建立该文件夹，或换一个位置", out, out.parent)
        )
    if out.is_dir():
        raise UserProblem(saying("不能导出到“{0}”：那是一个文件夹。请换一个文件名", out))


def _report(records: Records, *, public: bool) -> Document:
    from models.checks import run
    from models.evaluation import evaluate
    from models.report.document import build
    from services.report_forms import form_of

    evaluation = evaluate(records)
    document = build(records, evaluation, run(records, evaluation), form_of(records))
    if not public:
        return document
    from models.report import masking

    return masking.public(document, {table: records.all(table) for table in SCHEMA})


def _material(records: Records) -> Material:
    """What annexes and their workbook draw from; they tell of no problems."""
    from models.evaluation import evaluate
    from models.report.material import Material

    return Material(records, evaluate(records), ())


def _write_report(document: Document, out: Path, note: str, **watch: Unpack[Watch]) -> str:
    from services.exporting.pdf import write_pdf

    used = write_pdf(document, out, **watch)
    return f"已导出 {out}（{note}{used.pages} 页；字体：{'；'.join(used.sentences())}）"


def _write_report_docx(document: Document, out: Path, note: str, **watch: Unpack[Watch]) -> str:
    from services.exporting.docx import write_docx

    faces = write_docx(document, out, **watch)
    return f"已导出 {out}（{note}Word 报告；{'；'.join(faces.sentences())}）"


def _write_report_book(records: Records, out: Path, _fund: str, **_: Unpack[Watch]) -> str:
    from services.exporting.report_book import write_report_book

    write_report_book(_material(records), out)
    return f"已导出 {out}（报告附表工作簿，得分、资金和合同表带公式，可以试算；改动不会写回项目）"


def _withheld(records: Records) -> str:
    count = experts.withheld(records)
    return f"；专家评分尚未公布，{count} 条评分没有写入" if count else ""


def _write_workbook(records: Records, out: Path, _fund: str, **watch: Unpack[Watch]) -> str:
    from services.exporting.xlsx import write_workbook

    write_workbook(records, out, **watch)
    return f"已导出 {out}（数据表工作簿{_withheld(records)}）"


def _write_json(records: Records, out: Path, _fund: str, **_: Unpack[Watch]) -> str:
    from services.exporting.json_tables import tables_json
    from services.exporting.pdf import write_whole

    text = json.dumps(tables_json(records), ensure_ascii=False, indent=1)
    write_whole(out, text.encode("utf-8", "surrogatepass") + b"\n")
    return f"已导出 {out}（数据表，JSON{_withheld(records)}）"


def _forms(records: Records, fund: str) -> Sequence[Form]:
    forms = _material(records).self_evaluations
    made = tuple(form for form in forms if fund in ("", form.fund["id"]))
    if not made:
        raise UserProblem(
            saying("项目里还没有资金项目，绩效自评表按资金项目编制。请先在“资金”页增加资金项目")
        )
    return made


def _write_forms_pdf(records: Records, out: Path, fund: str, **watch: Unpack[Watch]) -> str:
    from models.report.self_evaluation import build
    from services.exporting.pdf import write_pdf

    made = _forms(records, fund)
    used = write_pdf(build(records, made), out, **watch)
    return f"已导出 {out}（绩效自评表 {len(made)} 份，{used.pages} 页；字体：{'；'.join(used.sentences())}）"


def _write_forms_docx(records: Records, out: Path, fund: str, **watch: Unpack[Watch]) -> str:
    from models.report.self_evaluation import build
    from services.exporting.docx import write_docx

    made = _forms(records, fund)
    faces = write_docx(build(records, made), out, **watch)
    return f"已导出 {out}（绩效自评表 {len(made)} 份，Word 文档；{'；'.join(faces.sentences())}）"


def _write_forms_workbook(records: Records, out: Path, fund: str, **_: Unpack[Watch]) -> str:
    from services.exporting.self_evaluation_xlsx import write_self_evaluation

    made = _forms(records, fund)
    write_self_evaluation(records, made, out)
    return f"已导出 {out}（绩效自评表 {len(made)} 份）"


def _write_evidence_pdf(records: Records, out: Path, _fund: str, **watch: Unpack[Watch]) -> str:
    from models.report.annexes.evidence import build
    from services.exporting.pdf import write_pdf

    used = write_pdf(build(records), out, **watch)
    return f"已导出 {out}（{_listed(records)}，{used.pages} 页；字体：{'；'.join(used.sentences())}）"


def _write_evidence_docx(records: Records, out: Path, _fund: str, **watch: Unpack[Watch]) -> str:
    from models.report.annexes.evidence import build
    from services.exporting.docx import write_docx

    faces = write_docx(build(records), out, **watch)
    return f"已导出 {out}（{_listed(records)}，Word 文档；{'；'.join(faces.sentences())}）"


def _write_evidence_book(records: Records, out: Path, _fund: str, **_: Unpack[Watch]) -> str:
    from services.exporting.report_book import write_evidence_book

    write_evidence_book(_material(records), out)
    return f"已导出 {out}（{_listed(records)}）"


def _listed(records: Records) -> str:
    count = len(records.live("evidence"))
    return f"佐证材料目录 {count} 项" if count else "佐证材料目录，目前没有登记佐证材料"


REPORT_WRITERS: Mapping[str, DocumentWriter] = {
    ".pdf": _write_report,
    ".docx": _write_report_docx,
}

WRITERS: Mapping[tuple[str, str], Writer] = {
    (TABLES, ".xlsx"): _write_workbook,
    (TABLES, ".json"): _write_json,
    (REPORT, ".xlsx"): _write_report_book,
    (SELF_EVALUATION, ".pdf"): _write_forms_pdf,
    (SELF_EVALUATION, ".docx"): _write_forms_docx,
    (SELF_EVALUATION, ".xlsx"): _write_forms_workbook,
    (EVIDENCE, ".pdf"): _write_evidence_pdf,
    (EVIDENCE, ".docx"): _write_evidence_docx,
    (EVIDENCE, ".xlsx"): _write_evidence_book,
}
