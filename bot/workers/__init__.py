"""Where work is done: in processes that can be killed, or right here for tests."""
