import type { Host } from "../../integration-tests/setup/host"
import { TestStore } from "../../integration-tests/setup/store"
import type { HistoryEntry, OrderReconciliation, SettingsView } from "../../src/types/http"
import { checkScenes } from "./check-scenes"
import { because, CASCADED, NUMBERED, planned, TERMS, type Call, type Recorded } from "./call"
import { noteScenes } from "./note-scenes"
import { openingScenes } from "./opening-scenes"
import { runScenes, unheard } from "./run-scenes"
import { settingsScenes } from "./settings-scenes"
import { writeOffScenes } from "./write-off-scenes"

type Scene = () => Promise<Call>

/** What must be there before each route can do something, made anew for each time. */
export class Scenes {
  private places = 0

  private constructor(
    private readonly host: Host,
    private readonly store: TestStore,
    private readonly second: Record<string, string>,
  ) {}

  static async open(host: Host): Promise<Scenes> {
    const store = await TestStore.open(host, { currency: "eur", prices: [75, 24.99, 20] })
    const { settings } = await store.get<{ settings: SettingsView }>("reconciliation/settings")
    const writeOff = { name: "writeOff", value: { approvalAbove: { eur: "0.01" } } }
    await store.act("reconciliation/settings", { version: settings.version, changes: [writeOff] })
    return new Scenes(host, store, await host.logIn("second@example.com"))
  }

  get admin(): Record<string, string> {
    return this.store.admin
  }

