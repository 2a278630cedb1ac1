"""Loading the forms of `rules.form_table`; they change with a release, never by hand."""

from django.db import transaction
from psycopg.types.range import DateRange

from bongca.core import audit
from bongca.core.actor import Actor
from bongca.org import policies as org
from bongca.reporting.models import Form, FormLine, NarrativeSection
from bongca.reporting.rules.form_table import FORMS, FormTable


@transaction.atomic
def load_forms(*, actor: Actor) -> int:
    """Write the forms that are not there yet; a version once written is never rewritten.

    Raises NotAllowed for everybody but the installation itself.
    """
    org.require(actor, "reports.load_forms")
    written = [table for table in FORMS if _write(table)]
    audit.record(
        actor,
        "reporting.load_forms",
        ("reporting.form", "forms"),
        changes={"written": [f"{table.code}/{table.version}" for table in written]},
    )
    return len(written)


def _write(table: FormTable) -> bool:
    form, is_new = Form.objects.get_or_create(
        code=table.code,
        version=table.version,
        defaults={"name": table.name, "during": DateRange(table.since, None)},
    )
    if is_new:
        FormLine.objects.bulk_create(_lines(form, table))
        NarrativeSection.objects.bulk_create(_sections(form, table))
    return is_new


def _lines(form: Form, table: FormTable) -> list[FormLine]:
    lines: list[FormLine] = []
    for part in table.lines:
        optional = set(part.optional.split())
        for code in part.codes.split():
            lines.append(
                FormLine(
                    form=form,
                    tier=part.tier,
                    indicator_id=code,
                    section=part.section,
                    order=len(lines) + 1,
                    is_required=code not in optional,
                )
            )
    return lines


def _sections(form: Form, table: FormTable) -> list[NarrativeSection]:
    return [
        NarrativeSection(
            form=form, tier=tier, title=title, hint=hint, order=order, is_required=is_required
        )
        for tier in table.narrative_tiers
        for order, (title, hint, is_required) in enumerate(table.narrative, start=1)
    ]
