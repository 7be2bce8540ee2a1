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
read-password = Filen er beskyttet med adgangskode. Prøv igen i vinduet, og skriv den, eller gem en kopi uden adgangskode. På kommandolinjen kan koden stå i SIDESTIL_PASSWORD.
read-locked = Filen er beskyttet med adgangskode, og Sidestil kan kun låse PDF-filer op. Gem en kopi uden adgangskode, og åbn den.
read-scanned = Filen indeholder kun billeder af sider, ingen tekst. Bed om en udgave med tekst, eller kør tekstgenkendelse først.
read-unreadable = Teksten kan ikke læses: filen siger ikke, hvilke bogstaver dens tegn står for. Bed om filen i et andet format, eller kør tekstgenkendelse.
read-damaged = Filen er beskadiget ({ $detail }). Hent den igen.
read-limit = Filen overskrider en grænse ({ $limit }). Del den op, og prøv igen.
read-crashed = Sidestil kunne ikke læse filen på grund af en fejl i programmet. De andre filer er ikke berørt.
read-cancelled = Læsningen blev afbrudt. Åbn filen igen for at læse den.

## Adgangskode
app-password-title = Adgangskode
app-password-text = { $name } er beskyttet. Skriv adgangskoden for at læse filen. Den huskes kun, så længe dokumentet er åbent.
app-password-wrong = Adgangskoden passede ikke.
app-password-field = Adgangskode til filen

## Kommandolinjen
cli-help =
    Sidestil viser klage- og sagstal fra kommunale referater side om side.

    Brug:
      sidestil [FILER]                 åbner vinduet, eventuelt med filerne
      sidestil extract FILER           skriver et tal pr. linje (CSV)
      sidestil minutes FILER           skriver mødet som JSON: punkter, beslutninger, bilag
      sidestil check FILER             skriver, hvad tallene siger om det, der står
      sidestil chart FILER -o BILLEDE  gemmer diagrammet som .png eller .svg
      sidestil export FILER -o TABEL   gemmer tallene som .xlsx, .csv eller .md
      sidestil note FILER -o NOTAT     gemmer et mødenotat som .pdf eller .docx

    FILER kan også være mapper; så læses alle referater i dem.

    Valg:
      --format csv|jsonl    (extract) formatet; csv er det almindelige
      --computed            (extract, export) også de tal, som Sidestil selv har beregnet
      --format text|jsonl   (check) formatet; text er det almindelige
      --all                 (check) også de kontroller, der ikke fandt noget
      --format excel        (export) CSV til dansk Excel: semikolon og komma
      --view VISNING        (chart, export, note) appeals, caseload ...
      --places NAVNE        (chart, export, note) kommuner, adskilt af komma
      --period 2023         (chart, export, note) perioden; ellers hver kommunes nyeste
      --scope SEL           (chart, export, note) en del af klagerne
      --size 2400x1350      (chart) billedets størrelse; også slide, a4 eller square
      --theme light|dark    (chart) lyst eller mørkt
      --letters outlines    (chart) SVG med bogstaver som streger; ellers som tekst
      --each                (chart) alle diagrammer med indhold; -o er så en mappe
      --replace             (chart --each) erstat billeder, der ligger i mappen i forvejen
      --keep                (chart, export, note) lad en fil, der findes, være i fred
      --lang da|en          dansk eller engelsk
      --version             programmets version
      --help                denne hjælp

    Slutstatus: 0, når alle filer blev læst; 1, når nogle ikke blev; 2 ved et forkert kald.
cli-unknown-option = Valget { $option } findes ikke her; »sidestil --help« viser dem, der findes.
cli-no-value = Valget { $option } skal følges af en værdi; »sidestil --help« viser hvilken.
cli-bad-value = { $option } kan ikke være »{ $value }«; skriv en af disse: { $allowed }.
cli-no-files = Skriv, hvilke filer der skal læses: sidestil { $command } referat.txt
cli-each-taken = Mappen { $folder } har allerede { $n ->
    [one] billedet { $first }
   *[other] { $n } af billederne, blandt andre { $first }
}. Intet er gemt. Vælg en anden mappe, eller skriv --replace for at erstatte dem.
cli-each-stopped = { $n } af { $all } diagrammer er ikke gemt.
cli-no-output = Skriv, hvor resultatet skal gemmes, for eksempel: -o klageudfald.png
cli-unwritten = Resultatet kunne ikke skrives ({ $detail }). Vælg en anden mappe, eller skaf plads på disken.
cli-pages-lost = Side { $pages } kunne ikke læses; tallene på dem mangler. Hent filen igen.
cli-pages-scanned = Side { $pages } er billeder uden tekst; tallene på dem mangler. Bed om en udgave med tekst.
cli-incomplete = Filen er ikke hel; tallene efter bruddet mangler. Hent filen igen.
cli-limit = Filen overskrider en grænse ({ $limit }); resten mangler. Del den op.

