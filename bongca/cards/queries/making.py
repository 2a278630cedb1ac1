"""For whom cards are to be made, and how they are numbered."""

from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from bongca.cards.enums import Prefix, Wanted
from bongca.cards.models import Card, CardDesign
from bongca.cards.rules.face import LIVE, ON_ITS_WAY, Face
from bongca.core.actor import Actor
from bongca.members.policies import visible_members
from bongca.org.models import TerritoryVersion, Unit
from bongca.people.enums import PersonStatus
from bongca.people.models import Person

ISSUER = "HỘI NGƯỜI CAO TUỔI VIỆT NAM"
TITLE = "THẺ HỘI VIÊN"
TAKES_PART = (PersonStatus.MEMBER, PersonStatus.TRANSFERRING)


def members_wanting(actor: Actor, unit: Unit, wanted: str) -> QuerySet[Person]:
    """Return the members of a unit and below for whom cards are to be made, in list order.

    Whoever already waits for printing is in neither answer.
    """
    members = visible_members(actor).filter(
        unit_pos__gte=unit.lft, unit_pos__lte=unit.rgt, status__in=TAKES_PART
    )
    taken = LIVE if wanted == Wanted.LACKING else ON_ITS_WAY
    held = Card.objects.filter(person=OuterRef("pk"), state__in=taken)
    return members.filter(~Exists(held)).order_by("unit_pos", "sort_key", "id")


def design_on(day: date) -> CardDesign:
    """Return the design of cards made on a day; a plain one, not kept, while Central set none."""
    known = CardDesign.objects.filter(since__lte=day).order_by("-since").first()
    return known or plain_design(day)


def plain_design(day: date) -> CardDesign:
    """Return the design a fresh installation prints: no signatory, commune code and six digits."""
    return CardDesign(since=day, issuer=ISSUER, title=TITLE)


def face_of(design: CardDesign) -> Face:
    """Return what a design puts on the card."""
    return Face(
        issuer=design.issuer,
        title=design.title,
        signatory_title=design.signatory_title,
        signatory_name=design.signatory_name,
        width=design.width_tenth_mm / 10,
        height=design.height_tenth_mm / 10,
    )


def prefix_for(design: CardDesign, commune: Unit, day: date) -> str:
    """Return what the numbers of a commune begin with: the State's code of the day.

    A unit that serves no territory of its own begins with the number of its row.
    """
    if design.prefix == Prefix.NONE:
        return ""
    unit_id = commune.pk if design.prefix == Prefix.COMMUNE else commune.province_id or commune.pk
    codes = TerritoryVersion.objects.filter(
        territory__covered_by__unit_id=unit_id,
        territory__covered_by__during__contains=day,
        during__contains=day,
    ).order_by("code")
    return codes.values_list("code", flat=True).first() or f"D{unit_id}"
