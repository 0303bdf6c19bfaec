import { randomUUID } from "node:crypto"
import type { WriteOffRequestView, WriteOffView } from "../../../types/http"
import type { Proposal } from "../domain/allocate/strategy"
import { whenOf } from "../domain/day"
import { decimalOf } from "../domain/money"
import { isMoneyIn } from "../domain/open-item"
import { sumWriteOffs } from "../sql/write-off"
import type { ChangeContext } from "./change"
import type { Database, Session } from "./database"
import { findDocument } from "./ledger"
import type { Settings } from "./options"
import type { AccountPlan } from "./reconcile-account"
import type { Account } from "./rows"
import { undoWriteOff } from "./undo-write-off"
import {
  authorityOn,
  decisionOn,
  makeWriteOff,
  openIn,
  placeOf,
  placeOfOrder,
  refuseStaleOrder,
} from "./write-off"
import { writeOffAboveLimit, writeOffTooLarge } from "./write-off-refusals"
import { readPending, readRequest, requireAnother, storeDecision, storeRequest } from "./write-off-requests"
import type { WriteOffInput, WriteOffRules } from "./write-off-types"
import { viewWriteOff } from "./write-off-view"
import type { StrategyRegister } from "./strategies"

export type WriteOffCall = Omit<WriteOffInput, "id" | "occurredAt" | "occurredOn">

/** A write-off that was made, or the request that waits for a second person. */
export interface WriteOffAnswer {
  write_off: WriteOffView | null
  request: WriteOffRequestView | null
}

export interface Decision {
  readonly requestId: string
  readonly reason: string | null
  readonly context: ChangeContext
}

/** What the host is to show of an order's write-off: a credit line of this sum under this name. */
export interface HostCredit {
  readonly orderId: string
  /** The write-off's key in the ledger. */
  readonly key: string
  /** A decimal string; nothing once it is undone. */
  readonly amount: string
  readonly digits: number
}

