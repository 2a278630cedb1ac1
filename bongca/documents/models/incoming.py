"""Papers that came in."""

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q

from bongca.accounts.models import User
from bongca.core.ids import uuid7
from bongca.core.models import Attachment
from bongca.documents.enums import BookKind, IncomingState, TextState, Urgency
from bongca.documents.models.books import NumberBook
from bongca.documents.rules.numbers import numbered
from bongca.org.models import Partner, Unit


class IncomingDocument(models.Model):
    """Văn bản đến: the entry of a book, its scan, what the leader wrote on it, who deals with it.

    `symbol` is kept as it stands on the paper; `symbol_key` is how it is found however typed.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="incoming_documents")
    book = models.ForeignKey(NumberBook, models.PROTECT, related_name="incoming_documents")
    book_kind = models.CharField(max_length=14)
    number = models.PositiveIntegerField("Số đến")
    suffix = models.CharField(max_length=2, blank=True)
    arrived_on = models.DateField("Ngày đến")
    arrived_at = models.TimeField("Giờ đến", null=True)
    issuer = models.CharField("Nơi gửi", max_length=200)
    partner = models.ForeignKey(Partner, models.PROTECT, null=True, related_name="+")
    symbol = models.CharField("Số, ký hiệu", max_length=80, blank=True)
    symbol_key = models.CharField(max_length=80, blank=True, db_collation="C")
    written_on = models.DateField("Ngày văn bản", null=True)
    type_sign = models.CharField("Loại", max_length=8, blank=True)
    abstract = models.CharField("Trích yếu", max_length=500)
    urgency = models.CharField(
        "Mức độ khẩn", max_length=12, choices=Urgency.choices, default=Urgency.NORMAL
    )
    scan = models.ForeignKey(Attachment, models.PROTECT, null=True, related_name="+")
    state = models.CharField(
        max_length=12, choices=IncomingState.choices, default=IncomingState.REGISTERED
    )
    presented_to = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    instruction = models.CharField("Bút phê", max_length=1000, blank=True)
    instructed_by_label = models.CharField(max_length=200, blank=True)
    instructed_at = models.DateTimeField(null=True)
    handler = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    handler_name = models.CharField("Người xử lý", max_length=160, blank=True)
    due_on = models.DateField("Hạn xử lý", null=True)
    done_note = models.CharField("Kết quả", max_length=500, blank=True)
    done_on = models.DateField(null=True)
    note = models.CharField("Ghi chú", max_length=300, blank=True)
    search_words = models.TextField(blank=True, db_collation="C")
    text_words = models.TextField(blank=True, db_collation="C")
    text_state = models.CharField(max_length=10, choices=TextState.choices, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["book", "number", "suffix"], name="incoming_number_given_once"
            ),
            models.CheckConstraint(
                condition=~Q(book_kind=BookKind.SECRET), name="incoming_paper_is_not_secret"
            ),
            models.CheckConstraint(
                condition=Q(instruction="") | Q(instructed_at__isnull=False),
                name="instruction_says_when",
            ),
            models.CheckConstraint(
                condition=~Q(state=IncomingState.DONE) | Q(done_on__isnull=False),
                name="incoming_done_says_when",
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "-arrived_on"], name="incoming_by_unit"),
            models.Index(fields=["unit", "symbol_key"], name="incoming_by_symbol"),
            GinIndex(
                F("unit_id"),
                OpClass("search_words", name="gin_trgm_ops"),
                OpClass("text_words", name="gin_trgm_ops"),
                name="incoming_by_words",
            ),
            models.Index(fields=["unit", "state", "due_on"], name="incoming_open"),
        ]

    def __str__(self) -> str:
        return f"{self.symbol} {self.abstract}".strip()

    @property
    def numbered(self) -> str:
        """The number of entry as it is stamped: 05, 25a."""
        return numbered(self.number, self.suffix)

    @property
    def is_open(self) -> bool:
        return self.state != IncomingState.DONE
