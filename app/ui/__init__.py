"""How things look: the only room, with kiosk and main, that knows Qt."""
