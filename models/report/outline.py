"""The chapters of a report: what the form proposes, what the evaluator made of them, in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from models.fields import Row
from models.records import Records

LEAD = "lead"
"""The key of what stands between the title and the first chapter."""
OWN = "own-"
"""How the keys of chapters begin that the evaluator added."""

GENRE = "绩效评价报告"
"""What an evaluation report's title ends in."""

MARK = "= "
HEAD = ": "
"""How the lines begin, before the first chapter, that say what sort of report the outline is for."""
KEYS = frozenset(
    (
        "circumstances", "background", "money", "progress", "regulations", "results", "findings", "advice",
        "conclusion", "analysis", "deviations", "use", "other",
    )
)  # fmt: skip
"""The chapters that fields can quote, of all forms that ship."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A chapter as a form proposes it; `text` is live text."""

    key: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Form:
    """An outline that a report can follow.

    `genre` is what its title ends in, `by_unit` whether the evaluated unit itself signs it.
    """

    name: str
    drafts: tuple[Draft, ...]
    genre: str = GENRE
    by_unit: bool = False


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter as it stands in this report.

    `automatic` is what the form and the data say now, `text` what is printed: the evaluator's words once
    the chapter is `edited`, then `base` is what the automatic text was. `number` is 0 for the lead and for
    what is left out of the report.
    """

    key: str
    title: str
    number: int
    text: str
    automatic: str
    base: str = ""
    edited: bool = False
    left_out: bool = False
    state: str = "待写"
    row_id: str = ""

    @property
    def is_own(self) -> bool:
        """Whether the evaluator added it: no form proposes a text for it."""
        return self.key.startswith(OWN)


def read_form(name: str, text: str) -> Form:
    """A form as its file has it: a line “= key title” begins a chapter, live text follows.

    In front of the chapters may stand “: 文种 绩效自评报告” and “: 落款 被评价单位”. ValueError for a file
    that does not begin with a chapter, or with one key twice.
    """
    drafts: list[Draft] = []
    lines: list[str] = []
    head = {}
    for written in [*text.splitlines(), MARK]:
        if not drafts and written.startswith(HEAD):
            word, _, value = written.removeprefix(HEAD).partition(" ")
            head[word] = value.strip()
            continue
        if not written.startswith(MARK):
            lines.append(written)
            continue
        if drafts:
            drafts[-1] = Draft(drafts[-1].key, drafts[-1].title, "\n".join(lines).strip())
        elif any(each.strip() for each in lines):
            raise ValueError(f"{name}: text before the first chapter")
        lines = []
        key, _, title = written.removeprefix(MARK).partition(" ")
        drafts.append(Draft(key, title.strip(), ""))
    drafts.pop()
    if len({each.key for each in drafts}) != len(drafts) or not drafts:
        raise ValueError(f"{name}: no chapters, or two of one key")
    return Form(name, tuple(drafts), head.get("文种") or GENRE, head.get("落款") == "被评价单位")


def arranged(records: Records, form: Form) -> list[tuple[Draft, Row | None]]:
    """The form's chapters and the evaluator's own in the order of this report, each with its row if any.

    A chapter keeps the form's place until somebody moves one: then all have places, and chapters that
    the form got later stand behind the one that they follow there.
    """
    rows = {row["key"]: row for row in records.live("section") if row["key"]}
    drafts = [(draft, rows.get(draft.key)) for draft in form.drafts]
    own = [row for key, row in rows.items() if key.startswith(OWN)]
    drafts += [(Draft(row["key"], row["title"] or "未命名", ""), row) for row in own]
    if not any(row is not None and row["place"] is not None for _, row in drafts):
        return drafts
    placed: list[tuple[tuple[int, int], tuple[Draft, Row | None]]] = []
    last = 0
    for number, (draft, row) in enumerate(drafts):
        last = row["place"] if row is not None and row["place"] is not None else last
        placed.append(((last, number), (draft, row)))
    return [each for _, each in sorted(placed, key=lambda one: one[0])]


def chapters(records: Records, form: Form, expand: Callable[[str], str]) -> Iterator[Chapter]:
    """The chapters in order; `expand` writes a draft out over the data."""
    number = 0
    for draft, row in arranged(records, form):
        left_out = bool(row is not None and row["left_out"])
        if draft.key != LEAD and not left_out:
            number += 1
        automatic = expand(draft.text)
        edited = row is not None and row["text"] is not None and (row["edited"] or draft.key.startswith(OWN))
        yield Chapter(
            draft.key,
            (row["title"] if row is not None else "") or draft.title,
            0 if left_out or draft.key == LEAD else number,
            row["text"] if row is not None and edited else automatic,
            automatic,
            (row["base"] or "") if row is not None and edited else "",
            bool(edited),
            left_out,
            (row["state"] if row is not None else "") or "待写",
            row["id"] if row is not None else "",
        )


def numbers(records: Records, form: Form) -> Sequence[tuple[str, int]]:
    """The numbers of the chapters by key, without writing any out."""
    return [(each.key, each.number) for each in chapters(records, form, lambda text: "") if each.number]
