import { Container, Heading } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import type { ListedWriteOffRequestView } from "../../../types/http"
import { request, type RequestError } from "../../lib/client"
import { useWords } from "../../lib/use-words"
import { RequestRow } from "./request-row"

interface WriteOffRequestsProps {
  /** Only those of this account, and only of this order. */
  readonly accountId?: string
  readonly orderId?: string
}

/** Write-offs that somebody asked for and another person has to decide; nothing at all while none waits. */
export function WriteOffRequests({ accountId, orderId }: WriteOffRequestsProps) {
  const { t } = useWords()
  const { data: all = [] } = useQuery<ListedWriteOffRequestView[], RequestError>({
    queryKey: ["reconciliation", "requests", accountId ?? null],
    queryFn: async ({ signal }) => {
      const asked = new URLSearchParams({ status: "pending", limit: "500" })
      if (accountId !== undefined) asked.set("account_id", accountId)
      const path = `/admin/reconciliation/write-off-requests?${asked}`
      const found = await request<{ write_off_requests: ListedWriteOffRequestView[] }>(path, { signal })
      return found.write_off_requests
    },
    staleTime: 0,
    retry: false,
  })
  const data = orderId === undefined ? all : all.filter((one) => one.order_id === orderId)
  if (data.length === 0) return null
  return (
    <Container className="overflow-hidden p-0" data-requests="">
      <div className="px-6 py-4">
        <Heading level="h2">{t("account.requests.title")}</Heading>
      </div>
      <ul aria-label={t("account.requests.caption")}>
        {data.map((one) => (
          <RequestRow key={one.id} one={one} />
        ))}
      </ul>
    </Container>
  )
}
