"""Reports: forms, rounds, what each unit submitted, how it adds up, where each figure is from.

Owns: `Form`, `Round`, `Report`, `Figure` and the snapshot `CountedFigure`, narrative, review.
It pulls from the apps below; they do not know it. Not here: definitions of figures
(`indicators`), the official layout (`documents`).
"""
