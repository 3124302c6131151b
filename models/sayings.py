"""Sentences that remember how they were made, so that a window can say them in another language."""

from __future__ import annotations


class Saying(str):
    """A Chinese sentence, which is all that papers and files need, with its template and what was put in."""

    template: str
    arguments: tuple[object, ...]


def saying(template: str, *arguments: object) -> Saying:
    """The sentence of a template with `{0}`, `{1}` …; an argument that is a saying stays one."""
    sentence = Saying(template.format(*arguments))
    sentence.template, sentence.arguments = template, arguments
    return sentence
