from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    name = "bongca.programmes"
    verbose_name = "Chương trình, nhiệm vụ"
