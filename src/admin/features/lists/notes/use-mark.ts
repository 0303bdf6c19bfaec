import { useCallback } from "react"
import type { ListedTransactionView } from "../../../../types/http"
import { useBegin } from "../acts/row-acts"
import { useCheck } from "./use-notes"

/** What one key does: asks why a row is to be checked, or says that it is checked. True: there is always something to do. */
export function useMark(): (one: ListedTransactionView) => true {
  const begin = useBegin()
  const check = useCheck()
  return useCallback(
    (one) => {
      if (one.to_check) check(one)
      else begin({ act: "note", one, toCheck: true })
      return true
    },
    [begin, check],
  )
}
