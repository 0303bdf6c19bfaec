import { useQueries, useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef, useState } from "react"
import { decimalOf, minorUnitsOf } from "../../../../modules/reconciliation/domain/money"
import type { AllocationPlanView, DecimalString } from "../../../../types/http"
import { request, type RequestError } from "../../../lib/client"
import { refreshAfterAct } from "../../../lib/refresh"
import { rememberRefusal } from "../../../lib/use-may"
import { apiOf } from "../../account/use-account"
import type { ChosenAccount } from "../acts/row-act"

const STRATEGY = "oldest_first"

/** What a plan comes to. */
export interface Would {
  readonly amount: DecimalString
  readonly orders: number
  /** The version that it was worked out on. */
  readonly version: number
}

/** How it stands with one of the accounts. */
export type Turn =
  | { readonly at: "looking" }
  | { readonly at: "planned" | "running" | "placed"; readonly would: Would }
  /** Nothing can be placed, or it was refused: then it is left out. */
  | { readonly at: "nothing" }
  | { readonly at: "refused"; readonly error: RequestError }

export interface Bulk {
  readonly turns: readonly Turn[]
  readonly run: () => void
  readonly isRunning: boolean
  /** All have had their turn. */
  readonly isDone: boolean
}

export function wouldOf({ allocate, base_version: version }: AllocationPlanView, digits: number): Would {
  const units = allocate.reduce((sum, { amount }) => sum + minorUnitsOf(amount, digits), 0n)
  const orders = new Set(allocate.flatMap(({ order_id: id }) => (id === null ? [] : [id])))
  return { amount: decimalOf(units, digits), orders: orders.size, version }
}

/** What reconciling each account would do; asked for once, for what is shown is what is then written. */
function usePlans(accounts: readonly ChosenAccount[]) {
  return useQueries({
    queries: accounts.map(({ id }) => ({
      queryKey: ["reconciliation", "preview", "bulk", id],
      queryFn: async ({ signal }: { signal: AbortSignal }) =>
        (
          await request<{ allocation_plan: AllocationPlanView }>(`${apiOf(id)}/preview`, {
            method: "POST",
            body: { strategy: STRATEGY },
            signal,
          })
        ).allocation_plan,
      gcTime: 0,
      staleTime: Infinity,
      retry: false,
    })),
  })
}

/** Works out what reconciling each account would do, then does it: one after the other, each with its own answer. */
export function useBulk(accounts: readonly ChosenAccount[]): Bulk {
  const client = useQueryClient()
  const plans = usePlans(accounts)
  const [done, setDone] = useState<ReadonlyMap<string, Turn>>(new Map())
  const [isRunning, setRunning] = useState(false)
  const [isDone, setIsDone] = useState(false)
  const isGone = useRef(false)
  useEffect(() => {
    isGone.current = false
    return () => {
      isGone.current = true
    }
  }, [])
  const turns = accounts.map(({ id, digits }, place): Turn => {
    const known = done.get(id)
    if (known) return known
    const { data: plan, error } = plans[place] ?? {}
    if (error) return { at: "refused", error: error as RequestError }
    if (!plan) return { at: "looking" }
    return plan.allocate.length === 0 ? { at: "nothing" } : { at: "planned", would: wouldOf(plan, digits) }
  })
  const say = (id: string, turn: Turn) => setDone((before) => new Map(before).set(id, turn))

  const reconcile = async (id: string, would: Would): Promise<void> => {
    say(id, { at: "running", would })
    try {
      await request(`${apiOf(id)}/reconcile`, {
        method: "POST",
        body: { strategy: STRATEGY, version: would.version },
        idempotencyKey: crypto.randomUUID(),
      })
      say(id, { at: "placed", would })
    } catch (failure) {
      rememberRefusal(client, failure as RequestError)
      say(id, { at: "refused", error: failure as RequestError })
    }
  }
  // Whoever closes the dialog stops it: what has not had its turn stays as it is.
  const inTurn = async ([first, ...others]: readonly { id: string; would: Would }[]): Promise<void> => {
    if (!first || isGone.current) return
    await reconcile(first.id, first.would)
    await inTurn(others)
  }
  const runAll = async () => {
    if (isRunning || isDone) return
    setRunning(true)
    await inTurn(
      accounts.flatMap(({ id }, place) => {
        const turn = turns[place]
        return turn?.at === "planned" ? [{ id, would: turn.would }] : []
      }),
    )
    refreshAfterAct(client)
    setRunning(false)
    setIsDone(true)
  }
  const run = () => void runAll()
  return { turns, run, isRunning, isDone }
}
