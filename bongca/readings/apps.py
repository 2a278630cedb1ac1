from django.apps import AppConfig


class ReadingsConfig(AppConfig):
    name = "bongca.readings"
    verbose_name = "Đọc văn bản"

    def ready(self) -> None:
        from bongca.core.files import register_purpose
        from bongca.core.ui.slots import register_panel
        from bongca.readings import policies
        from bongca.readings.queries import panels

        register_purpose(policies.PURPOSE, policies.may_open_reading)
        register_panel("meetings.meeting", panels.readings_panel)
        register_panel("meetings.meeting_acts", panels.act_of_meeting)
        register_panel("meetings.conclusion_acts", panels.act_of_conclusions)
