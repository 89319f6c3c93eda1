"""The ground: standard library only."""
