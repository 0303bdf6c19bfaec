import type { LookalikeView, MadeDifferenceView, OrdersPaid, PaidOrderView } from "../../../types/http"
import { notCovered } from "../domain/instalments/reserve"
import { decimalOf, minorUnitsOf } from "../domain/money"
import { openAmount } from "../domain/open-item"
import { effectOf } from "../edits/preview"
import type { ChangeContext } from "../ledger/change"
import type { Session } from "../ledger/database"
import { accountNotFound } from "../ledger/documents"
import { readAccount } from "../ledger/read-account.sql"
import type { AccountRow } from "../ledger/rows"
import { viewOrder, type LedgerOrder } from "../orders/order-view"
import { readRequest, storeRequest } from "../write-offs/second-person"
import { viewWriteOff } from "../write-offs/view"
import type { Difference, Lookalike, PaidLine, PaidOrder, RecordedMoney } from "./types"

/** What a payment came to, once all that follows it in its transaction is written. */
export async function viewPaid(
  session: Session,
  { account, item, orders, unappliedUsed }: RecordedMoney,
  { today, context }: { readonly today: string; readonly context: ChangeContext },
): Promise<OrdersPaid> {
  const { digits } = account
  const views: PaidOrderView[] = []
  const differences: MadeDifferenceView[] = []
  for (const order of orders) {
    // oxlint-disable-next-line no-await-in-loop -- in one transaction, one after the other
    views.push(await viewPaidOrder(session, order, { today, digits }))
    if (!order.difference) continue
    // oxlint-disable-next-line no-await-in-loop -- in one transaction, one after the other
    differences.push(await viewDifference(session, order, { made: order.difference, context, digits }))
  }
  const [now] = await session.run<AccountRow>(readAccount, [account.id])
  if (!now) throw accountNotFound(account.id.toString())
  return {
    orders: views,
    stays: decimalOf(item ? openAmount(item) : 0n, digits),
    unapplied_used: decimalOf(unappliedUsed, digits),
    differences,
    version: Number(now.version),
  }
}

async function viewPaidOrder(
  session: Session,
  { orderId, before, lines: planned, decided, onAccount }: PaidOrder,
  { today, digits }: { today: string; digits: number },
): Promise<PaidOrderView> {
  const after = await viewOrder(session, orderId, today)
  if (!after) throw new Error(`order ${orderId} vanished`)
  const lines = decided ? planned : planned.map((line) => withGivenUpByItself(line, after))
  const money = (units: bigint): string => decimalOf(units, digits)
  const sum = (name: "gets" | "givenUp"): bigint => lines.reduce((total, line) => total + line[name], 0n)
  return {
    ...effectOf(before, after),
    gets: money(sum("gets")),
    mirrored: money(session.mirroring?.isOn === true ? onAccount : 0n),
    given_up: money(sum("givenUp")),
    not_covered_after: after.plan?.not_covered ?? money(notCovered([], wholeOf(after))),
    lines: lines.map(({ line, title, open, gets, givenUp }) => ({
      line,
      title,
      open: money(open),
      gets: money(gets),
      given_up: money(givenUp),
      open_after: money(open - gets - givenUp),
    })),
  }
}

/** With what the store wrote off by itself once the money was on the order, where nobody decided of the rest. */
function withGivenUpByItself(line: PaidLine, { rows, digits }: LedgerOrder): PaidLine {
  const row = rows.find(({ key }) => key === line.line)
  const left = line.open - line.gets - line.givenUp
  const open = row === undefined ? left : minorUnitsOf(row.open, digits)
  return open < left ? { ...line, givenUp: line.givenUp + left - open } : line
}

/** What an order without a plan has open, and the return that is on its way. */
const wholeOf = ({ totals, expected_returns: expected, digits }: LedgerOrder) => ({
  open: minorUnitsOf(totals.open, digits),
  expected: minorUnitsOf(expected, digits),
})

interface Making {
  readonly made: Difference
  readonly context: ChangeContext
  readonly digits: number
}

/** What waits for a second person is asked for in the same transaction. */
async function viewDifference(
  session: Session,
  { orderId }: PaidOrder,
  { made, context, digits }: Making,
): Promise<MadeDifferenceView> {
  const { id, kind, amount, reason, place } = made
  const asked = id === null ? await storeRequest(session, place, { kind, amount, reason, context }) : null
  return {
    order_id: orderId,
    kind,
    amount: decimalOf(amount, digits),
    write_off: id === null ? null : await viewWriteOff(session, id),
    request: asked === null ? null : (await readRequest(session, asked)).view,
  }
}

function placeOfLookalike(
  { accountId, ownerType }: Lookalike,
  account: RecordedMoney["account"],
): Pick<LookalikeView, "where" | "account_id"> {
  if (accountId === account.id.toString()) return { where: "here", account_id: accountId }
  return ownerType === "suspense"
    ? { where: "suspense", account_id: accountId }
    : { where: "elsewhere", account_id: null }
}

/** An answer is kept, and erased with whose accounts it names: another customer is not named in it. */
export const viewOfLookalike = ({
  lookalike: found,
  account,
}: Pick<RecordedMoney, "lookalike" | "account">): LookalikeView | null =>
  found && {
    payment_id: found.itemId,
    ...placeOfLookalike(found, account),
    occurred_on: found.occurredOn,
  }
