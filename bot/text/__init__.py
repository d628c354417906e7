"""Strings in, values out. Pure."""
