"""What things are: frozen values; no files, no SQL, no Qt."""
