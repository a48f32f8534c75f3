"""Versions of texts as a review numbers them."""

import pytest

from leaflet_app.domain.reviewing import Step, check_number, raised


@pytest.mark.parametrize("strange", ["1", "", "one", "1.0.0.0", "١.٠.٠", "9" * 5000])
def test_a_version_that_other_hands_wrote_is_followed_by_any(strange):
    check_number("1.0.0", strange)

    assert raised(strange, Step.MEANING) == "1.0.0"
