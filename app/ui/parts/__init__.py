"""Panels that several pages are put together from."""
