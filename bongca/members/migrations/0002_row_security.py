"""Row-level security on memberships (design.md 6 and 14.5)."""

from django.db import migrations

from bongca.core.rls import protect


class Migration(migrations.Migration):
    dependencies = [("members", "0001_initial")]

    operations = [protect("members_membership")]
