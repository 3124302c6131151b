"""From the usual Chinese sentence of a scoring rule to the rule's kind and parameters, as proposals.

A person confirms: nothing here changes a row. Every reading is one function; a new shape of sentence is
a pattern in one of them and a row in the table of cases.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType

from models.phrases.deductions import deduct, faults, trend
from models.phrases.judged import bands, experts, manual, points, yesno
from models.phrases.measured import linear, ratio
from models.phrases.sentence import LENGTH_LIMIT, Found, Sentence, read
from models.phrases.tiers import tiers
from models.rules import BadParameters, Parameters, parse_parameters, write_parameters
from models.sayings import saying

__all__ = ["CONFIDENCE", "LENGTH_LIMIT", "Proposal", "propose"]

MOST = 4
CONFIDENCE: Mapping[int, str] = MappingProxyType(
    {3: saying("明确"), 2: saying("较明确，请核对"), 1: saying("只是推测，请核对")}
)

_READINGS: tuple[Callable[[Sentence], Iterator[Found]], ...] = (
    bands, experts, linear, points, ratio, tiers, deduct, faults, trend, yesno, manual,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Proposal:
    """One reading of a sentence: a rule kind with checked parameters.

    `reason` says what was read and assumed, `confidence` how sure it is (`CONFIDENCE`), `unread` the clauses
    that it did not use, "" when all was used; `target` is a 标准值 that the sentence names.
    """

    kind: str
    parameters: Parameters
    reason: str
    confidence: str
    unread: str
    target: Fraction | None = None

    @property
    def stored(self) -> str:
        """The parameters as the text that an indicator stores."""
        return write_parameters(self.kind, self.parameters)


def propose(text: str, weight: Fraction | None = None) -> tuple[Proposal, ...]:
    """What a pasted rule sentence may mean, best first; nothing where no usual shape is recognised.

    `weight` is the indicator's 分值: shares of it in tiers (得满分, 得80%分值) need it. Never raises; a text
    of more than `LENGTH_LIMIT` characters is no sentence.
    """
    if not text.strip() or len(text) > LENGTH_LIMIT:
        return ()
    sentence = read(text, weight)
    found = [each for reading in _READINGS for each in reading(sentence)]
    ranked = sorted(found, key=lambda each: (-each.certainty, len(sentence.unread(each.spans))))
    proposals: dict[tuple[str, str], Proposal] = {}
    for each in ranked:
        proposal = _checked(sentence, each)
        if proposal is not None:
            proposals.setdefault((proposal.kind, proposal.stored), proposal)
    return tuple(proposals.values())[:MOST]


def _checked(sentence: Sentence, found: Found) -> Proposal | None:
    try:
        parameters = parse_parameters(found.kind, json.dumps(found.parameters, ensure_ascii=False))
    except BadParameters:
        return None
    unread = sentence.unread(found.spans)
    sure = found.certainty - 1 if unread and found.certainty > 1 else found.certainty
    return Proposal(found.kind, parameters, found.reason, CONFIDENCE[sure], unread, found.target)
