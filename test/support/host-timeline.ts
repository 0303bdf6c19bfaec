import type {
  HostCreditLine,
  HostLine,
  HostMoneyRow,
  HostOrder,
  HostOrderChange,
  HostPayment,
  HostShippingMethod,
  HostTaxLine,
  HostVersion,
} from "../../src/modules/reconciliation/ingest/host-order"
import { CHOICE_MARK } from "../../src/modules/reconciliation/ingest/repayments"
import { partOf } from "../../src/modules/reconciliation/domain/quantise"
import { copyOf, isLine, signed, type Credit, type MoneyRow, type Shown, type Worth } from "./host-rows"

export interface TimelineOptions {
  orderId?: string
  customerId?: string | null
  currency?: string
  placedAt?: string
  /** Rates of tax, in per cent, that the totals of a line or shipping method contain. */
  rates?: Readonly<Record<string, readonly number[]>>
}

/**
 * An order of the host, acted step by step, with the host's habits that matter to money: every change
 * makes a version, credit lines get new ids in each, an amount comes as exact text, tax lines have no
 * version. Lines are named by capitals ("A"), shipping methods by small letters ("ship").
 */
export class HostTimeline {
  readonly orderId: string
  private readonly options: TimelineOptions
  private now: Shown = { lines: new Map(), shipping: new Map(), credits: [] }
  private readonly past = new Map<number, Shown>()
  private readonly changes: HostOrderChange[] = []
  private readonly money: MoneyRow[] = []
  private readonly uncounted = new Set<string>()
  private readonly miscounts: string[] = []
  private version = 1
  private canceledAt: string | null = null
  private taxesAt: string | null = null
  private draft = false
  private owner: string | null

  constructor(options: TimelineOptions = {}) {
    this.options = options
    this.orderId = options.orderId ?? "order_1"
    this.owner = options.customerId === undefined ? "cus_1" : options.customerId
  }

  get placedAt(): string {
    return this.options.placedAt ?? "2026-01-01T09:00:00.000Z"
  }

  /** Captures and refunds that the host shows, by the names they were given. */
  get moneyIds(): string[] {
    return this.money.map(({ id }) => id)
  }

  /** What version is current. */
  get hostVersion(): number {
    return this.version
  }

  get isCanceled(): boolean {
    return this.canceledAt !== null
  }

  /** Sets totals without a new version: the order as placed. */
  place(totals: Readonly<Record<string, string>>): this {
    this.set(totals)
    return this
  }

  /** A confirmed change of totals; null takes a line off the order. */
  edit(at: string, totals: Readonly<Record<string, string | null>>): this {
    this.bump(at)
    this.set(totals)
    return this
  }

  /** An accepted transfer: the order has another customer from then on. */
  giveTo(at: string, customerId: string): this {
    this.bump(at, customerId)
    this.owner = customerId
    return this
  }

  /** The order has another customer without an order change, as when customers are merged. */
  merge(customerId: string): this {
    this.owner = customerId
    return this
  }

  /** Quantities of a line that change no total: how many it has, a claim wrote off, or are on their way back. */
  mark(at: string, name: string, marks: Partial<Pick<Worth, "writtenOff" | "requested" | "quantity">>): this {
    this.bump(at)
    Object.assign(this.worth(name), marks)
    return this
  }

  /** Credit lines of one version; without a moment they come with the placing and name no version. */
  credit(
    at: string | null,
    ...credits: { amount: string; reference?: string; referenceId?: string }[]
  ): this {
    if (at !== null) this.bump(at)
    for (const { amount, reference = null, referenceId = null } of credits) {
      this.now.credits.push({ amount, reference, referenceId, madeIn: at === null ? null : this.version })
    }
    return this
  }

  capture(at: string, amount: string, { id, payment = "pay_1" }: { id: string; payment?: string }): this {
    this.money.push({ id, payment, direction: "in", amount, at, version: this.version })
    return this
  }

