"""Two versions of a report compared in words: figures, texts, tables, scores and the data behind them."""

from __future__ import annotations

from models.report.comparing.difference import KINDS, Difference
from models.report.comparing.document import comparison_document
from models.report.comparing.figures import figures
from models.report.comparing.lines import lines
from models.report.comparing.naming import Naming
from models.report.comparing.rows import rows
from models.report.comparing.scores import scores, untold
from models.report.comparing.tables import tables
from models.report.comparing.words import matched, words
from models.report.version import Version

__all__ = ["KINDS", "Difference", "Version", "compare", "comparison_document"]


def compare(before: Version, after: Version) -> tuple[Difference, ...]:
    """What differs, kind by kind in the order of `KINDS`, each in the order of the later report.

    Nothing is said of what is the same; versions that are equal give nothing.
    """
    naming = Naming(before, after)
    ours, theirs = lines(before.document), lines(after.document)
    steps = matched(ours, theirs)
    scored = tuple(scores(before, after))
    found = [*figures(ours, theirs, naming), *words(steps)]
    found += [each for one, other in steps if one and other for each in tables(one, other)]
    found = [*scored, *untold(found, scored), *rows(before, after, naming)]
    places = {line.place: at for at, line in reversed(list(enumerate(theirs)))}
    kinds = list(KINDS)
    return tuple(sorted(found, key=lambda one: (kinds.index(one.kind), places.get(one.place, len(places)))))
