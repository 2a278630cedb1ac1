from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "bongca.people"
    verbose_name = "Con người"

    def ready(self) -> None:
        from bongca.people import receivers  # noqa: F401  # connects its signals
