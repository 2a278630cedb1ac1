"""What members have done in the background."""

from bongca.core.errors import DomainError
from bongca.core.jobs import job
from bongca.core.jobs.models import JobRun
from bongca.core.scope import whole_tree
from bongca.members.actions.counts import fold_counts, recount_members
from bongca.members.queries.positions import stray_memberships


@job("members.fold_counts", title="Cộng dồn số hội viên", cron="*/10 * * * *", keep_days=3)
def fold(run: JobRun) -> None:
    fold_counts()


@job("members.recount", title="Đếm lại số hội viên của các xã", cron="30 2 * * *")
def recount(run: JobRun) -> None:
    wrong = recount_members()
    if wrong:
        named = ", ".join(str(commune) for commune in wrong[:10])
        raise DomainError(
            "counts_differed",
            f"Số giữ sẵn của {len(wrong)} xã không khớp sổ và đã được sửa (mã xã: {named}).",
        )


@job("members.check_positions", title="Soát vị trí của sổ hội viên", cron="20 2 * * *")
def check_positions(run: JobRun) -> None:
    with whole_tree():
        found = stray_memberships()
    if found:
        keys = ", ".join(found[0].first_keys[:3])
        raise DomainError("stray_rows", f"Có {found[0].count} kỳ sinh hoạt sai vị trí: {keys}")
