"""Answers and requests go where their person goes, also into a unit out of sight (ADR 0008)."""

from django.db import migrations

from bongca.core.definer import follow_person


class Migration(migrations.Migration):
    dependencies = [("care", "0001_initial"), ("people", "0003_numbers_known_elsewhere")]

    operations = [follow_person("care_careanswers"), follow_person("care_rightrequest")]
