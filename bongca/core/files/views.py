"""Give out a file to who may have it; everyone else finds nothing there."""

from uuid import UUID

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from bongca.core.files.purposes import may_open
from bongca.core.files.store import open_attachment
from bongca.core.http import Request
from bongca.core.models import Attachment


@require_GET
def attachment(request: Request, pk: UUID) -> FileResponse:
    found = get_object_or_404(Attachment, pk=pk)
    if not may_open(request.actor, found):
        raise Http404
    response = FileResponse(
        open_attachment(found),
        as_attachment=True,
        filename=found.name,
        content_type=found.content_type,
    )
    response["Cache-Control"] = "private, no-store"
    return response
