"""The app may write audit entries and read them; it may never change or delete one."""

from django.db import migrations

_TABLES = "core_auditentry, core_auditseal"
_IF_ROLE = "do $$ begin if exists (select from pg_roles where rolname = 'bongca_app') then {} end if; end $$"


class Migration(migrations.Migration):
    dependencies = [("core", "0001_initial")]

    operations = [
        migrations.RunSQL(
            sql=_IF_ROLE.format(f"revoke update, delete, truncate on {_TABLES} from bongca_app;"),
            reverse_sql=_IF_ROLE.format(f"grant update, delete on {_TABLES} to bongca_app;"),
        )
    ]
