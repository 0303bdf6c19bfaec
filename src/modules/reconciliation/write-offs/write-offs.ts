import { randomUUID } from "node:crypto"
import type { WriteOffRequestView, WriteOffView } from "../../../types/http"
import type { Proposal } from "../domain/allocation/strategy"
import { whenOf } from "../domain/day"
import { decimalOf } from "../domain/money"
import { isMoneyIn } from "../domain/open-item"
import { sumWriteOffs } from "./statements.sql"
import type { ChangeContext } from "../ledger/change"
import type { Database, Session } from "../ledger/database"
import { change } from "../ledger/envelope"
import { findDocument } from "../ledger/documents"
import type { Settings } from "../settings/options"
import type { AccountAllocationPlan } from "../accounts/reconcile-account"
import { once, type Request } from "../ledger/idempotency"
import type { Account } from "../ledger/rows"
import { undoWriteOff } from "./undo"
import { draftOf } from "./draft"
import { authorityOn, decisionOn } from "./limit"
import { listRequests, type RequestFilter, type RequestPage } from "./list-requests"
import { openIn, placeOf, placeOfOrder } from "./place"
import { writeOffAboveLimit, writeOffTooLarge } from "./refusals"
import {
  readPending,
  readRequest,
  requireAnother,
  storeDecision,
  storeRequest,
  type WriteOffRequest,
} from "./second-person"
import type { WriteOffInput, WriteOffPlace } from "./types"
import { viewWriteOff } from "./view"
import type { StrategyRegister } from "../settings/strategies"

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
  /** The same key twice decides once. */
  readonly idempotencyKey?: string | undefined
}

interface UndoCall {
  /** The write-off. */
  readonly id: string
  readonly reason: string
  readonly context: ChangeContext
  /** The same key twice undoes once. */
  readonly idempotencyKey?: string | undefined
}

