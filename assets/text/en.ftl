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
read-password = The file is protected by a password. Save a copy without the password and open that.
read-scanned = The file holds only pictures of pages, no text. Ask for a version with text, or run text recognition first.
read-damaged = The file is damaged ({ $detail }). Fetch it again.
read-limit = The file goes beyond a limit ({ $limit }). Split it and try again.
read-crashed = Sidestil could not read the file because of an error in the program. The other files are not affected.
read-cancelled = Reading was cancelled. Open the file again to read it.

## The command line
cli-help =
    Sidestil shows appeal and caseload figures of municipal minutes side by side.

    Usage:
      sidestil [FILES]                 opens the window, with the files if there are any
      sidestil extract FILES           prints one figure a line (CSV)
      sidestil minutes FILES           prints the meeting as JSON: items, decisions, attachments
      sidestil check FILES             prints what the numbers say about what is written
      sidestil chart FILES -o PICTURE  saves the chart as .png or .svg

    FILES may be folders; all minutes in them are read.

    Options:
      --format csv|jsonl    (extract) the format; csv is the usual one
      --computed            (extract) also the figures that Sidestil computed itself
      --format text|jsonl   (check) the format; text is the usual one
      --all                 (check) also the checks that found nothing
      --view VIEW           (chart) appeals, caseload ...
      --size 2400x1350      (chart) the picture's size
      --places NAMES        (chart) municipalities, divided by commas
      --period 2023         (chart) the period; else each municipality's newest
      --theme light|dark    (chart) light or dark
      --lang da|en          Danish or English
      --version             the program's version
      --help                this help

    Exit status: 0 when all files were read; 1 when some were not; 2 for a wrong call.
cli-unknown-option = There is no option { $option } here; "sidestil --help" lists those there are.
cli-no-value = The option { $option } needs a value; "sidestil --help" says which.
cli-bad-value = { $option } cannot be "{ $value }"; write one of these: { $allowed }.
cli-no-files = Name the files to read: sidestil { $command } minutes.txt
cli-no-output = Say where the picture is to be saved: -o appeals.png
cli-unwritten = The result could not be written ({ $detail }). Choose another folder, or make room on the disk.
cli-pages-lost = Page { $pages } could not be read; figures on it are missing. Fetch the file again.
cli-pages-scanned = Page { $pages } holds pictures without text; figures on it are missing. Ask for a version with text.
cli-incomplete = The file is not whole; figures after the break are missing. Fetch the file again.
cli-limit = The file goes beyond a limit ({ $limit }); the rest is missing. Split it.
