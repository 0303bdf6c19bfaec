import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useRef, useState } from "react"
import { mayPass, RequestError } from "./client"
import { refreshAfterAct, refreshLedger } from "./refresh"
import { sendingOnce, type SendingOnce, type Told } from "./sending-once"
import { rememberRefusal } from "./use-may"

type OnDone<Answer> = (answer: Answer) => void

export interface SentOnce<Sent, Answer> {
  readonly send: (sent: Sent, onDone?: OnDone<Answer>) => void
  /** The same for whoever waits for the answer. */
  readonly ask: (sent: Sent) => Promise<Answer>
  /** Sends what was sent last again, under the same key. */
  readonly again: () => void
  readonly isSending: boolean
  readonly error: RequestError | null
  /** Whether nobody knows if it was done. */
  readonly isUnanswered: boolean
  /** Forgets the error: what stands in the fields is another wish. Nothing is forgotten while it is being sent. */
  readonly reset: () => void
  /** After a success: the same sent next is another act. */
  readonly forget: () => void
}

/** Whoever may not ask, or asks while it may still be done, is not told whether it was. */
function toldBy(failure: unknown): Told {
  if (!(failure instanceof RequestError) || mayPass(failure)) return "open"
  const { status, body } = failure
  return status === 401 || status === 403 || body?.code === "account_busy" ? "nothing" : "refused"
}

/** Gives what is sent its keys, for as long as who sends it stands on the page. */
export const useSending = <Sent extends object>(): SendingOnce<Sent> =>
  useState(() => sendingOnce<Sent>(toldBy, () => crypto.randomUUID()))[0]

/** Changes the ledger once, however often the same is sent; whatever it has changed is read again. */
export function useSentOnce<Sent extends object, Answer>(
  ask: (sent: Sent, key: string) => Promise<Answer>,
  onDone?: OnDone<Answer>,
): SentOnce<Sent, Answer> {
  const client = useQueryClient()
  const sending = useSending<Sent>()
  const last = useRef<OnDone<Answer>>()
  const { mutate, mutateAsync, isPending, error, reset, variables } = useMutation<Answer, RequestError, Sent>(
    {
      mutationFn: async (sent) => sending.send(sent, ask),
      onError: (refused) => {
        rememberRefusal(client, refused)
        if (refused.status === 409) refreshLedger(client)
      },
      onSuccess: (answer) => {
        refreshAfterAct(client)
        onDone?.(answer)
      },
    },
  )
  const send = (sent: Sent, done?: OnDone<Answer>): void => {
    if (isPending) return
    last.current = done
    mutate(sent, done && { onSuccess: done })
  }
  return {
    send,
    ask: mutateAsync,
    forget: sending.forget,
    again: () => variables && send(variables, last.current),
    isSending: isPending,
    error,
    isUnanswered: error !== null && sending.isOpen(),
    reset: () => {
      if (isPending) return
      sending.forget()
      reset()
    },
  }
}
