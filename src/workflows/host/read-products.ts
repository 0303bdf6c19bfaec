import type { MedusaContainer } from "@medusajs/framework/types"
import type { ProductFacts } from "../../modules/reconciliation/domain/instalments/deposit"
import { present, type HostOrder } from "../../modules/reconciliation/ingest/host-order"
import { lineKeyOf } from "../../modules/reconciliation/ingest/lines"
import { graph } from "./graph"

interface HostProduct {
  id: string
  type_id?: string | null
  collection_id?: string | null
  categories?: ({ id: string } | null)[] | null
}

/**
 * The product that each line of some orders sells, by the line's key, in one query. A product that is
 * gone is known by its id alone.
 */
export async function productsOfLines(
  container: MedusaContainer,
  orders: readonly HostOrder[],
): Promise<Map<string, ProductFacts>> {
  const lines = orders.flatMap((order) => present(order.items))
  const ids = [...new Set(lines.flatMap(({ product_id: id }) => (id ? [id] : [])))]
  if (ids.length === 0) return new Map()
  const found = await graph<HostProduct>(container, "product", {
    fields: ["id", "type_id", "collection_id", "categories.id"],
    filters: { id: ids },
  })
  const products = new Map(found.map((product) => [product.id, product]))
  return new Map(
    lines.flatMap(({ id, product_id: productId }) =>
      productId ? [[lineKeyOf({ id }), factsOf(products.get(productId) ?? { id: productId })] as const] : [],
    ),
  )
}

function factsOf({ id, type_id, collection_id, categories }: HostProduct): ProductFacts {
  return {
    productId: id,
    typeId: type_id ?? null,
    collectionId: collection_id ?? null,
    categoryIds: present(categories).map((category) => category.id),
  }
}
