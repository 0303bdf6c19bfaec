import { Client } from "pg"
import type { Server } from "../../bench/lib/task"

/** Databases of the stores; each store's is a copy of one in which an order was paid before the plugin came. */
export class Databases {
  private made = 0

  private constructor(private readonly server: Server) {}

  static async on(server: Server): Promise<Databases> {
    const databases = new Databases(server)
    // Nothing here must survive a crash, and hosts migrate three times as fast.
    if (server.pid !== null)
      for (const one of ["fsync", "synchronous_commit", "full_page_writes"])
        // oxlint-disable-next-line no-await-in-loop -- three settings, once
        await databases.say(`alter system set ${one} = off`)
    await databases.say("select pg_reload_conf()")
    return databases
  }

  /** A new database, empty or a copy. */
  async create(of?: string): Promise<string> {
    this.made += 1
    const name = `reconciliation_install_${process.pid}_${this.made}`
    const template = of === undefined ? "" : ` template ${nameOf(of)}`
    await this.say(`create database ${name}${template}`)
    const url = new URL(this.server.url)
    url.pathname = `/${name}`
    return url.href
  }

  async drop(url: string): Promise<void> {
    await this.say(`drop database if exists ${nameOf(url)} with (force)`)
  }

  private async say(statement: string): Promise<void> {
    const client = new Client(this.server.url)
    await client.connect()
    try {
      await client.query(statement)
    } finally {
      await client.end()
    }
  }
}

const nameOf = (url: string): string => new URL(url).pathname.slice(1)
