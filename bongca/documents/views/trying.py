"""A draft seen as it will print while it is being written; nothing is kept."""

from base64 import b64encode
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from bongca.core.http import Request
from bongca.core.ui import render
from bongca.documents import policies
from bongca.documents.forms.drafting import tried
from bongca.documents.models import OutgoingDocument
from bongca.documents.queries.composing import composed
from bongca.documents.views.asked import own_unit
from bongca.documents.views.steps import own_paper
from bongca.org.policies import require
from bongca.papers.queries import render_pages

MOST_PAGES = 5


@require_POST
def outgoing_try(request: Request, pk: UUID | None = None) -> HttpResponse:
    """Show the words typed so far as pages; with a script beside the form, else on a page."""
    if pk is None:
        unit = own_unit(request, policies.DRAFT)
        former = OutgoingDocument(unit=unit, drafted_on=request.actor.today)
    else:
        former = own_paper(request, pk)
        require(request.actor, policies.DRAFT, former.unit)
    document, places = tried(request.POST, former, is_new=pk is None)
    pages = render_pages(composed(document, places))
    context = {
        "images": [b64encode(page).decode() for page in pages[:MOST_PAGES]],
        "count": len(pages),
        "most": MOST_PAGES,
    }
    return render(request, "documents/outgoing_try.html", "documents/_tried.html", context)
