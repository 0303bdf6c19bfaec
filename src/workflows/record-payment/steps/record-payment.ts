import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { RecordPayment } from "../../../modules/reconciliation/facets/recording"
import type { PaymentPreview, RecordedPaymentView, RecordPaymentBody } from "../../../types/http"
import { digitsOfCurrencies } from "../../host/currencies"
import { syncWriteOffCredits } from "../../host/write-off-credits"
import { ledgerOf } from "../../ledger-of"
import { contextOf, type Called } from "../called"
import { payerOf, refuseForeign } from "../customers"
import { newKey, readUnread, tickedOf } from "../ticked-orders"

export interface RecordPaymentInput extends Called, Omit<RecordPaymentBody, "version"> {
  /** The account's version that was read. */
  version?: number | undefined
}

/** What the service is asked of a payment; the preview asks the same. Orders that the ledger has not read are read. */
export async function paymentOf(
  container: MedusaContainer,
  input: RecordPaymentInput,
): Promise<RecordPayment> {
  const currencyCode = input.currency_code.toLowerCase()
  const payer = await payerOf(container, input)
  const digits = (await digitsOfCurrencies(container, [currencyCode]))(currencyCode)
  await refuseForeign(container, { customerId: payer.customerId, code: currencyCode })
  await readUnread(container, input.orders ?? [], input)
  return {
    ...payer,
    currencyCode,
    digits,
    amount: input.amount,
    method: input.method,
    reference: input.reference ?? null,
    occurredAt: input.occurred_at ?? null,
    orders: input.orders && tickedOf(input.orders),
    useUnapplied: input.use_unapplied,
    instalmentId: input.instalment_id,
    expectedVersion: input.version,
    confirmed: input.confirm_duplicate,
    idempotencyKey: newKey(input),
    context: contextOf(input),
  }
}

/** Records money on a customer's account, in one transaction; a repeated key changes nothing. */
export const recordPaymentStep = createStep(
  "reconciliation-record-payment",
  async (input: RecordPaymentInput, { container }) => {
    const recorded = await ledgerOf(container).payments.record(await paymentOf(container, input))
    const { allocationPlan, looksRecorded, ...rest } = await syncWriteOffCredits(container, recorded)
    const answer: RecordedPaymentView = {
      ...rest,
      allocation_plan: allocationPlan,
      looks_recorded: looksRecorded,
    }
    return new StepResponse(answer)
  },
)

/** What recording it would come to; writes nothing but what the ledger has not read yet of the orders. */
export async function previewPayment(
  container: MedusaContainer,
  input: RecordPaymentInput,
): Promise<PaymentPreview> {
  const previewed = await ledgerOf(container).payments.previewRecord(await paymentOf(container, input))
  const { allocationPlan, looksRecorded, baseVersion, version: _, writtenOff: __, ...rest } = previewed
  return {
    ...rest,
    allocation_plan: allocationPlan,
    looks_recorded: looksRecorded,
    base_version: baseVersion,
    is_mirrored: ledgerOf(container).settings.mirror,
  }
}
