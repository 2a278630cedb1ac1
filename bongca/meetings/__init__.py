"""Meetings and conclusions: who met, what was said, what was concluded, by whom and until when.

Owns meetings, agendas, attendance, opinions, ballots, minutes and conclusions (also those received
from a superior outside the tree).

Not here: reading a text into proposed conclusions (`readings`), the tasks they become
(`programmes`), papers (`documents`).
"""
