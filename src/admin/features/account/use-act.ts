import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useRef } from "react"
import { request, type RequestError } from "../../lib/client"
import { refreshAfterAct, refreshLedger } from "../../lib/refresh"
import { rememberRefusal } from "../../lib/use-may"

interface Sent {
  readonly method?: "POST" | "PUT" | "DELETE"
  readonly path: string
  readonly body?: object
}

export interface Act<Answer> {
  readonly send: (sent: Sent, onDone: (answer: Answer) => void) => void
  readonly isSending: boolean
  readonly error: RequestError | null
  readonly reset: () => void
}

/** Changes the ledger once: what is sent again after a broken connection goes under the same key. */
export function useAct<Answer>(): Act<Answer> {
  const client = useQueryClient()
  const last = useRef({ sent: "", key: "" })
  const { mutate, isPending, error, reset } = useMutation<Answer, RequestError, Sent>({
    mutationFn: async ({ path, body, method = "POST" }) => {
      const sent = JSON.stringify([path, body])
      if (last.current.sent !== sent) last.current = { sent, key: crypto.randomUUID() }
      return request<Answer>(`/admin/reconciliation/${path}`, {
        method,
        ...(body && { body }),
        idempotencyKey: last.current.key,
      })
    },
    onError: (refused) => {
      rememberRefusal(client, refused)
      if (refused.status === 409) refreshLedger(client)
    },
    onSuccess: () => refreshAfterAct(client),
  })
  return {
    send: (sent, onDone) => {
      if (!isPending) mutate(sent, { onSuccess: onDone })
    },
    isSending: isPending,
    error,
    reset,
  }
}
