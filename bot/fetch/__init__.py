"""Pages and entries from the world, on our terms."""
