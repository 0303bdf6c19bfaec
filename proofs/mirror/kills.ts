import { openDatabase, send } from "../../bench/lib/database"
import type { Server } from "../../bench/lib/task"
import { TestStore } from "../../integration-tests/setup/store"
import { Hold, type Lock } from "../crash/points/hold"
import { eventually, MortalHost } from "../crash/points/host"

export interface Kills {
  readonly kills: number
  /** What must not be, in words. */
  readonly wrong: readonly string[]
}

interface Scene {
  readonly orderId: string
  readonly accountId: string
  readonly depositId: string
  /** The payment of its checkout, which following the mirror cancels. */
  readonly paymentId: string
  /** Of the mirror, where it is recorded already. */
  readonly hostName: string | null
}

interface Point {
  readonly name: string
  /** Whether the money is being taken back, and not shown. */
  readonly isBack: boolean
  readonly lock: (scene: Scene) => Lock
}

const inserting =
  (table: string): Point["lock"] =>
  () => [`lock table ${table} in share row exclusive mode`]

/** Where a host is held, so that it dies between two things that it does. */
const POINTS: readonly Point[] = [
  { name: "collect", isBack: false, lock: inserting("payment_collection") },
  { name: "count", isBack: false, lock: inserting("order_transaction") },
  { name: "link", isBack: false, lock: inserting("order_payment_collection") },
  {
    name: "follow",
    isBack: false,
    lock: ({ paymentId }) => ["select 1 from payment where id = $1 for update", [paymentId]],
  },
  { name: "give back", isBack: true, lock: inserting("refund") },
  {
    name: "given back",
    isBack: true,
    lock: ({ hostName }) => [
      "select 1 from payment_collection where id = 'pay_col_R' || $1 for update",
      [hostName],
    ],
  },
  { name: "count back", isBack: true, lock: inserting("order_transaction") },
]

/** Kills a real host (`kill -9`) between the steps of a mirror; the next one must end what it began, once. */
export async function killBetweenSteps(
  server: Server,
  { turns, say }: { readonly turns: number; readonly say: (line: string) => void },
): Promise<Kills> {
  const database = await openDatabase(server, 4)
  const host = new MortalHost(database)
  const wrong: string[] = []
  let kills = 0
  try {
    await host.migrate()
    await host.boot()
    const run = new Run(host, await TestStore.open(host.asTested(), { currency: "usd", prices: [100, 68] }))
    for (let turn = 1; turn <= turns; turn += 1) {
      for (const point of POINTS) {
        const found = await run.killAt(point, `${point.name} ${turn}`)
        kills += 1
        say(`killed at "${point.name}": ${found.length === 0 ? "ended once by the next" : found.join("; ")}`)
        wrong.push(...found)
      }
    }
    return { kills, wrong }
  } finally {
    await host.kill()
    await database.drop()
  }
}

class Run {
  constructor(
    private readonly host: MortalHost,
    private readonly store: TestStore,
  ) {}

  async killAt(point: Point, name: string): Promise<string[]> {
    const scene = await this.open(point, name.replaceAll(" ", "-"))
    const hold = await Hold.by(this.host.database, point.lock(scene))
    try {
      if (point.isBack) await this.takeBack(scene)
      else await this.apply(scene)
      await hold.reached(this.host.name)
    } finally {
      await this.host.kill()
      await hold.release()
    }
    await this.host.boot()
    await this.sql("delete from reconciliation_mirror_lease")
    await this.sql("update reconciliation_mirror set next_at = now() - interval '1 second'")
    const wanted = point.isBack ? "withdrawn" : "recorded"
    await this.nudge(scene)
    if (!(await eventually(async () => (await this.stateOf(scene)) === wanted, 120_000)))
      return [`${name}: the mirror is ${await this.stateOf(scene)}`]
    return (await this.wrongOf(scene, point.isBack)).map((what) => `${name}: ${what}`)
  }

