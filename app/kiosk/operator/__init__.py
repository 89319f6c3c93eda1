"""The staff panel of a totem."""
