"""What the database holds fast has a sentence for people."""

from django.apps import apps
from django.db import models

from bongca.reporting.actions.refusals import CONSTRAINT_SENTENCES


def test_every_constraint_has_its_sentence() -> None:
    named = {
        constraint.name
        for model in apps.get_app_config("reporting").get_models()
        for constraint in model._meta.constraints
    }

    assert named - set(CONSTRAINT_SENTENCES) == set()


def test_no_table_of_reports_points_at_a_person() -> None:
    pointed = {
        field.related_model._meta.label
        for model in apps.get_app_config("reporting").get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey) and not isinstance(field.related_model, str)
    }

    assert not any(label.startswith(("people.", "members.")) for label in pointed)
