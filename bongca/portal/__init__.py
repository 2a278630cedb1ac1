"""The first page, search over everything, the officers' guide; composed of what lower apps say.

Owns no data and no rule: apps register tasks, figures and searches with bongca.core.ui, and the
header's unit, person and helper are told here, where units, grants and users can all be seen.
"""
