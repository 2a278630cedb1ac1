from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "bongca.documents"
    verbose_name = "Văn bản"

    def ready(self) -> None:
        from bongca.core.files import register_purpose
        from bongca.core.ui import home, register_nav
        from bongca.core.ui.search import register_search
        from bongca.documents import policies, receivers  # noqa: F401  # connects its signals
        from bongca.documents.queries import home as first_page

        register_nav("Văn bản", "documents:desk", word=policies.VIEW, order=40)
        home.register_tasks(first_page.home_tasks, order=40)
        home.register_waiting(first_page.home_waiting, order=40)
        register_search("documents", first_page.search_documents, order=40)
        register_purpose(policies.SCAN_PURPOSE, policies.may_open_scan)
        register_purpose(policies.SIGNED_PURPOSE, policies.may_open_signed)
