"""Work in the background, on PostgreSQL: queued by name, in the caller's own transaction.

    @job("members.print_cards", title="In thẻ hội viên")
    def print_cards(run: JobRun, *, unit_id: int) -> None: ...

    run = enqueue("members.print_cards", actor=actor, unit_id=unit.pk)

What a job may rely on, and what it owes:
- it is queued if and only if the transaction around `enqueue` commits;
- it may run **more than once**: after a kill it is begun again from the start, so it must find
  out by itself what is already done (write each piece in a transaction that also marks it);
- it runs outside any transaction and outside any scope: it opens `scoped(actor)` itself;
- its keyword values are plain JSON (ids, codes, dates as text), never personal data;
- `progress(run, ...)` between two transactions shows how far it is and stops it when somebody
  cancelled it;
- a `DomainError` ends it as failed with that sentence; a lost database is tried again.
"""

from bongca.core.jobs import upkeep  # registers its job
from bongca.core.jobs.queue import UnknownJob, cancel, enqueue
from bongca.core.jobs.registry import job, known_jobs
from bongca.core.jobs.running import JobCancelled, progress, work_off

__all__ = [
    "JobCancelled",
    "UnknownJob",
    "cancel",
    "enqueue",
    "job",
    "known_jobs",
    "progress",
    "upkeep",
    "work_off",
]
