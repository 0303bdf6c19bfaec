import type { AddAttachmentBody } from "../../types/http"
import type { Called } from "../money/inputs"

/** Beside a transaction by its number in the lists, or beside an order by the host's id. */
export type AddAttachmentInput = Called &
  AddAttachmentBody &
  ({ transaction_id: string } | { order_id: string })

export interface TakeAttachmentBackInput extends Called {
  /** The number of the transaction in the lists. */
  transaction_id: string
  attachment_id: string
}
