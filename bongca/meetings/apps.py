from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "bongca.meetings"
    verbose_name = "Cuộc họp, kết luận"
