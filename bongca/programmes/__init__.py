"""Programmes and tasks: what is to be done, by whom, by when, and what became of it.

Owns programmes of a term and a year, plans, joint plans, tasks, their assignments to units,
bodies, partners and persons, the cascade down the tree, progress counted from below.

Not here: conclusions (`meetings`), papers (`documents`), figures (`reporting`).
"""
