import type { RunView } from "../../src/types/http"
import { connectTo, openLedger, type Ledger } from "../setup/ledger"
import { RunShop } from "../setup/run-shop"
import ReconciliationModuleService from "../../src/modules/reconciliation/service"

const CUSTOMERS = 6

describe("F32, F59: workers of a run, on PostgreSQL", () => {
  let ledger: Ledger
  let control: string[]
  const shop = new RunShop(() => ledger)
  beforeAll(async () => {
    ledger = await openLedger("runs_at_once")
    for (const name of ["plain", "killed", "shared", "stopped", "broken"]) {
      for (let index = 1; index <= CUSTOMERS; index += 1)
        // oxlint-disable-next-line no-await-in-loop -- the same customers in the same order
        await shop.customer(`${name}_${index}`, 2, "110.00", `${index}.00`)
    }
    await shop.finished(await start("plain"))
    control = await placed("plain")
  })
  afterAll(async () => {
    await ledger.close()
  })
  afterEach(async () => {
    expect(await shop.violations()).toEqual([])
  })

  /** A run over the customers of one name, one account a chunk. */
  const start = async (name: string, strategy?: string): Promise<RunView> => {
    const customers = Array.from({ length: CUSTOMERS }, (_, index) => `${name}_${index + 1}`)
    const run = await ledger.service.runs.start({
      scope: { customer_ids: customers },
      strategy,
      context: shop.by,
    })
    await ledger.sql(
      `insert into reconciliation_run_chunk (run_id, account_ids)
       select c.run_id, array[a] from reconciliation_run_chunk c, unnest(c.account_ids) a where c.run_id = ? order by a`,
      [run.id],
    )
    await ledger.sql(
      "delete from reconciliation_run_chunk where run_id = ? and cardinality(account_ids) > 1",
      [run.id],
    )
    return run
  }

  const placed = async (name: string): Promise<string[]> =>
    (await shop.standing(`${name}_%`)).map((line) => line.replace(name, ""))

  const expire = async (): Promise<void> => {
    await ledger.sql(
      "update reconciliation_run_chunk set lease_until = now() - interval '1 second' where state = 'waiting'",
    )
  }

  const chunks = async (run: RunView): Promise<string[]> => {
    const rows = await ledger.sql<{ line: string }>(
      "select state || ' ' || attempts as line from reconciliation_run_chunk where run_id = ? order by id",
      [run.id],
    )
    return rows.map(({ line }) => line)
  }

  it("finish what a killed one has begun, and leave the same rows as if it had not been", async () => {
    const run = await start("killed")
    const doomed = connectTo(`reconciliation_runs_at_once_${process.pid}`, 2)
    const worker = new ReconciliationModuleService({ __pg_connection__: doomed }, {})
    await worker.runs.work("doomed")
    // The next one waits for an account in the middle of its chunk, and its connection is cut there.
    const [account] = await ledger.sql<{ id: string }>(
      "select id from reconciliation_account where owner_id = 'killed_2'",
    )
    const cut = ledger.database.transaction(async (session) => {
      await session.run(
        { name: "hold", text: "select id from reconciliation_account where id = $1 for update" },
        [account?.id],
      )
      const working = worker.runs.work("doomed")
      await ended(async () => {
        const rows = await session.run({
          name: "kill",
          text: `select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock' and pid <> pg_backend_pid()`,
        })
        return rows.length > 0
      })
      await expect(working).rejects.toThrow()
    })
    await cut
    await doomed.destroy()
    expect(await chunks(run)).toEqual([
      "done 1",
      "waiting 1",
      "waiting 0",
      "waiting 0",
      "waiting 0",
      "waiting 0",
    ])

    expect(await ledger.service.sweep.backlog()).toMatchObject({
      runs: { waiting: 5, due: 4, oldest_at: run.created_at },
    })

    // Others go on at once with what nobody holds, and take the rest when the lease has run out.
    expect(await shop.workOff("second")).toBe(4)
    expect(await ledger.service.runs.retrieve(run.id)).toMatchObject({
      state: "running",
      counts: { done: 5 },
    })
    await expire()
    expect(await shop.workOff("second")).toBe(1)
    expect(await ledger.service.runs.retrieve(run.id)).toMatchObject({
      state: "finished",
      counts: { done: 6 },
    })
    expect(await placed("killed")).toEqual(control)
  })

  it("share a run, each chunk done by one of them, with the same rows", async () => {
    const run = await start("shared")
    const done = await Promise.all([shop.workOff("one"), shop.workOff("two"), shop.workOff("three")])
    expect(done.reduce((sum, count) => sum + count, 0)).toBe(CUSTOMERS)
    expect(await chunks(run)).toEqual(Array.from({ length: CUSTOMERS }, () => "done 1"))
    expect(await ledger.service.runs.retrieve(run.id)).toMatchObject({ state: "finished" })
    expect(await placed("shared")).toEqual(control)
  })

  it("stop when somebody cancels it, and what was placed stays", async () => {
    const { runs } = ledger.service
    const run = await start("stopped")
    await runs.work("one")
    await runs.work("one")
    const stopped = await runs.cancel(run.id, { actorId: "user_ada", idempotencyKey: "stop" })
    expect(stopped).toMatchObject({ state: "cancelled", cancelled_by: "user_ada", counts: { done: 2 } })
    expect(await runs.cancel(run.id, { actorId: "user_ada", idempotencyKey: "stop" })).toEqual(stopped)
    expect(await runs.work("one")).toBeUndefined()
    expect((await placed("stopped")).length).toBe((control.length / CUSTOMERS) * 2)
  })

  it("let a stopped run be cancelled only when what is in work is done", async () => {
    const { runs } = ledger.service
    const run = await start("stopped")
    await ledger.sql(
      `update reconciliation_run_chunk set lease_holder = 'busy', lease_until = now() + interval '1 minute'
        where id = (select min(id) from reconciliation_run_chunk where run_id = ?)`,
      [run.id],
    )
    expect(await runs.cancel(run.id, { actorId: null })).toMatchObject({ state: "cancelling" })
    expect(await runs.work("one")).toBeUndefined()
    expect(await runs.retrieve(run.id)).toMatchObject({ state: "cancelling" })
    await expire()
    expect(await runs.work("one")).toBeUndefined()
    expect(await runs.retrieve(run.id)).toMatchObject({ state: "cancelled" })
  })

  it("do the others where one account cannot be done, and list it with its error", async () => {
    const service = ledger.serviceWith({
      strategies: {
        picky: (credits, debits) => {
          if (credits.some(({ amount }) => amount === 300n)) throw new Error("three is too few")
          const [credit, debit] = [credits[0], debits[0]]
          return credit && debit ? [{ credit: credit.id, debit: debit.id, amount: 100n }] : []
        },
      },
    })
    const customers = Array.from({ length: CUSTOMERS }, (_, index) => `broken_${index + 1}`)
    const run = await service.runs.start({
      scope: { customer_ids: customers },
      strategy: "picky",
      context: shop.by,
    })
    const work = async (): Promise<void> => {
      if (await service.runs.work("one")) await work()
    }
    await work()
    expect(await service.runs.retrieve(run.id)).toMatchObject({
      state: "finished",
      counts: { done: 5, failed: 1, placed: 5, left: expect.any(Number) },
    })
    const left = (await service.runs.left(run.id, { limit: 100 })).rows
    expect(left.filter(({ reason }) => reason === "failed")).toMatchObject([
      { owner: { id: "broken_3" }, error: "Error: three is too few" },
    ])
  })

  it("tell the bus of the orders of few accounts, and leave those of many to the mirror's job", async () => {
    const told: string[] = []
    const bus = {
      emit: async (events: { readonly name: string }[]): Promise<void> => {
        told.push(...events.map(({ name }) => name))
      },
    }
    const connection = connectTo(`reconciliation_runs_at_once_${process.pid}`, 2)
    const service = new ReconciliationModuleService({ __pg_connection__: connection, event_bus: bus }, {})
    const wanted = async (customers: string[]): Promise<number> => {
      for (const customer of customers)
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        await shop.customer(customer, 1, "10.00")
      told.length = 0
      const scope = { customer_ids: customers }
      const { counts } = await service.runs.preview({ scope, context: shop.by })
      expect([counts.placed, told]).toEqual([customers.length, []])
      await service.runs.start({ scope, context: shop.by })
      await service.runs.work("one")
      return told.filter((name) => name === "reconciliation.mirrors_wanted").length
    }
    expect(await wanted(["few_1", "few_2"])).toBe(2)
    expect(await wanted(Array.from({ length: 51 }, (_, index) => `many_${index}`))).toBe(0)
    const [row] = await ledger.sql<{ n: number }>(
      "select count(*)::int as n from reconciliation_mirror m join reconciliation_document d on d.id = m.document_id where d.order_id like 'order_many%'",
    )
    expect(row?.n).toBe(51)
    await connection.destroy()
  })

  it("give up a chunk that has ended them five times", async () => {
    const { runs } = ledger.service
    const run = await start("broken")
    await ledger.sql(
      `update reconciliation_run_chunk set attempts = 5, lease_until = now() - interval '1 second'
        where id = (select min(id) from reconciliation_run_chunk where run_id = ?)`,
      [run.id],
    )
    await shop.workOff()
    expect(await runs.retrieve(run.id)).toMatchObject({ state: "finished", counts: { done: 5, failed: 1 } })
  })

  const ended = async (isSo: () => Promise<boolean>, tries = 200): Promise<void> => {
    if (await isSo()) return
    if (tries === 0) throw new Error("it did not come to that")
    await new Promise((resolve) => setTimeout(resolve, 20))
    await ended(isSo, tries - 1)
  }
})
