"""The platforms a briefing can be read on, one part each."""
