"""The libraries' own logs, kept to errors: at lower levels they write bodies of messages."""

import logging


def sdk_logger() -> logging.Logger:
    """Return the logger that slack-bolt and slack_sdk are given."""
    logger = logging.getLogger("adapters.slack.sdk")
    logger.setLevel(logging.ERROR)
    return logger
