"""The look of the web page: the practice's colours, light and dark, screen and print."""

from __future__ import annotations

from leaflet_app.domain.practice import Brand

_RULES = """\
:root { --ink: #1B2733; --soft: #4A5B6B; --ground: #FFFFFF; --tint: #E6F1F5; --line: #7B8A98; --head: var(--band);
  --link: var(--accent); --urgent: #A4161A; --urgent-tint: #FDECEC; --look: #7A4B00; --look-tint: #FFF4DC;
  --pale: #EFF5F8; --organ: #BAD3DE; --mark: var(--band); }
:root, [lang|="en"] { --letters: "Source Sans 3", "Source Sans Pro", system-ui, "Segoe UI", sans-serif;
  --leading: 1.5; }
[lang|="ar"] { --letters: "Source Sans 3", "Noto Naskh Arabic", "Noto Sans Arabic", sans-serif; --leading: 1.8; }
[lang|="ur"] { --letters: "Source Sans 3", "Noto Nastaliq Urdu", "Urdu Typesetting", serif; --leading: 2.2; }
@media (prefers-color-scheme: dark) { :root { --ink: #E8EDF2; --soft: #A9B6C2; --ground: #14191F; --tint: #1D242C;
  --line: #8796A3; --head: #E8EDF2; --link: #63B3D6; --urgent: #FF8A80; --urgent-tint: #2C1B1D; --look: #FFC46B;
  --look-tint: #2A2418; --pale: #1D242C; --organ: #33536A; --mark: #63B3D6; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink);
  font: 1.125rem/var(--leading) var(--letters); }
[lang] { font-family: var(--letters); line-height: var(--leading); }
header { background: var(--band); color: #FFFFFF; padding: 1rem 1.5rem; display: flex; gap: 1rem; align-items: center; }
header img { max-height: 3.5rem; max-width: 40%; }
header p { margin: 0; }
.practice { font-size: 1.25rem; font-weight: bold; }
main, footer { max-width: 70ch; margin: 0 auto; padding: 0 1.5rem; overflow-wrap: break-word; }
h1 { font-size: 2.25rem; line-height: calc(var(--leading) * .8); margin: 1.5rem 0 .5rem; }
h2 { font-size: 1.5rem; line-height: calc(var(--leading) * .85); color: var(--head); margin: 2rem 0 .5rem; }
h3, h4, h5, h6 { font-size: 1.2rem; color: var(--head); margin: 1.5rem 0 .25rem; }
.purpose { font-size: 1.25rem; color: var(--soft); margin-top: 0; }
a { color: var(--link); }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.whole, a[href^="tel:"] { white-space: nowrap; }
li { margin: .25rem 0; }
table { width: 100%; border-collapse: collapse; margin: 1.5rem 0; }
caption { text-align: start; font-size: 1.2rem; font-weight: bold; color: var(--head); padding-bottom: .25rem; }
th, td { text-align: start; vertical-align: top; border-top: 1px solid var(--line);
  padding-block: .375rem; padding-inline: 0 .75rem; }
th { width: 35%; }
dt { font-weight: bold; }
dd { margin: 0 0 .5rem; }
.box { background: var(--tint); border-radius: .375rem; padding: .75rem 1.25rem; margin: 1.5rem 0; }
.box > :first-child { margin-top: 0; }
.box > :last-child { margin-bottom: 0; }
.urgent { background: var(--urgent-tint); border: 2px solid var(--urgent); }
.urgent h2 { color: var(--urgent); }
.draft { background: var(--look-tint); border: 2px solid var(--look); }
.questions > li::after { content: ""; display: block; height: calc(var(--lines) * 2.2em);
  background: repeating-linear-gradient(transparent 0 calc(2.2em - 1px), var(--line) calc(2.2em - 1px) 2.2em); }
.beside > * { min-width: 0; }
@media (min-width: 56rem) { .for-two, .for-two + footer { max-width: 132ch; }
  .beside { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2rem; direction: ltr; }
  .beside > * > :is(h1, h2, h3) { margin-top: 0; } .beside { margin-top: .5rem; } }
.picture { margin: 1.5rem 0; }
.picture img { display: block; max-width: 100%; max-height: 24rem; background: #FFFFFF; }
.picture figcaption { margin-top: .375rem; }
.drawing { display: flex; gap: 0; margin: 1.5rem 0; height: 22rem; }
.drawing svg { height: 100%; flex: none; }
.drawing svg * { vector-effect: non-scaling-stroke; stroke-linejoin: round; }
.drawing .outline { fill: var(--pale); stroke: var(--line); }
.drawing .organ { fill: var(--organ); stroke: var(--soft); }
.drawing .marked { fill: var(--mark); stroke: var(--mark); }
.drawing .accent { fill: none; stroke: var(--line); }
.drawing .ring { fill: none; stroke: var(--mark); stroke-width: 2.5; }
.drawing .halo { fill: none; stroke: var(--ground); stroke-width: 4; }
.drawing .leader { fill: none; stroke: var(--soft); }
.drawing ul { position: relative; flex: 1; list-style: none; margin: 0; padding: 0; }
.drawing li { position: absolute; left: .5rem; margin: 0; transform: translateY(-50%);
  line-height: calc(var(--leading) * .87); }
[dir="rtl"] .drawing { flex-direction: row-reverse; }
@media (max-width: 34rem) { .drawing { display: block; height: auto; } .drawing svg { height: 20rem; max-width: 100%; }
  .drawing .halo, .drawing .leader { display: none; } .drawing li { position: static; transform: none; } }
footer { color: var(--soft); margin-top: 2rem; padding-bottom: 2rem; }
@media print { @page { margin: 20mm; } main, footer { max-width: none; padding: 0; }
  body { font-size: 14pt; background: none; }
  h2, h3 { break-after: avoid; } tr, li, .picture { break-inside: avoid; } header, .box { print-color-adjust: exact; } }
"""


def sheet(brand: Brand) -> str:
    """Return the style sheet of a page in the practice's colours."""
    return f":root {{ color-scheme: light dark; --band: {brand.band}; --accent: {brand.accent}; }}\n{_RULES}"