  /** By route, as the list of routes names it. */
  readonly all: Readonly<Record<string, Scene>> = {
    "post orders/{id}/reconcile": async () => {
      const id = await unheard(this.host, this.store, this.email())
      return { path: `orders/${id}/reconcile`, body: {}, other: { body: { strategy: "oldest_first" } } }
    },
    "post orders/{id}/refunds": async () => {
      const { id, rows } = await this.paid()
      const { id: payment_id } = await this.store.payment(id)
      const refund = (amount: string): object => ({
        payment_id,
        amount,
        lines: [{ row: rows[0]?.key, amount }],
      })
      return { path: `orders/${id}/refunds`, body: refund("20.00"), other: { body: refund("10.00") } }
    },
    "post orders/{id}/allocations": async () => {
      const { id, version, cells } = await this.paid()
      const { row, column } = cells[0] ?? {}
      const edit = (amount: string): object => ({ cells: [{ row, column, amount }], version })
      return { path: `orders/${id}/allocations`, body: edit("1.00"), other: { body: edit("2.00") } }
    },
    "post orders/{id}/allocations/delete": async () => {
      const { id, version, columns } = await this.paid()
      const some = columns.map((column) => column.id)
      return {
        path: `orders/${id}/allocations/delete`,
        body: { version },
        other: { body: { version, columns: some } },
      }
    },
    "post orders/{id}/undo": async () => {
      const { id, version } = await this.paid()
      const { changes } = await this.store.get<{ changes: HistoryEntry[] }>(
        `reconciliation/orders/${id}/history`,
      )
      const change_id = changes.find(({ undoable }) => undoable)?.id
      return {
        path: `orders/${id}/undo`,
        body: { change_id, version },
        other: { body: { change_id, version, cascade: true } },
      }
    },
    "post payments/{id}/allocations/delete": async () => ({
      path: `payments/${(await this.paid()).columns[0]?.id}/allocations/delete`,
      ...CASCADED,
    }),
    "put orders/{id}/plan": async () => {
      const { id } = await this.placed()
      return { path: `orders/${id}/plan`, body: planned("40.00"), other: { body: planned("30.00") } }
    },
    "put orders/{id}/terms": async () => ({ path: `orders/${(await this.placed()).id}/terms`, ...TERMS }),
    "put transactions/{id}/document-number": async () => ({
      path: `transactions/${(await this.placed()).id}/document-number`,
      ...NUMBERED,
    }),
    "delete orders/{id}/plan": async () => {
      const { id, version } = await this.planned()
      return { path: `orders/${id}/plan`, other: { path: `orders/${id}/plan?version=${version}` } }
    },
    "post instalments/{id}/postpone": async () => ({
      path: `instalments/${await this.instalment()}/postpone`,
      body: { due_on: "2199-03-01" },
      other: { body: { due_on: "2199-04-01" } },
    }),
    "post instalments/{id}/fail": async () => ({
      path: `instalments/${await this.instalment()}/fail`,
      body: { note: "returned" },
      other: { body: { note: "refused" } },
    }),
    "post instalments/{id}/cancel": async () => ({
      path: `instalments/${await this.instalment()}/cancel`,
      body: {},
      other: { body: { version: 1 } },
    }),
    "post accounts/{id}/reconcile": async () => {
      const { customer } = await this.placed()
      const { payment } = await this.deposit(customer?.id ?? "", "50.00")
      return {
        path: `accounts/${payment.account_id}/reconcile`,
        body: { strategy: "oldest_first" },
        other: { body: { strategy: "line_order" } },
      }
    },
    "post payments": async () => {
      const { customer } = await this.placed()
      const payment = (amount: string): object => ({
        customer_id: customer?.id,
        currency_code: "eur",
        amount,
        method: "cheque",
      })
      return { path: "payments", body: payment("12.00"), other: { body: payment("13.00") } }
    },
    "post payments/batch": async () => {
      const { customer } = await this.placed()
      const rows = (amount: string): object => ({
        currency_code: "eur",
        rows: [{ customer: customer?.id, amount, method: "cash" }],
      })
      return { path: "payments/batch", body: rows("12.00"), other: { body: rows("13.00") } }
    },
    "post accounts/{id}/apply": async () => {
      const { id, customer } = await this.placed()
      const { payment } = await this.deposit(customer?.id ?? "", "50.00")
      const orders = (amount: string): object => ({ orders: [{ order_id: id, amount }] })
      return {
        path: `accounts/${payment.account_id}/apply`,
        body: orders("10.00"),
        other: { body: orders("11.00") },
      }
    },
    "post payments/{id}/move": async () => {
      const move = (amount: string): object => ({ to: { suspense: true }, amount })
      return {
        path: `payments/${await this.idle()}/move`,
        body: move("10.00"),
        other: { body: move("11.00") },
      }
    },
    "post moves/{id}/undo": async () => {
      const { move } = await this.act<{ move: { id: string } }>(`payments/${await this.idle()}/move`, {
        to: { suspense: true },
      })
      return { path: `moves/${move.id}/undo`, ...because("it was theirs") }
    },
    "post accounts/{id}/join": async () => {
      const { customer } = await this.placed()
      const { payment } = await this.deposit(customer?.id ?? "", "50.00")
      const to = (name: string): object => ({ to: { company_id: `company ${payment.id}`, name } })
      return { path: `accounts/${payment.account_id}/join`, body: to("Acme"), other: { body: to("Other") } }
    },
    "post memberships/{id}/end": async () => {
      const { customer } = await this.placed()
      const { payment } = await this.deposit(customer?.id ?? "", "50.00")
      const { joined } = await this.act<{ joined: { membership: { id: string } } }>(
        `accounts/${payment.account_id}/join`,
        { to: { company_id: `company ${payment.id}`, name: "Acme" } },
      )
      return { path: `memberships/${joined.membership.id}/end`, ...because("left") }
    },
    "post payments/{id}/pay-back": async () => {
      const back = (amount: string): object => ({ method: "cash", amount })
      return {
        path: `payments/${await this.idle()}/pay-back`,
        body: back("10.00"),
        other: { body: back("11.00") },
      }
    },
    "post pay-backs/{id}/undo": async () => {
      const { pay_back: made } = await this.act<{ pay_back: { id: string } }>(
        `payments/${await this.idle()}/pay-back`,
        { method: "cash" },
      )
      return { path: `pay-backs/${made.id}/undo`, ...because("it never went out") }
    },
    "post payments/{id}/reversals/{number}/undo": async () => {
      const id = await this.idle()
      await this.act(`payments/${id}/reversals`, { kind: "bounced_cheque", reason: "no funds" })
      return { path: `payments/${id}/reversals/1/undo`, ...because("it did not bounce") }
    },
    "post payments/{id}/reversals": async () => {
      const { customer } = await this.placed()
      const { payment } = await this.deposit(customer?.id ?? "", "50.00")
      const reversal = (amount: string): object => ({ kind: "bounced_cheque", reason: "no funds", amount })
      return {
        path: `payments/${payment.id}/reversals`,
        body: reversal("10.00"),
        other: { body: reversal("11.00") },
      }
    },
    "post payments/{id}/write-offs": async () => {
      const { customer } = await this.placed()
      const { payment } = await this.deposit(customer?.id ?? "", "0.01")
      return { path: `payments/${payment.id}/write-offs`, ...because("too little to send back") }
    },
    "post orders/{id}/write-offs": async () => {
      const { id } = await this.paid(0.01)
      return { path: `orders/${id}/write-offs`, ...because("a cent", { kind: "short_payment" }) }
    },
    "post mirrors": async () => {
      const { id, customer } = await this.placed()
      const { payment } = await this.deposit(customer?.id ?? "", "10.00")
      await this.act(`accounts/${payment.account_id}/reconcile`, { strategy: "oldest_first" })
      await this.host.settled()
      // As if the option had been off when it was applied.
      await this.host.sql(
        `delete from reconciliation_mirror m using reconciliation_document d
          where d.id = m.document_id and d.order_id = ? returning m.id`,
        [id],
      )
      return { path: "mirrors", body: { order_ids: [id] }, other: { body: {} } }
    },
    "post mirrors/{id}/retry": async () => {
      const retried = async (): Promise<string> => `mirrors/${await this.refusedMirror()}/retry`
      return { path: await retried(), body: {}, movesOn: true, other: { path: await retried() } }
    },
    ...runScenes(
      () => this.host,
      async () => unheard(this.host, this.store, this.email()),
    ),
    ...checkScenes({ open: () => this.host, paid: async () => this.paid() }),
    ...settingsScenes(() => this.store),
    ...openingScenes(
      () => this.store,
      async () => (await this.placed()).customer?.id ?? "",
    ),
    ...noteScenes(async () => ({ store: this.store, order: await this.placed() })),
    ...writeOffScenes({
      paidBut: async (rest) => (await this.paid(rest)).id,
      act: async (route, body) => this.act(route, body),
      asked: async () => this.asked(),
      second: () => this.second,
    }),
  }

