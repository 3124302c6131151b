"""Tables as units hand them over, from files and the clipboard, as grids of texts; nothing is evaluated."""

from __future__ import annotations

from services.reading.apart import read_foreign, read_sheets_apart
from services.reading.clipboard import clipboard_tables
from services.reading.files import READABLE, read_tables

__all__ = ["READABLE", "clipboard_tables", "read_foreign", "read_sheets_apart", "read_tables"]
