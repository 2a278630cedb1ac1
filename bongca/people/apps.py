from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "bongca.people"
    verbose_name = "Con người"
