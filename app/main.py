"""The command `zhanban`: opens the window, or answers on the command line. Sees all rooms."""

from __future__ import annotations

import argparse
import contextlib
import gc
import io
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from app import __version__
from app.base import paths
from app.base.command_line import make_parser
from app.base.errors import AppError
from app.base.words import Words
from app.model.entry import KINDS
from app.model.text import LANGUAGES
from app.settings import THEMES, Settings

EXIT_WRONG: Final = 2
_NUMBERED: Final = ("edition", "task")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run; the exit code: 0 done, 1 something was found to be wrong, 2 it was asked wrongly."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _speak_utf8()
    language = _language_of(given)
    words = Words(language)
    try:
        data_dir = paths.default_data_dir()
        if not given and not Settings.load(data_dir).totem:  # as the launcher calls it: without
            return _open_window(data_dir)  # the grammar of every command, 5 ms
        totem = _grammar_of_totems(given, words)
        parser = make_parser(words, __version__, KINDS, LANGUAGES, THEMES, totem)
        asked = parser.parse_args(given)
        asked.chosen, asked.lang = asked.lang, asked.lang or language
        code = _run(asked, words)
        if sys.stdout is not None:  # a windowed build has none
            sys.stdout.flush()  # here, where a closed pipe can still be answered
        return code
    except AppError as fault:
        print(f"zhanban: {told(fault, words)}", file=sys.stderr)
        return EXIT_WRONG
    except BrokenPipeError:  # the reader, `head` for example, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _language_of(given: Sequence[str]) -> str:
    """The language asked for, even in a command line that cannot be understood."""
    data_dir = paths.default_data_dir()
    for place, word in enumerate(given):
        option, joined, value = word.partition("=")
        value = value if joined else (given[place + 1] if place + 1 < len(given) else "")
        if option == "--lang" and value in LANGUAGES:
            return value
        if option == "--data-dir" and value:
            data_dir = Path(value)
    return Settings.load(data_dir).language


