import type { ListedTransactionView, ReconciliationState } from "../../src/types/http"
import type { Ledger } from "./ledger"

export const STATES = ["full", "partial", "none", "planned", "error"] as const

/** All transactions of a ledger, or those of a state, or of an account. */
export async function listedIn(
  { service: { lists } }: Pick<Ledger, "service">,
  wanted: {
    state?: ReconciliationState
    accountId?: string
    glAccount?: string
    unreconciled?: boolean
  } = {},
): Promise<ListedTransactionView[]> {
  const rows: ListedTransactionView[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    // oxlint-disable-next-line no-await-in-loop -- each page begins where the one before it ends
    const page = await lists.page({ unreconciled: false, sort: "newest", limit: 500, ...wanted, cursor })
    rows.push(...page.transactions)
    cursor = page.nextCursor
  }
  return rows
}

/** What the lists by state have that is shown in another state, or leave out; empty when they are right. */
export async function wrongStates(ledger: Pick<Ledger, "service">): Promise<string[]> {
  const found: string[] = []
  for (const state of STATES) {
    // oxlint-disable-next-line no-await-in-loop -- one list after the other
    for (const row of await listedIn(ledger, { state })) found.push(`${row.number} ${state}`)
  }
  const shown = (await listedIn(ledger)).map(({ number, state }) => `${number} ${state}`)
  const [listed, said] = [new Set(found), new Set(shown)]
  return [
    ...found
      .filter((one) => !said.has(one))
      .map((one) => `the list by state has ${one}, which is shown otherwise`),
    ...shown.filter((one) => !listed.has(one)).map((one) => `the list by state has not ${one}`),
    ...(found.length === listed.size ? [] : ["a transaction is in the lists of two states"]),
  ]
}
