"""Numbers the sources of one page in the order in which the page names them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from app.model.entry import VERIFIED, Citation


class SealText(NamedTuple):
    """What one seal stands for: the numbers it covers and the places cited."""

    first: int
    last: int
    citations: tuple[Citation, ...]
    verified: bool = True


class SealBook:
    """Made anew in every `enter`; every widget of the page gets the same one."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, source: str) -> int:
        """The number of a source on this page: the first time it is asked it gets the next."""
        return self._numbers.setdefault(source, len(self._numbers) + 1)

    def sources(self) -> tuple[tuple[int, str], ...]:
        """(number, source id) of all sources named so far, in order."""
        return tuple((number, source) for source, number in self._numbers.items())

    def seals(self, citations: Sequence[Citation], check: str = VERIFIED) -> tuple[SealText, ...]:
        """One seal per run of neighbouring numbers; what is not verified stands apart, dashed."""
        sure = [one for one in citations if check == VERIFIED and one.check == VERIFIED]
        rest = [one for one in citations if one not in sure]
        made = self._runs(sure, verified=True)
        return tuple(made + self._runs(rest, verified=False))

    def _runs(self, citations: Sequence[Citation], *, verified: bool) -> list[SealText]:
        cited: dict[int, list[Citation]] = {}
        for one in citations:
            cited.setdefault(self.number(one.source), []).append(one)
        runs: list[list[int]] = []
        for number in sorted(cited):
            if runs and (runs[-1][-1] == number - 1 or not verified):
                runs[-1].append(number)
            else:
                runs.append([number])
        return [
            SealText(run[0], run[-1], tuple(one for n in run for one in cited[n]), verified)
            for run in runs
        ]