  private async open({ isBack }: Point, name: string): Promise<Scene> {
    const orderId = await this.store.checkOut([0, 1], `${name}@example.com`)
    const account = async () =>
      this.sql<{ id: string; owner: string }>(
        `select a.id::text as id, a.owner_id as owner from reconciliation_document d
           join reconciliation_account a on a.id = d.account_id where d.order_id = $1`,
        [orderId],
      )
    await eventually(async () => (await account()).length > 0)
    const [found] = await account()
    if (!found) throw new Error(`the ledger never heard of ${orderId}`)
    const { payment } = await this.store.act<{ payment: { id: string } }>("reconciliation/payments", {
      customer_id: found.owner,
      currency_code: "usd",
      amount: "100.00",
      method: "cheque",
    })
    const { id: paymentId } = await this.store.payment(orderId)
    const scene = { orderId, accountId: found.id, depositId: payment.id, paymentId, hostName: null }
    if (!isBack) return scene
    await this.apply(scene)
    await eventually(async () => (await this.stateOf(scene)) === "recorded")
    // The worker still follows the order; its lease goes with its end.
    await eventually(async () => (await this.sql("select 1 from reconciliation_mirror_lease")).length === 0)
    const [row] = await this.sql<{ host_name: string }>(ROW, [orderId])
    return { ...scene, hostName: row?.host_name ?? null }
  }

  private async apply({ accountId }: Scene): Promise<void> {
    await this.store.act(`reconciliation/accounts/${accountId}/reconcile`, { strategy: "oldest_first" })
  }

  private async takeBack({ depositId }: Scene): Promise<void> {
    await this.store.act(`reconciliation/payments/${depositId}/allocations/delete`, { cascade: true })
  }

  /** As a person does who does not wait for the job. */
  private async nudge({ orderId }: Scene): Promise<void> {
    const [row] = await this.sql<{ id: string; state: string }>(ROW, [orderId])
    if (row && (row.state === "wanted" || row.state === "withdrawing"))
      await this.store.act(`reconciliation/mirrors/${row.id}/retry`)
  }

  private async stateOf({ orderId }: Scene): Promise<string> {
    const [row] = await this.sql<{ state: string }>(ROW, [orderId])
    return row?.state ?? "not wanted"
  }

  /** One row of each kind, and the host owes what the ledger owes. */
  private async wrongOf({ orderId }: Scene, isBack: boolean): Promise<string[]> {
    await eventually(async () => (await this.sql("select 1 from reconciliation_mirror_lease")).length === 0)
    const [found] = await this.sql<Record<string, number>>(FOUND, [orderId])
    const wanted = isBack
      ? { mirrors: 1, captures: 1, refunds: 1, transactions: 2, counted: 0 }
      : { mirrors: 1, captures: 1, refunds: 0, transactions: 1, counted: 100 }
    const { order } = await this.store.get<{ order: Shown }>(
      `orders/${orderId}?fields=id,total,summary,payment_status,*payment_collections`,
    )
    const open = isBack ? 168 : 68
    const asks = order.payment_collections
      .filter(({ status }) => status === "not_paid")
      .map(({ amount }) => amount)
    const shown = { total: order.total, pending: order.summary.pending_difference, asks: asks.join() }
    return [
      ...(same(found, wanted) ? [] : [`the host has ${JSON.stringify(found)}`]),
      ...(same(shown, { total: 168, pending: open, asks: String(open) }) ? [] : [JSON.stringify(shown)]),
    ]
  }

  private async sql<Row extends object = object>(statement: string, values: unknown[] = []): Promise<Row[]> {
    return send<Row>(this.host.database.knex, statement, values)
  }
}

interface Shown {
  readonly total: number
  readonly summary: { readonly pending_difference: number }
  readonly payment_collections: { readonly status: string; readonly amount: number }[]
}

const same = (one: object | undefined, other: object): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

const ROW = `select m.id, m.state, m.host_name from reconciliation_mirror m
  join reconciliation_document d on d.id = m.document_id where d.order_id = $1 order by m.number desc limit 1`

const FOUND = `
  select (select count(*)::int from reconciliation_mirror m join reconciliation_document d on d.id = m.document_id
           where d.order_id = $1) as mirrors,
    (select count(*)::int from capture c join payment p on p.id = c.payment_id
       join order_payment_collection l on l.payment_collection_id = p.payment_collection_id
      where l.order_id = $1 and c.id like 'capt_R%') as captures,
    (select count(*)::int from refund r join payment p on p.id = r.payment_id
       join order_payment_collection l on l.payment_collection_id = p.payment_collection_id where l.order_id = $1) as refunds,
    (select count(*)::int from order_transaction t where t.order_id = $1) as transactions,
    (select coalesce(sum(t.amount), 0)::int from order_transaction t where t.order_id = $1) as counted`