## Kontrol: hvad der står, hvad tallene giver, og hvad det kan betyde
check-summary = { $findings ->
    [0] ingen bemærkninger
    [one] 1 bemærkning
   *[other] { $findings } bemærkninger
}, { $passed ->
    [one] 1 kontrol stemmer
   *[other] { $passed } kontroller stemmer
}.
check-ok = stemmer
check-stated = Der står
check-recomputed = Kontrollen giver
check-elsewhere = Et andet sted står
check-change = Fra { $from } til { $to } er en ændring på { $real } pct. Der står { $stated } pct. Enten er procenten eller et af de to tal ikke det rigtige.
check-change-way = Fra { $from } til { $to } er en ændring på { $real } pct. Ordene siger den modsatte retning.
check-change-passed = Ændringen fra { $from } til { $to } er { $real } pct., som der står.
check-points = Forskellen mellem { $from } pct. og { $to } pct. er { $real } procentpoint. Der står { $stated }.
check-points-passed = Forskellen mellem { $from } pct. og { $to } pct. er { $real } procentpoint, som der står.
check-points-as-percent = Fra { $from } pct. til { $to } pct. er en forskel på { $stated } procentpoint. I procent er det { $real }. Der står { $stated } pct.
check-difference-passed = Ændringen fra { $from } til { $to } er { $real }, som der står.
check-share = { $part } af { $base } er { $real } pct. Der står { $stated } pct.
check-share-passed = { $part } af { $base } er { $stated } pct., som der står.
check-average = { $place }: { $cases } sager delt med { $staff } årsværk giver { $real }. Der står { $stated }.
check-average-truncated = { $place }: { $cases } sager delt med { $staff } årsværk giver { $real }. Der står { $stated }: den sidste decimal er skåret af i stedet for afrundet.
check-average-passed = { $place }: { $cases } sager delt med { $staff } årsværk giver { $stated }, som der står.
check-implied-recipients = Med en forskel på { $difference } kr. pr. modtager svarer { $total } kr. til ca. { $implied } modtagere. Dokumentet opgør { $cases } sager. Tallene dækker nok ikke de samme personer, og det forklares ikke.
check-rate-passed = { $part } af { $base } sager er { $real } pct., som afrundet står som { $stated } pct.
check-rate-passed-all = { $part } af alle { $decided } afgjorte sager er { $with } pct., som der står.
check-base-declared = Der står, at afviste sager ikke er regnet med. Så er procenten { $official } ({ $part } af { $considered } sager). { $stated } pct. fremkommer kun, når de afviste sager regnes med ({ $part } af { $decided } sager er { $with } pct.).
check-base-with-dismissed = { $stated } pct. fremkommer kun, når de afviste sager regnes med ({ $part } af { $decided } sager). Efter Ankestyrelsens definition er procenten { $official } ({ $part } af { $considered } sager).
check-base-considered = Der står { $stated } pct. af sagerne, men det er andelen af de { $considered } sager, som er behandlet i realiteten. Af alle { $decided } afgjorte sager er det { $with } pct.
check-base-unknown = Andelen kan ikke efterregnes ({ $scope }): Dokumentet viser ingen antal og siger ikke, om afviste sager er regnet med. Når to andele sammenlignes, skal de være opgjort ens.
check-rate-truncated = { $part } af { $base } sager er { $real } pct. Der står { $stated } pct.: decimalerne er skåret af i stedet for afrundet.
check-rate-off = { $part } af { $base } sager er { $real } pct. Der står { $stated } pct.
check-persons-as-cases = De { $decided } afgørelser er sat i forhold til { $persons } personer ({ $real } pct.), ikke til sager. Én person kan have flere sager, og tallene kan være fra hver sit år. Det er ikke en andel af sagerne.
check-attainable = Med { $n } sager kan procenten ikke blive { $stated }: { $below } af dem er { $low } pct., og { $above } af dem er { $high } pct. Enten er procenten skåret af i stedet for afrundet, eller den er beregnet af et andet antal sager.
check-attainable-passed = { $stated } pct. af { $n } sager svarer til { $low } af dem.
check-attainable-passed-some = { $stated } pct. af { $n } sager svarer til { $low } til { $high } af dem.
check-hedge = { $reversed } sager og { $near ->
   *[other] { $hedge }
} { $stated } pct. betyder, at der var { $low } til { $high } sager i { $year }. Det samlede antal står ikke i dokumentet.
check-sum = { $parts } er { $sum }. Der står { $stated }.
check-sum-passed = { $parts } er { $stated }, som der står.
check-sum-rounded = { $parts } er { $sum }. Der står { $stated }: forskellen skyldes afrunding.
check-sum-amounts = { $parts } er { $sum }. Der står { $stated }, altså en forskel på { $off }.
check-residual = { $n } er antallet af sager i { $year }: { $total } sager i alt minus de øvrige afdelinger ({ $others }). Tallet siger altså ikke, hvor mange sager der blev omgjort, og kan ikke sammenlignes med de omgjorte sager i samme sætning.
check-chance = { $k } af { $n } sager er { $own } pct. Med så få sager kan den sande andel ligge mellem { $low } og { $high } pct., og landstallet er { $nation } pct. En så stor forskel kan let være tilfældig (p = { $p }).
check-chance-few = Kun { $n } sager: { $k } af dem er { $own } pct., og én sag mere eller mindre flytter procenten meget. Den sande andel kan ligge mellem { $low } og { $high } pct. Forskellen til landstallet på { $nation } pct. kan ikke skelnes fra tilfældighed (p = { $p }).
check-chance-passed = { $k } af { $n } sager er { $own } pct. Forskellen til landstallet på { $nation } pct. er større, end tilfældighed forklarer (p = { $p }).
check-target-base = Målet siges at være nået. Uden de afviste sager er kommunens procent { $official }, ikke { $stated }, og altså over { $nation } pct. Dokumentet viser ikke, om landstallet er opgjort med eller uden afviste sager. Kun hvis de også er regnet med dér, kan de to tal sammenlignes.
check-target-missed = Målet siges at være nået, men kommunens procent er { $official } og landstallet { $nation } pct.
check-target-passed = Målet er nået: { $stated } pct. mod { $nation } pct. på landsplan.
check-target-reached = Målet på mindst { $target } pct. er nået med { $result } pct.
check-target-not-reached = Målet siges at være nået, men resultatet er { $result } pct. og målet mindst { $target } pct.
check-target-kept = Målet på højst { $target } pct. er holdt med { $result } pct.
check-target-not-kept = Målet siges at være nået, men resultatet er { $result } pct. og målet højst { $target } pct.
check-target-number = Målet siges at være nået, men resultatet er { $result } og målet { $bound ->
    [least] mindst
   *[other] højst
} { $target }.
check-target-number-passed = Målet på { $bound ->
    [least] mindst
   *[other] højst
} { $target } er nået med { $result }.
check-yardstick = De vejledende tal fra { $issuer } er uden årstal. Sådanne tal ændres, så det bør fremgå, hvilken udgave der er brugt.
check-lost-figure = Figur { $number } er nævnt, men ikke med i filen. Tallene i den kan ikke læses og er ikke kontrolleret.
check-lost-diagram = Teksten henviser til et diagram, som ikke er med i filen. Tallene i det kan ikke læses og er ikke kontrolleret.
check-rests-on-lost = Udsagnet bygger på en figur, som ikke er med i filen ({ $figure }). Det kan derfor ikke efterprøves her.
check-neighbours = Der sammenlignes med nabokommuner, men ingen af deres tal står her. Sammenligningen kan ikke efterprøves.
check-received-twice = { $n } står ét sted som modtagne klager i { $year } og et andet sted som modtagne klager, der endnu ikke er behandlet. Det er to forskellige ting.
check-received-thrice = { $n } står ét sted som modtagne klager i { $year } og et andet sted som modtagne klager, der endnu ikke er behandlet. Tallet er også antallet af sager, som er behandlet i realiteten. Det er tre forskellige ting.
check-decided-as-received = { $n } står her som afgjorte sager og et andet sted som modtagne. Dér er { $decided } afgjort, og det er også summen af udfaldene.
check-two-scopes = Danmarkskortet tæller { $map } sager efter paragraffer, mens { $name } har { $unit } sager. De to opgørelser dækker ikke det samme og kan ikke stå i samme diagram uden forklaring.
check-guideline-group = De vejledende tal gælder { $label }. Der sammenlignes kun med { $shown }, men { $row } hører under samme linje og har { $value } (højst { $high } er anbefalet).
check-guideline-all = De vejledende tal gælder { $label }. Der sammenlignes kun med { $shown }, men { $row } hører under samme linje og har { $value }. Alle { $places } kommuner i tabellen ligger dér over { $high }, så gruppen er nok ikke den, de vejledende tal er tænkt for.
check-group-label = Teksten regner { $extra } med, men tabellens række hedder »{ $row }«. Det kan være to forskellige grupper.
check-groups-differ = Teksten nævner { $listed } grupper, tabellen har { $rows }. Grupperne kan ikke sættes op mod hinanden én for én.
check-unit = Der mangler en enhed: { $value } ud for { $n } personer kan være { $value } pct. ({ $people } personer) eller { $value } personer ({ $share } pct.).
check-mixed-groups = Landets tal dækker { $first } og { $second } under ét, mens kommunens tal er delt i de to grupper. De kan ikke sammenlignes direkte.
check-conflict = { $place }, { $area }, { $year }, { $measure }: Her står { $stated }{ $unit_name }, et andet sted i dokumentet ({ $at }) { $other }{ $unit_name }.
check-conflict-more = { $place }, { $area }, { $year }, { $measure }: Her står { $stated }{ $unit_name }, et andet sted i dokumentet ({ $at }) { $other }{ $unit_name }. Det samme gælder: { $measures }.
check-conflict-documents = { $place }, { $area }, { $year }, { $measure }: Her står { $stated }{ $unit_name }, men { $sources }. Tallene kan være opgjort på forskellige tidspunkter.
check-conflict-documents-more = { $place }, { $area }, { $year }, { $measure }: Her står { $stated }{ $unit_name }, men { $sources }. Tallene kan være opgjort på forskellige tidspunkter. Det samme gælder: { $measures }.
check-all = alle
check-all-groups = alle grupper under ét
check-at-line = linje { $n }
check-at-page = side { $n }
check-source = { $value } i { $document } ({ $at })
check-project = Projektets resultat står her som { $stated } pct., et andet sted i dokumentet som { $other } pct. Målet er begge steder { $target } pct. Teksten kan være skrevet tidligere, eller procenterne kan være regnet af forskellige grupper.
check-high = { $group }: { $place } har { $value } og er nr. { $rank } af { $places } regnet fra den højeste. Det er under midten (medianen er { $median }), så gruppen forklarer ikke et højt samlet tal.
check-high-other = { $group }: { $place } har { $value } og er nr. { $rank } af { $places } regnet fra den højeste. Det er under midten (medianen er { $median }), så gruppen forklarer ikke et højt samlet tal. Den gruppe, hvor { $place } ligger højt, er { $other } ({ $other_value }, nr. { $other_rank } af { $other_places }), og den nævnes ikke.
check-high-passed = { $group }: { $place } har { $value }, som ikke er under midten af tabellen ({ $median }).
check-selective = { $place } har det højeste tal af alle i { $groups }. Det nævnes ikke her.
check-extreme = { $place } har { $value } ({ $measure }) og er nr. { $rank } af { $places } regnet fra den højeste. Det passer ikke med teksten.
check-extreme-passed = { $place } har { $value } ({ $measure }) og er nr. { $rank } af { $places } regnet fra den højeste, som der står.
check-superlative = { $label } har { $value }, men { $other } har { $other_value }. Det passer ikke med teksten.
check-superlative-passed = { $label } har { $value }, og ingen anden i tabellen ligger længere ude, som der står.
check-fraction = { $part } af { $base } er { $real } pct. Der står »{ $said }«.
check-fraction-passed = { $part } af { $base } er { $real } pct., som »{ $said }« dækker.
check-unchanged-rises = Udviklingen kaldes uændret, men tallene stiger fra { $first } i { $from_year } til { $last } i { $to_year } ({ $series }).
check-unchanged-falls = Udviklingen kaldes uændret, men tallene falder fra { $first } i { $from_year } til { $last } i { $to_year } ({ $series }).
check-direction = Tallet går fra { $from } til { $to }. Ordene siger den modsatte retning.
check-direction-same = Tallet er { $from } begge gange. Ordene siger, at det har ændret sig.
check-direction-passed = Tallet går fra { $from } til { $to }, som teksten siger.
check-nation-moves = Udsagnet om udviklingen på landsplan kan ikke efterprøves: dokumentet har ikke landets antal for to år.
check-cause = Ændringen fra { $from } til { $to } pct. tilskrives en årsag, men antallet af sager står ikke i dokumentet. Det kan ikke ses, om ændringen er større end tilfældige udsving.
check-best-and-last = Her står, at kommunen er blandt de bedste i { $group }. Et andet sted står, at den er sidst i { $group } på et af målene.
check-side = Kommunens tal er { $own } pct. og landets { $nation } pct. Det er den modsatte side af den, teksten nævner.
check-side-passed = Kommunens tal er { $own } pct. og landets { $nation } pct., som teksten siger.
check-contents = Indholdsfortegnelsen har { $contents_year }, overskriften { $heading_year }.
check-weekday = { $date } var en { $day }. Der står { $said }.
check-weekday-passed = { $date } var en { $day }, som der står.
check-party-letter = { $name } står her med { $here } og et andet sted med { $there }.
## Diagrammer
chart-and = og
chart-others = { $n ->
    [one] 1 anden
   *[other] { $n } andre
}
chart-municipalities = { $n ->
    [one] 1 kommune
   *[other] { $n } kommuner
}
chart-scope-all = alle afgørelser
chart-scope-sel = socialområdet (SEL)
chart-scope-children = børnehandicap (SEL)
chart-scope-adults = voksenhandicap (SEL)
chart-scope-bl = barnets lov (BL)
chart-scope-lab = beskæftigelsesindsats (LAB)
chart-scope-las = aktiv socialpolitik (LAS)
chart-scope-pl = pension (PL)
chart-scope-sdp = sygedagpenge (SDP)
chart-scope-other = øvrige (ØVR)
chart-nation = Hele landet
chart-half = { $n }. halvår { $year }
chart-quarter = { $n }. kvartal { $year }
chart-quarters = { $first }.–{ $last }. kvartal { $year }
chart-months = jan. feb. mar. apr. maj juni juli aug. sep. okt. nov. dec.
chart-of = { $part } af { $whole }
chart-notes = Før du sammenligner
chart-sources = Kilder: { $list }.
chart-not-told = ikke oplyst

