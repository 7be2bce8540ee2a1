# English. The keys are the same as in da.ftl; a test holds them equal.

## Files that could not be read: what happened, and what to do
read-missing = The file is no longer there. If it was moved or renamed, open it from its new place.
read-folder = The folder holds no files that Sidestil can read. Open the minutes themselves.
read-denied = You have no permission to read the file. Copy it to a folder of your own and open the copy.
read-io = The file could not be read ({ $detail }). Try again, or copy it to your own computer first.
read-empty = The file is empty. Fetch the minutes again.
read-too-large = The file is larger than { $limit } MB. Split it, or save only the pages you need.
read-not-text = The file is no document that Sidestil can read. Save the minutes as text, PDF, Word (.docx) or HTML.
read-unsupported = Sidestil does not read { $kind }. Open the file in its own program and save it as PDF, .docx or text.
read-password = The file is protected by a password. Try again in the window and enter it, or save a copy without one. On the command line it can stand in SIDESTIL_PASSWORD.
read-locked = The file is protected by a password, and Sidestil can only unlock PDF files. Save a copy without a password and open that.
read-scanned = The file holds only pictures of pages, no text. Ask for a version with text, or run text recognition first.
read-unreadable = The text cannot be read: the file does not say which letters its shapes stand for. Ask for the file in another format, or run text recognition.
read-damaged = The file is damaged ({ $detail }). Fetch it again.
read-limit = The file goes beyond a limit ({ $limit }). Split it and try again.
read-crashed = Sidestil could not read the file because of an error in the program. The other files are not affected.
read-cancelled = Reading was cancelled. Open the file again to read it.

## Password
app-password-title = Password
app-password-text = { $name } is protected. Enter the password to read the file. It is remembered only while the document is open.
app-password-wrong = The password did not fit.
app-password-field = Password of the file

## The command line
cli-help =
    Sidestil shows appeal and caseload figures of municipal minutes side by side.

    Usage:
      sidestil [FILES]                 opens the window, with the files if there are any
      sidestil extract FILES           prints one figure a line (CSV)
      sidestil minutes FILES           prints the meeting as JSON: items, decisions, attachments
      sidestil check FILES             prints what the numbers say about what is written
      sidestil chart FILES -o PICTURE  saves the chart as .png or .svg
      sidestil export FILES -o TABLE   saves the figures as .xlsx, .csv or .md
      sidestil note FILES -o NOTE      saves a note for the meeting as .pdf or .docx

    FILES may be folders; all minutes in them are read.

    Options:
      --format csv|jsonl    (extract) the format; csv is the usual one
      --computed            (extract, export) also the figures that Sidestil computed itself
      --format text|jsonl   (check) the format; text is the usual one
      --all                 (check) also the checks that found nothing
      --format excel        (export) CSV for a Danish Excel: semicolons and decimal commas
      --view VIEW           (chart, export, note) appeals, caseload ...
      --places NAMES        (chart, export, note) municipalities, divided by commas
      --period 2023         (chart, export, note) the period; else each municipality's newest
      --scope SEL           (chart, export, note) a part of the appeals
      --size 2400x1350      (chart) the picture's size; also slide, a4 or square
      --theme light|dark    (chart) light or dark
      --letters outlines    (chart) SVG with letters as outlines; else as text
      --each                (chart) every chart with content; -o is then a folder
      --replace             (chart --each) replace pictures that are in the folder already
      --keep                (chart, export, note) leave a file that is there alone
      --lang da|en          Danish or English
      --version             the program's version
      --help                this help

    Exit status: 0 when all files were read; 1 when some were not; 2 for a wrong call.
cli-unknown-option = There is no option { $option } here; "sidestil --help" lists those there are.
cli-no-value = The option { $option } needs a value; "sidestil --help" says which.
cli-bad-value = { $option } cannot be "{ $value }"; write one of these: { $allowed }.
cli-no-files = Name the files to read: sidestil { $command } minutes.txt
cli-each-taken = The folder { $folder } already has { $n ->
    [one] the picture { $first }
   *[other] { $n } of the pictures, among them { $first }
}. Nothing was saved. Choose another folder, or write --replace to replace them.
cli-each-stopped = { $n } of { $all } charts were not saved.
cli-no-output = Say where to save the result, for example: -o appeals.png
cli-unwritten = The result could not be written ({ $detail }). Choose another folder, or make room on the disk.
cli-pages-lost = Page { $pages } could not be read; figures on it are missing. Fetch the file again.
cli-pages-scanned = Page { $pages } holds pictures without text; figures on it are missing. Ask for a version with text.
cli-incomplete = The file is not whole; figures after the break are missing. Fetch the file again.
cli-limit = The file goes beyond a limit ({ $limit }); the rest is missing. Split it.

