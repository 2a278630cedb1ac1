"""The last act on a person's memberships, when it can still be taken back."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from bongca.members.enums import HowBegan, HowEnded, VoidReason
from bongca.members.models import Membership

TAKEN_BACK = (VoidReason.ENDED, VoidReason.MOVED)


@dataclass(frozen=True)
class LastAct:
    """The periods an act recorded, and those it withdrew for them."""

    written: Sequence[Membership]
    replaced: Sequence[Membership]

    @property
    def key(self) -> UUID:
        """Return the period by which the act is named when it is taken back."""
        return self.written[0].pk

    @property
    def words(self) -> str:
        """Return what taking it back takes back."""
        if not self.replaced:
            return "Hoàn tác việc ghi vào sổ"
        if any(row.ended_how == HowEnded.MOVED_GROUP for row in self.written):
            return "Hoàn tác việc chuyển tổ hội"
        is_end = self.replaced[0].void_reason == VoidReason.ENDED
        return "Hoàn tác việc ghi thôi sinh hoạt" if is_end else "Hoàn tác việc chuyển tổ hội"


def last_act(rows: Sequence[Membership]) -> LastAct | None:
    """Return the last act among all the recorded periods of one person, withdrawn ones included.

    None when it was a correction, a merge, a transfer or a whole roll (each has its own way
    back), or when it has been taken back already.
    """
    if not rows:
        return None
    moment = max(row.recorded_at for row in rows)
    written = [row for row in rows if row.recorded_at == moment]
    replaced = [row for row in rows if row.voided_at == moment]
    is_own = all(row.voided_at is None for row in written)
    is_own = is_own and all(row.void_reason in TAKEN_BACK for row in replaced)
    from_elsewhere = not replaced and any(
        row.roll_batch_id or row.began_how == HowBegan.TRANSFERRED for row in written
    )
    return LastAct(written, replaced) if is_own and not from_elsewhere else None
