from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "bongca.documents"
    verbose_name = "Văn bản"
