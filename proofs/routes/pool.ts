interface SeenCell {
  readonly row: string
  readonly column: string
}

export interface SeenMatrix {
  readonly order: string
  readonly version: number
  readonly cells: readonly SeenCell[]
}

/** What stands in the shop, for requests that are to find something. */
export interface Pool {
  readonly orders: string[]
  readonly customers: string[]
  /** Payments, captures and open items. */
  readonly payments: string[]
  readonly rows: string[]
  readonly cursors: string[]
  readonly writeOffs: string[]
  /** Changes that an order's history named. */
  readonly changes: string[]
  /** Columns of matrices. */
  readonly columns: string[]
  /** Matrices as answers last showed them, by their orders, so that some edits fit. */
  readonly matrices: Map<string, SeenMatrix>
  /** Ids of accounts, open items, instalments and requests are small whole numbers: so many there are. */
  accounts: number
  numbers: number
  /** Headers of those who may call: two people, and a program with a secret key. */
  readonly people: Readonly<Record<string, string>>[]
  readonly key: Readonly<Record<string, string>>
}

const MOST = 400

/** Keeps what an answer names, so that later requests can speak of it. */
export function learn(pool: Pool, text: string): void {
  for (const [, cursor] of text.matchAll(/"next_cursor":"([^"]+)"/g)) keep(pool.cursors, cursor)
  for (const [, id] of text.matchAll(/"write_off":\{"id":"([^"]+)"/g)) keep(pool.writeOffs, id)
  for (const [, id] of text.matchAll(/"key":"(?:cap:)(capt_\w+)"/g)) keep(pool.payments, id)
  for (const [, id] of text.matchAll(/"change_id":"(\d+)"/g)) keep(pool.changes, id)
  for (const [, id] of text.matchAll(/"column":"(\d+)"/g)) keep(pool.columns, id)
  keepMatrix(pool, text)
  for (const [, id] of text.matchAll(/"payment":\{"id":"(\d+)"/g)) {
    keep(pool.payments, id)
    pool.numbers = Math.max(pool.numbers, Number(id))
  }
}

/** An order that was read; the plugin's answers are what it says they are, so nothing else is asked of them. */
function keepMatrix(pool: Pool, text: string): void {
  if (!text.includes('"read":true,"customer"')) return
  const { order } = JSON.parse(text) as { order: { id: string } & Omit<SeenMatrix, "order"> }
  const { id, version, cells } = order
  pool.matrices.set(id, { order: id, version, cells })
}

function keep(list: string[], value: string | undefined): void {
  if (value !== undefined && list.length < MOST && !list.includes(value)) list.push(value)
}
