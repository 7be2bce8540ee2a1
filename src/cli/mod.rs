//! The command line: extract, minutes, check and chart, and what each prints.
