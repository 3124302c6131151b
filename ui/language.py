"""The language of the window: Chinese as it is written, or English from resources/translations."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from services.resources import resource
from services.settings import Settings

CHINESE, ENGLISH = "zh", "en"
LANGUAGES: Mapping[str, str] = {CHINESE: "中文", ENGLISH: "English"}
"""The languages there are, each by its own name."""


def language_of(settings: Settings) -> str:
    """The language this person chose; Chinese where none is chosen, or one that does not exist."""
    chosen = settings.get("language")
    return chosen if chosen in LANGUAGES else CHINESE


def speak(app: QCoreApplication, language: str) -> None:
    """Let the application speak a language, Qt's own texts too; Chinese for one that is not known.

    Widgets that exist keep their words, so this comes before the window (`ui/windows.py`).
    """
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    english = language == ENGLISH
    country = QLocale.Country.UnitedKingdom if english else QLocale.Country.China
    QLocale.setDefault(QLocale(QLocale.Language.English if english else QLocale.Language.Chinese, country))
    of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    _install(app, "qtbase_en" if english else "qtbase_zh_CN", of_qt)
    if english:
        _install(app, "jiheng_en", str(resource("translations")))


def _install(app: QCoreApplication, name: str, folder: str) -> None:
    translator = QTranslator(app)
    if translator.load(name, folder):
        app.installTranslator(translator)
