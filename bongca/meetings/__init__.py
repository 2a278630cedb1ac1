"""Meetings and conclusions: who met, what was said, what was concluded, by whom and until when.

Owns meetings, agendas, attendance, opinions, ballots, minutes, conclusions (also those received
from a superior outside the tree) and the reading of a text into proposed conclusions.

Not here: the tasks conclusions become (`programmes`), papers (`documents`).
"""
