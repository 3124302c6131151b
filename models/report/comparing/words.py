"""Words that changed: paragraphs and headings that came, went or say something else, in reading order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from models.report.comparing.aligning import Pairs, Range, gaps, pairs
from models.report.comparing.clauses import reworded
from models.report.comparing.difference import NUMBER, Difference, listed, quoted
from models.report.comparing.lines import Line
from models.sayings import saying

ALIKE = 0.5
"""From this share of common pairs of characters on, two paragraphs are one that was changed."""
AHEAD = 12
"""How many paragraphs ahead its changed form is looked for."""
AROUND = 12
"""Characters beside a figure by which it is named."""
ENOUGH = 2
"""Letters that name a figure by themselves."""

_PARTS = re.compile(r"[，。；：、！？（）()《》“”\s]+")

Step = tuple[Line | None, Line | None]
"""A line and what became of it; None where there is none."""


def matched(before: Sequence[Line], after: Sequence[Line]) -> list[Step]:
    """Every line of both, those that belong together side by side, in the order of the later report."""
    found = pairs([line.key for line in before], [line.key for line in after])
    for same in (_by_skeleton, _by_likeness):
        found = sorted(
            found
            + [pair for gap in gaps(found, len(before), len(after)) for pair in same(before, after, *gap)]
        )
    steps: list[Step] = []
    first = start = 0
    for one, other in [*found, (len(before), len(after))]:
        steps += [(line, None) for line in before[first:one]]
        steps += [(None, line) for line in after[start:other]]
        if one < len(before):
            steps.append((before[one], after[other]))
        first, start = one + 1, other + 1
    return steps


def _by_skeleton(before: Sequence[Line], after: Sequence[Line], one: Range, other: Range) -> Pairs:
    inside = pairs(
        [line.skeleton for line in before[slice(*one)]], [line.skeleton for line in after[slice(*other)]]
    )
    return [(one[0] + ours, other[0] + theirs) for ours, theirs in inside]


def _by_likeness(before: Sequence[Line], after: Sequence[Line], one: Range, other: Range) -> Pairs:
    found: Pairs = []
    start = other[0]
    bigrams = {place: _bigrams(after[place]) for place in range(*other)}
    for place in range(*one):
        mine = _bigrams(before[place])
        best, at = ALIKE, -1
        for candidate in range(start, min(other[1], start + AHEAD)):
            if before[place].group == after[candidate].group:
                likeness = _likeness(mine, bigrams[candidate])
                best, at = (likeness, candidate) if likeness > best else (best, at)
        if at >= 0:
            found.append((place, at))
            start = at + 1
    return found


def _bigrams(line: Line) -> Counter[str]:
    text = str(line.skeleton)
    return Counter(text[at : at + 2] for at in range(len(text) - 1))


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0


def words(steps: Sequence[Step]) -> Iterator[Difference]:
    """What changed in words; tables are looked at elsewhere, but that one came or went is said here."""
    at = 0
    while at < len(steps):
        before, after = steps[at]
        line = after or before
        assert line is not None
        if before is not None and after is not None:
            yield from _changed(before, after)
            at += 1
            continue
        end = _section_end(steps, at, line)
        yield _moved(line, end - at, added=before is None)
        at = end


def _section_end(steps: Sequence[Step], at: int, line: Line) -> int:
    """Where what came or went together with a heading ends; a paragraph is alone."""
    end = at + 1
    while line.level and end < len(steps) and (steps[end][0] is None) == (steps[at][0] is None):
        if steps[end][0] is not None and steps[end][1] is not None:
            break
        below = steps[end][1] or steps[end][0]
        if below is None or 0 < below.level <= line.level or below.group == "annex":
            break
        end += 1
    return end


def _moved(line: Line, size: int, *, added: bool) -> Difference:
    text = line.text if line.level or line.group == "text" else _called(line)
    what = _came(line, quoted(text), size) if added else _went(line, quoted(text), size)
    before, after = ("", text) if added else (text, "")
    return Difference("words", line.place, text, before, after, size, saying("{0}：{1}", line.place, what))


def _came(line: Line, text: str, size: int) -> str:
    if line.level:
        said = saying("增加标题{0}", text)
        return saying("{0}及其下 {1} 段", said, size - 1) if size > 1 else said
    return saying("增加一段{0}", text) if line.group == "text" else saying("增加{0}", text)


def _went(line: Line, text: str, size: int) -> str:
    if line.level:
        said = saying("删去标题{0}", text)
        return saying("{0}及其下 {1} 段", said, size - 1) if size > 1 else said
    return saying("删去一段{0}", text) if line.group == "text" else saying("删去{0}", text)


def _called(line: Line) -> str:
    """What a table, chart or annex is called."""
    caption = getattr(line.block, "caption", "")
    return str(caption) or (line.marked if line.group == "annex" else line.place)


def _changed(before: Line, after: Line) -> Iterator[Difference]:
    if before.key == after.key:
        return
    if before.skeleton == after.skeleton:
        yield from _numbers(before, after) if after.group == "text" else (_redrawn(before, after),)
        return
    change = reworded(before.marked, after.marked, before.shown, after.shown)
    said: str = change.said
    if after.level:
        said = saying("标题{0}改为{1}", quoted(before.text), quoted(after.text))
    elif after.block is not None and after.group != "text":
        said = saying("{0}有改动：{1}", quoted(_called(after)), change.said)
    yield Difference(
        "words",
        after.place,
        after.text,
        change.before,
        change.after,
        1,
        saying("{0}：{1}", after.place, said),
    )


def _redrawn(before: Line, after: Line) -> Difference:
    """A block other than text, such as a chart, in which only figures changed."""
    ours, theirs = NUMBER.findall(before.marked), NUMBER.findall(after.marked)
    changes = [f"{one} → {other}" for one, other in zip(ours, theirs, strict=False) if one != other]
    name = quoted(_called(after))
    sentence = saying("{0}：{1}里的数字有改动，{2}", after.place, name, listed(changes))
    return Difference("figure", after.place, name, "", "", len(changes), sentence)


def _words_around(line: Line, start: int, end: int) -> str:
    """The words right before a figure, of few those behind it too; without any the words farther ahead."""
    *others, lead = _PARTS.split(line.shown(line.marked[:start]))
    behind = next(iter(_PARTS.split(line.shown(line.marked[end:]))))
    if _letters(lead) >= ENOUGH:
        return lead[-AROUND:]
    if not _letters(lead):
        farther = next((part for part in reversed(others) if _letters(part) >= ENOUGH), "")
        if farther:
            return farther[-AROUND:]
    return f"{lead}…{behind[:AROUND]}"


def _letters(part: str) -> int:
    """How many letters there are beside figures."""
    return sum(map(str.isalpha, NUMBER.sub("", part)))


def _numbers(before: Line, after: Line) -> Iterator[Difference]:
    """Figures without a source in words that are the same: each named by what stands before it."""
    changes: Counter[tuple[str, str, str]] = Counter()
    for (*_, old), (start, end, new) in zip(before.numbers, after.numbers, strict=False):
        was, now = before.shown(old), after.shown(new)
        if old != new and was != now:
            changes[_words_around(after, start, end), was, now] += 1
    for (name, was, now), count in changes.items():
        sentence = saying("{0}：{1} {2} → {3}", after.place, quoted(name), was, now)
        if count > 1:
            sentence = saying("{0}，{1} 处", sentence, count)
        yield Difference("figure", after.place, quoted(name), was, now, count, sentence)
