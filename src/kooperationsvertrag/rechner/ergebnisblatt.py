"""Ergebnisblatt: ein Ergebnis als HTML-Datei, die für sich allein steht und nichts nachlädt."""

from __future__ import annotations

from importlib.resources import files

from kooperationsvertrag.darstellung.synopse import html


def ergebnisblatt(titel: str, inhalt: str) -> str:
    """Setzt eine ganze HTML-Datei um ein Ergebnis.

    Args:
        titel: Titel der Datei.
        inhalt: Das Ergebnis als HTML.

    Returns:
        Die Datei.

    >>> ergebnisblatt("Fall", "<p>Ergebnis</p>").splitlines()[0]
    '<!DOCTYPE html>'
    """
    stil = (files("kooperationsvertrag.rechner") / "seite" / "stil.css").read_text(encoding="utf-8")
    aufgeklappt = inhalt.replace("<details>", "<details open>")
    hoeher = aufgeklappt.replace("<h2>", "<h1>", 1).replace("</h2>", "</h1>", 1)
    for ebene in (3, 4):
        hoeher = hoeher.replace(f"<h{ebene}>", f"<h{ebene - 1}>").replace(f"</h{ebene}>", f"</h{ebene - 1}>")
    return (
        '<!DOCTYPE html>\n<html lang="de">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html(titel)}</title>\n<style>{stil}</style>\n</head>\n"
        f'<body class="blatt">\n<main>\n{hoeher}\n</main>\n</body>\n</html>\n'
    )
