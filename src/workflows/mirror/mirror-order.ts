import { randomUUID } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { MirrorWork } from "../../modules/reconciliation/mirrors/mirrors"
import { namesOfMirror } from "../../modules/reconciliation/ingest/mirror-names"
import { ledgerOf } from "../ledger-of"
import { follow } from "./follow"
import { HostSide, type Before } from "./host-side"
import { record } from "./record"
import { takeBack } from "./take-back"

export interface MirroredOrder {
  /** Payments that the host counts now. */
  readonly captured: string[]
  /** What of it could not be done now; it is tried again. */
  readonly failed: number
}

/** Seconds to wait for somebody who edits the order; they do not wait for us longer than that. */
const PATIENCE_SECONDS = 20
/** What is wanted meanwhile is done at once, so often; what comes later is announced anew. */
const ROUNDS = 5

/**
 * Does all that is to be done of an order's mirror: what goes back first, then what comes, then the order's own payments are
 * brought to what is left. One at a time for each order, by the outbox's lease and the host's lock that edits take too.
 * It never throws for what the host refuses: that is noted with the row.
 */
export async function mirrorOrder(container: MedusaContainer, orderId: string): Promise<MirroredOrder> {
  const { mirrors } = ledgerOf(container)
  const holder = randomUUID()
  if (!(await mirrors.lease(orderId, holder))) return { captured: [], failed: 0 }
  const before: Before = async () => {
    if (!(await mirrors.lease(orderId, holder))) throw new LeaseLost(orderId)
  }
  try {
    const turn = new Turn(container, orderId, before)
    return await container
      .resolve(Modules.LOCKING)
      .execute(orderId, async () => turn.take(), { timeout: PATIENCE_SECONDS })
  } finally {
    await mirrors.release(orderId, holder)
  }
}

class LeaseLost extends Error {
  constructor(orderId: string) {
    super(`reconciliation: another process took over the mirror of ${orderId}`)
  }
}

class Turn {
  private readonly host: HostSide
  private readonly captured: string[] = []

  constructor(
    private readonly container: MedusaContainer,
    private readonly orderId: string,
    private readonly before: Before,
  ) {
    this.host = new HostSide(container)
  }

  async take(): Promise<MirroredOrder> {
    const { mirrors } = ledgerOf(this.container)
    for (let round = 1; round <= ROUNDS; round += 1) {
      // oxlint-disable-next-line no-await-in-loop -- what was wanted meanwhile is seen only afterwards
      const rows = await mirrors.workOf(this.orderId)
      if (rows.length === 0 && round > 1) break
      // oxlint-disable-next-line no-await-in-loop -- the same
      const failed = await this.do(rows)
      if (failed > 0) return { captured: this.captured, failed }
      if (rows.length === 0) break
    }
    return { captured: this.captured, failed: 0 }
  }

  /** @returns how many rows failed; nothing is recorded after a row that could not be taken back */
  private async do(rows: readonly MirrorWork[]): Promise<number> {
    const { mirrors } = ledgerOf(this.container)
    const done: MirrorWork[] = []
    try {
      for (const work of rows) {
        // oxlint-disable-next-line no-await-in-loop -- the host's order is changed by one after the other
        if (await this.doOne(work)) done.push(work)
      }
      await this.before("follow")
      await follow(this.host, this.orderId)
    } catch (error) {
      const failed = rows.find((work) => !done.includes(work))
      await this.note(failed ?? rows[0], error)
      return 1
    }
    for (const work of done) {
      // oxlint-disable-next-line no-await-in-loop -- few, and each is a statement
      if (work.state === "withdrawing") await mirrors.markWithdrawn(work)
      // oxlint-disable-next-line no-await-in-loop -- the same
      else if (await mirrors.markRecorded(work)) this.captured.push(namesOfMirror(work.hostName).payment)
    }
    return 0
  }

  private async doOne(work: MirrorWork): Promise<boolean> {
    if (work.state === "wanted") return record(this.host, work, this.before)
    await takeBack(this.host, work, this.before)
    return true
  }

  private async note(work: MirrorWork | undefined, error: unknown): Promise<void> {
    const message = error instanceof Error ? error.message : String(error)
    this.container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`reconciliation: money of ${this.orderId} could not be shown to the host: ${message}`)
    if (work && !(error instanceof LeaseLost)) await ledgerOf(this.container).mirrors.postpone(work, message)
  }
}
