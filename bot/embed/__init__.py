"""Texts as directions of meaning, one model a file, found by name."""