chart-file-appeals = klageudfald
chart-appeals-title = Klageudfald
chart-appeals-subtitle = Ankestyrelsens afgørelser i klager over { $places }, { $years }
chart-appeals-empty = Dokumenterne indeholder ingen sikre tal for klager over en hel kommune.
chart-base-official = Omgørelsesprocent: hjemviste og ændrede sager i procent af de realitetsbehandlede; afviste tæller ikke med.
chart-base-with-dismissed = Omgørelsesprocent: hjemviste og ændrede sager i procent af alle afgjorte, også de afviste. Det er ikke den officielle beregning.
chart-upheld = Stadfæstet
chart-remanded = Hjemvist
chart-changed = Ændret/ophævet
chart-dismissed = Afvist
chart-dismissed-apart = Afvist (tæller ikke med)
chart-key-rate = Omgørelsesprocent med usikkerhed (95 pct.)
chart-key-unproven = Grundlag ukendt
chart-key-nation = { $who }
chart-key-nation-unlike = { $who }, andet eller ukendt grundlag
chart-head-outcomes = Udfald, antal sager
chart-head-rate = Omgørelsesprocent
chart-head-value = Kommunen
chart-col-place = Kommune
chart-col-period = Periode
chart-col-scope = Område
chart-col-rate = Omgørelsesprocent
chart-col-cases = Sager
chart-col-interval = Usikkerhed (95 pct.)
chart-col-printed = Trykt i referatet
chart-col-nation = { $who }
chart-rate-computed = { $rate } beregnet
chart-rate-unproven = { $rate } (grundlag ukendt)
chart-cases-and-printed = { $cases } · trykt: { $rate }
chart-printed = trykt: { $rate }
chart-printed-of = trykt, af { $n } sager
chart-too-few = for få sager til en procent
chart-unproven = trykt, grundlag ukendt
chart-no-rate = kan ikke beregnes
chart-nation-counted = beregnet
chart-nation-printed = trykt
chart-nation-unlike = trykt, andet grundlag
chart-nation-line = { $who }: { $rate }
chart-no-outcomes = Udfaldene er ikke oplyst.
chart-no-outcomes-of = { $n } sager; udfaldene er ikke oplyst.
chart-mark-count = { $place } { $period }: { $n } { $outcome }
chart-mark-rate = { $place } { $period }: omgørelsesprocent { $rate }
chart-mark-printed = { $place } { $period }: trykt omgørelsesprocent { $rate }
chart-mark-nation = { $who } { $period }: omgørelsesprocent { $rate }
chart-note-years = Kommunerne står på forskellige år ({ $groups }). Landsniveauet flytter sig fra år til år, så sammenlign hver kommune med hele landet i samme år.
chart-note-scopes = Tallene dækker ikke det samme ({ $groups }).
chart-note-differs-dismissed = { $place }: referatet skriver { $printed }, men antallene giver { $computed } ({ $reversed } af { $base }). Det trykte tal passer kun, når de { $dismissed } afviste tælles med ({ $reversed } af { $other }).
chart-note-differs-official = { $place }: referatet skriver { $printed }. Det passer uden de { $dismissed } afviste ({ $reversed } af { $other }); med dem er det { $computed } ({ $reversed } af { $base }).
chart-note-differs = { $place }: referatet skriver { $printed }, men antallene giver { $computed } ({ $reversed } af { $base }).
chart-note-nation-as-own = { $who } { $period } ({ $rate }) er trykt uden antal. Kommunens egen procent i samme referat ({ $place }) passer med den officielle beregning.
chart-note-nation-unlike = { $who } { $period } ({ $rate }) er trykt uden antal. Kommunens egen procent i samme referat ({ $place }) er regnet på et andet grundlag end diagrammets, og det kan sammenligningstallet også være. Det er tegnet hult og bør ikke sammenlignes direkte.
chart-note-nation-unknown = { $who } { $period } ({ $rate }) er trykt uden antal, og grundlaget kan ikke eftervises. Det er tegnet hult.
chart-note-unproven = { $places }: procenten er trykt uden antal, så det vides ikke, om afviste er talt med. Den er tegnet hul.
chart-note-printed = { $places }: procenten er som trykt; udfaldene er ikke oplyst, kun hvor mange sager den bygger på.
chart-note-few = { $places }: under ti sager. Én sag flytter procenten mere end ti point, så der vises kun antal.
chart-note-no-base = { $places }: afviste er ikke oplyst, så procenten kan ikke regnes med dem.
chart-file-caseload = sagstal
chart-caseload-title = Sagstal
chart-caseload-subtitle = Sager pr. årsværk i { $places }, { $years }
chart-caseload-scale = Hver målgruppe har sin egen skala, alle begynder ved 0.
chart-caseload-empty = Dokumenterne indeholder ingen sikre tal for sager pr. årsværk.
chart-caseload-totals = Alle grupper under ét
chart-total-cases = Sager
chart-total-staff = Årsværk
chart-total-average = Gns.
chart-total-each = Pr. årsværk
chart-key-own = Kommune med eget dokument
chart-key-other = Andre kommuner
chart-key-band = Vejledende sagstal
chart-band = vejledende: { $range }
chart-mark-caseload = { $place } { $period }, { $group }: { $value }
chart-narrower = { $label } i gruppen { $group }
chart-note-caseload-years = Tallene er fra forskellige år ({ $groups }).
chart-note-guideline = Vejledende sagstal er fra { $issuer }, som de er gengivet i referatet ({ $quoted }).
chart-note-narrower = Vejledningen gælder kun en del af gruppen: { $list }.
chart-note-joint = Vejledningen for { $label } ({ $range }) dækker flere af grupperne under ét og er derfor ikke tegnet ved nogen af dem.
chart-note-missing = { $n ->
    [one] 1 felt er uden tal: dokumentet oplyser det ikke, og det er ikke det samme som 0.
   *[other] { $n } felter er uden tal: dokumenterne oplyser dem ikke, og det er ikke det samme som 0.
}
chart-note-not-found = Dokumenterne indeholder ingen sikre tal for { $places }.
chart-file-series = udvikling
chart-series-title = Udvikling i omgørelsesprocent
chart-series-subtitle = Ankestyrelsens afgørelser i klager over { $places }, { $years }
chart-series-empty = Dokumenterne giver ingen kommune en omgørelsesprocent for mere end ét år. Åbn referater fra flere år.
chart-series-computed = { $place }, { $scope }, { $year }: { $rate } beregnet
chart-series-printed = { $place }, { $scope }, { $year }: { $rate } trykt
chart-series-unproven = { $place }, { $scope }, { $year }: { $rate } trykt, grundlag ukendt
chart-key-hollow = Hult tegn og brudt linje: grundlaget er ukendt eller et andet
chart-note-series-hollow = Procenten er trykt uden antal, så det vides ikke, om afviste er talt med: { $list }. En forskel til årene før og efter kan skyldes opgørelsen alene.
chart-note-series-scopes = Linjerne dækker ikke det samme: området står efter navnet. Sammenlign kun linjer for samme område.
chart-note-series-law = Fra 2024 er dele af serviceloven flyttet til Barnets Lov, så tallene før og efter dækker ikke det samme.
chart-note-series-most = { $n } flere kommuner har tal for flere år; vælg dem for at se dem.
app-chart-series = Udvikling i omgørelsesprocent
## Vindue
app-page-compare = Overblik
app-page-checks = Kontrol
app-page-data = Data
app-chart-appeals = Klageudfald
app-chart-caseload = Sagstal
app-go-to = Gå til { $chart }
app-choice-places = Kommuner: { $chosen }
app-choice-all = alle
app-choice-own = kun dem med eget referat
app-choice-period = Periode: { $chosen }
app-choice-newest = hver kommunes nyeste
app-choice-scope = Klager: { $chosen }
app-choice-widest = hele kommunen, ellers det bredeste
app-choice-base = Omgørelsesprocent
app-choice-official = uden afviste
app-choice-official-hint = Ankestyrelsens beregning: hjemviste og ændrede i procent af de realitetsbehandlede sager.
app-choice-with-dismissed = med afviste
app-choice-with-dismissed-hint = Hjemviste og ændrede i procent af alle afgjorte sager, også de afviste. Det er ikke den officielle beregning.
app-page-cases = Sager og beslutninger
app-cases-empty = Ingen dagsordenspunkter fundet. Åbn et referat med Ctrl+O.
app-cases-filter = Søg i sager og beslutninger
app-cases-count = { $shown } af { $all } punkter
app-cases-date = Dato
app-cases-number = Nr.
app-cases-title = Sag
app-cases-decision = Beslutning
app-cases-closed = lukket punkt
app-cases-pending = dagsorden: endnu ikke besluttet
app-cases-none = ingen beslutning fundet
app-empty-title = Åbn referater fra kommunernes udvalg
app-empty-text = Sidestil finder tallene om klagesager og sagstal i referaterne og stiller kommunerne ved siden af hinanden. Et klik på et tal viser den sætning, tallet står i.
app-empty-drop = Du kan også trække filer eller en mappe ind i vinduet.
app-open-files = Åbn filer …
app-open-samples = Prøv med eksempler
app-open-path = Skriv en sti …
app-recent = Seneste filer
app-no-recent = Ingen endnu
app-forget-recent = Glem de seneste filer
app-reading = Læser { $done } af { $total }
app-reading-file = Læser { $done } af { $total }: { $name }
app-all-read = { $documents ->
    [one] Et dokument, { $figures } tal
   *[other] { $documents } dokumenter, { $figures } tal
}
app-all-read-failed = { $failed ->
    [one] én fil kunne ikke læses
   *[other] { $failed } filer kunne ikke læses
}
app-no-documents = Ingen dokumenter er åbne
app-drop-here = Slip filerne her for at åbne dem
app-wait-for-figures = Tallene vises her, når dokumenterne er læst.
app-show-table = Vis tallene som tabel
app-save-picture = Gem billede
app-open-already = { $name } er åben i forvejen og tælles kun med én gang.
app-saved = Gemt: { $path }
app-save-failed = Ikke gemt: { $path }
app-write-exists = Der ligger allerede en fil med det navn.
app-write-no-folder = Mappen findes ikke. Vælg en anden mappe.
app-write-denied = Du har ikke lov til at gemme i mappen. Vælg en anden mappe, for eksempel Dokumenter.
app-write-full = Disken er fuld. Ryd op, eller vælg et andet drev.
app-write-other = Filen kunne ikke gemmes ({ $detail }).
app-settings-unread = Indstillingerne kunne ikke læses og bliver ikke ændret ({ $detail }).
app-picture-none = Der er ikke noget diagram at gemme endnu. Åbn først et referat med tal.
app-dismiss = Luk beskeder
app-path-title = Åbn fra en sti
app-path-text = Skriv eller indsæt stien til en fil eller en mappe.
app-path-no-dialog = Computeren har ingen dialog til at vælge filer med. Indsæt stien her, eller træk filen ind i vinduet. (Installér xdg-desktop-portal-gtk eller zenity for at få dialogen.)
app-path-field = Sti
app-open = Åbn
app-close = Luk
app-cancel = Annullér
app-save-title = Eksportér
app-save-field = Gem som
app-save-place = Vælg sted …
app-save = Gem
app-save-exists = Filen findes allerede. Vil du erstatte den?
app-replace = Erstat
app-theme = Farver
app-theme-system = Som systemet
app-theme-light = Lyse
app-theme-dark = Mørke
app-language = Sprog
app-language-da = Dansk
app-language-en = English
app-column-document = Dokument
app-column-place = Kommune
app-column-period = Periode
app-column-topic = Emne
app-column-scope = Område
app-column-measure = Mål
app-column-value = Værdi
app-column-certainty = Sikkerhed
app-column-sort = Sortér efter { $column }
app-filter = Søg i tallene
app-filter-count = { $shown } af { $all } tal
app-data-empty = Ingen tal endnu. Åbn et referat med Ctrl+O.
app-filter-empty = Ingen tal passer til søgningen.
app-certain = sikkert
app-uncertain = usikkert
app-checks-empty = Ingen bemærkninger. Der er ikke fundet tal, som modsiger hinanden.
app-checks-none = Åbn et referat, så kontrolleres dets tal her.
app-severity-a = Ændrer en konklusion
app-severity-b = Forkert tal eller uklart grundlag
app-severity-c = Mindre fejl
app-rule-r1 = Procenter og gennemsnit regnet efter
app-rule-r2 = Hvilket grundlag giver procenten
app-rule-r3 = Kan procenten opstå af dette antal
app-rule-r4 = Summer
app-rule-r5 = Samme tal under to navne
app-rule-r6 = Enhed mangler eller er blandet
app-rule-r7 = Omtrentlige tal
app-rule-r8 = Eget mål
app-rule-r9 = To værdier for det samme
app-rule-r10 = Tekst mod tabel
app-rule-r11 = Kan forskellen være tilfældig
app-rule-r12 = Målestok uden dato eller kilde
app-rule-r13 = Lovet, men mangler
app-rule-r14 = Datoer, navne og indhold
app-topic-appeals = klagesager
app-topic-caseload = sagstal
app-measure-received = modtaget
app-measure-decided = afgjort
app-measure-considered = realitetsbehandlet
app-measure-upheld = stadfæstet
app-measure-changed = ændret
app-measure-remanded = hjemvist
app-measure-dismissed = afvist
app-measure-pending = under behandling
app-measure-reversed = omgjort
app-measure-reversal-rate = omgørelsesprocent
app-measure-upheld-rate = stadfæstet, andel
app-measure-changed-rate = ændret, andel
app-measure-remanded-rate = hjemvist, andel
app-measure-dismissed-rate = afvist, andel
app-measure-cases-per-fte = sager pr. årsværk
app-measure-total-cases = sager i alt
app-measure-fte = årsværk
app-measure-recommended-low = vejledende, fra
app-measure-recommended-high = vejledende, til
app-unit-count = { "" }
app-months = januar februar marts april maj juni juli august september oktober november december
app-unit-percent = pct.
app-unit-cases-per-fte = sager pr. årsværk
app-unit-fte = årsværk
app-unit-dkk = kr.
app-unit-weeks = uger
app-unit-months = måneder
app-unit-persons = personer
app-unit-rank = (placering)
app-doubt-columns-guessed = tabellens kolonner er gættet
app-doubt-letters-guessed = bogstaver eller cifre er gættet
app-doubt-place-not-settled = det står ikke fast, hvilken kommune tallet gælder
app-doubt-period-not-settled = perioden står ikke fast
app-doubt-scope-not-settled = området står ikke fast
app-doubt-doubted-by-the-document-itself = dokumentet tager selv forbehold
app-doubt-unit-not-said = enheden står der ikke
app-pick-title = Åbn referater
app-pick-minutes = Referater
app-pick-all = Alle filer
app-no-display = Uden vindue virker sidestil extract, minutes, check, chart, export og note.
app-no-display-screen = Sidestil kan ikke åbne et vindue: Der er ingen skærm.
app-no-display-graphics = Sidestil kan ikke åbne et vindue: Skærmens grafik (OpenGL) kan ikke bruges.
app-no-display-library = Sidestil kan ikke åbne et vindue: Systemet mangler { $name }.
app-no-display-other = Sidestil kan ikke åbne et vindue på denne maskine.

