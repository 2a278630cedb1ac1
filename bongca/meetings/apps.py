from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "bongca.meetings"
    verbose_name = "Cuộc họp, kết luận"

    def ready(self) -> None:
        from bongca.core.files import register_purpose
        from bongca.core.ui import home, register_nav
        from bongca.core.ui.search import register_search
        from bongca.core.ui.slots import register_panel
        from bongca.meetings import policies
        from bongca.meetings.queries.home import home_tasks, search_meetings
        from bongca.meetings.queries.papers import document_panel, task_panel

        register_nav("Cuộc họp", "meetings:meeting_list", word="meetings.view", order=40)
        home.register_tasks(home_tasks, order=25)
        register_search("meetings", search_meetings, order=50)
        register_purpose(policies.PAPER_PURPOSE, policies.may_open_paper)
        register_panel("documents.outgoing", document_panel)
        register_panel("programmes.task", task_panel)
