import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ORDERS_A_READ, readEach, type OrdersRead } from "../host/read-orders"
import { Coalescer } from "./coalescer"

/** Each request has a container of its own, and the host one database. */
const coalescers = new WeakMap<object, Coalescer<string, OrdersRead>>()

/**
 * Reads one order together with all who ask for it, or for another one, before the read begins. Whoever asks later
 * is served by the next read: what that one did before asking may have been missed by the one that runs.
 */
export async function shareRead(container: MedusaContainer, orderId: string): Promise<OrdersRead> {
  const host: object = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  let coalescer = coalescers.get(host)
  if (!coalescer) {
    coalescer = new Coalescer(async (orderIds) => readEach(container, orderIds), OPTIONS)
    coalescers.set(host, coalescer)
  }
  const { histories, failures } = await coalescer.add(orderId, orderId, "read")
  const isAsked = (one: { readonly orderId: string }): boolean => one.orderId === orderId
  return { histories: histories.filter(isAsked), failures: failures.filter(isAsked) }
}

const OPTIONS = { largestBatch: ORDERS_A_READ, limitMilliseconds: 30_000 }
