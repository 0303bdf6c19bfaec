import { Client } from "pg"

/**
 * A database that one host of a run has migrated, for the others to copy: migrating some 150 tables takes as long
 * as all else that starting a host does. The run names it by HOST_TEMPLATE; without a name each host migrates.
 */
export class HostTemplate {
  private lock: Client | null = null

  constructor(
    /** The database that the host will use. */
    private readonly database: string,
    private readonly template = process.env["HOST_TEMPLATE"] ?? "",
  ) {}

  /** Copies the template, or, when there is none yet, keeps the others waiting until `provide`. */
  async copy(): Promise<void> {
    if (this.template === "") return
    const client = await connect()
    await client.query("select pg_advisory_lock(hashtext($1))", [this.template])
    const { rowCount } = await client.query("select from pg_database where datname = $1", [this.template])
    if (rowCount === 0) {
      this.lock = client
      return
    }
    await client.query(`create database "${this.database}" template "${this.template}"`)
    await client.end()
  }

  /** Makes the template of the host's own database, if this is the host that migrated first. */
  async provide(snapshot: (template: string) => Promise<void>): Promise<void> {
    if (!this.lock) return
    await snapshot(this.template)
    await this.lock.end()
    this.lock = null
  }
}

async function connect(): Promise<Client> {
  const client = new Client({
    host: process.env["DB_HOST"] ?? "localhost",
    port: Number(process.env["DB_PORT"] ?? 5432),
    user: process.env["DB_USERNAME"] ?? "postgres",
    password: process.env["DB_PASSWORD"] ?? "",
    database: "postgres",
  })
  await client.connect()
  return client
}
