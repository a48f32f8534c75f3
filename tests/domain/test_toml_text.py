"""TOML that a stranger wrote is read or refused within a moment."""

import pytest

from leaflet_app.domain.toml_text import MOST_PARTS, toml_of


def test_what_people_write_is_read():
    dots = "e.g. this, i.e. that. And so on. " * 100

    assert toml_of(f'[a.b]\nc.d = "{dots}"\n') == {"a": {"b": {"c": {"d": dots}}}}


@pytest.mark.parametrize("part", ["a", '"!"', "'b c'", " a "])
@pytest.mark.parametrize("line", ["{} = 1", "[{}]", "x = {{ {} = 1 }}"])
def test_a_name_of_too_many_parts_is_refused(part, line):
    with pytest.raises(ValueError, match="too many parts"):
        toml_of(line.format(".".join([part] * 300_000)))
    assert toml_of(line.format(".".join([part] * MOST_PARTS)))


@pytest.mark.parametrize(
    "text", ["x = " + "[" * 9000, "x = " + "9" * 5000, "x", "a" * 500_000, '"' * 500_000, "a " * 250_000]
)
def test_any_other_text_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011  (whatever is wrong with it)
        toml_of(text)
