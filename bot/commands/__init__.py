"""What people may ask, one command a file."""
