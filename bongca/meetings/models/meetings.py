"""A meeting: who met when and where, what was on the agenda, who reported and said what."""

from datetime import date, datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from bongca.core import clock
from bongca.meetings.enums import MeetingKind, Reply
from bongca.offices.models import Body
from bongca.org.models import Partner, Unit


class Meeting(models.Model):
    """A meeting of a unit, or one of a superior outside the tree that gave guidance.

    `held_on` is always there unless not even the day is known, as in an article without a date;
    hours are kept only where they are known. `source` names the paper or article a meeting of
    the past was entered from.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="meetings")
    kind = models.CharField("Loại cuộc họp", max_length=12, choices=MeetingKind.choices)
    name = models.CharField("Tên cuộc họp", max_length=300)
    bodies = models.ManyToManyField(Body, related_name="meetings")
    convener = models.CharField("Nơi triệu tập", max_length=200, blank=True)
    held_on = models.DateField("Ngày họp", null=True)
    starts_at = models.DateTimeField("Bắt đầu", null=True)
    ends_at = models.DateTimeField("Kết thúc", null=True)
    place = models.CharField("Địa điểm", max_length=200, blank=True)
    chair_name = models.CharField("Người chủ trì", max_length=120, blank=True)
    chair_office = models.CharField("Chức vụ người chủ trì", max_length=200, blank=True)
    chair = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="meetings_chaired"
    )
    secretary_name = models.CharField("Thư ký", max_length=120, blank=True)
    source = models.CharField("Nguồn", max_length=300, blank=True)
    seed_key = models.CharField(max_length=40, blank=True)
    recorded_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-held_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")),
                name="meeting_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(starts_at__isnull=True) | Q(held_on__isnull=False),
                name="meeting_hour_needs_day",
            ),
            models.CheckConstraint(
                condition=Q(held_on__isnull=False) | ~Q(source=""),
                name="meeting_without_day_has_source",
            ),
            models.UniqueConstraint(
                fields=["seed_key"], condition=~Q(seed_key=""), name="meeting_seeded_once"
            ),
        ]
        indexes = [models.Index(fields=["unit", "-held_on"], name="meeting_by_unit")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_superior(self) -> bool:
        """Tell whether the meeting was a superior's, outside the tree: its words are guidance."""
        return self.kind == MeetingKind.SUPERIOR

    def is_past(self, today: date) -> bool:
        """Tell whether the meeting has begun by this day; one without a day is of the past."""
        return self.held_on is None or self.held_on <= today

    @property
    def chair_words(self) -> str:
        """Who chaired: by name, else by office."""
        return self.chair_name or self.chair_office

    @property
    def hours(self) -> str:
        """The hours as written in papers: 8 giờ 30, or from one to another."""
        if self.starts_at is None:
            return ""
        begun = _hour(self.starts_at.astimezone(clock.VIETNAM))
        if self.ends_at is None:
            return begun
        return f"{begun} đến {_hour(self.ends_at.astimezone(clock.VIETNAM))}"


def _hour(at: datetime) -> str:
    return f"{at:%H} giờ {at:%M}"


class Participant(models.Model):
    """One invited: a unit, a body, a user, a partner, or a guest named by name or office."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="participants")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="+")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="invitations"
    )
    partner = models.ForeignKey(Partner, models.PROTECT, null=True, related_name="+")
    name = models.CharField("Họ và tên", max_length=200, blank=True)
    office = models.CharField("Chức vụ", max_length=200, blank=True)
    delegation = models.CharField("Đoàn", max_length=200, blank=True)
    leads_delegation = models.BooleanField("Trưởng đoàn", default=False)
    counts_for_quorum = models.BooleanField("Thành phần có quyền biểu quyết", default=False)
    reply = models.CharField(max_length=8, choices=Reply.choices, default=Reply.WAITING)
    reply_note = models.CharField("Lời nhắn", max_length=300, blank=True)
    replied_at = models.DateTimeField(null=True)
    invited_at = models.DateTimeField(null=True)
    attended = models.BooleanField("Có mặt", null=True)

    class Meta:
        ordering = ["delegation", "-leads_delegation", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(unit__isnull=False)
                | Q(body__isnull=False)
                | Q(user__isnull=False)
                | Q(partner__isnull=False)
                | ~Q(name="")
                | ~Q(office=""),
                name="participant_is_somebody",
            ),
            models.UniqueConstraint(
                fields=["meeting", "user"],
                condition=Q(user__isnull=False),
                name="participant_once_a_meeting",
            ),
            models.UniqueConstraint(
                fields=["meeting", "unit"],
                condition=Q(unit__isnull=False, user__isnull=True, name="", office=""),
                name="participant_unit_once",
            ),
        ]
        indexes = [models.Index(fields=["unit"], name="participant_by_unit")]

    @property
    def words(self) -> str:
        """Who it is, as the list of those present says it."""
        return self.name or self.office or self.said_unit

    @property
    def said_unit(self) -> str:
        """The name of the unit, body or partner meant, where there is one."""
        named = self.body or self.unit or self.partner
        return named.name if named else ""

    @property
    def note(self) -> str:
        """The line under the name: office and where from, without saying anything twice."""
        parts = [self.office if self.name else "", self.said_unit]
        return ", ".join(part for part in dict.fromkeys(parts) if part and part != self.words)


class AgendaItem(models.Model):
    """A point of the agenda, with its time and the papers cited for it."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="agenda")
    number = models.PositiveSmallIntegerField()
    title = models.CharField("Nội dung", max_length=400)
    minutes = models.PositiveSmallIntegerField("Số phút", null=True)
    presenter = models.CharField("Người trình bày", max_length=200, blank=True)
    papers = models.CharField("Tài liệu", max_length=400, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="agenda_number_once")
        ]


class BodyReport(models.Model):
    """What a Ban or a unit reported at the meeting, in brief."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="reports")
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="+")
    said_by = models.CharField("Nơi báo cáo", max_length=200)
    text = models.TextField("Nội dung báo cáo")
    papers = models.CharField("Tài liệu", max_length=400, blank=True)

    class Meta:
        ordering = ["pk"]


class Opinion(models.Model):
    """What somebody said in the discussion, by name or office."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="opinions")
    said_by = models.CharField("Người phát biểu", max_length=200)
    text = models.TextField("Ý kiến")
    agenda_item = models.ForeignKey(AgendaItem, models.SET_NULL, null=True, related_name="opinions")
    is_source_words = models.BooleanField(
        default=False, help_text="reported by the article cited as source, not taken down by us"
    )

    class Meta:
        ordering = ["pk"]
