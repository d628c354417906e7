"""Newsdesk's core: from a source to a delivered briefing."""
