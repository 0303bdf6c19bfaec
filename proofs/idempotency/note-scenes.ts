import type { TestStore } from "../../integration-tests/setup/store"
import type { OrderReconciliation } from "../../src/types/http"
import type { Call } from "./call"

interface Placed {
  readonly store: TestStore
  readonly order: OrderReconciliation
}

/** A text with so much in it, as base64. */
const fileOf = (content: string): object => ({ name: "a.txt", mime_type: "text/plain", content })

/** Notes on transactions and files beside them; `placed` makes an order. */
export function noteScenes(placed: () => Promise<Placed>): Readonly<Record<string, () => Promise<Call>>> {
  /** Where a new order is in the lists, and how a note is written there. */
  const listed = async () => {
    const { store, order } = await placed()
    const { transactions } = await store.get<{ transactions: { number: string }[] }>(
      `reconciliation/transactions?account_id=${order.account_id}`,
    )
    const path = `transactions/${transactions[0]?.number}`
    const note = async (body: object): Promise<string> =>
      (await store.act<{ note: { id: string } }>(`reconciliation/${path}/notes`, body)).note.id
    const file = async (content: string): Promise<string> =>
      (await store.act<{ attachment: { id: string } }>(`reconciliation/${path}/attachments`, fileOf(content)))
        .attachment.id
    return { path, note, file }
  }
  return {
    "post transactions/{id}/notes": async () => ({
      path: `${(await listed()).path}/notes`,
      body: { text: "Asked the payer", to_check: true },
      other: { body: { text: "Asked the payer" } },
    }),
    "post transactions/{id}/notes/{note_id}/take-back": async () => {
      const { path, note } = await listed()
      const takeBack = async (text: string): Promise<string> =>
        `${path}/notes/${await note({ text })}/take-back`
      return { path: await takeBack("one"), body: {}, other: { path: await takeBack("two") } }
    },
    "post transactions/{id}/attachments": async () => ({
      path: `${(await listed()).path}/attachments`,
      body: fileOf("YQ=="),
      other: { body: fileOf("Yg==") },
    }),
    "post transactions/{id}/attachments/{attachment_id}/take-back": async () => {
      const { path, file } = await listed()
      const takeBack = async (content: string): Promise<string> =>
        `${path}/attachments/${await file(content)}/take-back`
      return { path: await takeBack("YQ=="), body: {}, other: { path: await takeBack("Yg==") } }
    },
    "post transactions/{id}/checked": async () => {
      const checked = async (): Promise<string> => {
        const { path, note } = await listed()
        await note({ to_check: true })
        return `${path}/checked`
      }
      return { path: await checked(), body: {}, other: { path: await checked() } }
    },
  }
}
