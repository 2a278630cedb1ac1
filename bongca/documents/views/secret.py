"""The book for papers marked Mật: entries alone."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from bongca.core.http import Request
from bongca.core.ui import Column, Role, Table, page_of, render
from bongca.documents import policies
from bongca.documents.actions.secret import SecretPaper, enter_secret
from bongca.documents.forms.books import SecretForm
from bongca.documents.models import SecretEntry
from bongca.documents.rules.numbers import numbered
from bongca.documents.views.asked import form_page, own_unit, posted


@require_safe
def secret_list(request: Request) -> HttpResponse:
    """List the entries of secret papers, for the register alone."""
    unit = own_unit(request, policies.REGISTER)
    rows = policies.visible_secret_entries(request.actor).select_related("book")
    page = page_of(rows.order_by("-on", "-number", "-suffix"), request.GET.get("trang"), 20)
    columns: list[Column[SecretEntry]] = [
        Column("Số", lambda one: numbered(one.number, one.suffix), Role.NAME),
        Column("Sổ", lambda one: str(one.book), Role.VALUE),
        Column("Ngày vào sổ", lambda one: f"{one.on:%d/%m/%Y}", Role.VALUE),
        Column("Độ mật", "get_secrecy_display", Role.VALUE),
        Column("Số, ký hiệu", "symbol", Role.VALUE, empty="Không ghi"),
        Column("Nơi gửi, nơi nhận", "place", Role.VALUE),
        Column("Người giữ", "kept_by", Role.VALUE),
    ]
    context = {"unit": unit, "page": page, "table": Table(columns, page.items, "Văn bản mật")}
    return render(request, "documents/secret_list.html", None, context)


def secret_add(request: Request) -> HttpResponse:
    """Enter a paper marked Mật or above."""
    unit = own_unit(request, policies.REGISTER)
    form = SecretForm(posted(request), initial={"on": request.actor.today})

    def act(words: dict[str, object]) -> SecretEntry:
        given = dict(words)
        direction, after = str(given.pop("direction")), given.pop("after_number")
        return enter_secret(
            actor=request.actor,
            unit=unit,
            direction=direction,
            paper=SecretPaper(**given),  # type: ignore[arg-type]  # the form has cleaned them
            after_number=after,  # type: ignore[arg-type]  # a number or nothing
        )

    notice = (
        "Chỉ ghi là có văn bản, không ghi nội dung",
        "Máy không nhận bản chụp và không có chỗ ghi trích yếu của văn bản mật.",
    )
    return form_page(
        request, form, act,
        said=lambda made: f"Đã vào sổ văn bản mật, số {numbered(made.number, made.suffix)}.",
        heading="Vào sổ văn bản mật", button="Vào sổ",
        back=(reverse("documents:secret_list"), "Sổ văn bản mật"), notice=notice,
    )  # fmt: skip
