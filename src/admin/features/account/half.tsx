import { Container, Text } from "@medusajs/ui"
import type { ReactNode } from "react"

interface HalfProps {
  readonly name: string
  readonly title: string
  readonly sum: string | null
  readonly tone: string
  readonly children: ReactNode
}

/** One of two lists that stand side by side, with what it comes to. */
export function Half({ name, title, sum, tone, children }: HalfProps) {
  return (
    <Container className="overflow-hidden p-0" data-half={name}>
      <div className="flex items-center justify-between gap-x-4 px-6 py-3">
        <h2 className="txt-compact-small-plus">{title}</h2>
        {sum !== null && <span className={`txt-compact-small-plus tabular-nums ${tone}`}>{sum}</span>}
      </div>
      <div className="reconciliation-half">{children}</div>
    </Container>
  )
}

/** What a list says that has nothing to list. */
export function Calm({ children }: { children: string }) {
  return (
    <Text size="small" className="text-ui-fg-subtle border-ui-border-base border-t px-6 py-3">
      {children}
    </Text>
  )
}