function requestOf(operation: string, { requestId, reason, idempotencyKey: key }: Decision): Request {
  return { operation, key, content: [requestId, reason] }
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

/** Short payments that are given up and small surpluses that are kept; each method is one transaction. */
export class WriteOffs {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly strategies: StrategyRegister,
  ) {}

  /** What waits, or waited, for a second person. @throws cursor_malformed */
  async requests(filter: RequestFilter): Promise<RequestPage> {
    return listRequests(this.database, filter)
  }

  /** Writes off what may be written off at once, else stores a request for a second person. */
  async write(call: WriteOffCall): Promise<WriteOffAnswer> {
    const id = randomUUID()
    const { target, kind, amount: wanted, reason, expectedVersion, idempotencyKey: key } = call
    const request = {
      operation: "write_off",
      key,
      content: [{ ...target }, kind, wanted, reason, expectedVersion],
    }
    return once(this.database, request, (session) => {
      const input = { ...call, ...this.named(), id }
      return change<WriteOffPlace, WriteOffAnswer>(session, {
        context: { ...input.context, reason },
        codes: this.settings.matchingCodes,
        request,
        lock: async () => placeOf(session, target),
        // Money on account has no version that a sender could have seen.
        expectedVersion: "orderId" in target ? expectedVersion : undefined,
        plan: async (place) => {
          const { amount, authority } = decisionOn(place, input, this.settings.writeOff)
          if (authority === "two_persons") {
            return { change: null, answer: async () => this.asked(session, place, { ...input, amount }) }
          }
          return {
            change: this.draft(place, { ...input, amount, origin: "manual" }),
            answer: async () => ({ write_off: await viewWriteOff(session, input.id), request: null }),
          }
        },
      })
    })
  }

  /** Makes a write-off that another person asked for. */
  async approve(decision: Decision): Promise<WriteOffAnswer> {
    const { requestId, context } = decision
    const request = requestOf("approve_write_off", decision)
    return once(this.database, request, async (session) => {
      const named = this.named()
      const asked = await readPending(session, requestId)
      requireAnother(asked, context)
      return change<WriteOffPlace, WriteOffAnswer>(session, {
        context: { ...context, reason: asked.reason },
        codes: this.settings.matchingCodes,
        request,
        lock: async () => placeOf(session, asked.target),
        plan: async (place) => {
          // Somebody else may have decided while this one waited for the account.
          await readPending(session, requestId)
          this.refuseBeyondBounds(place, asked)
          const { kind, amount } = asked
          return {
            change: this.draft(place, { ...named, kind, amount, origin: "manual" }),
            answer: async (written) => {
              await storeDecision(session, asked, { ...decision, changeId: written?.id ?? null })
              const { view } = await readRequest(session, requestId)
              return { write_off: await viewWriteOff(session, named.id), request: view }
            },
          }
        },
      })
    })
  }

  async decline(decision: Decision): Promise<WriteOffAnswer> {
    const { requestId } = decision
    return once(this.database, requestOf("decline_write_off", decision), async (session) => {
      const asked = await readPending(session, requestId)
      await storeDecision(session, asked, { ...decision, changeId: null })
      return { write_off: null, request: (await readRequest(session, requestId)).view }
    })
  }

  /** Opens again what was written off. */
  async undo(call: UndoCall): Promise<WriteOffView> {
    const { id, reason, idempotencyKey: key } = call
    const request = { operation: "undo_write_off", key, content: [id, reason] }
    return once(this.database, request, async (session) => {
      const { occurredAt, occurredOn } = this.named()
      const { matchingCodes: codes } = this.settings
      const strategyOf = this.strategies.ofChannel()
      await undoWriteOff(session, { ...call, occurredAt, occurredOn, codes, strategyOf, request })
      return viewWriteOff(session, id)
    })
  }

  /**
   * Writes off the rests within the limits of orders that money has just paid, where the store wants
   * that. An order whose write-off was undone is left to people. The account must be locked.
   *
   * @returns the orders of which a short payment was written off
   */
  async writeOffShortPayments(
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
      const amount = openIn(place, "short_payment")
      if (amount === 0n || authorityOn(place, amount, this.settings.writeOff) !== "anybody") continue
      const drafted = this.draft(place, { ...this.named(), kind: "short_payment", amount, origin: "auto" })
      // oxlint-disable-next-line no-await-in-loop -- each order is written off in a change of its own
      await change(session, {
        context: { ...context, reason: "Within the store's tolerance." },
        codes: this.settings.matchingCodes,
        lock: async () => place,
        plan: async () => ({ change: drafted, answer: () => undefined }),
      })
      writtenOff.push(orderId)
    }
    return writtenOff
  }

  /** The same of the orders that a run over their account has just paid. */
  async writeOffShortPaymentsOf(
    session: Session,
    { account, plan, orderIds }: AccountAllocationPlan,
    context: ChangeContext,
  ): Promise<string[]> {
    return this.writeOffShortPayments(session, account, { proposals: plan.allocate, orderIds, context })
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

  private draft(
    place: WriteOffPlace,
    decided: Omit<Parameters<typeof draftOf>[1], "settings">,
  ): ReturnType<typeof draftOf> {
    return draftOf(place, { ...decided, settings: this.settings.writeOff })
  }

  private async asked(
    session: Session,
    place: WriteOffPlace,
    input: Parameters<typeof storeRequest>[2],
  ): Promise<WriteOffAnswer> {
    const id = await storeRequest(session, place, input)
    return { write_off: null, request: (await readRequest(session, id)).view }
  }

  /** The order may owe less by now, and the store may have set lower bounds, or taken the threshold away. */
  private refuseBeyondBounds(place: WriteOffPlace, { kind, amount }: WriteOffRequest): void {
    const { digits } = place.account
    const open = openIn(place, kind)
    if (amount > open) throw writeOffTooLarge(place, decimalOf(open, digits))
    if (authorityOn(place, amount, this.settings.writeOff) === "nobody")
      throw writeOffAboveLimit(place, decimalOf(amount, digits))
  }

  private named(): { id: string; occurredAt: string; occurredOn: string } {
    return { id: randomUUID(), ...whenOf(new Date().toISOString(), this.settings.timeZone) }
  }
}

export interface SettledOrders {
  readonly proposals: readonly Proposal[]
  readonly orderIds: ReadonlyMap<bigint, string>
  readonly context: ChangeContext
}

function ordersPaid(proposals: readonly Proposal[], orderIds: ReadonlyMap<bigint, string>): Set<string> {
  const paid = proposals.filter(({ credit }) => isMoneyIn(credit))
  return new Set(paid.flatMap(({ debit }) => orderIds.get(debit.documentId ?? 0n) ?? []))
}
