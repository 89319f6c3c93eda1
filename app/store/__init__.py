"""How things are kept: the only SQL."""
