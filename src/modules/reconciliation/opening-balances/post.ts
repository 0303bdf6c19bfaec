import { randomUUID } from "node:crypto"
import { ReconciliationError } from "../domain/errors"
import { grouped } from "../domain/grouped"
import { keyOf } from "../domain/key"
import { positiveMinorUnitsOf } from "../domain/money"
import type { OpenItem } from "../domain/open-item"
import { daysAfter, whenOf } from "../domain/day"
import { openingItem, type OpeningBalance, type OpeningDirection } from "../domain/posting/opening-balance"
import type { ChangeContext } from "../ledger/change"
import type { Session } from "../ledger/database"
import { change } from "../ledger/envelope"
import type { Request } from "../ledger/idempotency"
import type { AccountPlace } from "../ledger/lock"
import { accountNameOf, lockAccountsOfCustomers } from "../ledger/many-owners"
import type { Account } from "../ledger/rows"
import type { CodeSettings } from "../settings/options"
import { findStandingOpenings, giveOpeningNumbers } from "./opening-balances.sql"
import { refuseOpening } from "./refusals"

/** What a customer owed or had, as it is sent. */
export interface OpeningRow {
  readonly customerId: string
  /** Null where none is said. */
  readonly currencyCode: string | null
  readonly digits: number
  readonly balance: OpeningDirection
  /** A decimal string, above zero. */
  readonly amount: string
  /** A day of the accounting time zone; null for the day before the books begin. */
  readonly date: string | null
  readonly dueOn: string | null
  readonly documentNumber: string | null
  readonly memo: string | null
  /** The same was posted before, and this is another one. */
  readonly confirmed: boolean
}

/** A row as it can be posted, or why it cannot. */
export type PostedRow =
  | { readonly posted: bigint; readonly item: OpenItem; readonly account: Account }
  | { readonly refused: ReconciliationError }

interface Posting {
  readonly context: ChangeContext
  readonly codes: CodeSettings
  readonly timeZone: string
  readonly today: string
  /** The first day of the books; null where that is not said. */
  readonly goLiveOn: string | null
  readonly request?: Request | undefined
}

/** A row that is right by itself. */
interface Checked extends Omit<OpeningBalance, "key"> {
  readonly row: OpeningRow
  readonly currencyCode: string
  readonly place: number
}

/** A checked row in its account. */
interface Placed {
  readonly checked: Checked
  readonly account: Account
  readonly item: OpenItem
}

/**
 * Posts opening balances: all that are right, in one change for each account. What is refused of the others is said; who wants
 * all or none takes the transaction back.
 *
 * @param rows each as it can be asked for, or why it cannot
 * @throws currency_digits_changed
 */
export async function postOpeningBalances(
  session: Session,
  rows: readonly (OpeningRow | ReconciliationError)[],
  posting: Posting,
): Promise<PostedRow[]> {
  const checked = rows.map((row, place) =>
    row instanceof ReconciliationError ? row : checkedOf(row, place, posting),
  )
  const right = checked.filter((one): one is Checked => !(one instanceof ReconciliationError))
  const accounts = await accountsOf(session, right, posting.codes)
  const standing = await standingIn(session, [...accounts.values()])
  const id = randomUUID()
  const outcomes = checked.map((one): Placed | ReconciliationError => {
    if (one instanceof ReconciliationError) return one
    const account = accounts.get(accountNameOf(one.currencyCode, one.row.customerId))
    if (!account) throw new Error(`the account of ${one.row.customerId} is not locked`)
    const item = openingItem({ ...one, key: keyOf("opening", `${id}.${one.place + 1}`) }, -1n)
    const alike = one.row.confirmed
      ? undefined
      : standing.get(likenessOf(account, item, one.row.documentNumber))
    return alike === undefined
      ? { checked: one, account, item }
      : refuseOpening.looksPosted(alike, item.occurredOn)
  })
  const placed = outcomes.filter((one): one is Placed => !(one instanceof ReconciliationError))
  const ids = await write(session, placed, posting)
  await giveNumbers(session, placed, { ids, context: posting.context })
  return outcomes.map((one) => {
    if (one instanceof ReconciliationError) return { refused: one }
    const posted = ids.get(one.checked.place)
    if (posted === undefined) throw new Error("an opening balance was not written")
    return { posted, item: one.item, account: one.account }
  })
}

