import { typedTextOf } from "../../src/modules/reconciliation/ledger/tables/typed-texts"
import { writeFileSync } from "node:fs"
import { setTimeout as sleep } from "node:timers/promises"
import { GRACE_MILLISECONDS } from "../../src/modules/reconciliation/ingest/captures-and-refunds"
import { ledgerOf } from "../../src/workflows/ledger-of"
import { sweep } from "../../src/workflows/sweep/sweep"
import { describeHost, type Host } from "../../integration-tests/setup/host"
import { TestStore } from "../../integration-tests/setup/store"
import { REPORT } from "../../bench/lib/on-host"
import { BadBus } from "./bad-bus"
import { Chance } from "../../bench/lib/chance"
import type { HostReport } from "./on-host"
import { act, scriptOf } from "./script"

const HISTORIES = Number(process.env["EVENTS_HISTORIES"] ?? 2)

/** An order's rows in the order of writing, without times; ids by the order in which they appear. */
async function rowsOf(host: Host, orderId: string): Promise<string[]> {
  const rows = await host.sql<{ row: string }>(
    `with item as (select i.* from reconciliation_open_item i
                     join reconciliation_document d on d.id = i.document_id where d.order_id = ?)
     select row from (
       select id as place, concat_ws(' ', 'item', key, sequence, side, kind, line_key, position, title, ${typedTextOf("reference")}, method,
              taxes, amount, allocated) as row
         from item
       union all
       select 1e15::bigint + a.id, concat_ws(' ', 'allocation', c.key, c.sequence, d.key, d.sequence, a.amount, a.rule,
              a.credit_open_before, a.debit_open_before)
         from reconciliation_allocation a join item c on c.id = a.credit_item_id join item d on d.id = a.debit_item_id
       union all
       select 0, concat_ws(' ', 'document', d.host_version, d.problems, d.state_at is not null, s.rank)
         from reconciliation_document d left join reconciliation_matching_sequence s on s.document_id = d.id
        where d.order_id = ?) r
      order by place`,
    [orderId, orderId],
  )
  const names = new Map<string, string>()
  return rows.map(({ row }) =>
    row.replaceAll(/\b([a-z_]+)_[0-9A-Z]{26}\b/g, (id, kind: string) => {
      const name = names.get(id) ?? `${kind}_${names.size + 1}`
      names.set(id, name)
      return name
    }),
  )
}

/**
 * Of which refund the host notes the amount it does not always choose alike when a payment has several: then the two
 * orders are not the same, whatever a ledger makes of them.
 */
async function isSameInHost(host: Host, [one, other]: readonly [string, string]): Promise<boolean> {
  const noted = async (orderId: string): Promise<string> =>
    JSON.stringify(
      await host.sql(
        "select reference, amount::text from order_transaction where order_id = ? and deleted_at is null order by 1, 2",
        [orderId],
      ),
    )
  return (await noted(one)) === (await noted(other))
}

async function differing(host: Host, pairs: readonly (readonly [string, string])[]): Promise<string[]> {
  const different: string[] = []
  for (const [index, [clean, lossy]] of pairs.entries()) {
    const [wanted, found] = [await rowsOf(host, clean), await rowsOf(host, lossy)]
    const place = Array.from({ length: Math.max(wanted.length, found.length) }).findIndex(
      (_, row) => wanted[row] !== found[row],
    )
    if (place >= 0)
      different.push(`${index}: found  ${found[place] ?? "nothing"}\nwanted ${wanted[place] ?? "nothing"}`)
  }
  return different
}

/** The host's own job would sweep every minute, and the proof would not know what one sweep repairs. */
async function holdSweepsBack(host: Host): Promise<() => void> {
  await sweep(host.container())
  const memory = ledgerOf(host.container()).sweep
  memory.readWatermark = () => Promise.reject(new Error("the proof sweeps by itself"))
  return () => {
    Reflect.deleteProperty(memory, "readWatermark")
  }
}

describeHost((host) => {
  it("ends, after one sweep, in the clean run's rows when events are dropped, doubled and shuffled", async () => {
    const store = await TestStore.open(host, { currency: "usd", prices: [75, 24.99, 20], taxRate: 7.25 })
    const chance = new Chance(HISTORIES)
    const bus = new BadBus(host, chance)
    const scripts = Array.from({ length: HISTORIES }, () => scriptOf(chance))
    const release = await holdSweepsBack(host)
    const played = async (name: string): Promise<string[]> => {
      const orders: string[] = []
      for (const [index, script] of scripts.entries()) {
        const outcome = await act(store, script, {
          email: `${name}${index}@example.com`,
          after: () => bus.next(),
        })
        orders.push(outcome.orderId)
        outcomes.push(JSON.stringify(outcome.answers))
      }
      return orders
    }
    const outcomes: string[] = []
    const clean = await played("clean")
    bus.isBad = true
    const lossy = await played("lossy")
    await bus.drain()
    bus.isBad = false
    expect(outcomes.slice(HISTORIES)).toEqual(outcomes.slice(0, HISTORIES))

    const pairs: (readonly [string, string])[] = []
    for (const [index, orderId] of clean.entries()) {
      const pair = [orderId, lossy[index] ?? ""] as const
      if (await isSameInHost(host, pair)) pairs.push(pair)
    }
    const unswept = await differing(host, pairs)
    // Until then an order whose money is young is left for a later read, and the second half's is younger.
    await sleep(GRACE_MILLISECONDS + 1_000)
    release()
    const { read: swept } = await sweep(host.container())
    const report: HostReport = {
      histories: HISTORIES,
      compared: pairs.length,
      actions: scripts.reduce((sum, { actions }) => sum + actions.length + 1, 0),
      ...bus.tally,
      swept,
      unswept: unswept.length,
      different: await differing(host, pairs),
    }
    const file = process.env[REPORT]
    if (file) writeFileSync(file, JSON.stringify(report))
    expect(report.different).toEqual([])
  }, 1_800_000)
})
