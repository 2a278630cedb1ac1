import pytest

from bongca.reporting.tests.factories import Setting, open_setting
from tests.cast import Cast


@pytest.fixture
def setting(cast: Cast) -> Setting:
    """Give a test the cast with an open round."""
    return open_setting(cast)
