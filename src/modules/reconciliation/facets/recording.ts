import { randomUUID } from "node:crypto"
import type {
  AllocationPlanView,
  ApplyPreview,
  LookalikeView,
  OpenItemView,
  OrdersPaid,
} from "../../../types/http"
import { allocationPlanOfAccount } from "../accounts/outcome-view"
import { pastWhenOf } from "../domain/day"
import { positiveMinorUnitsOf } from "../domain/money"
import { SUSPENSE_ID } from "../domain/owner"
import { viewOfItem } from "../items/open-item-view"
import type { ChangeContext } from "../ledger/change"
import type { Session } from "../ledger/database"
import { accountNotFound } from "../ledger/documents"
import type { NamedOwner } from "../ledger/owners"
import { once, type Request, type Told } from "../ledger/idempotency"
import { readAccount } from "../ledger/read-account.sql"
import type { AccountRow } from "../ledger/rows"
import { reloadItem } from "../payments/record-deposit"
import { withNumbers } from "../receipts/with-numbers"
import { recordMoney } from "../recording/record-money"
import type { Payment, RecordedMoney, TickedOrder } from "../recording/types"
import { viewOfLookalike, viewPaid } from "../recording/view"
import type { AutomaticWriteOffs } from "./automation"
import type { Parts } from "./parts"

export interface RecordPayment {
  /** Null for money of an unknown owner, or of an order without a customer. */
  readonly customerId: string | null
  /** That order. */
  readonly orderId?: string | undefined
  readonly currencyCode: string
  /** Decimal digits of the currency, from the host's currency table. */
  readonly digits: number
  /** A decimal string, above zero. */
  readonly amount: string
  readonly method: string
  readonly reference: string | null
  /** An ISO moment, or a day of the accounting time zone; null for now. */
  readonly occurredAt: string | null
  /** What it pays, in this order; absent, it stays on the account and the store's policy decides. */
  readonly orders?: readonly TickedOrder[] | undefined
  readonly useUnapplied?: boolean | undefined
  readonly instalmentId?: string | undefined
  /** Refuse when the account has moved on from this version. */
  readonly expectedVersion?: number | undefined
  /** It was recorded before, and this is another one. */
  readonly confirmed?: boolean | undefined
  readonly idempotencyKey: string
  readonly context: ChangeContext
}

export interface RecordedPayment extends AutomaticWriteOffs, OrdersPaid {
  readonly payment: OpenItemView
  /** What the store's policy did with it at once; null where it does nothing. */
  readonly allocationPlan: AllocationPlanView | null
  readonly looksRecorded: LookalikeView | null
}

export interface ApplyUnapplied {
  readonly accountId: string
  readonly orders: readonly TickedOrder[]
  readonly expectedVersion?: number | undefined
  /** The same key twice applies it once. */
  readonly idempotencyKey?: string | undefined
  readonly context: ChangeContext
}

function ownerOf({ customerId, orderId }: Pick<RecordPayment, "customerId" | "orderId">): NamedOwner {
  if (customerId !== null) return { type: "customer", id: customerId }
  return orderId === undefined ? { type: "suspense", id: SUSPENSE_ID } : { type: "order", id: orderId }
}

/** Money that people record, and what it pays. */
export class Recording {
  constructor(protected readonly parts: Parts) {}

  /**
   * Records money that came and puts it on the orders that are ticked; without any, it stays on the account and is
   * treated by the store's policy.
   *
   * @throws payment_looks_recorded | version_stale | order_not_read | order_of_another_account | order_named_twice |
   *   line_named_twice | line_not_open | amount_above_open | amounts_above_money | lines_not_amount |
   *   instalment_not_found | instalment_settled | instalment_cancelled | instalment_of_other_order |
   *   write_off_too_large | write_off_above_limit | amount_malformed | amount_too_precise | amount_not_positive |
   *   amount_too_large | date_in_future | idempotency_key_reused
   */
  async record(input: RecordPayment): Promise<RecordedPayment> {
    const request = requestOf(input)
    return once(this.parts.database, request, async (session) => {
      const payment = this.paymentOf(input)
      const recorded = await this.recordIn(session, payment, request)
      const [numbered = recorded] = await this.numbered(session, [recorded])
      return numbered
    })
  }

  /** What record would do now, and the account's version that it was done on. @throws as record */
  async previewRecord(input: RecordPayment): Promise<RecordedPayment & { baseVersion: number }> {
    const unnamed = { ...input, idempotencyKey: randomUUID() }
    return this.parts.database.dryRun(async (session) => {
      const payment = this.paymentOf(unnamed)
      const recorded = await this.recordMoney(session, payment)
      return { ...(await this.answerOf(session, recorded, payment)), baseVersion: recorded.account.version }
    })
  }

  /**
   * Puts what lies unapplied on an account, money and credit of its orders, on the orders that are ticked.
   *
   * @throws account_not_found, and what record throws of its orders
   */
  async apply(input: ApplyUnapplied): Promise<OrdersPaid & AutomaticWriteOffs> {
    const { accountId, orders, expectedVersion, context, idempotencyKey: key } = input
    const content = [accountId, toldOf(orders), expectedVersion, context.reason]
    const request = { operation: "apply_unapplied", key, content }
    return once(this.parts.database, request, async (session) => this.applyIn(session, input, request))
  }

  /** What apply would do now. @throws as apply */
  async previewApply(input: ApplyUnapplied): Promise<ApplyPreview> {
    return this.parts.database.dryRun(async (session) => {
      const [row] = await session.run<AccountRow>(readAccount, [input.accountId])
      if (!row) throw accountNotFound(input.accountId)
      const { writtenOff: _, version: __, ...paid } = await this.applyIn(session, input)
      return { ...paid, base_version: Number(row.version) }
    })
  }

