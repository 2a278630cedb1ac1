from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "bongca.accounts"
    verbose_name = "Tài khoản"

    def ready(self) -> None:
        from bongca.accounts import queries, receivers  # noqa: F401  # connects them
        from bongca.core.ui import home

        home.register_tasks(queries.home_tasks, order=10)
