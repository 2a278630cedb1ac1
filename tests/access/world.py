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
from bongca.core import clock
from bongca.core.actor import Actor
from bongca.core.jobs.models import JobRun
from bongca.core.scope import scoped
from bongca.documents.actions.attaching import Brought
from bongca.documents.tests.world import add_papers
from bongca.meetings.actions.agenda_papers import add_agenda_paper
from bongca.meetings.actions.ballots import open_ballot
from bongca.meetings.actions.meetings import add_agenda_item, record_report
from bongca.meetings.tests.factories import add_meeting, call, call_units, conclude
from bongca.offices.actions.appointments import appoint
from bongca.offices.actions.bodies import body_for
from bongca.offices.actions.seeds import seed_positions
from bongca.offices.models import Appointment, Position
from bongca.org import rules
from bongca.org.actions.grants import give_grant
from bongca.people.actions.persons import PersonFields
from bongca.portal.queries.guide import guide_pages
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
from tests.access.rows import ANYONE, WHO
from tests.cast import Cast


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


def today_actor(cast: Cast, who: str) -> Actor:
    return cast.actor(who, clock.today())


def stage_account_things(world: World) -> None:
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


def stage_office(world: World) -> None:
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


def stage_meetings(world: World) -> None:
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


def stage_round(world: World) -> None:
    cast = world.cast
    add_members(cast.dong_tam, 3)
    setting = open_setting(cast)
    world.things["round"] = setting.round.pk
    for key in ("dong_tam", "tan_yen", "bac_ninh"):
        world.things[f"report:{key}"] = setting.report(key).pk


def stage_papers(world: World) -> None:
    world.things |= add_papers(world.cast, clock.today())


def stage_tasks(world: World) -> None:
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
