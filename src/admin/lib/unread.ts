/** What a page wanted to read. */
export type Unread = "list" | "instalments" | "overview" | "audit" | "runs" | "run" | "settings"

/** Codes whose remedy is meant for who asked for something to be done. */
const OF_ACTS: ReadonlySet<string> = new Set(["database_unreachable"])

/** An error as far as it matters here. */
interface Failed {
  readonly status: number | null
  readonly body: { readonly code: string } | null
}

interface UnreadWords {
  readonly title: string
  /** Null where the error tells itself. */
  readonly text: string | null
  /** The same: of an error with a cure of its own. */
  readonly remedy: string | null
}

/** How it is told that something could not be read: reading changes nothing, so there is nothing to look for. */
export function unreadWords(what: Unread, { status, body }: Failed, t: (key: string) => string): UnreadWords {
  return {
    title: t(`unread.${what}`),
    text: status === null ? t("unread.network") : null,
    remedy: !body || OF_ACTS.has(body.code) ? t("unread.remedy") : null,
  }
}
