"""How the public is served: wraps a window; ui does not know it exists."""