## Checks: what is stated, what the numbers give, and what it may mean
check-summary = { $findings ->
    [0] no remarks
    [one] 1 remark
   *[other] { $findings } remarks
}, { $passed ->
    [one] 1 check holds
   *[other] { $passed } checks hold
}.
check-ok = holds
check-stated = Stated
check-recomputed = The check gives
check-elsewhere = Elsewhere it says
check-change = From { $from } to { $to } is a change of { $real }%. The text says { $stated }%. Either the percentage or one of the two numbers is not the right one.
check-change-way = From { $from } to { $to } is a change of { $real }%. The words say the opposite direction.
check-change-passed = The change from { $from } to { $to } is { $real }%, as stated.
check-points = The difference between { $from }% and { $to }% is { $real } percentage points. The text says { $stated }.
check-points-passed = The difference between { $from }% and { $to }% is { $real } percentage points, as stated.
check-points-as-percent = From { $from }% to { $to }% is a difference of { $stated } percentage points. In percent it is { $real }. The text says { $stated }%.
check-difference-passed = The change from { $from } to { $to } is { $real }, as stated.
check-share = { $part } of { $base } is { $real }%. The text says { $stated }%.
check-share-passed = { $part } of { $base } is { $stated }%, as stated.
check-average = { $place }: { $cases } cases divided by { $staff } full-time equivalents give { $real }. The table says { $stated }.
check-average-truncated = { $place }: { $cases } cases divided by { $staff } full-time equivalents give { $real }. The table says { $stated }: the last decimal was cut off instead of rounded.
check-average-passed = { $place }: { $cases } cases divided by { $staff } full-time equivalents give { $stated }, as stated.
check-implied-recipients = With a difference of { $difference } kr. for each recipient, { $total } kr. stand for about { $implied } recipients. The document counts { $cases } cases. The numbers probably do not cover the same people, and this is not explained.
check-rate-passed = { $part } of { $base } cases are { $real }%, which is stated as { $stated }%.
check-rate-passed-all = { $part } of all { $decided } decided cases are { $with }%, as stated.
check-base-declared = The text says that dismissed cases are left out. Then the percentage is { $official } ({ $part } of { $considered } cases). { $stated }% comes out only when dismissed cases are counted in ({ $part } of { $decided } cases are { $with }%).
check-base-with-dismissed = { $stated }% comes out only when dismissed cases are counted in ({ $part } of { $decided } cases). By Ankestyrelsen's definition the percentage is { $official } ({ $part } of { $considered } cases).
check-base-considered = The text says { $stated }% of the cases, but that is the share of the { $considered } cases decided on the merits. Of all { $decided } decided cases it is { $with }%.
check-base-unknown = The share cannot be recomputed ({ $scope }): the document gives no counts and does not say whether dismissed cases are counted in. Two shares can be compared only when both are made up in the same way.
check-rate-truncated = { $part } of { $base } cases are { $real }%. The text says { $stated }%: the decimals were cut off instead of rounded.
check-rate-off = { $part } of { $base } cases are { $real }%. The text says { $stated }%.
check-persons-as-cases = The { $decided } decisions are set against { $persons } persons ({ $real }%), not against cases. One person can have several cases, and the numbers may be from different years. It is not a share of the cases.
check-attainable = With { $n } cases the percentage cannot be { $stated }: { $below } of them is { $low }%, and { $above } of them is { $high }%. Either the percentage was cut off instead of rounded, or it was calculated from another number of cases.
check-attainable-passed = { $stated }% of { $n } cases stands for { $low } of them.
check-attainable-passed-some = { $stated }% of { $n } cases stands for { $low } to { $high } of them.
check-hedge = { $reversed } cases and { $near ->
    [below] just under
    [above] just over
   *[about] about
} { $stated }% ("{ $hedge }") mean that there were { $low } to { $high } cases in { $year }. The total is not in the document.
check-sum = { $parts } is { $sum }. The text says { $stated }.
check-sum-passed = { $parts } is { $stated }, as stated.
check-sum-rounded = { $parts } is { $sum }. The text says { $stated }: the difference comes from rounding.
check-sum-amounts = { $parts } is { $sum }. The text says { $stated }, a difference of { $off }.
check-residual = { $n } is the number of cases in { $year }: { $total } cases in all minus the other departments ({ $others }). So the number does not say how many cases were reversed, and it cannot be compared with the reversed cases in the same sentence.
check-chance = { $k } of { $n } cases are { $own }%. With so few cases the true share may lie between { $low } and { $high }%, and the national level is { $nation }%. A difference of this size may easily be chance (p = { $p }).
check-chance-few = Only { $n } cases: { $k } of them are { $own }%, and one case more or less moves the percentage a lot. The true share may lie between { $low } and { $high }%. The difference from the national { $nation }% cannot be told from chance (p = { $p }).
check-chance-passed = { $k } of { $n } cases are { $own }%. The difference from the national { $nation }% is larger than chance explains (p = { $p }).
check-target-base = The target is said to be met. Without dismissed cases the municipality's percentage is { $official }, not { $stated }, and so above { $nation }%. The document does not show whether the national percentage counts dismissed cases in. Only if it does can the two be compared.
check-target-missed = The target is said to be met, but the municipality's percentage is { $official } and the national one { $nation }%.
check-target-passed = The target is met: { $stated }% against { $nation }% nationally.
check-target-reached = The target of at least { $target }% is met with { $result }%.
check-target-not-reached = The target is said to be met, but the result is { $result }% and the target at least { $target }%.
check-target-kept = The target of at most { $target }% is kept with { $result }%.
check-target-not-kept = The target is said to be met, but the result is { $result }% and the target at most { $target }%.
check-target-number = The target is said to be met, but the result is { $result } and the target { $bound ->
    [least] at least
   *[other] at most
} { $target }.
check-target-number-passed = The target of { $bound ->
    [least] at least
   *[other] at most
} { $target } is met with { $result }.
check-yardstick = The guideline numbers from { $issuer } carry no year. Such numbers are revised, so the document should say which edition it uses.
check-lost-figure = Figure { $number } is mentioned but is not in the file. Its numbers cannot be read and were not checked.
check-lost-diagram = The text refers to a diagram that is not in the file. Its numbers cannot be read and were not checked.
check-rests-on-lost = The statement rests on a figure that is not in the file ({ $figure }). It cannot be tested here.
check-neighbours = Neighbouring municipalities are compared, but none of their numbers stands here. The comparison cannot be tested.
check-received-twice = { $n } stands once as complaints received in { $year } and once as complaints received but not yet treated. These are two different things.
check-received-thrice = { $n } stands once as complaints received in { $year } and once as complaints received but not yet treated. It is also the number of cases decided on the merits. These are three different things.
check-decided-as-received = { $n } stands here as cases decided and elsewhere as cases received. There { $decided } are decided, which is also the sum of the outcomes.
check-two-scopes = The map counts { $map } cases by paragraph, while { $name } has { $unit } cases. The two do not cover the same and cannot stand in one chart without a word about it.
check-guideline-group = The guideline is for { $label }. Only { $shown } is compared with it, but { $row } falls under the same line and has { $value } (at most { $high } is recommended).
check-guideline-all = The guideline is for { $label }. Only { $shown } is compared with it, but { $row } falls under the same line and has { $value }. All { $places } municipalities of the table are above { $high } there, so this group is probably not the one the guideline is meant for.
check-group-label = The text counts { $extra } in, but the table's row is called “{ $row }”. These may be two different groups.
check-groups-differ = The text names { $listed } groups, the table has { $rows }. The groups cannot be matched one by one.
check-unit = A unit is missing: { $value } beside { $n } persons may be { $value }% ({ $people } persons) or { $value } persons ({ $share }%).
check-mixed-groups = The national number covers { $first } and { $second } together, while the municipality's numbers are split into the two groups. They cannot be compared directly.
check-conflict = { $place }, { $area }, { $year }, { $measure }: { $stated }{ $unit_name } here, { $other }{ $unit_name } elsewhere in the document ({ $at }).
check-conflict-more = { $place }, { $area }, { $year }, { $measure }: { $stated }{ $unit_name } here, { $other }{ $unit_name } elsewhere in the document ({ $at }). The same holds for: { $measures }.
check-conflict-documents = { $place }, { $area }, { $year }, { $measure }: { $stated }{ $unit_name } here, but { $sources }. The numbers may be from different times.
check-conflict-documents-more = { $place }, { $area }, { $year }, { $measure }: { $stated }{ $unit_name } here, but { $sources }. The numbers may be from different times. The same holds for: { $measures }.
check-all = all
check-all-groups = all groups together
check-at-line = line { $n }
check-at-page = page { $n }
check-source = { $value } in { $document } ({ $at })
check-project = The project's result stands here as { $stated }%, elsewhere in the document as { $other }%. The target is { $target }% in both places. The text may have been written earlier, or the percentages may be of different groups.
check-high = { $group }: { $place } has { $value } and is no. { $rank } of { $places } from the highest. That is below the middle (the median is { $median }), so this group does not explain a high total.
check-high-other = { $group }: { $place } has { $value } and is no. { $rank } of { $places } from the highest. That is below the middle (the median is { $median }), so this group does not explain a high total. The group where { $place } is high is { $other } ({ $other_value }, no. { $other_rank } of { $other_places }), and it is not mentioned.
check-high-passed = { $group }: { $place } has { $value }, which is not below the middle of the table ({ $median }).
check-selective = { $place } has the highest number of all in { $groups }. That is not mentioned here.
check-extreme = { $place } has { $value } ({ $measure }) and is no. { $rank } of { $places } from the highest. That does not fit the text.
check-extreme-passed = { $place } has { $value } ({ $measure }) and is no. { $rank } of { $places } from the highest, as stated.
check-superlative = { $label } has { $value }, but { $other } has { $other_value }. That does not agree with the text.
check-superlative-passed = { $label } has { $value }, and no other lies further out, as the text says.
check-fraction = { $part } of { $base } is { $real }%. The text says “{ $said }”.
check-fraction-passed = { $part } of { $base } is { $real }%, which “{ $said }” covers.
check-unchanged-rises = The development is called unchanged, but the numbers rise from { $first } in { $from_year } to { $last } in { $to_year } ({ $series }).
check-unchanged-falls = The development is called unchanged, but the numbers fall from { $first } in { $from_year } to { $last } in { $to_year } ({ $series }).
check-direction = The number goes from { $from } to { $to }. The words say the opposite direction.
check-direction-same = The number is { $from } both times. The words say that it changed.
check-direction-passed = The number goes from { $from } to { $to }, as the text says.
check-nation-moves = The statement about the national development cannot be tested: the document does not have the national counts of two years.
check-cause = The change from { $from } to { $to }% is put down to a cause, but the number of cases is not in the document. It cannot be seen whether the change is larger than chance variation.
check-best-and-last = Here the municipality is said to be among the best in { $group }. Elsewhere it is said to be last in { $group } on one of the goals.
check-side = The municipality's number is { $own }% and the nation's { $nation }%. That is the opposite side of the one that the text names.
check-side-passed = The municipality's number is { $own }% and the nation's { $nation }%, as the text says.
check-contents = The table of contents has { $contents_year }, the heading { $heading_year }.
check-weekday = { $date } was { $day }. The text says { $said }.
check-weekday-passed = { $date } was { $day }, as stated.
check-party-letter = { $name } stands here with { $here } and elsewhere with { $there }.
## Charts
chart-and = and
chart-others = { $n ->
    [one] 1 other
   *[other] { $n } others
}
chart-municipalities = { $n ->
    [one] 1 municipality
   *[other] { $n } municipalities
}
chart-scope-all = all decisions
chart-scope-sel = social services (SEL)
chart-scope-children = disabled children (SEL)
chart-scope-adults = disabled adults (SEL)
chart-scope-bl = the Children's Act (BL)
chart-scope-lab = active employment (LAB)
chart-scope-las = active social policy (LAS)
chart-scope-pl = pensions (PL)
chart-scope-sdp = sickness benefit (SDP)
chart-scope-other = other laws (ØVR)
chart-nation = Whole country
chart-half = half-year { $n } of { $year }
chart-quarter = quarter { $n } of { $year }
chart-quarters = quarters { $first }–{ $last } of { $year }
chart-months = Jan Feb Mar Apr May June July Aug Sep Oct Nov Dec
chart-of = { $part } of { $whole }
chart-notes = Before you compare
chart-sources = Sources: { $list }.
chart-not-told = not stated

