"""The twelve forms of a cover, one file each, by category."""

from collections.abc import Callable, Mapping
from typing import Final

from app.ui.art.forms import (
    ai,
    civic,
    data,
    display,
    edition,
    energy,
    machine,
    meta,
    net,
    org,
    project,
    source,
)
from app.ui.art.sheet import Sheet

FORMS: Final[Mapping[str, Callable[[Sheet], None]]] = {
    "net": net.paint,
    "ai": ai.paint,
    "display": display.paint,
    "meta": meta.paint,
    "data": data.paint,
    "machine": machine.paint,
    "civic": civic.paint,
    "energy": energy.paint,
    "project": project.paint,
    "org": org.paint,
    "edition": edition.paint,
    "source": source.paint,
}
WITHOUT_WATER: Final = frozenset({"edition", "source"})