## Dokumentliste
doc-list = Dokumenter
doc-waiting = Venter
doc-reading = Læses …
doc-figures = { $figures ->
    [one] ét tal
   *[other] { $figures } tal
}
doc-nothing = Ingen nøgletal fundet i { $name }
doc-failed = Kunne ikke læses
doc-retry = Prøv igen
doc-close = Luk { $name }
doc-unknown-place = Ukendt kommune
doc-unknown-date = ukendt dato
doc-agenda = dagsorden

## Kildevisning
source-title = Kilde
source-back = Tilbage
source-hide = Skjul kilden
source-line = linje { $line }
source-page = side { $page }
source-passage = Fremhævet: { $text }
source-figure = Tal i teksten: { $figure }
source-also = Samme sted står også
source-computed = Beregnet af Sidestil af tallene i teksten
source-uncertain = Usikkert tal
source-failed = { $name } kunne ikke læses
source-closed = Dokumentet er ikke læst endnu.
source-as-page = Side
source-as-text = Tekst
source-page-of = Side { $page } af { $count }
source-page-changed = Filen er ændret, siden den blev læst. Luk den, og åbn den igen for at se siderne.
source-page-failed = Siden kan ikke tegnes. Teksten kan læses under Tekst.
source-page-limit = Siden er for tung at tegne. Teksten kan læses under Tekst.
source-smaller = Vis mindre
source-larger = Vis større
source-fit = Vis hele linjens bredde
source-previous = Forrige tal
source-next = Næste tal
source-figure-of = tal { $figure } af { $count }
source-figures = { $count ->
    [one] ét tal
   *[other] { $count } tal
}

