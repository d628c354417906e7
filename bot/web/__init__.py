"""What the desk serves by itself: where hubs tell of news, and whether it is well."""
