import { toast } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { useRef } from "react"
import type { OrderAnswer, UndoChangeBody } from "../../../types/http"
import type { RequestError } from "../../lib/client"
import { errorWords } from "../../lib/errors"
import { wishLateWords } from "../../lib/late"
import { useWords } from "../../lib/use-words"
import { useUndoChange, type EditedOrder } from "./use-edits"
import { orderKey } from "./use-order-reconciliation"

/** Time to read what was done and to reach the button that takes it back; the order's history keeps both. */
const SHOWN_MS = 12_000

/** What a message says. */
interface Said {
  readonly title: string
  readonly description?: string
}

/** What is said of a change once it is done, also once it is done again, and once it is undone. */
export type SaysOf = (done: EditedOrder, isUndone: boolean) => Said

interface Turn {
  readonly done: EditedOrder
  readonly isUndone: boolean
  readonly says: SaysOf
}

/** Says what was done, with a button that undoes it; undoing is a change as well, which can be undone. */
export function useWayBack(orderId: string): (done: EditedOrder, says: SaysOf) => void {
  const client = useQueryClient()
  const { t, has } = useWords()
  const { mutateAsync: undo } = useUndoChange(orderId)
  const isBusy = useRef(false)
  const id = `reconciliation ${orderId}`
  const shown = { id, duration: SHOWN_MS }

  const say = ({ done, isUndone, says }: Turn): void => {
    const { title, ...more } = says(done, isUndone)
    const back = done.edit.change_id === null ? {} : { action: actionOf({ done, isUndone, says }) }
    toast.success(title, { ...shown, ...more, ...back })
  }
  const actionOf = ({ done, isUndone, says }: Turn) => {
    const label = t(isUndone ? "card.redo" : "card.undo")
    // One key for one button: pressed again after a broken connection, it does the same once.
    const key = crypto.randomUUID()
    let body: UndoChangeBody | undefined
    const action = { label, altText: label, onClick: () => void turn() }
    const turn = async (): Promise<void> => {
      if (isBusy.current) return
      isBusy.current = true
      try {
        body ??= { change_id: done.edit.change_id ?? "", version: versionNow() }
        const turned = await undo({ body, key })
        if (turned.edit.change_id === null) toast.dismiss(id)
        else say({ done: turned, isUndone: !isUndone, says })
      } catch (failure) {
        await explain(failure as RequestError, action)
      } finally {
        isBusy.current = false
      }
    }
    return action
  }
  const versionNow = (): number => client.getQueryData<OrderAnswer>(orderKey(orderId))?.version ?? 0
  const explain = async (
    { body, status }: RequestError,
    action: ReturnType<typeof actionOf>,
  ): Promise<void> => {
    if (status === null) {
      toast.error(t("card.network"), { ...shown, action })
      return
    }
    if (body) await wishLateWords()
    const said = body && errorWords(body, { t, has })
    toast.error(t("card.notUndone"), {
      ...shown,
      ...(said && { description: `${said.text} ${said.remedy}` }),
    })
    void client.invalidateQueries({ queryKey: orderKey(orderId) })
  }
  return (done, says) => say({ done, isUndone: false, says })
}