## Menuer
menu-file = Filer
menu-view = Vis
menu-key-left = venstre pil
menu-open = Åbn filer …
menu-open-path = Åbn fra en sti …
menu-open-samples = Åbn eksemplerne
menu-close-all = Luk alle dokumenter
menu-cancel = Stop læsningen
menu-export = Eksportér …
menu-save-note = Mødenotat …
menu-save-window = Gem vindue som billede …
menu-quit = Afslut
menu-zoom = Størrelse
menu-zoom-in = Større
menu-zoom-out = Mindre
menu-zoom-reset = Normal størrelse
## Eksport
export-sheet-figures = Tal
export-sheet-findings = Bemærkninger
export-sheet-sources = Kilder
export-col-place = Kommune
export-col-period = Periode
export-col-topic = Emne
export-col-scope = Område
export-col-measure = Nøgletal
export-col-value = Værdi
export-col-unit = Enhed
export-col-hedge = Forbehold
export-col-origin = Oprindelse
export-col-certainty = Sikkerhed
export-col-reason = Hvorfor usikkert
export-col-findings = Bemærkninger
export-col-document = Dokument
export-col-date = Mødedato
export-col-item = Punkt
export-col-page = Side
export-col-line = Linje
export-col-quote = Citat
export-col-characters = Som trykt
export-col-severity = Betydning
export-col-rule = Kontrol
export-col-finding = Bemærkning
export-col-stated = Der står
export-col-recomputed = Kontrollen giver
export-col-committee = Udvalg
export-col-kind = Art
export-col-figures = Antal tal
export-col-hash = Kontrolsum (SHA-256)
export-origin-stated = trykt
export-origin-computed = beregnet
export-origin-corrected = rettet
export-origin-added = tilføjet
export-certain = sikkert
export-uncertain = usikkert
export-kind-minutes = referat
export-kind-agenda = dagsorden
export-kind-unknown = dokument
export-about = Eksporteret af Sidestil { $version } den { $date }.
export-about-origin = Trykte tal står, som dokumentet skriver dem; beregnede tal er regnet ud af trykte tal, som står i citatet.
export-what = Hvad:
export-chart = Diagram
export-charts = Alle diagrammer i en mappe
export-figures-of = Diagrammets tal
export-view = Diagram
export-figures-all = Alle tal
export-window = Hele vinduet
export-format = Format:
export-size = Størrelse:
export-colours = Farver:
export-png = PNG
export-svg = SVG med tekst
export-svg-outlines = SVG med bogstaver som streger
export-slide = 16:9
export-a4 = A4 på tværs
export-square = Kvadrat
export-width = Bredde
export-height = Højde
export-xlsx = Excel (.xlsx)
export-csv-excel = CSV til dansk Excel
export-csv = CSV til programmer
export-markdown = Markdown
export-note-hint = Notatet begynder med siden, du ser på, og følger de valgte kommuner, periode og område.
export-copy = Kopiér billede
export-copy-hint = Læg billedet i udklipsholderen, så det kan sættes ind i et andet program
app-copied = Billedet ligger i udklipsholderen.
chart-source-item = punkt { $n }
chart-source-line = linje { $n }
chart-source-page = side { $n }
export-scope-all = alle
export-kept-back = Bemærkninger, der nævner en person ved navn, og som derfor kun står i programmet: { $n }
export-name = [navn]
export-corrected = trykt: { $stated }. Begrundelse: { $reason }
export-added = begrundelse: { $reason }
chart-by-hand = Rødt hjørne: rettet eller tilføjet af brugeren: { $list }{ $more ->
    [0] .
   *[other] {" "}og { $more } mere.
}
chart-corrected = { $subject }, { $measure }: { $value } (trykt: { $stated })
chart-added = { $subject }, { $measure }: { $value } (tilføjet)
chart-computed-overview = Beregnet af Sidestil: omgørelsesprocenter med antal, deres usikkerhed, afstand og vurdering. Hvad dokumentet selv skriver, står efter »trykt«.
chart-computed-distance = Beregnet af Sidestil: afstand, usikkerhed og vurdering, og procenter med antal (»45 af 128«). Procenter, der er læst i dokumentet, er nævnt som trykt.
chart-computed-funnel = Beregnet af Sidestil: grænserne, og de procenter, som dokumentet giver antal for.
chart-computed-series = Beregnet af Sidestil af de trykte antal: { $list }. De andre procenter er trykt.
chart-computed-heat = Beregnet af Sidestil: gennemsnittene nederst. Resten er trykt.
chart-computed-whatif = Beregnet af Sidestil: mål, årsværk og procenter. Sager og årsværk i dag er trykt.
chart-open-finding = { $meeting }, linje { $line }: { $rule }
chart-open-findings = Kontrollen har bemærkninger til tal, der vises her: { $list }{ $more ->
    [0] .
   *[other] {" "}og { $more } mere.
}

## Arbejde: gemme, åbne, fortryde
ws-file-name = Min sammenligning
ws-save-title = Gem arbejdet
ws-save-text = Filen husker dokumenterne, dine rettelser med begrundelse, hvad du sammenligner, og tallene, som de er nu.
ws-exists = Der ligger allerede et andet arbejde med det navn, eller det er ændret af en anden. Vil du erstatte det?
ws-saved = Arbejdet er gemt: { $name }
ws-save-failed = Arbejdet blev ikke gemt: { $name }
ws-foreign = { $name } er ikke et arbejde, som Sidestil kan læse, og bliver ikke overskrevet. Vælg et andet navn. ({ $detail })
ws-unreadable = { $name } kunne ikke åbnes ({ $detail }).
ws-damaged = { $name } er beskadiget og er ikke åbnet. Filen er ikke ændret. ({ $detail })
ws-newer = { $name } er gemt af en nyere udgave af Sidestil (version { $detail }) og er ikke åbnet. Filen er ikke ændret.
ws-choice-unknown = Valget af kommuner og perioder i filen kunne ikke forstås; alt andet er åbnet.
ws-recovered = Dit arbejde fra sidst er hentet frem. Gem det, før du lukker.
ws-lost = { $count } rettelser fandt ikke deres tal i dokumenterne. De er gemt og bruges igen, hvis tallet findes.
ws-changed = ændret, siden arbejdet blev gemt
ws-from-saved = viser de gemte tal
ws-accept = Brug den nye
ws-accept-hint = Brug dokumentet, som det er nu. Dine rettelser følger med, hvor tallet står i den samme sætning.
ws-find = Find …
ws-find-hint = Vis, hvor dokumentet ligger nu.
ws-use-saved = Brug de gemte tal
ws-use-saved-hint = Gå videre med tallene og sætningerne, som de blev gemt. Resten af dokumentets tekst kan ikke vises.
ws-unsaved-title = Vil du gemme dit arbejde?
ws-unsaved-text = Du har ændringer, der ikke er gemt. De går tabt, hvis du ikke gemmer dem.
ws-unsaved-save = Gem
ws-unsaved-discard = Gem ikke
ws-recover-title = Vil du fortsætte, hvor du slap?
ws-recover-text = Sidestil blev ikke lukket rigtigt sidste gang. Dit arbejde er bevaret.
ws-recover-open = Fortsæt
ws-recover-discard = Begynd forfra
undo-choice = valg
undo-open = { $count ->
    [one] åbn { $name }
   *[other] åbn { $count } dokumenter
}
undo-close = { $count ->
    [one] luk { $name }
   *[other] luk { $count } dokumenter
}
undo-confirm = bekræft tal
undo-correct = ret tal
undo-leave-out = udelad tal
undo-add = tilføj tal
undo-document = ret dokumentets oplysninger
undo-restore = gendan tal
menu-confirm = Bekræft tallet …
menu-correct = Ret tallet …
menu-leave-out = Udelad tallet …
source-facts = Ret oplysninger …
menu-edit = Rediger
menu-new = Nyt
menu-save = Gem arbejdet
menu-save-as = Gem arbejdet som …
menu-undo = Fortryd
menu-redo = Annullér fortryd
menu-find = Søg i alle dokumenter …
menu-palette = Find en kommando …
menu-room = Mødevisning
menu-happened = Hvad er der sket

## Rettelser
decide-confirm = Bekræft tallet
decide-correct = Ret tallet
decide-leave-out = Udelad tallet
decide-add = Tilføj et tal
decide-document = Dokumentets oplysninger
decide-confirm-short = Bekræft …
decide-correct-short = Ret …
decide-leave-out-short = Udelad …
decide-add-short = Tilføj tal …
decide-add-hint = Tilføj et tal, som { $name } ikke indeholder
decide-document-short = Ret kommune, udvalg og dato …
decide-restore = Gendan
decide-save = Gem
decide-stated = Trykt: { $figure }
decide-reason = Begrundelse
decide-reason-hint = Hvorfor? Begrundelsen følger tallet.
decide-reason-seen = Efterset i kilden
decide-reason-sum = Passer med summen
decide-reason-read-wrong = Læst forkert
decide-reason-official = Rettet efter Ankestyrelsens tal
decide-reason-other = Gælder noget andet
decide-reason-error = Fejl i referatet
decide-reason-told = Oplyst af forvaltningen
decide-reason-front = Står på forsiden
decide-reason-file = Fremgår af filens navn
decide-place-hint = f.eks. Lejre
decide-period-hint = f.eks. 2023, 2023-H1, 2023-Q3 eller 2021..2023
decide-scope-hint = Alle, SEL, SEL § 41 eller målgruppe
decide-value-hint = f.eks. 48 eller 26,9
decide-committee = Udvalg
decide-committee-hint = f.eks. Socialudvalget
decide-date = Mødedato
decide-date-hint = f.eks. 14.5.2024
decide-needs-reason = Skriv en begrundelse.
decide-needs-place = Skriv, hvilken kommune tallet gælder.
decide-needs-period = Skriv perioden som 2023, 2023-H1, 2023-Q3 eller 2021..2023.
decide-needs-scope = Skriv, hvad tallet dækker, for eksempel Alle.
decide-needs-value = Skriv tallet med cifre.
decide-needs-date = Skriv datoen som 14.5.2024.
decide-was-confirmed = Bekræftet { $date }: { $reason }
decide-was-corrected = Rettet { $date }: { $reason }
decide-was-left-out = Udeladt { $date }: { $reason }
decide-was-added = Tilføjet { $date }: { $reason }
decide-was-set = Sat i hånden { $date }: { $reason }
data-column-stated = Trykt
data-column-origin = Oprindelse
data-column-spot = Sted
data-columns = Kolonner
data-choose-kind = Hvilke tal
data-kind-all = alle tal
data-kind-certain = sikre
data-kind-uncertain = usikre
data-kind-decided = mine rettelser
data-topic-all = alle emner
data-place-all = alle kommuner
data-want-all = Vis alle
data-choose-row = Klik på et tal for at se sætningen, bekræfte, rette eller udelade det.
data-left-out = udeladt
data-repeated = tælles én gang
data-origin-stated = trykt
data-origin-confirmed = bekræftet
data-origin-corrected = rettet
data-origin-added = tilføjet
data-origin-computed = beregnet
app-doubt-left-out-by-the-user = udeladt af dig
app-doubt-counted-in-another-document-of-the-meeting = tælles i et andet dokument fra samme møde
doc-twin = Samme møde som { $name }: tælles kun én gang
source-in-chart = Vis i diagrammet
source-in-chart-hint = Gå til det diagram, hvor tallet er tegnet
source-not-in-chart = Tallet er ikke tegnet i noget diagram, som det er valgt nu. Her står det i tabellen.
source-elsewhere = Også i:

