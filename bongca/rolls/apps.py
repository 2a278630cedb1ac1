from django.apps import AppConfig


class RollsConfig(AppConfig):
    name = "bongca.rolls"
    verbose_name = "Danh sách mang đến"

    def ready(self) -> None:
        from bongca.core.files import register_purpose
        from bongca.rolls import receivers  # noqa: F401  # connects its signals
        from bongca.rolls.policies import PURPOSE, may_open_original

        register_purpose(PURPOSE, may_open_original)
