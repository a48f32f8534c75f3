"""What is pictured: a table of scenes for each place of the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from docs.pictures.editing import find_in_text, meet_another, mend_a_text
from docs.pictures.emailing import (
    fill_outbox,
    fill_outbox_to_the_end,
    read_back,
    read_back_long,
    show_passphrase,
    write_email,
)
from docs.pictures.practices import (
    ask_to_remove,
    begin_first_steps,
    fill_in_long_names,
    go_to_second_step,
    go_to_third_step,
    mistype_phone,
    refuse_colour,
    show_practice,
)
from docs.pictures.reviewing import (
    ask_who_looks,
    ask_why_overdue,
    look_at_packs,
    look_at_reviews,
    open_a_pack,
    read_history,
    read_review,
)
from docs.pictures.sharing import choose_between_texts, look_at_sharing
from docs.pictures.window import (
    begin_with_a_set,
    check_a_code,
    choose_more,
    choose_pancreas,
    choose_print,
    choose_worst_text,
    find_in_topic,
    fold_a_booklet,
    name_a_set,
    print_at_once,
    print_in_urdu,
    read_register,
    read_to_the_end,
    set_mail_up,
)
from leaflet_app.gui.main_window import MainWindow
from leaflet_app.gui.places import LIBRARY, OUTBOX, REGISTER, SETTINGS


@dataclass(frozen=True)
class Scene:
    """A window of one size and look, with these topics ticked and these keys pressed."""

    size: tuple[int, int] = (1280, 800)
    look: str = "light"
    scale: str = "1"
    topics: tuple[str, ...] = ()
    typed: str = ""
    place: int = 0
    scrolled: float = 0.0
    note: str = ""
    sends: bool = False
    then: Callable[[MainWindow], object] | None = None


CHOOSING = {
    "window-light": Scene(topics=("net-overview", "insulinoma"), note="We will ring you on Friday."),
    "window-dark": Scene(topics=("net-overview", "insulinoma"), look="dark"),
    "window-small": Scene(topics=("insulinoma",), size=(1024, 640)),
    "window-200": Scene(topics=("insulinoma",), scale="2"),
    "empty": Scene(),
    "search": Scene(topics=("insulinoma",), typed="pheocromo"),
    "long-list": Scene(
        topics=("net-overview", "endocrine-system", "insulinoma", "gastrinoma", "vipoma", "glucagonoma", "coping"),
        scrolled=0.45,
    ),
    "find-in-topic": Scene(topics=("net-overview", "insulinoma"), then=find_in_topic),
    "find-dark": Scene(topics=("net-overview", "insulinoma"), look="dark", then=find_in_topic),
    "find-small": Scene(topics=("net-overview", "insulinoma"), size=(1024, 640), then=find_in_topic),
    "read-also": Scene(topics=("net-overview", "insulinoma"), then=read_to_the_end),
    "sets": Scene(topics=("net-overview", "gastrinoma"), then=begin_with_a_set),
    "sets-dark": Scene(topics=("net-overview", "gastrinoma"), look="dark", then=begin_with_a_set),
    "sets-small": Scene(topics=("net-overview", "gastrinoma"), size=(1024, 640), then=begin_with_a_set),
    "body-map": Scene(topics=("net-overview", "insulinoma", "lung-net"), then=choose_pancreas),
    "body-map-dark": Scene(topics=("insulinoma", "lung-net"), look="dark", then=choose_pancreas),
    "body-map-small": Scene(topics=("insulinoma",), size=(1024, 640), then=choose_pancreas),
    "choices": Scene(topics=("insulinoma",), then=choose_more),
    "choices-dark": Scene(topics=("insulinoma",), look="dark", then=choose_more),
    "choices-small": Scene(topics=("insulinoma",), size=(1024, 640), then=choose_more),
    "booklet": Scene(topics=("insulinoma",), then=fold_a_booklet),
    "booklet-dark": Scene(topics=("insulinoma",), look="dark", then=fold_a_booklet),
    "in-urdu": Scene(topics=("insulinoma",), then=print_in_urdu),
    "name-a-set": Scene(topics=("net-overview", "insulinoma", "coping"), then=name_a_set),
}

HANDING_OUT = {
    "email-sheet": Scene(topics=("insulinoma",), then=write_email),
    "email-sheet-dark": Scene(topics=("insulinoma",), look="dark", then=write_email),
    "email-sheet-small": Scene(topics=("insulinoma",), size=(1024, 640), then=write_email),
    "email-sheet-200": Scene(topics=("insulinoma",), scale="2", then=write_email),
    "read-back": Scene(topics=("insulinoma",), sends=True, then=read_back),
    "read-back-dark": Scene(topics=("insulinoma",), look="dark", sends=True, then=read_back),
    "read-back-small": Scene(topics=("insulinoma",), size=(1024, 640), sends=True, then=read_back_long),
    "passphrase": Scene(topics=("insulinoma",), then=show_passphrase),
    "passphrase-dark": Scene(topics=("insulinoma",), look="dark", then=show_passphrase),
    "print-sheet": Scene(topics=("insulinoma",), then=choose_print),
    "print-sheet-dark": Scene(topics=("insulinoma",), look="dark", then=choose_print),
    "print-sheet-small": Scene(topics=("insulinoma",), size=(1024, 640), then=choose_print),
    "print-sheet-200": Scene(topics=("insulinoma",), scale="2", then=choose_print),
    "printing": Scene(topics=("insulinoma",), then=print_at_once),
}

IN_OUTBOX = {
    "outbox": Scene(place=OUTBOX, size=(1280, 1240), then=fill_outbox),
    "outbox-dark": Scene(place=OUTBOX, look="dark", then=fill_outbox),
    "outbox-small": Scene(place=OUTBOX, size=(1024, 640), then=fill_outbox_to_the_end),
    "outbox-empty": Scene(place=OUTBOX),
}

IN_REGISTER = {
    "register": Scene(place=REGISTER, then=read_register),
    "passport-box": Scene(place=REGISTER, then=check_a_code),
    "passport-box-dark": Scene(place=REGISTER, look="dark", then=check_a_code),
    "register-dark": Scene(place=REGISTER, look="dark", then=read_register),
    "register-small": Scene(place=REGISTER, size=(1024, 640), then=read_register),
}

IN_LIBRARY = {
    "library": Scene(place=LIBRARY, then=choose_worst_text),
    "library-dark": Scene(place=LIBRARY, look="dark", then=choose_worst_text),
    "library-small": Scene(place=LIBRARY, size=(1024, 640), then=choose_worst_text),
    "editor": Scene(place=LIBRARY, then=mend_a_text),
    "editor-dark": Scene(place=LIBRARY, look="dark", then=mend_a_text),
    "editor-small": Scene(place=LIBRARY, size=(1024, 640), then=mend_a_text),
    "editor-200": Scene(place=LIBRARY, scale="2", size=(960, 600), then=mend_a_text),
    "editor-find": Scene(place=LIBRARY, then=find_in_text),
    "editor-meanwhile": Scene(place=LIBRARY, then=meet_another),
    "practice": Scene(place=LIBRARY, then=show_practice),
    "practice-colour": Scene(place=LIBRARY, then=refuse_colour),
    "practice-dark": Scene(place=LIBRARY, look="dark", then=refuse_colour),
    "practice-remove": Scene(place=LIBRARY, then=ask_to_remove),
    "practice-long": Scene(place=LIBRARY, then=fill_in_long_names),
    "practice-small": Scene(place=LIBRARY, size=(1024, 640), then=mistype_phone),
    "practice-200": Scene(place=LIBRARY, scale="2", then=mistype_phone),
    "reviews": Scene(place=LIBRARY, then=look_at_reviews),
    "reviews-who": Scene(place=LIBRARY, size=(1024, 640), then=ask_who_looks),
    "overdue": Scene(then=ask_why_overdue),
    "review-sheet": Scene(place=LIBRARY, then=read_review),
    "review-sheet-dark": Scene(place=LIBRARY, look="dark", then=read_review),
    "review-sheet-small": Scene(place=LIBRARY, size=(1024, 640), then=read_review),
    "history": Scene(place=LIBRARY, then=read_history),
    "packs": Scene(place=LIBRARY, then=look_at_packs),
    "pack-opened": Scene(place=LIBRARY, then=open_a_pack),
    "pack-opened-dark": Scene(place=LIBRARY, look="dark", then=open_a_pack),
    "sharing": Scene(place=LIBRARY, then=look_at_sharing),
    "sharing-dark": Scene(place=LIBRARY, look="dark", then=look_at_sharing),
    "sharing-small": Scene(place=LIBRARY, size=(1024, 640), then=look_at_sharing),
    "conflict": Scene(place=LIBRARY, then=choose_between_texts),
    "conflict-dark": Scene(place=LIBRARY, look="dark", then=choose_between_texts),
    "conflict-small": Scene(place=LIBRARY, size=(1024, 640), then=choose_between_texts),
}

IN_SETTINGS = {
    "settings": Scene(place=SETTINGS, then=set_mail_up),
    "settings-dark": Scene(place=SETTINGS, look="dark", then=set_mail_up),
    "settings-small": Scene(place=SETTINGS, size=(1024, 640), then=set_mail_up),
}

FIRST_STEPS = {
    "first-steps": Scene(then=begin_first_steps),
    "first-steps-brand": Scene(then=go_to_second_step),
    "first-steps-finish": Scene(then=go_to_third_step),
    "first-steps-dark": Scene(look="dark", then=go_to_second_step),
    "first-steps-200": Scene(scale="2", then=go_to_second_step),
    "first-steps-small": Scene(size=(1024, 640), then=go_to_third_step),
}

SCENES = CHOOSING | HANDING_OUT | IN_OUTBOX | IN_REGISTER | IN_LIBRARY | IN_SETTINGS | FIRST_STEPS