chart-file-appeals = appeals
chart-appeals-title = Appeal outcomes
chart-appeals-subtitle = What the National Board of Appeal decided in complaints against { $places }, { $years }
chart-appeals-empty = The documents hold no certain figures for the complaints against a whole municipality.
chart-base-official = Reversal rate: remanded and changed cases in percent of those decided on the merits; dismissed cases do not count.
chart-base-with-dismissed = Reversal rate: remanded and changed cases in percent of all decided cases, dismissed ones too. This is not the official definition.
chart-upheld = Upheld
chart-remanded = Remanded
chart-changed = Changed
chart-dismissed = Dismissed
chart-dismissed-apart = Dismissed (not counted)
chart-key-rate = Reversal rate with uncertainty (95%)
chart-key-unproven = Base unknown
chart-key-nation = { $who }
chart-key-nation-unlike = { $who }, other or unknown base
chart-head-outcomes = Outcomes, cases
chart-head-rate = Reversal rate
chart-head-value = Municipality
chart-col-place = Municipality
chart-col-period = Period
chart-col-scope = Area
chart-col-rate = Reversal rate
chart-col-cases = Cases
chart-col-interval = Uncertainty (95%)
chart-col-printed = As printed
chart-col-nation = { $who }
chart-rate-computed = { $rate } computed
chart-rate-unproven = { $rate } (base unknown)
chart-cases-and-printed = { $cases } · printed: { $rate }
chart-printed = printed: { $rate }
chart-printed-of = printed, of { $n } cases
chart-too-few = too few cases for a percentage
chart-unproven = printed, base unknown
chart-no-rate = cannot be computed
chart-nation-counted = computed
chart-nation-printed = printed
chart-nation-unlike = printed, other base
chart-nation-line = { $who }: { $rate }
chart-no-outcomes = The outcomes are not stated.
chart-no-outcomes-of = { $n } cases; the outcomes are not stated.
chart-mark-count = { $place } { $period }: { $n } { $outcome }
chart-mark-rate = { $place } { $period }: reversal rate { $rate }
chart-mark-printed = { $place } { $period }: printed reversal rate { $rate }
chart-mark-nation = { $who } { $period }: reversal rate { $rate }
chart-note-years = The municipalities stand on different years ({ $groups }). The national level moves from year to year: compare each municipality with the whole country in the same year.
chart-note-scopes = The figures do not cover the same ({ $groups }).
chart-note-differs-dismissed = { $place }: the minutes print { $printed }, but the counts give { $computed } ({ $reversed } of { $base }). The printed one holds only if the { $dismissed } dismissed cases are counted in ({ $reversed } of { $other }).
chart-note-differs-official = { $place }: the minutes print { $printed }. It holds without the { $dismissed } dismissed cases ({ $reversed } of { $other }); with them it is { $computed } ({ $reversed } of { $base }).
chart-note-differs = { $place }: the minutes print { $printed }, but the counts give { $computed } ({ $reversed } of { $base }).
chart-note-nation-as-own = { $who } { $period } ({ $rate }) is printed without counts. The rate of { $place } in the same minutes holds on the official base.
chart-note-nation-unlike = { $who } { $period } ({ $rate }) is printed without counts. The rate of { $place } in the same minutes stands on another base than the chart's, so the other one may too. It is drawn hollow and should not be compared directly.
chart-note-nation-unknown = { $who } { $period } ({ $rate }) is printed without counts, and its base cannot be proven. It is drawn hollow.
chart-note-unproven = { $places }: the rate is printed without counts, so it is not known whether dismissed cases are counted in. It is drawn hollow.
chart-note-printed = { $places }: the rate is as printed; the outcomes are not stated, only how many cases it stands on.
chart-note-few = { $places }: fewer than ten cases. One case moves the percentage by more than ten points, so only counts are shown.
chart-note-no-base = { $places }: dismissed cases are not stated, so the rate cannot be computed with them.
chart-file-caseload = caseload
chart-caseload-title = Caseload
chart-caseload-subtitle = Cases for one full-time employee in { $places }, { $years }
chart-caseload-scale = Each target group has its own scale, all begin at 0.
chart-caseload-empty = The documents hold no certain figures for cases per employee.
chart-caseload-totals = All groups together
chart-total-cases = Cases
chart-total-staff = FTE
chart-total-average = Avg.
chart-total-each = Per FTE
chart-key-own = Municipality with a document of its own
chart-key-other = Other municipalities
chart-key-band = Guideline caseload
chart-band = guideline: { $range }
chart-mark-caseload = { $place } { $period }, { $group }: { $value }
chart-narrower = { $label } within { $group }
chart-note-caseload-years = The figures are from different years ({ $groups }).
chart-note-guideline = Guideline caseloads are those of { $issuer }, as quoted in the minutes ({ $quoted }).
chart-note-narrower = The guideline speaks of a part of the group only: { $list }.
chart-note-joint = The guideline for { $label } ({ $range }) covers several of the groups together and is therefore drawn beside none of them.
chart-note-missing = { $n ->
    [one] 1 cell is without a number: the document does not tell it, which is not the same as 0.
   *[other] { $n } cells are without a number: the documents do not tell them, which is not the same as 0.
}
chart-note-not-found = The documents hold no certain figures for { $places }.
chart-file-series = development
chart-series-title = Reversal rates over the years
chart-series-subtitle = What the National Board of Appeal decided in complaints against { $places }, { $years }
chart-series-empty = The documents give no municipality a reversal rate for more than one year. Open minutes of several years.
chart-series-computed = { $place }, { $scope }, { $year }: { $rate } computed
chart-series-printed = { $place }, { $scope }, { $year }: { $rate } printed
chart-series-unproven = { $place }, { $scope }, { $year }: { $rate } printed, base unknown
chart-key-hollow = Hollow sign and broken line: base unknown or another
chart-note-series-hollow = The rate is printed without counts, so it is not known whether dismissed cases are counted in: { $list }. A difference to the years before and after may come from the method alone.
chart-note-series-scopes = The lines do not cover the same: the area stands after the name. Compare only lines of the same area.
chart-note-series-law = From 2024 parts of the Social Services Act moved to the Children's Act: figures before and after do not cover the same.
chart-note-series-most = { $n } more municipalities have figures for several years; choose them to see them.
app-chart-series = Reversal rates over the years
## Window
app-page-compare = Overview
app-page-checks = Checks
app-page-data = Data
app-chart-appeals = Appeal outcomes
app-chart-caseload = Caseload
app-go-to = Go to { $chart }
app-choice-places = Municipalities: { $chosen }
app-choice-all = all
app-choice-own = only those with minutes of their own
app-choice-period = Period: { $chosen }
app-choice-newest = each one's newest
app-choice-scope = Appeals: { $chosen }
app-choice-widest = whole municipality, else the widest
app-choice-base = Reversal rate
app-choice-official = without dismissed
app-choice-official-hint = The official calculation: remanded and changed in per cent of the cases decided on the merits.
app-choice-with-dismissed = with dismissed
app-choice-with-dismissed-hint = Remanded and changed in per cent of all decided cases, dismissed ones too. This is not the official calculation.
app-page-cases = Cases and decisions
app-cases-empty = No items of an agenda were found. Open minutes with Ctrl+O.
app-cases-filter = Search cases and decisions
app-cases-count = { $shown } of { $all } items
app-cases-date = Date
app-cases-number = No.
app-cases-title = Case
app-cases-decision = Decision
app-cases-closed = closed item
app-cases-pending = agenda: not yet decided
app-cases-none = no decision found
app-empty-title = Open minutes of municipal committees
app-empty-text = Sidestil finds the figures on appeals and caseloads in the minutes and puts the municipalities side by side. A click on a figure shows the sentence it stands in.
app-empty-drop = You can also drag files or a folder onto the window.
app-open-files = Open files …
app-open-samples = Try the samples
app-open-path = Type a path …
app-recent = Recent files
app-no-recent = None yet
app-forget-recent = Forget the recent files
app-reading = Reading { $done } of { $total }
app-reading-file = Reading { $done } of { $total }: { $name }
app-all-read = { $documents ->
    [one] One document, { $figures } figures
   *[other] { $documents } documents, { $figures } figures
}
app-all-read-failed = { $failed ->
    [one] one file could not be read
   *[other] { $failed } files could not be read
}
app-no-documents = No documents are open
app-drop-here = Drop the files here to open them
app-wait-for-figures = The figures appear here when the documents have been read.
app-show-table = Show the figures as a table
app-save-picture = Save picture
app-open-already = { $name } is open already and counts only once.
app-saved = Saved: { $path }
app-save-failed = Not saved: { $path }
app-write-exists = A file of that name is there already.
app-write-no-folder = The folder does not exist. Choose another one.
app-write-denied = You may not save in this folder. Choose another one, such as Documents.
app-write-full = The disk is full. Make room or choose another drive.
app-write-other = The file could not be saved ({ $detail }).
app-settings-unread = The settings could not be read and will not be changed ({ $detail }).
app-picture-none = There is no chart to save yet. First open minutes with figures.
app-dismiss = Close messages
app-path-title = Open from a path
app-path-text = Type or paste the path of a file or a folder.
app-path-no-dialog = This computer has no dialog for choosing files. Paste the path here or drag the file onto the window. (Install xdg-desktop-portal-gtk or zenity to get the dialog.)
app-path-field = Path
app-open = Open
app-close = Close
app-cancel = Cancel
app-save-title = Export
app-save-field = Save as
app-save-place = Choose place …
app-save = Save
app-save-exists = The file exists already. Replace it?
app-replace = Replace
app-theme = Colours
app-theme-system = As the system
app-theme-light = Light
app-theme-dark = Dark
app-language = Language
app-language-da = Dansk
app-language-en = English
app-column-document = Document
app-column-place = Municipality
app-column-period = Period
app-column-topic = Topic
app-column-scope = Area
app-column-measure = Measure
app-column-value = Value
app-column-certainty = Certainty
app-column-sort = Sort by { $column }
app-filter = Search the figures
app-filter-count = { $shown } of { $all } figures
app-data-empty = No figures yet. Open minutes with Ctrl+O.
app-filter-empty = No figures match the search.
app-certain = certain
app-uncertain = uncertain
app-checks-empty = Nothing to remark. No figures were found that contradict each other.
app-checks-none = Open minutes, and their figures are checked here.
app-severity-a = Changes a conclusion
app-severity-b = Wrong number or unclear base
app-severity-c = Minor slip
app-rule-r1 = Percentages and averages recomputed
app-rule-r2 = Which base gives the percentage
app-rule-r3 = Can this number of cases give the percentage
app-rule-r4 = Sums
app-rule-r5 = One number under two names
app-rule-r6 = Unit missing or mixed
app-rule-r7 = Approximate numbers
app-rule-r8 = Own target
app-rule-r9 = Two values for one thing
app-rule-r10 = Text against table
app-rule-r11 = Can the difference be chance
app-rule-r12 = Yardstick without date or source
app-rule-r13 = Promised but missing
app-rule-r14 = Dates, names and contents
app-topic-appeals = appeals
app-topic-caseload = caseload
app-measure-received = received
app-measure-decided = decided
app-measure-considered = considered
app-measure-upheld = upheld
app-measure-changed = changed
app-measure-remanded = remanded
app-measure-dismissed = dismissed
app-measure-pending = pending
app-measure-reversed = reversed
app-measure-reversal-rate = reversal rate
app-measure-upheld-rate = upheld, share
app-measure-changed-rate = changed, share
app-measure-remanded-rate = remanded, share
app-measure-dismissed-rate = dismissed, share
app-measure-cases-per-fte = cases per FTE
app-measure-total-cases = cases in total
app-measure-fte = full-time equivalents
app-measure-recommended-low = guideline, from
app-measure-recommended-high = guideline, to
app-unit-count = { "" }
app-months = January February March April May June July August September October November December
app-unit-percent = per cent
app-unit-cases-per-fte = cases per FTE
app-unit-fte = FTE
app-unit-dkk = DKK
app-unit-weeks = weeks
app-unit-months = months
app-unit-persons = persons
app-unit-rank = (rank)
app-doubt-columns-guessed = the table's columns are guessed
app-doubt-letters-guessed = letters or digits are guessed
app-doubt-place-not-settled = it is not settled which municipality the figure is about
app-doubt-period-not-settled = the period is not settled
app-doubt-scope-not-settled = the area is not settled
app-doubt-doubted-by-the-document-itself = the document itself has reservations
app-doubt-unit-not-said = the unit is not said
app-pick-title = Open minutes
app-pick-minutes = Minutes
app-pick-all = All files
app-no-display = Without a window, sidestil extract, minutes, check, chart, export and note work.
app-no-display-screen = Sidestil cannot open a window: there is no display.
app-no-display-graphics = Sidestil cannot open a window: the display's graphics (OpenGL) cannot be used.
app-no-display-library = Sidestil cannot open a window: the system lacks { $name }.
app-no-display-other = Sidestil cannot open a window on this machine.

