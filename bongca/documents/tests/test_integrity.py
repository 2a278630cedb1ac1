"""What the database holds fast has a sentence for people."""

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction

from bongca.documents.actions.refusals import CONSTRAINT_SENTENCES
from bongca.documents.tests.register import enter, numbered
from tests.cast import Cast


def test_every_constraint_has_its_sentence() -> None:
    named = {
        constraint.name
        for model in apps.get_app_config("documents").get_models()
        for constraint in model._meta.constraints
    }

    assert named - set(CONSTRAINT_SENTENCES) == set()


@pytest.mark.parametrize("name", ["incoming", "outgoing"])
def test_a_paper_stands_in_a_book_of_its_own_unit(cast: Cast, name: str) -> None:
    paper = enter(cast) if name == "incoming" else numbered(cast)
    said = f"{name}_in_a_book_of_its_unit"
    with pytest.raises(IntegrityError, match=said), transaction.atomic():
        type(paper)._default_manager.filter(pk=paper.pk).update(unit=cast.nha_nam)

    assert said in CONSTRAINT_SENTENCES
