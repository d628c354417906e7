"""The kinds of source, one file each, found by name."""
