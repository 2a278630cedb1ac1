from django.apps import AppConfig


class OrgConfig(AppConfig):
    name = "bongca.org"
    verbose_name = "Tổ chức"
