"""What admissions has done in the background."""

from bongca.admissions.queries.positions import stray_rows_here
from bongca.core.errors import DomainError
from bongca.core.jobs import job
from bongca.core.jobs.models import JobRun
from bongca.core.scope import whole_tree


@job(
    "admissions.check_positions",
    title="Soát vị trí của đơn xin vào Hội, lượt chuyển, tạm nghỉ",
    cron="25 19 * * *",
)
def check_positions(run: JobRun) -> None:
    with whole_tree():
        found = stray_rows_here()
    if found:
        keys = ", ".join(found[0].first_keys[:3])
        raise DomainError("stray_rows", f"Có {found[0].count} dòng sai vị trí: {keys}")
