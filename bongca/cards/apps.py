from django.apps import AppConfig


class CardsConfig(AppConfig):
    name = "bongca.cards"
    verbose_name = "Thẻ hội viên"

    def ready(self) -> None:
        from bongca.cards import receivers  # noqa: F401  # connects its signals
        from bongca.cards.policies import SHEETS, may_open_sheets
        from bongca.cards.queries import home as first_page
        from bongca.core.files import register_purpose
        from bongca.core.ui import home, register_nav_place
        from bongca.core.ui.slots import register_panel
        from bongca.members.queries.acts import BESIDE, register_list_act

        register_purpose(SHEETS, may_open_sheets)
        register_nav_place("cards:card_home", under="members:member_list")
        register_list_act("Thẻ hội viên", "cards:card_home", "members.view", order=20, place=BESIDE)
        home.register_tasks(first_page.home_tasks, order=27)
        register_panel("org.unit", first_page.unit_panel, order=21)
        register_panel("members.person", first_page.person_panel, order=20)