## Document list
doc-list = Documents
doc-waiting = Waiting
doc-reading = Reading …
doc-figures = { $figures ->
    [one] one figure
   *[other] { $figures } figures
}
doc-nothing = No key figures found in { $name }
doc-failed = Could not be read
doc-retry = Try again
doc-close = Close { $name }
doc-unknown-place = Unknown municipality
doc-unknown-date = unknown date
doc-agenda = agenda

## Source panel
source-title = Source
source-back = Back
source-hide = Hide the source
source-line = line { $line }
source-page = page { $page }
source-passage = Highlighted: { $text }
source-figure = Figure in the text: { $figure }
source-also = In the same place
source-computed = Computed by Sidestil from the figures in the text
source-uncertain = Uncertain figure
source-failed = { $name } could not be read
source-closed = The document has not been read yet.
source-as-page = Page
source-as-text = Text
source-page-of = Page { $page } of { $count }
source-page-changed = The file has changed since it was read. Close it and open it again to see its pages.
source-page-failed = The page cannot be drawn. Its words can be read under Text.
source-page-limit = The page is too heavy to draw. Its words can be read under Text.
source-smaller = Smaller
source-larger = Larger
source-fit = Fit the width of a line
source-previous = Previous figure
source-next = Next figure
source-figure-of = figure { $figure } of { $count }
source-figures = { $count ->
    [one] one figure
   *[other] { $count } figures
}

