"""How dates and numbers are written here, where Django's own Vietnamese set is thin."""
