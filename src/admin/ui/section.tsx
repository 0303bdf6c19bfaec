import { Container } from "@medusajs/ui"
import type { ReactNode } from "react"

/** A card of the page. */
export function Section({ children }: { children: ReactNode }) {
  return <Container className="divide-y overflow-hidden p-0">{children}</Container>
}
