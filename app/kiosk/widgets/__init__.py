"""What the screens of a totem are made of."""