## Søgning og kommandoer
search-open = Søg
search-title = Søg i alle dokumenter
search-hint = ord, "hele udtryk" eller tal
search-leave = Luk søgningen
search-how = Alle ord skal stå i samme afsnit. Et tal findes, hvordan det end er skrevet: 1234,5 finder også 1.234,5.
search-busy = Søger …
search-none = Intet fundet.
search-count = { $count ->
    [one] Ét sted
   *[other] { $count } steder
} i dokumenter fra { $places ->
    [one] én kommune
   *[other] { $places } kommuner
}
search-more = De første { $count } steder. Skriv flere ord for at finde færre.
palette-title = Find en kommando
palette-hint = Skriv, hvad du vil
palette-none = Ingen kommando passer.
palette-search = Søg efter »{ $query }« i alle dokumenter
palette-document = dokument
palette-place = kommune
palette-only = Vis kun { $place }
happened-title = Hvad er der sket
happened-none = Ikke noget endnu.
happened-open = Hændelser ({ $count })
room-empty = Der er ikke noget diagram at vise endnu. Åbn et referat med tal.
room-how = Pil op og ned: næste tal og dets sætning. Pil til højre og venstre: næste diagram. Esc: tilbage.
room-next = Næste diagram
room-previous = Forrige diagram
room-leave = Forlad mødevisning
## Mødenotat
note-title = Mødenotat
note-lead = Bygget på { $meetings }. Tallene er læst i dokumenterne og regnet efter; det, der ikke står fast, er udeladt.
note-foot = Sidestil · { $date } · bygget af kontrollerede tal og faste sætninger
note-page = Side { $page } af { $pages }
note-empty = Dokumenterne giver ikke tal nok til et mødenotat.
note-more-places = { $n } kommuner mere har tal; vælg dem, der skal sammenlignes.
note-left-out = I Sidestil står { $n } punkter mere, end der er plads til her.
note-claims = Det, der står, og det, tallene viser
note-decisions = Det, der blev besluttet
note-missing = Det, der mangler
note-questions = Spørgsmål, tallene rejser
note-interval = usikkerhed (95 pct.): { $interval }
note-cases-of = { $of } sager
note-of-cases = af { $n } sager
note-computed = beregnet
note-printed = trykt
note-too-few = for få sager til en procent
note-unproven = trykt uden antal; grundlaget er ukendt
note-printed-as = trykt: { $rate }
note-nation = hele landet: { $rate }
note-nation-unlike = hele landet: { $rate }, andet eller ukendt grundlag
note-cases-per-fte = sager pr. årsværk
note-guideline = vejledende: { $range } ({ $issuer })
note-among = { $n } kommuner: { $low }–{ $high }, midten er { $median }
note-closed = »{ $title }« er et lukket punkt.
note-pending = »{ $title }« er på dagsordenen; der er ikke besluttet noget endnu.
note-undecided = »{ $title }«: ingen beslutning fundet.
note-decided = »{ $title }«: »{ $decision }«
note-decided-by = »{ $title }«, { $body }: »{ $decision }«
note-gap-not-compiled = { $n ->
    [one] 1 værdi er ikke opgjort.
   *[other] { $n } værdier er ikke opgjort.
}
note-gap-suppressed = { $n ->
    [one] 1 værdi er holdt tilbage, fordi tallet er lille.
   *[other] { $n } værdier er holdt tilbage, fordi tallene er små.
}
note-gap-blank = { $n ->
    [one] 1 felt i tabellen er tomt; det er ikke det samme som 0.
   *[other] { $n } felter i tabellen er tomme; det er ikke det samme som 0.
}
note-uncertain = { $n ->
    [one] 1 tal er usikkert læst og er ikke med i diagrammet.
   *[other] { $n } tal er usikkert læst og er ikke med i diagrammet.
}
note-ask-numbers = Der står »{ $stated }«, og tallene giver { $recomputed }. Hvad forklarer forskellen?
note-ask-base = Der står »{ $stated }«, og efter optællingen er det { $recomputed }. Hvilke sager er procenten regnet af?
note-ask-base-open = Der står »{ $stated }« uden antal. Hvilke sager er procenten regnet af, og er afviste sager regnet med?
note-ask-scope = I »{ $quote }« dækker tallene ikke det samme. Hvad dækker hvert af dem?
note-ask-unit = Hvilken enhed har tallene i »{ $quote }«?
note-ask-total = Der står »{ $stated }«, hvilket svarer til { $recomputed } sager. Hvor mange var der i alt?
note-ask-target = Målet siges at være nået, og optællingen giver { $recomputed }. Hvilket tal måles der på?
note-ask-two = Der står både { $stated } og { $recomputed } for det samme: »{ $quote }«. Hvilken gælder?
note-ask-claim = Tallene viser { $recomputed }. Hvad bygger »{ $quote }« på?
note-ask-claim-open = Hvilke tal bygger »{ $quote }« på?
note-ask-chance = Tallene viser { $recomputed }. Hvad bygger vurderingen »{ $quote }« på?



