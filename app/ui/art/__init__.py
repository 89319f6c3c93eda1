"""Covers, river and scene, painted from the design's recipes."""
