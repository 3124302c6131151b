"""How vendors are named in little room."""

from __future__ import annotations

import re

_LEGAL_FORM = re.compile(r"(?<=.{4})(?:股份|集团)?(?:有限责任|股份有限|有限)公司(?=$|（|\()")


def without_legal_form(name: str) -> str:
    """A firm's name without its legal form, which most have and which tells nobody apart."""
    return _LEGAL_FORM.sub("", name)
