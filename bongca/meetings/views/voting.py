"""The quorum and the majorities: shown to all who meet, set at the top of the tree."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from bongca.core.errors import DomainError
from bongca.core.http import Request
from bongca.core.ui import redirect, render, toast
from bongca.meetings.actions.voting import set_voting_rule
from bongca.meetings.forms.voting import VotingRuleForm
from bongca.meetings.queries import voting as finding
from bongca.meetings.rules.majorities import QUORUM
from bongca.org.policies import require


@require_safe
def voting_rules(request: Request) -> HttpResponse:
    """Show what counts today, since when and by which paper, and what is set for later."""
    require(request.actor, "meetings.view")
    today = request.actor.today
    rules = finding.voting_rules(today)
    context = {
        "quorum": rules.pop(QUORUM),
        "majorities": list(rules.values()),
        "later": [(row, finding.rule_of(row)) for row in finding.later_rules(today)],
        "may_set": finding.may_set_rules(request.actor),
    }
    return render(request, "meetings/voting_rules.html", None, context)


def voting_rule_set(request: Request, code: str) -> HttpResponse:
    """Set one of them from a day on."""
    require(request.actor, "meetings.conclude", finding.rules_home())
    standing = finding.voting_rules(request.actor.today).get(code)
    if standing is None:
        raise Http404
    form = VotingRuleForm(request.POST or None, rule=standing.rule)
    if request.method == "POST" and form.is_valid():
        try:
            set_voting_rule(actor=request.actor, code=code, **form.given())
        except DomainError as error:
            form.add_error(error.field if error.field in form.fields else None, error.message)
        else:
            toast(request, "Đã đặt cách tính mới. Việc đã biểu quyết giữ cách tính cũ.")
            return redirect(request, "meetings:voting_rules")
    status = 422 if form.is_bound else 200
    context = {"form": form, "rule": standing.rule}
    return render(request, "meetings/voting_rule_set.html", None, context, status)
