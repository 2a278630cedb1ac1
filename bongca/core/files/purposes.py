"""Who may open a file: the app that owns its purpose answers, and no answer means no."""

from collections.abc import Callable

from bongca.core.actor import Actor
from bongca.core.models import Attachment

Policy = Callable[[Actor, Attachment], bool]
_policies: dict[str, Policy] = {}


def register_purpose(purpose: str, policy: Policy) -> None:
    """Let `policy(actor, attachment)` decide who opens files kept for `purpose`."""
    _policies[purpose] = policy


def may_open(actor: Actor, attachment: Attachment) -> bool:
    """Tell whether the actor may open this file; an unregistered purpose is closed to all."""
    policy = _policies.get(attachment.purpose)
    return policy is not None and policy(actor, attachment)
