"""The grammar of the command line; its help is told in the language of the interface."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final, NoReturn

from app.base import paths
from app.base.errors import AppError
from app.base.words import Words

LARGEST_PICTURE: Final = 10_000
MOST_HITS: Final = 10_000
SHORTEST_IDLE: Final = 10
LONGEST_IDLE: Final = 600
EXPORTS: Final = ("json", "csv", "ics")


class Parser(argparse.ArgumentParser):
    """Tells wrong use as an AppError, so that it is one line in the right language."""

    def error(self, message: str) -> NoReturn:
        """argparse's own complaint."""
        raise AppError("wrong-use", cause=message)


def make_parser(
    words: Words, version: str, kinds: Sequence[str], languages: Sequence[str],
    themes: Sequence[str], add_kiosk: Callable[[argparse.ArgumentParser], None] | None = None,
) -> Parser:  # fmt: skip
    """The whole grammar; `add_kiosk` says what may follow `zhanban kiosk`."""
    say = _Help(words)
    parser = Parser(
        prog="zhanban", description=say("zhanban"), add_help=False, allow_abbrev=False,
        epilog=say("epilog"), formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.set_defaults(command="", kind="")
    _add_common(parser, say, languages, first=True)
    add = parser.add_argument
    add("--version", action="version", version=f"zhanban {version}", help=say("version"))
    add("--theme", type=_one_of("--theme", themes), metavar="|".join(themes), help=say("theme"))
    add("--open", default="home", metavar="KIND/ID", help=say("open"))
    add("--full-screen", action="store_true", help=say("full-screen"))
    add("--self-test", action="store_true", help=say("self-test"))
    _add_kiosk_options(parser, say)
    commands = parser.add_subparsers(title=say("commands"), metavar="", prog="zhanban")
    _add_answers(commands, say, kinds, languages)
    _add_pack(commands, say, languages)
    _add_picture(commands, say, languages, themes)
    _add_desktop(commands, say, languages)
    kiosk = _command(commands, "kiosk", say, languages)
    if add_kiosk is not None:
        add_kiosk(kiosk)
    stats = _command(commands, "stats", say, languages)
    stats.add_argument("files", type=Path, nargs="*", metavar="FILE", help=say("files"))
    stats.add_argument("--csv", action="store_true", help=say("csv"))
    return parser


class _Help:
    """Help texts by option or command."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def __call__(self, name: str) -> str:
        return self._words(f"cli.help.{name}").replace("%", "%%")


def _add_common(
    parser: argparse.ArgumentParser, say: _Help, languages: Sequence[str], *, first: bool = False
) -> None:
    """Options that stand before or behind a command."""
    parser._optionals.title = say("options")  # argparse has no public way to say it
    parser.add_argument("-h", "--help", action="help", help=say("help"))
    parser.add_argument(
        "--lang", type=_one_of("--lang", languages), metavar="|".join(languages),
        default="" if first else argparse.SUPPRESS, help=say("lang"),
    )  # fmt: skip
    parser.add_argument(
        "--data-dir", type=Path, metavar="DIR", help=say("data-dir"),
        default=paths.default_data_dir() if first else argparse.SUPPRESS,
    )  # fmt: skip


def _add_kiosk_options(parser: argparse.ArgumentParser, say: _Help) -> None:
    """How a totem opens; what is left out is as its staff set it."""
    add = parser.add_argument
    add("--kiosk", action=argparse.BooleanOptionalAction, default=None, help=say("kiosk-mode"))
    add("--windowed", action="store_true", help=say("windowed"))
    add("--size", type=_size, default=(1080, 1920), metavar="1080x1920", help=say("window-size"))
    add("--screen", default="", metavar="N", help=say("screen"))
    ways = ("auto", "portrait", "landscape")
    add("--orientation", type=_one_of("--orientation", ways), default="", metavar="|".join(ways),
        help=say("orientation"))  # fmt: skip
    add("--idle", type=_seconds, default=0, metavar="SECONDS", help=say("idle"))


def _command(
    commands: Any, name: str, say: _Help, languages: Sequence[str]
) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(
        name, help=say(name), description=say(name), add_help=False, allow_abbrev=False
    )
    _add_common(parser, say, languages)
    parser.set_defaults(command=name)
    return parser


def _add_answers(commands: Any, say: _Help, kinds: Sequence[str], languages: Sequence[str]) -> None:
    find = _command(commands, "find", say, languages)
    find.add_argument("text", metavar="TEXT", help=say("text"))
    find.add_argument("--limit", type=_limit, default=20, metavar="N", help=say("limit"))
    find.add_argument("--kind", type=_one_of("--kind", kinds), default="", metavar="KIND",
                      help=say("kind"))  # fmt: skip
    find.add_argument("--json", action="store_true", help=say("json"))
    show = _command(commands, "show", say, languages)
    show.add_argument("id", metavar="ID", help=say("id"))
    show.add_argument("--json", action="store_true", help=say("json"))
    listing = _command(commands, "list", say, languages)
    listing.add_argument("kind", type=_one_of("KIND", kinds), metavar="KIND", help=say("kind"))
    listing.add_argument("--json", action="store_true", help=say("json"))
    export = _command(commands, "export", say, languages)
    export.add_argument("--format", type=_one_of("--format", EXPORTS), default="json",
                        metavar="|".join(EXPORTS), help=say("format"))  # fmt: skip
    export.add_argument("-o", "--output", type=Path, required=True, metavar="FILE",
                        help=say("output"))  # fmt: skip


def _add_pack(commands: Any, say: _Help, languages: Sequence[str]) -> None:
    pack = _command(commands, "pack", say, languages)
    pack.add_argument("action", type=_one_of("pack", ("check", "report")),
                      metavar="check|report", help=say("pack-action"))  # fmt: skip
    pack.add_argument("folder", type=Path, nargs="?", metavar="DIR", help=say("folder"))
    pack.add_argument("--json", action="store_true", help=say("json"))


def _add_picture(
    commands: Any, say: _Help, languages: Sequence[str], themes: Sequence[str]
) -> None:
    picture = _command(commands, "picture", say, languages)
    picture.add_argument("--kiosk", action="store_true", help=say("kiosk-picture"))
    picture.add_argument("--open", default="home", metavar="ROUTE", help=say("open"))
    picture.add_argument("--size", type=_size, default=(1280, 800), metavar="1280x800",
                         help=say("size"))  # fmt: skip
    picture.add_argument("--ratio", type=_ratio, default=1.0, metavar="N", help=say("ratio"))
    picture.add_argument("--theme", type=_one_of("--theme", themes), default=argparse.SUPPRESS,
                         metavar="|".join(themes), help=say("theme"))  # fmt: skip
    picture.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.png|pdf",
                         help=say("output"))  # fmt: skip


def _add_desktop(commands: Any, say: _Help, languages: Sequence[str]) -> None:
    launcher = _command(commands, "desktop", say, languages)
    launcher.add_argument("action", type=_one_of("desktop", ("install", "remove")),
                          metavar="install|remove", help=say("desktop-action"))  # fmt: skip


def _one_of(option: str, allowed: Sequence[str]) -> Callable[[str], str]:
    def choose(value: str) -> str:
        if value and value not in allowed:  # the empty default goes through here as well
            raise AppError("wrong-choice", option=option, value=value, allowed=", ".join(allowed))
        return value

    return choose


def _limit(value: str) -> int:
    if not value.isdecimal() or not 1 <= int(value) <= MOST_HITS:
        raise AppError("wrong-choice", option="--limit", value=value, allowed=f"1-{MOST_HITS}")
    return int(value)


def _seconds(value: str) -> int:
    if not value.isdecimal() or not SHORTEST_IDLE <= int(value) <= LONGEST_IDLE:
        allowed = f"{SHORTEST_IDLE}-{LONGEST_IDLE}"
        raise AppError("wrong-choice", option="--idle", value=value, allowed=allowed)
    return int(value)


def _size(value: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{2,5})[x×](\d{2,5})", value)
    size = (int(found.group(1)), int(found.group(2))) if found else (0, 0)
    if not found or max(size) > LARGEST_PICTURE:
        raise AppError("wrong-choice", option="--size", value=value, allowed="1280x800")
    return size


def _ratio(value: str) -> float:
    if value not in ("1", "1.0", "1.5", "2", "2.0", "3", "3.0"):
        raise AppError("wrong-choice", option="--ratio", value=value, allowed="1, 1.5, 2, 3")
    return float(value)
