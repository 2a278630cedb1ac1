"""What the world has around members: cards, who comes and goes, rolls, care, privacy."""

from bongca.admissions.actions.applications import Asking, record_application
from bongca.admissions.actions.pauses import pause_member
from bongca.admissions.actions.together import move_together
from bongca.admissions.actions.transfers import send_transfer
from bongca.admissions.models import Transfer
from bongca.cards.actions.blanks import record_blanks
from bongca.cards.actions.listing import list_cards
from bongca.cards.actions.settings import DesignFields, open_campaign, set_design
from bongca.cards.models import Card
from bongca.care.actions.levels import NewLevel, set_level
from bongca.care.actions.requests import Answers, RequestStep, record_answers, record_request
from bongca.care.actions.rounds import Ceremony, add_round, freeze_round
from bongca.care.models import Recipient
from bongca.core import clock
from bongca.core.files import store_attachment
from bongca.core.ids import uuid7
from bongca.core.scope import scoped
from bongca.members.models import MemberCount, MemberCountDelta
from bongca.members.tests.factories import admit
from bongca.people.actions.circumstances import Kin, record_circumstances
from bongca.people.actions.identity import claim_identity
from bongca.people.actions.merging import merge_persons
from bongca.people.actions.persons import PersonFields
from bongca.people.enums import CircumstanceKind
from bongca.people.models import Circumstance, Person, SensitiveRecord
from bongca.privacy.tests.factories import add_privacy
from bongca.rolls.enums import BatchState, LineState
from bongca.rolls.models import RollBatch, RollLine
from bongca.rolls.policies import PURPOSE
from tests.access.world import World, today_actor


def stage_members(world: World) -> None:
    cast = world.cast
    with scoped(today_actor(cast, "lan")):
        names = ("Nguyễn Thị Mận", "Lò Văn Đạt", "Bùi Thị Lượng", "Bùi Thị Lượng")
        rows = [admit(today_actor(cast, "lan"), cast.dong_tam, name) for name in names]
    person, other, kept, gone = (row.person_id for row in rows)
    with scoped(today_actor(cast, "minh")):
        merge = merge_persons(
            actor=today_actor(cast, "minh"), keep_id=kept, gone_id=gone, choices={}
        )
    with scoped(today_actor(cast, "minh")):
        known = Person.objects.get(pk=person)
        claim = claim_identity(
            actor=today_actor(cast, "minh"), person=known, written="024152000101"
        )
        sensitive = SensitiveRecord.objects.create(person=known, unit_pos=known.unit_pos)
        known_living = {CircumstanceKind.ALONE: 2026}
        record_circumstances(
            actor=today_actor(cast, "minh"), person_id=known.pk, known=known_living,
            kin=Kin("Vũ Thị Lan", "con gái"),
        )  # fmt: skip
        living = Circumstance.objects.get(person=known)
    count = MemberCount.objects.create(
        commune=cast.tan_yen, commune_pos=cast.tan_yen.lft, birth_year=1950, sex="f",
        status="member", count=1,
    )  # fmt: skip
    change = MemberCountDelta.objects.filter(commune_id=cast.tan_yen.pk)[0]
    world.things |= {"circumstance": living.pk, "person:kin": known.pk}
    world.things |= {"claim": claim.pk, "sensitive": sensitive.pk}
    world.things |= {"count": count.pk, "count:change": change.pk}
    world.things |= {
        "person": person, "person:other": other, "membership": rows[0].pk, "merge": merge.pk,
        "nothing": uuid7(),
    }  # fmt: skip


def stage_cards(world: World) -> None:
    """A list of Minh's not printed yet, and a campaign of Central."""
    cast = world.cast
    with scoped(today_actor(cast, "minh")):
        batch = list_cards(actor=today_actor(cast, "minh"), commune=cast.tan_yen, wanted="lacking")
        card = Card.objects.get(batch=batch, person_id=world.things["person"])
    mai = today_actor(cast, "mai")
    design = DesignFields(since=clock.today(), issuer="HỘI", title="THẺ")
    world.things |= {
        "cards": batch.pk, "card": card.pk,
        "campaign": open_campaign(actor=mai, unit=cast.central, name="Đổi thẻ").pk,
        "design": set_design(actor=mai, unit=cast.central, fields=design).pk,
        "blanks": record_blanks(
            actor=mai, unit=cast.central, move="received", count=5
        ).pk,
    }  # fmt: skip


