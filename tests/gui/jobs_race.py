"""Pages come and go while their work ends in other threads. Run by test_jobs: to lose this race ends the program."""

import random
import sys
import time

from PySide6.QtCore import QCoreApplication, QObject

from leaflet_app.gui.jobs import Jobs, close_jobs


class Page(QObject):
    def __init__(self):
        super().__init__()
        self.reading, self.looking = Jobs(self), Jobs(self)

    def begin(self, seconds):
        self.reading.submit(lambda: None, self.show, self.show)
        self.looking.submit(lambda: time.sleep(seconds), self.show, self.show)

    def show(self, _result):
        pass


def main(times):
    app = QCoreApplication([])
    chance = random.Random(times)  # noqa: S311  (nothing is secret here)
    for _ in range(times):
        page = Page()
        page.begin(chance.random() * 0.0004)
        time.sleep(chance.choice((0, chance.random() * 0.0006)))
        if chance.random() < 0.8:
            close_jobs(page)
        del page
        if chance.random() < 0.3:
            app.processEvents()


if __name__ == "__main__":
    main(int(sys.argv[1]))
