from django.apps import AppConfig


class RollsConfig(AppConfig):
    name = "bongca.rolls"
    verbose_name = "Danh sách mang đến"

    def ready(self) -> None:
        from bongca.core.files import register_purpose
        from bongca.core.ui import home, register_nav_place
        from bongca.members.queries.acts import register_list_act
        from bongca.rolls import receivers  # noqa: F401  # connects its signals
        from bongca.rolls.policies import PURPOSE, WORD, may_open_original
        from bongca.rolls.queries.home import home_tasks

        register_purpose(PURPOSE, may_open_original)
        register_list_act("Nhập danh sách từ Excel", "rolls:roll_list", WORD, order=10)
        register_nav_place("rolls:roll_list", under="members:member_list")
        home.register_tasks(home_tasks, order=25)
