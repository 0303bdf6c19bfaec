import type { ReactNode } from "react"

interface HeadProps {
  readonly title: string
  readonly children?: ReactNode
}

/** The head of a card: what it is about, and what belongs to it. */
export function Head({ title, children }: HeadProps) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1.5 px-6 py-3">
      <h2 className="txt-compact-small-plus text-ui-fg-base">{title}</h2>
      {children}
    </div>
  )
}
