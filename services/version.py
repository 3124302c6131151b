"""The one place where the program's version stands; installers, files and the About box take it from here."""

from __future__ import annotations

PROGRAM_VERSION = "0.1.0"
