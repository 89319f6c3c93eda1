"""What opens over a screen: source card, take-away, language, the idle question."""
