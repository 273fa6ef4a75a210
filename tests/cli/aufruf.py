"""Das Programm aufrufen wie von der Befehlszeile, im selben Prozess."""

from __future__ import annotations

import contextlib
from io import BytesIO, TextIOWrapper

import pytest
from attrs import frozen

from kooperationsvertrag.cli import main


@frozen
class Aufruf:
    """Was ein Aufruf hinterlässt."""

    status: int
    stdout: str
    stderr: str


class _Strom(TextIOWrapper):
    """Ein Ausgabestrom, der sich als Bildschirm ausgeben kann."""

    def __init__(self, *, kodierung: str, bildschirm: bool) -> None:
        self.puffer = BytesIO()
        self.bildschirm = bildschirm
        super().__init__(self.puffer, encoding=kodierung, newline="\n")

    def isatty(self) -> bool:
        return self.bildschirm

    def gelesen(self) -> str:
        self.flush()
        return self.puffer.getvalue().decode("utf-8" if not self.bildschirm else self.encoding)


def rufe_auf(*argumente: str, kodierung: str = "utf-8", bildschirm: bool = False) -> Aufruf:
    ausgabe = _Strom(kodierung=kodierung, bildschirm=bildschirm)
    fehler = _Strom(kodierung=kodierung, bildschirm=bildschirm)
    with (
        contextlib.redirect_stdout(ausgabe),
        contextlib.redirect_stderr(fehler),
        pytest.raises(SystemExit) as ende,
    ):
        main(argumente)
    assert isinstance(ende.value.code, int)
    return Aufruf(ende.value.code, ausgabe.gelesen(), fehler.gelesen())
