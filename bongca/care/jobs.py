"""What care has done in the background."""

import tempfile
from typing import Any

from bongca.care.actions.files import keep_file
from bongca.care.enums import FileKind
from bongca.care.exports.files import EXTENSIONS, make_file, write_by_commune
from bongca.care.exports.lists import write_list
from bongca.care.models import LongevityRound
from bongca.care.queries.celebrated import Wanted
from bongca.care.queries.files import FILE
from bongca.care.queries.listed import Listing, lines_of, listing_of
from bongca.care.queries.positions import stray_rows_of_care
from bongca.core import clock
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.core.jobs import job, progress
from bongca.core.jobs.models import JobRun
from bongca.core.scope import scoped, whole_tree
from bongca.org.enums import Tier
from bongca.org.models import Unit
from bongca.org.queries.acting import acting_again


@job("care.write_file", title="Lập danh sách, giấy mừng thọ", keep_days=8)
def write_file(
    run: JobRun,
    *,
    user_id: int,
    acting_unit_id: int,
    role: str,
    kind: str,
    unit_id: int,
    narrowed: dict[str, Any],
    round_id: int | None,
    count: int,
) -> None:
    actor = acting_again(user_id, acting_unit_id, role, clock.today())
    if FILE.finished(actor, run.pk) is not None:
        return
    unit = Unit.objects.select_related("parent").get(pk=unit_id)
    round = LongevityRound.objects.filter(pk=round_id).first() if round_id else None
    with scoped(actor):
        listing = listing_of(actor, unit, Wanted(**narrowed), round)
    chosen = FileKind(kind)
    is_archive = unit.tier == Tier.PROVINCE and chosen != FileKind.EXCEL
    with tempfile.TemporaryFile() as out:
        if is_archive:
            write_by_commune(actor, listing, chosen, out, lambda done: progress(run, done))
        else:
            _write_one(run, actor, listing, chosen, out, count)
        out.seek(0)
        extension = "zip" if is_archive else EXTENSIONS[chosen]
        chunks = iter(lambda: out.read(1 << 16), b"")
        keep_file(actor=actor, run_id=run.pk, extension=extension, chunks=chunks)


def _write_one(
    run: JobRun, actor: Actor, listing: Listing, kind: FileKind, out: Any, count: int
) -> None:
    with scoped(actor):
        if kind == FileKind.EXCEL:
            write_list(lines_of(actor, listing), out)
        else:
            out.write(make_file(actor, listing, kind))
    progress(run, count, count)


@job("care.check_positions", title="Soát vị trí của sổ chăm lo", cron="25 19 * * *")
def check_positions(run: JobRun) -> None:
    with whole_tree():
        found = stray_rows_of_care()
    if found:
        keys = ", ".join(found[0].first_keys[:3])
        raise DomainError("stray_rows", f"Có {found[0].count} dòng sai vị trí: {keys}")
