"""Papers in and out of the demonstration: at Central, a province, a commune and a chi hội."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from django.db import transaction

from bongca.accounts.models import User
from bongca.core.actor import Actor
from bongca.core.scope import whole_tree
from bongca.documents.actions.attaching import Brought
from bongca.documents.actions.incoming import (
    Arrival,
    finish_incoming,
    instruct,
    register_incoming,
    take_in,
)
from bongca.documents.actions.outgoing import (
    Draft,
    ask_for_comments,
    draft_outgoing,
    initial_draft,
    number_document,
    sign_document,
)
from bongca.documents.actions.recipients import To
from bongca.documents.actions.regulations import Ruling, put_in_force
from bongca.documents.actions.sending import send_document
from bongca.documents.enums import Urgency
from bongca.documents.models import IncomingDocument, OutgoingDocument, Recipient, Regulation
from bongca.documents.rules.signing import usual_signature
from bongca.meetings.models import Notice
from bongca.offices.models import Appointment
from bongca.org.models import Partner, Unit
from bongca.org.policies import actor_for
from bongca.papers.rules.paper import Signature
from bongca.portal.rules import demo_papers as story
from bongca.portal.rules.demo_own import EARLIER_KEY
from bongca.portal.rules.demo_work import drawn_picture

SENT_TO_PROVINCES = 6


def put_papers_in_books(actor: Actor, units: Mapping[str, Unit]) -> None:
    """Fill the books of the demonstration; books that have entries are left alone."""
    users = {user.username: user for user in User.objects.filter(username__in=_CLERKS)}
    if set(_CLERKS) - users.keys() or IncomingDocument.objects.exists():
        return
    told = _Clerks(actor, units, users)
    for tell in (told.central, told.province, told.commune):
        with transaction.atomic():
            tell()


_CLERKS = ("mai", "binh", "tu", "hoa", "minh", "lan")


def _deputy_of(unit: Unit) -> Signature:
    """A province's công văn is signed for its chair by one of the deputies it has."""
    with whole_tree():
        held = Appointment.objects.filter(unit=unit, position="province.vice_chair")
        deputy = held.select_related("person").order_by("pk").first()
        name = deputy.person.full_name if deputy is not None else story.INVENTED
    return replace(usual_signature(unit.tier, ""), name=name)


