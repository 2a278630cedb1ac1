"""A state is a word, a shape and an edge; the shape never changes."""

import pytest

from bongca.core.ui.icons import SHAPES
from bongca.core.ui.states import State, Tone, due_tag, tag_of


def test_every_state_has_a_shape_of_its_own() -> None:
    shapes = [state.shape for state in State]

    assert len(set(shapes)) == len(shapes)
    assert set(shapes) <= set(SHAPES)


def test_other_words_keep_the_shape() -> None:
    tag = tag_of("accepted", "Đã đóng")

    assert (tag.word, tag.shape, tag.tone) == ("Đã đóng", "done", Tone.DONE)


def test_tag_is_found_by_state_by_key_and_by_itself() -> None:
    tag = State.CLOSED.tag()

    assert tag_of(State.CLOSED) == tag_of("closed") == tag_of(tag) == tag


def test_unknown_state_is_refused() -> None:
    with pytest.raises(KeyError):
        tag_of("nowhere")


@pytest.mark.parametrize(
    ("days", "word", "tone"),
    [
        (13, "Còn 13 ngày", Tone.PLAIN),
        (8, "Còn 8 ngày", Tone.PLAIN),
        (7, "Còn 7 ngày", Tone.SOON),
        (0, "Hạn hôm nay", Tone.SOON),
        (-7, "Quá hạn 7 ngày", Tone.LATE),
    ],
)
def test_due_date_grows_louder_as_it_comes(days: int, word: str, tone: Tone) -> None:
    tag = due_tag(days)

    assert (tag.word, tag.tone) == (word, tone)