  private email(): string {
    this.places += 1
    return `buyer${this.places}@example.com`
  }

  private async act<Body>(route: string, body: unknown): Promise<Body> {
    return await this.store.act<Body>(`reconciliation/${route}`, body)
  }

  private async placed(): Promise<OrderReconciliation> {
    const id = await this.store.checkOut([0, 1], this.email())
    return await this.store.eventually(id, { state: "none" })
  }

  private async paid(rest = 0): Promise<OrderReconciliation> {
    const { id, totals } = await this.placed()
    await this.store.capture(id, Math.round((Number(totals.owed) - rest) * 100) / 100)
    return await this.store.eventually(id, { totals: { open: rest.toFixed(2) } })
  }

  private async planned(): Promise<OrderReconciliation> {
    const { id } = await this.placed()
    await this.store.send("put", `reconciliation/orders/${id}/plan`, planned("40.00"))
    return await this.store.order(id)
  }

  private async instalment(): Promise<string> {
    return (await this.planned()).plan?.instalments[0]?.id ?? ""
  }

  private async deposit(customer_id: string, amount: string): Promise<Recorded> {
    return this.act<Recorded>("payments", { customer_id, currency_code: "eur", amount, method: "cheque" })
  }

  /** Money on account that pays nothing. */
  private async idle(): Promise<string> {
    const { customer } = await this.placed()
    return (await this.deposit(customer?.id ?? "", "50.00")).payment.id
  }

  /** Money that the store does not count, as if it had refused it. */
  private async refusedMirror(): Promise<string> {
    const { id, customer } = await this.placed()
    const { payment } = await this.deposit(customer?.id ?? "", "10.00")
    await this.act(`accounts/${payment.account_id}/reconcile`, { strategy: "oldest_first" })
    await this.host.settled()
    const [row] = await this.host.sql<{ id: string }>(
      `update reconciliation_mirror m set state = 'refused', refusal = 'nothing_open'
         from reconciliation_document d where d.id = m.document_id and d.order_id = ? returning m.id`,
      [id],
    )
    return row?.id ?? ""
  }

  /** A write-off that waits for a second person. */
  private async asked(): Promise<string> {
    const { id } = await this.paid(0.03)
    const { request } = await this.act<{ request: { id: string } }>(`orders/${id}/write-offs`, {
      kind: "short_payment",
      reason: "three cents",
    })
    return request.id
  }
}
