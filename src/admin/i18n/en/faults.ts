/** What the server refused or could not do. */
export const faultsEn = {
  errors: {
    network: { title: "The server could not be reached", remedy: "Check your connection and try again." },
    forbidden: {
      title: "You may not see the reconciliation",
      remedy: "Ask an administrator for the right to view reconciliations.",
    },
    notFound: {
      title: "This order was not found",
      remedy: "Reload the page; the order may have been deleted.",
    },
    server: {
      title: "The reconciliation could not be loaded",
      remedy: "Try again; if it persists, look for this error in the server's log.",
    },
    act: {
      network: {
        title: "No answer came: it may have been done",
        remedy: "Nothing that was typed is lost. Trying again sends the very same, which is done only once.",
      },
      server: {
        title: "It could not be done",
        remedy:
          "Nothing that was typed is lost. Trying again sends the very same, which is done only once; if it persists, look for this error in the server's log.",
      },
    },
    code: "Code:",
    retry: "Try again",
  },
}

export type FaultsWords = typeof faultsEn
