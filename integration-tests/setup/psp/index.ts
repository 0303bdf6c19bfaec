import { AbstractPaymentProvider, ModuleProvider, Modules } from "@medusajs/framework/utils"
import type {
  AuthorizePaymentInput,
  AuthorizePaymentOutput,
  InitiatePaymentInput,
  InitiatePaymentOutput,
  RefundPaymentInput,
  RefundPaymentOutput,
  WebhookActionResult,
} from "@medusajs/framework/types"

/** How a payment service behaves, as a payment's own data says; a test may change it later. */
export interface PspData {
  /** Takes the money when the customer authorizes it, as many services do. */
  captures?: "at_authorization"
  /** Refuses what it is asked: it is down, or the bank says no. */
  refuses?: "refunds"
}

type Kept = { data: Record<string, unknown> }

/** The payment service of the tests: it moves no money, and does what the payment's data says. */
class Psp extends AbstractPaymentProvider {
  static override readonly identifier = "psp"

  // oxlint-disable-next-line no-useless-constructor -- the base class keeps its own from the host's loader
  constructor(container: Record<string, unknown>, options?: Record<string, unknown>) {
    super(container, options)
  }

  override initiatePayment({ data }: InitiatePaymentInput): Promise<InitiatePaymentOutput> {
    return Promise.resolve({ id: `psp_${Date.now()}`, data: data ?? {} })
  }

  override authorizePayment({ data }: AuthorizePaymentInput): Promise<AuthorizePaymentOutput> {
    const { captures } = (data ?? {}) as PspData
    return Promise.resolve({
      data: data ?? {},
      status: captures === "at_authorization" ? "captured" : "authorized",
    })
  }

  override refundPayment({ data }: RefundPaymentInput): Promise<RefundPaymentOutput> {
    const { refuses } = (data ?? {}) as PspData
    if (refuses === "refunds") return Promise.reject(new Error("The payment service refused the refund."))
    return kept({ data })
  }

  override capturePayment = kept
  override cancelPayment = kept
  override deletePayment = kept
  override retrievePayment = kept
  override updatePayment = kept

  override getPaymentStatus(): Promise<{ status: "authorized" }> {
    return Promise.resolve({ status: "authorized" })
  }

  override getWebhookActionAndData(): Promise<WebhookActionResult> {
    return Promise.resolve({ action: "not_supported" })
  }
}

function kept({ data }: { data?: Record<string, unknown> | undefined }): Promise<Kept> {
  return Promise.resolve({ data: data ?? {} })
}

export default ModuleProvider(Modules.PAYMENT, { services: [Psp] })