def _speak_utf8() -> None:
    """Chinese goes out as UTF-8 wherever the command line runs."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def told(fault: AppError, words: Words) -> str:
    """A fault in one line."""
    key = f"errors.{fault.code}"
    if not fault.facts.get("nearest", True) and words.has(f"{key}.alone"):
        key += ".alone"
    line = words(key, **fault.facts) if words.has(key) else str(fault)
    return " ".join(line.split())


def _run(asked: argparse.Namespace, words: Words) -> int:
    commands = {"desktop": _desktop, "pack": _pack, "picture": _picture, "kiosk": _totem,
                "stats": _totem}  # fmt: skip
    if asked.command:
        return commands.get(asked.command, _answer)(asked, words)
    if asked.self_test:
        return _self_test(asked, words)
    if _is_totem(asked):
        return _totem(asked, words)
    return _open_window(
        asked.data_dir, asked.open, asked.chosen, asked.theme or "", full_screen=asked.full_screen
    )


def _is_totem(asked: argparse.Namespace) -> bool:
    """What the command line says, else what is set: a machine may open as a totem by itself."""
    if asked.kiosk is None:
        return Settings.load(asked.data_dir).totem
    return bool(asked.kiosk)


def _totem(asked: argparse.Namespace, words: Words) -> int:
    from app.kiosk import command

    if asked.command == "kiosk":
        return command.lock_down(asked, words)
    return command.stats(asked, words) if asked.command == "stats" else command.serve(asked)


def _grammar_of_totems(
    given: Sequence[str], words: Words
) -> Callable[[argparse.ArgumentParser], None] | None:
    if "kiosk" not in given:
        return None
    from app.kiosk import command

    return command.grammar(words)


def _open_window(
    data_dir: Path, place: str = "home", language: str = "", theme: str = "", *,
    full_screen: bool = False,
) -> int:  # fmt: skip
    # Until the first paint: modules and widgets are no garbage, and looking for some costs 15 ms.
    gc.disable()
    from app.ui.start import Options, run

    return run(Options(data_dir, place, language, theme, full_screen))


# Answers from the library


def _answer(asked: argparse.Namespace, words: Words) -> int:
    from app.content import forms
    from app.model.query import Query

    with contextlib.closing(_library(asked, words)) as library:
        if asked.command == "export":
            _export(library, asked)
        elif asked.command == "show":
            form = forms.entry_form(library, library.entry(asked.id), asked.lang)
            _print_json(form) if asked.json else _print_entry(form, words)
        else:
            where = {"kind": (asked.kind,)} if asked.kind else {}
            text = asked.text if asked.command == "find" else ""
            limit = asked.limit if asked.command == "find" else sum(library.pack.counts.values())
            order = "number" if asked.command == "list" and asked.kind in _NUMBERED else "rank"
            found = library.find(Query(text, where, order, asked.lang, limit))
            hits = [forms.hit_form(hit, asked.lang) for hit in found.hits]
            if asked.json:
                _print_json(hits)
            else:
                _print_hits(hits, found.meant, words)
    return 0


def _export(library: Any, asked: argparse.Namespace) -> None:
    from app.content import forms, writer

    if asked.format == "json":
        forms.export_json(library, asked.output, asked.lang)
    else:
        body = writer.write(library, writer.everything(library), asked.format, asked.lang)
        forms.write_file(asked.output, body)


def _library(asked: argparse.Namespace, words: Words) -> Any:
    """The library of the data folder, built where needed; a repair is said."""
    from app.content.seeds import ensure_content
    from app.store.library import Library

    made = ensure_content(asked.data_dir)
    if made.done == "damaged":
        print(f"zhanban: {words('cli.rebuilt', path=made.path)}", file=sys.stderr)
    return Library.open(made.path)


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=1))


def _print_hits(hits: list[dict[str, Any]], meant: str, words: Words) -> None:
    for hit in hits:
        print(f"{hit['id']}\t{hit['title']}\t{hit['snippet']}")
    if not hits:
        print(words("cli.meant", text=meant) if meant else words("cli.nothing"))


def _print_entry(form: dict[str, Any], words: Words) -> None:
    language = words.language
    print(f"{form['names'][language]}  ({form['id']})")
    print(form["summary"][language])
    for fact in form["facts"]:
        cited = "; ".join(f"{cite['source']} {cite['locator']}" for cite in fact["citations"])
        print(f"· {fact['label']}: {fact['text']}  [{cited}]")
    for link in form["links"]:
        print(f"→ {link['label']}: {link['id']}")


# Packs


def _pack(asked: argparse.Namespace, words: Words) -> int:
    from app.content.checks import check
    from app.content.reader import read_pack
    from app.content.seeds import default_pack

    folder = asked.folder or default_pack()
    raw = read_pack(folder)
    problems = check(raw)
    if problems and asked.action == "report":
        raise AppError("pack-rejected", path=folder, n=len(problems), problems=problems)
    if asked.action == "report":
        _report(raw, asked, words)
    elif asked.json:
        _print_json([
            {"file": one.file, "row": one.row, "column": one.column, "value": one.value,
             "code": one.code, "cause": one.cause(words), "fix": one.fix(words)}
            for one in problems
        ])  # fmt: skip
    else:
        for problem in problems:
            print(problem.line(words))
        print(words.count("cli.checked", len(problems), path=folder))
    return 1 if problems else 0


def _report(raw: Any, asked: argparse.Namespace, words: Words) -> None:
    from app.content.report import lines, make_report
    from app.content.uniform import make_content

    content = make_content(raw, "")
    report = make_report(content)
    names = {term.key: term.name for term in content.terms if term.vocabulary == "kind"}
    names |= {one.entry.id: one.entry.name for one in content.entries}
    if asked.json:
        _print_json(report.as_json())
    else:
        print("\n".join(lines(report, words, names)))


# Pictures, self-test, launcher


def _picture(asked: argparse.Namespace, words: Words) -> int:
    from app.ui.picture import save, use_no_screen

    use_no_screen()
    from PySide6.QtCore import QSize

    from app.ui.start import checked_route

    if asked.kiosk:
        from app.kiosk import command

        return command.picture(asked)
    with contextlib.closing(_library(asked, words)) as library:
        route = checked_route(library, asked.open)
        size = QSize(*asked.size)
        save(library, route, size, asked.output, _settings(asked), ratio=asked.ratio,
             data_dir=asked.data_dir)  # fmt: skip
    return 0


def _self_test(asked: argparse.Namespace, words: Words) -> int:
    from app.ui.picture import use_no_screen

    use_no_screen()
    from app.ui.selftest import run

    with contextlib.closing(_library(asked, words)) as library:
        return run(library, _settings(asked))


def _settings(asked: argparse.Namespace) -> Settings:
    return Settings(language=asked.lang, theme=asked.theme or "light", reduced_motion=True)


def _desktop(asked: argparse.Namespace, words: Words) -> int:
    from app.base import desktop

    if asked.action == "install":
        for path in desktop.install():
            print(words("cli.written", path=path))
    else:
        for path in desktop.remove():
            print(words("cli.removed", path=path))
    return 0
