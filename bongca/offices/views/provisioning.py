"""The page where a commune opens the accounts of its chi hội trưởng."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from bongca.core.http import Request
from bongca.core.ui import Column, Role, State, Table, Tag, redirect, render, toast
from bongca.offices.actions.provisioning import BranchSlip, provision_branch_heads
from bongca.offices.queries.branch_heads import BranchHead, branch_heads
from bongca.org import policies


def _name(head: BranchHead) -> str:
    return head.appointment.display_name if head.appointment else ""


def _state(head: BranchHead) -> Tag:
    if head.user is None:
        return State.NOT_SUBMITTED.tag("Chưa có tài khoản")
    if head.user.must_change_password:
        return State.DUE.tag("Chưa vào lần đầu")
    return State.ACCEPTED.tag("Đang dùng")


COLUMNS: list[Column[BranchHead]] = [
    Column("Chi hội", "branch.name", Role.NAME),
    Column("Chi hội trưởng", _name, empty="Chưa ghi ai giữ chức"),
    Column("Tên đăng nhập", lambda head: head.user.username if head.user else ""),
    Column("Tình trạng", _state, Role.STATE),
]


def provision(request: Request, pk: int) -> HttpResponse:
    commune = get_object_or_404(policies.visible_units(request.actor), pk=pk)
    policies.require(request.actor, "accounts.provision", commune)
    if request.method == "POST":
        made = provision_branch_heads(actor=request.actor, commune=commune)
        if made:
            return _slips(request, made, pk)
        toast(request, "Không còn chi hội trưởng nào thiếu tài khoản.")
        return redirect(request, "offices:provision", pk)
    heads = branch_heads(request.actor, commune)
    context = {
        "commune": commune,
        "heads": heads,
        "table": Table(COLUMNS, heads, f"Chi hội trưởng của {commune.name}"),
        "lacking": sum(head.lacks_account for head in heads),
    }
    return render(request, "offices/provision.html", None, context)


def _slips(request: Request, made: list[BranchSlip], pk: int) -> HttpResponse:
    context = {
        "slips": [
            {"user": each.slip.user, "password": each.slip.password, "place": each.branch.name}
            for each in made
        ],
        "address": request.build_absolute_uri("/").rstrip("/"),
        "back_url": reverse("offices:provision", args=[pk]),
    }
    return render(request, "accounts/slips.html", None, context)
