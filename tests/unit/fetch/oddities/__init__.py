"""Feeds as they should not be, and what they say all the same."""
