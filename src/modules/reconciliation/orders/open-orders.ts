import type { ReplayResult } from "../domain/posting/replay"
import type { Opening } from "../ledger/change"
import type { Session } from "../ledger/database"
import { openAll, type OpenedOrder, type WriteOpenings } from "../ledger/envelope"
import { draftOf, noteRead, readOf, replayDocument, type ReconcileDocumentInput } from "./reconcile-document"
import { keepSupplies } from "./supplies"
import { termsInForce } from "./terms-in-force"

/** An order as a read of the host shows it, with the rules that it is posted by. */
export type OrderToOpen = Pick<
  ReconcileDocumentInput,
  "history" | "strategy" | "refundLines" | "deposits" | "paymentTerms" | "recheckAt" | "origin"
>

interface OpenOrders extends Omit<WriteOpenings<readonly Opened[]>, "plan"> {
  /** The orders that are opened, by the host's ids. */
  readonly orders: ReadonlyMap<string, OrderToOpen>
}

/** What an order came to that was opened. */
export interface Opened extends OpenedOrder {
  readonly result: ReplayResult
  /** False of one that had nothing to post. */
  readonly isPosted: boolean
}

/**
 * Posts and settles what the host shows of orders that are opened for it, all by one writing statement. Each ends in the rows of
 * reconcileDocument, of which it is the part that is left where nothing was posted, planned or set free before.
 */
export async function openOrders(
  session: Session,
  { orders, ...writing }: OpenOrders,
): Promise<readonly Opened[]> {
  return openAll<readonly Opened[]>(session, {
    ...writing,
    plan: async (opened) => {
      const wanted = opened.flatMap((one) => {
        const order = orders.get(one.document.orderId)
        return order ? [{ ...one, order }] : []
      })
      await keepSupplies(
        session,
        wanted.map(({ document, order }) => ({ document, supplies: order.history.supplies })),
      )
      const planned = await Promise.all(wanted.map((one) => planOf(session, one)))
      return {
        changes: planned.flatMap(({ opening }) => (opening ? [opening] : [])),
        answer: async () => {
          for (const { opening, document, noted } of planned) {
            if (opening) continue
            // oxlint-disable-next-line no-await-in-loop -- an order with lines and nothing to post is rare
            await noteRead(session, document.id, noted)
            if (noted.read.problems.length > 0) session.mirroring?.touch([document.id])
          }
          return planned.map(({ account, document, result, opening }) => {
            return { account, document, result, isPosted: opening !== null }
          })
        },
      }
    },
  })
}

interface Planned extends Omit<Opened, "isPosted"> {
  readonly opening: Omit<Opening, "context" | "codes"> | null
  readonly noted: Pick<Opening, "read" | "recheckAt">
}

async function planOf(
  session: Session,
  { account, document, order }: OpenedOrder & { readonly order: OrderToOpen },
): Promise<Planned> {
  const { history, paymentTerms: rules, recheckAt = null, origin } = order
  const loaded = { document, items: [] }
  const terms = termsInForce(loaded, history, { account, rules })
  const result = await replayDocument(session, loaded, { ...order, terms })
  const read = readOf(history)
  const draft = draftOf(result, { plan: document.plan, read, terms: terms?.given, origin })
  const noted = { read, recheckAt }
  return { account, document, result, noted, opening: draft && { ...draft, ...noted, account, document } }
}