## Menus
menu-file = Files
menu-view = View
menu-key-left = left arrow
menu-open = Open files …
menu-open-path = Open from a path …
menu-open-samples = Open the samples
menu-close-all = Close all documents
menu-cancel = Stop reading
menu-export = Export …
menu-save-note = Meeting note …
menu-save-window = Save window as picture …
menu-quit = Quit
menu-zoom = Size
menu-zoom-in = Larger
menu-zoom-out = Smaller
menu-zoom-reset = Normal size
## Export
export-sheet-figures = Figures
export-sheet-findings = Findings
export-sheet-sources = Sources
export-col-place = Municipality
export-col-period = Period
export-col-topic = Topic
export-col-scope = Scope
export-col-measure = Measure
export-col-value = Value
export-col-unit = Unit
export-col-hedge = Hedge
export-col-origin = Origin
export-col-certainty = Certainty
export-col-reason = Why uncertain
export-col-findings = Findings
export-col-document = Document
export-col-date = Meeting date
export-col-item = Item
export-col-page = Page
export-col-line = Line
export-col-quote = Quote
export-col-characters = As printed
export-col-severity = Weight
export-col-rule = Check
export-col-finding = Finding
export-col-stated = Stated
export-col-recomputed = The check gives
export-col-committee = Committee
export-col-kind = Kind
export-col-figures = Figures
export-col-hash = Checksum (SHA-256)
export-origin-stated = printed
export-origin-computed = computed
export-origin-corrected = corrected
export-origin-added = added
export-certain = certain
export-uncertain = uncertain
export-kind-minutes = minutes
export-kind-agenda = agenda
export-kind-unknown = document
export-about = Exported by Sidestil { $version } on { $date }.
export-about-origin = Printed figures stand as the document writes them; computed figures follow from printed ones, which the quote names.
export-what = What:
export-chart = Chart
export-charts = All charts into a folder
export-figures-of = The chart's figures
export-view = Chart
export-figures-all = All figures
export-window = The whole window
export-format = Format:
export-size = Size:
export-colours = Colours:
export-png = PNG
export-svg = SVG with text
export-svg-outlines = SVG with letters as outlines
export-slide = 16:9
export-a4 = A4 across
export-square = Square
export-width = Width
export-height = Height
export-xlsx = Excel (.xlsx)
export-csv-excel = CSV for a Danish Excel
export-csv = CSV for programs
export-markdown = Markdown
export-note-hint = The note begins with the page that you look at and follows the chosen municipalities, period and area.
export-copy = Copy picture
export-copy-hint = Put the picture on the clipboard, so that it can be pasted into another program
app-copied = The picture is on the clipboard.
chart-source-item = item { $n }
chart-source-line = line { $n }
chart-source-page = page { $n }
export-scope-all = all
export-kept-back = Findings that name a person and therefore stand only in the program: { $n }
export-name = [name]
export-corrected = printed: { $stated }. Reason: { $reason }
export-added = reason: { $reason }
chart-by-hand = Red corner: corrected or added by the user: { $list }{ $more ->
    [0] .
   *[other] {" "}and { $more } more.
}
chart-corrected = { $subject }, { $measure }: { $value } (printed: { $stated })
chart-added = { $subject }, { $measure }: { $value } (added)
chart-computed-overview = Computed by Sidestil: reversal rates with counts, their uncertainty, distance and verdict. What the document itself says stands after "printed".
chart-computed-distance = Computed by Sidestil: distance, uncertainty and verdict, and rates with counts ("45 of 128"). Rates read in the document are called printed.
chart-computed-funnel = Computed by Sidestil: the limits, and the rates whose counts the document gives.
chart-computed-series = Computed by Sidestil from the printed counts: { $list }. The other rates are printed.
chart-computed-heat = Computed by Sidestil: the means at the foot. The rest is printed.
chart-computed-whatif = Computed by Sidestil: target, staff and percentages. Today's cases and staff are printed.
chart-open-finding = { $meeting }, line { $line }: { $rule }
chart-open-findings = The checks have findings on figures shown here: { $list }{ $more ->
    [0] .
   *[other] {" "}and { $more } more.
}

## Work: saving, opening, undoing
ws-file-name = My comparison
ws-save-title = Save the work
ws-save-text = The file remembers the documents, your corrections with their reasons, what you compare, and the figures as they are now.
ws-exists = Another work of that name is there, or somebody else has changed it. Replace it?
ws-saved = The work is saved: { $name }
ws-save-failed = The work was not saved: { $name }
ws-foreign = { $name } is not a work that Sidestil can read, and is not written over. Choose another name. ({ $detail })
ws-unreadable = { $name } could not be opened ({ $detail }).
ws-damaged = { $name } is damaged and was not opened. The file was not changed. ({ $detail })
ws-newer = { $name } was saved by a newer Sidestil (version { $detail }) and was not opened. The file was not changed.
ws-choice-unknown = The choice of municipalities and periods in the file was not understood; everything else is open.
ws-recovered = Your last work is back. Save it before you close.
ws-lost = { $count } corrections did not find their figure in the documents. They are kept, and used if the figure is found again.
ws-changed = changed since the work was saved
ws-from-saved = shows the saved figures
ws-accept = Use the new one
ws-accept-hint = Use the document as it is now. Your corrections follow where the figure stands in the same sentence.
ws-find = Find …
ws-find-hint = Show where the document is now.
ws-use-saved = Use the saved figures
ws-use-saved-hint = Go on with the figures and sentences as they were saved. The rest of the document cannot be shown.
ws-unsaved-title = Save your work?
ws-unsaved-text = You have changes that are not saved. They are lost if you do not save them.
ws-unsaved-save = Save
ws-unsaved-discard = Do not save
ws-recover-title = Go on where you left off?
ws-recover-text = Sidestil was not closed properly last time. Your work was kept.
ws-recover-open = Go on
ws-recover-discard = Begin anew
undo-choice = choice
undo-open = { $count ->
    [one] open { $name }
   *[other] open { $count } documents
}
undo-close = { $count ->
    [one] close { $name }
   *[other] close { $count } documents
}
undo-confirm = confirm figure
undo-correct = correct figure
undo-leave-out = leave figure out
undo-add = add figure
undo-document = correct the document's details
undo-restore = restore figure
menu-confirm = Confirm the figure …
menu-correct = Correct the figure …
menu-leave-out = Leave the figure out …
source-facts = Correct details …
menu-edit = Edit
menu-new = New
menu-save = Save the work
menu-save-as = Save the work as …
menu-undo = Undo
menu-redo = Redo
menu-find = Search all documents …
menu-palette = Find a command …
menu-room = Meeting room
menu-happened = What happened

## Corrections
decide-confirm = Confirm the figure
decide-correct = Correct the figure
decide-leave-out = Leave the figure out
decide-add = Add a figure
decide-document = The document's details
decide-confirm-short = Confirm …
decide-correct-short = Correct …
decide-leave-out-short = Leave out …
decide-add-short = Add a figure …
decide-add-hint = Add a figure that { $name } does not hold
decide-document-short = Correct municipality, committee and date …
decide-restore = Restore
decide-save = Save
decide-stated = Printed: { $figure }
decide-reason = Reason
decide-reason-hint = Why? The reason stays with the figure.
decide-reason-seen = Checked in the source
decide-reason-sum = Fits the sum
decide-reason-read-wrong = Read wrongly
decide-reason-official = Corrected after Ankestyrelsen's figures
decide-reason-other = About something else
decide-reason-error = Mistake in the minutes
decide-reason-told = Told by the administration
decide-reason-front = On the front page
decide-reason-file = In the file's name
decide-place-hint = e.g. Lejre
decide-period-hint = e.g. 2023, 2023-H1, 2023-Q3 or 2021..2023
decide-scope-hint = Alle, SEL, SEL § 41 or target group
decide-value-hint = e.g. 48 or 26.9
decide-committee = Committee
decide-committee-hint = e.g. Socialudvalget
decide-date = Date of the meeting
decide-date-hint = e.g. 2024-05-14
decide-needs-reason = Write a reason.
decide-needs-place = Write which municipality the figure is about.
decide-needs-period = Write the period as 2023, 2023-H1, 2023-Q3 or 2021..2023.
decide-needs-scope = Write what the figure covers, for example Alle.
decide-needs-value = Write the figure in digits.
decide-needs-date = Write the date as 2024-05-14.
decide-was-confirmed = Confirmed { $date }: { $reason }
decide-was-corrected = Corrected { $date }: { $reason }
decide-was-left-out = Left out { $date }: { $reason }
decide-was-added = Added { $date }: { $reason }
decide-was-set = Set by hand { $date }: { $reason }
data-column-stated = Printed
data-column-origin = Origin
data-column-spot = Place in text
data-columns = Columns
data-choose-kind = Which figures
data-kind-all = all figures
data-kind-certain = certain
data-kind-uncertain = uncertain
data-kind-decided = my corrections
data-topic-all = all topics
data-place-all = all municipalities
data-want-all = Show all
data-choose-row = Click a figure to see its sentence, and to confirm, correct or leave it out.
data-left-out = left out
data-repeated = counted once
data-origin-stated = printed
data-origin-confirmed = confirmed
data-origin-corrected = corrected
data-origin-added = added
data-origin-computed = computed
app-doubt-left-out-by-the-user = left out by you
app-doubt-counted-in-another-document-of-the-meeting = counted in another document of the meeting
doc-twin = Same meeting as { $name }: counted only once
source-in-chart = Show in the chart
source-in-chart-hint = Go to the chart that draws the figure
source-not-in-chart = No chart draws the figure as things are chosen now. Here it is in the table.
source-elsewhere = Also in:

