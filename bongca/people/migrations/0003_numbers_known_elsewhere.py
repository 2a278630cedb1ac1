"""The only way to learn that a number is claimed outside one's scope (docs/decisions/0008)."""

from django.db import migrations

from bongca.core.definer import define_function


class Migration(migrations.Migration):
    dependencies = [("people", "0002_row_security")]

    operations = [
        define_function(
            "people_numbers_known_elsewhere",
            "digests bytea[]",
            "bytea[]",
            "setof bytea",
            """
    return query
        select distinct claim.number_hash
        from public.people_identityclaim claim
        where claim.number_hash = any (digests)
          and claim.voided_at is null
          and claim.unit_pos not between scope_lft and scope_rgt;
""",
        )
    ]
