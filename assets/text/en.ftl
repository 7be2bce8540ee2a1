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
