from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "bongca.portal"
    verbose_name = "Cổng"

    def ready(self) -> None:
        from bongca.core.demonstration import register_people
        from bongca.core.ui import (
            register_help_line,
            register_nav,
            register_person_line,
        )
        from bongca.portal.queries import header
        from bongca.portal.queries.demonstration import demo_people

        register_person_line(header.person_line)
        register_help_line(header.help_line)
        register_nav("Việc cần làm", "portal:home", order=0)
        register_nav("Tra cứu", "portal:search", order=900)
        register_people(demo_people)
