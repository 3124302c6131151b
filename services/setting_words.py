"""What may be typed for an adjustable figure of the evaluation, before it is kept as a `setting` row."""

from __future__ import annotations

from decimal import Decimal

from models.dates import BadValue
from models.defaults import SETTINGS, chosen, parse_bands
from models.fields import Field, Kind
from models.kinds import canonical, one_line, parse, short
from models.sayings import listing, saying, word


def setting_key(text: str) -> str:
    """The key that a person's word for a setting means; BadValue with what there is for an unknown one."""
    typed = text.strip()
    for key, declared in SETTINGS.items():
        if typed in (key, declared.label):
            return key
    known = listing(saying("{0}（{1}）", key, word(each.label)) for key, each in SETTINGS.items())
    raise BadValue(saying("没有名为“{0}”的项目设置。可用：{1}", short(typed), known))


def setting_value(key: str | None, text: str | None) -> str | None:
    """The text to keep for that setting, None for its default; BadValue for what makes no sense.

    A key that this version does not know keeps its text.
    """
    typed = one_line(text or "")
    declared = SETTINGS.get(key or "")
    if declared is None or not typed:
        return typed or None
    if declared.choices:
        choice = chosen(declared, typed)
        if choice not in declared.choices:
            raise BadValue(
                saying("{0}只能是：{1}", word(declared.label), listing(map(word, declared.choices)))
            )
        return choice
    return _bands(typed) if key == "bands" else _number(declared.label, typed)


def _bands(typed: str) -> str:
    if any(word not in typed or canonical(bound) not in typed for word, bound in parse_bands(typed)):
        said = SETTINGS["bands"].default
        raise BadValue(saying("“{0}”不是等次界限。请从高到低写到 0，如：{1}", short(typed), said))
    return typed


def _number(label: str, typed: str) -> str:
    value = parse(Field("value", label, Kind.PERCENT, minimum=Decimal(0)), typed)
    return canonical(Decimal(str(value)))
