"""Verifies a summary against its sources: what in it is not borne out, rule by rule."""

from bot.compose.check.checker import check

__all__ = ["check"]
