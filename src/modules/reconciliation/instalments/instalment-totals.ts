import type { InstalmentSumView, InstalmentTotalsView } from "../../../types/http"
import { daysAfter } from "../domain/day"
import { leftOf } from "../domain/instalments/instalment"
import { decimalOf } from "../domain/money"
import type { Session } from "../ledger/database"
import { conditionsOf, type InstalmentsWanted } from "./instalment-filter"
import { countPaid, readCurrencies, sumInstalments } from "./list-instalments.sql"
import { standingsOf } from "./plans"

const SOON_DAYS = 30

/** Instalments of one currency that are to come alike. */
interface Sum {
  readonly currency_code: string
  readonly digits: number
  readonly failed: boolean
  readonly due: "late" | "soon" | "later"
  readonly count: number
  /** Minor units. */
  readonly kept: bigint
}

type SumRow = Omit<Sum, "kept"> & { readonly kept: string; readonly returned: string | null }

/** How many planned payments each view of the list has, and what is to come in each currency. Exact, however many there are. */
export async function totalsOfPlanned(
  session: Session,
  wanted: Pick<InstalmentsWanted, "sought">,
  today: string,
): Promise<InstalmentTotalsView> {
  const conditions = conditionsOf(wanted, today)
  const open = await session.run<SumRow>(sumInstalments(conditions), [...conditions.parameters, today])
  const paid = await session.run<{ returned: string | null; count: number }>(
    countPaid(conditions),
    conditions.parameters,
  )
  const returned = await ofReturned(
    session,
    [...open, ...paid].flatMap((row) => row.returned ?? []),
    today,
  )
  const sums = [
    ...open.filter((row) => row.returned === null).map((row) => ({ ...row, kept: BigInt(row.kept) })),
    ...returned.sums,
  ]
  const paidOnes = paid.find((row) => row.returned === null)?.count ?? 0
  return {
    today,
    open: counted(sums),
    late: counted(sums.filter(({ due }) => due === "late")),
    failed: counted(sums.filter(({ failed }) => failed)),
    paid: paidOnes + returned.paid,
    sums: [...new Set(sums.map((sum) => sum.currency_code))]
      .toSorted()
      .map((currency) => sumOf(sums.filter((sum) => sum.currency_code === currency))),
  }
}

const counted = (sums: readonly Sum[]): number => sums.reduce((all, { count }) => all + count, 0)

/** The same of orders of which money was taken back: how far that opens an instalment again the domain says alone. */
async function ofReturned(
  session: Session,
  documents: readonly string[],
  today: string,
): Promise<{ readonly sums: Sum[]; readonly paid: number }> {
  const ids = [...new Set(documents)]
  if (ids.length === 0) return { sums: [], paid: 0 }
  const currencies = await session.run<{ id: string; currency_code: string; digits: number }>(
    readCurrencies,
    [ids],
  )
  const standings = await standingsOf(session, ids, today)
  const soon = daysAfter(today, SOON_DAYS)
  const sums = currencies.flatMap(({ id, currency_code, digits }) =>
    (standings.get(BigInt(id))?.reservations ?? [])
      .filter(({ reserved }) => reserved > 0n)
      .map(({ instalment: { dueOn, failed }, reserved }): Sum => {
        const due = dueOn < today ? "late" : dueOn <= soon ? "soon" : "later"
        return { currency_code, digits, failed, due, count: 1, kept: reserved }
      }),
  )
  const paid = [...standings.values()].flatMap(({ instalments }) =>
    instalments.filter((one) => !one.cancelled && leftOf(one) <= 0n),
  )
  return { sums, paid: paid.length }
}

/** The sums of one currency. */
function sumOf(sums: readonly Sum[]): InstalmentSumView {
  const [{ currency_code, digits } = { currency_code: "", digits: 0 }] = sums
  const isLate = ({ failed, due }: Sum): boolean => failed || due === "late"
  const of = (some: readonly Sum[]): string =>
    decimalOf(
      some.reduce((sum, { kept }) => sum + kept, 0n),
      digits,
    )
  const good = sums.filter((sum) => !isLate(sum))
  return {
    currency_code,
    digits,
    late_or_failed: of(sums.filter(isLate)),
    soon: of(good.filter(({ due }) => due === "soon")),
    later: of(good.filter(({ due }) => due === "later")),
  }
}
