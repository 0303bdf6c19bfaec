import { randomUUID } from "node:crypto"
import type { PaymentRowView, RecordedPaymentsView } from "../../../types/http"
import type { ReconciliationError } from "../domain/errors"
import { decimalOf, minorUnitsOf } from "../domain/money"
import type { ChangeContext } from "../ledger/change"
import type { Session } from "../ledger/database"
import { once, type Request, type Told } from "../ledger/idempotency"
import { batchRefused, rowByRow, type RowOutcome } from "../recording/record-rows"
import { lockAccountsOf, waitForCustomers } from "../ledger/owners.sql"
import type { AutomaticWriteOffs } from "./automation"
import { Recording, type RecordedPayment, type RecordPayment } from "./recording"

/** A payment of a batch; what is the same for all of them stands beside the rows. */
export type PaymentRow = { readonly customerId: string } & Pick<
  RecordPayment,
  "amount" | "method" | "reference" | "occurredAt" | "orders" | "confirmed"
>

export interface RecordPayments {
  readonly currencyCode: string
  readonly digits: number
  /** Each as it can be recorded, or why it cannot. */
  readonly rows: readonly (PaymentRow | ReconciliationError)[]
  /** Each as it was sent: what is looked up of it may come out otherwise the next time, and the request is the same. */
  readonly sent: readonly Told[]
  /** Record those that can be, and tell of the others; else all or none. */
  readonly onlyValid: boolean
  readonly idempotencyKey: string
  readonly context: ChangeContext
}

type RecordedPayments = RecordedPaymentsView & AutomaticWriteOffs

/** Many payments that people record at once. */
export class BatchRecording extends Recording {
  /**
   * Records payments, each checked by itself, in one transaction: all of them, or, where that is asked for, those that
   * can be.
   *
   * @throws batch_refused, which names each row's code | idempotency_key_reused
   */
  async recordAll(input: RecordPayments): Promise<RecordedPayments> {
    const request = batchRequestOf(input)
    return once(this.parts.database, request, async (session) => {
      const outcomes = await this.recordRows(session, input, request)
      if (!input.onlyValid && outcomes.some((one) => "refused" in one)) throw batchRefused(outcomes)
      const done = outcomes.flatMap((one) => ("done" in one ? [one.done] : []))
      const numbered = (await this.numbered(session, done)).values()
      return viewOf(
        outcomes.map((one) => ("done" in one ? { done: numbered.next().value ?? one.done } : one)),
        input,
      )
    })
  }

  /** What recordAll would do with each row, were all that can be recorded. */
  async previewAll(input: RecordPayments): Promise<RecordedPayments> {
    const unnamed = { ...input, idempotencyKey: randomUUID() }
    return this.parts.database.dryRun(async (session) =>
      viewOf(await this.recordRows(session, unnamed), input),
    )
  }

  private async recordRows(
    session: Session,
    { rows, idempotencyKey, ...shared }: RecordPayments,
    request?: Request,
  ): Promise<RowOutcome<RecordedPayment>[]> {
    const named = rows.flatMap((row) => ("customerId" in row ? [row.customerId] : []))
    const customers = [...new Set(named)].toSorted()
    await session.run(waitForCustomers, [customers, shared.currencyCode])
    await session.run(lockAccountsOf, [customers, shared.currencyCode])
    let isFirst = true
    return rowByRow(session, rows, async (row: PaymentRow, place) => {
      const payment = this.paymentOf({
        ...shared,
        ...row,
        idempotencyKey: `${idempotencyKey}.${place + 1}`,
      })
      const recorded = await this.recordIn(session, payment, isFirst ? request : undefined)
      // The journal knows the request by its first change.
      isFirst = false
      return recorded
    })
  }
}

/** Keys that were used before rows were told as they were sent are known by what had been looked up of them, as they ever were. */
function batchRequestOf({ rows, sent, ...shared }: RecordPayments): Request {
  const { currencyCode, onlyValid, idempotencyKey: key } = shared
  const lookedUp = rows.map((row) =>
    "customerId" in row
      ? [row.customerId, row.amount, row.confirmed ?? false, ...told(row, shared)]
      : [row.code, { ...row.ids }],
  )
  const content = [currencyCode, onlyValid, sent]
  return { operation: "record_payments", key, content, formerly: [currencyCode, onlyValid, lookedUp] }
}

function told(
  row: PaymentRow,
  { digits, ...shared }: Omit<RecordPayments, "rows" | "sent">,
): (string | null)[] {
  const orders = (row.orders ?? []).map(({ orderId }) => orderId).join(" ")
  return [row.method, row.reference, row.occurredAt, orders, shared.currencyCode, digits.toString()]
}

function viewOf(
  outcomes: readonly RowOutcome<RecordedPayment>[],
  { digits }: Pick<RecordPayments, "digits">,
): RecordedPayments {
  const done = outcomes.flatMap((one) => ("done" in one ? [one.done] : []))
  const sum = done.reduce((total, { payment }) => total + minorUnitsOf(payment.amount, digits), 0n)
  return {
    recorded: done.length,
    refused: outcomes.length - done.length,
    amount: decimalOf(sum, digits),
    rows: outcomes.map(rowOf),
    writtenOff: done.flatMap(({ writtenOff }) => writtenOff),
  }
}

function rowOf(outcome: RowOutcome<RecordedPayment>, place: number): PaymentRowView {
  const row = place + 1
  if ("refused" in outcome) {
    const { type, code, message, ids, remedy } = outcome.refused
    return { row, payment: null, error: { type, code, message, ids: { ...ids }, remedy } }
  }
  const { writtenOff: _, allocationPlan, looksRecorded, ...payment } = outcome.done
  return {
    row,
    payment: { ...payment, allocation_plan: allocationPlan, looks_recorded: looksRecorded },
    error: null,
  }
}