## Search and commands
search-open = Search
search-title = Search all documents
search-hint = words, "whole phrases" or numbers
search-leave = Close the search
search-how = All words must stand in one paragraph. A number is found however it is written: 1234.5 also finds 1.234,5.
search-busy = Searching …
search-none = Nothing found.
search-count = { $count ->
    [one] One place
   *[other] { $count } places
} in documents from { $places ->
    [one] one municipality
   *[other] { $places } municipalities
}
search-more = The first { $count } places. Write more words to find fewer.
palette-title = Find a command
palette-hint = Write what you want
palette-none = No command fits.
palette-search = Search for “{ $query }” in all documents
palette-document = document
palette-place = municipality
palette-only = Show only { $place }
happened-title = What happened
happened-none = Nothing yet.
happened-open = Events ({ $count })
room-empty = There is no chart to show yet. Open minutes with figures.
room-how = Up and down arrows: next figure and its sentence. Right and left arrows: next chart. Esc: back.
room-next = Next chart
room-previous = Previous chart
room-leave = Leave the meeting room
## Meeting note
note-title = Meeting note
note-lead = Built on { $meetings }. The figures were read in the documents and recomputed; what is not settled is left out.
note-foot = Sidestil · { $date } · built from checked figures and fixed sentences
note-page = Page { $page } of { $pages }
note-empty = The documents do not give enough figures for a note.
note-more-places = { $n } more municipalities have figures; choose those to compare.
note-left-out = Sidestil shows { $n } more points than there is room for here.
note-claims = What is written, and what the numbers show
note-decisions = What was decided
note-missing = What is missing
note-questions = Questions that the numbers raise
note-interval = uncertainty (95%): { $interval }
note-cases-of = { $of } cases
note-of-cases = of { $n } cases
note-computed = computed
note-printed = printed
note-too-few = too few cases for a percentage
note-unproven = printed without counts; the base is unknown
note-printed-as = printed: { $rate }
note-nation = whole country: { $rate }
note-nation-unlike = whole country: { $rate }, another or unknown base
note-cases-per-fte = cases for one full-time employee
note-guideline = guideline: { $range } ({ $issuer })
note-among = { $n } municipalities: { $low }–{ $high }, the median is { $median }
note-closed = "{ $title }" is a closed item.
note-pending = "{ $title }" is on the agenda; nothing is decided yet.
note-undecided = "{ $title }": no decision found.
note-decided = "{ $title }": "{ $decision }"
note-decided-by = "{ $title }", { $body }: "{ $decision }"
note-gap-not-compiled = { $n ->
    [one] 1 value was not compiled.
   *[other] { $n } values were not compiled.
}
note-gap-suppressed = { $n ->
    [one] 1 value is held back since the number is small.
   *[other] { $n } values are held back since the numbers are small.
}
note-gap-blank = { $n ->
    [one] 1 cell of the table is empty; that is not the same as 0.
   *[other] { $n } cells of the table are empty; that is not the same as 0.
}
note-uncertain = { $n ->
    [one] 1 figure was read with doubt and is not in the chart.
   *[other] { $n } figures were read with doubt and are not in the chart.
}
note-ask-numbers = It says "{ $stated }", and the numbers give { $recomputed }. What explains the difference?
note-ask-base = It says "{ $stated }", and the counts give { $recomputed }. Which cases is the percentage a share of?
note-ask-base-open = It says "{ $stated }" without counts. Which cases is it a share of, and are dismissed cases among them?
note-ask-scope = In "{ $quote }" the figures do not cover the same. What does each of them cover?
note-ask-unit = Which unit have the figures in "{ $quote }"?
note-ask-total = It says "{ $stated }", which means { $recomputed } cases. How many were there in all?
note-ask-target = The target is said to be met, and the counts give { $recomputed }. Which number is the target measured on?
note-ask-two = Both { $stated } and { $recomputed } stand for the same thing: "{ $quote }". Which one holds?
note-ask-claim = The numbers show { $recomputed }. What does "{ $quote }" rest on?
note-ask-claim-open = Which numbers does "{ $quote }" rest on?
note-ask-chance = The numbers show { $recomputed }. What does the judgement "{ $quote }" rest on?



