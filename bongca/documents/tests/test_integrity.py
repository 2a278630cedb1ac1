"""What the database holds fast has a sentence for people."""

from django.apps import apps

from bongca.documents.actions.refusals import CONSTRAINT_SENTENCES


def test_every_constraint_has_its_sentence() -> None:
    named = {
        constraint.name
        for model in apps.get_app_config("documents").get_models()
        for constraint in model._meta.constraints
    }

    assert named - set(CONSTRAINT_SENTENCES) == set()
