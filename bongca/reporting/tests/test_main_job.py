"""The proof of the main job: live count, the commune's report, the province's sum, and why."""

from bongca.core import clock
from bongca.core.scope import scoped
from bongca.indicators.models import Indicator
from bongca.members.enums import HowEnded, Since
from bongca.members.models import Membership
from bongca.members.tests.factories import admit, end
from bongca.org.models import Unit
from bongca.reporting.queries.counting import Moment, counts_of_branch
from bongca.reporting.queries.explaining import Explanation, explain_figure
from bongca.reporting.queries.sheet import sheet_of
from bongca.reporting.queries.sums import sums_below
from bongca.reporting.tests.factories import Setting
from tests.cast import TODAY

SIZE, DEATHS, FEW = 180, 50, 6


def admit_members(setting: Setting, count: int) -> list[Membership]:
    """Cô Lan's members, admitted by her one by one."""
    lan = setting.cast.actor("lan")
    with scoped(lan):
        return [
            admit(lan, setting.cast.dong_tam, f"Trần Thị Thu {number}", sex="f", birth="1950")
            for number in range(count)
        ]


def live_total(setting: Setting) -> int:
    lan = setting.cast.actor("lan")
    moment = Moment(setting.round.since, TODAY, clock.now())
    with scoped(lan):
        return counts_of_branch(lan, setting.cast.dong_tam, moment)["members.total"]


def explained(setting: Setting, who: str, unit: Unit, page: int = 1) -> Explanation:
    actor = setting.cast.actor(who)
    with scoped(actor):
        return explain_figure(
            actor, setting.round, Indicator.objects.get(pk="A5"), unit, now=clock.now(), page=page
        )


def submit_commune(setting: Setting) -> None:
    setting.fill_branch("lan", "dong_tam")
    setting.submit("lan", "dong_tam")
    with scoped(setting.cast.actor("minh")):
        setting.fill_commune("minh", "tan_yen")
        setting.submit("minh", "tan_yen", "Chi hội thôn Yên Lý chưa gửi.")


def sheet_total(setting: Setting) -> int | None:
    minh = setting.cast.actor("minh")
    with scoped(minh):
        line = sheet_of(minh, setting.report("tan_yen"), now=clock.now()).line("A5")
    assert line is not None
    return line.value


def test_members_reach_each_tier_in_turn_and_stay_explained(setting: Setting) -> None:
    admitted = admit_members(setting, SIZE)
    province = setting.cast.bac_ninh
    assert live_total(setting) == SIZE
    assert "A5" not in sums_below(setting.round, province)

    submit_commune(setting)
    assert sheet_total(setting) == SIZE
    assert "A5" not in sums_below(setting.round, province)

    setting.accept("hoa", "tan_yen")
    assert sums_below(setting.round, province)["A5"].value == SIZE

    lan = setting.cast.actor("lan")
    with scoped(lan):
        for membership in admitted[:DEATHS]:
            end(lan, membership.person, HowEnded.DECEASED, TODAY)

    assert live_total(setting) == SIZE - DEATHS
    assert sheet_total(setting) == SIZE
    assert sums_below(setting.round, province)["A5"].value == SIZE

    assert_explained(setting)


def assert_explained(setting: Setting) -> None:
    """Every tier opens, and the list of persons is as long as the figure, with what became."""
    at_branch = explained(setting, "hoa", setting.cast.dong_tam)
    assert [(step.unit.tier, step.value.value) for step in at_branch.steps] == [
        ("province", SIZE),
        ("commune", SIZE),
        ("branch", SIZE),
    ]
    persons = at_branch.persons
    assert persons is not None and persons.total == SIZE
    marked = [
        person
        for page in range(1, persons.page_count + 1)
        for person in (explained(setting, "hoa", setting.cast.dong_tam, page).persons or [])
        if person.since == Since.DECEASED
    ]
    assert len(marked) == DEATHS


def test_central_staff_see_every_figure_and_no_name(setting: Setting) -> None:
    admit_members(setting, FEW)
    submit_commune(setting)
    setting.accept("hoa", "tan_yen")

    opened = explained(setting, "tu", setting.cast.dong_tam)

    assert [step.unit.tier for step in opened.steps] == ["central", "province", "commune", "branch"]
    assert opened.last.value.value == FEW
    assert opened.persons is None and opened.hides_names


def test_branch_head_opens_her_own_figure(setting: Setting) -> None:
    admit_members(setting, FEW)
    before = explained(setting, "lan", setting.cast.dong_tam)
    assert before.last.value.value == FEW

    submit_commune(setting)
    after = explained(setting, "lan", setting.cast.dong_tam)

    assert [step.unit.tier for step in after.steps] == ["branch"]
    assert after.persons is not None and after.persons.total == FEW
    assert after.ledger is not None
    assert (after.ledger.opening, after.ledger.closing) == (FEW, FEW)
