"""What is said about a formula that cannot be used."""

from __future__ import annotations

SHOWN = 24


class FormulaError(ValueError):
    """A mistake in a formula: a Chinese sentence, where it is (0-based character), the nearest known name."""

    def __init__(self, message: str, position: int, nearest: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.position = position
        self.nearest = nearest


def quoted(text: str) -> str:
    """The text as sentences may quote it: short, on one line, invisible characters by their number."""
    short = text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
    return "".join(char if char.isprintable() else f"〔U+{ord(char):04X}〕" for char in short)