## Visninger: overblik, afstand, tragt, områder, udvalg, tabeller
app-page-appeals = Klageudfald
app-page-caseload = Sagstal
app-page-other = Andre nøgletal
app-chart-overview = Overblik
app-chart-distance = Afstand
app-chart-funnel = Tragtdiagram
app-chart-areas = Love og paragraffer
app-chart-committees = Udvalg og afdelinger
app-chart-heat = Sagstal som tabel
app-chart-staffing = Sager og årsværk
app-chart-whatif = Hvad ville det kræve
app-chart-indicators = Andre nøgletal
chart-file-overview = overblik
chart-file-distance = afstand
chart-file-funnel = tragt
chart-file-areas = omraader
chart-file-committees = udvalg
chart-file-heat = sagstal-tabel
chart-file-staffing = sager-aarsvaerk
chart-file-whatif = hvad-kraever-det
chart-file-indicators = andre-noegletal
chart-who-region = Egen region
chart-who-mean = De valgte samlet
chart-who-target = Eget mål
chart-verdict-above = over { $who }
chart-verdict-below = under { $who }
chart-verdict-same = ikke til at skelne fra { $who }
chart-verdict-few = for få sager
chart-verdict-unlike = andet eller ukendt grundlag
chart-points = { $n } point
chart-per-fte = { $n } pr. årsværk
chart-key-distance = Afstand til { $who } i point, med usikkerhed (95 pct.)
chart-key-municipality = Kommune
chart-key-limit-95 = Grænse for tilfældig forskel, 95 pct.
chart-key-limit-998 = Grænse, 99,8 pct.
chart-key-lowest = Lavest i kolonnen
chart-key-highest = Højest i kolonnen
chart-col-told = Vurdering
chart-col-topic = Emne
chart-col-measure = Nøgletal
chart-col-value = Værdi
chart-axis-cases = Antal sager
chart-axis-staff = Årsværk
chart-axis-total = Sager i alt
chart-overview-title = Overblik
chart-overview-empty = Dokumenterne indeholder ingen sikre tal for klager eller sagstal.
chart-overview-rate = Omgørelsesprocent
chart-overview-distance = Afstand til { $who }
chart-overview-verdict = Vurdering
chart-overview-outcomes = Udfald, antal sager
chart-overview-caseload = Sager pr. årsværk
chart-overview-groups = Grupper over vejledning
chart-overview-findings = Bemærkninger i Kontrol
chart-overview-no-base = afviste er ikke oplyst
chart-overview-no-yardstick = intet at sammenligne med
chart-overview-not-even = kan ikke sammenlignes
chart-overview-level = { $who } { $period }: { $rate }
chart-overview-chance = kan opstå tilfældigt: { $p }
chart-overview-staff = { $cases }{"\u00A0"}sager, { $staff }{"\u00A0"}årsværk
chart-overview-grave = { $n ->
    [one] én ændrer en konklusion
   *[other] { $n } ændrer en konklusion
}
chart-distance-title = Afstand til { $who }
chart-distance-subtitle = Kommunens omgørelsesprocent minus { $who } i samme år og for samme område
chart-distance-empty = Ingen kommune har en omgørelsesprocent, der kan holdes op mod et tal for samme år, område og grundlag. Vælg noget andet under »Sammenlign med«, for eksempel de valgte kommuner samlet eller et eget mål.
chart-distance-of = { $own } mod { $rate } · { $cases }
chart-mark-distance = { $place }, { $subject }: { $distance } fra { $who } ({ $rate }), { $verdict }
chart-note-distance-missing = { $places }: { $who } er ikke oplyst for samme år og område, eller tallet står på et andet grundlag, så afstanden kan ikke beregnes.
chart-note-verdict = »Over« og »under« står kun, hvor en forskel så stor ville opstå tilfældigt i under 2,5 pct. af tilfældene (eksakt binomialtest, ensidet). Ellers er kommunen ikke til at skelne fra det, den sammenlignes med. Under ti sager siges intet.
chart-funnel-title = Omgørelsesprocent efter antal sager
chart-funnel-subtitle = Jo færre sager, desto mere svinger procenten af sig selv. Inden for tragten kan forskellen være tilfældig.
chart-funnel-empty = Ingen kommune har en omgørelsesprocent, der kan holdes op mod et tal for samme år, område og grundlag. Vælg noget andet under »Sammenlign med«, for eksempel de valgte kommuner samlet eller et eget mål.
chart-note-funnel = Grænserne er eksakte binomialgrænser omkring { $who } for samme år og område: 95 pct. og 99,8 pct. (Spiegelhalter 2005). Hvert år og område har sit eget diagram, fordi niveauet er forskelligt.
chart-note-funnel-most = { $n } flere år og områder er ikke tegnet; vælg periode eller område for at se dem.
chart-mark-funnel = { $place }: { $rate } af { $cases } sager, { $verdict } ({ $who } { $nation })
chart-areas-title = Omgørelsesprocent efter lov og paragraf
chart-areas-empty = Dokumenterne deler ikke klagerne op på love eller paragraffer. Opdelingen står ofte i et bilag; åbn det også.
chart-note-areas = Hver kommune står på sit nyeste år i hvert område. Alle diagrammer har samme skala.
chart-note-areas-few = Hvor der er under ti sager, flytter én sag procenten mere end ti point. Der vises antal i stedet for procent.
chart-committees-title = Omgørelsesprocent efter udvalg og afdeling
chart-committees-empty = Dokumenterne deler ikke klagerne op på udvalg eller afdelinger. Opdelingen står ofte i et bilag; åbn det også.
chart-committees-rest = Resten
chart-committees-computed = beregnet af Sidestil
chart-note-committees-rest = Rækker »beregnet af Sidestil« er det, som de viste dele levner af helheden. De står ikke i referatet.
chart-note-committees = Udvalg og afdelinger er kommunens egen opdeling. Den følger ikke Danmarkskortets paragraffer og må ikke blandes med dem.
chart-heat-title = Sager pr. årsværk, alle grupper
chart-heat-subtitle = Farven går i hver kolonne fra den laveste til den højeste kommune; den siger ikke, hvad der er godt.
chart-heat-empty = Dokumenterne indeholder ingen sikre tal for sager pr. årsværk.
chart-mean-simple = Simpelt gennemsnit
chart-mean-weighted = Vægtet gennemsnit
chart-note-heat-blank = Et tomt felt: kommunens dokumenter nævner slet ikke gruppen.
chart-note-heat-means = Simpelt gennemsnit: hver kommune tæller lige meget. Vægtet gennemsnit: alle sager delt med alle årsværk; det vises kun for alle grupper under ét.
chart-staffing-title = Sager i alt og årsværk
chart-staffing-empty = Dokumenterne oplyser ikke både sager i alt og årsværk for mindst to kommuner.
chart-mark-staffing = { $place }: { $cases } sager og { $staff } årsværk, { $each } pr. årsværk
chart-note-staffing = Kommuner på samme stiplede linje har lige mange sager pr. årsværk.
chart-note-means = Gennemsnit af de viste: { $weighted } vægtet (alle sager delt med alle årsværk) og { $simple } simpelt (hver kommune tæller lige meget).
chart-whatif-title = Hvad ville et andet sagstal kræve
chart-whatif-subtitle = Årsværk, der skulle til for at nå de andre viste kommuners samlede niveau, med de samme sager
chart-whatif-subtitle-level = Årsværk, der skulle til for at nå { $n } sager pr. årsværk, med de samme sager
chart-whatif-empty = Dokumenterne indeholder ingen sikre tal for sager pr. årsværk.
chart-whatif-now = Nu
chart-whatif-now-small = sager pr. årsværk
chart-whatif-level = Mål
chart-whatif-level-small = sager pr. årsværk
chart-whatif-more = Ville kræve
chart-whatif-more-small = flere eller færre årsværk
chart-whatif-to-guideline = til vejledningens øvre grænse { $n }
chart-whatif-to-others = til de andres simple gennemsnit
chart-whatif-fte = { $n } årsværk
chart-whatif-within = ikke over
chart-whatif-from-to = fra { $from } til { $to }
chart-whatif-at-most = { $from } (højst { $to })
chart-note-whatif = Et regnestykke, ikke en prognose: det forudsætter de samme sager og den samme måde at tælle sager og årsværk på i alle kommuner. Kommunerne deler opgaverne forskelligt, og et lavere sagstal er ikke i sig selv bedre sagsbehandling.
chart-note-whatif-groups = For målgrupperne er antallet af sager ikke oplyst, kun sager pr. årsværk. Derfor vises, hvor mange procent flere årsværk gruppen skulle have; det kan ikke lægges sammen til årsværk.
chart-indicators-title = Andre nøgletal
chart-indicators-subtitle = Øvrige tal i dokumenterne, emne for emne
chart-indicators-empty = Dokumenterne indeholder ingen andre sikre nøgletal.
chart-note-indicators = Søjler begynder ved 0. En placering er en plads i en rækkefølge og siger ikke, hvor stor forskellen er.
chart-rank-of = nr. { $n } af { $all }
chart-rank = nr. { $n }
chart-persons = { $n } personer
chart-millions = { $n } mio. kr.
app-choice-shared = samme år for alle (det nyeste, de fleste har)
chart-within-nation = hele landet
chart-within-region = egen region
chart-within-mean = de valgte samlet
chart-within-target = eget mål
chart-overview-changed = ændret
chart-committees-others = Alt andet end { $scope }

## Begreber, med definition og kilde
term-upheld = Ankestyrelsen er enig i kommunens afgørelse, og den gælder fortsat. (Ankestyrelsen: Begreber og forklaringer)
term-remanded = Sagen er sendt tilbage til kommunen, som skal behandle den igen, typisk fordi oplysninger mangler. Den nye afgørelse kan blive den samme. (Ankestyrelsen: Forstå statistikken)
term-changed = Ankestyrelsen har ændret eller ophævet kommunens afgørelse. (Ankestyrelsen: Begreber og forklaringer)
term-dismissed = Klagen er afvist, henvist eller bortfaldet og derfor ikke afgjort i sit indhold. Tæller ikke med i den officielle omgørelsesprocent. (Ankestyrelsen: Forstå statistikken)
term-rate = Hjemviste og ændrede sager i procent af de sager, som er afgjort i deres indhold. En sag med flere delafgørelser tæller efter den mest vidtgående. Stregen viser usikkerheden: 95 pct. Wilson-interval. (Ankestyrelsen: Afgørelsestyper og omgørelsesprocent; Wilson 1927)
term-unproven = Procenten er trykt uden antal, så det kan ikke efterprøves, om afviste sager er talt med.
term-yardstick = Det, kommunen holdes op mod, altid for samme år og samme område. Hult, når grundlaget er et andet eller ukendt. Vælg det under »Sammenlign med«.
term-funnel = Den grænse, inden for hvilken procenten svinger tilfældigt, hvis kommunens sager faldt ud som sammenligningens. Eksakt binomialfordeling. (Spiegelhalter 2005)
term-guideline = Dansk Socialrådgiverforenings vejledende sagstal, som referatet gengiver dem. De er foreningens anbefaling, ikke et lovkrav, og er ændret over tid. (Dansk Socialrådgiverforening)
term-distance = Kommunens omgørelsesprocent minus sammenligningens for samme år og område, i procentpoint.
term-verdict = »Over« og »under« siges kun, hvor en så stor forskel ville opstå tilfældigt i under 2,5 pct. af tilfældene (eksakt binomialtest, ensidet). Under ti sager siges intet.
term-outcomes = Stadfæstet, hjemvist og ændret: afgjort i deres indhold. Afvist: ikke afgjort og talt for sig. (Ankestyrelsen: Afgørelsestyper og omgørelsesprocent)
term-caseload = Sager delt med årsværk (fuldtidsstillinger) for alle grupper under ét, som dokumentet oplyser det.
term-groups = Hvor mange målgrupper der ligger over den øvre grænse i Dansk Socialrådgiverforenings vejledning, af dem vejledningen dækker.
term-findings = Steder i kommunens egne dokumenter, hvor tallene modsiger hinanden, mangler eller ikke kan efterprøves.

