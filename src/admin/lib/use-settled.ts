import { useEffect, useState } from "react"

/** As long as somebody pauses between two keys. */
const PAUSE_MS = 250

/** A value once it has not changed for a moment. */
export function useSettled(value: string | null): string | null {
  const [settled, settle] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => settle(value), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
