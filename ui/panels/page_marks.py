"""What is marked on the pages of the preview: the paragraph that is edited, and the words searched for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from ui.panels.report_pages import Layout, find

if TYPE_CHECKING:
    from ui.panels.preview import Preview

NEAR = 8
"""How many pages behind its heading a paragraph is looked for."""
END = 14
"""Characters by which the ends of a paragraph are found where it goes over the end of a page."""
LEFT, RIGHT = 79.4, 521.6
"""Where the lines of the text begin and end, in points."""

Places = tuple[str, str, list[tuple[int, list[QRectF]]]]
"""What was searched for, its words, and the places: page and rectangles in points."""


class PageMarks:
    """What one preview has to look up on its pages; the newest wish of each kind counts."""

    def __init__(self, preview: Preview) -> None:
        self._preview = preview
        self._wishes: dict[str, tuple[str, str]] = {}
        self._open: list[str] = []
        self._is_new = self._goes_along = False
        self.hits: list[tuple[int, list[QRectF]]] = []
        self.at = -1

    def want(self, kind: str, words: str, heading: str = "", *, show: bool = False) -> bool:
        """Wish for marks at these words, and perhaps to see them; False where they are the same as before."""
        wish = (words.strip(), heading)
        if self._wishes.get(kind) == wish:
            return False
        self._wishes[kind] = wish
        self._open.append(kind)
        self._is_new = self._is_new or kind == "hit"
        self._goes_along = show if kind == "edited" else self._goes_along
        return True

    def start_over(self) -> None:
        """The pages are new: look everything up again, the marks that are there stay until then."""
        self._open = list(self._wishes)

    def next_search(self, layout: Layout) -> Callable[[], Places] | None:
        """The next thing to look up, to be done beside the window."""
        if not self._open:
            return None
        kind = self._open.pop()
        self._open = [each for each in self._open if each != kind]
        words, heading = self._wishes[kind]
        if not words:
            return lambda: (kind, words, [])
        if kind == "edited":
            return lambda: (kind, words, _paragraph(layout, words, heading))
        return lambda: (kind, words, find(layout, words))

    def take(self, places: Places) -> None:
        """Show what was found."""
        kind, words, found = places
        if self._wishes.get(kind, ("",))[0] != words:
            return
        if kind == "edited":
            self._put("edited", found)
            if self._goes_along and found:
                self._show(found[0])
            self._goes_along = False
            return
        self.hits = found
        self._put("hit", found)
        self.at = min(max(self.at, 0), len(found) - 1) if not self._is_new else 0 if found else -1
        is_new, self._is_new = self._is_new, False
        self._choose(show=is_new)

    def step(self, by: int) -> None:
        """To the next place with the searched words, or the one before, round and round."""
        if self.hits:
            self.at = (self.at + by) % len(self.hits)
            self._choose(show=True)

    def _choose(self, *, show: bool) -> None:
        chosen = self.hits[self.at] if 0 <= self.at < len(self.hits) else None
        self._put("chosen", [chosen] if chosen is not None else [])
        if show and chosen is not None:
            self._show(chosen)
        self._preview.found.emit(self.at + 1, len(self.hits))

    def _show(self, place: tuple[int, list[QRectF]]) -> None:
        page, rects = place
        layout = self._preview.layout_now
        if rects and layout is not None and page < len(layout.sizes):
            self._preview.show_place(page, rects[0].y() / layout.sizes[page][1])

    def _put(self, kind: str, places: list[tuple[int, list[QRectF]]]) -> None:
        layout = self._preview.layout_now
        for number, sheet in enumerate(self._preview.sheets):
            if layout is None or number >= len(layout.sizes):
                continue
            width, height = layout.sizes[number]
            rects = [rect for page, found in places if page == number for rect in found]
            if kind == "edited" and rects:
                rects = [_united(rects)]
            parts = [
                QRectF(r.x() / width, r.y() / height, r.width() / width, r.height() / height) for r in rects
            ]
            sheet.show_marks(kind, parts)


def _united(rects: list[QRectF]) -> QRectF:
    whole = rects[0]
    for rect in rects[1:]:
        whole = whole.united(rect)
    return whole


def _paragraph(layout: Layout, words: str, heading: str) -> list[tuple[int, list[QRectF]]]:
    """Where a paragraph stands behind its heading; both its ends where it goes over the end of a page."""
    first, last = layout.headings.get(heading, 0), len(layout.sizes)
    near = range(first, min(first + NEAR, last))
    whole = find(layout, words, near)[:1]
    if whole or len(words) < 2 * END:
        return whole
    ends = find(layout, words[:END], near)[:1]
    if ends and ends[0][0] + 1 < last:
        ends += find(layout, words[-END:], [ends[0][0] + 1])[:1]
    return [(page, [_widened(rect) for rect in rects]) for page, rects in ends]


def _widened(rect: QRectF) -> QRectF:
    return QRectF(LEFT, rect.y(), RIGHT - LEFT, rect.height())
