"""The first wall by itself: with row-level security wide open, each filter still holds."""

from collections.abc import Iterator

import pytest

from bongca.core import clock
from bongca.core.actor import Actor
from bongca.core.dates import PartialDate
from bongca.core.scope import whole_tree
from bongca.people.actions.identity import claim_identity
from bongca.people.actions.merging import merge_persons
from bongca.people.actions.persons import PersonFields, add_person
from bongca.people.models import Person, SensitiveRecord
from bongca.people.policies import (
    visible_claims,
    visible_merges,
    visible_persons,
    visible_sensitive,
)
from tests.cast import Cast


@pytest.fixture
def person(cast: Cast) -> Iterator[Person]:
    """Someone of thôn Đồng Tâm with a number, a sensitive record and a merge behind them."""
    system = Actor.system(cast.today)
    wanted = PersonFields("Đặng Thị Bích", "f", PartialDate(1949))
    with whole_tree():
        kept = add_person(actor=system, unit=cast.to_1, wanted=wanted)
        gone = add_person(actor=system, unit=cast.to_1, wanted=wanted)
        claim_identity(actor=system, person=kept, written="024149001234")
        merge_persons(actor=system, keep_id=kept.pk, gone_id=gone.pk, choices={})
        SensitiveRecord.objects.create(person=kept, unit_pos=kept.unit_pos, updated_at=clock.now())
        yield kept


SEES = {
    visible_persons: {"lan", "minh", "hoa"},
    visible_claims: {"lan", "minh"},
    visible_merges: {"minh"},
    visible_sensitive: {"minh"},
}
EVERYBODY = (
    "lan", "lan2", "lan3", "minh", "minh2", "minh3", "hoa", "hoa2", "tu", "mai", "binh", "quan",
    "quantri", "liaison",
)  # fmt: skip


@pytest.mark.parametrize("visible", SEES, ids=lambda function: function.__name__)
def test_each_of_the_cast_sees_what_is_theirs(cast: Cast, person: Person, visible: object) -> None:
    assert callable(visible)

    seeing = {name for name in EVERYBODY if visible(cast.actor(name)).exists()}

    assert seeing == SEES[visible]


def test_an_administrator_reads_nothing_sensitive(cast: Cast, person: Person) -> None:
    assert not visible_sensitive(cast.actor("quantri")).exists()
    assert not visible_sensitive(Actor.system(cast.today)).exists()
