from django.apps import AppConfig


class MembersConfig(AppConfig):
    name = "bongca.members"
    verbose_name = "Hội viên"
