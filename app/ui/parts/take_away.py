"""An entry as plain text to take away: names, lead, figures, statements and their sources."""

from __future__ import annotations

from app.base.words import Words
from app.model.entry import VERIFIED, Citation, Fact
from app.model.wording import amount_text, period
from app.store.library import Library


def as_text(library: Library, words: Words, entry_id: str) -> str:
    """Every line says only what the library says; targets and unverified facts are marked."""
    language = words.language
    entry = library.entry(entry_id)
    facts = library.facts(entry_id)
    head = [entry.name.told(language), entry.summary.told(language)]
    told = [_line(library, words, fact) for fact in facts]
    cited = [*library.citations(entry_id), *(one for fact in facts for one in fact.citations)]
    pack = library.pack
    foot = words("detail.take.pack", title=pack.title.told(language), version=pack.version)
    parts = ["\n".join(filter(None, head)), "\n".join(filter(None, told)),
             _sources(library, words, cited), foot]  # fmt: skip
    return "\n\n".join(filter(None, parts))


def _line(library: Library, words: Words, fact: Fact) -> str:
    language = words.language
    value = fact.text.told(language)
    if fact.amount is not None:
        unit = library.unit(fact.amount.unit)
        known = fact.amount.qualifier
        qualifier = library.qualifier(known) if known else None
        value = amount_text(fact.amount, unit, qualifier, language)
    if not value:
        return ""
    marks = []
    if fact.as_of:
        marks.append(words("detail.as-of", date=period(fact.as_of, "", language)))
    if fact.status == "target":
        marks.append(words("common.target"))
    if fact.check != VERIFIED:
        marks.append(words("common.unverified"))
    label = fact.title.told(language) or fact.label.told(language)
    told = words("detail.take.line", label=label, value=value)
    comma = words("detail.comma")
    return told + (words("detail.take.marks", marks=comma.join(marks)) if marks else "")


def _sources(library: Library, words: Words, cited: list[Citation]) -> str:
    places: dict[str, list[str]] = {}
    for one in cited:
        found = places.setdefault(one.source, [])
        if one.locator and one.locator not in found:
            found.append(one.locator)
    lines = []
    for source, where in places.items():
        entry = library.entry(source)
        dated = period(entry.start, entry.end, words.language)
        about = "; ".join(filter(None, [dated, *where]))
        lines.append(f"- {entry.name.told(words.language)}" + (f" ({about})" if about else ""))
    return "\n".join([words("detail.sources"), *lines]) if lines else ""
