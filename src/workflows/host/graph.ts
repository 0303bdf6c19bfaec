import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** The host's query, with its answer typed by what was asked: the one place where its shapes are trusted. */
export async function graph<Result>(
  container: MedusaContainer,
  entity: string,
  { fields, filters }: { fields: readonly string[]; filters: Record<string, unknown> },
): Promise<Result[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data }: { data: Result[] } = await query.graph({ entity, fields: [...fields], filters })
  return data
}
