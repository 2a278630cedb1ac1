"""What people announces upward."""

from django.dispatch import Signal

# Sent inside the transaction of a merge. Arguments: actor, kept, gone.
persons_merged = Signal()
