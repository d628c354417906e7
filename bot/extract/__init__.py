"""The article in a page, and nothing but the article. Pure."""

from bot.extract.article import ArticleExtractor, article_from_page
from bot.extract.content import Content

__all__ = ["ArticleExtractor", "Content", "article_from_page"]
