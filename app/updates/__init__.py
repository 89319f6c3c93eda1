"""How things get newer."""
