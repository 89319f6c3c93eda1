"""Which files lock a Linux machine down around the totem, and what is in them. Writes nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from app.base.errors import AppError
from app.base.paths import resources

SESSIONS: Final = ("cage", "x11", "user")
DEFAULT_USER: Final = "zhanban"
_STATE: Final = "/var/lib/zhanban"  # the home of the account that is made
_NAME: Final = re.compile(r"[a-z_][a-z0-9_-]{0,30}")
_SEAT_GROUPS: Final = ("_seatd", "seat")  # Debian's name, everybody else's


@dataclass(frozen=True, slots=True)
class Piece:
    """One file or symbolic link to be: its place, and why in a key of the words `lockdown`."""

    path: str
    why: str
    content: str = ""
    link: str = ""
    mode: int = 0o644


@dataclass(frozen=True, slots=True)
class Need:
    """A program that has to be there, and the Debian package that brings it."""

    path: str
    package: str


@dataclass(frozen=True, slots=True)
class Machine:
    """What is known of the machine: its accounts, groups and the home of the totem's account."""

    users: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    home: str = ""

    @classmethod
    def under(cls, root: Path, user: str, home: Path | None = None) -> Machine:
        """Read a machine's files under this root; `home` where it is known already."""
        accounts = _table(root / "etc" / "passwd")
        groups = _table(root / "etc" / "group")
        own = next((cells[5] for cells in accounts if cells[0] == user and len(cells) > 5), "")
        return cls(
            frozenset(cells[0] for cells in accounts),
            frozenset(cells[0] for cells in groups),
            str(home) if home else own or _STATE,
        )


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that is to be written for one way of running the totem."""

    session: str
    user: str
    program: tuple[str, ...]
    pieces: tuple[Piece, ...]
    needs: tuple[Need, ...]


def make_plan(session: str, user: str, program: Sequence[str], machine: Machine) -> Plan:
    """The plan; AppError `kiosk-user-invalid` for a name that is none, or for root."""
    if not _NAME.fullmatch(user) or (user == "root" and session != "user"):
        raise AppError("kiosk-user-invalid", user=user)
    facts = {
        "USER": user,
        "COMMAND": " ".join(_quoted(part) for part in program),
        "SEAT_GROUP": next((name for name in _SEAT_GROUPS if name in machine.groups), "_seatd"),
        "NOTIFY_ACCESS": "main",
    }
    pieces = {"cage": _cage, "x11": _x11, "user": _user}[session](facts, machine)
    if session != "user":
        pieces += _machine(facts) + ([] if user in machine.users else _account(facts))
    return Plan(session, user, tuple(program), tuple(pieces), _NEEDS[session])


def _cage(facts: dict[str, str], _machine: Machine) -> list[Piece]:
    unit = "/etc/systemd/system/zhanban-kiosk.service"
    return [
        _made(unit, "unit", "cage.service", facts),
        Piece(
            "/etc/systemd/system/multi-user.target.wants/zhanban-kiosk.service",
            "enabled",
            link="../zhanban-kiosk.service",
        ),
    ]


def _x11(facts: dict[str, str], _machine: Machine) -> list[Piece]:
    script = "/usr/local/lib/zhanban/kiosk-session"
    return [
        _made("/etc/systemd/user/zhanban-kiosk.service", "unit", "session.service", facts),
        _made(script, "session", "x11-session", facts, mode=0o755),
        _made(
            "/usr/share/xsessions/zhanban-kiosk.desktop", "session", "x11-session.desktop", facts
        ),
        _made("/etc/lightdm/lightdm.conf.d/90-zhanban-kiosk.conf", "login", "lightdm.conf", facts),
        _made("/etc/X11/xorg.conf.d/90-zhanban-kiosk.conf", "blanking", "xorg.conf", facts),
    ]


def _user(facts: dict[str, str], machine: Machine) -> list[Piece]:
    # The desktop's own idle timer is held by systemd-inhibit, which then is the main process.
    facts = facts | {
        "COMMAND": "/usr/bin/systemd-inhibit --what=idle:sleep --who=Zhanban "
        f'"--why=An exhibition is running" {facts["COMMAND"]}',
        "NOTIFY_ACCESS": "all",
    }
    config = PurePosixPath(machine.home) / ".config"
    unit = str(config / "systemd/user/zhanban-kiosk.service")
    autostart = str(config / "autostart/zhanban-kiosk.desktop")
    return [
        _made(unit, "unit", "session.service", facts),
        _made(autostart, "enabled", "autostart.desktop", facts),
    ]


def _machine(facts: dict[str, str]) -> list[Piece]:
    """What both ways on a machine of its own share: no keys that lead out, no sleep."""
    return [
        _made("/etc/systemd/logind.conf.d/90-zhanban-kiosk.conf", "consoles", "logind.conf", facts),
        _made("/etc/systemd/sleep.conf.d/90-zhanban-kiosk.conf", "sleep", "sleep.conf", facts),
        _made("/etc/systemd/system.conf.d/90-zhanban-kiosk.conf", "keys", "system.conf", facts),
        _made("/etc/sysctl.d/90-zhanban-kiosk.conf", "keys", "sysctl.conf", facts),
        Piece("/etc/systemd/system/ctrl-alt-del.target", "keys", link="/dev/null"),
    ]


def _account(facts: dict[str, str]) -> list[Piece]:
    return [
        _made("/etc/sysusers.d/zhanban-kiosk.conf", "account", "sysusers.conf", facts),
        _made("/etc/tmpfiles.d/zhanban-kiosk.conf", "account", "tmpfiles.conf", facts),
    ]


_NEEDS: Final = {
    "cage": (
        Need("/usr/bin/cage", "cage"),
        Need("/usr/bin/Xwayland", "xwayland"),  # cage ends at once without it
        Need("/usr/sbin/seatd", "seatd"),
    ),
    "x11": (
        Need("/usr/sbin/lightdm", "lightdm"),
        Need("/usr/bin/Xorg", "xserver-xorg"),
        Need("/usr/bin/xset", "x11-xserver-utils"),
    ),
    "user": (Need("/usr/bin/systemd-inhibit", "systemd"),),
}


def _made(path: str, why: str, template: str, facts: dict[str, str], mode: int = 0o644) -> Piece:
    text = (resources() / "kiosk" / f"{template}.in").read_text("utf-8")
    for name, value in facts.items():
        text = text.replace(f"@{name}@", value)
    return Piece(path, why, content=text, mode=mode)


def _quoted(part: str) -> str:
    """An argument as systemd reads it: quoted, with its own %, $, quotes and backslashes."""
    if any(ord(character) < 32 for character in part):
        raise AppError("kiosk-program-invalid", program=part)
    for character, written in (("\\", "\\\\"), ('"', '\\"'), ("%", "%%"), ("$", "$$")):
        part = part.replace(character, written)
    return f'"{part}"'


def _table(path: Path) -> list[list[str]]:
    try:
        lines = path.read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return []
    return [line.split(":") for line in lines if ":" in line]
