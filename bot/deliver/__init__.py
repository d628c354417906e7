"""Deliveries, owed until proven."""