/** Small rests that are given up and small surpluses that are kept; each method is one transaction. */
export class WriteOffs {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly strategies: StrategyRegister,
  ) {}

  /** Writes off what may be written off at once, else stores a request for a second person. */
  async write(call: WriteOffCall): Promise<WriteOffAnswer> {
    const input = { ...call, ...this.named() }
    return this.database.transaction(async (session) => {
      const place = await placeOf(session, input.target)
      refuseStaleOrder(place, input.expectedVersion)
      const { amount, authority } = decisionOn(place, input, this.settings.writeOff)
      if (authority === "two_persons") {
        const id = await storeRequest(session, place, { ...input, amount })
        return { write_off: null, request: (await readRequest(session, id)).view }
      }
      await makeWriteOff(session, place, { ...input, amount, origin: "manual", rules: this.rules() })
      return { write_off: await viewWriteOff(session, input.id), request: null }
    })
  }

  /** Makes a write-off that another person asked for. */
  async approve({ requestId, reason, context }: Decision): Promise<WriteOffAnswer> {
    const named = this.named()
    return this.database.transaction(async (session) => {
      const asked = await readPending(session, requestId)
      requireAnother(asked, context)
      const place = await placeOf(session, asked.target)
      // Somebody else may have decided while this one waited for the account.
      await readPending(session, requestId)
      const open = openIn(place, asked.kind)
      if (asked.amount > open) throw writeOffTooLarge(place, decimalOf(open, place.account.digits))
      // The store may have set lower bounds since, or taken the threshold away: then nobody may.
      if (authorityOn(place, asked.amount, this.settings.writeOff) === "nobody") {
        throw writeOffAboveLimit(place, decimalOf(asked.amount, place.account.digits))
      }
      const input = { ...named, ...asked, id: named.id, context, origin: "manual" as const }
      const { id } = await makeWriteOff(session, place, { ...input, rules: this.rules() })
      await storeDecision(session, asked, { changeId: id, context, reason })
      const { view } = await readRequest(session, requestId)
      return { write_off: await viewWriteOff(session, named.id), request: view }
    })
  }

  async decline({ requestId, reason, context }: Decision): Promise<WriteOffAnswer> {
    return this.database.transaction(async (session) => {
      const asked = await readPending(session, requestId)
      await storeDecision(session, asked, { changeId: null, context, reason })
      return { write_off: null, request: (await readRequest(session, requestId)).view }
    })
  }

  /** Opens again what was written off. */
  async undo(call: { id: string; reason: string; context: ChangeContext }): Promise<WriteOffView> {
    const { occurredAt, occurredOn } = this.named()
    const { matchingCodes: codes } = this.settings
    const strategyOf = this.strategies.ofChannel()
    return this.database.transaction(async (session) => {
      await undoWriteOff(session, { ...call, occurredAt, occurredOn, codes, strategyOf })
      return viewWriteOff(session, call.id)
    })
  }

  /**
   * Writes off the rests within the limits of orders that money has just paid, where the store wants
   * that. An order whose write-off was undone is left to people. The account must be locked.
   *
   * @returns the orders of which a rest was written off
   */
  async writeOffRests(
    session: Session,
    account: Account,
    { proposals, orderIds, context }: SettledOrders,
  ): Promise<string[]> {
    if (!this.settings.writeOff.automatic) return []
    const writtenOff: string[] = []
    for (const orderId of ordersPaid(proposals, orderIds)) {
      // oxlint-disable-next-line no-await-in-loop -- a payment rarely pays more than a few orders
      const loaded = await findDocument(session, orderId)
      if (!loaded || loaded.document.accountId !== account.id) continue
      const { document, items } = loaded
      const undecided = document.problems.length > 0 || document.expected.length > 0 || document.plan > 0
      if (undecided || items.some(({ kind, sequence }) => kind === "write_off" && sequence > 1)) continue
      const place = placeOfOrder(account, loaded)
      const amount = openIn(place, "rest")
      if (amount === 0n || authorityOn(place, amount, this.settings.writeOff) !== "anybody") continue
      const reason = "Within the store's tolerance."
      const input = {
        ...this.named(),
        kind: "rest" as const,
        amount,
        context,
        reason,
        origin: "auto" as const,
      }
      // oxlint-disable-next-line no-await-in-loop -- each order is written off in a change of its own
      await makeWriteOff(session, place, { ...input, rules: this.rules() })
      writtenOff.push(orderId)
    }
    return writtenOff
  }

  /** The same of the orders that a run over their account has just paid. */
  async writeOffRestsOf(
    session: Session,
    { account, plan, orderIds }: AccountPlan,
    context: ChangeContext,
  ): Promise<string[]> {
    return this.writeOffRests(session, account, { proposals: plan.allocate, orderIds, context })
  }

  /** What the host is to show of the write-offs of some orders; nothing where the store does not want that. */
  async hostCredits(orderIds: readonly string[]): Promise<HostCredit[]> {
    if (!this.settings.writeOff.hostCreditLine || orderIds.length === 0) return []
    const rows = await this.database.run<{ order_id: string; key: string; amount: string; digits: number }>(
      sumWriteOffs,
      [orderIds],
    )
    return rows.map((row) => ({
      orderId: row.order_id,
      key: row.key,
      amount: decimalOf(BigInt(row.amount), row.digits),
      digits: row.digits,
    }))
  }

  private rules(): WriteOffRules {
    return { settings: this.settings.writeOff, codes: this.settings.matchingCodes }
  }

  private named(): { id: string; occurredAt: string; occurredOn: string } {
    return { id: randomUUID(), ...whenOf(new Date().toISOString(), this.settings.timeZone) }
  }
}

interface SettledOrders {
  readonly proposals: readonly Proposal[]
  readonly orderIds: ReadonlyMap<bigint, string>
  readonly context: ChangeContext
}

function ordersPaid(proposals: readonly Proposal[], orderIds: ReadonlyMap<bigint, string>): Set<string> {
  const paid = proposals.filter(({ credit }) => isMoneyIn(credit))
  return new Set(paid.flatMap(({ debit }) => orderIds.get(debit.documentId ?? 0n) ?? []))
}
