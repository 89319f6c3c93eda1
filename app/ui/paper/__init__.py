"""Entries on paper: typeset like the screens, parted into sheets."""
