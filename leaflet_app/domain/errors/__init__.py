"""Every fault a person may be told of, each with what happened and what to do.

LeafletError
│ in choosing.py
├── NothingChosen          no topic is ticked
├── UnknownTopic           an id that no topic has
├── UnknownSet             a name that no set of topics has
├── NameRefused            a name that a set of topics may not have
├── UnknownSection         a section key that no chosen topic has
├── SectionMustStay        a section that may never be left out
├── TopicHasFaults         a topic whose file is broken
├── TopicRetired           a topic that new leaflets may not have
├── LanguageNotOffered     a language that the library has no words in
├── LanguageNotBeside      a second language that is not English
├── UnknownPractice        an id that no sound profile of a practice has
├── PracticeGone           a practice of the settings that was taken out of the library
├── UnknownDisclaimer      an id that no sound disclaimer has
│ in making.py
├── MissingGlyph           a character that no font can print
├── LeafletTooLong         more than a renderer accepts
├── PartTooLarge           a word, paragraph, list or picture beyond all measure
├── LinkRefused            a link to what no leaflet may open
├── PictureUnreadable      a logo or picture that is damaged
├── PasswordRefused        a password that no reader of PDFs could be given
├── RenderingStopped       the renderer ran too long, took too much memory or died
│ in copying.py
├── ListUnreadable         a file that is no list of people
├── TooManyCopies          more copies than one file may hold
├── CopiesStopped          a worker that ended before its copies were made
├── NoCluster              no cluster of computers, or no package to reach it with
│ in handing_out.py
├── CannotSave             a file that could not be written
│   └── NotNoted           a leaflet that left the desk without an entry in the register
├── CannotPrint            a printer or queue that takes no leaflet
├── AddressRefused         what no mail can be sent to
├── MailRefused            a letter that may not go, or no way for it to go
│ in keeping.py
├── NoKeyring              no place for secrets
├── RecordsUnusable        an outbox or register that cannot be opened
├── NoSuchMail             a mail that the outbox does not hold, or that is past changing
├── NoSuchEntry            what names no entry of the register, or several
├── PassportMistyped       a code with a wrong letter or digit
├── PassportUnknown        a code that this desk has no record of
├── EditionUnreadable      a library of the past that is not here, is damaged or was not written by us
│ in keeping_the_library.py
├── StoreUnusable          a library that cannot be opened, read or written where it is kept
│   └── StoreDamaged       one of which something is lost or damaged
├── StoreRescued           a damaged library that is in use again, as far as it was whole
├── EditedMeanwhile        a change that another has come before
├── UnknownText            a name that no text or file of the library has
├── UnknownVersion         a name that no version of a text has, or several
├── EditRefused            a change to the library that is none, or that may not be made
├── ReviewRefused          a step of a review that may not be taken
├── NotApproved            a leaflet that may not leave before a clinician has approved its texts
├── OverdueUnexplained     a leaflet with an overdue review, and no reason to give it all the same
├── SharingStopped         a shared library that could not be taken from or given to
│   ├── NotReachable       a shared library that does not answer at the moment
│   └── AnotherHistory     a shared library that does not go on from what this desk knows of it
├── PackRefused            a pack of topics that is damaged, hostile or from nobody we trust
│ in starting.py
├── LinkNotUnderstood      a link from a patient record that asks for what it may not
├── SettingRefused         a setting that does not exist, is no such value or is locked
├── SettingsUnfit          a file of settings with a line that cannot be used
├── AlreadyRunning         another window that must end first
├── LibraryUnreadable      no library where one should be
├── NoWindow               no screen, or no Qt, to open the window with
│ in leaflet_error.py
└── UnexpectedFault        anything nobody thought of
"""

from leaflet_app.domain.errors.choosing import (
    LanguageNotBeside,
    LanguageNotOffered,
    NameRefused,
    NothingChosen,
    PracticeGone,
    SectionMustStay,
    TopicHasFaults,
    TopicRetired,
    UnknownDisclaimer,
    UnknownPractice,
    UnknownSection,
    UnknownSet,
    UnknownTopic,
)
from leaflet_app.domain.errors.copying import CopiesStopped, ListUnreadable, NoCluster, TooManyCopies
from leaflet_app.domain.errors.handing_out import AddressRefused, CannotPrint, CannotSave, MailRefused, NotNoted
from leaflet_app.domain.errors.keeping import (
    EditionUnreadable,
    NoKeyring,
    NoSuchEntry,
    NoSuchMail,
    PassportMistyped,
    PassportUnknown,
    RecordsUnusable,
)
from leaflet_app.domain.errors.keeping_the_library import (
    AnotherHistory,
    EditedMeanwhile,
    EditRefused,
    NotApproved,
    NotReachable,
    OverdueUnexplained,
    PackRefused,
    ReviewRefused,
    SharingStopped,
    StoreDamaged,
    StoreRescued,
    StoreUnusable,
    UnknownText,
    UnknownVersion,
)
from leaflet_app.domain.errors.leaflet_error import LeafletError, UnexpectedFault
from leaflet_app.domain.errors.making import (
    LeafletTooLong,
    LinkRefused,
    MissingGlyph,
    PartTooLarge,
    PasswordRefused,
    PictureUnreadable,
    RenderingStopped,
)
from leaflet_app.domain.errors.starting import (
    AlreadyRunning,
    LibraryUnreadable,
    LinkNotUnderstood,
    NoWindow,
    SettingRefused,
    SettingsUnfit,
)
from leaflet_app.domain.errors.telling import whence

__all__ = [
    "AddressRefused",
    "AlreadyRunning",
    "AnotherHistory",
    "CannotPrint",
    "CannotSave",
    "CopiesStopped",
    "EditRefused",
    "EditedMeanwhile",
    "EditionUnreadable",
    "LanguageNotBeside",
    "LanguageNotOffered",
    "LeafletError",
    "LeafletTooLong",
    "LibraryUnreadable",
    "LinkNotUnderstood",
    "LinkRefused",
    "ListUnreadable",
    "MailRefused",
    "MissingGlyph",
    "NameRefused",
    "NoCluster",
    "NoKeyring",
    "NoSuchEntry",
    "NoSuchMail",
    "NoWindow",
    "NotApproved",
    "NotNoted",
    "NotReachable",
    "NothingChosen",
    "OverdueUnexplained",
    "PackRefused",
    "PartTooLarge",
    "PassportMistyped",
    "PassportUnknown",
    "PasswordRefused",
    "PictureUnreadable",
    "PracticeGone",
    "RecordsUnusable",
    "RenderingStopped",
    "ReviewRefused",
    "SectionMustStay",
    "SettingRefused",
    "SettingsUnfit",
    "SharingStopped",
    "StoreDamaged",
    "StoreRescued",
    "StoreUnusable",
    "TooManyCopies",
    "TopicHasFaults",
    "TopicRetired",
    "UnexpectedFault",
    "UnknownDisclaimer",
    "UnknownPractice",
    "UnknownSection",
    "UnknownSet",
    "UnknownText",
    "UnknownTopic",
    "UnknownVersion",
    "whence",
]
