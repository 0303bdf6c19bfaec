import type { SetUpExampleLine, SetUpExampleOrder, SetUpExamples } from "../../../types/http"
import { sidesOf, type AccountRowOfItem } from "../accounts/account-plan"
import type { Candidate, Strategy } from "../domain/allocation/strategy"
import { laterExample, type OwedOrder } from "../domain/examples/later-example"
import { MONEY_ON_ACCOUNT, NEARLY_PAID, PARTLY_PAID, REFUNDED_ORDER } from "../domain/examples/made-up"
import {
  checkoutExample,
  refundExample,
  restExample,
  type OldOrder,
  type OrderExample,
} from "../domain/examples/order-example"
import { decimalOf } from "../domain/money"
import type { OwnerType } from "../domain/owner"
import type { Session } from "../ledger/database"
import { loadOpenItemsOfAccount } from "../ledger/load-account.sql"
import type { StrategyRegister } from "../settings/strategies"
import { findLastDeposit, numbersOfDocuments } from "./set-up.sql"

const CHECKOUT = ["line_order", "pro_rata", "component_priority"]
const LATER = ["exact_match", "oldest_first"]
const REFUNDS = ["newest_first", "pro_rata"] as const

/** What the policies would have done with these orders, each kind by the last one that fits, else by one that is made up. */
export function examplesOfOrders(
  orders: readonly OldOrder[],
  register: Pick<StrategyRegister, "named">,
): Omit<SetUpExamples, "later"> {
  const strategies = named(CHECKOUT, register)
  const { allocate: lineOrder } = register.named("line_order")
  const refunds = { strategy: lineOrder, ways: REFUNDS }
  const checkout = checkoutExample(orders, strategies) ?? checkoutExample([PARTLY_PAID], strategies)
  const rest = restExample(orders, lineOrder) ?? restExample([NEARLY_PAID], lineOrder)
  const refund = refundExample(orders, refunds) ?? refundExample([REFUNDED_ORDER], refunds)
  if (!checkout || !rest || !refund) throw new Error("an example that is made up is none")
  return {
    checkout: orderExample(checkout),
    rest: { ...orderOf(rest.order), missing: decimalOf(rest.missing, rest.order.digits) },
    refund: orderExample(refund),
  }
}

function named(
  names: readonly string[],
  register: Pick<StrategyRegister, "named">,
): Record<string, Strategy> {
  return Object.fromEntries(names.map((name) => [name, register.named(name).allocate]))
}

const orderOf = ({ orderId, displayId, currencyCode, digits }: OldOrder): SetUpExampleOrder => ({
  made_up: orderId === "",
  order_id: orderId,
  display_id: displayId,
  currency_code: currencyCode,
  digits,
})

function orderExample({ order, amount, lines }: OrderExample): SetUpExamples["checkout"] {
  const told = lines.map(({ title, amount: worth, by }): SetUpExampleLine => ({
    title,
    amount: decimalOf(worth, order.digits),
    by: decimals(by, order.digits),
  }))
  return { ...orderOf(order), amount: decimalOf(amount, order.digits), lines: told }
}

function decimals(by: Readonly<Record<string, bigint>>, digits: number): Record<string, string> {
  return Object.fromEntries(Object.entries(by).map(([name, units]) => [name, decimalOf(units, digits)]))
}

interface DepositRow {
  readonly id: string
  readonly account_id: string
  readonly owner_type: OwnerType
  readonly owner_id: string
  readonly owner_name: string | null
  readonly owner_company: string | null
  readonly currency_code: string
  readonly digits: number
}

/** The last money on account where something is owed, and what each policy would put where; else one that is made up. */
export async function exampleOfMoney(
  session: Session,
  register: Pick<StrategyRegister, "named">,
): Promise<SetUpExamples["later"]> {
  const strategies = named(LATER, register)
  const [row] = await session.run<DepositRow>(findLastDeposit)
  const rows = row ? await session.run<AccountRowOfItem>(loadOpenItemsOfAccount, [row.account_id]) : []
  const { credits, debits } = sidesOf(rows)
  const money = credits.find(({ item }) => item.id.toString() === row?.id)
  if (!row || !money || debits.length === 0) return madeUp(strategies)
  const owed = laterExample(money, debits, strategies)
  const documents = owed.flatMap(({ documentId }) => documentId ?? [])
  const numbers = await session.run<{ id: string; order_id: string; display_id: string }>(
    numbersOfDocuments,
    [documents.map(String)],
  )
  const numberOf = new Map(numbers.map((one) => [one.id, one]))
  const { digits } = row
  return {
    made_up: false,
    account_id: row.account_id,
    owner: {
      account_id: row.account_id,
      type: row.owner_type,
      id: row.owner_id,
      name: row.owner_name,
      company: row.owner_company,
    },
    currency_code: row.currency_code,
    digits,
    amount: decimalOf(money.open, digits),
    orders: placesFirst(owed).map(({ documentId, open, by }) => ({
      order_id: numberOf.get(String(documentId))?.order_id ?? "",
      display_id: numberOf.get(String(documentId))?.display_id ?? "",
      open: decimalOf(open, digits),
      by: decimals(by, digits),
    })),
  }
}

/** More orders than these nobody reads in an example; those that get something come first. */
const MOST_ORDERS = 3

function placesFirst(owed: readonly OwedOrder[]): OwedOrder[] {
  const gets = ({ by }: OwedOrder): number => (Object.values(by).some((units) => units > 0n) ? 0 : 1)
  return owed.toSorted((one, other) => gets(one) - gets(other)).slice(0, MOST_ORDERS)
}

function madeUp(strategies: Readonly<Record<string, Strategy>>): SetUpExamples["later"] {
  const { money, debits }: { money: Candidate; debits: readonly Candidate[] } = MONEY_ON_ACCOUNT
  return {
    made_up: true,
    account_id: "",
    owner: null,
    currency_code: "",
    digits: 2,
    amount: decimalOf(money.open, 2),
    orders: laterExample(money, debits, strategies).map(({ documentId, open, by }) => ({
      order_id: "",
      display_id: String(documentId),
      open: decimalOf(open, 2),
      by: decimals(by, 2),
    })),
  }
}
