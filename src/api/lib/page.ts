import type { Declaration } from "./route"

/** What a page of a list answers with: its entries, where the next one begins, and how many were asked for. */
export function pageOf(name: string, entry: string): Declaration["answer"] {
  return {
    [name]: { type: "array", items: { $ref: `#/components/schemas/${entry}` } },
    next_cursor: { type: ["string", "null"] },
    limit: { type: "integer" },
  }
}
