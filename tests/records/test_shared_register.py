"""A register that several desks share is forgotten by the clock of its server, not by that of one desk."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from leaflet_app.delivery.records.database import reading, writing
from leaflet_app.delivery.records.tables import register
from leaflet_app.delivery.register.register import put
from leaflet_app.services.register_reading import forget_old
from leaflet_app.services.settings import change
from tests.builders import a_given
from tests.fakes import a_desk


@pytest.mark.parametrize("address", ["postgresql"], indirect=True)
def test_a_desk_whose_clock_is_years_ahead_forgets_nothing_of_the_others(engine, address, home):
    desk = a_desk(home=home)
    change(desk, "records.address", address)
    with writing(engine) as connection:
        put(connection, [a_given(given_at=desk.now())])

    forget_old(replace(desk, now=lambda: desk.now() + timedelta(days=365 * 20)))

    with reading(engine) as connection:
        assert connection.scalar(select(func.count()).select_from(register)) == 1
