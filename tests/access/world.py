"""The things the table speaks of, one of each kind, most of them Lan's or Minh's."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from allauth.usersessions.models import UserSession
from django.test import Client
from django.test.client import ClientHandler

from bongca.accounts.actions.notices import notify
from bongca.accounts.actions.tokens import make_token
from bongca.accounts.models import ApiToken, Notice
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
from bongca.config.door.middleware import SEEN_KEY
from bongca.core import clock
from bongca.core.actor import Actor
from bongca.core.files import store_attachment
from bongca.core.ids import uuid7
from bongca.core.jobs.models import JobRun
from bongca.core.scope import scoped
from bongca.documents.actions.attaching import Brought
from bongca.documents.tests.world import add_papers
from bongca.meetings.actions.agenda_papers import add_agenda_paper
from bongca.meetings.actions.ballots import open_ballot
from bongca.meetings.actions.meetings import add_agenda_item, record_report
from bongca.meetings.tests.factories import add_meeting, call, call_units, conclude
from bongca.members.models import MemberCount, MemberCountDelta
from bongca.members.tests.factories import admit
from bongca.offices.actions.appointments import appoint
from bongca.offices.actions.bodies import body_for
from bongca.offices.actions.seeds import seed_positions
from bongca.offices.models import Appointment, Position
from bongca.org import rules
from bongca.org.actions.grants import give_grant
from bongca.people.actions.circumstances import Kin, record_circumstances
from bongca.people.actions.identity import claim_identity
from bongca.people.actions.merging import merge_persons
from bongca.people.actions.persons import PersonFields
from bongca.people.enums import CircumstanceKind
from bongca.people.models import Circumstance, Person, SensitiveRecord
from bongca.portal.queries.guide import guide_pages
from bongca.privacy.tests.factories import add_privacy
from bongca.programmes.actions.carrying import hand_in
from bongca.programmes.actions.cascading import cascade, give_down
from bongca.programmes.actions.milestones import add_milestone
from bongca.programmes.actions.programmes import create_programme, set_target
from bongca.programmes.actions.reviewing import request_extension
from bongca.programmes.actions.tasks import Assignee, create_task
from bongca.programmes.tests.factories import copy_of
from bongca.readings.actions import read_text
from bongca.readings.models import Proposal
from bongca.reporting.tests.factories import add_members, open_setting
from bongca.rolls.enums import BatchState, LineState
from bongca.rolls.models import RollBatch, RollLine
from bongca.rolls.policies import PURPOSE
from tests.access.rows import ANYONE, WHO
from tests.cast import Cast, build_cast


@dataclass
class World:
    """The cast with something of everything; `find("user:lan")` gives what stands in a URL."""

    cast: Cast
    things: dict[str, Any] = field(default_factory=dict)
    objects: dict[str, Any] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    cookies: dict[str, Any] = field(default_factory=dict)
    handler: ClientHandler = field(default_factory=lambda: ClientHandler(enforce_csrf_checks=False))

    def find(self, name: str) -> Any:
        kind, _, key = name.partition(":")
        if name.startswith("="):
            return name[1:]
        if kind == "unit":
            return self.cast.units[key].pk
        if kind == "user":
            return self.cast.users[key].pk
        if kind == "grant" and key in self.cast.grants:
            return self.cast.grants[key].pk
        return self.things[name]

    def client(self, who: str) -> Client:
        """Return a fresh browser of somebody who has signed in, so that no row sees another's."""
        client = Client(raise_request_exception=True)
        client.handler = self.handler  # the middleware is put together once, not for each request
        if who != ANYONE:
            client.cookies.load(self.cookies[who])
        return client


def build_world() -> World:
    """Set the stage through the actions, once for the whole table."""
    world = World(build_cast())
    cast = world.cast
    for who in WHO[:-1]:
        signed_in = cast.client(who)
        session = signed_in.session
        session[SEEN_KEY] = clock.now().timestamp()  # else every request would write it
        session.save()
        world.cookies[who] = {key: morsel.value for key, morsel in signed_in.cookies.items()}
    _add_account_things(world)
    _add_office(world)
    _add_members(world)
    _add_cards(world)
    _add_admissions(world)
    _add_roll(world)
    _add_round(world)
    _add_papers(world)
    _add_tasks(world)
    _add_meetings(world)
    _add_care(world)
    _add_privacy(world)
    return world


