# Dansk. Nøglerne er de samme som i en.ftl; en test holder dem ens.

## Filer, der ikke kunne læses: hvad skete der, og hvad kan man gøre
read-missing = Filen findes ikke længere. Er den flyttet eller omdøbt, så åbn den fra det nye sted.
read-folder = Mappen indeholder ingen filer, som Sidestil kan læse. Åbn selve referaterne.
read-denied = Du har ikke adgang til at læse filen. Kopiér den til din egen mappe, og åbn kopien.
read-io = Filen kunne ikke læses ({ $detail }). Prøv igen, eller kopiér den til din egen computer først.
read-empty = Filen er tom. Hent referatet igen.
read-too-large = Filen er større end { $limit } MB. Del den op, eller gem kun de sider, der skal bruges.
read-not-text = Filen er ikke et dokument, som Sidestil kan læse. Gem referatet som tekst, PDF, Word (.docx) eller HTML.
read-unsupported = Sidestil læser ikke { $kind }. Åbn filen i det program, den hører til, og gem den som PDF, .docx eller tekst.
read-password = Filen er beskyttet med adgangskode. Gem en kopi uden adgangskode, og åbn den.
read-scanned = Filen indeholder kun billeder af sider, ingen tekst. Bed om en udgave med tekst, eller kør tekstgenkendelse først.
read-damaged = Filen er beskadiget ({ $detail }). Hent den igen.
read-limit = Filen overskrider en grænse ({ $limit }). Del den op, og prøv igen.
read-crashed = Sidestil kunne ikke læse filen på grund af en fejl i programmet. De andre filer er ikke berørt.
read-cancelled = Læsningen blev afbrudt. Åbn filen igen for at læse den.
