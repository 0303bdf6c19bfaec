import { randomUUID } from "node:crypto"
import type {
  AuthorizePaymentOutput,
  CancelPaymentOutput,
  CapturePaymentOutput,
  DeletePaymentOutput,
  GetPaymentStatusOutput,
  InitiatePaymentOutput,
  RefundPaymentOutput,
  RetrievePaymentOutput,
  UpdatePaymentOutput,
  WebhookActionResult,
} from "@medusajs/framework/types"
import { AbstractPaymentProvider, PaymentActions } from "@medusajs/framework/utils"

/**
 * A card terminal that takes the money at once: the checkout itself captures, as with a card
 * provider set to capture automatically. It calls nobody; every card is good.
 */
export class CardPaymentProvider extends AbstractPaymentProvider {
  static override identifier = "card"

  // The base class keeps its constructor protected; the host's loader needs a public one.
  // oxlint-disable-next-line no-useless-constructor
  constructor(container: Record<string, unknown>, options: Record<string, unknown>) {
    super(container, options)
  }

  async initiatePayment(): Promise<InitiatePaymentOutput> {
    return { id: `card_${randomUUID()}`, data: {} }
  }

  async authorizePayment(): Promise<AuthorizePaymentOutput> {
    return { data: { brand: "demo card" }, status: "captured" }
  }

  async getPaymentStatus(): Promise<GetPaymentStatusOutput> {
    return { status: "captured" }
  }

  async capturePayment(): Promise<CapturePaymentOutput> {
    return { data: {} }
  }

  async refundPayment(): Promise<RefundPaymentOutput> {
    return { data: {} }
  }

  async cancelPayment(): Promise<CancelPaymentOutput> {
    return { data: {} }
  }

  async deletePayment(): Promise<DeletePaymentOutput> {
    return { data: {} }
  }

  async retrievePayment(): Promise<RetrievePaymentOutput> {
    return { data: {} }
  }

  async updatePayment(): Promise<UpdatePaymentOutput> {
    return { data: {} }
  }

  async getWebhookActionAndData(): Promise<WebhookActionResult> {
    return { action: PaymentActions.NOT_SUPPORTED }
  }
}
