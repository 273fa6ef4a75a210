"""Aufruf als Modul: ``python -m kooperationsvertrag``."""

from kooperationsvertrag.cli import main

if __name__ == "__main__":
    main()
