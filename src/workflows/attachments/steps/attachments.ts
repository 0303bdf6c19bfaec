import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { factsOf, storedName, type FileFacts } from "../../../modules/reconciliation/attachments/file"
import type { AttachmentView } from "../../../types/http"
import { ledgerOf } from "../../ledger-of"
import { calledBy } from "../../money/steps/money"
import type { Called } from "../../money/inputs"
import type { AddAttachmentInput, TakeAttachmentBackInput } from "../inputs"

/** A file that may be put beside a transaction. */
export interface Checked extends Called {
  transaction: string
  facts: FileFacts
  /** What the store's File module is to call it. */
  stored_name: string
  /** What the same request was answered before. */
  attachment: AttachmentView | null
}

interface ToKeep {
  checked: Checked
  /** Null where nothing was uploaded. */
  file_id: string | null
}

/** What is taken back when a later step fails; no id where this step added nothing. */
interface Kept extends Pick<Called, "actor"> {
  transaction: string
  id: string | null
}

/** Refuses what cannot be kept before the store is given it. */
export const checkAttachmentStep = createStep(
  "reconciliation-check-attachment",
  async (input: AddAttachmentInput, { container }) => {
    const facts = factsOf({ name: input.name, mimeType: input.mime_type, content: input.content })
    const ledger = ledgerOf(container)
    const transaction =
      "order_id" in input ? await ledger.notes.transactionOfOrder(input.order_id) : input.transaction_id
    const attachment = await ledger.attachments.before({ transaction, file: facts, ...calledBy(input) })
    const { actor, cause, idempotency_key } = input
    const checked: Checked = {
      actor,
      cause,
      idempotency_key,
      transaction,
      facts,
      stored_name: storedName(facts),
      attachment,
    }
    return new StepResponse(checked)
  },
)

/**
 * Notes the file that the store has; of two at once under one key, the second's file is given back. Should a later step of the
 * caller's workflow fail, the store gives the file back, so it is taken back here too.
 */
export const keepAttachmentStep = createStep(
  "reconciliation-keep-attachment",
  async (
    { checked, file_id: fileId }: ToKeep,
    { container },
  ): Promise<StepResponse<AttachmentView, Kept>> => {
    const { transaction, facts: file, actor } = checked
    const nothing = { transaction, id: null, actor }
    if (checked.attachment) return new StepResponse(checked.attachment, nothing)
    if (fileId === null) throw new Error("the store's File module answered no file")
    const { attachments } = ledgerOf(container)
    const kept = await attachments.add({ transaction, file, ...calledBy(checked) }, fileId)
    if (kept.file_id === fileId) return new StepResponse(kept, { ...nothing, id: kept.id })
    await giveBack(container, fileId)
    return new StepResponse(kept, nothing)
  },
  async (kept, { container }) => {
    if (!kept || kept.id === null) return
    const { transaction, id, actor } = kept
    const { attachments } = ledgerOf(container)
    const { taken_back: takenBack } = await attachments.retrieve(transaction, id)
    if (takenBack !== null) return
    await attachments.takeBack({ transaction, id, ...calledBy({ actor, cause: "compensation" }) })
  },
)

async function giveBack(container: MedusaContainer, fileId: string): Promise<void> {
  await container.resolve(Modules.FILE).deleteFiles(fileId)
}

export const takeAttachmentBackStep = createStep(
  "reconciliation-take-attachment-back",
  async (input: TakeAttachmentBackInput, { container }) => {
    const { transaction_id: transaction, attachment_id: id } = input
    const { attachments } = ledgerOf(container)
    return new StepResponse(await attachments.takeBack({ transaction, id, ...calledBy(input) }))
  },
)
