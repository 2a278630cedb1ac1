"""Memberships and kept counts."""

from bongca.members.models.counts import MemberCount, MemberCountDelta
from bongca.members.models.memberships import Membership

__all__ = ["MemberCount", "MemberCountDelta", "Membership"]
