"""What `zhanban` answers for totems: --kiosk, kiosk …, stats, pictures. Qt only where shown."""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Callable
from functools import partial

from app.base.words import Words
from app.content.seeds import ensure_content
from app.settings import Settings
from app.store.library import Library


def grammar(words: Words) -> Callable[[argparse.ArgumentParser], None]:
    """What may follow `zhanban kiosk`."""
    from app.kiosk import lockdown

    return partial(lockdown.add_arguments, words=words)


def lock_down(asked: argparse.Namespace, words: Words) -> int:
    """`zhanban kiosk install|check|undo|run`."""
    from app.kiosk import lockdown

    return lockdown.run(asked, words)


def serve(asked: argparse.Namespace) -> int:
    """`zhanban --kiosk`: until staff leave."""
    from app.kiosk.start import KioskOptions, run_kiosk

    return run_kiosk(KioskOptions(
        asked.data_dir, asked.chosen, asked.screen, asked.orientation, asked.idle,
        is_windowed=asked.windowed, size=asked.size,
    ))  # fmt: skip


def stats(asked: argparse.Namespace, words: Words) -> int:
    """`zhanban stats [--csv] [FILE …]`."""
    from app.kiosk.stats_report import run_stats

    with contextlib.closing(_library(asked)) as library:

        def name_of(entry_id: str) -> str:
            known = library.has(entry_id)
            return library.entry(entry_id).name.told(asked.lang) if known else ""

        return run_stats(asked.data_dir, words, csv=asked.csv, name_of=name_of,
                         merged=asked.files)  # fmt: skip


def picture(asked: argparse.Namespace) -> int:
    """`zhanban picture --kiosk`; the platform without a screen is chosen already."""
    from PySide6.QtCore import QSize

    from app.kiosk.picture import checked_place, save

    settings = Settings(language=asked.lang, theme=asked.theme or "light", reduced_motion=True)
    with contextlib.closing(_library(asked)) as library:
        route = checked_place(library, asked.open)
        size = QSize(*asked.size)
        save(library, route, size, asked.output, settings, ratio=asked.ratio)
    return 0


def _library(asked: argparse.Namespace) -> Library:
    return Library.open(ensure_content(asked.data_dir).path)
