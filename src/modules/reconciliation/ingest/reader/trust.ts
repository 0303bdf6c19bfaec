import type { OrderReaderView } from "../../../../types/http"

/** What the reader finds of the host at its first read. */
export interface HostSeen {
  /** Versions of the packages whose tables and rules it knows; null where one was not found. */
  readonly packages: Readonly<Record<string, string | null>>
  /** How many of its tables there are, and one text for their columns. */
  readonly tables: number
  readonly digest: string
}

/** The host that the statement was written for, and compared with over every flow. */
export const KNOWN_HOSTS: readonly Omit<HostSeen, "tables">[] = [
  {
    packages: {
      "@medusajs/order": "2.21.2",
      "@medusajs/payment": "2.21.2",
      "@medusajs/link-modules": "2.21.2",
    },
    digest: "4e9f972ff8f7daaff3979e445e9e0a72",
  },
]

/** How many orders of an unknown host must be equal in a trial, and among them what most is likely to differ. */
export const TRIAL = { orders: 200, severalVersions: 1, creditLines: 1 } as const

export interface Compared {
  readonly severalVersions: boolean
  readonly creditLines: boolean
}

interface TrustOptions {
  readonly enabled: boolean
  /** One order in so many is compared. */
  readonly checkEvery: number
  readonly tablesWanted: number
}

/**
 * Whether the reader's answers are taken. A host that is known is trusted and looked at now and then; an unknown one must
 * first be read alike in a trial. Whatever differs ends it for this process: the host's own answer is never wrong for being
 * slower.
 */
export class Trust {
  private standing: Pick<OrderReaderView, "state" | "reason" | "detail">
  private readonly seen = { orders: 0, severalVersions: 0, creditLines: 0 }
  private sinceCheck = 0

  constructor(
    host: HostSeen,
    private readonly options: TrustOptions,
  ) {
    this.standing = { ...beginning(host, options), detail: null }
  }

  get state(): OrderReaderView["state"] {
    return this.standing.state
  }

  get status(): OrderReaderView {
    return { ...this.standing, compared: this.seen.orders }
  }

  /** Which of so many orders that are read now are compared: in a trial all, else one in so many. */
  toCheck<Order>(orders: readonly Order[]): Order[] {
    if (this.state !== "on") return [...orders]
    return orders.filter(() => {
      this.sinceCheck += 1
      if (this.sinceCheck < this.options.checkEvery) return false
      this.sinceCheck = 0
      return true
    })
  }

  equal({ severalVersions, creditLines }: Compared): void {
    this.seen.orders += 1
    if (severalVersions) this.seen.severalVersions += 1
    if (creditLines) this.seen.creditLines += 1
    const isProved =
      this.seen.orders >= TRIAL.orders &&
      this.seen.severalVersions >= TRIAL.severalVersions &&
      this.seen.creditLines >= TRIAL.creditLines
    if (this.state === "trial" && isProved) this.standing = { state: "on", reason: "proved", detail: null }
  }

  /** @returns whether that is news */
  stepBack(reason: "difference" | "statement_failed", detail: string): boolean {
    if (this.state === "off") return false
    this.standing = { state: "off", reason, detail }
    return true
  }
}

function beginning(
  { packages, tables, digest }: HostSeen,
  { enabled, tablesWanted }: TrustOptions,
): Pick<OrderReaderView, "state" | "reason"> {
  if (!enabled) return { state: "off", reason: "switched_off" }
  if (tables < tablesWanted) return { state: "off", reason: "tables_missing" }
  const isKnown = KNOWN_HOSTS.some(
    (host) =>
      host.digest === digest &&
      Object.entries(host.packages).every(([name, version]) => packages[name] === version),
  )
  return isKnown ? { state: "on", reason: "known_host" } : { state: "trial", reason: "unknown_host" }
}
