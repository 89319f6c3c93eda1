"""Chart axis (pure) and painters."""