## Valg, kontrol og sager
app-choice-search = Find kommune
app-choice-nothing = Ingen kommune passer til søgningen.
app-choice-groups = Grupper og regioner
app-choice-groups-source = Kommunegrupper: Danmarks Statistik (2018). Kun kommuner, som dokumenterne har tal for.
app-choice-up = Flyt { $place } op
app-choice-down = Flyt { $place } ned
app-choice-newest-short = nyeste
app-choice-shared-short = samme år
app-choice-widest-short = bredest muligt
app-choice-comparator = Sammenlign med: { $chosen }
app-choice-comparator-place = En bestemt kommune:
app-group-capital = Hovedstadskommuner
app-group-metropolitan = Storbykommuner
app-group-provincial = Provinsbykommuner
app-group-commuter = Oplandskommuner
app-group-rural = Landkommuner
app-level-others = Nå de andres samlede niveau
app-level-own = Nå et andet niveau:
checked-count-a = { $n ->
    [one] én ændrer en konklusion
   *[other] { $n } ændrer en konklusion
}
checked-count-b = { $n ->
    [one] ét forkert tal eller uklart grundlag
   *[other] { $n } forkerte tal eller uklare grundlag
}
checked-count-c = { $n ->
    [one] én mindre fejl
   *[other] { $n } mindre fejl
}
checked-count-none = ingen bemærkninger
checked-skipped = ikke kontrolleret: kun de gemte tal er her, ikke dokumentet
checked-count-passed = { $n ->
    [one] én kontrol bestået
   *[other] { $n } kontroller bestået
}
checked-passed-title = Bestået ({ $n })
checked-unchecked-title = Kunne ikke kontrolleres ({ $n })
checked-unsure = Usikre tal ({ $n }): de holdes ude af diagrammer, til nogen har bekræftet dem
checked-lost = Lovet i teksten, men mangler i filen ({ $n })
checked-untold = Tomme eller ikke opgjorte felter ({ $n })
checked-idle = Her var der intet at kontrollere: { $list }.
app-cases-tab-themes = Side om side efter tema
app-cases-tab-loops = Åbne punkter
app-cases-tab-items = Alle punkter
app-cases-case = Sagsnr. { $case }
app-cases-recommendation = Indstilling
app-cases-attachments = { $n ->
    [one] Ét bilag
   *[other] { $n } bilag
}
app-votes-for = For: { $who }
app-votes-against = Imod: { $who }
app-votes-abstaining = Undlod: { $who }
app-loops-none = Intet er udsat, bortfaldet eller lovet i de åbne dokumenter.
loop-duty = Danmarkskortet: beslutning om handleplan mangler
loop-duty-hint = Kommunalbestyrelsen skal behandle Danmarkskortet inden årets udgang og tage stilling til en handleplan (retssikkerhedsloven § 79 b).
loop-duty-told = Behandlet på mødet { $date }. En beslutning om handleplan står ikke i dokumentet; den kan være truffet et andet sted.
loop-lapsed = Bortfaldet ved stemmelighed
loop-lapsed-hint = Stemmerne stod lige, så der er ikke besluttet noget.
loop-deferred = Udsat
loop-deferred-hint = Punktet er udsat, og en senere beslutning står ikke i dokumentet.
loop-promised = Lovet notat eller svar
loop-promised-hint = Administrationen har lovet et notat, en oversigt eller et svar.
loop-closed = Lukkede punkter
loop-closed-hint = Behandlet for lukkede døre.
checked-see = Se også:
## Hjælp
menu-help = Hjælp
help-title = Hjælp
help-close = Luk
help-version = Sidestil { $version }
help-use = Sådan bruges Sidestil
help-use-open = Åbn: Træk referater ind i vinduet, eller vælg dem med Ctrl+O. Flere kommuner kan være åbne på én gang.
help-use-compare = Sammenlign: Vælg kommuner, år og område over diagrammerne. Står kommunerne på forskellige år eller opgørelser, siger diagrammet det.
help-use-click = Se kilden: Klik på en søjle eller et tal. Sætningen, som tallet er læst i, vises i dokumentets egne ord.
help-use-correct = Ret: Et tal kan rettes eller udelades med en begrundelse. Det trykte tal bliver stående ved siden af.
help-use-take = Tag med: Ctrl+E gemmer billeder, tabeller og et mødenotat. Alt, hvad du tager med, nævner sine kilder.
help-words = Det betyder ordene
help-word-rate = Omgørelsesprocent: Hjemviste og ændrede sager i procent af de sager, som Ankestyrelsen har behandlet i realiteten. Afviste sager tæller ikke med. Kilde: Ankestyrelsen, begreber og forklaringer til statistikken.
help-word-considered = Realitetsbehandlet: Sager, som Ankestyrelsen har taget stilling til: stadfæstede, ændrede og hjemviste. Kilde: Ankestyrelsen.
help-word-upheld = Stadfæstet: Ankestyrelsen er enig, og kommunens afgørelse gælder. Kilde: Ankestyrelsen.
help-word-changed = Ændret/ophævet: Ankestyrelsen har truffet en anden afgørelse, eller kommunens afgørelse gælder ikke længere.
help-word-remanded = Hjemvist: Kommunen skal behandle sagen igen, for eksempel fordi oplysninger mangler. Den kan ende med det samme resultat, så hjemvist er ikke det samme som forkert.
help-word-dismissed = Afvist: Ankestyrelsen har ikke taget stilling til sagen, for eksempel fordi fristen var overskredet eller klagen blev trukket tilbage. Kilde: Ankestyrelsen.
help-word-map = Danmarkskortet: Omgørelsesprocenter på socialområdet for alle kommuner, offentliggjort hvert år (retssikkerhedsloven § 84 a). Kommunalbestyrelsen skal behandle det inden årets udgang og tage stilling til en handlingsplan (retssikkerhedsloven § 79 b).
help-word-child = Barnets Lov: Gælder fra 1. januar 2024. Dele af serviceloven er flyttet hertil, så tal for børneområdet før og efter dækker ikke det samme.
help-word-nation = Hele landet: Landstallet for samme år og område, som dokumenterne oplyser det. Det ændrer sig fra år til år.
help-word-interval = Usikkerhed (95 pct.): Hvor langt procenten kan ligge fra den sande andel alene på grund af tilfældighed. Jo færre sager, jo bredere. Beregnet efter Wilson (1927).
help-word-caseload = Sager pr. årsværk: Åbne sager delt med antallet af fuldtidsstillinger.
help-word-guideline = Vejledende sagstal: Et interval, som en organisation anbefaler, for eksempel Dansk Socialrådgiverforening. Det gælder en bestemt målgruppe og ændres med tiden.
help-word-appeal = Klage: Kommunens afgørelser på det sociale område kan påklages til Ankestyrelsen (retssikkerhedsloven § 60). Først ser kommunen selv på sagen igen (§ 66), så en del klager når aldrig Ankestyrelsen.
help-found = Sådan findes og kontrolleres tallene
help-found-read = Læsning: Sidestil læser teksten og tabellerne efter faste regler og ord. Der gættes ikke, og der bruges ingen sprogmodel.
help-found-place = Kilde: Hvert trykt tal husker dokument, punkt, side eller linje og de tegn, det er læst af.
help-found-doubt = Usikre tal: Kan det ikke afgøres, hvad et tal gælder, gemmes det med grunden og holdes ude af diagrammerne, til nogen bekræfter det.
help-found-check = Kontrol: Procenter, ændringer, summer og gennemsnit regnes efter. Siden Kontrol viser, hvad der står, og hvad tallene giver.
help-found-fault = Trykfejl: Et tal, der ikke kan passe, rettes aldrig i det skjulte. Det vises, som det står, med en bemærkning.
help-found-note = Mødenotat: Følger det, du har valgt. Det begynder med siden, du ser på, holder sig til de valgte kommuner og den valgte periode, og er der valgt et område, handler det kun om klager.
help-marks = Det betyder mærkerne
help-mark-computed = beregnet: Regnet ud af Sidestil af trykte tal, som står i kilden.
help-mark-printed = trykt: Står sådan i dokumentet.
help-mark-hollow = Hult tegn: Procenten er trykt uden antal, eller grundlaget er et andet. Den bør ikke sammenlignes direkte.
help-mark-stripes = Skravering: Hjemviste sager, så de kan skelnes uden farver.
help-mark-few = For få sager: Under ti sager vises kun antal, for én sag flytter procenten mere end ti point.
help-mark-dash = Streg (–): Tallet er ikke oplyst. Det er ikke det samme som 0.
help-mark-corrected = Rødt hjørne: Tallet er rettet eller tilføjet af dig. Under diagrammet står, hvad der var trykt.
help-mark-finding = Bemærkning: Kontrollen har fundet noget ved et tal, der vises. På billeder står det under diagrammet med linje og grund.
help-not = Det kan Sidestil ikke læse
help-not-scan = Scannede sider: Sider, der er billeder uden tekst. Bed om en udgave med tekst.
help-not-picture = Figurer: Tal, der kun står i et billede eller et diagram. Kontrollen siger, når teksten henviser til en figur, der ikke er med.
help-not-old = Gamle formater: Word-filer som .doc og Excel-filer som .xls. Gem dem som .docx eller .xlsx.
help-not-locked = Låste filer: PDF-filer med adgangskode læses, når du skriver koden. Word- og Excel-filer med adgangskode kan ikke læses; gem dem uden.
help-not-judge = Årsager: Hvorfor tallene er, som de er. Sidestil siger, hvad der står, og hvad tallene giver, ikke hvem der har ret.
help-safe = Dine dokumenter
help-safe-net = Ingen netforbindelse: Sidestil henter intet og sender intet. Dokumenterne bliver på din maskine.
help-safe-files = Filer: En fil gemmes hel eller slet ikke, og en anden fil erstattes kun, når du siger ja.

chart-key-law = Barnets Lov gælder fra 2024

## Other indicators: units

app-unit-years = år
app-unit-days = dage
app-unit-points = point
app-unit-percentage-points = procentpoint

## Views: neighbours, one base only, empty pages

app-choice-neighbours = Naboer
app-choice-neighbours-of = Naboer til { $place } ({ $n })
app-choice-neighbours-hint = { $place } og de nabokommuner, som dokumenterne har tal for.
app-choice-neighbours-source = Naboer har fælles grænse på land eller er forbundet af en vejbro over et sund. Grænser: Geodatastyrelsen (2014).
app-bases-official = Passer kun uden afviste:
app-bases-with-dismissed = Passer kun med afviste:
app-bases-official-alone = Procenten passer kun, når afviste sager ikke tælles med.
app-bases-with-dismissed-alone = Procenten passer kun, når afviste sager tælles med.
app-bases-more = { $n } mere …
app-bases-all = { $n } procenter …
chart-one-base-proof = { $reversed } af { $official } er { $without } uden afviste; { $reversed } af { $all } er { $with } med afviste.
chart-hedge-below = knap
chart-hedge-above = godt
chart-hedge-about = omkring
app-page-empty = Tallene kan stå i andre referater eller bilag. Åbn flere dokumenter, eller skift kommuner og periode ovenfor.
