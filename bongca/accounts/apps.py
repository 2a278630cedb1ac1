from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "bongca.accounts"
    verbose_name = "Tài khoản"
