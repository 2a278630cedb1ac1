"""Programmes and tasks under way in the demonstration, told by the acts of those in office."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

from django.db import transaction
from django.db.models import F

from bongca.accounts.models import User
from bongca.core.actor import Actor
from bongca.core.text import fold
from bongca.meetings.models import Conclusion
from bongca.offices.models import Body
from bongca.org.models import Grant, Partner, Unit
from bongca.org.policies import actor_for
from bongca.portal.rules import demo_own
from bongca.portal.rules import demo_work as story
from bongca.portal.rules.demo_meetings import OFFICE
from bongca.programmes.actions.carrying import EvidenceFile, hand_in, receive, report_progress
from bongca.programmes.actions.cascading import cascade, give_down
from bongca.programmes.actions.programmes import create_programme, set_target
from bongca.programmes.actions.reminding import escalate_late, remind_due
from bongca.programmes.actions.reviewing import accept, request_extension
from bongca.programmes.actions.tasks import Assignee, create_task
from bongca.programmes.enums import Gathering, Part, ProgrammeKind, SourceKind
from bongca.programmes.models import Assignment, AssignmentEvent, Programme, Task

TOLD_COMMUNES = 40
BY_TELEPHONE = "Đã báo kết quả qua điện thoại. " + story.MARK


def put_to_work(actor: Actor, units: Mapping[str, Unit]) -> None:
    """Set the programmes and tasks going that are not there yet, and remind whoever is to be."""
    told = _Teller(actor, units)
    if not {"mai", "binh", "hoa", "minh", "lan", "tu"} <= told.actors.keys():
        return
    for tell in (
        told.programmes, told.joint_plan, told.earlier_briefing, told.directive, told.cards,
        told.longevity,
    ):  # fmt: skip
        with transaction.atomic():
            tell()
    while remind_due(actor=actor) or escalate_late(actor=actor):
        pass


class _Teller:
    """Tells the stories one by one; what has been told is left as it is."""

    def __init__(self, system: Actor, units: Mapping[str, Unit]) -> None:
        self.system, self.units, self.today = system, units, system.today
        grants = Grant.objects.filter(during__contains=self.today).select_related("user")
        self.actors = {
            grant.user.username: actor_for(grant.user, self.today, grant=grant)
            for grant in grants.filter(user__in=User.objects.all())
        }
        self.bodies = {
            body.name: body
            for body in Body.objects.filter(unit=units["central"], name__in=demo_own.LIVING_BODIES)
        }

    def programmes(self) -> None:
        """The term, the year with its two conferences, and the joint plan of 2022."""
        if Programme.objects.filter(name=story.TERM_NAME).exists():
            return
        central, mai = self.units["central"], self.actors["mai"]
        term = create_programme(
            actor=mai, unit=central, kind=ProgrammeKind.TERM, name=story.TERM_NAME,
            since=date(2022, 1, 14), until=date(2027, 1, 14), citation=story.RESOLUTION,
        )  # fmt: skip
        year = self.today.year
        annual = create_programme(
            actor=mai, unit=central, kind=ProgrammeKind.ANNUAL, parent=term,
            name=f"Chương trình công tác năm {year}", since=date(year, 1, 1),
            until=date(year, 12, 31), citation=story.RESOLUTION, resources=story.MARK,
        )  # fmt: skip
        set_target(
            actor=mai, programme=annual, words="Tỉnh, thành phố kiện toàn xong tổ chức Hội",
            value=Decimal(34), measure="tỉnh, thành phố", due_on=date(year, 12, 31),
        )  # fmt: skip
        office, role = self.bodies[OFFICE], self.bodies[demo_own.ROLE]
        for one, lead in zip(story.CONFERENCES, (office, role), strict=True):
            create_task(
                actor=mai, unit=central, programme=annual, name=one.name, words=story.MARK,
                due_on=max(date(year, one.month, one.day), self.today), is_key=True,
                gathering=Gathering.CONFERENCE, place=story.CONFERENCE_PLACE,
                guests=story.CONFERENCE_GUESTS, budget_vnd=one.budget_vnd, repeats="yearly",
                assignees=[Assignee(body=lead, role=Part.LEAD)],
            )  # fmt: skip
        create_programme(
            actor=mai, unit=central, kind=ProgrammeKind.JOINT, name=story.SECURITY_NAME,
            since=story.SECURITY_ON, until=story.SECURITY_UNTIL,
            partner=_partner(story.SECURITY_PARTNER, story.SECURITY_ON),
            citation_symbol=story.SECURITY_SYMBOL, citation_on=story.SECURITY_ON,
            citation_issuer="Hội NCT Việt Nam, Bộ Công an",
        )  # fmt: skip

    def joint_plan(self) -> None:
        """The plan with the ministry whose liaison signs in: it is all he sees."""
        partner = Partner.objects.filter(name="Bộ Y tế").first()
        if partner is None or Programme.objects.filter(name=story.HEALTH_NAME).exists():
            return
        central, mai, year = self.units["central"], self.actors["mai"], self.today.year
        plan = create_programme(
            actor=mai, unit=central, kind=ProgrammeKind.JOINT, name=story.HEALTH_NAME,
            since=date(year, 1, 1), until=date(year, 12, 31), partner=partner,
            citation=story.HEALTH_CITATION, resources=story.MARK,
            own_part="Vận động hội viên đi khám; báo danh sách người cao tuổi chưa được khám.",
            partner_part="Hướng dẫn trạm y tế khám sức khỏe định kỳ; cung cấp tài liệu.",
        )  # fmt: skip
        care = self.bodies[demo_own.CARE]
        jobs = (
            ("Hướng dẫn trạm y tế khám sức khỏe định kỳ cho người cao tuổi", True, -6),
            ("Vận động hội viên đi khám sức khỏe định kỳ", False, 20),
            ("Hai bên nhìn lại việc phối hợp trong năm", False, 30),
        )
        for name, is_theirs, days in jobs:
            theirs = Assignee(partner=partner, role=Part.LEAD if is_theirs else Part.COOPERATE)
            ours = Assignee(body=care, role=Part.COOPERATE if is_theirs else Part.LEAD)
            task = create_task(
                actor=mai, unit=central, programme=plan, name=name, words=story.MARK,
                due_on=self.today + timedelta(days=days), assignees=[theirs, ours],
            )  # fmt: skip
            copy = Assignment.objects.get(task=task, body=care)
            words = "Đã gửi công văn đến các tỉnh, thành phố. " + story.MARK
            report_progress(actor=self.actors["tu"], assignment=copy, words=words)
            self._date_back(task, 25)

    def earlier_briefing(self) -> None:
        """Of the conclusions before the last one is done since, and one is late."""
        done, late = self._tasks_of(demo_own.EARLIER_KEY)
        copies = Assignment.objects.filter(task=done, state="sent", role=Part.LEAD)
        if not copies.exists():
            return
        mai, binh = self.actors["mai"], self.actors["binh"]
        for copy in Assignment.objects.filter(task=done):
            self._hand_in(mai, copy, "Đã góp ý xong.")
            accept(actor=binh, assignment=copy)
        for copy in Assignment.objects.filter(task=late):
            receive(actor=mai, assignment=copy)
        for task in (done, late):
            self._date_back(task, 33)

    def directive(self) -> None:
        """A conclusion goes to every province, from two of them on to communes and chi hội."""
        task = self._tasks_of(demo_own.OWN_KEY)[demo_own.DIRECTIVE_NUMBER - 1]
        if Assignment.objects.filter(task=task, kind="unit").exists():
            return
        mai, hoa, binh = self.actors["mai"], self.actors["hoa"], self.actors["binh"]
        due = task.due_on or self.today + timedelta(days=3)
        give_down(actor=mai, task=task, due_on=due, addition="Gửi theo biểu của Ban.")
        own = {hoa.unit_id}
        if "hoa2" in self.actors:
            own.add(self.actors["hoa2"].unit_id)
        given = Assignment.objects.filter(task=task, kind="unit", parent=None)
        for number, copy in enumerate(given.exclude(unit__in=own).order_by("unit_pos")):
            self._by_telephone(mai, copy, number)
            if number % 6 == 1 and number % 12 == 1:
                accept(actor=binh, assignment=copy)
        self._down_from_province(task, hoa, due)
        if "hoa2" in self.actors:
            hoa2 = self.actors["hoa2"]
            copy = Assignment.objects.get(task=task, unit=hoa2.unit_id, kind="unit")
            receive(actor=hoa2, assignment=copy)
            cascade(actor=hoa2, assignment=copy, due_on=due)
            request_extension(
                actor=hoa2, assignment=copy, wanted_on=due + timedelta(days=7),
                reason="Các xã mới hợp nhất gửi chậm. " + story.MARK,
            )  # fmt: skip
        self._date_back(task, 6)

    def cards(self) -> None:
        """A commune's own task, late at some chi hội; cô Lan's among them."""
        minh = self.actors["minh"]
        unit = Unit.objects.get(pk=minh.unit_id or 0)
        if Task.objects.filter(unit=unit, name=story.CARDS).exists():
            return
        due = self.today - timedelta(days=3)
        task = create_task(actor=minh, unit=unit, name=story.CARDS, words=story.MARK, due_on=due)
        give_down(actor=minh, task=task)
        for number, copy in enumerate(self._branches(task, unit)):
            if copy.unit_id == self.actors["lan"].unit_id:
                receive(actor=self.actors["lan"], assignment=copy)
            elif number % 3:
                self._hand_in(minh, copy, "Đã gửi danh sách. " + story.MARK)
        self._date_back(task, 12)

    def longevity(self) -> None:
        """A province's task of every year; the commune gives it on with its own addition."""
        hoa, minh = self.actors["hoa"], self.actors["minh"]
        unit = Unit.objects.get(pk=hoa.unit_id or 0)
        name = f"{story.LONGEVITY} năm {self.today.year + 1}"
        if Task.objects.filter(unit=unit, name=name).exists():
            return
        due = self.today + timedelta(days=21)
        task = create_task(
            actor=hoa, unit=unit, name=name, words=f"{story.LONGEVITY_WORDS} {story.MARK}",
            due_on=due, is_key=True, repeats="yearly", source_kind=SourceKind.DOCUMENT,
            source_words=story.LAW, citation_symbol="39/2009/QH12",
        )  # fmt: skip
        give_down(actor=hoa, task=task)
        copy = Assignment.objects.get(task=task, unit=minh.unit_id)
        receive(actor=minh, assignment=copy)
        addition = "Ghi rõ ai đang ở xa, ai đang nằm viện."
        cascade(actor=minh, assignment=copy, due_on=due - timedelta(days=7), addition=addition)
        lan2 = self.actors.get("lan2")
        if lan2 is not None:
            below = Assignment.objects.get(task=task, unit=lan2.unit_id)
            request_extension(
                actor=lan2, assignment=below, wanted_on=due, reason="Nhiều cụ ở xa. " + story.MARK
            )
        self._date_back(task, 4)

    def _down_from_province(self, task: Task, hoa: Actor, due: date) -> None:
        copy = Assignment.objects.get(task=task, unit=hoa.unit_id, kind="unit")
        receive(actor=hoa, assignment=copy)
        communes = Unit.objects.filter(parent=copy.unit_id, tier="commune", is_open=True)
        own = {one.unit_id for one in self.actors.values()}
        early = [one for one in communes.order_by("lft") if one.pk not in own][:6]
        if early:
            soon = min(due, self.today - timedelta(days=2))
            cascade(actor=hoa, assignment=copy, to=early, due_on=soon)
        cascade(actor=hoa, assignment=copy, due_on=due, down_to="branch")
        given = Assignment.objects.filter(task=task, parent=copy).exclude(unit__in=own)
        for number, one in enumerate(given.order_by("unit_pos")[:TOLD_COMMUNES]):
            self._by_telephone(hoa, one, number)
        minh = self.actors["minh"]
        mine = Assignment.objects.get(task=task, unit=minh.unit_id)
        receive(actor=minh, assignment=mine)
        for number, one in enumerate(self._branches(task, mine.unit)):
            if one.unit_id == self.actors["lan"].unit_id:
                continue
            if "lan2" in self.actors and one.unit_id == self.actors["lan2"].unit_id:
                self._hand_in(self.actors["lan2"], one, "Đã thăm 9 cụ, tặng 9 suất quà.", True)
            elif number % 3 == 0:
                receive(actor=minh, assignment=one)
            elif number % 3 == 1:
                self._hand_in(minh, one, BY_TELEPHONE)

    def _by_telephone(self, giver: Actor, copy: Assignment, number: int) -> None:
        """Places without an account tell the office above, which writes it down for them."""
        if number % 6 == 1:
            self._hand_in(giver, copy, "Đã gửi kết quả bằng văn bản. " + story.MARK)
        elif number % 4:
            receive(actor=giver, assignment=copy)

    def _hand_in(self, who: Actor, copy: Assignment, result: str, pictured: bool = False) -> None:
        picture = story.drawn_picture()
        file = EvidenceFile("anh-minh-hoa.png", len(picture), [picture], "Ảnh minh họa buổi thăm")
        hand_in(actor=who, assignment=copy, result=result, files=[file] if pictured else [])

    def _tasks_of(self, key: str) -> list[Task]:
        rows = Conclusion.objects.filter(meeting__seed_key=key, task__isnull=False)
        return [row.task for row in rows.select_related("task").order_by("number") if row.task]

    def _branches(self, task: Task, unit: Unit) -> Sequence[Assignment]:
        rows = Assignment.objects.filter(task=task, tier="branch", unit__parent=unit)
        return list(rows.select_related("unit").order_by("unit_pos"))

    def _date_back(self, task: Task, days: int) -> None:
        """Let what was told just now have happened over the days before."""
        since, midway = timedelta(days=days), timedelta(days=days // 2)
        Task.objects.filter(pk=task.pk).update(created_at=F("created_at") - since)
        copies = Assignment.objects.filter(task=task)
        copies.update(sent_at=F("sent_at") - since, received_at=F("received_at") - midway)
        AssignmentEvent.objects.filter(assignment__task=task).update(at=F("at") - midway)


def _partner(name: str, since: date) -> Partner:
    partner, _ = Partner.objects.get_or_create(
        name=name,
        defaults={"kind": "ministry", "search_name": fold(name), "during": (since, None)},
    )
    return partner
