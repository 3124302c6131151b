"""A chapter beside its proposal: what is new there, and where the evaluator's words differ from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication

from models.report.live.merging import Offer, offers, take
from models.report.outline import Chapter
from services.chapters import ChapterDoor
from ui.panels.chapter_compare import Place, Version
from ui.panels.live_words import LiveWords

Do = Callable[[Callable[[], object]], object]
"""Carries out an edit and says what keeps it from being done."""


class ChapterReview:
    """One chapter with what is offered to it."""

    def __init__(self, chapter: Chapter, words: LiveWords, door: ChapterDoor, do: Do) -> None:
        self._chapter, self._words, self._door, self._do = chapter, words, door, do
        compares = chapter.edited and not chapter.is_own
        self.offers = offers(chapter.base, chapter.text, chapter.automatic) if compares else ()
        self.differences = offers(chapter.text, chapter.text, chapter.automatic) if compares else ()

    def offered(self) -> list[Place]:
        """The places where something new is proposed."""
        return [self._offered(each) for each in self.offers]

    def _offered(self, offer: Offer) -> Place:
        before, now, mine = map(self._shown, (offer.before, offer.now, offer.mine))
        versions = [Version(_tr("改写时"), before), Version(_tr("现在的说法"), now, before)]
        if offer.touched:
            versions.append(Version(_tr("我写的"), mine, before))
        choices = (
            (_tr("采用"), partial(self._do, partial(self._door.take, self._chapter, offer))),
            (_tr("不采用"), partial(self._do, partial(self._door.decline, self._chapter, offer))),
        )
        return Place(versions, choices)

    def differing(self) -> list[Place]:
        """The places where the evaluator's words are not the automatic ones."""
        return [self._differing(each) for each in self.differences]

    def _differing(self, offer: Offer) -> Place:
        automatic, mine = self._shown(offer.now), self._shown(offer.mine)
        versions = (Version(_tr("数据生成"), automatic), Version(_tr("我写的"), mine, automatic))
        text = take(self._chapter.text, self._chapter.text, offer)[1]
        run = partial(self._do, partial(self._door.write_text, self._chapter, text))
        return Place(versions, ((_tr("采用数据生成的"), run),))

    def _shown(self, lines: Sequence[str]) -> list[str]:
        return [self._words.plain(line) for line in lines]


def _tr(text: str) -> str:
    return QCoreApplication.translate("ChapterReview", text)