  refund(
    at: string,
    amount: string,
    { id, payment = "pay_1", mark }: { id: string; payment?: string; mark?: string | undefined },
  ): this {
    this.money.push({ id, payment, direction: "out", amount, at, version: this.version, mark })
    return this
  }

  /** With a later refund the host counts what it had left uncounted of the payment, in the version of that. */
  countLate(payment: string): this {
    for (const row of this.money) {
      if (row.payment === payment && this.uncounted.delete(row.id)) row.version = this.version
    }
    return this
  }

  /** The host deletes a row of money when the provider refuses. */
  vanish(id: string): this {
    this.money.splice(
      this.money.findIndex((row) => row.id === id),
      1,
    )
    return this
  }

  /** The host takes the last version back, as it does when a later step of its own fails. */
  undo(): this {
    this.version -= 1
    this.now = this.past.get(this.version) ?? this.now
    this.past.delete(this.version)
    this.changes.pop()
    return this
  }

  /** The host forgets to count a row among its transactions. */
  leaveUncounted(id: string): this {
    this.uncounted.add(id)
    return this
  }

  /** The host counts a transaction that has no row. */
  countWrongly(amount: string): this {
    this.miscounts.push(amount)
    return this
  }

  /** Tax lines are made anew: totals of every version change, and no version is made. */
  retax(at: string, totals: Readonly<Record<string, string>>, rates?: TimelineOptions["rates"]): this {
    if (rates) this.options.rates = rates
    for (const [name, total] of Object.entries(totals)) {
      const before = this.worth(name).total
      for (const shown of [...this.past.values(), this.now]) {
        const worth = shown.lines.get(name) ?? shown.shipping.get(name)
        if (worth?.total === before) worth.total = total
      }
    }
    this.taxesAt = at
    return this
  }

  /** Cancels as the host does: a credit line of what was refunded (0 too), then the mark. */
  cancel(
    at: string,
    { creditedAt = at, refunded = "0" }: { creditedAt?: string; refunded?: string } = {},
  ): this {
    this.credit(creditedAt, { amount: refunded })
    this.canceledAt = at
    return this
  }

  /** The host takes the cancellation back, as it does when a later step of its own fails. */
  uncancel(): this {
    this.canceledAt = null
    return this.undo()
  }

  /** Placed by an admin, not yet an order. */
  beDraft(): this {
    this.draft = true
    return this
  }

  /** A draft becomes an order: no version, tax lines made anew. */
  convert(at: string): this {
    this.draft = false
    this.taxesAt = at
    return this
  }

  order(): HostOrder {
    const counted = this.money.filter((row) => !this.uncounted.has(row.id))
    return {
      ...this.shown(this.now, this.version),
      id: this.orderId,
      display_id: 1,
      status: this.canceledAt ? "canceled" : this.draft ? "draft" : "pending",
      is_draft_order: this.draft,
      currency_code: this.options.currency ?? "eur",
      customer_id: this.owner,
      created_at: this.placedAt,
      updated_at: this.placedAt,
      canceled_at: this.canceledAt,
      payment_collections: [{ id: "paycol_1", payments: this.payments() }],
      transactions: [
        ...counted.map((row) => ({
          reference: row.direction === "in" ? "capture" : "refund",
          version: row.version,
          reference_id: `${this.orderId}_${row.id}`,
          raw_amount: { value: signed(row) },
        })),
        ...this.miscounts.map((value) => ({ reference_id: "pay_1", raw_amount: { value } })),
      ],
    }
  }

  /** Past versions from `known` on, as the host answers when asked for one. */
  versionsSince(known: number): HostVersion[] {
    return [...this.past]
      .filter(([version]) => version >= Math.max(known, 1))
      .map(([version, shown]) => this.shown(shown, version))
  }

  confirmedChanges(): HostOrderChange[] {
    return [...this.changes]
  }

  has(name: string): boolean {
    return this.now.lines.has(name) || this.now.shipping.has(name)
  }