function checkedOf(
  row: OpeningRow,
  place: number,
  { timeZone, today, goLiveOn }: Posting,
): Checked | ReconciliationError {
  const { currencyCode, digits, balance, dueOn, memo } = row
  const date = row.date ?? (goLiveOn === null ? null : daysAfter(goLiveOn, -1))
  if (date === null) return refuseOpening.undated()
  if (currencyCode === null) return refuseOpening.noCurrency()
  if (date > today) return refuseOpening.inFuture(date, today)
  if (dueOn !== null && balance === "has_money") return refuseOpening.dueOfMoney()
  try {
    const amount = positiveMinorUnitsOf(row.amount, digits)
    return {
      row,
      place,
      currencyCode,
      direction: balance,
      amount,
      ...whenOf(date, timeZone),
      dueOn,
      memo,
      position: place,
    }
  } catch (error) {
    if (error instanceof ReconciliationError) return error
    throw error
  }
}

/** By currency and customer, locked. */
async function accountsOf(
  session: Session,
  rows: readonly Checked[],
  { firstRank }: CodeSettings,
): Promise<ReadonlyMap<string, Account>> {
  if (rows.length === 0) return new Map()
  const digits = new Map(rows.map(({ currencyCode, row }) => [currencyCode, row.digits]))
  return lockAccountsOfCustomers(
    session,
    [...digits]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([currencyCode, places]) => ({
        currencyCode,
        digits: places,
        firstRank,
        customerIds: [
          ...new Set(
            rows.filter((one) => one.currencyCode === currencyCode).map(({ row }) => row.customerId),
          ),
        ],
      })),
  )
}

/** What stands already, by what it says. */
async function standingIn(
  session: Session,
  accounts: readonly Account[],
): Promise<ReadonlyMap<string, string>> {
  if (accounts.length === 0) return new Map()
  const rows = await session.run<
    Record<"id" | "account_id" | "side" | "amount" | "occurred_on" | "number", string>
  >(findStandingOpenings, [[...new Set(accounts.map(({ id }) => id))]])
  return new Map(
    rows.map((row) => [
      [row.account_id, row.side, row.amount, row.occurred_on, row.number].join(" "),
      row.id,
    ]),
  )
}

const likenessOf = ({ id }: Account, { side, amount, occurredOn }: OpenItem, number: string | null): string =>
  [id, side, amount, occurredOn, number ?? ""].join(" ")

/** One change for each account, in ascending order of id. @returns the new items by the place of their rows */
async function write(
  session: Session,
  placed: readonly Placed[],
  { context, codes, request }: Posting,
): Promise<ReadonlyMap<number, bigint>> {
  const ids = new Map<number, bigint>()
  const inOrder = placed.toSorted((one, other) => (one.account.id < other.account.id ? -1 : 1))
  const byAccount = [...grouped(inOrder, ({ account }) => account.id.toString()).values()]
  for (const [index, own] of byAccount.entries()) {
    const [first] = own
    if (!first) continue
    // oxlint-disable-next-line no-await-in-loop -- each account has its entry in the journal, as whatever changes it
    const itemIds = await change<AccountPlace, readonly bigint[]>(session, {
      context,
      codes,
      request: index === 0 ? request : undefined,
      lock: async () => ({ account: first.account }),
      plan: async () => ({
        change: {
          kind: "opening_balance",
          items: own.map(({ item }, n) => ({ ...item, id: -BigInt(n + 1) })),
          proposals: [],
          origin: "manual",
        },
        answer: (written) => written?.itemIds ?? [],
      }),
    })
    for (const [n, { checked }] of own.entries()) {
      const id = itemIds[n]
      if (id !== undefined) ids.set(checked.place, id)
    }
  }
  return ids
}

/** Old invoices and credit notes are found by their numbers, as those of other programs are. */
async function giveNumbers(
  session: Session,
  placed: readonly Placed[],
  {
    ids,
    context: { cause, actor },
  }: { readonly ids: ReadonlyMap<number, bigint>; readonly context: ChangeContext },
): Promise<void> {
  const numbered = placed.flatMap(({ checked: { row, place, direction } }) => {
    const id = ids.get(place)
    return id === undefined || row.documentNumber === null
      ? []
      : [{ id, number: row.documentNumber, kind: direction === "owes" ? "invoice" : "credit_note" }]
  })
  if (numbered.length === 0) return
  await session.run(giveOpeningNumbers, [
    numbered.map(({ id }) => id),
    numbered.map((one) => one.number),
    numbered.map(({ kind }) => kind),
    cause,
    actor.type,
    actor.id,
  ])
}
