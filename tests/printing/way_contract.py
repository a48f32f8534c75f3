"""What every way to a printer keeps to; the fake and the real ones inherit it."""

import pytest

from leaflet_app.domain.errors import CannotPrint
from leaflet_app.domain.printing import JobState, PrintChoices
from tests.printing.cups import wait_for


class WayContract:
    """A way that takes choices. A subclass gives `way`, `pdf` and the name of a printer as `printer`."""

    def test_it_takes_choices_and_names_its_printers_the_default_first(self, way):
        first, *others = way.printers()

        assert way.takes_choices
        assert first.is_default
        assert not any(each.is_default for each in others)
        assert all(each.name and each.description for each in (first, *others))

    def test_a_job_is_over_in_the_end(self, way, pdf, printer):
        job = way.send(pdf, "CL-7K3M9Q-4F", PrintChoices(printer))
        wait_for(lambda: way.standing(job).state.is_over, "the job to be over")

        assert job.printer == printer
        assert way.standing(job).state is JobState.DONE

    def test_without_a_name_the_default_prints(self, way, pdf):
        assert way.send(pdf, "CL-7K3M9Q-4F", PrintChoices()).printer == way.printers()[0].name

    def test_each_job_has_a_number_of_its_own(self, way, pdf, printer):
        first, second = (way.send(pdf, "CL-7K3M9Q-4F", PrintChoices(printer)) for _ in range(2))

        assert first.number != second.number

    def test_a_printer_that_is_not_there_is_refused_by_name(self, way, pdf):
        with pytest.raises(CannotPrint, match=r"no printer called “Attic”\. Choose another printer"):
            way.send(pdf, "CL-7K3M9Q-4F", PrintChoices("Attic"))

    def test_a_job_that_is_over_may_be_cancelled_without_harm(self, way, pdf, printer):
        job = way.send(pdf, "CL-7K3M9Q-4F", PrintChoices(printer))
        wait_for(lambda: way.standing(job).state.is_over, "the job to be over")

        way.cancel(job)
