"""What persons have done in the background."""

from bongca.core.errors import DomainError
from bongca.core.jobs import job
from bongca.core.jobs.models import JobRun
from bongca.core.scope import whole_tree
from bongca.people.queries.positions import stray_rows


@job("people.check_positions", title="Soát vị trí của người trong cây tổ chức", cron="10 19 * * *")
def check_positions(run: JobRun) -> None:
    with whole_tree():
        found = stray_rows()
    if found:
        named = "; ".join(
            f"{stray.table}: {stray.count} ({', '.join(stray.first_keys[:3])})" for stray in found
        )
        raise DomainError("stray_rows", f"Có dòng đứng sai vị trí: {named}")
