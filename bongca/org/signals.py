"""What org announces upward."""

from django.dispatch import Signal

# Sent before a unit is closed, moved or merged; each app answers for its own noun with a list of
# `rules.Affected`. Arguments: unit, on.
unit_change_previewed = Signal()

# Sent inside the transaction that closed a unit, after it was hung under its successor; each app
# hands on what was still open there. Arguments: actor, unit, successor (None when there is none).
unit_closed = Signal()

# Sent inside the transaction that shifted positions of the tree; apps whose tables carry
# `unit_pos` move theirs. Arguments: old_lft, old_rgt, delta.
unit_positions_moved = Signal()
