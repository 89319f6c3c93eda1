"""`zhanban kiosk install|check|undo|run`: the lock-down around the program, by command."""

from __future__ import annotations

import argparse
import getpass
import sys
from pathlib import Path
from typing import Final, TextIO

from app.base.paths import resources
from app.base.words import Words
from app.kiosk.lockdown_disk import SAVED, Disk, State
from app.kiosk.lockdown_plan import DEFAULT_USER, SESSIONS, Machine, Plan, make_plan
from app.kiosk.supervisor import own_command, supervise

ACTIONS: Final = ("install", "check", "undo", "run")
_SYSTEM_LEDGER: Final = "/var/lib/zhanban-lockdown"
_USER_LEDGER: Final = ".local/state/zhanban-lockdown"
_PERSONAL: Final = ("/home/", "/root/")


def add_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    """The arguments that follow `zhanban kiosk`."""
    actions = parser.add_subparsers(dest="action", required=True)
    for action in ACTIONS:
        sub = actions.add_parser(action, help=words(f"lockdown.help.{action}"))
        if action == "run":
            sub.add_argument("arguments", nargs="*", help="-- --lang en …")
            continue
        sub.add_argument("--root", type=Path, default=Path("/"), help=words("lockdown.help.root"))
        sub.add_argument("--session", choices=SESSIONS, help=words("lockdown.help.session"))
        sub.add_argument("--user", help=words("lockdown.help.user"))
        sub.add_argument("--program", type=Path, help=words("lockdown.help.program"))
        if action != "check":
            sub.add_argument("--dry-run", action="store_true", help=words("lockdown.help.dry-run"))


def run(arguments: argparse.Namespace, words: Words, out: TextIO | None = None) -> int:
    """Do what was asked; 0 if all is well, 1 if `check` found something, 2 on another system."""
    told = _Told(words, out or sys.stdout)
    if arguments.action == "run":
        return supervise(own_command("--kiosk", *arguments.arguments))
    if not sys.platform.startswith("linux") and arguments.root == Path("/"):
        told.line("lockdown.elsewhere", path=resources() / "kiosk")
        return 2
    if arguments.action == "undo":
        return _undo(arguments, told)
    plan, disk = _planned(arguments)
    if arguments.action == "check":
        return _check(plan, disk, told)
    return _install(arguments, plan, disk, told)


class _Told:
    """Writes lines in the words of one language."""

    def __init__(self, words: Words, out: TextIO) -> None:
        self._words = words
        self._out = out

    def line(self, key: str, **facts: object) -> None:
        """One line."""
        self._out.write(self._words(key, **facts) + "\n")

    def why(self, key: str) -> str:
        """The words for a reason."""
        return self._words(f"lockdown.why.{key}")

    def text(self, text: str) -> None:
        """A file's content, moved in so that it stands apart."""
        self._out.write("".join(f"    {line}\n" for line in text.splitlines()) + "\n")


def _install(arguments: argparse.Namespace, plan: Plan, disk: Disk, told: _Told) -> int:
    if arguments.dry_run:
        told.line("lockdown.dry")
        _print_plan(plan, told)
        _print_cautions(plan, disk, told)
        return 0
    disk.install(plan)
    for piece in plan.pieces:
        told.line("lockdown.written", path=piece.path)
    _print_cautions(plan, disk, told)
    told.line(f"lockdown.next.{plan.session}")
    return 0


def _check(plan: Plan, disk: Disk, told: _Told) -> int:
    states = disk.compare(plan.pieces)
    for piece, state in states:
        told.line(f"lockdown.state.{state.value}", path=piece.path)
    is_lacking = _print_cautions(plan, disk, told)
    return int(is_lacking or any(state is not State.OK for _, state in states))


def _undo(arguments: argparse.Namespace, told: _Told) -> int:
    disk = _installed(arguments)
    ledger = disk.ledger if disk else None
    if disk is None or ledger is None:
        told.line("lockdown.nothing")
        return 0
    if arguments.dry_run:
        told.line("lockdown.dry-undo")
        for note in ledger.files:
            told.text(note["path"])
        return 0
    for path, undone in disk.undo():
        told.line(f"lockdown.undone.{undone.value}", path=path, saved=SAVED)
    told.line("lockdown.next.undo")
    return 0


def _print_plan(plan: Plan, told: _Told) -> None:
    for piece in plan.pieces:
        why = told.why(piece.why)
        if piece.link:
            told.line("lockdown.link", path=piece.path, target=piece.link, why=why)
            continue
        told.line("lockdown.file", path=piece.path, mode=f"{piece.mode:04o}", why=why)
        told.text(piece.content)


def _print_cautions(plan: Plan, disk: Disk, told: _Told) -> bool:
    """Say which programs are missing or hard to reach; True if one is missing."""
    lacking = [need for need in plan.needs if not disk.has(need.path)]
    for need in lacking:
        told.line("lockdown.need", path=need.path, package=need.package)
    if plan.session != "user" and plan.program[0].startswith(_PERSONAL):
        told.line("lockdown.home", path=plan.program[0], user=plan.user)
    return bool(lacking)


def _planned(arguments: argparse.Namespace) -> tuple[Plan, Disk]:
    """The plan that was asked for; what was not said is as it was installed, else the default."""
    installed = _installed(arguments)
    ledger = installed.ledger if installed else None
    session = arguments.session or (ledger.session if ledger else SESSIONS[0])
    is_same = ledger is not None and ledger.session == session
    standard = getpass.getuser() if session == "user" else DEFAULT_USER
    user = arguments.user or (ledger.user if ledger and is_same else standard)
    program: tuple[str, ...]
    if arguments.program:
        program = (str(arguments.program), "--kiosk")
    else:
        program = ledger.program if ledger and is_same else tuple(own_command())
    home = _home(user) if session == "user" else None
    plan = make_plan(session, user, program, Machine.under(arguments.root, user, home))
    return plan, Disk(arguments.root, _ledger_folder(arguments, session))


def _installed(arguments: argparse.Namespace) -> Disk | None:
    """Where an install left its ledger: of the session asked for, else of any."""
    sessions = [arguments.session] if arguments.session else ["cage", "user"]
    disks = [Disk(arguments.root, _ledger_folder(arguments, session)) for session in sessions]
    return next((disk for disk in disks if disk.ledger is not None), None)


def _ledger_folder(arguments: argparse.Namespace, session: str) -> str:
    if session != "user":
        return _SYSTEM_LEDGER
    user = arguments.user or getpass.getuser()
    machine = Machine.under(arguments.root, user, _home(user))
    return f"{machine.home}/{_USER_LEDGER}"


def _home(user: str) -> Path | None:
    """The home of the account that runs this; of another account the machine's table tells."""
    return Path.home() if user == getpass.getuser() else None
