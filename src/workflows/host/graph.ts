import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

interface Asked {
  readonly fields: readonly string[]
  readonly filters: Record<string, unknown>
  /** How many of them, and in which order; all of them when absent. */
  readonly pagination?: { readonly take: number; readonly order: Record<string, string> }
}

/** The host's query, with its answer typed by what was asked: the one place where its shapes are trusted. */
export async function graph<Result>(
  container: MedusaContainer,
  entity: string,
  { fields, filters, pagination }: Asked,
): Promise<Result[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data }: { data: Result[] } = await query.graph({
    entity,
    fields: [...fields],
    filters,
    ...(pagination && { pagination }),
  })
  return data
}
