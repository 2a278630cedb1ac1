"""Row-level security on the staged lines of rolls (design.md 6 and 14.5)."""

from django.db import migrations

from bongca.core.rls import protect


class Migration(migrations.Migration):
    dependencies = [("rolls", "0001_initial")]

    operations = [protect("rolls_rollline")]
