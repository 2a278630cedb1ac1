"""Row-level security on every table that bears persons (design.md 6 and 14.5)."""

from django.db import migrations

from bongca.core.rls import protect


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]

    operations = [
        protect("people_person"),
        protect("people_identityclaim"),
        protect("people_sensitiverecord"),
        protect("people_personmerge"),
    ]
