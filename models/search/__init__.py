"""Finding anything in a project by what a person types: texts, figures, dates, initials of pinyin.

`Query` knows what was typed, `SearchIndex` where it stands, `marked` which part of a shown text it is.
"""

from __future__ import annotations

from models.search.index import Hit, Hits, SearchIndex
from models.search.marking import Marked, marked
from models.search.query import Query

__all__ = ["Hit", "Hits", "Marked", "Query", "SearchIndex", "marked"]
