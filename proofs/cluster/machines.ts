import type { OwnDatabase } from "../../bench/lib/database"
import { send } from "../../bench/lib/database"
import type { Host } from "../../integration-tests/setup/host"
import { eventually, MortalHost } from "../crash/points/host"

/** The processes of a store on one database: servers answer people, workers do what goes on behind them. */
export class Machines {
  private turn = 0

  private constructor(
    readonly database: OwnDatabase,
    readonly servers: readonly MortalHost[],
    readonly workers: readonly MortalHost[],
  ) {}

  /** One process that is both, with what the host brings along and no Redis. */
  static async one(database: OwnDatabase): Promise<Machines> {
    const host = new MortalHost(database, "cluster_one", { TEST_MIRROR: "off" })
    await host.boot()
    return new Machines(database, [host], [host])
  }

  /** Without Redis nobody tells the workers anything: the control. */
  static async cluster(database: OwnDatabase, redisUrl: string | null, count = 2): Promise<Machines> {
    const called = (mode: "server" | "worker"): MortalHost[] =>
      Array.from(
        { length: count },
        (_, index) =>
          new MortalHost(database, `cluster_${mode}_${index + 1}`, {
            MEDUSA_WORKER_MODE: mode,
            TEST_MIRROR: "off",
            ...(redisUrl !== null && { TEST_REDIS_URL: redisUrl }),
          }),
      )
    const machines = new Machines(database, called("server"), called("worker"))
    for (const host of [...machines.servers, ...machines.workers])
      // oxlint-disable-next-line no-await-in-loop -- four at once would wait for two cores
      await host.boot()
    return machines
  }

  /** A server, each time the next one, as a balancer before them does. */
  asHost(): Host {
    const hosts = this.servers.map((server) => server.asTested())
    const next = (): Host => {
      this.turn += 1
      const host = hosts[this.turn % hosts.length]
      if (!host) throw new Error("there is no server")
      return host
    }
    return {
      ...next(),
      request: async (method, route, call) => await next().request(method, route, call),
    }
  }

  /** Kills (`kill -9`) the worker that writes allocations at this moment; gives its name. */
  async killWriter(): Promise<string> {
    let found: MortalHost | undefined
    const seen = await eventually(async () => {
      const rows = await send<{ name: string }>(this.database.knex, WRITERS)
      found = this.workers.find(({ name }) => rows.some((row) => row.name === name))
      return found !== undefined
    })
    if (!seen || !found) throw new Error("no worker was ever seen writing")
    const { name } = found
    await found.kill()
    return name
  }

  async end(): Promise<void> {
    await Promise.all([...new Set([...this.servers, ...this.workers])].map(async (host) => await host.kill()))
  }
}

const WRITERS = `select a.application_name as name from pg_locks l join pg_stat_activity a on a.pid = l.pid
  where l.relation = 'reconciliation_allocation'::regclass and l.mode = 'RowExclusiveLock' and l.granted`
