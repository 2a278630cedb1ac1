from django.apps import AppConfig


class MembersConfig(AppConfig):
    name = "bongca.members"
    verbose_name = "Hội viên"

    def ready(self) -> None:
        from bongca.members import receivers  # noqa: F401  # connects its signals