def today_actor(cast: Cast, who: str) -> Actor:
    return cast.actor(who, clock.today())


def _add_account_things(world: World) -> None:
    cast = world.cast
    notify(actor=today_actor(cast, "minh"), user_ids=[cast.lan.pk], text="Thử", about="thu")
    world.things["notice:lan"] = Notice.objects.get(user=cast.lan, about="thu").pk
    for who in WHO[:-1]:
        words = [word for word in rules.API_WORDS if today_actor(cast, who).holds(word)]
        if words:
            made = make_token(
                actor=today_actor(cast, who), user=cast.users[who], name="Bảng điện tử",
                words=words, expires_on=clock.today() + timedelta(days=30),
            )  # fmt: skip
            world.keys[who] = made.key
    world.things["token:minh"] = ApiToken.objects.get(user=cast.minh).pk
    session = UserSession.objects.create(
        user=cast.lan, ip="127.0.0.1", session_key="a" * 32, user_agent="Điện thoại"
    )
    world.things["session:lan"] = session.pk
    waiting = give_grant(
        actor=today_actor(cast, "quantri"), user=cast.hoa, role="central_office", unit=cast.central
    )
    world.things["grant:waiting"] = waiting.pk
    world.things["guide"] = guide_pages()[0].slug
    run = JobRun.objects.create(name="core.seal_audit", title="Thử", queued_at=clock.now())
    world.things["job"] = run.pk


def _add_office(world: World) -> None:
    cast = world.cast
    actor = today_actor(cast, "minh")
    seed_positions(actor=Actor.system(clock.today()))
    with scoped(actor):
        position = Position.objects.get(pk="branch.head")
        body = body_for(actor, cast.dong_tam, position.body_kind, cast.today)
        appoint(
            actor=actor, body=body, position=position, on=cast.today, how="elected",
            new_person=PersonFields("Vũ Thị Lan", "f"),
        )  # fmt: skip
        world.things["body"] = body.pk
        world.things["appointment"] = Appointment.objects.get(unit=cast.dong_tam).pk


def _add_members(world: World) -> None:
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


def _add_cards(world: World) -> None:
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


def _add_admissions(world: World) -> None:
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


def _add_roll(world: World) -> None:
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


def _add_meetings(world: World) -> None:
    """A meeting of Central with a conclusion, a text read and a ballot; one that called others."""
    cast = world.cast
    meeting = add_meeting(cast, held_on=cast.today)
    conclusion = conclude(cast, meeting)
    mai = today_actor(cast, "mai")
    reading = read_text(
        actor=mai, meeting=meeting, text="Chủ tịch kết luận: Các Ban tiếp tục rà soát quy chế."
    )
    call(cast, meeting, "binh")
    ballot = open_ballot(
        actor=mai, meeting=meeting, form="written", question="Thông qua kế hoạch",
        majority="half_list",
    )  # fmt: skip
    called = add_meeting(cast, name="Họp trực tuyến toàn quốc", held_on=cast.today)
    participant = call_units(cast, called, "bac_ninh")
    item = add_agenda_item(actor=mai, meeting=called, title="Sơ kết quý III")
    brought = Brought("so-ket.pdf", b"%PDF-1.7\n1 0 obj\n")
    agenda_paper = add_agenda_paper(actor=mai, item=item, file=brought)
    reported = record_report(actor=mai, meeting=called, said_by="Ban Chăm sóc", text="Đã xong.")
    world.objects |= {"meeting": meeting, "meeting:called": called}
    world.things |= {
        "meeting": meeting.pk, "meeting:called": called.pk, "participant": participant.pk,
        "agenda_item": item.pk, "agenda_paper": agenda_paper.pk, "body_report": reported.pk,
        "conclusion": conclusion.pk, "reading": reading.pk, "ballot": ballot.pk,
        "proposal": Proposal.objects.filter(reading=reading, kind="conclusion")[0].pk,
    }  # fmt: skip


