"""What members have done in the background."""

import tempfile

from bongca.core import clock
from bongca.core.errors import DomainError
from bongca.core.jobs import job, progress
from bongca.core.jobs.models import JobRun
from bongca.core.scope import whole_tree
from bongca.members.actions.counts import fold_counts, recount_members
from bongca.members.actions.exporting import keep_export
from bongca.members.exports import write_members
from bongca.members.queries.exported import EXPORT
from bongca.members.queries.lists import Wanted, members_of
from bongca.members.queries.positions import stray_memberships
from bongca.org.models import Unit
from bongca.org.queries.acting import acting_again


@job("members.fold_counts", title="Cộng dồn số hội viên", cron="*/10 * * * *", keep_days=3)
def fold(run: JobRun) -> None:
    fold_counts()


@job("members.recount", title="Đếm lại số hội viên của các xã", cron="30 19 * * *")
def recount(run: JobRun) -> None:
    wrong = recount_members()
    if wrong:
        named = ", ".join(str(commune) for commune in wrong[:10])
        raise DomainError(
            "counts_differed",
            f"Số giữ sẵn của {len(wrong)} xã không khớp sổ và đã được sửa (mã xã: {named}).",
        )


@job("members.check_positions", title="Soát vị trí của sổ hội viên", cron="20 19 * * *")
def check_positions(run: JobRun) -> None:
    with whole_tree():
        found = stray_memberships()
    if found:
        keys = ", ".join(found[0].first_keys[:3])
        raise DomainError("stray_rows", f"Có {found[0].count} kỳ sinh hoạt sai vị trí: {keys}")


@job("members.write_export", title="Ghi danh sách hội viên ra Excel", keep_days=8)
def write_export(
    run: JobRun,
    *,
    user_id: int,
    acting_unit_id: int,
    role: str,
    unit_id: int,
    narrowed: dict[str, str],
    count: int,
) -> None:
    actor = acting_again(user_id, acting_unit_id, role, clock.today())
    if EXPORT.finished(actor, run.pk) is not None:
        return
    unit = Unit.objects.get(pk=unit_id)
    wanted = Wanted(sex=narrowed["sex"], band=narrowed["band"], status=narrowed["status"])
    rows = members_of(actor, unit, wanted)
    with tempfile.TemporaryFile() as out:
        write_members(actor, rows, out, lambda done: progress(run, done, count))
        out.seek(0)
        keep_export(actor=actor, run_id=run.pk, chunks=iter(lambda: out.read(1 << 16), b""))
