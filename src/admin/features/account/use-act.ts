import { request } from "../../lib/client"
import { useSentOnce, type SentOnce } from "../../lib/use-sent-once"

interface Sent {
  readonly method?: "POST" | "PUT" | "DELETE"
  readonly path: string
  readonly body?: object
}

export type Act<Answer> = Pick<SentOnce<Sent, Answer>, "again" | "error" | "isSending" | "reset"> & {
  readonly send: (sent: Sent, onDone: (answer: Answer) => void) => void
}

/** Changes the ledger once: what is sent again after a broken connection goes under the same key. */
export function useAct<Answer>(): Act<Answer> {
  return useSentOnce<Sent, Answer>(async ({ path, body, method = "POST" }, idempotencyKey) =>
    request<Answer>(`/admin/reconciliation/${path}`, { method, ...(body && { body }), idempotencyKey }),
  )
}
