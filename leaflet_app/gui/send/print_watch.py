"""Watch the newest print job until it has left its queue."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from leaflet_app.domain.errors import LeafletError
from leaflet_app.domain.printing import JobStanding, PrintJob
from leaflet_app.gui.jobs import Jobs
from leaflet_app.services.desk import Desk
from leaflet_app.services.print_leaflet import cancel, standing

LOOK_AGAIN_MS = 500


class PrintWatch(QObject):
    """Asks off the window's thread how the job stands, and tells each answer."""

    stood = Signal(JobStanding)
    failed = Signal(LeafletError)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._jobs = Jobs(self)
        self._job: PrintJob | None = None
        self._pause = QTimer(self, singleShot=True, interval=LOOK_AGAIN_MS)
        self._pause.timeout.connect(self._look)

    @property
    def is_watching(self) -> bool:
        """Tell whether a job has yet to leave its queue."""
        return self._job is not None

    def watch(self, desk: Desk, job: PrintJob) -> None:
        """Watch this job from now on."""
        self._desk, self._job = desk, job
        self._look()

    def cancel(self) -> None:
        """Take the job back, and tell how it stands then."""
        if self._desk is not None and self._job is not None:
            self._pause.stop()
            self._jobs.submit(partial(_cancelled, self._desk, self._job), self._take, self._fail)

    def stop(self) -> None:
        """Watch nothing any more."""
        self._pause.stop()
        self._jobs.close()

    def _look(self) -> None:
        if self._desk is not None and self._job is not None:
            self._jobs.submit(partial(standing, self._desk, self._job), self._take, self._fail)

    def _take(self, stands: JobStanding) -> None:
        if stands.state.is_over:
            self._job = None
        else:
            self._pause.start()
        self.stood.emit(stands)

    def _fail(self, error: LeafletError) -> None:
        self._job = None
        self.failed.emit(error)


def _cancelled(desk: Desk, job: PrintJob) -> JobStanding:
    cancel(desk, job)
    return standing(desk, job)