  private bump(at: string, givenTo: string | null = null): void {
    this.past.set(this.version, copyOf(this.now))
    this.version += 1
    this.changes.push({
      order_id: this.orderId,
      version: this.version,
      change_type: givenTo === null ? null : "transfer",
      confirmed_at: at,
      actions: givenTo === null ? [] : [{ action: "TRANSFER_CUSTOMER", reference_id: givenTo }],
    })
  }

  private set(totals: Readonly<Record<string, string | null>>): void {
    for (const [name, total] of Object.entries(totals)) {
      const group = isLine(name) ? this.now.lines : this.now.shipping
      if (total === null) group.delete(name)
      else group.set(name, { ...(group.get(name) ?? { writtenOff: 0, requested: 0, quantity: 1 }), total })
    }
  }

  private worth(name: string): Worth {
    const worth = this.now.lines.get(name) ?? this.now.shipping.get(name)
    if (!worth) throw new Error(`the order has no "${name}"`)
    return worth
  }

  private shown(shown: Shown, version: number): HostVersion {
    return {
      version,
      items: [...shown.lines].map(([name, worth]) => this.line(name, worth)),
      shipping_methods: [...shown.shipping].map(([name, worth]) => this.method(name, worth)),
      credit_lines: shown.credits.map((credit, index) => this.creditLine(credit, `${version}_${index}`)),
    }
  }

  private line(name: string, { total, writtenOff, requested, quantity }: Worth): HostLine {
    return {
      id: `${this.orderId}_${name}`,
      title: name,
      variant_id: `variant_${name}`,
      quantity,
      created_at: this.placedAt,
      raw_total: { value: total },
      tax_lines: this.taxLines(name, total),
      detail: { written_off_quantity: writtenOff, return_requested_quantity: requested },
    }
  }

  private method(name: string, { total }: Worth): HostShippingMethod {
    return {
      id: `${this.orderId}_${name}`,
      name,
      created_at: this.placedAt,
      raw_total: { value: total },
      tax_lines: this.taxLines(name, total),
      detail: { return_id: name.startsWith("back") ? "return_1" : null },
    }
  }

  /** What a total contains of each rate, exact to many figures. */
  private taxLines(name: string, total: string): HostTaxLine[] {
    const rates = this.options.rates?.[name] ?? (this.taxesAt ? [0] : [])
    const all = rates.reduce((sum, rate) => sum + rate, 100)
    return rates.map((rate) => ({
      code: `vat${rate}`,
      rate,
      raw_total: { value: partOf(total, rate, all).slice(0, 40) },
      created_at: this.taxesAt ?? this.placedAt,
    }))
  }

  /** Ids and moments of credit lines change with every version; only what they say stays. */
  private creditLine({ amount, reference, referenceId, madeIn }: Credit, place: string): HostCreditLine {
    return {
      id: `${this.orderId}_credit_${place}`,
      reference,
      reference_id: referenceId,
      raw_amount: { value: amount },
      created_at: this.changes.at(-1)?.confirmed_at ?? this.placedAt,
      metadata: madeIn === null ? null : { created_in_version: madeIn },
    }
  }

  private payments(): HostPayment[] {
    const ids = [...new Set(this.money.map(({ payment }) => payment))]
    return ids.map((id) => ({
      id,
      provider_id: "card",
      captures: this.rowsOf(id, "in"),
      refunds: this.rowsOf(id, "out"),
    }))
  }

  private rowsOf(id: string, wanted: MoneyRow["direction"]): HostMoneyRow[] {
    return this.money
      .filter(({ payment, direction }) => payment === id && direction === wanted)
      .map((row) => ({
        id: `${this.orderId}_${row.id}`,
        raw_amount: { value: row.amount },
        created_at: row.at,
        ...(row.mark !== undefined && { metadata: { [CHOICE_MARK]: row.mark } }),
      }))
  }
}
