import type { OwnerType } from "../owner"
import type { ProductFacts } from "../instalments/deposit"
import type { TaxPart } from "../open-item"
import type { PinnedLine } from "../instalments/pinned-line"
import type { Deliveries } from "../terms/falling-due"
import type { Supply } from "../terms/supply"
import type { TermsFacts } from "../terms/terms-rule"

/** Which host row a posting comes from; with the direction it decides the item's kind. */
export type PostingClass =
  | "line"
  | "fee"
  | "shipping"
  | "return_shipping"
  | "credit_line"
  | "payment"
  | "stored_value"
  | "refund"
  | "rounding"
  | "cancellation"

/** What should stand in the ledger under one key. */
export interface Desired {
  readonly key: string
  readonly class: PostingClass
  /** Minor units, debits positive, credits negative. */
  readonly signed: bigint
  readonly lineKey: string | null
  readonly position: number
  readonly title: string
  readonly reference: string
  readonly method: string | null
  /** The host's row; null or absent of what is none of its rows. */
  readonly hostId?: string | null
  /** Of a capture or a refund: the host's payment, and who moved the money. */
  readonly paymentId?: string | null
  readonly providerId?: string | null
  /** When it took effect, ISO in UTC, and the day of that in the accounting time zone. */
  readonly at: string
  readonly on: string
  readonly taxes: readonly TaxPart[]
  /** Of a credit line that the host wrote for a refund: what that refund gives back. */
  readonly repays?: Repayment
}

/** What a refund gives back, as far as the host or an admin tells. */
export interface Repayment {
  /** Keys of the captures of the payment that was refunded. */
  readonly captures: readonly string[]
  /** The lines that an admin chose to pay back. */
  readonly lines: readonly RepaidLine[]
}

/** A line that an admin chose to pay back by a refund. */
export interface RepaidLine extends PinnedLine {
  /**
   * Minor units by which the credit line that the host writes for the refund lowers it, where that was decided
   * with the choice. Else it is lowered by what its own credit has not left to give.
   */
  readonly lowers?: bigint
}

/**
 * An order's money at one moment of its life. Ingest makes one per order version and one per row of
 * money, in order of time, so that a late read posts the same items as prompt ones would have.
 */
export interface DocumentState {
  readonly at: string
  readonly on: string
  /** The host's version in force; 0 before the order was placed. */
  readonly version: number
  /** Lines, shipping and credit lines of that version; null where they stand as they are. */
  readonly lines: readonly Desired[] | null
  /** Captures, refunds, gift cards and store credit. */
  readonly money: readonly Desired[]
  /** Keys of money that this read leaves for the next one: what stands under them stays. */
  readonly unsettled?: readonly string[]
  /**
   * Minor units: the exact sum of all host amounts (debits less credits), rounded once. Null where the
   * lines that stand are not those that the host now shows for that time.
   */
  readonly balance: bigint | null
  /** Lines that a credit line of this state most likely pays back, likeliest first. */
  readonly creditedLines: readonly CreditedLine[]
  /** When the order was cancelled; each line's net is then brought to zero. */
  readonly canceled: { readonly at: string; readonly on: string } | null
}

/** What a credit line may pay back of a line: the units that a claim wrote off, or that are coming back. */
export interface CreditedLine {
  readonly lineKey: string
  /** Minor units that these units are worth, whether or not an earlier credit line paid them back. */
  readonly worth: bigint
}

/** Everything ingest has to say of one order. */
export interface DocumentHistory {
  readonly orderId: string
  readonly displayId: string
  readonly ownerType: OwnerType
  readonly ownerId: string
  /** When the order came to its owner, should it have had another one before. */
  readonly ownerSince: { readonly at: string; readonly on: string }
  /** Where it was sold; a sales channel may have a strategy of its own. */
  readonly salesChannelId: string | null
  readonly currencyCode: string
  readonly digits: number
  readonly placedAt: string
  readonly placedOn: string
  /** The host's version of the order this history ends with. */
  readonly hostVersion: number
  /** The database's clock when this read began. */
  readonly readAt: string
  /**
   * The same clock when the host had answered. A read that began before an applied one had its answer may
   * have seen less than that one, and is superseded. Default: no later than it began.
   */
  readonly readUntil?: string
  /** By which settings the host was read, as the ledger numbers their changes; absent where that does not matter. */
  readonly settings?: string
  /** The host's marks of change seen by this read; the sweep compares them. */
  readonly seen: {
    readonly order: string | null
    readonly money: string | null
    readonly taxes: string | null
  }
  readonly states: readonly DocumentState[]
  /** The payment of each capture and refund, by its key; null when the host no longer has the order. */
  readonly payments: PaymentsByKey | null
  /** The lines that an admin chose to pay back by a refund, by the refund's key. */
  readonly chosenLines: ReadonlyMap<string, readonly RepaidLine[]>
  /** What returns on their way will bring once they are received. */
  readonly expected: readonly ExpectedCredit[]
  /** Contradictions in the host's own rows, each with a cure. */
  readonly problems: readonly Problem[]
  /** The product of each line, by its key; read only where deposits may be asked for, once an order. */
  readonly products?: ReadonlyMap<string, ProductFacts>
  /** What rules of payment terms ask of it; read only where there are some, once an order. */
  readonly termsFacts?: Omit<TermsFacts, "companyId">
  /** When it was delivered, and every step on the way there; read only where something falls due by that. */
  readonly deliveries?: Deliveries
  readonly supplies?: readonly Supply[]
  /** What the host's rows say that other programs' papers are called; read only where an option says under which key. */
  readonly numbers?: readonly HostNumber[]
}

/** The number of an invoice or a credit note, as the metadata of a row of the host says it. */
export interface HostNumber {
  /** Key of the money whose row says it; null of the order itself. */
  readonly key: string | null
  readonly number: string
}

/** Which payment of the host a capture or refund belongs to, by the key of its items. */
export type PaymentsByKey = ReadonlyMap<string, { readonly paymentId: string; readonly collectionId: string }>

/** A credit that will come: a return was asked for, and its line is not lowered before it is received. */
export interface ExpectedCredit {
  readonly lineKey: string
  /** Minor units, above zero. */
  readonly amount: bigint
}

export interface Problem {
  readonly code: string
  /** What its words are made of; a problem noted by an earlier release has none. */
  readonly facts?: { readonly amount: string }
  readonly detail: string
  readonly remedy: string
}
