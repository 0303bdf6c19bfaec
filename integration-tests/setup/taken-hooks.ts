import * as coreFlows from "@medusajs/medusa/core-flows"

/** Hooks of the host's workflows that have a handler already: a second one is refused. */
export function takenHooks(): string[] {
  const taken: string[] = []
  const seen = new Set<unknown>()
  for (const [name, workflow] of Object.entries<unknown>(coreFlows)) {
    // A few workflows are exported under two names.
    if (seen.has(workflow)) continue
    seen.add(workflow)
    for (const [hook, handle] of Object.entries(hooksOf(workflow))) {
      try {
        handle(async () => Promise.resolve())
      } catch {
        taken.push(`${name}.${hook}`)
      }
    }
  }
  return taken.toSorted()
}

type Hooks = Record<string, (handler: () => Promise<void>) => void>

const hooksOf = (workflow: unknown): Hooks =>
  (typeof workflow === "function" && "hooks" in workflow ? workflow.hooks : {}) as Hooks
