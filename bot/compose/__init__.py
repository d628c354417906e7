"""What is worth telling, in which order, laid out as messages. Pure."""