def _add_round(world: World) -> None:
    cast = world.cast
    add_members(cast.dong_tam, 3)
    setting = open_setting(cast)
    world.things["round"] = setting.round.pk
    for key in ("dong_tam", "tan_yen", "bac_ninh"):
        world.things[f"report:{key}"] = setting.report(key).pk


def _add_papers(world: World) -> None:
    world.things |= add_papers(world.cast, clock.today())


def _add_tasks(world: World) -> None:
    """Central's task given down to Lan, one of Minh's that she handed in, and a joint plan."""
    cast, due = world.cast, clock.today() + timedelta(days=30)
    task = create_task(
        actor=today_actor(cast, "mai"), unit=cast.central, name="Thăm người cao tuổi",
        due_on=due, repeats="yearly",
    )  # fmt: skip
    give_down(actor=today_actor(cast, "mai"), task=task, to=[cast.bac_ninh])
    for who, unit, below in (("hoa", "bac_ninh", "tan_yen"), ("minh", "tan_yen", "dong_tam")):
        copy = copy_of(task, cast.units[unit])
        cascade(actor=today_actor(cast, who), assignment=copy, to=[cast.units[below]])
    asked = request_extension(
        actor=today_actor(cast, "lan"), assignment=copy_of(task, cast.dong_tam),
        wanted_on=due + timedelta(days=9), reason="Mưa",
    )  # fmt: skip
    other = create_task(
        actor=today_actor(cast, "minh"), unit=cast.tan_yen, name="Gặp mặt", due_on=due,
        assignees=[Assignee(unit=cast.dong_tam)],
    )  # fmt: skip
    done = copy_of(other, cast.dong_tam)
    hand_in(actor=today_actor(cast, "lan"), assignment=done, result="Xong")
    plan = create_programme(
        actor=today_actor(cast, "mai"), unit=cast.central, kind="joint", name="Khám mắt",
        since=clock.today(), partner=cast.partner,
    )  # fmt: skip
    shared = create_task(
        actor=today_actor(cast, "mai"), unit=cast.central, name="Khám", programme=plan,
        assignees=[Assignee(unit=cast.bac_ninh)],
    )  # fmt: skip
    part = add_milestone(
        actor=today_actor(cast, "mai"), task=task, name="Tham luận", is_for_all=False
    )
    target = set_target(actor=today_actor(cast, "mai"), programme=plan, words="Khám 1.000 người")
    runs = [_cascade_run(task.pk, cast.central.pk, state) for state in ("queued", "cancelled")]
    world.things |= {
        "task": task.pk, "task:joint": shared.pk, "programme": plan.pk, "extension": asked.pk,
        "export:mai": _export_run(cast.mai.pk).pk, "milestone": part.pk, "target": target.pk,
        "copy": copy_of(task, cast.dong_tam).pk, "copy:tan_yen": copy_of(task, cast.tan_yen).pk,
        "copy:done": done.pk, "run": runs[0].pk, "run:stopped": runs[1].pk,
    }  # fmt: skip


def _add_care(world: World) -> None:
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


def _add_privacy(world: World) -> None:
    """A text of Minh's, and of one person a consent, a request and a look at the number."""
    minh = today_actor(world.cast, "minh")
    with scoped(minh):
        world.things |= add_privacy(minh, world.cast.tan_yen, world.things["person"])


def _export_run(user_id: int) -> JobRun:
    return JobRun.objects.create(
        name="programmes.write_export", title="Ghi", kwargs={}, state="queued",
        started_by_id=user_id, queued_at=clock.now(),
    )  # fmt: skip


def _cascade_run(task_id: int, unit_id: int, state: str) -> JobRun:
    kwargs = {
        "task_id": task_id, "unit_id": unit_id, "tiers": ["province"], "due_on": "",
        "addition": "", "by": "Thử",
    }  # fmt: skip
    return JobRun.objects.create(
        name="programmes.cascade", title="Giao", kwargs=kwargs, state=state, unit_id=unit_id,
        queued_at=clock.now(), finished_at=clock.now() if state == "cancelled" else None,
    )  # fmt: skip
