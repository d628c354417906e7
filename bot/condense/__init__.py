"""Stories told short, one condenser a file, found by name."""
