"""How things look: the only room, with kiosk and main, that knows Qt."""

import builtins

import PySide6.QtWidgets  # noqa: F401  it has to be there before its hook is taken out

# PySide reads the source of every module imported after it, in search of `__feature__`, which
# nobody here uses: 29 ms of the 293 until the modules of the window are there.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
