"""Small shared parts of every page."""
