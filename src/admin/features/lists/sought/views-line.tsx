import type { ReactNode } from "react"

interface ViewsLineProps {
  readonly label: string
  readonly children: ReactNode
}

/** The views of a list; where there is no room for them in one line they take a second: each is in sight. */
export const ViewsLine = ({ label, children }: ViewsLineProps) => (
  <fieldset aria-label={label} className="reconciliation-list-views">
    {children}
  </fieldset>
)
