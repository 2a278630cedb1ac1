"""Plain Python: what a card says, how it is numbered, how it is drawn."""
