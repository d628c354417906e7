"""The Console platform."""
