from django.apps import AppConfig


class PapersConfig(AppConfig):
    name = "bongca.papers"
    verbose_name = "Thể thức văn bản"
