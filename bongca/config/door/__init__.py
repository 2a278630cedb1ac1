"""The door: our words and rules on top of the sign-in library, and its URLs in Vietnamese."""
