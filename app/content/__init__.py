"""How things get in: packs are read, checked and imported."""