def stage_admissions(world: World) -> None:
    """Somebody asks Lan to be taken in, one of hers goes to Nhã Nam, another rests."""
    cast, lan = world.cast, today_actor(world.cast, "lan")
    today = clock.today()
    with scoped(lan):
        asked = record_application(
            actor=lan, unit=cast.dong_tam, wanted=PersonFields("Trần Thị Giỏi", "f"),
            asking=Asking(today),
        )  # fmt: skip
        away, tired = (
            admit(lan, cast.dong_tam, name).person_id for name in ("Đỗ Thị Ngữ", "Vũ Đình Khuyến")
        )
        sent = send_transfer(actor=lan, person_id=away, to_unit_id=cast.nha_nam.pk)
        moved = [admit(lan, cast.to_1, name).person_id for name in ("Đặng Thị Bích", "Lò Thị Diễm")]
        together = move_together(actor=lan, person_ids=moved, to_unit=cast.to_2, on=today)
        rest = pause_member(actor=lan, person_id=tired, on=today, reason="Ở với con")
    with scoped(today_actor(cast, "minh2")):
        received = Transfer.objects.get(transfer=sent.transfer)
    world.things |= {
        "application": asked.pk, "transfer": sent.pk, "transfer:in": received.pk, "pause": rest.pk,
        "together": together.pk,
    }  # fmt: skip


def stage_roll(world: World) -> None:
    """Leave a roll of Lan's at its preview, with the one line that can be read."""
    cast = world.cast
    actor = today_actor(cast, "lan")
    with scoped(actor):
        kept = store_attachment(
            actor=actor, purpose=PURPOSE, name="DS.csv", chunks=[b"ten"], content_type="text/csv"
        )
        batch = RollBatch.objects.create(
            unit=cast.dong_tam, attachment=kept, file_name="DS.csv", state=BatchState.PREVIEW,
            brought_by_id=cast.lan.pk, brought_at=clock.now(),
        )  # fmt: skip
        line = RollLine.objects.create(
            batch=batch, unit_pos=cast.dong_tam.lft, ordinal=1, table=0, sheet="DS", line=2,
            state=LineState.UNREADABLE, target=cast.dong_tam,
        )  # fmt: skip
    world.objects["roll"] = batch
    world.things |= {"roll": batch.pk, "roll:line": line.pk, "roll:file": kept.pk}


def stage_care(world: World) -> None:
    """A round of Minh's still open and one frozen, a level, and the request of one person."""
    cast, minh = world.cast, today_actor(world.cast, "minh")
    person, day = world.things["person"], clock.today()
    level = NewLevel("75", day, 300_000, "", "Nghị quyết")
    with scoped(minh):
        level_row = set_level(actor=minh, unit=cast.tan_yen, level=level)
        rounds = [
            add_round(actor=minh, unit=cast.tan_yen, ceremony=Ceremony(day.year, occasion, day))
            for occasion in ("tet", "elders_day")
        ]
        freeze_round(actor=minh, round_id=rounds[1].pk)
        admit(minh, cast.dong_tam, "Phạm Văn Đễ", birth=str(day.year - 80))
        recipient = Recipient.objects.get(round=rounds[1], person_id=person)
        step = RequestStep("handed_in", day)
        request = record_request(actor=minh, person_id=person, code="social_pension", step=step)
        answers = record_answers(actor=minh, person_id=person, answers=Answers(pension="no"))
    world.things |= {
        "longevity": rounds[0].pk, "longevity:frozen": rounds[1].pk, "recipient": recipient.pk,
        "level": level_row.pk, "request": request.pk, "answers": answers.pk,
    }  # fmt: skip


def stage_privacy(world: World) -> None:
    """A text of Minh's, and of one person a consent, a request and a look at the number."""
    minh = today_actor(world.cast, "minh")
    with scoped(minh):
        world.things |= add_privacy(minh, world.cast.tan_yen, world.things["person"])