## Views: overview, distance, funnel, areas, committees, tables
app-page-appeals = Appeal outcomes
app-page-caseload = Caseloads
app-page-other = Other figures
app-chart-overview = Overview
app-chart-distance = Distance
app-chart-funnel = Funnel plot
app-chart-areas = Laws and paragraphs
app-chart-committees = Committees and departments
app-chart-heat = Caseloads as a table
app-chart-staffing = Cases and staff
app-chart-whatif = What would it take
app-chart-indicators = Other figures
chart-file-overview = overview
chart-file-distance = distance
chart-file-funnel = funnel
chart-file-areas = areas
chart-file-committees = committees
chart-file-heat = caseload-table
chart-file-staffing = cases-staff
chart-file-whatif = what-would-it-take
chart-file-indicators = other-figures
chart-who-region = Own region
chart-who-mean = The chosen together
chart-who-target = Own target
chart-verdict-above = above { $who }
chart-verdict-below = below { $who }
chart-verdict-same = not distinguishable from { $who }
chart-verdict-few = too few cases
chart-verdict-unlike = other or unknown base
chart-points = { $n } points
chart-per-fte = { $n } per FTE
chart-key-distance = Distance to { $who } in points, with uncertainty (95%)
chart-key-municipality = Municipality
chart-key-limit-95 = Limit of chance, 95%
chart-key-limit-998 = Limit, 99.8%
chart-key-lowest = Lowest of the column
chart-key-highest = Highest of the column
chart-col-told = Verdict
chart-col-topic = Topic
chart-col-measure = Figure
chart-col-value = Value
chart-axis-cases = Cases
chart-axis-staff = Full-time equivalents
chart-axis-total = Cases in all
chart-overview-title = Overview
chart-overview-empty = The documents hold no certain figures for complaints or caseloads.
chart-overview-rate = Reversal rate
chart-overview-distance = Distance to { $who }
chart-overview-verdict = Verdict
chart-overview-outcomes = Outcomes, cases
chart-overview-caseload = Cases per FTE
chart-overview-groups = Groups above guideline
chart-overview-findings = Findings in Checks
chart-overview-no-base = dismissed not told
chart-overview-no-yardstick = nothing to compare with
chart-overview-not-even = cannot be compared
chart-overview-level = { $who } { $period }: { $rate }
chart-overview-chance = by chance: { $p }
chart-overview-staff = { $cases }{"\u00A0"}cases, { $staff }{"\u00A0"}FTE
chart-overview-grave = { $n ->
    [one] one changes a conclusion
   *[other] { $n } change a conclusion
}
chart-distance-title = Distance to { $who }
chart-distance-subtitle = The municipality's reversal rate minus { $who }, same year and area
chart-distance-empty = No municipality has a reversal rate that can be held against one of the same year, area and base. Choose something else under "Compare with", such as the chosen municipalities together or a target of your own.
chart-distance-of = { $own } against { $rate } · { $cases }
chart-mark-distance = { $place }, { $subject }: { $distance } from { $who } ({ $rate }), { $verdict }
chart-note-distance-missing = { $places }: { $who } is not told for the same year and area, or stands on another base, so the distance cannot be computed.
chart-note-verdict = "Above" and "below" are only said where chance alone would give so great a difference in less than 2.5% of cases (exact binomial test, one-sided). Else the municipality cannot be told from what it is compared with. Below ten cases nothing is said.
chart-funnel-title = Reversal rate by number of cases
chart-funnel-subtitle = The fewer cases, the more a rate swings by itself. Within the funnel, chance may explain the difference.
chart-funnel-empty = No municipality has a reversal rate that can be held against one of the same year, area and base. Choose something else under "Compare with", such as the chosen municipalities together or a target of your own.
chart-note-funnel = The limits are exact binomial limits round { $who } for the same year and area: 95% and 99.8% (Spiegelhalter 2005). Each year and area has its own plot, since their levels differ.
chart-note-funnel-most = { $n } more years and areas are not drawn; choose a period or an area to see them.
chart-mark-funnel = { $place }: { $rate } of { $cases } cases, { $verdict } ({ $who } { $nation })
chart-areas-title = Reversal rate by law and paragraph
chart-areas-empty = The documents do not split the complaints by law or paragraph. The split is often in an attachment: open that too.
chart-note-areas = Each municipality stands on its newest year in each area. All plots share one scale.
chart-note-areas-few = Below ten cases a single case moves the rate by more than ten points. Counts are shown instead of percent.
chart-committees-title = Reversal rate by committee and department
chart-committees-empty = The documents do not split the complaints by committee or department. The split is often in an attachment: open that too.
chart-committees-rest = The rest
chart-committees-computed = computed by Sidestil
chart-note-committees-rest = Rows "computed by Sidestil" are what the shown parts leave of the whole. They do not stand in the minutes.
chart-note-committees = Committees and departments are the municipality's own split. It does not follow the map's paragraphs and must not be mixed with them.
chart-heat-title = Cases per FTE, all groups
chart-heat-subtitle = In each column the shade goes from the lowest to the highest municipality; it does not say what is good.
chart-heat-empty = The documents hold no certain figures for cases per FTE.
chart-mean-simple = Simple mean
chart-mean-weighted = Weighted mean
chart-note-heat-blank = An empty cell: the municipality's documents do not speak of the group at all.
chart-note-heat-means = Simple mean: each municipality counts the same. Weighted mean: all cases over all staff; shown only for all groups together.
chart-staffing-title = Total cases and staff
chart-staffing-empty = The documents do not tell both total cases and staff for at least two municipalities.
chart-mark-staffing = { $place }: { $cases } cases and { $staff } FTE, { $each } per FTE
chart-note-staffing = Municipalities on the same dashed line carry the same number of cases per FTE.
chart-note-means = Means of those shown: { $weighted } weighted (all cases over all staff) and { $simple } simple (each municipality counts the same).
chart-whatif-title = What would another caseload take
chart-whatif-subtitle = Staff needed for the level of the other municipalities together, with the same cases
chart-whatif-subtitle-level = Staff needed for { $n } cases per FTE, with the same cases
chart-whatif-empty = The documents hold no certain figures for cases per FTE.
chart-whatif-now = Now
chart-whatif-now-small = cases per FTE
chart-whatif-level = Aim
chart-whatif-level-small = cases per FTE
chart-whatif-more = Would take
chart-whatif-more-small = more or fewer FTE
chart-whatif-to-guideline = to the guideline's upper end { $n }
chart-whatif-to-others = to the simple mean of the others
chart-whatif-fte = { $n } FTE
chart-whatif-within = not above
chart-whatif-from-to = from { $from } to { $to }
chart-whatif-at-most = { $from } (at most { $to })
chart-note-whatif = A sum, not a forecast: it takes the same cases, and the same way of counting cases and staff in all municipalities, for granted. Municipalities divide the work differently, and a lower caseload is not in itself better casework.
chart-note-whatif-groups = For the target groups the number of cases is not told, only cases per FTE. So what is shown is how many percent more staff the group would need; it cannot be added up to staff.
chart-indicators-title = Other figures
chart-indicators-subtitle = The documents' other figures, topic by topic
chart-indicators-empty = The documents hold no other certain figures.
chart-note-indicators = Bars begin at 0. A rank is a place in an order and does not say how great the difference is.
chart-rank-of = no. { $n } of { $all }
chart-rank = no. { $n }
chart-persons = { $n } persons
chart-millions = DKK { $n } million
app-choice-shared = the same year for all (the newest that most have)
chart-within-nation = the whole country
chart-within-region = its region
chart-within-mean = the chosen together
chart-within-target = the own target
chart-overview-changed = changed
chart-committees-others = All but { $scope }

## Terms, with definition and source
term-upheld = The National Board of Appeal agrees with the municipality's decision, which stands. (Ankestyrelsen: Begreber og forklaringer)
term-remanded = The case goes back to the municipality, mostly because information is missing. The new decision may be the same. (Ankestyrelsen: Forstå statistikken)
term-changed = The National Board of Appeal has changed or annulled the municipality's decision. (Ankestyrelsen: Begreber og forklaringer)
term-dismissed = The complaint was dismissed, referred or dropped, and so not decided on its merits. It does not count in the official reversal rate. (Ankestyrelsen: Forstå statistikken)
term-rate = Remanded and changed cases in percent of the cases decided on the merits. A case with several partial decisions counts by the most far-reaching. The line shows the uncertainty: 95% Wilson interval. (Ankestyrelsen: Afgørelsestyper og omgørelsesprocent; Wilson 1927)
term-unproven = The rate is printed without counts, so it cannot be checked whether dismissed cases are counted in.
term-yardstick = What the municipality is held against, always for the same year and area. Hollow where its base is another or unknown. Choose it under "Compare with".
term-funnel = The limit within which a rate swings by chance if the municipality's cases fell like the yardstick's. Exact binomial distribution. (Spiegelhalter 2005)
term-guideline = The social workers' union's guideline caseloads, as the minutes quote them. A recommendation, not a legal requirement, and changed over time. (Dansk Socialrådgiverforening)
term-distance = The municipality's reversal rate minus the yardstick's for the same year and area, in percentage points.
term-verdict = "Above" and "below" are only said where chance would give so great a difference in less than 2.5% of cases (exact binomial test, one-sided). Below ten cases nothing is said.
term-outcomes = Upheld, remanded and changed: decided on the merits. Dismissed: not decided, and counted apart. (Ankestyrelsen: Afgørelsestyper og omgørelsesprocent)
term-caseload = Cases over full-time equivalents for all groups together, as the document tells them.
term-groups = How many target groups lie above the upper end of the social workers' union's guideline, of those that it covers.
term-findings = Places in the municipality's own documents where numbers contradict each other, are missing or cannot be checked.

