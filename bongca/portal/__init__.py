"""Home, search over everything, help and public pages: composing what the other apps offer."""
