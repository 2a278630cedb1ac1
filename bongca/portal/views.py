from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from bongca.core.http import Request
from bongca.core.ui import header, home, render
from bongca.core.ui.search import search_all
from bongca.portal.queries.guide import guide_page, guide_pages, guide_picture
from bongca.reporting.rules.tiers import place_word

TIER_WORDS = {
    "central": "cả nước",
    "province": "tỉnh, thành phố",
    "commune": "xã",
    "branch": "chi hội",
    "group": "tổ hội",
    "partner": "đơn vị phối hợp",
}
PAPER_LINES = 12  # as many as an A4 holds, lying, with room to write by hand
COUNT_WORDS = ("Con số", "Con số", "Hai con số", "Ba con số", "Bốn con số")


@require_safe
def index(request: Request) -> HttpResponse:
    actor = request.actor
    figures = home.figures_for(actor)
    whose = TIER_WORDS.get(actor.tier, "đơn vị")
    if actor.tier in ("province", "commune"):
        whose = place_word(header.unit_line(actor).name) or whose
    context = {
        "called": header.person_line(actor).called,
        "today": actor.today,
        "tasks": home.tasks_for(actor),
        "waiting": home.waiting_for(actor),
        "figures": figures,
        "figures_heading": f"{COUNT_WORDS[len(figures)]} của {whose}",
    }
    return render(request, "portal/home.html", context=context)


@require_safe
def search(request: Request) -> HttpResponse:
    words = request.GET.get("q", "").strip()[:120]
    groups = search_all(request.actor, words) if words else []
    return render(request, "portal/search.html", None, {"words": words, "groups": groups})


@require_safe
def guide(request: Request) -> HttpResponse:
    return render(request, "portal/guide.html", None, {"pages": guide_pages()})


@require_safe
def guide_detail(request: Request, slug: str) -> HttpResponse:
    page = guide_page(slug)
    if page is None:
        raise Http404
    others = [other for other in guide_pages() if other.slug != slug]
    return render(request, "portal/guide_page.html", None, {"page": page, "others": others})


@require_safe
def guide_image(request: Request, slug: str) -> HttpResponseBase:
    path = guide_picture(slug)
    if path is None:
        raise Http404
    return FileResponse(path.open("rb"), content_type="image/png")


@require_safe
def paper_form(request: Request) -> HttpResponse:
    return render(request, "portal/paper_form.html", None, {"lines": range(1, PAPER_LINES + 1)})