## Choices, checks and cases
app-choice-search = Find municipality
app-choice-nothing = No municipality fits the search.
app-choice-groups = Groups and regions
app-choice-groups-source = Municipality groups: Statistics Denmark (2018). Only municipalities that the documents have figures for.
app-choice-up = Move { $place } up
app-choice-down = Move { $place } down
app-choice-newest-short = newest
app-choice-shared-short = same year
app-choice-widest-short = widest
app-choice-comparator = Compare with: { $chosen }
app-choice-comparator-place = One municipality:
app-group-capital = Capital municipalities
app-group-metropolitan = Metropolitan municipalities
app-group-provincial = Provincial town municipalities
app-group-commuter = Commuter municipalities
app-group-rural = Rural municipalities
app-level-others = Reach the level of the others together
app-level-own = Reach another level:
checked-count-a = { $n ->
    [one] one changes a conclusion
   *[other] { $n } change a conclusion
}
checked-count-b = { $n ->
    [one] one wrong number or unclear base
   *[other] { $n } wrong numbers or unclear bases
}
checked-count-c = { $n ->
    [one] one minor error
   *[other] { $n } minor errors
}
checked-count-none = no findings
checked-skipped = not checked: only the saved figures are here, not the document
checked-count-passed = { $n ->
    [one] one check passed
   *[other] { $n } checks passed
}
checked-passed-title = Passed ({ $n })
checked-unchecked-title = Could not be checked ({ $n })
checked-unsure = Uncertain figures ({ $n }): kept out of charts until someone confirms them
checked-lost = Promised by the text and not in the file ({ $n })
checked-untold = Blank cells, or not compiled ({ $n })
checked-idle = Here there was nothing to check: { $list }.
app-cases-tab-themes = Side by side by theme
app-cases-tab-loops = Open loops
app-cases-tab-items = All items
app-cases-case = Case no. { $case }
app-cases-recommendation = Recommendation
app-cases-attachments = { $n ->
    [one] One attachment
   *[other] { $n } attachments
}
app-votes-for = For: { $who }
app-votes-against = Against: { $who }
app-votes-abstaining = Abstained: { $who }
app-loops-none = Nothing is deferred, lapsed or promised in the open documents.
loop-duty = The map of complaints: no decision on an action plan
loop-duty-hint = The council must treat the map of complaints before the end of the year and decide on an action plan (retssikkerhedsloven § 79 b).
loop-duty-told = Treated at the meeting of { $date }. A decision on an action plan does not stand in the document; it may have been made elsewhere.
loop-lapsed = Lapsed on equal votes
loop-lapsed-hint = The votes were equal, so nothing was decided.
loop-deferred = Deferred
loop-deferred-hint = The item is deferred, and no later decision stands in the document.
loop-promised = Promised note or answer
loop-promised-hint = The administration promised a note, an overview or an answer.
loop-closed = Closed items
loop-closed-hint = Treated behind closed doors.
checked-see = See also:
## Help
menu-help = Help
help-title = Help
help-close = Close
help-version = Sidestil { $version }
help-use = How to use Sidestil
help-use-open = Open: Drop minutes on the window, or choose them with Ctrl+O. Several municipalities can be open at once.
help-use-compare = Compare: Choose municipalities, year and part above the charts. Where they stand on different years or bases, the chart says so.
help-use-click = See the source: Click a bar or a number. The sentence that it was read from is shown in the document's own words.
help-use-correct = Correct: A number can be corrected or left out, with a reason. The printed number stays beside it.
help-use-take = Take away: Ctrl+E saves pictures, tables and a note for the meeting. All that you take away names its sources.
help-words = What the words mean
help-word-rate = Reversal rate: Remanded and changed cases in percent of those that the Appeals Board considered on their merits. Dismissed cases do not count. Source: Ankestyrelsen, terms and explanations of the statistics.
help-word-considered = Considered: Cases that the Appeals Board decided on their merits: upheld, changed and remanded.
help-word-upheld = Upheld: The Appeals Board agrees, and the municipality's decision stands.
help-word-changed = Changed: The Appeals Board made another decision, or the municipality's decision no longer stands.
help-word-remanded = Remanded: The municipality must decide the case again, for example since information was missing. It may end the same way, so remanded does not mean wrong.
help-word-dismissed = Dismissed: The Appeals Board did not consider the case, for example since it came too late or was withdrawn.
help-word-map = Danmarkskortet: Reversal rates on social services of all municipalities, published each year (retssikkerhedsloven § 84 a). The municipal council must treat it before the end of the year and decide on an action plan (retssikkerhedsloven § 79 b).
help-word-child = Barnets Lov: In force from 1 January 2024. Parts of serviceloven moved here, so figures on children before and after do not cover the same.
help-word-nation = Whole country: The national figure of the same year and part, as the documents state it. It moves from year to year.
help-word-interval = Uncertainty (95%): How far the percentage may lie from the true share by chance alone. The fewer cases, the wider. After Wilson (1927).
help-word-caseload = Cases per employee: Open cases divided by the number of full-time positions.
help-word-guideline = Guideline: A range that an organisation recommends, such as Dansk Socialrådgiverforening. It holds for one target group and changes with time.
help-word-appeal = Complaint: The municipality's decisions on social matters can be brought before Ankestyrelsen (retssikkerhedsloven § 60). The municipality first looks at the case again itself (§ 66), so some complaints never reach Ankestyrelsen.
help-found = How figures are found and checked
help-found-read = Reading: Sidestil reads text and tables by fixed rules and words. Nothing is guessed, and no language model is used.
help-found-place = Source: Every printed number remembers its document, item, page or line, and the characters it was read from.
help-found-doubt = Uncertain figures: Where it cannot be settled what a number is about, it is kept with the reason and left out of the charts until somebody confirms it.
help-found-check = Checks: Percentages, changes, sums and averages are recomputed. The page Checks shows what is written and what the numbers give.
help-found-fault = Misprints: A number that cannot be right is never repaired in silence. It is shown as printed, with a finding.
help-found-note = Note: It follows your choice. It begins with the page that you look at and keeps to the chosen municipalities and period; where an area is chosen, it is about complaints only.
help-marks = What the marks mean
help-mark-computed = computed: Reckoned by Sidestil from printed numbers, which the source names.
help-mark-printed = printed: Stands like that in the document.
help-mark-hollow = Hollow sign: The percentage is printed without counts, or on another base. It should not be compared directly.
help-mark-stripes = Stripes: Remanded cases, so that they can be told without colours.
help-mark-few = Too few cases: Below ten cases only counts are shown, for a single case moves the percentage by more than ten points.
help-mark-dash = Dash (–): The number is not stated. That is not the same as 0.
help-mark-corrected = Red corner: The figure was corrected or added by you. Under the chart it says what was printed.
help-mark-finding = Finding: The checks found something about a figure that is shown. In pictures it stands under the chart, with its line and reason.
help-not = What Sidestil cannot read
help-not-scan = Scanned pages: Pages that are pictures without text. Ask for an edition with text.
help-not-picture = Figures: Numbers that stand only in a picture or diagram. The checks say where the text refers to one that is missing.
help-not-old = Old formats: Word files like .doc and Excel files like .xls. Save them as .docx or .xlsx.
help-not-locked = Locked files: PDF files with a password are read once you give it. Word and Excel files with a password cannot be read; save them without.
help-not-judge = Causes: Why the numbers are as they are. Sidestil says what is written and what the numbers give, not who is right.
help-safe = Your documents
help-safe-net = No network: Sidestil fetches nothing and sends nothing. The documents stay on your machine.
help-safe-files = Files: A file is saved whole or not at all, and another file is replaced only when you say yes.

chart-key-law = Barnets Lov (children's act) from 2024

## Other indicators: units

app-unit-years = years
app-unit-days = days
app-unit-points = points
app-unit-percentage-points = percentage points

## Views: neighbours, one base only, empty pages

app-choice-neighbours = Neighbours
app-choice-neighbours-of = Neighbours of { $place } ({ $n })
app-choice-neighbours-hint = { $place } and those of its neighbours that the documents have figures for.
app-choice-neighbours-source = Neighbours share a border on land or are joined by a road bridge over a sound. Borders: Geodatastyrelsen (2014).
app-bases-official = Holds only without dismissed:
app-bases-with-dismissed = Holds only with dismissed:
app-bases-official-alone = The rate holds only if dismissed cases are not counted in.
app-bases-with-dismissed-alone = The rate holds only if dismissed cases are counted in.
app-bases-more = { $n } more …
app-bases-all = { $n } rates …
chart-one-base-proof = { $reversed } of { $official } is { $without } without dismissed cases; { $reversed } of { $all } is { $with } with them.
chart-hedge-below = just under
chart-hedge-above = just over
chart-hedge-about = about
app-page-empty = The figures may stand in other minutes or attachments. Open more documents, or choose other municipalities or another period above.
