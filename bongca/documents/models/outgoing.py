"""Papers that go out, to whom, and by whose authority they are signed."""

from django.contrib.postgres.fields import DateRangeField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q

from bongca.accounts.models import User
from bongca.core.ids import uuid7
from bongca.core.models import Attachment
from bongca.documents.enums import BookKind, OutgoingState, Urgency
from bongca.documents.models.books import NumberBook
from bongca.documents.models.incoming import IncomingDocument
from bongca.documents.rules.numbers import numbered
from bongca.org.models import Partner, Unit


class OutgoingDocument(models.Model):
    """Văn bản đi: from the first draft to the last receipt.

    `body` is the officer's text, `blocks` what an app above composed (rules.stored); the paper
    is set from one or the other. `signers` is a list of {authority, lines, name}.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="outgoing_documents")
    type_sign = models.CharField("Loại", max_length=8, blank=True)
    abstract = models.CharField("Trích yếu", max_length=500)
    urgency = models.CharField(
        "Mức độ khẩn", max_length=12, choices=Urgency.choices, default=Urgency.NORMAL
    )
    addressees = models.TextField("Kính gửi", blank=True)
    bases = models.TextField("Căn cứ", blank=True)
    body = models.TextField("Nội dung", blank=True)
    blocks = models.JSONField(default=list)
    signers = models.JSONField(default=list)
    joint_name = models.CharField("Cơ quan cùng ban hành", max_length=200, blank=True)
    joint_sign = models.CharField("Ký hiệu cơ quan cùng ban hành", max_length=24, blank=True)
    copy_count = models.PositiveSmallIntegerField("Số bản", default=1)
    note = models.CharField("Ghi chú", max_length=300, blank=True)
    state = models.CharField(
        max_length=12, choices=OutgoingState.choices, default=OutgoingState.DRAFT
    )
    drafted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    drafter_label = models.CharField(max_length=200)
    drafted_on = models.DateField()
    signed_on = models.DateField(null=True)
    signed_scan = models.ForeignKey(Attachment, models.PROTECT, null=True, related_name="+")
    book = models.ForeignKey(
        NumberBook, models.PROTECT, null=True, related_name="outgoing_documents"
    )
    book_kind = models.CharField(max_length=14, choices=BookKind.choices, blank=True)
    number = models.PositiveIntegerField("Số", null=True)
    suffix = models.CharField(max_length=2, blank=True)
    issued_on = models.DateField("Ngày văn bản", null=True)
    symbol = models.CharField("Số, ký hiệu", max_length=80, blank=True)
    symbol_key = models.CharField(max_length=80, blank=True, db_collation="C")
    sent_on = models.DateField(null=True)
    answers = models.ManyToManyField(IncomingDocument, related_name="answered_by")
    replaced_by = models.ForeignKey("self", models.PROTECT, null=True, related_name="replaces")
    ended_reason = models.CharField("Lý do", max_length=300, blank=True)
    search_words = models.TextField(blank=True, db_collation="C")
    text_words = models.TextField(blank=True, db_collation="C")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["book", "number", "suffix"], name="outgoing_number_given_once"
            ),
            models.CheckConstraint(
                condition=~Q(book_kind=BookKind.SECRET), name="outgoing_paper_is_not_secret"
            ),
            models.CheckConstraint(
                condition=Q(book__isnull=True, number__isnull=True, symbol="")
                | Q(
                    book__isnull=False,
                    number__isnull=False,
                    issued_on__isnull=False,
                    signed_scan__isnull=False,
                ),
                name="outgoing_number_from_a_book",
            ),
            models.CheckConstraint(
                condition=Q(signed_on__isnull=True) | Q(signed_scan__isnull=False),
                name="outgoing_signed_has_its_scan",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=(OutgoingState.RECALLED, OutgoingState.REPLACED))
                | ~Q(ended_reason=""),
                name="outgoing_ended_with_reason",
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "-drafted_on"], name="outgoing_by_unit"),
            models.Index(fields=["unit", "symbol_key"], name="outgoing_by_symbol"),
            GinIndex(
                F("unit_id"),
                OpClass("search_words", name="gin_trgm_ops"),
                OpClass("text_words", name="gin_trgm_ops"),
                name="outgoing_by_words",
            ),
            models.Index(fields=["unit", "state"], name="outgoing_by_state"),
        ]

    def __str__(self) -> str:
        return f"{self.symbol} {self.abstract}".strip()

    @property
    def numbered(self) -> str:
        """Its number as printed, or nothing before it has one."""
        return "" if self.number is None else numbered(self.number, self.suffix)

    @property
    def is_out(self) -> bool:
        """Whether others have it, or were given it."""
        return self.state in (OutgoingState.SENT, OutgoingState.RECEIVED)

    @property
    def is_draft(self) -> bool:
        """Whether its words may still change."""
        return self.state in (
            OutgoingState.DRAFT,
            OutgoingState.COMMENTING,
            OutgoingState.INITIALLED,
        )


class Recipient(models.Model):
    """Nơi nhận: a unit (offered at its register), a partner, or a name on the list.

    Those added in one act as a group (all communes of a province) bear the one `line` that stands
    for them on the paper.
    """

    document = models.ForeignKey(OutgoingDocument, models.CASCADE, related_name="recipients")
    ordinal = models.PositiveIntegerField()
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    partner = models.ForeignKey(Partner, models.PROTECT, null=True, related_name="+")
    name = models.CharField("Nơi nhận", max_length=200)
    line = models.CharField("Dòng ghi trên văn bản", max_length=200, blank=True)
    sent_at = models.DateTimeField(null=True)
    received_at = models.DateTimeField(null=True)
    received_by_label = models.CharField(max_length=200, blank=True)
    incoming = models.OneToOneField(
        IncomingDocument, models.PROTECT, null=True, related_name="delivery"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["document", "ordinal"], name="recipient_in_order"),
            models.UniqueConstraint(fields=["document", "unit"], name="recipient_unit_once"),
            models.CheckConstraint(
                condition=Q(unit__isnull=True) | Q(partner__isnull=True), name="recipient_is_one"
            ),
        ]
        indexes = [models.Index(fields=["unit", "received_at"], name="recipient_to_take_in")]


class SigningRule(models.Model):
    """Who signs papers of a type for a unit, by which authority, between two days.

    `lines` stand under each other before the name: BAN THƯỜNG VỤ, then CHỦ TỊCH.
    """

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="signing_rules")
    type_sign = models.CharField("Loại văn bản", max_length=8, blank=True)
    authority = models.CharField("Quyền hạn", max_length=4, blank=True)
    lines = models.TextField("Chức vụ ghi trên văn bản")
    signer_name = models.CharField("Họ và tên", max_length=120, blank=True)
    citation = models.CharField("Theo văn bản", max_length=200, blank=True)
    during = DateRangeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(authority__in=("", "TM.", "Q.", "KT.", "TL.", "TUQ.")),
                name="signing_authority_is_known",
            )
        ]
        indexes = [models.Index(fields=["unit", "type_sign"], name="signing_rule_by_type")]
