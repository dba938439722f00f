package io.nightly;

/** The jobs: what each is named after, and how often it is called. */
enum Work {
    REPORT("ReportJobs.daily", 3),
    DIGEST("ReportJobs.weekly", 1),
    SWEEP("ReportJobs.sweep", 2),
    FORECAST("ReportJobs.broken", 2),
    REMINDER("ReportJobs.twice", 2),
    INVOICES("InvoiceJobs.send", 2),
    CLEANUP("CleanupJob", 2),
    EXPORT("ExportJob", 3),
    IMPORT("ImportJob", 3);

    final String name;
    final int rounds;

    Work(String name, int rounds) {
        this.name = name;
        this.rounds = rounds;
    }
}
