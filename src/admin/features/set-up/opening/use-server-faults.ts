import { useQuery } from "@tanstack/react-query"
import { useMemo } from "react"
import type {
  ErrorBody,
  PostOpeningBalancesBody,
  PostedOpeningBalancesView,
  SetUpDraft,
  SetUpOpeningRow,
} from "../../../../types/http"
import { request, type RequestError } from "../../../lib/client"
import { useSettled } from "../../../lib/use-settled"
import { faultOf, type Currencies } from "./rows"

/** A balance as the server is asked of it; two rows that say the same are two balances. */
const bodyOf = (row: SetUpOpeningRow): PostOpeningBalancesBody["rows"][number] => ({
  customer: row.customer_id ?? row.email,
  balance: row.side === "owes" ? "owes" : "has_money",
  amount: row.amount,
  currency_code: row.currency_code,
  confirm_duplicate: true,
  ...(row.on !== "" && { date: row.on }),
  ...(row.due_on !== "" && row.side === "owes" && { due_on: row.due_on }),
  ...(row.number !== "" && { document_number: row.number }),
})

interface Asked {
  readonly draft: SetUpDraft
  readonly currencies: Currencies
  readonly today: string
}

/** What the server says against balances that look right here, by the id of their row. */
export function useServerFaults({ draft, currencies, today }: Asked): ReadonlyMap<string, ErrorBody> {
  const { goLive } = draft.start
  const rows = draft.opening.rows.filter((row) => faultOf(row, currencies) === null)
  const body: PostOpeningBalancesBody = {
    ...(typeof goLive === "string" && goLive <= today ? { go_live_on: goLive } : { date: today }),
    rows: rows.map(bodyOf),
  }
  const said = JSON.stringify([rows.map(({ id }) => id), body])
  const settled = useSettled(said)
  const { data } = useQuery<PostedOpeningBalancesView, RequestError>({
    queryKey: ["reconciliation", "preview", "opening", settled],
    queryFn: async ({ signal }) => {
      const [, asked] = JSON.parse(settled) as [string[], PostOpeningBalancesBody]
      return request<PostedOpeningBalancesView>("/admin/reconciliation/opening-balances/preview", {
        method: "POST",
        body: asked,
        signal,
      })
    },
    enabled: rows.length > 0 && said === settled,
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  })
  return useMemo(() => {
    const [ids] = JSON.parse(settled) as [string[]]
    const refused = said === settled ? (data?.rows ?? []) : []
    return new Map(refused.flatMap(({ row, error }) => (error ? [[ids[row - 1] ?? "", error] as const] : [])))
  }, [data, said, settled])
}
