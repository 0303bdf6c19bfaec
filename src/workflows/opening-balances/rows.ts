import type { MedusaContainer } from "@medusajs/framework/types"
import { ReconciliationError } from "../../modules/reconciliation/domain/errors"
import type { PostOpeningBalances } from "../../modules/reconciliation/facets/opening-balances"
import type { OpeningRow } from "../../modules/reconciliation/opening-balances/post"
import type { OpeningBalanceRowBody } from "../../types/http"
import { digitsOfCurrencies } from "../host/currencies"
import { calledBy } from "../money/steps/money"
import { foreignAmong } from "../record-payment/customers"
import { customerIn, customersNamed, type NamedCustomer } from "../record-payment/named-customers"
import type { PostOpeningBalancesInput } from "./inputs"

/** What the service is asked of opening balances: whose each row is and what its currency has are looked up at once. */
export async function openingBalancesOf(
  container: MedusaContainer,
  input: PostOpeningBalancesInput,
): Promise<PostOpeningBalances> {
  const customers = await customersNamed(
    container,
    input.rows.map(({ customer }) => customer),
  )
  const codes = [...new Set(input.rows.flatMap((row) => codeOf(row, input) ?? []))]
  const known: Known = {
    customers,
    digitsOf: await digitsOfCurrencies(container, codes),
    input,
  }
  const rows = input.rows.map((row) => rowOf(row, known))
  return {
    rows: await withoutForeign(container, rows),
    sent: input.rows.map((row) => toldAs(row, input)),
    goLiveOn: input.go_live_on ?? null,
    ...calledBy(input),
  }
}

interface Known {
  readonly customers: readonly NamedCustomer[]
  /** @throws currency_unknown */
  readonly digitsOf: (code: string) => number
  readonly input: PostOpeningBalancesInput
}

const codeOf = (row: OpeningBalanceRowBody, input: PostOpeningBalancesInput): string | null =>
  (row.currency_code ?? input.currency_code)?.toLowerCase() ?? null

const toldAs = (row: OpeningBalanceRowBody, input: PostOpeningBalancesInput) => [
  [row.customer, codeOf(row, input), row.balance, row.amount, row.date ?? input.date],
  [row.due_on, row.document_number, row.memo, row.confirm_duplicate === true],
]

function rowOf(
  row: OpeningBalanceRowBody,
  { customers, digitsOf, input }: Known,
): OpeningRow | ReconciliationError {
  const customerId = customerIn(row.customer, customers)
  if (customerId instanceof ReconciliationError) return customerId
  const currencyCode = codeOf(row, input)
  const digits = currencyCode === null ? 0 : refusedOr(() => digitsOf(currencyCode))
  if (digits instanceof ReconciliationError) return digits
  return {
    customerId,
    currencyCode,
    digits,
    balance: row.balance,
    amount: row.amount,
    date: row.date ?? input.date ?? null,
    dueOn: row.due_on ?? null,
    documentNumber: row.document_number ?? null,
    memo: row.memo ?? null,
    confirmed: row.confirm_duplicate === true,
  }
}

/** Who owes in a currency that the store has dropped has an account in it, or it is a slip. */
async function withoutForeign(
  container: MedusaContainer,
  rows: readonly (OpeningRow | ReconciliationError)[],
): Promise<(OpeningRow | ReconciliationError)[]> {
  const named = rows.flatMap((row) => moneyOf(row) ?? [])
  const refusedOf = await foreignAmong(container, named)
  return rows.map((row) => {
    const money = moneyOf(row)
    return (money && refusedOf(money)) ?? row
  })
}

const moneyOf = (row: OpeningRow | ReconciliationError): { customerId: string; code: string } | null =>
  row instanceof ReconciliationError || row.currencyCode === null
    ? null
    : { customerId: row.customerId, code: row.currencyCode }

function refusedOr<Result>(work: () => Result): Result | ReconciliationError {
  try {
    return work()
  } catch (error) {
    if (error instanceof ReconciliationError) return error
    throw error
  }
}
