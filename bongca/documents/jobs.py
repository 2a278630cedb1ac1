"""The background work of papers: the words of what was brought; it may begin again at any point."""

from uuid import UUID

from bongca.core import clock
from bongca.core.actor import Actor
from bongca.core.files.store import attachment_path
from bongca.core.jobs import job, progress
from bongca.core.jobs.models import JobRun
from bongca.documents.actions.attaching import keep_words
from bongca.documents.ingest.words import text_of
from bongca.documents.policies import visible_incoming


@job("documents.read_scan", title="Đọc chữ trong văn bản đến")
def read_scan(run: JobRun, *, document_id: str) -> None:
    actor = Actor.system(clock.today())
    found = visible_incoming(actor).select_related("scan")
    document = found.filter(pk=UUID(document_id), scan__isnull=False).first()
    if document is None or document.scan is None:
        return
    progress(run, 0, 1, "Đang đọc tệp")
    text = text_of(attachment_path(document.scan), document.scan.content_type)
    keep_words(actor=actor, document_id=document.pk, scan_id=document.scan.pk, text=text)
    progress(run, 1, 1)
