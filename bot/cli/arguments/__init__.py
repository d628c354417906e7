"""What each command is given. These modules import nothing of the desk, so that help is quick.

The work is imported by the function that starts it: `newsdesk latest --help` loads no store.
"""
