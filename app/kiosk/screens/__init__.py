"""The screens of a totem: one file, one class, one name."""
