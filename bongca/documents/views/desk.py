"""The first page of papers: what waits, and where everything stands."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from bongca.core.http import Request
from bongca.core.ui import Tally, render
from bongca.documents import policies
from bongca.documents.queries.desk import desk_of
from bongca.documents.views.asked import own_unit
from bongca.org.policies import may

# A chi hội keeps its papers in one plain register; books of its own kinds are for those above.
SMALL = frozenset({"branch", "group"})


@require_safe
def desk(request: Request) -> HttpResponse:
    """Show what waits at the unit and lead to its registers."""
    unit = own_unit(request)
    counts = desk_of(request.actor)
    came, went = reverse("documents:incoming_list"), reverse("documents:outgoing_list")
    context = {
        "unit": unit,
        "tallies": [
            Tally(counts.to_take_in, "gửi đến, chưa nhận", "envelope",
                  "ask" if counts.to_take_in else "", reverse("documents:delivery_list")),
            Tally(counts.to_instruct, "chờ bút phê", "question",
                  "ask" if counts.to_instruct else "", f"{came}?tinh_trang=presented"),
            Tally(counts.late, "quá hạn xử lý", "triangle",
                  "bad" if counts.late else "", f"{came}?tinh_trang=late"),
            Tally(counts.drafts, "dự thảo chưa có số", "half", "", f"{went}?tinh_trang=draft"),
        ],
        "may_register": may(request.actor, policies.REGISTER, unit),
        "may_draft": may(request.actor, policies.DRAFT, unit),
        "has_books": unit.tier not in SMALL,
    }  # fmt: skip
    return render(request, "documents/desk.html", None, context)