class _Clerks:
    """Each paper is written, signed and entered by whoever does so at that unit."""

    def __init__(self, system: Actor, units: Mapping[str, Unit], users: dict[str, User]) -> None:
        self.system, self.units, self.users, self.today = system, units, users, system.today
        self.actors = {name: actor_for(user, self.today) for name, user in users.items()}

    def central(self) -> None:
        """Real papers by their symbols, a rule in force, a draft, and one sent to provinces."""
        mai, unit = self.actors["mai"], self.units["central"]
        for paper in story.TO_CENTRAL:
            if paper.arrived_on > self.today:
                continue
            is_last = paper is story.TO_CENTRAL[-1]
            register_incoming(
                actor=mai, unit=unit, presented_to=self.users["binh"] if is_last else None,
                arrival=Arrival(
                    issuer=paper.issuer, abstract=paper.abstract, arrived_on=paper.arrived_on,
                    symbol=paper.symbol, written_on=paper.written_on, note=story.NOTE,
                    partner=Partner.objects.filter(name=paper.issuer).first(),
                ),
            )  # fmt: skip
        known = IncomingDocument.objects.filter(unit=unit, symbol=story.TO_CENTRAL[1].symbol)
        for one in known:
            instruct(
                actor=self.actors["binh"], document_id=one.pk, words=story.INSTRUCTION,
                handler=self.users["tu"], due_on=self.today + timedelta(days=12),
            )  # fmt: skip
        for one in IncomingDocument.objects.filter(symbol=story.TO_CENTRAL[0].symbol):
            finish_incoming(actor=mai, document_id=one.pk, note="Đã thực hiện trong năm 2022")
        if not Regulation.objects.filter(unit=unit, title=story.RULE_TITLE).exists():
            ruling = Ruling(story.RULE_TITLE, story.RULE_SINCE, story.RULE_CITATION)
            put_in_force(actor=mai, unit=unit, ruling=ruling)
        self._send_first_notice(mai)
        draft = draft_outgoing(
            actor=mai, unit=unit, draft=Draft(
                abstract=f"{story.DRAFT} {self.today.year}", type_sign="BC",
                body=story.DRAFT_BODY, note=story.INVENTED,
            ),
        )  # fmt: skip
        ask_for_comments(actor=mai, document_id=draft.pk)
        provinces = Unit.objects.filter(parent=unit, tier="province", is_open=True)
        own = [self.units["bac_ninh"], self.units["hai_phong"]]
        others = provinces.exclude(pk__in=[one.pk for one in own]).order_by("lft")
        wanted = [*own, *others[: SENT_TO_PROVINCES - len(own)]]
        words = Draft(
            abstract=story.TO_PROVINCES, body=story.TO_PROVINCES_BODY, note=story.INVENTED,
            addressees="Hội NCT các tỉnh, thành phố", urgency=Urgency.URGENT,
            recipients=[To(unit=one) for one in wanted],
        )  # fmt: skip
        self._send(mai, self.actors["binh"], unit, words)

    def province(self) -> None:
        """Chị Hoa has taken one paper in and sends one to communes."""
        hoa, unit = self.actors["hoa"], self.units["bac_ninh"]
        delivery = Recipient.objects.get(unit=unit, document__abstract=story.TO_PROVINCES)
        taken = take_in(actor=hoa, delivery_id=delivery.pk)
        finish_incoming(actor=hoa, document_id=taken.pk, note="Đã giao việc đến các xã, phường")
        communes = Unit.objects.filter(parent=unit, tier="commune", is_open=True).order_by("lft")
        commune = self._commune()
        wanted = [commune, *communes.exclude(pk=commune.pk)[:3]]
        words = Draft(
            abstract=story.TO_COMMUNES, body=story.TO_COMMUNES_BODY, note=story.INVENTED,
            addressees="Hội NCT các xã, phường", recipients=[To(unit=one) for one in wanted],
            signers=[_deputy_of(unit)],
        )  # fmt: skip
        self._send(hoa, self.system, unit, words)
        draft_outgoing(
            actor=hoa, unit=unit, draft=Draft(
                abstract=f"{story.DRAFT} {self.today.year} của thành phố", type_sign="BC",
                body=story.DRAFT_BODY, note=story.INVENTED,
            ),
        )  # fmt: skip

    def commune(self) -> None:
        """At ông Minh's one paper waits to be taken in, and one from cô Lan for his word."""
        minh, lan, unit = self.actors["minh"], self.actors["lan"], self._commune()
        register_incoming(
            actor=minh, unit=unit, presented_to=self.users["minh"],
            arrival=Arrival(
                issuer=Unit.objects.get(pk=lan.unit_id or 0).name, abstract=story.FROM_BRANCH,
                arrived_on=self.today - timedelta(days=1), note=story.INVENTED,
            ),
        )  # fmt: skip

    def _commune(self) -> Unit:
        return Unit.objects.get(pk=self.actors["minh"].unit_id or 0)

    def _send(self, clerk: Actor, signer: Actor, unit: Unit, words: Draft) -> OutgoingDocument:
        paper = draft_outgoing(actor=clerk, unit=unit, draft=words)
        return self._go_out(clerk, signer, paper, self.today)

    def _send_first_notice(self, mai: Actor) -> None:
        """The earlier briefing's notice has gone out; the last one's is still a draft."""
        rows = Notice.objects.filter(meeting__seed_key=EARLIER_KEY, document__isnull=False)
        for notice in rows.select_related("meeting", "document"):
            held_on = notice.meeting.held_on
            if notice.document is not None and held_on is not None:
                signed_on = held_on + timedelta(days=1)
                self._go_out(mai, self.actors["binh"], notice.document, signed_on)

    def _go_out(
        self, clerk: Actor, signer: Actor, paper: OutgoingDocument, signed_on: date
    ) -> OutgoingDocument:
        initial_draft(actor=clerk, document_id=paper.pk)
        scan = Brought("ban-ky-minh-hoa.png", drawn_picture())
        sign_document(actor=signer, document_id=paper.pk, scan=scan, signed_on=signed_on)
        number_document(actor=clerk, document_id=paper.pk, issued_on=signed_on)
        return send_document(actor=clerk, document_id=paper.pk)
