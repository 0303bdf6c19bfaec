import { useEffect, useRef, type ReactNode } from "react"

interface ViewsLineProps {
  readonly label: string
  /** Which view is shown: it is brought into sight. */
  readonly view: string
  readonly children: ReactNode
}

/** The views of a list; where there is no room for them they are one line that is pushed sideways. */
export function ViewsLine({ label, view, children }: ViewsLineProps) {
  const line = useRef<HTMLFieldSetElement>(null)
  const inSight = useRef<string | null>(null)
  useEffect(() => {
    if (inSight.current === view) return
    inSight.current = view
    const [own, chosen] = [line.current, line.current?.querySelector<HTMLElement>("[aria-pressed=true]")]
    if (own && chosen) own.scrollLeft = chosen.offsetLeft - (own.clientWidth - chosen.offsetWidth) / 2
  }, [view])
  return (
    <fieldset ref={line} aria-label={label} className="reconciliation-list-views">
      {children}
    </fieldset>
  )
}
