"""A task or a programme mended after it was worded; who was given it is told once."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.urls import reverse

from bongca.accounts.actions.notices import notify
from bongca.core import audit
from bongca.core.actor import Actor
from bongca.core.errors import Changed, DomainError, NotAllowed
from bongca.core.jobs import enqueue
from bongca.core.text import nfc
from bongca.indicators.models import Indicator
from bongca.org.policies import require_writable
from bongca.programmes import policies
from bongca.programmes.actions.programmes import WORD, require_wording
from bongca.programmes.actions.reminding import CARRIERS, users_at
from bongca.programmes.actions.revising import keep_revision, revise
from bongca.programmes.actions.tasks import lock_task, require_programme
from bongca.programmes.enums import OPEN_STATES, AssigneeKind
from bongca.programmes.models import Assignment, Programme, Revision, Target, Task
from bongca.programmes.rules.dues import parse_due

TOLD_AT_ONCE = 2_000
TASK_FIELDS = (
    "name", "words", "due_said", "programme", "is_key", "repeats", "source_kind", "source_words",
    "citation_symbol", "citation_on", "citation_issuer", "gathering", "place", "guests",
    "budget_vnd",
)  # fmt: skip
PROGRAMME_FIELDS = (
    "kind", "name", "parent", "partner", "own_part", "partner_part", "citation_symbol",
    "citation_on", "citation_issuer", "citation", "budget_vnd", "resources", "people",
)  # fmt: skip


@transaction.atomic
def edit_task(*, actor: Actor, task: Task, said: Mapping[str, Any], version: int) -> Task:
    """Mend the wording, the day or the source of a task; both wordings are kept.

    The copies keep the day they were given and their holders are told once. `said` holds fields
    of TASK_FIELDS. Raises Changed, DomainError without a name or when it is over, Http404,
    NotAllowed, Frozen.
    """
    policies.require_give(actor, task)
    latest = lock_task(task)
    wanted = {name: said[name] for name in TASK_FIELDS if name in said}
    if not nfc(str(wanted.get("name", latest.name))):
        raise DomainError("name_missing", "Xin ghi tên nhiệm vụ.", field="name")
    require_programme(latest.unit, wanted.get("programme"))
    if "due_said" in wanted:
        wanted |= _days(latest, nfc(str(wanted["due_said"])), actor.today)
    revision = revise(actor, latest, wanted, version)
    if revision is None:
        return latest
    enqueue("programmes.tell_change", actor=actor, revision_id=revision.pk, by=actor.user_id)
    audit.record(
        actor,
        "programmes.edit_task",
        latest,
        changes={"fields": _labels(revision)},
    )
    return latest


def _labels(revision: Revision) -> list[str]:
    return [label for label, _, _ in revision.changes]


def _days(task: Task, said: str, today: date) -> dict[str, Any]:
    """The days that the words mean now; words left as they were leave the days alone."""
    shown = f"{task.due_on:%d/%m/%Y}" if task.due_on else ""
    if said in (task.due_said, shown) and said:
        return {"due_said": task.due_said}
    span = parse_due(said, today) if said else None
    first, last = (span.first, span.last) if span else (None, None)
    return {"due_said": said, "due_since": first, "due_on": last}


@transaction.atomic
def tell_change(
    *, actor: Actor, revision: Revision, after: int = 0, by: int | None = None
) -> int | None:
    """Tell those who owe a copy given before the change, some at a time; each once.

    Return the key to go on after, None when all were told. Only the installation may: raises
    NotAllowed.
    """
    if not actor.is_system:
        raise NotAllowed("programmes.tell_change")
    task = revision.task
    if task is None:
        return None
    copies = Assignment.objects.filter(task=task, state__in=OPEN_STATES, sent_at__lt=revision.at)
    batch = list(
        copies.filter(pk__gt=after)
        .order_by("pk")
        .values_list("pk", "unit_id", "kind", "user_id")[:TOLD_AT_ONCE]
    )
    persons = {user for _, _, kind, user in batch if kind == AssigneeKind.PERSON and user}
    units = {unit for _, unit, kind, _ in batch if kind in (AssigneeKind.UNIT, AssigneeKind.BODY)}
    notify(
        actor=actor,
        user_ids=(persons | set(users_at(actor, units, CARRIERS))) - {by},
        text=f"Nơi giao đã sửa nhiệm vụ: {task.name}",
        url=reverse("programmes:task_detail", args=[task.pk]),
        about=f"programmes.changed:{revision.pk}",
        title="Một nhiệm vụ được giao đã sửa",
    )
    audit.record(actor, "programmes.tell_change", task, changes={"copies": len(batch)})
    return batch[-1][0] if len(batch) == TOLD_AT_ONCE else None


@transaction.atomic
def edit_programme(
    *,
    actor: Actor,
    programme: Programme,
    said: Mapping[str, Any],
    since: date,
    until: date | None = None,
    version: int,
) -> Programme:
    """Mend a programme: its words, days, people, means; both wordings are kept.

    Raises Changed, DomainError as when it is laid down, Http404, NotAllowed.
    """
    require_writable(actor, WORD, programme.unit)
    latest = Programme.objects.select_for_update(of=("self",)).get(pk=programme.pk)
    wanted = {name: said[name] for name in PROGRAMME_FIELDS if name in said}
    parent = wanted.get("parent", latest.parent)
    require_wording(
        unit=latest.unit,
        kind=wanted.get("kind", latest.kind),
        name=wanted.get("name", latest.name),
        since=since,
        until=until,
        parent=parent,
        partner=wanted.get("partner", latest.partner),
    )
    _require_no_circle(latest, parent)
    revision = revise(actor, latest, wanted | {"during": DateRange(since, until)}, version)
    if revision is not None:
        audit.record(
            actor, "programmes.edit_programme", latest,
            changes={"fields": _labels(revision)},
        )  # fmt: skip
    return latest


def _require_no_circle(programme: Programme, parent: Programme | None) -> None:
    above = parent
    while above is not None:
        if above.pk == programme.pk:
            raise DomainError(
                "circle", "Chương trình không thể nằm trong chính mình.", field="parent"
            )
        above = above.parent


@transaction.atomic
def edit_target(
    *,
    actor: Actor,
    target: Target,
    version: int,
    words: str = "",
    indicator: Indicator | None = None,
    value: Decimal | None = None,
    measure: str = "",
    due_on: date | None = None,
) -> Target:
    """Mend what a programme is to reach; the programme keeps what it was to reach before.

    `version` is that of the programme. Raises Changed, DomainError without words, NotAllowed.
    """
    programme = _lock_of(actor, target, version)
    if indicator is None and not nfc(words):
        raise DomainError("what", "Xin ghi chỉ tiêu bằng lời hoặc chọn trong danh mục.")
    before = target_words(target)
    target.indicator, target.words, target.value = indicator, nfc(words)[:300], value
    target.measure, target.due_on = nfc(measure)[:40], due_on
    target.save()
    _keep(actor, programme, before, target_words(target))
    audit.record(actor, "programmes.edit_target", target, changes={"programme": programme.pk})
    return target


@transaction.atomic
def drop_target(*, actor: Actor, target: Target, version: int) -> None:
    """Take a target out of a programme, which keeps that it once had it. Raises Changed."""
    programme = _lock_of(actor, target, version)
    audit.record(actor, "programmes.drop_target", target, changes={"programme": programme.pk})
    _keep(actor, programme, target_words(target), "Đã bỏ")
    target.delete()


def _lock_of(actor: Actor, target: Target, version: int) -> Programme:
    require_writable(actor, WORD, target.programme.unit)
    programme = Programme.objects.select_for_update(of=("self",)).get(pk=target.programme_id)
    if programme.version != version:
        theirs = [target_words(one) for one in programme.targets.select_related("indicator")]
        raise Changed({"Chỉ tiêu": "; ".join(theirs)}, {"Chỉ tiêu": target_words(target)})
    return programme


def _keep(actor: Actor, programme: Programme, before: str, after: str) -> None:
    programme.version += 1
    programme.save(update_fields=["version"])
    keep_revision(actor, programme, [("Chỉ tiêu", before, after)])


def target_words(target: Target) -> str:
    """Return a target as one line: what, how much, until when."""
    value = "" if target.value is None else f"{target.value.normalize():f} {target.measure}"
    due = f"đến {target.due_on:%d/%m/%Y}" if target.due_on else ""
    return " ".join(filter(None, (f"{target}:", value.strip(), due))).strip(" :")
