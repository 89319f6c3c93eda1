"""A text in the three languages of the house."""

from __future__ import annotations

from typing import Final, NamedTuple

ZH_HANS: Final = "zh-Hans"
ZH_HANT: Final = "zh-Hant"
EN: Final = "en"
LANGUAGES: Final = (ZH_HANS, ZH_HANT, EN)


# A named tuple, as all of the model on the way to the first page: see entry.py.
class Text(NamedTuple):
    """One text in Simplified and Traditional Chinese and English; "" where it is missing."""

    zh_hans: str = ""
    zh_hant: str = ""
    en: str = ""

    def __bool__(self) -> bool:
        return bool(self.zh_hans or self.zh_hant or self.en)

    def own(self, language: str) -> str:
        """The text in exactly this language, "" if it is missing."""
        if language == EN:
            return self.en
        return self.zh_hant if language == ZH_HANT else self.zh_hans

    def told(self, language: str) -> str:
        """The text in this language, else in the nearest one that has it."""
        return self.own(language) or self.zh_hans or self.zh_hant or self.en

    def is_fallback(self, language: str) -> bool:
        """Whether `told` had to take another language: the screen then marks it."""
        return bool(self) and not self.own(language)
