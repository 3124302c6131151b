"""Sentences that remember how they were made, so that a window can say them in another language."""

from __future__ import annotations

from collections.abc import Iterable


class Saying(str):
    """A Chinese sentence, which is all that papers and files need, with its template and what was put in."""

    template: str
    arguments: tuple[object, ...]


def saying(template: str, *arguments: object) -> Saying:
    """The sentence of a template with `{0}`, `{1}` …; an argument that is a saying stays one."""
    sentence = Saying(template.format(*arguments))
    sentence.template, sentence.arguments = template, arguments
    return sentence


class Word(str):
    """A word that a declaration gives (a label, a choice, a unit) where it stands in a saying."""


def word(declared: str) -> Word:
    """The declared word as an argument of a saying, which a window says in its own language as well."""
    return Word(declared)


class Calculation(str):
    """A calculation or a reason in which facts stand by their names, where it stands in a saying."""

    made: str


def calculation(text: str) -> Calculation:
    """The calculation as an argument of a saying, in which a window names each fact in its own language."""
    kept = Calculation(text)
    kept.made = text
    return kept


def joined(sign: str, parts: Iterable[str]) -> Saying:
    """Parts one after another with a sign between them; parts and sign that are sayings stay ones."""
    pieces: list[str] = []
    for part in parts:
        pieces += [sign, part] if pieces else [part]
    return saying("".join(f"{{{at}}}" for at in range(len(pieces))), *pieces)


def listing(parts: Iterable[str], between: str = "、") -> Saying:
    """Several words, or with “；” sentences, one after another, each of them still a saying or a word."""
    return joined(saying("；") if between == "；" else saying("、"), parts)


def sentence_of(error: BaseException) -> str:
    """What an error says, as the saying that it was given."""
    first = error.args[0] if error.args else ""
    return first if isinstance(first, str) else str(error)
