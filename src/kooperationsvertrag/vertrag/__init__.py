"""Der Vertrag als Daten: Partner, Fassung, Normregister, offene Fragen, Festlegungen. Keine Regeln."""
