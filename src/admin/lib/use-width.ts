import { useCallback, useRef, useState, type RefCallback } from "react"

/** How wide an element is, in pixels; 0 until it is there. */
export function useWidth(): [RefCallback<HTMLElement>, number] {
  const [width, setWidth] = useState(0)
  const observer = useRef<ResizeObserver | null>(null)
  const follow = useCallback<RefCallback<HTMLElement>>((element) => {
    observer.current?.disconnect()
    if (!element) return
    setWidth(Math.floor(element.clientWidth))
    observer.current = new ResizeObserver(() => setWidth(Math.floor(element.clientWidth)))
    observer.current.observe(element)
  }, [])
  return [follow, width]
}
