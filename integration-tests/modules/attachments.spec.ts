import type { AttachmentView, ListedTransactionView } from "../../src/types/http"
import { factsOf, storedName } from "../../src/modules/reconciliation/attachments/file"
import { PlanShop } from "../setup/plan-shop"

const base64 = (text: string): string => Buffer.from(text).toString("base64")
const TEXT = { name: "agreement.txt", mimeType: "text/plain", content: base64("She pays in May") }

describe("F68: files beside transactions, on PostgreSQL", () => {
  let shop: PlanShop

  beforeAll(async () => {
    shop = await PlanShop.open("attachments")
  })
  afterAll(async () => {
    await shop.ledger.close()
  })
  afterEach(async () => {
    expect(await shop.violations()).toEqual([])
  })

  const attachments = () => shop.ledger.service.attachments
  const listed = async (): Promise<ListedTransactionView[]> =>
    (await shop.ledger.service.lists.page({ unreconciled: false, sort: "oldest", limit: 500 })).transactions
  const row = async (number: string): Promise<number | undefined> =>
    (await listed()).find((one) => one.number === number)?.attachments
  /** The number of an order that was read anew. */
  const order = async (name: string): Promise<string> => {
    await shop.read(shop.order(name))
    return (await listed()).find(({ owner }) => owner.id === `cus_${name}`)?.number ?? ""
  }
  const add = async (transaction: string, more: object = {}, fileId = "file_1") =>
    attachments().add({ transaction, file: factsOf(TEXT), context: shop.context, ...more }, fileId)
  const takeBack = async (transaction: string, id: string, more: object = {}) =>
    attachments().takeBack({ transaction, id, context: shop.context, ...more })
  const said = ({ name, size, taken_back: back }: AttachmentView): string =>
    `${name} ${size}${back ? ", taken back" : ""}`

  it("are listed, the oldest first, with who added them, and counted in the list", async () => {
    const number = await order("kept")
    expect(await row(number)).toBe(0)
    const first = await add(number)
    expect(first).toMatchObject({
      name: "agreement.txt",
      mime_type: "text/plain",
      size: 15,
      file_id: "file_1",
      added: { by: { type: "user", id: "user_eve", name: null } },
      taken_back: null,
    })
    expect(first.sha256).toMatch(/^[0-9a-f]{64}$/)
    await add(number, { file: factsOf({ ...TEXT, name: "later.txt" }) }, "file_2")
    expect((await attachments().list(number)).map(said)).toEqual(["agreement.txt 15", "later.txt 15"])
    expect(await row(number)).toBe(2)
  })

  it("are taken back by a row of their own, once, and stay listed", async () => {
    const number = await order("mistaken")
    const { id } = await add(number)
    expect(said(await takeBack(number, id))).toBe("agreement.txt 15, taken back")
    expect(await row(number)).toBe(0)
    expect((await attachments().list(number)).map(said)).toEqual(["agreement.txt 15, taken back"])
    await expect(takeBack(number, id)).rejects.toMatchObject({ code: "attachment_taken_back" })
    const other = await order("beside")
    await expect(takeBack(other, id)).rejects.toMatchObject({ code: "attachment_not_found" })
    await expect(attachments().retrieve(number, "9".repeat(19))).rejects.toMatchObject({
      code: "attachment_not_found",
    })
    await expect(add("999999")).rejects.toMatchObject({ code: "transaction_not_found" })
  })

  it("are put there once by what is sent twice under one key, and the store is asked once", async () => {
    const number = await order("twice")
    const input = {
      transaction: number,
      file: factsOf(TEXT),
      context: shop.context,
      idempotencyKey: "file twice",
    }
    expect(await attachments().before(input)).toBeNull()
    const kept = await attachments().add(input, "file_first")
    expect(await attachments().before(input)).toEqual(kept)
    expect(await attachments().add(input, "file_second")).toEqual(kept)
    const changed = { ...input, file: factsOf({ ...TEXT, content: base64("She pays in June") }) }
    await expect(attachments().before(changed)).rejects.toMatchObject({ code: "idempotency_key_reused" })
    await expect(
      attachments().before({ ...changed, idempotencyKey: undefined, transaction: "999999" }),
    ).rejects.toMatchObject({ code: "transaction_not_found" })
  })

  it("lose their name with the texts of a customer, whose files are known", async () => {
    const number = await order("erased")
    await add(number, {}, "file_of_erased")
    expect(await attachments().filesOf("cus_erased")).toEqual(["file_of_erased"])
    expect(await shop.ledger.service.privacy.eraseTexts("cus_erased")).toMatchObject({ texts: 1 })
    expect((await attachments().list(number)).map(said)).toEqual([" 15"])
    expect(await attachments().filesOf("cus_kept")).toEqual(["file_1", "file_2"])
  })

  it.each([
    "update reconciliation_attachment set name = 'another'",
    "delete from reconciliation_attachment",
    "truncate reconciliation_attachment",
  ])("are added to and never changed: %s", async (statement) => {
    await expect(shop.ledger.sql(statement)).rejects.toThrow("append-only")
  })

  it("are taken back by no row of another transaction", async () => {
    const [one, other] = [await order("one"), await order("other")]
    const { id } = await add(one)
    await expect(
      shop.ledger
        .sql(`insert into reconciliation_attachment (document_id, kind, of_attachment, cause, actor_type)
        select document_id, 'taken_back', ${id}, 'test', 'system' from reconciliation_transaction where id = ${other}`),
    ).rejects.toThrow("does not take back")
  })
})

describe("F68: what is taken as a file", () => {
  it.each([
    ["a name with a folder", { name: "../secret.txt" }, "name"],
    ["no name", { name: " " }, "name"],
    ["a name that is too long", { name: "x".repeat(201) }, "name"],
    ["what a browser would run", { mimeType: "text/html" }, "type"],
    ["a type that an object has of itself", { mimeType: "constructor" }, "type"],
    ["what is no base64", { content: "She pays" }, "content"],
    ["nothing", { content: "" }, "size"],
    ["too much", { content: Buffer.alloc(10_000_001).toString("base64") }, "size"],
  ])("refuses %s", (_, more, because) => {
    expect(() => factsOf({ ...TEXT, ...more })).toThrow(
      expect.objectContaining({ code: "attachment_malformed", ids: { because } }),
    )
  })

  it("tells the store neither what it is called nor whose it is", () => {
    expect(factsOf({ ...TEXT, name: " Ann's.txt " }).name).toBe("Ann's.txt")
    expect(storedName({ mimeType: "application/pdf" })).toMatch(/^reconciliation-[0-9a-f-]{36}\.pdf$/)
  })
})