  private async applyIn(
    session: Session,
    { accountId, orders, expectedVersion: version, context }: ApplyUnapplied,
    request?: Request,
  ): Promise<OrdersPaid & AutomaticWriteOffs> {
    const payment = {
      account: BigInt(accountId),
      money: null,
      orders,
      useUnapplied: true,
      instalmentId: null,
      version,
      context,
    }
    const recorded = await this.recordMoney(session, payment, request)
    const writtenOff = await this.writeOffRests(session, recorded, context)
    return { ...(await viewPaid(session, recorded, { today: this.parts.today(), context })), writtenOff }
  }

  /** One payment within a transaction, with all that follows it and its answer. */
  protected async recordIn(session: Session, payment: Payment, request?: Request): Promise<RecordedPayment> {
    return this.answerOf(session, await this.recordMoney(session, payment, request), payment)
  }

  /** Payments with their numbers; the last thing of a transaction, because who numbers next waits for its end. */
  protected async numbered(
    session: Session,
    recorded: readonly RecordedPayment[],
  ): Promise<RecordedPayment[]> {
    await this.parts.receipts.assignWithin(session)
    const payments = await withNumbers(
      session,
      recorded.map(({ payment }) => payment),
    )
    return recorded.map((one, place) => ({ ...one, payment: payments[place] ?? one.payment }))
  }

  protected async recordMoney(session: Session, payment: Payment, request?: Request): Promise<RecordedMoney> {
    const { matchingCodes: codes, writeOff } = this.parts.settings
    const now = new Date().toISOString()
    return recordMoney(session, payment, { today: this.parts.today(), now, codes, writeOff, request })
  }

  private async answerOf(
    session: Session,
    recorded: RecordedMoney,
    { context, orders, instalmentId }: Payment,
  ): Promise<RecordedPayment> {
    const { account, item } = recorded
    if (!item) throw new Error("money that came has an item")
    const { automation, today } = this.parts
    const isLeft = orders === null && instalmentId === null
    const applied = isLeft ? await automation.applyUnapplied(session, account.id, context) : undefined
    const rests = await this.writeOffRests(session, recorded, context)
    const now = await reloadItem(session, item)
    const place = { ...account, accountId: account.id.toString(), orderId: null }
    return {
      ...(await viewPaid(session, { ...recorded, item: now }, { today: today(), context })),
      payment: viewOfItem(now, place),
      allocationPlan: applied ? allocationPlanOfAccount(applied.outcome, automation.strategy) : null,
      looksRecorded: viewOfLookalike(recorded),
      writtenOff: [...(applied?.writtenOff ?? []), ...rests],
    }
  }

  /** What the store writes off by itself, but where a person decided; and what the person wrote off is told too. */
  private async writeOffRests(
    session: Session,
    { account, orders, proposals: allocate }: RecordedMoney,
    context: ChangeContext,
  ): Promise<string[]> {
    const undecided = orders.filter(({ decided }) => !decided)
    const orderIds = new Map(undecided.map(({ documentId, orderId }) => [documentId, orderId]))
    const made = orders.filter(({ difference }) => difference?.id !== null && difference !== null)
    const own = await this.parts.automation.afterPayment(session, account, {
      proposals: allocate,
      orderIds,
      context,
    })
    return [...made.map(({ orderId }) => orderId), ...own]
  }

  /** @throws amount_malformed | amount_too_precise | amount_not_positive | amount_too_large | date_in_future */
  protected paymentOf(input: RecordPayment): Payment {
    const { currencyCode, digits } = input
    const { firstRank } = this.parts.settings.matchingCodes
    return {
      account: { ...ownerOf(input), currencyCode, digits, firstRank },
      money: {
        name: input.idempotencyKey,
        amount: positiveMinorUnitsOf(input.amount, digits),
        method: input.method,
        reference: input.reference,
        ...this.whenOf(input.occurredAt),
        confirmed: input.confirmed === true,
      },
      orders: input.orders ?? null,
      useUnapplied: input.useUnapplied === true,
      instalmentId: input.instalmentId ?? null,
      version: input.expectedVersion,
      context: input.context,
    }
  }

  protected whenOf(stated: string | null): ReturnType<typeof pastWhenOf> {
    return pastWhenOf(stated, this.parts.settings.timeZone, new Date().toISOString())
  }
}

const toldOf = (orders: readonly TickedOrder[]): Told =>
  orders.map(({ orderId, amount, lines, difference }) => [
    orderId,
    amount,
    lines && lines.map((one) => [one.line, one.amount]),
    difference && [difference.kind, difference.amount, difference.reason],
  ])

/** What was asked for before orders could be ticked keeps its name, so that a repeated request is still known. */
function requestOf(input: RecordPayment): Request & { readonly key: string } {
  const { customerId, currencyCode, digits, method, reference, occurredAt, idempotencyKey: key } = input
  const amount = positiveMinorUnitsOf(input.amount, digits).toString()
  const { orders, useUnapplied, instalmentId, expectedVersion, confirmed, context } = input
  const more = [
    orders && toldOf(orders),
    useUnapplied,
    instalmentId,
    expectedVersion,
    confirmed,
    context.reason,
  ]
  const isPlain = more.every((one) => one === undefined)
  const payer = input.orderId === undefined ? customerId : { ...ownerOf(input) }
  const content = [payer, currencyCode, amount, method, reference, occurredAt]
  return { operation: "record_payment", key, content: isPlain ? content : [...content, ...more] }
}
