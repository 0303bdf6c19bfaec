import { useSyncExternalStore } from "react"
import { todayOf } from "./dates"

const never = () => () => undefined
const today = () => todayOf(new Date())

/** The day it is where the reader is, as YYYY-MM-DD; looked at whenever a page is drawn. */
export function useToday(): string {
  return useSyncExternalStore(never, today)
}
