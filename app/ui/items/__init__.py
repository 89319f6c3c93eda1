"""Qt models: given rows, they never fetch."""
