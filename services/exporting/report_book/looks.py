"""How the sheets of the report workbook look: formats, fills, borders, and which cells are for input."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

from services.exporting.sheet_look import HEADER_FILL, HEADER_INK, LINE

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

Look = Literal["text", "centre", "money", "rate", "points", "number"]
"""What a column holds."""
Role = Literal["title", "note", "unit", "head", "row", "branch", "group", "total"]
"""What a line is."""

FACE = "宋体"
GROUP_FILL, BRANCH_FILL, ENTRY_FILL = "D6E4EA", "EEF4F6", "FFF8DC"

_PLAIN: Mapping[str, Any] = {"font_name": FACE, "font_size": 10, "valign": "vcenter"}
_LOOKS: Mapping[Look, Mapping[str, Any]] = {
    "text": {"align": "left", "text_wrap": True},
    "centre": {"align": "center", "text_wrap": True},
    "money": {"align": "right"},
    "rate": {"align": "right", "num_format": "0.00%"},
    "points": {"align": "right", "num_format": "0.00"},
    "number": {"align": "center", "num_format": "0"},
}
_BORDER: Mapping[str, Any] = {"border": 1, "border_color": LINE}
_ROLES: Mapping[Role, Mapping[str, Any]] = {
    "title": {"font_size": 16, "bold": True, "align": "center"},
    "note": {"font_size": 9, "font_color": "5B6770", "align": "left", "text_wrap": True},
    "unit": {"font_size": 9, "font_color": "5B6770", "align": "right", "text_wrap": False},
    "head": {
        **_BORDER, "bold": True, "bg_color": HEADER_FILL, "font_color": HEADER_INK, "align": "center",
        "text_wrap": True,
    },
    "row": _BORDER,
    "branch": {**_BORDER, "bg_color": BRANCH_FILL},
    "group": {**_BORDER, "bold": True, "bg_color": GROUP_FILL},
    "total": {**_BORDER, "bold": True, "bg_color": GROUP_FILL, "top": 2, "top_color": HEADER_FILL},
}  # fmt: skip


class Looks:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Workbook, *, thousands: bool) -> None:
        self._book = book
        self._money = "#,##0.00" if thousands else "0.00"
        self._made: dict[tuple[Look, Role, bool, bool], Format] = {}

    def of(self, look: Look, role: Role = "row", *, entered: bool = False, quoted: bool = False) -> Format:
        """The format of such a cell.

        `entered` is for input: not locked, and in the colour of input. `quoted` is for a text that begins
        like a formula, which Excel then keeps as text even when somebody edits the cell.
        """
        key = (look, role, entered, quoted)
        if key not in self._made:
            money = {"num_format": self._money} if look == "money" else {}
            entry = {"locked": False, "bg_color": ENTRY_FILL} if entered else {}
            made = self._book.add_format({**_PLAIN, **_LOOKS[look], **money, **_ROLES[role], **entry})
            if quoted:
                made.set_quote_prefix()
            self._made[key] = made
        return self._made[key]
