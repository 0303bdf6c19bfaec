import type { AttachmentView, ListedTransactionView } from "../../src/types/http"
import { Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  type StepResponse,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { attachSignedQuoteWorkflow } from "../../examples/workflows/attach-signed-quote"
import { addAttachmentWorkflow } from "../../src/workflows"
import { describeHost } from "../setup/host"
import { TestStore } from "../setup/store"

const fail = createStep("fail-after-attaching", async (attached: string): Promise<StepResponse<string>> => {
  throw new Error(`something else failed after ${attached}`)
})

/** A caller whose later step fails. */
const attachAndFail = createWorkflow(
  "attach-and-fail",
  (input: WorkflowData<Parameters<typeof addAttachmentWorkflow.runAsStep>[0]["input"]>) => {
    const attachment = addAttachmentWorkflow.runAsStep({ input })
    return new WorkflowResponse(fail(attachment.name))
  },
)

describeHost((host) => {
  it("F68: a file is kept by the store beside a transaction, read by who may, and taken back", async () => {
    const store = await TestStore.open(host, { currency: "usd", prices: [75, 20] })
    const orderId = await store.checkOut([0, 1])
    await host.settled()
    const { account_id: account } = await store.eventually(orderId, { version: 1 })
    const rows = async (): Promise<ListedTransactionView[]> =>
      (
        await store.get<{ transactions: ListedTransactionView[] }>(
          `reconciliation/transactions?account_id=${account}`,
        )
      ).transactions
    const [order] = await rows()
    const path = `reconciliation/transactions/${order?.number}/attachments`
    const bytes = Buffer.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0xff, 0x00, 0xe9])
    const sent = { name: "Reçu d’Ada.pdf", mime_type: "application/pdf", content: bytes.toString("base64") }
    const again = { "idempotency-key": "a file twice" }
    const files = async (): Promise<string[]> => (await stored()).map(({ file_id: id }) => id)
    const stored = async (): Promise<AttachmentView[]> =>
      (await store.get<{ attachments: AttachmentView[] }>(path)).attachments

    const { attachment } = await store.act<{ attachment: AttachmentView }>(path, sent, again)
    expect(attachment).toMatchObject({ name: sent.name, size: 8, taken_back: null })
    expect(attachment.file_id).not.toContain("Ada")
    expect(await store.act(path, sent, again)).toEqual({ attachment })
    expect(await files()).toEqual([attachment.file_id])
    expect((await rows())[0]?.attachments).toBe(1)

    const file = await fetch(`${host.address()}/admin/${path}/${attachment.id}/file`, {
      headers: store.admin,
    })
    expect(Buffer.from(await file.arrayBuffer())).toEqual(bytes)
    expect(file.headers.get("content-type")).toBe("application/octet-stream")
    expect(file.headers.get("content-disposition")).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent(sent.name)}`,
    )

    const html = { ...sent, mime_type: "text/html" }
    await expect(store.act(path, html)).rejects.toThrow("attachment_malformed")
    const { attachment: back } = await store.act<{ attachment: AttachmentView }>(
      `${path}/${attachment.id}/take-back`,
    )
    expect(back.taken_back?.by.type).toBe("user")
    expect((await rows())[0]?.attachments).toBe(0)

    const quote = { order_id: orderId, quote_id: "17", pdf: bytes }
    const { result } = await attachSignedQuoteWorkflow(host.container()).run({ input: quote })
    expect(result).toMatchObject({ name: "quote 17.pdf", sha256: attachment.sha256 })
    await host.container().resolve(Modules.FILE).deleteFiles(result.file_id)
    await expect(store.get(`${path}/${result.id}/file`)).rejects.toThrow("attachment_gone")

    const attach = { order_id: orderId, ...sent, name: "half.pdf", idempotency_key: "half a file" }
    await expect(attachAndFail(host.container()).run({ input: attach })).rejects.toMatchObject({
      message: "something else failed after half.pdf",
    })
    const half = (await stored()).find(({ name }) => name === "half.pdf")
    expect(half?.taken_back?.by).toMatchObject({ type: "system" })
    await expect(store.get(`${path}/${half?.id}/file`)).rejects.toThrow("attachment_gone")
    await expect(addAttachmentWorkflow(host.container()).run({ input: attach })).rejects.toMatchObject({
      message: expect.stringMatching(/taken back/),
    })
  })
})
