import type { Answer, Host } from "../../integration-tests/setup/host"
import type { EditedCell, OrderReconciliation } from "../../src/types/http"
import { randomEdit, randomOf } from "./random-edit"
import type { Pairs, Saved } from "./report"
import { textOf } from "./saves"
import type { SeenMatrix } from "./shop"

type Headers = Readonly<Record<string, string>>

/** Somebody who is logged in, with the id that the journal names them by. */
export interface Admin {
  readonly id: string
  readonly headers: Headers
}

interface Refusal {
  readonly code: string
  readonly message: string
  readonly ids: Readonly<Record<string, string>>
}

interface Save {
  readonly orderId: string
  readonly cells: readonly EditedCell[]
  readonly version: number
  readonly headers: Headers
}

/** With 32 writers, one of 32 is first; after this many times a person gives up. */
const PATIENCE = 100

/** People who change an order's matrix by the route that its page calls. */
export class MatrixByHttp {
  private requests = 0

  constructor(private readonly host: Host) {}

  async logIn(email: string): Promise<Admin> {
    const headers = await this.host.logIn(email)
    const { body } = await this.host.request<{ user: { id: string } }>("get", "/admin/users/me", { headers })
    return { id: body.user.id, headers }
  }

  /** Writers abreast, each of whom saves random cells so many times. */
  async saveAtOnce(
    orderId: string,
    { admins, writers, times }: { admins: readonly Admin[]; writers: number; times: number },
  ): Promise<Saved> {
    const started = Date.now()
    const refused: Record<string, number> = {}
    let done = 0
    const writer = async (_: unknown, index: number): Promise<void> => {
      const headers = admins[index % admins.length]?.headers ?? {}
      for (let turn = 0; turn < times; turn += 1) {
        const code = await this.saveRandom(orderId, { number: index * times + turn, headers })
        if (code === null) done += 1
        else refused[code] = (refused[code] ?? 0) + 1
      }
    }
    await Promise.all(Array.from({ length: writers }, writer))
    const seconds = (Date.now() - started) / 1000
    return { saves: writers * times, done, refused, requests: this.requests, seconds }
  }

  /**
   * Thinks of an edit of the matrix as it was last read, and saves it on the version that stands; when another has
   * saved meanwhile, on the version that the refusal names, as a person would who has looked at what it says.
   */
  private async saveRandom(
    orderId: string,
    { number, headers }: { number: number; headers: Headers },
  ): Promise<string | null> {
    const order = await this.order(orderId, headers)
    const cells = randomEdit(seenOf(order), randomOf(number)).map(({ credit, debit, amount }) => ({
      row: debit,
      column: credit,
      amount: textOf(amount),
    }))
    let { version } = order
    for (let attempt = 1; ; attempt += 1) {
      const { status, body } = await this.save({ orderId, cells, version, headers })
      if (status === 200) return null
      if (body.code !== "version_stale" || attempt === PATIENCE) return body.code
      version = Number(body.ids["version"])
    }
  }

  /** Two look at one version and save different cells of it at the same time, again and again. */
  async saveInPairs(
    orderId: string,
    { admins, trials }: { admins: readonly [Admin, Admin]; trials: number },
  ): Promise<Pairs> {
    const order = await this.order(orderId, admins[0].headers)
    const held = new Map(order.cells.map((cell) => [`${cell.row} ${cell.column}`, centsOf(cell.amount)]))
    const debits = new Map(order.items.flatMap(({ id, row, side }) => (side === "debit" ? [[row, id]] : [])))
    let { version } = order
    let [oneWon, told] = [0, 0]
    for (let trial = 0; trial < trials; trial += 1) {
      const named = [...held].filter(([, amount]) => amount > 1n)
      const edits = admins.map(({ id, headers }, index) => {
        const [name, amount] = named[(trial * 2 + index) % named.length] ?? ["", 0n]
        const [row = "", column = ""] = name.split(" ")
        return { id, headers, name, left: amount - 1n, cell: { row, column, amount: textOf(amount - 1n) } }
      })
      const answers = await Promise.all(
        edits.map(async ({ headers, cell }) => this.save({ orderId, cells: [cell], version, headers })),
      )
      const winner = edits[answers.findIndex(({ status }) => status === 200)]
      const refusal = answers.find(({ status }) => status === 409)?.body
      if (!winner || refusal?.code !== "version_stale") break
      oneWon += 1
      version += 1
      held.set(winner.name, winner.left)
      const { row, column } = winner.cell
      const changed = refusal.ids["changed"] ?? ""
      const isNamed = changed.startsWith(`${column}/${debits.get(row)} `) && changed.endsWith(" -0.01")
      if (isNamed && refusal.message.includes(winner.id)) told += 1
    }
    return { trials, oneWon, told }
  }

  private async save({ orderId, cells, version, headers }: Save): Promise<Answer<Refusal>> {
    this.requests += 1
    return this.host.request<Refusal>("post", `/admin/reconciliation/orders/${orderId}/allocations`, {
      body: { cells, version },
      headers: { ...headers },
    })
  }

  private async order(orderId: string, headers: Headers): Promise<OrderReconciliation> {
    this.requests += 1
    const { body } = await this.host.request<{ order: OrderReconciliation }>(
      "get",
      `/admin/reconciliation/orders/${orderId}`,
      { headers: { ...headers } },
    )
    return body.order
  }
}

/** Rows stand for debits here: a cell of the matrix is named by its row. */
function seenOf({ version, columns, rows, cells }: OrderReconciliation): SeenMatrix {
  return {
    version,
    credits: columns.map(({ id }) => id),
    debits: rows.map(({ key }) => key),
    cells: new Map(cells.map((cell) => [`${cell.column} ${cell.row}`, centsOf(cell.amount)])),
    openOf: new Map([
      ...columns.map(({ id, unallocated }) => [id, centsOf(unallocated)] as const),
      ...rows.map(({ key, open }) => [key, centsOf(open)] as const),
    ]),
  }
}

const centsOf = (text: string): bigint => BigInt(text.replace(".", ""))
