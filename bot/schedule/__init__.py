"""When things fall due, and the loops that see to it."""
