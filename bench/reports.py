"""A whole report of many sections and tables, beside the plainest program that writes the same texts.

Every run is a process of its own, measured from its start to its end; `python -m bench.reports` is one.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from bench import plain_reports
from bench.filling import Section, report_sections
from bench.measuring import Pair, Sizes

ROOT = Path(__file__).resolve().parent.parent
STATUS = Path("/proc/self/status")
"""Where Linux says how much memory a process took."""
CONTENTS = "--contents"
OURS, PLAIN = "ours", "plain"


def pairs(sizes: Sizes, folder: Path) -> Iterator[Pair]:
    """The time of both forms without and with contents, and the memory of the PDF where it can be known."""
    what = f"报告 {sizes.sections:,} 节、{sizes.table_rows:,} 行表"
    said = {"pdf": "reportlab Table，单元格不折行", "docx": "python-docx，逐格写入"}
    for form, more in (("pdf", ()), ("pdf", (CONTENTS,)), ("docx", ()), ("docx", (CONTENTS,))):
        mark = "，有目录" if more else ""
        # The plain Word program has no page numbers to put into contents.
        theirs = more if form == "pdf" else ()
        yield Pair(
            f"{form.upper()}：{what}{mark}（整个进程）",
            said[form],
            partial(_process, OURS, form, sizes, folder, *more),
            partial(_process, PLAIN, form, sizes, folder, *theirs),
        )
    if not STATUS.exists():
        return
    yield Pair(
        f"PDF：{what}，占用内存的峰值",
        said["pdf"],
        partial(_process, OURS, "pdf", sizes, folder),
        partial(_process, PLAIN, "pdf", sizes, folder),
        unit="KiB",
    )


def _process(who: str, form: str, sizes: Sizes, folder: Path, *more: str) -> int:
    """Write the report in a process of its own and give the most memory it held, in KiB."""
    out = folder / f"{who}.{form}"
    command = [
        sys.executable,
        "-m",
        "bench.reports",
        who,
        str(out),
        str(sizes.sections),
        str(sizes.table_rows),
    ]
    done = subprocess.run([*command, *more], cwd=ROOT, check=True, capture_output=True, text=True)
    return int(done.stdout)


def _ours(sections: list[Section], out: Path, *, contents: bool) -> None:
    from models.report.blocks import Block, Column, Document, Heading, Table, TableRow, para

    columns = [Column(each, 10, "right" if "金额" in each else "left") for each in plain_reports.TITLES]
    blocks: list[Block] = []
    for section in sections:
        rows = tuple(map(TableRow, section.rows))
        table = Table(section.heading, "万元", tuple(columns), rows)
        blocks += [Heading(2, section.heading), para(section.text), table]
    document = Document("测量", tuple(blocks), contents=contents)
    if out.suffix == ".pdf":
        from services.exporting.pdf import write_pdf

        write_pdf(document, out, bundled_only=True)
    else:
        from services.exporting.docx import write_docx

        write_docx(document, out)


def _peak() -> int:
    """The most memory this process held, in KiB; 0 where the system does not say."""
    lines = STATUS.read_text().splitlines() if STATUS.exists() else []
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0)


WRITERS: Mapping[tuple[str, str], Callable[..., None]] = {
    (OURS, ".pdf"): _ours,
    (OURS, ".docx"): _ours,
    (PLAIN, ".pdf"): plain_reports.write_pdf,
    (PLAIN, ".docx"): plain_reports.write_docx,
}


def main(who: str, out: str, sections: str, rows: str, *more: str) -> None:
    """Write one report and print the most memory that took."""
    path = Path(out)
    given = list(report_sections(int(sections), int(rows)))
    WRITERS[who, path.suffix](given, path, contents=CONTENTS in more)
    print(_peak())


if __name__ == "__main__":
    main(*sys.argv[1:])
