"""What became of the persons once counted in a unit, wherever they are (docs/decisions/0008)."""

from django.db import migrations

from bongca.core.definer import define_function


class Migration(migrations.Migration):
    dependencies = [("members", "0002_row_security"), ("people", "0003_numbers_known_elsewhere")]

    operations = [
        define_function(
            "members_present_states",
            "of_unit bigint, persons uuid[]",
            "bigint, uuid[]",
            "table (person_id uuid, full_name varchar, birth_year smallint, sex varchar, state text)",
            """
    return query
        select person.id, person.full_name, person.birth_year, person.sex,
               case when person.status <> 'member' then person.status::text
                    when person.unit_pos between unit.lft and unit.rgt then ''
                    else 'moved' end
        from public.org_unit unit
        join public.people_person person on person.id = any (persons)
        where unit.id = of_unit
          and unit.lft between scope_lft and scope_rgt
          and exists (select from public.members_membership membership
                      where membership.person_id = person.id
                        and membership.unit_pos between unit.lft and unit.rgt);
""",
        )
    ]
