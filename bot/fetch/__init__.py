"""Goes out and reads: pages over HTTP, and sources of every kind.

No face: who parses a page elsewhere need not load what fetches it.
"""
