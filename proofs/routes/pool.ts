/** What stands in the shop, for requests that are to find something. */
export interface Pool {
  readonly orders: string[]
  readonly customers: string[]
  /** Payments, captures and open items. */
  readonly payments: string[]
  readonly rows: string[]
  readonly cursors: string[]
  readonly writeOffs: string[]
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
  for (const [, id] of text.matchAll(/"payment":\{"id":"(\d+)"/g)) {
    keep(pool.payments, id)
    pool.numbers = Math.max(pool.numbers, Number(id))
  }
}

function keep(list: string[], value: string | undefined): void {
  if (value !== undefined && list.length < MOST && !list.includes(value)) list.push(value)
}
