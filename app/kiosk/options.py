"""What the staff of one totem set: kept in kiosk.json, readable and writable by its user alone.

`pin` is the first key on purpose: a lost PIN is recovered by deleting that one line, and the
file stays valid JSON.
"""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import asdict, dataclass, fields, replace
from datetime import time
from pathlib import Path
from typing import Any, Final

from app.base.errors import AppError
from app.base.files import replace_durably
from app.kiosk.hours import Hours
from app.kiosk.policy import LONGEST, SHORTEST, Timers
from app.model.text import LANGUAGES, ZH_HANS

FILE_NAME: Final = "kiosk.json"
ORIENTATIONS: Final = ("auto", "portrait", "landscape")
CORNERS: Final = ("top-left", "top-right", "bottom-left", "bottom-right")


@dataclass(frozen=True, slots=True)
class Options:
    """Every setting of a totem with its default. Seconds, unless said otherwise.

    `wrong` and `locked_until` (seconds since 1970) belong to the PIN's back-off, so that a
    restart does not forget them. `chord` is typed three times, see gesture.py.
    """

    pin: str = ""
    wrong: int = 0
    locked_until: float = 0.0
    name: str = ""
    language: str = ZH_HANS
    screen: str = ""
    orientation: str = "auto"
    low_reach: bool = False
    ask_after: int = 60
    count: int = 15
    scene: int = 9
    staff_after: int = 90
    cleaning: int = 60
    wake: int = 60
    exhibits_in_attract: bool = True
    sound: bool = False
    opens: str = "00:00"
    closes: str = "00:00"
    days: tuple[int, ...] = (1, 2, 3, 4, 5, 6, 7)
    dim_minutes: int = 15
    corner: str = "top-left"
    taps: int = 5
    hold: float = 1.0
    chord: str = "Ctrl+Alt+Shift+K"

    @property
    def timers(self) -> Timers:
        """The part that the policy wants."""
        return Timers(self.ask_after, self.count, self.staff_after, self.cleaning, self.wake)

    @property
    def hours(self) -> Hours:
        """The part that the clock on the wall wants."""
        opens, closes = time.fromisoformat(self.opens), time.fromisoformat(self.closes)
        return Hours(opens, closes, self.days, self.dim_minutes)


class OptionsFile:
    """The options of this totem and the file that keeps them.

    A file that cannot be read as JSON is put aside and `damaged` is set: the public is served
    with defaults, but the staff door stays shut (see pin.py), because the PIN is unknown.
    `ignored` names the single values that were unusable and fell back to their defaults.
    """

    def __init__(
        self, path: Path, options: Options, *, damaged: bool = False, ignored: tuple[str, ...] = ()
    ) -> None:
        self._path = path
        self._options = options
        self.damaged = damaged
        self.ignored = ignored
        self._kept: dict[str, object] = {}  # what is kept of the overlaid ones

    @classmethod
    def open(cls, data_dir: Path) -> OptionsFile:
        """Read kiosk.json in this folder; defaults where there is none."""
        path = data_dir / FILE_NAME
        if _aside(path).exists() and not path.exists():
            return cls(path, Options(), damaged=True)
        try:
            kept = json.loads(path.read_text("utf-8"))
        except FileNotFoundError:
            return cls(path, Options())
        except OSError as fault:
            raise AppError("not-readable", path=path, cause=fault.strerror) from fault
        except ValueError:
            kept = None
        if not isinstance(kept, dict):
            with contextlib.suppress(OSError):
                path.replace(_aside(path))
            return cls(path, Options(), damaged=True)
        options, ignored = _understood(kept)
        return cls(path, options, ignored=ignored)

    @property
    def path(self) -> Path:
        """Where the options are kept: shown to staff who lost the PIN."""
        return self._path

    @property
    def options(self) -> Options:
        """The options as they are now."""
        return self._options

    def overlay(self, **changes: object) -> Options:
        """Go before what is kept until the program ends, as the command line does."""
        changed = replace(self._options, **changes)  # type: ignore[arg-type]
        wrong = [name for name in changes if not _is_fit(name, getattr(changed, name))]
        if wrong:
            raise ValueError(f"not a fit value: {', '.join(wrong)}")
        self._kept = self._kept | {name: getattr(self._options, name) for name in changes}
        self._options = changed
        return changed

    def change(self, **changes: object) -> Options:
        """Change some options and keep them; ValueError names one that makes no sense.

        Memory changes even when the disk refuses (AppError `not-writable`), so that a full disk
        cannot undo the PIN's back-off. A file that was damaged is not written over.
        """
        changed = replace(self._options, **changes)  # type: ignore[arg-type]
        wrong = [name for name in changes if not _is_fit(name, getattr(changed, name))]
        if wrong:
            raise ValueError(f"not a fit value: {', '.join(wrong)}")
        self._options = changed
        self._kept = {name: value for name, value in self._kept.items() if name not in changes}
        if not self.damaged:
            _write(self._path, asdict(replace(changed, **self._kept)))  # type: ignore[arg-type]
        return changed


def _aside(path: Path) -> Path:
    return path.with_name(path.name + ".damaged")


def _understood(kept: dict[str, Any]) -> tuple[Options, tuple[str, ...]]:
    """The options of a file; unknown keys belong to another version and are passed over."""
    good: dict[str, Any] = {}
    ignored = []
    for field in fields(Options):
        if field.name not in kept:
            continue
        value = kept[field.name]
        value = tuple(value) if isinstance(value, list) else value
        if _is_fit(field.name, value):
            good[field.name] = value
        else:
            ignored.append(field.name)
    return Options(**good), tuple(ignored)


_CHOICES: Final = {"orientation": ORIENTATIONS, "corner": CORNERS, "language": LANGUAGES}
_SPANS: Final[dict[str, tuple[float, float]]] = {
    "ask_after": (SHORTEST, LONGEST),
    "count": (SHORTEST, LONGEST),
    "scene": (3, 120),
    "staff_after": (SHORTEST, LONGEST),
    "cleaning": (SHORTEST, LONGEST),
    "wake": (SHORTEST, LONGEST),
    "dim_minutes": (0, 720),
    "taps": (3, 12),
    "hold": (0.5, 5.0),
    "wrong": (0, 1_000_000),
    "locked_until": (0, 1e12),
}


def _is_fit(name: str, value: object) -> bool:
    """Whether a value has its default's type and lies where it makes sense."""
    default = getattr(Options(), name)
    kinds = (int, float) if isinstance(default, float) else type(default)
    if not isinstance(value, kinds) or isinstance(value, bool) is not isinstance(default, bool):
        return False
    if name in _CHOICES:
        return value in _CHOICES[name]
    if name in _SPANS:
        lowest, highest = _SPANS[name]
        return lowest <= value <= highest
    if name in ("opens", "closes"):
        return _is_time(str(value))
    if name == "days" and isinstance(value, tuple):
        return all(type(day) is int and 1 <= day <= 7 for day in value)
    return True


def _is_time(text: str) -> bool:
    with contextlib.suppress(ValueError):
        return time.fromisoformat(text).tzinfo is None
    return False


def _write(path: Path, values: dict[str, object]) -> None:
    """All of it or nothing, and for this user only from the first byte on."""
    text = json.dumps(values, ensure_ascii=False, indent=1) + "\n"
    staging = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        staging.unlink(missing_ok=True)
        handle = os.open(staging, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8"))
        replace_durably(staging, path)
    except OSError as fault:
        raise AppError("not-writable", path=path, cause=fault.strerror) from fault
    finally:
        with contextlib.suppress(OSError):
            staging.unlink(missing_ok=True)
