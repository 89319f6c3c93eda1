"""Time scale and lanes (pure) and their view."""
