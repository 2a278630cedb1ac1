"""What was accepted cannot be rewritten, whoever asks: the database refuses it."""

from django.db import migrations

TABLES = ("reporting_figure", "reporting_countedfigure", "reporting_narrative")

FUNCTION = """
create function reporting_refuse_frozen() returns trigger language plpgsql as $$
begin
    if exists (
        select 1 from reporting_report
        where id = coalesce(new.report_id, old.report_id) and state in ('accepted', 'closed')
    ) then
        raise exception 'report is frozen'
            using errcode = 'check_violation', constraint = 'reporting_report_is_frozen';
    end if;
    return coalesce(new, old);
end $$
"""


class Migration(migrations.Migration):
    dependencies = [("reporting", "0001_initial")]

    operations = [
        migrations.RunSQL(FUNCTION, "drop function reporting_refuse_frozen()"),
        *(
            migrations.RunSQL(
                f"create trigger {table}_frozen before insert or update or delete on {table}"
                " for each row execute function reporting_refuse_frozen()",
                f"drop trigger {table}_frozen on {table}",
            )
            for table in TABLES
        ),
    ]
