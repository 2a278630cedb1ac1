"""What members announces upward."""

from django.dispatch import Signal

# Sent inside the transaction that took the last act on a member back. Arguments: actor, person,
# withdrawn (the periods the act had recorded).
act_undone = Signal()
