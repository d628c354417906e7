"""The article in a page, and nothing but the article. Pure."""
