import type { DocumentHistory } from "../../src/modules/reconciliation/domain/posting/document-state"
import type { HostOrders } from "../../src/modules/reconciliation/runs/types"
import type ReconciliationModuleService from "../../src/modules/reconciliation/service"
import { openLedger, type Ledger } from "../setup/ledger"
import { OldShop } from "../setup/old-shop"

type Read = HostOrders["histories"][number]

describe("F58: orders that come to the ledger together, on PostgreSQL", () => {
  let ledger: Ledger
  let service: ReconciliationModuleService
  const shop = new OldShop(() => ({ ...ledger, service }))
  beforeAll(async () => {
    ledger = await openLedger("back_fill_together")
    service = ledger.serviceWith({
      matchingCodes: { scope: "store" },
      deposits: [
        {
          product: "prod_sofa",
          downPayment: { percent: 20 },
          schedule: [{ afterDays: 30, percent: 100 }],
        },
      ],
      paymentTerms: [{ salesChannels: ["sc_slow"], due: { days: 45 } }, { due: { onDelivery: 0 } }],
    })
    await shop.build()
  })
  afterAll(async () => {
    await ledger.close()
  })
  afterEach(async () => {
    // All accounts share one sequence here, so that none of them counts 1, 2, 3.
    const found = await shop.violations()
    expect(found.filter((one) => !one.startsWith("codes of an account are not"))).toEqual([])
  })

  /** Every second order has a down payment, some terms of their own; all were delivered in part and have an invoice. */
  const read = async (orderIds: readonly string[]): Promise<HostOrders> => {
    const { histories } = await shop.read(orderIds)
    return { histories: histories.map(told), failures: [] }
  }
  const told = (history: Read): Read => {
    const [first, second] = linesOf(history)
    const place = Number(history.placedOn.slice(-1))
    const facts = { typeId: null, collectionId: null, categoryIds: [] }
    return {
      ...history,
      ...(place % 2 === 0 && { products: new Map([[second, { ...facts, productId: "prod_sofa" }]]) }),
      termsFacts: {
        customerGroupIds: [],
        providerIds: [],
        salesChannelId: place % 3 === 0 ? "sc_slow" : null,
      },
      deliveries: { lines: new Map([[first, "2025-02-01"]]), whole: null },
      supplies: (["fulfilled", "delivered"] as const).map((step) => ({
        lineKey: first,
        fulfilmentId: "ful_1",
        step,
        quantity: "1.5",
        occurredAt: "2025-02-01T10:00:00.000Z",
        occurredOn: "2025-02-01",
      })),
      numbers: [{ key: null, number: `INV-${history.placedOn}` }],
    }
  }
  const linesOf = ({ states }: DocumentHistory): [string, string] => {
    const [first, second] = (states.find(({ lines }) => (lines ?? []).length > 1)?.lines ?? []).map(
      ({ key }) => key,
    )
    return [first ?? "", second ?? ""]
  }

  /** What stands beside an order's rows, by names that depend on neither ids nor customers. */
  const besides = async (customerId: string): Promise<string[]> => {
    const rows = await ledger.sql<{ line: string }>(
      `with own as (select d.* from reconciliation_document d join reconciliation_account a on a.id = d.account_id where a.owner_id = ?)
       select concat_ws(' ', placed_on, 'document', version, plan, host_version, read_at is not null) as line from own
       union all select concat_ws(' ', placed_on, 'due', i.kind, i.position, u.due_on)
         from own join reconciliation_open_item i on i.document_id = own.id join reconciliation_due_date u on u.open_item_id = i.id
       union all select concat_ws(' ', placed_on, 'plan', n.plan, n.number, n.due_on, n.amount, jsonb_array_length(n.pins))
         from own join reconciliation_instalment n on n.document_id = own.id
       union all select concat_ws(' ', placed_on, 'fulfils', n.number, l.amount)
         from own join reconciliation_instalment n on n.document_id = own.id join reconciliation_allocation l on l.instalment_id = n.id
       union all select concat_ws(' ', placed_on, 'terms', t.kind, t.days, t.source) from own join reconciliation_terms t on t.document_id = own.id
       union all select concat_ws(' ', placed_on, 'supply', s.step, s.quantity, s.occurred_on) from own join reconciliation_supply s on s.document_id = own.id
       union all select concat_ws(' ', placed_on, 'number', n.number) from own join reconciliation_document_number n on n.document_id = own.id
       union all select concat_ws(' ', placed_on, 'code', s.rank - min(s.rank) over ()) from own join reconciliation_matching_sequence s on s.document_id = own.id
       order by line`,
      [customerId],
    )
    return rows.map(({ line }) => line)
  }

  it("have each the rows, terms, plan, deliveries, number and place among the codes that it has by itself", async () => {
    for (const order of await shop.several("cus_each")) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as events tell of them
      for (const history of (await read([order.id])).histories) await shop.tell(order, history)
    }
    await shop.several("cus_together")
    const run = await shop.finished(await shop.start(["cus_together"]), read)
    expect(run).toMatchObject({ state: "finished", counts: { done: 5, changed: 5, failed: 0 } })
    const alone = await besides("cus_each")
    for (const part of ["due", "plan", "fulfils", "terms", "supply", "number", "code"])
      expect(alone.join("\n")).toContain(` ${part} `)
    expect(await besides("cus_together")).toEqual(alone)
    const ranks = (rows: string[]): string[] => rows.map((line) => line.replace(/ \d+$/, ""))
    expect(ranks(await shop.rows("cus_together"))).toEqual(ranks(await shop.rows("cus_each")))
    const [account] = await ledger.sql<{ line: string }>(
      `select a.version || ' ' || (select count(*) from reconciliation_change c where c.account_id = a.id) as line
         from reconciliation_account a where a.owner_id = 'cus_together'`,
    )
    expect(account).toEqual({ line: "5 5" })
  })
})
