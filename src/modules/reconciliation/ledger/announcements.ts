/** What a transaction is to know of the mirror of deposits in the host (docs/spec/mirror.md), and notes for others. */
export interface Mirroring {
  /** Whether money that comes to an order is shown to the host. What is shown already is taken back in any case. */
  readonly isOn: boolean
  /** Notes an order of which the host must be told something once the transaction is committed. */
  readonly announce: (orderId: string) => void
  /** Notes orders, by the ledger's numbers, whose states may have moved once it is (docs/spec/events.md). */
  readonly touch: (documentIds: readonly bigint[]) => void
}

/** The same for a database: it tells of all orders at once, after the commit. */
export interface MirrorOfDatabase {
  readonly isOn: () => boolean
  readonly announce: (orderIds: readonly string[]) => void
  readonly touched: (documentIds: readonly bigint[]) => void
}

export const NO_MIRROR: MirrorOfDatabase = {
  isOn: () => false,
  announce: () => undefined,
  touched: () => undefined,
}

/** What a transaction notes, told when it is over. */
export class Announcements implements Mirroring {
  readonly isOn: boolean
  private readonly orderIds = new Set<string>()
  private readonly documentIds = new Set<bigint>()

  constructor(private readonly mirror: MirrorOfDatabase) {
    this.isOn = mirror.isOn()
  }

  readonly announce = (orderId: string): void => {
    this.orderIds.add(orderId)
  }

  readonly touch = (documentIds: readonly bigint[]): void => {
    for (const id of documentIds) this.documentIds.add(id)
  }

  tell(): void {
    if (this.orderIds.size > 0) this.mirror.announce([...this.orderIds])
    if (this.documentIds.size > 0) this.mirror.touched([...this.documentIds])
  }
}
