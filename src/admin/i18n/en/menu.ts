/** What the sidebar and the topbar say, and a list before its own words are there. */
export const menuEn = {
  menu: {
    title: "Reconciliation",
    unreconciled: "Unreconciled",
    transactions: "Transactions",
    instalments: "Instalments",
    runs: "Runs",
    run: "Run {{id}}",
    audit: "Audit of the shop",
    checks: "Checks of the books",
    loading: "Loading the transactions…",
    many: "This many rows are shown at once. Narrow the list to see the others, or save it as a file.",
    oldOrders: "Old orders…",
    loadingInstalments: "Loading the planned payments…",
    loadingRuns: "Loading the runs…",
    loadingSettings: "Loading the settings…",
    none: "Everything is reconciled",
    count_one: "{{count}} transaction is not reconciled",
    count_other: "{{count}} transactions are not reconciled",
  },
}

export type MenuWords = typeof menuEn
